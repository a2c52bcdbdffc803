"""Exceptions: the parts of a text that patterns of the caller take out of all cleaning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.compat.guarded import Span
from cleantext.core.linear import slow
from cleantext.core.parsed import parse

# What a pattern that may take the square of a length is shown at a time; a page's longest line is shorter.
_PIECE = 4_000


def exceptions(text: str, patterns: tuple[str, ...]) -> tuple[Span, ...]:
    """Return the spans that patterns match, those that overlap joined; sorted, never empty.

    A pattern that is not plainly linear is looked for in one line at a time, and in pieces of
    lines of more than 4,000 characters, so that time stays in proportion to the text.
    """
    spans: list[Span] = []
    for pattern in patterns:
        search = re.compile(pattern)
        pieces: Iterator[Span] = _pieces(text) if slow(parse(pattern)) else iter([(0, len(text))])
        for start, end in pieces:
            spans += [found.span() for found in search.finditer(text, start, end) if found[0]]
    return tuple(_joined(sorted(spans)))


def _pieces(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        while end - start > _PIECE:
            blank = text.rfind(" ", start, start + _PIECE)
            cut = blank + 1 if blank >= start else start + _PIECE
            yield start, cut
            start = cut
        yield start, end
        start = end


def _joined(spans: list[Span]) -> Iterator[Span]:
    first: Span | None = None
    for start, end in spans:
        if first is not None and start < first[1]:
            first = first[0], max(first[1], end)
            continue
        if first is not None:
            yield first
        first = start, end
    if first is not None:
        yield first
