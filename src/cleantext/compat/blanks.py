"""Blanks: runs of white space, brought to what stands between words, lines and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleantext.core.edit import Edit

_RUN = re.compile(r"\s+")


class Layout(NamedTuple):
    """What is to become of line breaks, under the names of clean-text."""

    no_line_breaks: bool = False
    strip_lines: bool = True
    keep_two_line_breaks: bool = False


def blanks(text: str, layout: Layout) -> Iterator[Edit]:
    """Yield one space, line feed or blank line for each run of white space, and nothing at the text's ends."""
    for found in _RUN.finditer(text):
        start, end = found.span()
        run = found[0]
        after = "" if start == 0 or end == len(text) else _between(run, layout)
        if after != run:
            yield Edit(start, end, run, after, "compat.clean-text/blanks")


def _between(run: str, layout: Layout) -> str:
    lines = run.splitlines(keepends=True)
    # The last line of a run has a break where nothing follows it.
    last = lines[-1].splitlines()[0]
    breaks = len(lines) - (last == lines[-1])
    if breaks == 0 or layout.no_line_breaks:
        return " "
    between = "\n\n" if breaks > 1 and layout.keep_two_line_breaks else "\n"
    if layout.strip_lines:
        return between
    return " " * bool(lines[0].splitlines()[0]) + between + " " * (last == lines[-1])
