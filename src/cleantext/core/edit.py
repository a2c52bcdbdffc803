"""Edits: the only way in which a text changes.

An edit says that `text[start:end]` reads `before` and becomes `after`. Edits in a
sequence are sorted and disjoint, and all their spans belong to the same text: the
one before any of them is made. Two empty spans never share a place, since nothing
would say which comes first.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cleantext.errors import EditError


class Edit(NamedTuple):
    """A replacement: `text[start:end]` reads `before`, becomes `after`, because of `rule`.

    Spans are code points of the text the edit was proposed for, end exclusive. `confidence` is
    the probability that the step gives the edit, 1 where it does not weigh.
    """

    start: int
    end: int
    before: str
    after: str
    rule: str
    confidence: float = 1.0


def resolve(proposed: Iterable[Edit]) -> tuple[Edit, ...]:
    """Keep the edits that can all be made: leftmost first, then longest, then rule id.

    The result is sorted and does not overlap. It does not depend on the order of
    `proposed`, so rules may be matched in any order, or in parallel. Edits that
    change nothing are dropped.
    """
    edits = [edit for edit in proposed if edit.before != edit.after]
    edits.sort(key=lambda edit: (edit.start, -edit.end, edit.rule, edit.after, -edit.confidence))
    kept: list[Edit] = []
    for edit in edits:
        if kept and edit.start < kept[-1].end:
            continue
        # The longest comes first, so an insertion meets what begins or ends where it stands.
        if kept and edit.start == edit.end == kept[-1].start:
            continue
        kept.append(edit)
    return tuple(kept)


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return the text with all edits made, which must be sorted and disjoint; the same object where there are none.

    Raises:
        EditError: an edit's `before` is not what the text holds at its span, or two edits overlap.
    """
    if not edits:
        return text
    parts: list[str] = []
    position = 0
    for edit in edits:
        if edit.start < position:
            raise EditError(
                f"edit at {edit.start} ({edit.rule}): overlaps the one that ends at {position}; resolve() first"
            )
        if text[edit.start : edit.end] != edit.before or not edit.start <= edit.end <= len(text):
            found = text[edit.start : edit.end]
            raise EditError(
                f"edit at {edit.start}-{edit.end} ({edit.rule}): the text reads {found[:60]!r},"
                f" not {edit.before[:60]!r}; these edits belong to another text"
            )
        parts.append(text[position : edit.start])
        parts.append(edit.after)
        position = edit.end
    parts.append(text[position:])
    return "".join(parts)


def invert(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Say which edits undo these, in the text that these make: sorted and disjoint again."""
    inverse: list[Edit] = []
    shift = 0
    for edit in edits:
        start = edit.start + shift
        inverse.append(Edit(start, start + len(edit.after), edit.after, edit.before, edit.rule, edit.confidence))
        shift += len(edit.after) - len(edit.before)
    return tuple(inverse)


def map_span(edits: Sequence[Edit], start: int, end: int) -> tuple[int, int]:
    """Say where a span of the text before the edits lies in the text after them.

    A span inside a replaced one widens to the whole replacement, one that was deleted
    falls on the point where it was, and an empty span at the border of an edit goes
    to its left.
    """
    return SpanMap(edits).span(start, end)


class SpanMap:
    """Places spans in the text after some edits; built once, each look-up is a bisection."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._starts = [edit.start for edit in edits]
        self._ends = [edit.end for edit in edits]
        shift = 0
        self._after_starts: list[int] = []
        self._after_ends: list[int] = []
        for edit in edits:
            self._after_starts.append(edit.start + shift)
            shift += len(edit.after) - len(edit.before)
            self._after_ends.append(edit.end + shift)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map one span, end exclusive; the result is never inside out."""
        if start == end:
            return self._point(start)
        # First edit that ends beyond the start; last edit that starts before the end.
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end) - 1
        new_start = self._after_starts[first] if self._reaches(first, start) else start + self._shift(first)
        new_end = self._after_ends[last] if last >= 0 and self._ends[last] > end else end + self._shift(last + 1)
        return new_start, max(new_start, new_end)

    def _point(self, position: int) -> tuple[int, int]:
        index = bisect_left(self._ends, position)
        if index < len(self._starts) and self._starts[index] < position < self._ends[index]:
            return self._after_starts[index], self._after_ends[index]
        if index < len(self._starts) and self._starts[index] <= position <= self._ends[index]:
            # At a border, an insertion's point included: to the left of what was put there,
            # unless the edit ends here, whose text then stands before the point.
            at = self._after_starts[index] if position == self._starts[index] else self._after_ends[index]
            return at, at
        shifted = position + self._shift(index)
        return shifted, shifted

    def _reaches(self, index: int, start: int) -> bool:
        return index < len(self._starts) and self._starts[index] < start

    def _shift(self, count: int) -> int:
        return self._after_ends[count - 1] - self._ends[count - 1] if count else 0
