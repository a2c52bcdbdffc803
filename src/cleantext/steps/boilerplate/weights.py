"""Weights: what every feature of a line counts for, read from the table that people can read too.

The table has one row a feature and one column a class of line; a line's score is the sum
of its rows in the column of its class. Above 0 it rather belongs to the story. The first
look adds up the rows `look` alone; then `again` and `place` decide, of which `place` rests
on the first look at all the other lines.
"""

from __future__ import annotations

import math
import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from cleantext.core.load import RULES
from cleantext.steps.boilerplate.look import CLASSES, Glance, Look, glances, look_of
from cleantext.steps.boilerplate.place import FEATURES, LIKELY, RANGES, Page, Places, prose_of
from cleantext.steps.boilerplate.verdict import Verdict

PATH = os.path.join(RULES, "any", "boilerplate", "weights.tsv")
# Lines whose look is remembered: a site's furniture is on every page of it.
_REMEMBERED = 1 << 15
_LONGEST_REMEMBERED = 200
# A site's lines look some thousand ways; all pages of the kit twenty-seven thousand.
_REMEMBERED_LOOKS = 1 << 14
_Row = tuple[float, ...]
_Pair = tuple[float, float]
_NOTHING: _Row = (0.0,) * len(CLASSES)


class Seen(NamedTuple):
    """A look with what it is worth by itself, in the first sum and in the second.

    `chance` is what the first sum stands for where no rule knows the line, `own` the range it is in.
    """

    kind: int
    chance: float
    own: int
    is_ended: bool
    begins_small: bool
    shape: str
    first: float
    again: float
    glance: Glance


# What is seen of one line, with its length in words.
Sight = tuple[float, Seen]


class Reason(NamedTuple):
    """One feature of a line, with what it counts for; below 0 it speaks for removing the line."""

    feature: str
    weight: float


class Weights:
    """Scores lines; safe to share between threads."""

    def __init__(self, rows: Mapping[tuple[str, str], _Row]) -> None:
        first = {feature: row for (table, feature), row in rows.items() if table == "look"}
        again = {feature: row for (table, feature), row in rows.items() if table == "again"}
        # By class and feature, for the first sum and for the second.
        self._own: list[dict[str, _Pair]] = [
            {name: (first.get(name, _NOTHING)[kind], again.get(name, _NOTHING)[kind]) for name in {**first, **again}}
            for kind in range(len(CLASSES))
        ]
        self._place: Places[_Row] = Places(
            {
                name: [rows.get(("place", range_name(name, index)), _NOTHING) for index in range(len(limits) + 1)]
                for name, limits in RANGES.items()
            }
        )
        self._sights: dict[str, Sight] = {}
        self._looks: dict[Glance, Seen] = {}
        self._rules: dict[tuple[bool, str, str, int], _Pair] = {}

    def sights(self, texts: Sequence[str]) -> list[Sight]:
        """Take the first look at lines, none of them blank."""
        known = self._sights
        found = [known.get(text) for text in texts]
        unseen = [text for text, sight in zip(texts, found, strict=True) if sight is None]
        if unseen:
            new = dict(zip(unseen, self._look(unseen), strict=True))
            found = [sight or new[text] for text, sight in zip(texts, found, strict=True)]
            if len(known) + len(new) > _REMEMBERED:
                known = self._sights = {}
            if len(new) <= _REMEMBERED:
                known.update((text, sight) for text, sight in new.items() if len(text) <= _LONGEST_REMEMBERED)
        return found  # type: ignore[return-value]

    def page(self, texts: Sequence[str], sights: Sequence[Sight], verdicts: Mapping[int, Verdict]) -> Page:
        """Return lines as the first look has them; `verdicts` go by place."""
        words, seen = zip(*sights, strict=True)
        kinds, likely, ranges, ended, small, shapes, first, again, _ = zip(*seen, strict=True)
        chances, own, more = list(likely), list(ranges), list(again)
        for place, verdict in verdicts.items():
            by_rule = self._by_rule(verdict, kinds[place])
            chances[place] = chance(first[place] + by_rule[0])
            own[place] = bisect_right(LIKELY, chances[place])
            more[place] += by_rule[1]
        return Page(texts, kinds, words, chances, own, ended, small, shapes, verdicts, more)

    def chances(self, page: Page) -> list[float]:
        """Return for each line how likely it belongs to the story, from 0 to 1."""
        prose = prose_of(page)
        same = [sum(column) for column in zip(*self._place.of_all(page, prose).values(), strict=True)]
        scores = [again + same[kind] for again, kind in zip(page.again, page.kinds, strict=True)]
        columns = list(self._place.columns(page, prose).values())
        for first in range(0, len(columns), 4):
            scores = _added(scores, page.kinds, *columns[first : first + 4])
        return [1 / (1 + math.exp(-score)) if score > -30 else 0.0 for score in scores]

    def reasons(self, page: Page, sights: Sequence[Sight]) -> Iterator[list[Reason]]:
        """Yield for each line all that it is judged by, what counts most first."""
        for place, (ranges, (_, seen)) in enumerate(zip(places_by_line(page), sights, strict=True)):
            own = self._own[seen.kind]
            names = features_of(look_of(seen.glance), page.verdicts.get(place))
            found = [Reason(name, own[name][1]) for name in names if name in own]
            for name, index in zip(FEATURES, ranges, strict=True):
                found.append(Reason(range_name(name, index), self._place.table[name][index][seen.kind]))
            yield sorted(found, key=_by_weight)

    def _look(self, texts: Sequence[str]) -> Iterator[Sight]:
        """Look at lines that nobody has looked at; those that glance alike look alike."""
        known = self._looks
        if len(known) > _REMEMBERED_LOOKS:
            known = self._looks = {}
        for words, glance in glances(texts):
            seen = known.get(glance)
            if seen is None:
                seen = known[glance] = self._seen(glance)
            yield words, seen

    def _seen(self, glance: Glance) -> Seen:
        found = look_of(glance)
        first, again = self._sum(features_of(found, None), found.kind)
        likely = chance(first)
        own = bisect_right(LIKELY, likely)
        return Seen(found.kind, likely, own, found.is_ended, found.begins_small, found.shape, first, again, glance)

    def _by_rule(self, verdict: Verdict, kind: int) -> _Pair:
        # As many as rules know things to say of lines, which are few.
        key = (verdict.edge, verdict.kind, verdict.takes, kind)
        found = self._rules.get(key)
        if found is None:
            found = self._rules[key] = self._sum(rule_features(verdict), kind)
        return found

    def _sum(self, names: Iterable[str], kind: int) -> _Pair:
        first = again = 0.0
        for pair in filter(None, map(self._own[kind].get, names)):
            first += pair[0]
            again += pair[1]
        return first, again


@cache
def packaged() -> Weights:
    """Return the weights that ship."""
    with open(PATH, encoding="utf-8") as file:
        return Weights(dict(_rows(file)))


def _rows(file: Iterable[str]) -> Iterator[tuple[tuple[str, str], _Row]]:
    for line in file:
        if not line.startswith("#"):
            table, feature, *cells = line.rstrip("\n").split("\t")
            yield (table, feature), tuple(map(float, cells))


# The number of its range for every feature.
_NUMBERS: Places[int] = Places({name: range(len(limits) + 1) for name, limits in RANGES.items()})


def places_by_line(page: Page) -> Iterator[tuple[int, ...]]:
    """Yield line by line the range that each feature is in."""
    prose = prose_of(page)
    found = dict(_NUMBERS.columns(page, prose))
    for name, number in _NUMBERS.of_all(page, prose).items():
        found[name] = [number] * len(page.texts)
    return zip(*(found[name] for name in FEATURES), strict=True)


def features_of(found: Look, verdict: Verdict | None) -> list[str]:
    """Return the names of the rows that say what a line is worth by itself."""
    names = ["any", *found.features]
    if verdict is not None:
        names += rule_features(verdict)
    return names


def rule_features(verdict: Verdict) -> tuple[str, ...]:
    """Return the names of the rows that say what a rule's word on a line is worth."""
    certainty = "edge" if verdict.edge else "certain"
    names = (f"rule {certainty}", f"rule {certainty} {verdict.kind}")
    return names if verdict.takes == "line" else (*names, f"rule list {verdict.kind}")


def range_name(feature: str, index: int) -> str:
    """Return the name of the row of one range of a feature, as in "topic < 0.1"."""
    limits = RANGES[feature]
    return f"{feature} < {limits[index]:g}" if index < len(limits) else f"{feature} >= {limits[-1]:g}"


def chance(score: float) -> float:
    """Return the chance that a score stands for: the logistic function of it."""
    if score < -30:
        return 0.0
    return 1 / (1 + math.exp(-score))


def _added(
    scores: Sequence[float], kinds: Sequence[int], a: list[_Row], b: list[_Row], c: list[_Row], d: list[_Row]
) -> list[float]:
    """Add four columns of rows at once, each in the column of its class: one by one takes twice as long."""
    return [
        score + one[kind] + two[kind] + three[kind] + four[kind]
        for score, kind, one, two, three, four in zip(scores, kinds, a, b, c, d, strict=True)
    ]


def _by_weight(reason: Reason) -> float:
    return -abs(reason.weight)
