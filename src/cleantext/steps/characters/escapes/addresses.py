"""Addresses: the spans of a text in which escapes are at home.

A web address, an e-mail address or a path is read by machines; decoding a piece of it
breaks it. Spans come in order, so that one walk along both lists places every escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_URL = re.compile(r"(?:[a-z][a-z0-9+.-]{1,15}://|www\.)\S{0,2000}", re.IGNORECASE)
# An e-mail address; a drive, a server, and any other backslash word that is no escape: a folder, or a command
# of LaTeX. `\n` counts as the start of one in front of a small letter only.
_PATH = re.compile(
    r"[\w.+%\\=-]{1,64}@[A-Za-z0-9-]{1,63}\.[A-Za-z]{2}"
    r"|(?<![A-Za-z])[A-Za-z]:\\\S{0,300}"
    r"|\\\\[A-Za-z]\w{0,60}\\\S{0,300}"
    r"|(?<!\\)\\(?!u[0-9A-Fa-f]{4}|u\{|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|[ntrfbv](?![a-z]))[A-Za-z]{2}\S{0,300}"
)


def address_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of web addresses."""
    if "://" in text or "www." in text.lower():
        yield from (found.span() for found in _URL.finditer(text))


def path_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of e-mail addresses, paths with backslashes, and commands of LaTeX."""
    return (found.span() for found in _PATH.finditer(text))


class Walk:
    """Tells for places that come in ascending order whether one of some spans holds them."""

    def __init__(self, spans: Iterator[tuple[int, int]]) -> None:
        self._spans = spans
        self._start, self._end = next(spans, _NOWHERE)

    def holds(self, place: int) -> bool:
        """Say whether a place lies inside a span."""
        while place >= self._end:
            self._start, self._end = next(self._spans, _NOWHERE)
        return place >= self._start


_NOWHERE = (1 << 62, 1 << 62)
