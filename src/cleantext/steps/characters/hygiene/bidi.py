"""Bidi controls: kept where a line is written from right to left, and then only in balance.

In a line without a right-to-left letter they do nothing but hide things (Trojan
Source); overrides have no use in prose and go everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from cleantext.core.edit import Edit
from cleantext.steps.characters.hygiene.kinds import BIDI

_CONTROL = re.compile(f"[{BIDI}]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_MARKS = frozenset("\u061c\u200e\u200f")
_CLOSER = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_POP_ISOLATE = "\u2069"
# No line needs more; a line full of them must not fill the memory.
_MOST = 4_096
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
    right_to_left = bool(_RIGHT_TO_LEFT.search(text, start, end))
    balanced = _balanced(text, start, end) if right_to_left else set()
    for found in _CONTROL.finditer(text, start, end):
        place, control = found.start(), found[0]
        if not (place in balanced or (right_to_left and control in _MARKS)):
            yield Edit(place, place + 1, control, "", _RULE)


def _balanced(text: str, start: int, end: int) -> set[int]:
    """Return the places of embeddings and isolates that are opened and closed in order."""
    open_: list[tuple[int, str]] = []
    balanced: set[int] = set()
    for found in islice(_CONTROL.finditer(text, start, end), _MOST):
        if found[0] in _CLOSER:
            open_.append((found.start(), found[0]))
        elif found[0] == _POP_ISOLATE and any(_CLOSER[control] == _POP_ISOLATE for _, control in open_):
            # An isolate's end closes the embeddings that were left open inside it.
            while _CLOSER[open_[-1][1]] != _POP_ISOLATE:
                open_.pop()
            balanced |= {open_.pop()[0], found.start()}
        elif open_ and found[0] == _CLOSER[open_[-1][1]]:
            balanced |= {open_.pop()[0], found.start()}
    return balanced
