"""Matcher: many phrases found in one pass over a folded text.

Spans in the folded text are spans in the text. A hit must begin and end at a
word's border; leftmost-longest matching with the borders checked afterwards would
lose hits, so all hits are found and the borders are checked on each.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

import ahocorasick_rs

from cleantext.core.fold import fold

__all__ = ["Matcher", "fold", "is_bounded"]

# Scripts that put no space between words: a border inside them means nothing.
_SPACELESS = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u9fff"),
    ("\uf900", "\ufaff"),
)

# With 2,400 phrases the DFA is two and a half times as fast and takes 5 MB; with 5,200 it is a
# third faster, takes 11 MB and begins to fall out of the cache.
_DFA_PHRASES = 3_000
# Outside ASCII the engine keeps eight bytes for each byte of what it searches, to count in code points.
_WINDOW = 1 << 14


class Matcher:
    """Finds phrases in folded text; safe to share between threads, never pickled."""

    def __init__(self, phrases: Sequence[str]) -> None:
        """Build the automaton; a hit names a phrase by its place in `phrases`.

        Raises:
            ValueError: a phrase is empty.
        """
        folded = [fold(phrase) for phrase in phrases]
        if not all(folded):
            raise ValueError(f"phrase {folded.index('')} is empty; leave it out")
        self._longest = max(map(len, folded), default=0)
        self._borders = [(_is_word(phrase[0]), _is_word(phrase[-1])) for phrase in folded]
        engines = ahocorasick_rs.Implementation
        self._automaton = ahocorasick_rs.AhoCorasick(
            folded,
            matchkind=ahocorasick_rs.MatchKind.Standard,
            implementation=engines.DFA if len(folded) <= _DFA_PHRASES else engines.ContiguousNFA,
        )

    def find(self, folded: str) -> list[tuple[int, int, int]]:
        """Find every hit in a folded text: (phrase, start, end), by start, the longest first.

        Hits may overlap; each begins and ends at a word's border.
        """
        borders = self._borders
        hits: list[tuple[int, int, int]] = []
        for phrase, start, end in self._found(folded):
            at_start, at_end = borders[phrase]
            if at_start and start and _is_word(folded[start - 1]):
                continue
            if at_end and end < len(folded) and _is_word(folded[end]):
                continue
            hits.append((phrase, start, end))
        hits.sort(key=_by_start_then_longest)
        return hits

    def find_inside(self, folded: str) -> list[tuple[int, int, int]]:
        """Find every hit, inside words as well: for keywords of patterns, whose borders the pattern checks."""
        return sorted(self._found(folded), key=_by_start_then_longest)

    def _found(self, folded: str) -> Iterator[tuple[int, int, int]]:
        """Yield every hit, unordered; a long text goes in windows that overlap by the longest phrase."""
        find = self._automaton.find_matches_as_indexes
        if len(folded) <= _WINDOW:
            yield from find(folded, overlapping=True)
            return
        for offset in range(0, len(folded), _WINDOW):
            for phrase, start, end in find(folded[offset : offset + _WINDOW + self._longest], overlapping=True):
                # What begins in the overlap is the next window's.
                if start < _WINDOW:
                    yield phrase, start + offset, end + offset


def is_bounded(folded: str, start: int, end: int) -> bool:
    """Say whether a span begins and ends at a word's border."""
    return not (
        (start and _is_word(folded[start - 1]) and _is_word(folded[start]))
        or (end < len(folded) and _is_word(folded[end]) and _is_word(folded[end - 1]))
    )


def _is_word(character: str) -> bool:
    if character.isalnum() or character == "_":
        return character < "\u0e00" or not any(first <= character <= last for first, last in _SPACELESS)
    # A combining mark belongs to the letter before it.
    return not character.isascii() and unicodedata.category(character)[0] == "M"


def _by_start_then_longest(hit: tuple[int, int, int]) -> tuple[int, int, int]:
    return hit[1], -hit[2], hit[0]
