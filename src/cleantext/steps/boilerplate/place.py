"""Place: where a line stands: beside what, how far from the story, under what.

A first look says of every line how likely it belongs to a story. From that follow the
main block, the prose above and below, the run of other lines between a line and the
thick of the story. Each of these is cut into ranges here, and a table of weights says
what each range is worth for a line of each class. Most of them are the same for line
after line, so they are found as runs of lines and not line by line.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Generic, NamedTuple, TypeVar

from cleantext.steps.boilerplate.beside import alike, copies, fragments, topics
from cleantext.steps.boilerplate.verdict import Verdict

# Where the chance of a line is cut into ranges.
LIKELY = (0.03, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97)
_SHARES = (1e-6, 0.01, 0.03, 0.1, 0.3, 0.6, 0.8, 0.9, 0.97, 0.9999)
_DISTANCES = (1.5, 2.5, 4.5, 8.5, 16, 40, 98)


def _both_ways(*limits: float) -> tuple[float, ...]:
    """Return limits above the story, which count below 0, and the same below it."""
    return (*(-limit for limit in reversed(limits)), *limits)


# The ranges of each feature: a value below the first limit is in range 0, and so on.
RANGES: dict[str, tuple[float, ...]] = {
    "own": LIKELY,
    "line above": (-0.5, *LIKELY),
    "line below": (-0.5, *LIKELY),
    "from main block": (-40, -20, -10, -5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 5, 10, 20, 40),
    "share of main block": (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99),
    "inside main block": (-0.5, 1e-6, 0.05, 0.2, 0.8, 0.95, 0.9999),
    "prose above": _SHARES,
    "prose below": _SHARES,
    "up to prose": _DISTANCES,
    "down to prose": _DISTANCES,
    "gap to story": _both_ways(0.5, 1.5, 2.5, 3.5, 4.5, 6.5, 9.5, 14.5, 25.5),
    "labels to story": _both_ways(0.5, 1.5, 2.5, 3.5, 5.5, 8.5, 14.5, 25.5),
    "fragments": LIKELY,
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
# No distance and no gap is told from a longer one.
_FAR = 98
_WIDEST = 26
# Lines to each side of the thick of the story.
_THICK = 4
_ENDING = frozenset({"comments", "legal"})
T = TypeVar("T")


class Page(NamedTuple):
    """The lines of a page as the first look has them, column by column.

    `chances` is how likely each belongs to the story, by itself, `own` in which range that is;
    `verdicts` go by place, in their order. `again` is what each is worth by itself in the second sum.
    """

    texts: Sequence[str]
    kinds: Sequence[int]
    words: Sequence[float]
    chances: Sequence[float]
    own: Sequence[int]
    ended: Sequence[bool]
    small: Sequence[bool]
    shapes: Sequence[str]
    verdicts: Mapping[int, Verdict]
    again: Sequence[float] = ()


class Block(NamedTuple):
    """A span of lines, with its share of the prose."""

    first: int
    last: int
    share: float


class Prose(NamedTuple):
    """What follows from the chances of all lines: `upto` is how many words of prose stand above each."""

    upto: list[float]
    total: float
    block: Block
    thick: int


def prose_of(page: Page) -> Prose:
    """Find the prose of a page: each line counts for or against the main block by its length."""
    counted = [length if length < _MOST_WORDS else _MOST_WORDS for length in page.words]
    upto = [0.0, *accumulate([w * c if c > 0.5 else 0.0 for w, c in zip(counted, page.chances, strict=True)])]
    total = max(upto[-1], 1e-9)
    first, last = _main_block(page.chances, counted)
    return Prose(upto, total, Block(first, last, (upto[last + 1] - upto[first]) / total), _thickest(page.chances, upto))


class Places(Generic[T]):
    """Says what the place of every line is worth: by feature and range, a table of whatever is wanted."""

    def __init__(self, table: Mapping[str, Sequence[T]]) -> None:
        self.table = table
        self._up = _spread(table["up to prose"], _DISTANCES, range(1, _FAR + 1))
        self._down = _spread(table["down to prose"], _DISTANCES, range(1, _FAR + 1))
        gaps = RANGES["gap to story"]
        self._above = _spread(table["gap to story"], gaps, range(0, -_WIDEST - 1, -1))
        self._below = _spread(table["gap to story"], gaps, range(_WIDEST + 1))

    def of_all(self, page: Page, prose: Prose) -> dict[str, T]:
        """Return what is the same for all lines of a page, by feature."""
        values = {"share of main block": prose.block.share, "prose": math.log1p(prose.upto[-1])}
        return {name: self.table[name][bisect_right(RANGES[name], value)] for name, value in values.items()}

    def columns(self, page: Page, prose: Prose) -> dict[str, list[T]]:
        """Return the rest by feature, one value a line."""
        table, count = self.table, len(page.texts)
        above, below = table["line above"], table["line below"]
        strong = [
            place
            for place, (chance, length) in enumerate(zip(page.chances, page.words, strict=True))
            if chance > _STRONG and length >= _STRONG_WORDS
        ]
        return {
            "own": [table["own"][own] for own in page.own],
            "line above": [above[0], *[above[own + 1] for own in page.own[:-1]]],
            "line below": [*[below[own + 1] for own in page.own[1:]], below[0]],
            "from main block": self._from_block(prose.block, count),
            "inside main block": self._inside(prose, count),
            "prose above": self._prose_above(prose, count),
            "prose below": self._prose_below(prose, count),
            "up to prose": _since(strong, count, self._up),
            "down to prose": _since([count - 1 - place for place in reversed(strong)], count, self._down)[::-1],
            "gap to story": self._gaps(page, prose.thick),
            "labels to story": self._labels(page, prose.thick),
            "fragments": fragments(page.own, page.ended, page.small, table["fragments"]),
            "topic": topics(page.texts, page.kinds, page.chances, prose.thick, (table["topic"], RANGES["topic"])),
            "alike": alike(page.shapes, (table["alike"], RANGES["alike"])),
            "copies": copies(page.texts, table["copies"]),
            "below end": self._below_end(page, prose),
        }

    def _from_block(self, block: Block, count: int) -> list[T]:
        limits = RANGES["from main block"]
        cuts = [min(max((block.first if limit < 0 else block.last) + math.ceil(limit), 0), count) for limit in limits]
        return _runs(self.table["from main block"], cuts, count)

    def _inside(self, prose: Prose, count: int) -> list[T]:
        rows = self.table["inside main block"]
        block, upto = prose.block, prose.upto
        start = upto[block.first]
        length = max(1e-9, upto[block.last + 1] - start)
        cuts = [
            bisect_left(upto, start + limit * length, block.first, block.last + 1)
            for limit in RANGES["inside main block"][1:]
        ]
        inside = _runs(rows[1:], [cut - block.first for cut in cuts], block.last + 1 - block.first)
        return [rows[0]] * block.first + inside + [rows[0]] * (count - block.last - 1)

    def _prose_above(self, prose: Prose, count: int) -> list[T]:
        cuts = [bisect_left(prose.upto, limit * prose.total, 0, count) for limit in _SHARES]
        return _runs(self.table["prose above"], cuts, count)

    def _prose_below(self, prose: Prose, count: int) -> list[T]:
        # From the last line up, the share of prose below a line grows.
        cuts = [count + 1 - bisect_right(prose.upto, prose.total * (1 - limit), 1, count + 1) for limit in _SHARES]
        return _runs(self.table["prose below"], cuts, count)[::-1]

    def _gaps(self, page: Page, thick: int) -> list[T]:
        """Find the longest run of lines that are no prose between each line and the thick of the story."""
        prose = [place for place, chance in enumerate(page.chances) if chance >= 0.3]
        split = bisect_left(prose, thick)
        count = len(page.chances)
        below = _widest([place - thick for place in prose[split:]], count - thick, self._below)
        above = _widest(
            [thick - place for place in reversed(prose[: bisect_right(prose, thick)])], thick + 1, self._above
        )
        return above[:0:-1] + below

    def _labels(self, page: Page, thick: int) -> list[T]:
        """Count the lines that a rule knows between each line and the thick of the story."""
        known = list(page.verdicts)
        limits = RANGES["labels to story"]
        before, after = bisect_left(known, thick), bisect_right(known, thick)
        cuts: list[int] = []
        for limit in limits:
            number = math.ceil(abs(limit))
            if limit < 0:
                cuts.append(known[before - number] if number <= before else 0)
            else:
                cuts.append(known[after + number - 1] + 1 if after + number <= len(known) else len(page.texts))
        return _runs(self.table["labels to story"], cuts, len(page.texts))

    def _below_end(self, page: Page, prose: Prose) -> list[T]:
        """Find which share of the prose stands above the last line that can end an article; 0 without one above."""
        rows, limits = self.table["below end"], RANGES["below end"]
        values: list[T] = []
        share = 0.0
        for place, verdict in page.verdicts.items():
            if verdict.kind in _ENDING and (verdict.takes == "list" or not verdict.edge):
                values += [rows[bisect_right(limits, share)]] * (place + 1 - len(values))
                share = max(share, min(1.0, prose.upto[place] / prose.total))
        return values + [rows[bisect_right(limits, share)]] * (len(page.texts) - len(values))


def _main_block(chances: Sequence[float], words: Sequence[float]) -> tuple[int, int]:
    """Find the span of lines that is most of a story."""
    best, first, last = -1.0, 0, 0
    sum_, start = 0.0, 0
    for place, (chance, length) in enumerate(zip(chances, words, strict=True)):
        if chance < 0.5:
            if sum_ > 0:
                worth = length * (2 * chance - 1)
                sum_ += worth if worth < -1.0 else -1.0
            continue
        if sum_ <= 0:
            sum_, start = 0.0, place
        sum_ += length * (2 * chance - 1)
        if sum_ > best:
            best, first, last = sum_, start, place
    return first, last


def _thickest(chances: Sequence[float], upto: list[float]) -> int:
    """Return the place with the most prose around it."""
    # The same line is the first and the last there is, at the edges.
    after = [*upto[_THICK + 1 :], *[upto[-1]] * _THICK][: len(chances)]
    before = [*[0.0] * _THICK, *upto][: len(chances)]
    around = [(high - low) * (0.2 + chance) for high, low, chance in zip(after, before, chances, strict=True)]
    return around.index(max(around))


def _runs(rows: Sequence[T], cuts: Sequence[int], count: int) -> list[T]:
    """Return the row of each place: of the range that begins at the last cut up to there."""
    values: list[T] = [rows[0]] * cuts[0]
    for row, (start, end) in zip(rows[1:], pairwise((*cuts, count)), strict=True):
        if start < end:
            values += [row] * (end - start)
    return values


def _spread(rows: Sequence[T], limits: Sequence[float], values: range) -> list[T]:
    """Return the row of each of some values."""
    return [rows[bisect_right(limits, value)] for value in values]


def _since(strong: Sequence[int], count: int, rows: list[T]) -> list[T]:
    """Return the rows of how many lines above each the last strong one stands."""
    if not strong:
        return [rows[-1]] * count
    values: list[T] = [rows[-1]] * (strong[0] + 1)
    for one, other in pairwise((*strong, count - 1)):
        values += rows[: other - one] if other - one <= _FAR else rows + [rows[-1]] * (other - one - _FAR)
    return values


def _widest(prose: list[int], count: int, rows: list[T]) -> list[T]:
    """Return the rows of the longest run of lines without prose above each; `prose` are the places that break one."""
    values: list[T] = []
    widest = 0
    last = -1
    for place in (*prose, count - 1):
        # Of the lines after the last prose up to this one, the first few stand below the run that was longest so far.
        length = place - last
        values += [rows[widest]] * min(widest + 1, length)
        if length > widest + 1:
            values += rows[widest + 1 : length]
            widest = min(length - 1, _WIDEST)
        values += [rows[-1]] * (place + 1 - len(values))
        last = place
    return values
