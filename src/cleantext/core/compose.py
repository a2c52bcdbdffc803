"""Compose: two layers of edits, one made after the other, as one layer.

`compose(first, second)` takes edits of a text and edits of what they made of it, and
returns edits of the first text alone. Only the parts where both layers worked on the
same letters are merged; all the others stay as they are, moved to their place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cleantext.core.edit import Edit, invert


def compose(first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return one layer that does what `first` and then `second` do.

    Both must be sorted and disjoint; so is the result:
    `apply(t, compose(a, b)) == apply(apply(t, a), b)`. Linear in the number of edits.
    """
    if not first or not second:
        return tuple(first or second)
    middles = [_Middle(undo.start, undo.end, edit) for edit, undo in zip(first, invert(first), strict=True)]
    composed: list[Edit] = []
    i = j = shift = 0
    while i < len(middles) or j < len(second):
        group = _Group([], [])
        if j == len(second) or (i < len(middles) and middles[i][:2] <= second[j][:2]):
            group.firsts.append(middles[i])
            i += 1
        else:
            group.seconds.append(second[j])
            j += 1
        while True:
            if i < len(middles) and group.seconds and _touch(middles[i], group.seconds[-1]):
                group.firsts.append(middles[i])
                i += 1
            elif j < len(second) and group.firsts and _touch(group.firsts[-1], second[j]):
                group.seconds.append(second[j])
                j += 1
            else:
                break
        edit = _merge(group, shift)
        shift += sum(len(middle.edit.after) - len(middle.edit.before) for middle in group.firsts)
        if edit.before != edit.after:
            composed.append(edit)
    return tuple(composed)


class _Middle(NamedTuple):
    """A first edit with the span of its `after` in the text between the two layers."""

    start: int
    end: int
    edit: Edit


class _Group(NamedTuple):
    """Edits of both layers that hang together, each list in order."""

    firsts: list[_Middle]
    seconds: list[Edit]


def _touch(first: _Middle, second: Edit) -> bool:
    """Say whether the two must be merged: they share letters, or nothing would order them."""
    if second.start == second.end:
        if first.start == first.end or first.edit.start == first.edit.end:
            return first.start <= second.start <= first.end
        return first.start < second.start < first.end
    if first.start == first.end:
        return second.start < first.start < second.end
    return first.start < second.end and second.start < first.end


def _merge(group: _Group, shift: int) -> Edit:
    """Make one edit of a group; `shift` is how far the first layer moved the text before it."""
    firsts, seconds = group
    if not firsts:
        (only,) = seconds
        return only._replace(start=only.start - shift, end=only.end - shift)
    if not seconds:
        return firsts[0].edit
    low = min(firsts[0].start, seconds[0].start)
    high = max(firsts[-1].end, seconds[-1].end)
    between = _middle_text(group, low, high)
    before = _patched(between, [(m.start - low, m.end - low, m.edit.before) for m in firsts])
    after = _patched(between, [(e.start - low, e.end - low, e.after) for e in seconds])
    start = low - shift
    rules = dict.fromkeys([*(m.edit.rule for m in firsts), *(e.rule for e in seconds)])
    # Of several, the least sure one speaks for all.
    confidence = min([*(m.edit.confidence for m in firsts), *(e.confidence for e in seconds)])
    return Edit(start, start + len(before), before, after, "+".join(rules), confidence)


def _middle_text(group: _Group, low: int, high: int) -> str:
    """Put together what the text between the layers reads, from the edits that cover it."""
    pieces = [(m.start, m.edit.after) for m in group.firsts] + [(e.start, e.before) for e in group.seconds]
    pieces.sort(key=lambda piece: piece[0])
    parts: list[str] = []
    position = low
    for start, piece in pieces:
        if start + len(piece) > position:
            parts.append(piece[position - start :])
            position = start + len(piece)
    return "".join(parts)


def _patched(text: str, patches: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    position = 0
    for start, end, replacement in patches:
        parts += [text[position:start], replacement]
        position = end
    parts.append(text[position:])
    return "".join(parts)
