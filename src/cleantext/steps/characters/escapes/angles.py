"""Angles: `<U+2019>` and `<c3><a9>`, as R prints what its locale cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge
from itertools import islice

from cleantext.core.edit import Edit
from cleantext.steps.characters.escapes.addresses import Walk, address_spans
from cleantext.steps.characters.escapes.targets import byte_runs, from_utf8, hex_pattern, is_sensible

SIGN = re.compile(r"<(?:U\+[0-9A-F]{4}|[c-f][0-9a-f]><[89ab])")
_UNIT = re.compile(r"<U\+([0-9A-F]{4,8})>")
# Perl's documentation marks code with a capital in front of angle brackets; where a letter follows, it is a word,
# and where others stand near by, R wrote them all.
_MARKED = re.compile(r"(?<![A-Za-z])[A-Z]<U\+[0-9A-F]{4,8}>(?![\w<])")
_FEW = 3
_NEAR = 200
_UNITS = re.compile(r"(?:<U\+[0-9A-F]{4,8}>){1,1000}")
_RUN = re.compile(hex_pattern("<", after=">"))
_STRAY = re.compile(r"<[89a-f][0-9a-f]>")
_RULE = "any.characters.escape/angle"


def angle_edits(text: str) -> Iterator[Edit]:
    """Yield sorted, disjoint edits, one a run of escapes in angle brackets."""
    addresses = Walk(address_spans(text))
    for edit in merge(_units_in(text), _bytes_in(text)):
        # What cannot stand in an address ends it.
        if not (addresses.holds(edit.start) and edit.after[0].isalnum()):
            yield edit


def _units_in(text: str) -> Iterator[Edit]:
    for found in _UNITS.finditer(text):
        characters = _units(found[0])
        if characters is not None and not _is_marked(text, found.start()):
            yield Edit(found.start(), found.end(), found[0], characters, _RULE)


def _is_marked(text: str, place: int) -> bool:
    """Say whether an escape stands by right: the document marks it, and speaks about it."""
    if not _MARKED.match(text, max(0, place - 1)):
        return False
    start = max(text.rfind("\n", max(0, place - _NEAR), place), place - _NEAR, 0)
    end = text.find("\n", place, place + _NEAR)
    near = _UNITS.finditer(text, start, end if end >= 0 else place + _NEAR)
    others = (found for found in near if not _MARKED.match(text, max(0, found.start() - 1)))
    return len(list(islice(others, _FEW))) < _FEW


def _bytes_in(text: str) -> Iterator[Edit]:
    for found in byte_runs(text, _RUN, _STRAY, 4):
        characters = from_utf8(bytes.fromhex(found[0].replace("<", "").replace(">", "")))
        if characters is not None:
            yield Edit(found.start(), found.end(), found[0], characters, _RULE)


def _units(run: str) -> str | None:
    numbers = [int(digits, 16) for digits in _UNIT.findall(run)]
    if not all(0x80 <= number <= 0x10FFFF for number in numbers):
        return None
    # Halves of a pair are written one by one, and become one character in UTF-16.
    characters = "".join(map(chr, numbers)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return characters if "\ufffd" not in characters and is_sensible(characters) else None
