"""Weights: what every feature of a line counts for, read from the table that people can read too.

The table has one row a feature and one column a class of line; a line's score is the sum
of its rows in the column of its class. Above 0 it rather belongs to the story. The first
look adds up the rows `look` alone; then `again` and `place` decide, of which `place` rests
on the first look at all the other lines.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from cleantext.core.load import RULES
from cleantext.steps.boilerplate.look import CLASSES, Look, look
from cleantext.steps.boilerplate.place import FEATURES, RANGES, Line, places, places_by_line
from cleantext.steps.boilerplate.verdict import Verdict

PATH = os.path.join(RULES, "any", "boilerplate", "weights.tsv")
# Lines whose look is remembered: a site's furniture is on every page of it.
_REMEMBERED = 1 << 15
_LONGEST_REMEMBERED = 200
_Row = tuple[float, ...]
_Pair = tuple[float, float]
_NOTHING: _Row = (0.0,) * len(CLASSES)


class Seen(NamedTuple):
    """A line's look with what it is worth by itself, in the first sum and in the second.

    `chance` is what the first sum stands for where no rule knows the line.
    """

    look: Look
    first: float
    again: float
    chance: float


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
        # By feature, range and class.
        self._place = [
            [rows.get(("place", range_name(name, index)), _NOTHING) for index in range(len(limits) + 1)]
            for name, limits in RANGES.items()
        ]
        self._seen: dict[str, Seen] = {}

    def lines(self, texts: Sequence[str], verdicts: Mapping[int, Verdict]) -> list[Line]:
        """Take the first look at lines, none of them blank; `verdicts` go by place."""
        lines: list[Line] = []
        for place, text in enumerate(texts):
            look, first, again, likely = self._seen.get(text) or self._look(text)
            verdict = verdicts.get(place)
            if verdict is not None:
                by_rule = self._sum(rule_features(verdict), look.kind)
                again += by_rule[1]
                likely = chance(first + by_rule[0])
            lines.append(Line(text, look, verdict, likely, again))
        return lines

    def chances(self, lines: Sequence[Line]) -> list[float]:
        """Return for each line how likely it belongs to the story, from 0 to 1."""
        kinds = [line.look.kind for line in lines]
        scores = [line.again for line in lines]
        for rows, ranges in zip(self._place, places(lines), strict=True):
            if isinstance(ranges, int):
                row = rows[ranges]
                scores = [score + row[kind] for score, kind in zip(scores, kinds)]
            else:
                scores = [score + rows[index][kind] for score, index, kind in zip(scores, ranges, kinds)]
        return [chance(score) for score in scores]

    def reasons(self, lines: Sequence[Line]) -> Iterator[list[Reason]]:
        """Yield for each line all that it is judged by, what counts most first."""
        for line, ranges in zip(lines, places_by_line(lines), strict=True):
            kind = line.look.kind
            names = features_of(line.look, line.verdict)
            found = [Reason(name, self._own[kind].get(name, (0.0, 0.0))[1]) for name in names]
            for name, rows, index in zip(FEATURES, self._place, ranges, strict=True):
                found.append(Reason(range_name(name, index), rows[index][kind]))
            yield sorted(found, key=_by_weight)

    def _look(self, text: str) -> Seen:
        found = look(text)
        first, again = self._sum(features_of(found, None), found.kind)
        seen = Seen(found, first, again, chance(first))
        if len(text) <= _LONGEST_REMEMBERED:
            if len(self._seen) >= _REMEMBERED:
                self._seen = {}
            self._seen[text] = seen
        return seen

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


def features_of(found: Look, verdict: Verdict | None) -> list[str]:
    """Return the names of the rows that say what a line is worth by itself."""
    names = ["any", *found.features]
    if verdict is not None:
        names += rule_features(verdict)
    return names


@cache
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


def _by_weight(reason: Reason) -> float:
    return -abs(reason.weight)
