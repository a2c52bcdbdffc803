r"""Backslashes: `\u2019`, `\U0001f600`, `\xc3\xa9` and `\303\251` left over in plain text.

Only escapes of characters beyond ASCII count: ASCII is escaped in programs, not by
accident. Source code, paths and LaTeX keep theirs, and so does a sentence that speaks
about an escape. Where a line shows that it came out of JSON, its `\"` goes as well.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from heapq import merge
from itertools import islice

from cleantext.core.edit import Edit
from cleantext.steps.characters.escapes.addresses import Walk, address_spans, path_spans
from cleantext.steps.characters.escapes.code import is_code_line
from cleantext.steps.characters.escapes.targets import (
    byte_runs,
    bytes_pattern,
    damaged_lines,
    from_utf8,
    hex_pattern,
    is_sensible,
    is_visible,
    scripts,
)

# Cheap, for a first look; what it finds may still be no escape of ours.
SIGN = re.compile(r"\\(?:[uU][0-9A-Fa-f{]|x[c-fC-F][0-9A-Fa-f]\\x|3[0-7]{2}\\2)")
_HEX = "[0-9A-Fa-f]"
_UNITS = (
    rf"\\u[dD][89abAB]{_HEX}{{2}}\\u[dD][c-fC-F]{_HEX}{{2}}"
    rf"|\\u(?!00[0-7]|[dD][89a-fA-F]){_HEX}{{4}}"
    rf"|\\U00(?:0{_HEX}|10){_HEX}{{4}}"
    rf"|\\u\{{{_HEX}{{2,6}}\}}"
)
_UNIT = re.compile(_UNITS)
# A run is kept together: its length is what tells an accident of one letter from a text.
_RUN = re.compile(rf"(?<!\\)(?:{_UNITS}){{1,1000}}")
_BYTES = re.compile(r"(?<!\\)" + hex_pattern(r"\\x"))
_STRAY_BYTE = re.compile(r"\\x[89a-fA-F][0-9A-Fa-f]")
_OCTAL = re.compile(r"(?<!\\)" + bytes_pattern(r"\\3[0-3][0-7]", r"\\3[45][0-7]", r"\\36[0-4]", r"\\2[0-7]{2}"))
_STRAY_OCTAL = re.compile(r"\\[23][0-7]{2}")
# Words of people who write about escapes, in any language that borrows them.
_ABOUT = re.compile(
    r"unicode|utf-?(?:8|16)|code ?(?:point|unit)|escape (?:sequence|code)|hexadecimal|\bregex|\bascii"
    r"|\bescapes?\s[\"'`(]?\\[uUx]",
    re.IGNORECASE,
)
# A text that speaks of escapes shows one or two; a text that was escaped has them everywhere, and where there
# are many, each is likely.
_FEW = 3
_LONGEST_NAME = 80
_MANY = 8
_QUOTES = frozenset("\"'`‘’“”„«»")
# What no text has with a space on either side, unless it speaks about it.
_CURLY = frozenset("‘’“”")
_QUOTE = re.compile(r'(?<!\\)\\"')
# A quote that is none, in JSON, shows that the line is not out of it.
_BARE = re.compile(r'(?<!\\)"')
_BREAK = re.compile(r"(?<!\\)(?:(?<=[.!?:;,\"'”’)\]…])|(?<!\w)|(?=\\n\\n))(?:(?:\\r)?\\n){1,4}(?![a-z])")
_ASCII = re.compile(r"(?<!\\)\\u00(?:26|27|22)(?!\\)")
_JSON = (_QUOTE, _BREAK, _ASCII)
_UNIT_RULE = "any.characters.escape/backslash-u"
_BYTE_RULE = "any.characters.escape/backslash-x"
_OCTAL_RULE = "any.characters.escape/backslash-octal"


def backslash_edits(text: str) -> Iterator[Edit]:
    """Yield sorted, disjoint edits of runs of backslash escapes, a run each."""
    for start, line in damaged_lines(text, SIGN):
        if not is_code_line(line):
            for edit in _in_line(line):
                yield edit._replace(start=start + edit.start, end=start + edit.end)


def _in_line(line: str) -> Iterator[Edit]:
    first = list(islice(_runs(line), _FEW))
    if len(first) < _FEW and _ABOUT.search(line) and not any(_touches_letter(line, edit) for edit in first):
        return iter(())
    if first and not (_BYTES.search(line) or _OCTAL.search(line)) and next(path_spans(line), None) is None:
        return merge(
            _runs(line), *(_with_them(line, sign) for sign in _JSON if sign is not _QUOTE or not _BARE.search(line))
        )
    return _runs(line)


def _with_them(line: str, sign: re.Pattern[str]) -> Iterator[Edit]:
    """Yield escapes that JSON has beside those of letters."""
    for found in sign.finditer(line):
        escape = found[0]
        if sign is _BREAK and _is_quoted(line, found):
            continue
        character = '"' if sign is _QUOTE else "\n" * escape.count("n") if sign is _BREAK else chr(int(escape[2:], 16))
        yield Edit(found.start(), found.end(), escape, character, _UNIT_RULE)


def _runs(line: str) -> Iterator[Edit]:
    addresses, paths = Walk(address_spans(line)), Walk(path_spans(line))
    units = iter(()) if _has_lone_byte(line) else _units_in(line)
    for edit in merge(units, _bytes_in(line), _octal_in(line)):
        # What cannot stand in an address ends it.
        if not paths.holds(edit.start) and not (addresses.holds(edit.start) and edit.after[0].isalnum()):
            yield edit


def _has_lone_byte(line: str) -> bool:
    """Say whether a byte of a line will stay: then its code units do, as half a repair is none."""
    if "\\x" not in line:
        return False
    read = sum(len(edit.before) for edit in _bytes_in(line)) // 4
    return len(_STRAY_BYTE.findall(line)) > read


def _bytes_in(line: str) -> Iterator[Edit]:
    for found in byte_runs(line, _BYTES, _STRAY_BYTE, 4):
        text = from_utf8(bytes.fromhex(found[0].replace("\\x", "")))
        if text is not None:
            yield Edit(found.start(), found.end(), found[0], text, _BYTE_RULE)


def _octal_in(line: str) -> Iterator[Edit]:
    for found in byte_runs(line, _OCTAL, _STRAY_OCTAL, 4):
        text = from_utf8(bytes(int(number, 8) for number in found[0][1:].split("\\")))
        if text is not None:
            yield Edit(found.start(), found.end(), found[0], text, _OCTAL_RULE)


def _units_in(line: str) -> Iterator[Edit]:
    count = len(_UNIT.findall(line))
    for found in _RUN.finditer(line):
        text = _units(found[0])
        if text is not None and (len(text) > 1 or count >= _MANY or _is_likely(line, found, text, count)):
            yield Edit(found.start(), found.end(), found[0], text, _UNIT_RULE)


def _units(run: str) -> str | None:
    """Return what a run of code units stands for; None where one of them is no character that documents hold."""
    characters: list[str] = []
    for unit in _UNIT.findall(run):
        digits = unit[2:].strip("{}")
        if "\\" in digits:
            high, low = (int(digits[place : place + 4], 16) for place in (0, 6))
            number = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
        else:
            number = int(digits, 16)
        if not 0x80 <= number <= 0x10FFFF:
            return None
        characters.append(chr(number))
    text = "".join(characters)
    return text if is_sensible(text) else None


def _is_likely(line: str, found: re.Match[str], character: str, count: int) -> bool:
    """Say whether a single escape, one of `count` in its line, is neither folder, nor subject, nor out of place."""
    before, after = line[max(0, found.start() - 1) : found.start()], line[found.end() : found.end() + 1]
    if character == "\ufeff":
        return True
    is_alone = not (before + after).strip()
    if _is_quoted(line, found) or (is_alone and (character in _CURLY or not is_visible(character))):
        return False
    if count < _FEW and unicodedata.category(character) == "Cf" and _is_in_path(line, found):
        return False
    # `\ubade` may be anything; digits are what makes an escape.
    if found[0][2:].strip("{}").isalpha() and count < 2:
        return False
    neighbours = before + after
    if neighbours.isascii() and any(letter.isalpha() for letter in neighbours):
        return scripts(character) <= {"latin", "greek"} or count >= _FEW
    return True


def _is_quoted(line: str, found: re.Match[str]) -> bool:
    before, after = line[max(0, found.start() - 1) : found.start()], line[found.end() : found.end() + 1]
    return bool(before and after) and before in _QUOTES and after in _QUOTES


def _is_in_path(line: str, found: re.Match[str]) -> bool:
    """Say whether an escape that nobody would see stands in a path: whoever wrote it meant to show it."""
    head, tail = line[max(0, found.start() - _LONGEST_NAME) : found.start()], line[found.end() :][:_LONGEST_NAME]
    return "/" in (head.rsplit(maxsplit=1) or [""])[-1] + (tail.split(maxsplit=1) or [""])[0]


def _touches_letter(line: str, edit: Edit) -> bool:
    return line[max(0, edit.start - 1) : edit.start].isalpha() or line[edit.end : edit.end + 1].isalpha()
