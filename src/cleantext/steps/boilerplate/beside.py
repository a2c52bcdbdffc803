"""Beside: what lines have in common with those around them: a paragraph, a shape, words, their text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import add
from typing import TypeVar

from cleantext.steps.boilerplate.look import HEADLINE

# Lines to each side of the thick of the story, of which its words are taken.
_TOPIC_LINES = 6
_FEWEST_WORDS = 3
_TOPIC_LETTERS = 160
_LONG_WORD = 4
# Signs of ASCII and digits are blanks; the line feed stays.
_NO_SIGNS = bytes(byte if byte == 10 or byte >= 128 or chr(byte).isalpha() else 32 for byte in range(256))
T = TypeVar("T")


def fragments(own: Sequence[int], ended: Sequence[bool], small: Sequence[bool], rows: Sequence[T]) -> list[T]:
    """Return the rows of the best chance among the fragments of one paragraph that links have cut in lines."""
    values = [rows[index] for index in own]
    joined = [place for place, is_small in enumerate(small) if is_small and place and not ended[place - 1]]
    start = end = -1
    for place in [*joined, -1]:
        if place == end:
            end += 1
            continue
        if end > 0:
            best = max(own[start:end])
            values[start:end] = [rows[best]] * (end - start)
        start, end = place - 1, place + 1
    return values


def topics(
    texts: Sequence[str],
    kinds: Sequence[int],
    chances: Sequence[float],
    thick: int,
    table: tuple[Sequence[T], Sequence[float]],
) -> list[T]:
    """Return the rows of which share of a line's longer words stands in the thick of the story; -1 for few words."""
    rows, limits = table
    # Labels have too few words to tell, and are most lines of a page.
    asked = [place for place, kind in enumerate(kinds) if kind <= HEADLINE]
    thickest = range(thick - _TOPIC_LINES, thick + _TOPIC_LINES + 1)
    telling = [place for place in thickest if 0 <= place < len(texts) and chances[place] > 0.5]
    values = [rows[0]] * len(texts)
    if not asked:
        return values
    places = sorted({*asked, *telling})
    words = dict(zip(places, _topic_words([texts[place] for place in places]), strict=True))
    core: set[bytes] = set().union(*[words[place] for place in telling])
    for place in asked:
        found = words[place]
        if len(found) >= _FEWEST_WORDS:
            values[place] = rows[bisect_right(limits, len(found & core) / len(found))]
    return values


def _topic_words(texts: list[str]) -> Iterator[set[bytes]]:
    """Yield words of four letters and more, or pairs of ideographs, of the first part of each line."""
    begins = [text[:_TOPIC_LETTERS].lower() for text in texts]
    lines = "\n".join(begins).encode("utf-8", "replace").translate(_NO_SIGNS).split(b"\n")
    for begin, line in zip(begins, lines, strict=True):
        words = line.split()
        if len(line) > len(begin) and len(line) > 2 * len(begin):
            # Without blanks between words: three bytes an ideograph.
            signs = "".join(begin.split())
            yield {sign.encode("utf-8", "replace") for sign in map(add, signs, signs[1:])}
        else:
            # Letters of other scripts take two bytes.
            shortest = _LONG_WORD * len(line) // (len(begin) or 1)
            yield {word for word in words if len(word) >= shortest}


def alike(shapes: Sequence[str], table: tuple[Sequence[T], Sequence[float]]) -> list[T]:
    """Return the rows of how many lines of the same shape stand in a row."""
    rows, limits = table
    values: list[T] = []
    for _, run in groupby(shapes):
        length = len(list(run))
        values += [rows[bisect_right(limits, length)]] * length
    return values


def copies(texts: Sequence[str], rows: Sequence[T]) -> list[T]:
    """Return the first row for a line that stands once, the second for the first of several copies, else the third."""
    values = [rows[0]] * len(texts)
    if len(set(texts)) == len(texts):
        return values
    counts = Counter(texts)
    seen: set[str] = set()
    for place in [place for place, text in enumerate(texts) if counts[text] > 1]:
        values[place] = rows[2] if texts[place] in seen else rows[1]
        seen.add(texts[place])
    return values
