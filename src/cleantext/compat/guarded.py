"""Guarded text: a text that changes step by step while some parts of it stay as they are.

Exceptions are the caller's and never change. Tokens are what we put in place of an
address or a number: later steps leave them alone too, but for case and blanks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple

from cleantext.core.edit import Edit, SpanMap, apply, resolve

Span = tuple[int, int]
Finder = Callable[[str], Iterable[Edit]]


class Guarded(NamedTuple):
    """A text with the spans that stay: both kinds sorted, disjoint within themselves, never empty."""

    text: str
    exceptions: tuple[Span, ...] = ()
    tokens: tuple[Span, ...] = ()

    def edited(self, find: Finder) -> Guarded:
        """Return the text with what is found changed, but for what touches an exception or a token."""
        return self._with(_outside(_outside(resolve(find(self.text)), self.exceptions), self.tokens))

    def edited_in_tokens(self, find: Finder) -> Guarded:
        """Return the text with what is found changed, but for what touches an exception."""
        return self._with(_outside(resolve(find(self.text)), self.exceptions))

    def with_tokens(self, find: Finder) -> Guarded:
        """Return the text with what is found changed, each change a token from now on."""
        edits = _outside(_outside(resolve(find(self.text)), self.exceptions), self.tokens)
        made: list[Span] = []
        shift = 0
        for edit in edits:
            start = edit.start + shift
            if edit.after:
                made.append((start, start + len(edit.after)))
            shift += len(edit.after) - len(edit.before)
        after = self._with(edits)
        return after._replace(tokens=tuple(sorted((*after.tokens, *made))))

    def lowered(self) -> Guarded:
        """Return the text in small letters, but for the exceptions."""
        gaps = zip(
            (0, *(end for _, end in self.exceptions)), (*(start for start, _ in self.exceptions), len(self.text))
        )
        return self._with(tuple(_lower(self.text, start, end) for start, end in gaps if start < end))

    def _with(self, edits: tuple[Edit, ...]) -> Guarded:
        if not edits:
            return self
        text = apply(self.text, edits)
        if not self.exceptions and not self.tokens:
            return Guarded(text)
        places = SpanMap(edits)
        return Guarded(text, _moved(self.exceptions, places), _moved(self.tokens, places))


def _lower(text: str, start: int, end: int) -> Edit:
    before = text[start:end]
    return Edit(start, end, before, before.lower(), "compat.clean-text/lower")


def _moved(spans: Iterable[Span], places: SpanMap) -> tuple[Span, ...]:
    moved = (places.span(start, end) for start, end in spans)
    return tuple((start, end) for start, end in moved if start < end)


def _outside(edits: tuple[Edit, ...], spans: tuple[Span, ...]) -> tuple[Edit, ...]:
    """Return the edits that share no character with a span."""
    if not spans or not edits:
        return edits
    starts = [start for start, _ in spans]
    return tuple(edit for edit in edits if not _touches(edit, starts, spans))


def _touches(edit: Edit, starts: list[int], spans: tuple[Span, ...]) -> bool:
    index = bisect_right(starts, max(edit.start, edit.end - 1)) - 1
    return index >= 0 and spans[index][1] > edit.start
