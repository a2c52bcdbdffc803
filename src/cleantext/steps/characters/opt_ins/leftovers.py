"""Leftovers of other media: overstruck type, entities without their semicolon, UTF-7."""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit

_BARE = re.compile(r"&([A-Za-z]{2,6}[0-9]{0,2})")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,300})?/?>|<!--|<!DOCTYPE|<\?xml", re.IGNORECASE)
_SPACE = re.compile(r"\s")
# How far around a name its word is looked at, for an address that it may be part of.
_REACH = 200
# `wifi&ethernet` is no ð, and no word of Icelandic is likely to have lost its semicolon.
_TOO_SHORT = frozenset(("eth", "ETH", "thorn", "THORN", "ordf", "ordm", "micro"))
# The hyphen at its end may be left out before what is no base64.
_UTF_7 = re.compile(r"\+([A-Za-z0-9+/]{2,400})(-|(?![A-Za-z0-9+/=-]))")
_SURE = 6
_SHIFTED_PLUS = re.compile(r"\+-")
# Letters of no spelling that is likely to have gone by UTF-7: what `C+Abc-D` would decode to.
_RARE = re.compile("[\u0180-\u019f\u01a2-\u01ae\u01b1-\u01cc\u01dd-\u0217\u021c-\u036f\u0530-\u058f]")
_RULE = "any.characters."


def overstrikes(doc: Doc) -> Iterator[Edit]:
    """Yield the removal of each backspace and of what it strikes out, on its line; an underline never wins."""
    if "\x08" not in doc.text:
        return
    for start, line in zip(doc.line_starts, doc.lines):
        if "\x08" in line:
            struck = _struck(line)
            for first, last in _runs(struck):
                yield Edit(start + first, start + last, line[first:last], "", _RULE + "overstrikes/backspace")


def bare_entities(doc: Doc) -> Iterator[Edit]:
    """Yield the letters that old entity names stand for inside words; in a text with tags they are right."""
    text = doc.text
    if "&" not in text or _TAG.search(text):
        return
    for found in _BARE.finditer(text):
        yield from _named(text, found)


def utf_7(doc: Doc) -> Iterator[Edit]:
    """Yield what runs of UTF-7 stand for, where they decode to the last bit and to signs that a text may hold."""
    text = doc.text
    if "+" not in text:
        return
    edits = [
        Edit(*found.span(), found[0], decoded, _RULE + "utf-7/run")
        for found in _UTF_7.finditer(text)
        if (found[2] or _is_base64(found[1])) and (decoded := _decoded(found[1]))
    ]
    if edits:
        # Where the text is in UTF-7, a plus sign of it is written like this.
        taken = {edit.start for edit in edits}
        edits += [
            Edit(*found.span(), found[0], "+", _RULE + "utf-7/plus")
            for found in _SHIFTED_PLUS.finditer(text)
            if found.start() not in taken
        ]
    yield from sorted(edits)


def _struck(line: str) -> list[int]:
    """Return the places that go, sorted: backspaces and what they strike out."""
    kept: list[int] = []
    struck: list[int] = []
    # A struck letter that comes back because only an underline was typed over it.
    returning: list[tuple[int, int]] = []
    for place, character in enumerate(line):
        if character == "\x08":
            struck.append(place)
            if kept:
                last = kept.pop()
                struck.append(last)
                following = line[place + 1 : place + 2]
                if following == "_" and line[last] not in "_ ":
                    returning.append((last, place + 1))
        else:
            kept.append(place)
    back = {last for last, _ in returning}
    under = {underline for _, underline in returning}
    return sorted((set(struck) - back) | under)


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the spans that places form."""
    first = last = -1
    for place in places:
        if place != last:
            if last > first:
                yield first, last
            first = place
        last = place + 1
    if last > first:
        yield first, last


def _named(text: str, found: re.Match[str]) -> Iterator[Edit]:
    name = _longest_name(found[1])
    if not name:
        return
    start, end = found.start(), found.start() + 1 + len(name)
    before, after = text[start - 1 : start], text[end : end + 1]
    if after in (";", "=") and after:
        return
    is_inside = before.isalpha() or (after.isalpha() and (not before or before in " \n(\u201c\"'"))
    value = _letters()[name]
    if value == "&":
        # `R&ampD`, but never `&amplifier`: capitals stand on both sides.
        is_inside = before.isupper() and after.isupper()
    if is_inside and not _is_in_address(text, start):
        yield Edit(start, end, text[start:end], value, _RULE + "bare-entities/letter")


def _is_in_address(text: str, place: int) -> bool:
    before = _SPACE.split(text[max(0, place - _REACH) : place])[-1]
    after = _SPACE.split(text[place : place + _REACH], maxsplit=1)[0]
    return "://" in before or "www." in before or ("?" in before and "=" in before + after)


def _longest_name(word: str) -> str:
    letters = _letters()
    return next((word[:length] for length in range(len(word), 2, -1) if word[:length] in letters), "")


@cache
def _letters() -> dict[str, str]:
    """Return the names that HTML knows without a semicolon and that stand for letters, and `amp`."""
    from html.entities import html5

    letters = {name: value for name, value in html5.items() if not name.endswith(";") and value.isalpha()}
    return {name: value for name, value in letters.items() if name not in _TOO_SHORT} | {"amp": "&"}


def _is_base64(run: str) -> bool:
    """Say whether a run is no word and no number."""
    return len(run) >= _SURE and run.upper() != run != run.lower() and run != run.capitalize()


def _decoded(run: str) -> str:
    """Decode a run of modified base64; "" where it is none."""
    if len(run) * 6 % 16 >= 6:
        return ""
    try:
        data = base64.b64decode(run + "=" * (-len(run) % 4), validate=True)
        text = data.decode("utf-16-be")
    except (binascii.Error, UnicodeDecodeError):
        return ""
    # Left-over bits must be zero, which a word between + and - rarely has.
    if base64.b64encode(text.encode("utf-16-be")).rstrip(b"=") != run.encode():
        return ""
    return text if _is_plausible(text) else ""


def _is_plausible(text: str) -> bool:
    """Say whether UTF-7 would have had to encode a text: no ASCII letters, nothing unassigned, no lone ideograph."""
    if not text or any(unicodedata.category(character)[0] == "C" for character in text):
        return False
    if any(character.isascii() and (character.isalnum() or character.isspace()) for character in text):
        return False
    if _RARE.search(text):
        return False
    blocks = {ord(character) >> 12 for character in text if character >= "\u3000"}
    return not blocks or (len(text) >= 2 and all(character >= "\u3000" for character in text))
