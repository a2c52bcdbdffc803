"""Bidi controls: kept where a line is written from right to left, and then only in balance.

In a line without a right-to-left letter they do nothing but hide things (Trojan
Source); overrides have no use in prose and go everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.core.edit import Edit

BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = re.compile(f"[{BIDI}]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_MARKS = frozenset("\u061c\u200e\u200f")
_OVERRIDES = frozenset("\u202d\u202e")
_CLOSER = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_RULE = "any.characters.invisible/bidi"


def bidi_edits(text: str) -> Iterator[Edit]:
    """Yield the removal of each bidi control that does not belong, sorted."""
    position = 0
    while True:
        found = _CONTROL.search(text, position)
        if not found:
            return
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.start())
        end = len(text) if end < 0 else end
        # A line is judged once, however many controls it has.
        yield from _line_edits(text, max(start, position), end)
        position = end


def _line_edits(text: str, start: int, end: int) -> Iterator[Edit]:
    controls = [(found.start(), found[0]) for found in _CONTROL.finditer(text, start, end)]
    kept: set[int] = set()
    if _RIGHT_TO_LEFT.search(text, start, end):
        kept = _balanced(controls) | {place for place, control in controls if control in _MARKS}
    for place, control in controls:
        if place not in kept:
            yield Edit(place, place + 1, control, "", _RULE)


def _balanced(controls: list[tuple[int, str]]) -> set[int]:
    """Return the places of embeddings and isolates that are opened and closed in order."""
    open_: list[tuple[int, str]] = []
    kept: set[int] = set()
    for place, control in controls:
        if control in _CLOSER:
            open_.append((place, control))
        elif open_ and control == _CLOSER[open_[-1][1]]:
            kept |= {open_.pop()[0], place}
    return kept
