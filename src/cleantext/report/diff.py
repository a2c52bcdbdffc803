"""Diff: what changed in a text, as a unified diff that `patch` can read.

It is made from the edits, not by comparing the texts: `difflib` takes seconds for a
few thousand letters of repeated lines, and the edits know already.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from cleantext.core.edit import Edit, apply

# What every tool shows around a change.
CONTEXT = 3
_NO_END = "\\ No newline at end of file\n"
_COLOURS = {"@": "\x1b[36m", "-": "\x1b[31m", "+": "\x1b[32m"}
_HEADER, _OFF = "\x1b[1m", "\x1b[m"


class Block(NamedTuple):
    """Lines from `start` on, counted from 0, that were replaced; each line with its line feed, if it has one."""

    start: int
    before: tuple[str, ...]
    after: tuple[str, ...]


def header(name: str) -> Iterator[str]:
    """Yield the two lines that stand before the hunks of a text."""
    yield f"--- {name}\n"
    yield f"+++ {name}\n"


def hunks(original: str, edits: Sequence[Edit]) -> Iterator[str]:
    """Yield the lines of all hunks for edits that are sorted and disjoint; nothing where no line differs."""
    lines = _lines(original)
    shift = 0
    for group in _grouped(blocks(original, edits)):
        yield from _hunk(lines, group, shift)
        shift += sum(len(block.after) - len(block.before) for block in group)


def line_hunk(number: int, before: str, after: str) -> Iterator[str]:
    """Yield a hunk for one line that became one line, counted from 1, without its neighbours."""
    yield f"@@ -{number} +{number} @@\n"
    yield from _marked("-", (before,))
    yield from _marked("+", (after,))


def coloured(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a diff in the colours a terminal shows them in."""
    for line in lines:
        colour = _HEADER if line.startswith(("--- ", "+++ ")) else _COLOURS.get(line[:1], "")
        yield f"{colour}{line[:-1]}{_OFF}\n" if colour else line


def blocks(original: str, edits: Sequence[Edit]) -> Iterator[Block]:
    """Yield the lines that edits replace, in order and apart, without what is equal at either end."""
    lines = _lines(original)
    starts = [0, *accumulate(map(len, lines))]
    index = 0
    while index < len(edits):
        first = end = _line_at(starts, lines, edits[index].start)
        group: list[Edit] = []
        while True:
            while index < len(edits) and (not group or _line_at(starts, lines, edits[index].start) < end):
                last = _line_at(starts, lines, max(edits[index].start, edits[index].end - 1))
                end = max(end, min(last + 1, len(lines)))
                group.append(edits[index])
                index += 1
            if end == len(lines) or _ends_line(original, group, starts[first], starts[end]):
                break
            # The line feed went: what follows is part of the same line now.
            end += 1
        after = _patched(original, starts[first], starts[end], group)
        yield from _trimmed(Block(first, tuple(lines[first:end]), tuple(_lines(after))))


def _lines(text: str) -> list[str]:
    *whole, last = text.split("\n")
    lines = [f"{line}\n" for line in whole]
    return [*lines, last] if last else lines


def _line_at(starts: list[int], lines: list[str], position: int) -> int:
    """Say which line a position is in; behind the last line feed there is one more."""
    line = bisect_right(starts, position) - 1
    if line == len(lines) and lines and not lines[-1].endswith("\n"):
        return line - 1
    return line


def _ends_line(original: str, edits: Sequence[Edit], start: int, end: int) -> bool:
    """Say whether lines that end in a line feed still do after the edits; no lines at all do, too."""
    for edit in reversed(edits):
        if edit.end != end:
            break
        if edit.after:
            return edit.after.endswith("\n")
        end = edit.start
    return end == start or original[end - 1] == "\n"


def _patched(original: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    moved = [edit._replace(start=edit.start - start, end=edit.end - start) for edit in edits]
    return apply(original[start:end], moved)


def _trimmed(block: Block) -> Iterator[Block]:
    start, before, after = block
    low, high = 0, 0
    shorter = min(len(before), len(after))
    while low < shorter and before[low] == after[low]:
        low += 1
    while high < shorter - low and before[-1 - high] == after[-1 - high]:
        high += 1
    before, after = before[low : len(before) - high], after[low : len(after) - high]
    if before or after:
        yield Block(start + low, before, after)


def _grouped(found: Iterable[Block]) -> Iterator[list[Block]]:
    """Put blocks together whose neighbourhoods touch."""
    group: list[Block] = []
    for block in found:
        if group and block.start - (group[-1].start + len(group[-1].before)) > 2 * CONTEXT:
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _hunk(lines: list[str], group: list[Block], shift: int) -> Iterator[str]:
    start = max(0, group[0].start - CONTEXT)
    end = min(len(lines), group[-1].start + len(group[-1].before) + CONTEXT)
    grown = sum(len(block.after) - len(block.before) for block in group)
    yield f"@@ -{_range(start, end - start)} +{_range(start + shift, end - start + grown)} @@\n"
    position = start
    for block in group:
        yield from _marked(" ", lines[position : block.start])
        yield from _marked("-", block.before)
        yield from _marked("+", block.after)
        position = block.start + len(block.before)
    yield from _marked(" ", lines[position:end])


def _range(start: int, length: int) -> str:
    """Write a range of lines; an empty one is named by the line before it."""
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


def _marked(mark: str, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if line.endswith("\n"):
            yield mark + line
        else:
            yield f"{mark}{line}\n"
            yield _NO_END
