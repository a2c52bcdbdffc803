"""Choose: which fix each spun phrase gets, or none, looked at in the light of its neighbours.

The cheapest path over the phrases of a passage: what the table says of a phrase alone, and
half of what the counts say of the words that come to stand side by side.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cleantext.core.match import fold
from cleantext.steps.wording.neighbours import Neighbours
from cleantext.steps.wording.table import Row
from cleantext.steps.wording.tokens import tokens

# What the second and third fix are worth beside the first.
_SHARES = (0.62, 0.25, 0.13)
# The neighbours speak with half a voice: whole, they drown what the table knows.
_NEIGHBOUR_WEIGHT = 0.5
# However odd the neighbours, one pair moves the choice by no more than e to this.
_LIMIT = 9.0


class Place(NamedTuple):
    """A phrase to decide on, the tokens around it, and whether the next place follows at once.

    `caution` multiplies the odds that the phrase is meant: above 1 in lightly spun passages.
    """

    row: Row
    before: str
    after: str
    touches_next: bool
    caution: float


class _Option(NamedTuple):
    fix: str
    first: str
    last: str
    inner: float


def choose(places: Sequence[Place], neighbours: Neighbours) -> list[str]:
    """Return what each place becomes; a place that stays as it is gets its own spun phrase."""
    paths: list[tuple[float, list[str]]] = []
    options: list[_Option] = []
    chosen: list[str] = []
    for place in places:
        follows = bool(paths)
        found = _options(place.row, place.caution, neighbours)
        best: list[tuple[float, list[str]]] = []
        for option in found:
            if follows:
                scores = [
                    (score + _bond(previous.last, option.first, neighbours), path)
                    for previous, (score, path) in zip(options, paths)
                ]
                score, path = max(scores, key=lambda item: item[0])
            else:
                score, path = _bond(place.before, option.first, neighbours), []
            score += option.inner
            if not place.touches_next:
                score += _bond(option.last, place.after, neighbours)
            best.append((score, [*path, option.fix]))
        paths, options = best, found
        if not place.touches_next:
            chosen += max(paths, key=lambda item: item[0])[1]
            paths = []
    if paths:
        chosen += max(paths, key=lambda item: item[0])[1]
    return chosen


def _options(row: Row, caution: float, neighbours: Neighbours) -> list[_Option]:
    kept = row.keep * caution / (row.keep * caution + 1.0 - row.keep)
    replaced = 1.0 - kept
    shares = _SHARES[: len(row.fixes)]
    weights = [(fix, replaced * share / sum(shares)) for fix, share in zip(row.fixes, shares)]
    return [_option(fix, weight, neighbours) for fix, weight in [(row.spun, kept), *weights]]


def _option(phrase: str, weight: float, neighbours: Neighbours) -> _Option:
    words = list(tokens(fold(phrase)))
    inner = sum(_bond(first, second, neighbours) for first, second in pairwise(words))
    return _Option(phrase, words[0], words[-1], math.log(max(weight, 1e-4)) + inner)


def _bond(first: str, second: str, neighbours: Neighbours) -> float:
    return _NEIGHBOUR_WEIGHT * max(neighbours.log_probability(first, second), -_LIMIT - 3)
