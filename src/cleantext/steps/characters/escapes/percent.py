"""Percent: `caf%C3%A9`, whole lines in which a form put `+` for every space, and `%u2019`.

An address is percent-encoded by right, so anything that looks like a piece of one stays:
a scheme, a slash at the front, a parameter, a file's extension.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge
from itertools import islice

from cleantext.core.edit import Edit
from cleantext.steps.characters.escapes.addresses import Walk
from cleantext.steps.characters.escapes.targets import byte_runs, damaged_lines, from_utf8, hex_pattern, is_sensible

SIGN = re.compile(r"%(?:[c-fC-F][0-9A-Fa-f]%[89abAB]|u[0-9A-Fa-f]{4})")
_RUN = re.compile(hex_pattern("%"))
_STRAY = re.compile(r"%[89a-fA-F][0-9A-Fa-f]")
_UNITS = re.compile(r"(?:%u(?!00[0-7]|[dD][89a-fA-F])[0-9A-Fa-f]{4}){1,1000}")
# What a form leaves as it is, and what escapes the rest. A `%` that is no escape shows that no form wrote it.
_FORM = re.compile(r"(?:[\w.~+*'()!,;-]|%[0-9A-Fa-f]{2})+", re.ASCII)
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_ASCII_ESCAPE = re.compile(r"%[2-7][0-9A-Fa-f]")
_TOKEN = re.compile(r"[^\s]+")
# The signs of an address or a part of one; and those of a path or a parameter, which prose has as well.
_ADDRESS = re.compile(
    r"://|www\.|\w@[\w%-]{1,60}\.|[?&;#][\w.-]{1,60}=|^[\"'(<\[]?[\w.-]{1,60}=|^[\"'(<\[]?#[\w-]{0,60}%"
    r"|[a-z0-9]\.[a-z]{2,10}/"
    r"|\.(?:html?|php|aspx?|pdf|jpe?g|png|gif|svg|webp|docx?|xlsx?|pptx?|mp[34]|zip|xml|json|txt|csv|torrent|epub)\b"
    r"|[a-z]:\\|\\\\",
    re.IGNORECASE,
)
_PATH = re.compile(r"^[\"'(<\[]?\.{0,2}/|/[^/]{0,100}/|=[^=]{0,100}%")
# As many tokens that can be neither show that the line is prose.
_PROSE = 2
# One plus may be a sum; two, or one among other escapes, are spaces.
_PLUSES = 2
_LETTERS = 4
_RULE = "any.characters.escape/percent"
_FORM_RULE = "any.characters.escape/form"


def percent_edits(text: str) -> Iterator[Edit]:
    """Yield sorted, disjoint edits: one a run of bytes, or one a line where the whole of it was encoded."""
    for start, line in damaged_lines(text, SIGN):
        for edit in _in_line(line):
            yield edit._replace(start=start + edit.start, end=start + edit.end)


def _in_line(line: str) -> Iterator[Edit]:
    bare = line.strip(" \t\r")
    whole = _form(bare)
    if whole is not None:
        start = line.index(bare)
        yield Edit(start, start + len(bare), bare, whole, _FORM_RULE)
        return
    addresses = Walk(_address_spans(line))
    for edit in merge(_bytes_in(line), _units_in(line)):
        if not addresses.holds(edit.start):
            yield edit


def _address_spans(line: str) -> Iterator[tuple[int, int]]:
    prose = (token for token in _tokens(line) if not (_PATH.search(token[0]) or _ADDRESS.search(token[0])))
    is_prose = len(list(islice(prose, _PROSE))) == _PROSE
    for token in _tokens(line):
        if _ADDRESS.search(token[0]) or (not is_prose and _PATH.search(token[0])):
            yield token.span()


def _tokens(line: str) -> Iterator[re.Match[str]]:
    return (token for token in _TOKEN.finditer(line) if SIGN.search(token[0]))


def _bytes_in(line: str) -> Iterator[Edit]:
    for found in byte_runs(line, _RUN, _STRAY, 3):
        text = from_utf8(bytes.fromhex(found[0].replace("%", "")))
        if text is not None:
            yield Edit(found.start(), found.end(), found[0], text, _RULE)


def _units_in(line: str) -> Iterator[Edit]:
    for found in _UNITS.finditer(line):
        text = "".join(chr(int(digits, 16)) for digits in found[0][2:].split("%u"))
        if is_sensible(text):
            yield Edit(found.start(), found.end(), found[0], text, _RULE)


def _form(line: str) -> str | None:
    """Return a line as it was before a form encoded the whole of it; None where it was not, or was an address."""
    # What a form encoded has lost every sign of an address but a name.
    if not _FORM.fullmatch(line) or line.startswith("www.") or ("+" not in line and _ADDRESS.search(line)):
        return None
    data = bytes.fromhex("".join(_ESCAPE.findall(line)))
    try:
        letters = len(data.decode("utf-8")) - sum(byte < 0x80 for byte in data)
    except UnicodeDecodeError:
        return None
    pluses = line.count("+")
    is_escaped = bool(_ASCII_ESCAPE.search(line))
    if not letters or not (is_escaped or pluses >= _PLUSES or (pluses and letters >= _LETTERS)):
        return None
    spaced = line if "%20" in line else line.replace("+", " ")
    return from_utf8(_bytes(spaced))


def _bytes(line: str) -> bytes:
    parts = _ESCAPE.split(line)
    return b"".join(bytes.fromhex(part) if number % 2 else part.encode() for number, part in enumerate(parts))
