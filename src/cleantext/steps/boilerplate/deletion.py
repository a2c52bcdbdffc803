"""Deletion: edits that take lines out of a text without leaving a gap.

With a run of lines goes one of the two gaps around it: the blank lines after it, or
at the end of the text the blank lines before it. A text that ended without a line
break still does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.boilerplate.story import Removed


def deletions(doc: Doc, removed: Mapping[int, Removed]) -> Iterator[Edit]:
    """Yield one edit for each removed line; `removed` says by which rule. At least one other line must stay."""
    lines, starts = doc.lines, doc.line_starts
    numbers = sorted(removed)
    for run in _runs(numbers, lines):
        before, after = run[0], run[-1] + 1
        while before > 0 and not lines[before - 1].strip():
            before -= 1
        while after < len(lines) and not lines[after].strip():
            after += 1
        if after == len(lines):
            yield from _at_end(doc, run, before, removed)
            continue
        # Without a blank line before it, the run leaves the gap after it where it is.
        end = after if before < run[0] or before == 0 else run[-1] + 1
        yield from _edits(doc.text, run, [*[starts[number] for number in run], starts[end]], removed)


def _at_end(doc: Doc, run: list[int], before: int, removed: Mapping[int, Removed]) -> list[Edit]:
    """Return the edits of a run after which nothing but blank lines follows."""
    text, lines, starts = doc.text, doc.lines, doc.line_starts
    last = run[-1]
    bounds = [starts[number] for number in run]
    bounds[0] = starts[before]
    if last + 1 < len(lines):
        bounds.append(starts[last + 1])
    else:
        bounds.append(len(text))
        if before > 0:
            # The line break before the run goes with it, with its carriage return.
            bounds[0] -= 2 if lines[before - 1].endswith("\r") else 1
    return _edits(text, run, bounds, removed)


def _runs(numbers: list[int], lines: Sequence[str]) -> Iterator[list[int]]:
    """Yield the removed lines in runs that only blank lines interrupt."""
    run: list[int] = []
    last = -1
    for number in numbers:
        if run and number != last + 1 and any(lines[between].strip() for between in range(last + 1, number)):
            yield run
            run = []
        run.append(number)
        last = number
    if run:
        yield run


def _edits(text: str, run: list[int], bounds: list[int], removed: Mapping[int, Removed]) -> list[Edit]:
    """Return the edits of a run of lines; each ends where the next begins."""
    return [
        Edit(start, end, text[start:end], "", rule, round(confidence, 3))
        for (start, end), (rule, confidence) in zip(pairwise(bounds), [removed[number] for number in run], strict=True)
    ]
