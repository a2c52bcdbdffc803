"""Evidence: how much likelier a document is as a spun one than as a genuine one, and where.

Each table phrase is asked whether its context expects it or one of its fixes; so a phrase that is
meant says little, however often spinners use it. Fixes that stand unspun count against. The
share of the dictionary's words that were replaced is not known and is the one that explains
the document best; so is the part of the document that is spun, in passages of 120 words.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleantext.steps.wording.arcs import Arc, Words
from cleantext.steps.wording.channel import Channel, Option, nats
from cleantext.steps.wording.ngrams import Ngrams
from cleantext.steps.wording.table import Family

PASSAGE_WORDS = 120
_SHARES = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7)
# The neighbours speak with half a voice: whole, they drown what the table knows.
_CONTEXT = 0.5
# However odd the neighbours, one phrase is e to this times as likely spun at most.
_CONTEXT_LIMIT, _ODDS_LIMIT = 3.0, 4.0
# Where the spinner passed by: half of the table's phrases would have been replaced themselves.
_SELF = 0.5
# How often a fix that could have been spun would have been.
_UNSPUN = 0.6
# Repeating a phrase proves little: the highest genuine scores come from one or two phrases. The third
# occurrence counts half, the fourth a third.
_REPEATS = 2
# Passing from genuine to spun passages or back must be worth that much, in nats.
_SWITCH = 2.0
# A row that is kept less often than that is likely to be spun where it is seen.
_LIKELY = 0.3
# e times as likely spun as genuine.
_STRONG = math.e


class Passage(NamedTuple):
    """A stretch of about 120 words: a span of the text, and whether it reads as spun."""

    start: int
    end: int
    is_spun: bool


class Evidence(NamedTuple):
    """What a document shows for one family.

    weight: nats for spun against genuine, 0 or less where nothing speaks for it; share: of the
    dictionary's words in the spun passages; distinct: different phrases that speak strongly;
    agreement: by how much the contexts of the likely phrases of spun passages prefer the fix on
    average, in nats.
    """

    weight: float
    share: float
    distinct: int
    agreement: float
    passages: tuple[Passage, ...]


# A document with hardly a phrase of a family's says less than one in which every phrase is meant.
NOTHING = Evidence(-20.0, 0.0, 0, 0.0, ())


class _Tally(NamedTuple):
    """What a passage shows: the ratio of each phrase with its weight, and how many fixes stand unspun."""

    ratios: list[tuple[float, float]]
    unspun: int


class Scales:
    """Weighs documents for one family; safe to share between threads."""

    def __init__(self, family: Family, ngrams: Ngrams) -> None:
        """Take the family and the n-grams by which contexts are judged."""
        self.family = family
        self.ngrams = ngrams
        self.channel = Channel(ngrams)
        self._plain = frozenset(ngrams.ids[word] for word in family.plain if word in ngrams.ids)

    def weigh(self, words: Words) -> Evidence:
        """Weigh a document, or a window of one."""
        if len({arc.place for arc in words.arcs}) < self.family.gate:
            return NOTHING
        bounds = _bounds(len(words.spans))
        tallies, strong, likely = self._tallies(words, bounds)
        explained = [(*_explained(tallies, share), share) for share in _SHARES]
        weight, labels, share = max(explained)
        spans = words.spans
        passages = tuple(
            Passage(spans[first][0], spans[last - 1][1], is_spun) for (first, last), is_spun in zip(bounds, labels)
        )
        asked = [context for passage, context in likely if labels[passage]]
        agreement = sum(asked) / max(len(asked), 1)
        return Evidence(weight, share, len(strong), agreement, passages)

    def _tallies(
        self, words: Words, bounds: Sequence[tuple[int, int]]
    ) -> tuple[list[_Tally], set[int], list[tuple[int, float]]]:
        """Return what each passage shows, the phrases that speak strongly, and what contexts say of the likely ones."""
        plain = self._plain
        tallies = [_Tally([], sum(word in plain for word in words.ids[first:last])) for first, last in bounds]
        seen: Counter[int] = Counter()
        strong: set[int] = set()
        likely: dict[int, tuple[int, float]] = {}
        for arc in _longest(words.arcs):
            contexts = self._contexts(words, arc)
            ratio = _ratio(contexts)
            passage = min(arc.first // PASSAGE_WORDS, len(bounds) - 1)
            if arc.row.keep <= _LIKELY:
                likely.setdefault(arc.place, (passage, max(context for _, context in contexts)))
            if ratio > _STRONG:
                strong.add(arc.place)
            seen[arc.place] += 1
            weight = 1 / max(1, seen[arc.place] - _REPEATS + 1)
            tallies[passage].ratios.append((ratio, weight))
        return tallies, strong, list(likely.values())

    def _contexts(self, words: Words, arc: Arc) -> list[tuple[Option, float]]:
        """Return what a phrase may stand for, and by how much its context prefers each, in nats."""
        before, after = words.context(arc.first), words.following(arc.last)
        seen = words.ids[arc.first : arc.last]
        preferences = self.channel.preferences(arc.row, seen, before, after)
        return [(option, nats(saved + option.alone)) for option, saved in preferences]


def _bounds(count: int) -> list[tuple[int, int]]:
    """Cut so many tokens into passages; a short rest joins the one before."""
    cuts = list(range(0, count, PASSAGE_WORDS))
    if len(cuts) > 1 and count - cuts[-1] < PASSAGE_WORDS // 2:
        cuts.pop()
    return list(zip(cuts, [*cuts[1:], count]))


def _ratio(contexts: Sequence[tuple[Option, float]]) -> float:
    """Return how much likelier a phrase is in a text whose every dictionary word is replaced."""
    return sum(
        math.exp(min(option.odds, _ODDS_LIMIT) + min(max(_CONTEXT * context, -_CONTEXT_LIMIT), _CONTEXT_LIMIT))
        for option, context in contexts
    )


def _longest(arcs: Sequence[Arc]) -> Iterator[Arc]:
    """Yield the arcs that do not overlap an earlier one; from one token the longest comes first."""
    free = 0
    for arc in arcs:
        if arc.first >= free:
            free = arc.last
            yield arc


def _explained(tallies: Sequence[_Tally], share: float) -> tuple[float, list[bool]]:
    """Return the most that such a share explains, and which passages are spun then."""
    unspun = math.log(1 - _UNSPUN * share)
    gains = [
        sum(weight * math.log(1 + share * (ratio - _SELF)) for ratio, weight in tally.ratios) + unspun * tally.unspun
        for tally in tallies
    ]
    # The best path through three states: genuine before, spun, genuine after; at least one passage is spun.
    spun = after = -math.inf
    came: list[tuple[int, bool]] = []
    for number, gain in enumerate(gains):
        before = -_SWITCH if number else 0.0
        best = max(spun, before, after - _SWITCH)
        came.append((_SPUN if best == spun else _BEFORE if best == before else _AFTER, spun - _SWITCH > after))
        spun, after = best + gain, max(after, spun - _SWITCH)
    state = _SPUN if spun >= after else _AFTER
    weight = max(spun, after)
    labels: list[bool] = []
    for into_spun, left in reversed(came):
        labels.append(state == _SPUN)
        if state == _SPUN:
            state = into_spun
        elif state == _AFTER and left:
            state = _SPUN
    return weight, labels[::-1]


_BEFORE, _SPUN, _AFTER = range(3)
