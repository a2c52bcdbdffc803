"""Channel: what a spun phrase may stand for, and how likely each is before its context is looked at.

Odds are natural logarithms, of a fix against the phrase as it stands, in a document whose every
word of the dictionary is replaced; a document that is spun in part shifts them all alike.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from cleantext.core.match import fold
from cleantext.steps.wording.ngrams import UNIT, Ngrams
from cleantext.steps.wording.table import Row
from cleantext.steps.wording.tokens import tokens

# What the second and third fix are worth beside the first.
_SHARES = (0.62, 0.25, 0.13)
# No phrase is certain: even what no writer writes may be quoted.
LEAST_KEEP = 0.02
# A long phrase that is likely spun earns its odds once, where the short ones inside it would earn
# theirs each: so it gets that much for each word after the first.
_LONG, _LONG_KEEP = 1.0, 0.25


class Option(NamedTuple):
    """A fix: its words' places among the n-grams, its odds, and what its words cost on their own.

    `alone` is the cost of the fix less that of the spun phrase, each without its context, in
    sixteenths of a nat.
    """

    fix: str
    ids: tuple[int, ...]
    odds: float
    alone: int


class Channel:
    """Looks up what rows may stand for; what it found is kept, as tables are bounded."""

    def __init__(self, ngrams: Ngrams) -> None:
        """Take the n-grams whose words the fixes are made of."""
        self._ngrams = ngrams
        self._options: dict[str, tuple[Option, ...]] = {}

    def options(self, row: Row) -> tuple[Option, ...]:
        """Return the fixes of a row, likeliest first."""
        key = f"{row.rule} {row.spun}"
        found = self._options.get(key)
        if found is None:
            found = self._options[key] = self._made(row)
        return found

    def preferences(
        self, row: Row, seen: Sequence[int], before: tuple[int, int], after: Sequence[int]
    ) -> list[tuple[Option, int]]:
        """Return the fixes of a row, and how much less each costs between its neighbours than what was seen there."""
        kept = cost(self._ngrams, before, seen, after)
        return [(option, kept - cost(self._ngrams, before, option.ids, after)) for option in self.options(row)]

    def _made(self, row: Row) -> tuple[Option, ...]:
        keep = max(row.keep, LEAST_KEEP)
        words = self._ids(row.spun)
        odds = math.log((1 - keep) / keep) + (_LONG * (len(words) - 1) if keep <= _LONG_KEEP else 0.0)
        shares = _SHARES[: len(row.fixes)]
        spun = self._alone(words)
        return tuple(
            Option(fix, ids, odds + math.log(share / sum(shares)), self._alone(ids) - spun)
            for fix, share in zip(row.fixes, shares)
            for ids in (self._ids(fix),)
        )

    def _ids(self, phrase: str) -> tuple[int, ...]:
        return tuple(map(self._ngrams.id_of, tokens(fold(phrase))))

    def _alone(self, ids: tuple[int, ...]) -> int:
        ngrams = self._ngrams
        cost = ngrams.single[ids[0]]
        if len(ids) > 1:
            cost += ngrams.pair_cost(ids[0], ids[1])
        return cost + sum(map(ngrams.cost, ids, ids[1:], ids[2:]))


def cost(ngrams: Ngrams, before: tuple[int, int], words: Sequence[int], after: Sequence[int]) -> int:
    """Return what words cost between two before and up to two after, in sixteenths of a nat."""
    look_up = ngrams.cost
    first, second = before
    total = 0
    for part in (words, after):
        for word in part:
            total += look_up(first, second, word)
            first, second = second, word
    return total


def nats(units: int) -> float:
    """Return a cost in nats."""
    return units / UNIT
