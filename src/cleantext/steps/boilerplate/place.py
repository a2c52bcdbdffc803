"""Place: where a line stands: beside what, how far from the story, under what.

A first look says of every line how likely it belongs to a story. From that follow the
main block, the prose above and below, the run of other lines between a line and the
thick of the story. Each of these is cut into ranges here, and a table of weights says
what each range is worth for a line of each class.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, repeat
from typing import NamedTuple

from cleantext.steps.boilerplate.look import HEADLINE, Look
from cleantext.steps.boilerplate.verdict import Verdict

_LIKELY = (0.03, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97)
_SHARES = (1e-6, 0.01, 0.03, 0.1, 0.3, 0.6, 0.8, 0.9, 0.97, 0.9999)
_DISTANCES = (1.5, 2.5, 4.5, 8.5, 16, 40, 98)


def _both_ways(*limits: float) -> tuple[float, ...]:
    """Return limits above the story, which count below 0, and the same below it."""
    return (*(-limit for limit in reversed(limits)), *limits)


# The ranges of each feature: a value below the first limit is in range 0, and so on.
RANGES: dict[str, tuple[float, ...]] = {
    "own": _LIKELY,
    "line above": (-0.5, *_LIKELY),
    "line below": (-0.5, *_LIKELY),
    "from main block": (-40, -20, -10, -5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 5, 10, 20, 40),
    "share of main block": (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99),
    "inside main block": (-0.5, 1e-6, 0.05, 0.2, 0.8, 0.95, 0.9999),
    "prose above": _SHARES,
    "prose below": _SHARES,
    "up to prose": _DISTANCES,
    "down to prose": _DISTANCES,
    "gap to story": _both_ways(0.5, 1.5, 2.5, 3.5, 4.5, 6.5, 9.5, 14.5, 25.5),
    "labels to story": _both_ways(0.5, 1.5, 2.5, 3.5, 5.5, 8.5, 14.5, 25.5),
    "fragments": _LIKELY,
    "topic": (-0.5, 0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.65),
    "prose": (2, 3, 4, 5, 5.5, 6, 6.5, 7, 8),
    "alike": (1.5, 2.5, 4.5, 8.5, 16),
    "copies": (0.5, 1.5),
    "below end": (0.01, 0.3, 0.6, 0.8, 0.9, 0.99),
}
FEATURES = tuple(RANGES)
# No line counts as more words than this, so that one block does not outweigh a story.
_MOST_WORDS = 80
_STRONG = 0.8
_STRONG_WORDS = 12
_FAR = 99.0
# Lines to each side of the thick of the story, and of what its words are taken from.
_THICK = 4
_TOPIC_LINES = 6
_FEWEST_WORDS = 3
_TOPIC_LETTERS = 400
_ASCII_TOPIC_WORD = re.compile("[a-z]{4,}")
_ENDING = frozenset({"comments", "legal"})


class Line(NamedTuple):
    """A line as the first look has it: `chance` is how likely it belongs to the story, by itself.

    `again` is what it is worth by itself in the second sum.
    """

    text: str
    look: Look
    verdict: Verdict | None
    chance: float
    again: float = 0.0


class _Block(NamedTuple):
    first: int
    last: int
    share: float


def places(lines: Sequence[Line]) -> Iterator[int | list[int]]:
    """Yield feature by feature the range that each line is in, or the one that all of them are in."""
    for name, values in zip(FEATURES, _features(lines), strict=True):
        limits = RANGES[name]
        if isinstance(values, float):
            yield bisect_right(limits, values)
        else:
            yield [bisect_right(limits, value) for value in values]


def places_by_line(lines: Sequence[Line]) -> Iterator[tuple[int, ...]]:
    """Yield the same line by line."""
    ranges = (repeat(one, len(lines)) if isinstance(one, int) else one for one in places(lines))
    return zip(*ranges, strict=True)


def _features(lines: Sequence[Line]) -> Iterator[Sequence[float] | float]:
    """Yield the values of each feature, in the order of `RANGES`; one value where it is the same for all lines."""
    chances = [line.chance for line in lines]
    words = [min(line.look.words, _MOST_WORDS) for line in lines]
    count = len(lines)
    prose = [0.0, *accumulate(w * c if c > 0.5 else 0.0 for w, c in zip(words, chances, strict=True))]
    total = max(prose[-1], 1e-9)
    block = _main_block(chances, words, prose, total)
    thick = _thickest(chances, prose)
    yield chances
    yield [-1.0, *chances[:-1]]
    yield [*chances[1:], -1.0]
    yield [min(0, place - block.first) or max(0, place - block.last) for place in range(count)]
    yield block.share
    yield _inside(block, prose, count)
    yield [above / total for above in prose[:-1]]
    yield [(total - upto) / total for upto in prose[1:]]
    strong = [c > _STRONG and line.look.words >= _STRONG_WORDS for c, line in zip(chances, lines, strict=True)]
    yield _since(strong)
    yield _since(strong[::-1])[::-1]
    yield _gaps(chances, thick)
    yield _labels(lines, thick)
    yield _fragments(lines)
    yield _topics(lines, thick)
    yield math.log1p(prose[-1])
    yield _alike(lines)
    yield _copies(lines)
    yield _below_end(lines, prose, total)


def _main_block(chances: list[float], words: list[float], prose: list[float], total: float) -> _Block:
    """Find the span of lines that is most of a story: each line counts for or against it by its length."""
    best, first, last = -1.0, 0, 0
    sum_, start = 0.0, 0
    for place, (chance, length) in enumerate(zip(chances, words, strict=True)):
        if sum_ <= 0:
            sum_, start = 0.0, place
        worth = length * (2 * chance - 1)
        sum_ += worth if worth >= 0 else min(worth, -1.0)
        if sum_ > best:
            best, first, last = sum_, start, place
    return _Block(first, last, (prose[last + 1] - prose[first]) / total)


def _inside(block: _Block, prose: list[float], count: int) -> list[float]:
    start = prose[block.first]
    length = max(1e-9, prose[block.last + 1] - start)
    inside = [(prose[place] - start) / length for place in range(block.first, block.last + 1)]
    return [-1.0] * block.first + inside + [-1.0] * (count - block.last - 1)


def _thickest(chances: list[float], prose: list[float]) -> int:
    """Return the place with the most prose around it."""
    count = len(chances)
    around = (
        (prose[min(place + _THICK + 1, count)] - prose[max(place - _THICK, 0)]) * (0.2 + chance)
        for place, chance in enumerate(chances)
    )
    return max(enumerate(around), key=_second)[0]


def _second(pair: tuple[int, float]) -> float:
    return pair[1]


def _since(strong: Sequence[bool]) -> list[float]:
    """Return how many lines above each the last strong one stands."""
    distances: list[float] = []
    distance = _FAR
    for is_strong in strong:
        distances.append(distance)
        distance = 1.0 if is_strong else distance + 1 if distance < _FAR else _FAR
    return distances


def _gaps(chances: list[float], thick: int) -> list[float]:
    """Return the longest run of lines that are no prose between each line and the thick of the story."""

    def longest(way: range) -> Iterator[float]:
        run = best = 0
        for place in way:
            yield best
            run = run + 1 if chances[place] < 0.3 else 0
            best = max(best, run)

    above = [-gap for gap in longest(range(thick, -1, -1))][:0:-1]
    return above + list(longest(range(thick, len(chances))))


def _labels(lines: Sequence[Line], thick: int) -> list[float]:
    """Return how many lines that a rule knows stand between each line and the thick of the story."""
    known = [0, *accumulate(line.verdict is not None for line in lines)]
    above = [float(known[place + 1] - known[thick]) for place in range(thick)]
    return above + [float(max(0, known[place] - known[thick + 1])) for place in range(thick, len(lines))]


def _fragments(lines: Sequence[Line]) -> list[float]:
    """Return the best chance among the fragments of one paragraph that links have cut in lines."""
    values: list[float] = []
    group: list[float] = []
    is_ended = True
    for line in lines:
        if group and (is_ended or not line.look.begins_small):
            values += [max(group)] * len(group)
            group = []
        group.append(line.chance)
        is_ended = line.look.is_ended
    return values + [max(group)] * len(group)


def _topics(lines: Sequence[Line], thick: int) -> list[float]:
    """Return which share of a line's longer words stands in the thick of the story; -1 for few words."""
    core: set[str] = set()
    for line in lines[max(0, thick - _TOPIC_LINES) : thick + _TOPIC_LINES + 1]:
        if line.chance > 0.5:
            core |= _topic_words(line.text)
    return [_topic(line, core) for line in lines]


def _topic(line: Line, core: set[str]) -> float:
    # Labels have too few words to tell, and are most lines of a page.
    if line.look.kind > HEADLINE:
        return -1.0
    words = _topic_words(line.text)
    return len(words & core) / len(words) if len(words) >= _FEWEST_WORDS else -1.0


def _topic_words(text: str) -> set[str]:
    """Return words of four letters and more, and pairs of ideographs, of the first part of a line."""
    text = text[:_TOPIC_LETTERS].lower()
    if text.isascii():
        return set(_ASCII_TOPIC_WORD.findall(text))
    return {found[1] or found[0] for found in _topic_word().finditer(text)}


@cache
def _topic_word() -> re.Pattern[str]:
    # Compiled when first needed: so large a class takes milliseconds.
    return re.compile(r"[^\W\d_぀-ヿ㐀-鿿]{4,}|(?=([぀-ヿ㐀-鿿]{2}))")


def _alike(lines: Sequence[Line]) -> list[float]:
    """Return how many lines of the same shape stand in a row."""
    values: list[float] = []
    run = 0
    last = ""
    for line in lines:
        if line.look.shape != last:
            values += [float(run)] * run
            run, last = 0, line.look.shape
        run += 1
    return values + [float(run)] * run


def _copies(lines: Sequence[Line]) -> list[float]:
    """Return 0 for a line that stands once, 1 for the first of several copies, 2 for the others."""
    counts = Counter([line.text for line in lines])
    if len(counts) == len(lines):
        return [0.0] * len(lines)
    seen: set[str] = set()
    values: list[float] = []
    for line in lines:
        if counts[line.text] == 1:
            values.append(0.0)
            continue
        values.append(2.0 if line.text in seen else 1.0)
        seen.add(line.text)
    return values


def _below_end(lines: Sequence[Line], prose: list[float], total: float) -> list[float]:
    """Return which share of the prose stands above the last line that can end an article; 0 without one above."""
    values: list[float] = []
    share = 0.0
    for place, line in enumerate(lines):
        values.append(share)
        verdict = line.verdict
        if verdict and verdict.kind in _ENDING and (verdict.takes == "list" or not verdict.edge):
            share = max(share, min(1.0, prose[place] / total))
    return values
