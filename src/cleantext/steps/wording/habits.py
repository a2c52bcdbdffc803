"""Habits: what a document's own counts say of a pair.

A spinner replaces nearly every occurrence of a word in its dictionary. So where the meant word
still stands in the document, it is not what the spun one stands for; and a page on which "in"
hardly occurs, and "on" three times as often as in any other text, is by one who writes the one
for the other.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from cleantext.steps.wording.arcs import Arc, Words
from cleantext.steps.wording.channel import LEAST_KEEP, Channel
from cleantext.steps.wording.ngrams import NUMBER, UNKNOWN, YEAR

# A pair whose meant word should occur that often is judged by how often both do.
_COUNTED = 3.0
# Words come in clusters, so counts prove less than independent ones would.
_TEMPER = 0.5
# Which part of the meant word's occurrences may have been replaced.
_PARTS = (0.01, 0.03, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95)
# How firmly the table's own view of that part is held: that much of the belief, as a ratio, a step.
_FIRMNESS, _OPEN_MIND = 1.5, 0.02
# What an occurrence of the meant word takes from the odds, and how often that counts: real pages leave 15 %.
_LEFT, _MOST_LEFT = 0.4, 2


class Habits(NamedTuple):
    """By how much the odds change, by rule and fix."""

    changes: dict[tuple[str, str], float]

    def of(self, rule: str, fix: str) -> float:
        """Return the change of a fix's odds."""
        return self.changes.get((rule, fix), 0.0)


def habits(words: Words, arcs: Sequence[Arc], channel: Channel, spun: Sequence[tuple[int, int]]) -> Habits:
    """Return what the spun passages of a document say of the pairs in them; `spun` are spans of tokens."""
    count = sum(last - first for first, last in spun)
    places: dict[int, list[int]] = defaultdict(list)
    for first, last in spun:
        for place, word in enumerate(words.ids[first:last], first):
            places[word].append(place)
    seen = Counter(arc.row.rule for arc in arcs)
    classes = {words.ngrams.ids.get(name) for name in (UNKNOWN, NUMBER, YEAR)}
    changes: dict[tuple[str, str], float] = {}
    for row in {arc.row.rule: arc.row for arc in arcs}.values():
        genuine = row.per_million * count / 1e6
        meant = row.fix_per_million * count / 1e6
        for number, option in enumerate(channel.options(row)):
            ids = option.ids
            # Unknown words and numbers share a place; one is not the other.
            if not classes.isdisjoint(ids):
                continue
            left = _count(words.ids, ids, places.get(ids[0], ()))
            if not number and meant >= _COUNTED and 0 < genuine < math.inf:
                keep = max(row.keep, LEAST_KEEP)
                told = min((1 - keep) / keep * row.per_million / row.fix_per_million, _PARTS[-1])
                change = _learnt(told, genuine, meant, seen[row.rule], left)
            else:
                change = -_LEFT * min(left, _MOST_LEFT)
            if change:
                changes[row.rule, option.fix] = change
    return Habits(changes)


def _count(text: Sequence[int], phrase: tuple[int, ...], places: Sequence[int]) -> int:
    """Count a phrase at the places where its first word stands."""
    if len(phrase) == 1:
        return len(places)
    return sum(tuple(text[place : place + len(phrase)]) == phrase for place in places)


def _learnt(told: float, genuine: float, meant: float, seen: int, unspun: int) -> float:
    """Return the change of the odds: the part that is believed after counting, against the part the table tells."""
    beliefs: list[tuple[float, float]] = []
    for part in _PARTS:
        belief = math.log(_OPEN_MIND + math.exp(-_FIRMNESS * abs(math.log(part / told))))
        left, made = meant * (1 - part), genuine + part * meant
        belief += _TEMPER * (unspun * math.log(left) - left + seen * math.log(made) - made)
        beliefs.append((belief, part))
    top = max(belief for belief, _ in beliefs)
    weights = [(math.exp(belief - top), part) for belief, part in beliefs]
    believed = sum(weight * part for weight, part in weights) / sum(weight for weight, _ in weights)
    return math.log(believed / told)
