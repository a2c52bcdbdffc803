"""Groups: which pages of a mixed list are of one site, told by the lines that they share.

Each page is compared with the last few that had a line in common with it, not with all,
so the work grows with the lines, not with the pairs. Pages of one site share a fifth of
their short lines and more; pages of two sites have "Home" and "Share" in common.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple

from cleantext.steps.boilerplate.template.counts import hashed
from cleantext.steps.boilerplate.template.shape import Line

# Pages remembered for a line: enough that a page meets one of its own site among those that only share a word.
_LAST = 4
# Lines remembered; those not met for longest go. About 150 MB when full.
_REMEMBERED = 1 << 20
# A line of sixty letters says as much as three of twenty; a longer one says no more.
_FULL_WEIGHT = 60
_UNIT = 20


class Likeness(NamedTuple):
    """What two pages must share: so much at least, and so large a part of what the one with fewer lines has."""

    least: float
    share: float


# On 42 sites of 3 to 20 pages, 99.2 % of the pairs put together are of one site; at a tenth it is 94.6 %.
SITE = Likeness(2.0, 0.15)
# A section, or a site before and after it was redesigned.
SECTION = Likeness(3.0, 0.25)


class Finder:
    """Takes the pages of a mixed list one by one and says at the end which belong together."""

    def __init__(self, likeness: Likeness = SITE) -> None:
        self._likeness = likeness
        self._parents = array("q")
        self._weights = array("d")
        self._last: dict[bytes, tuple[int, ...]] = {}

    def add(self, page: list[Line]) -> None:
        """Take the next page."""
        number = len(self._parents)
        self._parents.append(number)
        weights = {line.name: min(line.weight, _FULL_WEIGHT) / _UNIT for line in page if line.key and not line.is_prose}
        shared: dict[int, float] = {}
        for name, weight in weights.items():
            entry = hashed(name)
            # Put back at the end: what is met again is remembered longest.
            earlier = self._last.pop(entry, ())
            for other in earlier:
                shared[other] = shared.get(other, 0.0) + weight
            self._last[entry] = (*earlier[1 - _LAST :], number)
        self._weights.append(sum(weights.values()))
        least, share = self._likeness
        for other, weight in shared.items():
            if weight >= max(least, share * min(self._weights[number], self._weights[other])):
                self._unite(number, other)
        if len(self._last) > _REMEMBERED:
            self._last = dict(list(self._last.items())[-(_REMEMBERED // 2) :])

    def groups(self) -> list[int]:
        """Return for each page the number of its group: that of the group's first page."""
        return [self._root(number) for number in range(len(self._parents))]

    def _unite(self, one: int, other: int) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._parents[second] = first

    def _root(self, number: int) -> int:
        parents = self._parents
        while parents[number] != number:
            # Halves the way for the next one who asks.
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number
