"""Align: turn a rewritten line into small edits.

Some repairs come as a whole new line. Prefix and suffix are cut off, the rest is
compared word by word in a bounded window, and where that fails the run becomes one
edit. `difflib` would be cubic on repetitive lines: 16 s for 4,400 characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.core.edit import Edit

# Not \s: it takes U+0085, which is a damaged letter as often as a space.
_WORDS = re.compile(r"[^ \t\n]+|[ \t\n]+")
# How many words ahead a run of changed words may look for the next common one.
_WINDOW = 8


def edits_between(before: str, after: str, offset: int, rule: str) -> Iterator[Edit]:
    """Yield sorted, disjoint edits that make `after` of `before`, whose text begins at `offset`."""
    if before == after:
        return
    waiting: Edit | None = None
    for edit in _word_edits(before, after, offset, rule):
        if waiting is not None and edit.start == waiting.end:
            # Touching edits are one: an insertion beside a deletion would have no order.
            joined = waiting.before + edit.before, waiting.after + edit.after
            waiting = trimmed(waiting.start, *joined, rule)
            continue
        if waiting is not None:
            yield waiting
        waiting = edit
    if waiting is not None:
        yield waiting


def _word_edits(before: str, after: str, offset: int, rule: str) -> Iterator[Edit]:
    left, right = _WORDS.findall(before), _WORDS.findall(after)
    i = j = 0
    position = offset
    while i < len(left) or j < len(right):
        if i < len(left) and j < len(right) and left[i] == right[j]:
            position += len(left[i])
            i, j = i + 1, j + 1
            continue
        next_i, next_j = _next_common(left, right, i, j)
        old, new = "".join(left[i:next_i]), "".join(right[j:next_j])
        if old != new:
            yield trimmed(position, old, new, rule)
        position += len(old)
        i, j = next_i, next_j


def trimmed(start: int, before: str, after: str, rule: str) -> Edit:
    """Return one edit without what `before` and `after` have in common at both ends."""
    limit = min(len(before), len(after))
    head = 0
    while head < limit and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < limit - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    before, after = before[head : len(before) - tail], after[head : len(after) - tail]
    return Edit(start + head, start + head + len(before), before, after, rule)


def _next_common(left: list[str], right: list[str], i: int, j: int) -> tuple[int, int]:
    """Find the nearest place where both sides have the same two words again, or one at the very end."""
    for distance in range(1, 2 * _WINDOW):
        for ahead in range(max(0, distance - _WINDOW), min(distance, _WINDOW) + 1):
            next_i, next_j = i + ahead, j + distance - ahead
            if next_i < len(left) and next_j < len(right) and left[next_i : next_i + 2] == right[next_j : next_j + 2]:
                return next_i, next_j
    # Same number of words on both sides: pair them one by one rather than give up the line.
    if len(left) - i == len(right) - j and i < len(left):
        return i + 1, j + 1
    return len(left), len(right)
