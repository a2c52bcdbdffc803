"""Table: the families of spinners, the phrases of each, and what they stand for.

A row is a spun phrase with its fixes, the likeliest first, and `keep`, the probability that
even a fully spun document means the phrase as it stands. A row with `keep` 1 is a fixed term:
it is never changed and shields the words inside it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from cleantext.core.match import Matcher, fold
from cleantext.core.rule import Pack
from cleantext.errors import RuleError

COLUMNS = ("spun", "fixes", "keep")
RATE_COLUMNS = ("spun", "clean", "fix")
# The pack with the rates of a family is named after it.
RATES = "-rates"
# Different phrases that a family needs where its pack says nothing.
_GATE = 5
_UNCOUNTED = (math.inf, 0.0)
_SLUG = re.compile("[^a-z0-9]+")


class Row(NamedTuple):
    """A spun phrase and what it may stand for.

    `per_million` is how often a million words of genuine news hold the phrase, infinite where
    nobody has counted; so is `fix_per_million`, of the first fix, with 0 for uncounted.
    """

    spun: str
    fixes: tuple[str, ...]
    keep: float
    rule: str
    per_million: float = math.inf
    fix_per_million: float = 0.0


class Phrase(NamedTuple):
    """A hit of the matcher: the place of a phrase in `Family.rows`, and a span of the text."""

    place: int
    start: int
    end: int


class Family:
    """The table of one spinner. The matcher is built when first needed; safe to share between threads."""

    def __init__(self, name: str, rows: Sequence[Row], gate: int = _GATE) -> None:
        """Take the rows, which capitals may tell apart, and how many different ones a document must show."""
        self.name = name
        self.gate = gate
        by_phrase: dict[str, list[Row]] = {}
        for row in rows:
            by_phrase.setdefault(fold(row.spun), []).append(row)
        self.rows: tuple[tuple[Row, ...], ...] = tuple(map(tuple, by_phrase.values()))
        self._phrases = list(by_phrase)

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self._phrases)

    @cached_property
    def _is_fixed(self) -> list[bool]:
        return [all(row.keep >= 1 for row in rows) for rows in self.rows]

    @cached_property
    def plain(self) -> frozenset[str]:
        """The single words that are a likely row's first fix and no spun phrase: unspun, they speak against."""
        fixes = {fold(row.fixes[0]) for rows in self.rows for row in rows if row.keep <= _LIKELY}
        return frozenset(fix for fix in fixes if " " not in fix) - frozenset(self._phrases)

    def find(self, folded: str) -> list[Phrase]:
        """Find the phrases that may be spun, by start, the longest first; they may overlap.

        What reaches into a fixed term is left out.
        """
        found = self._matcher.find(folded)
        fixed = [(start, end) for place, start, end in found if self._is_fixed[place]]
        if not fixed:
            return [Phrase(*hit) for hit in found]
        return [Phrase(*hit) for hit in _unshielded(found, fixed) if not self._is_fixed[hit[0]]]


# A row that is kept less often than that is likely to be spun where it is seen.
_LIKELY = 0.4


def read_families(packs: Iterable[Pack]) -> tuple[Family, ...]:
    """Build the families of some packs; packs of one id are one family, in the order of the first.

    Raises:
        RuleError: every row that makes no sense, with its table.
    """
    tables = tuple(packs)
    faults = [fault for pack in tables if pack.columns == COLUMNS for fault in _faults(pack)]
    if faults:
        raise RuleError(faults)
    rates = {
        pack.id: {row[0]: (float(row[1]), float(row[2])) for row in pack.table}
        for pack in tables
        if pack.columns == RATE_COLUMNS
    }
    rows: dict[str, list[Row]] = {}
    gates: dict[str, int] = {}
    for pack in tables:
        if pack.columns != COLUMNS:
            continue
        counted = rates.get(pack.id + RATES, {})
        gates.setdefault(pack.id, pack.gate or _GATE)
        rows.setdefault(pack.id, []).extend(
            Row(spun, tuple(fixes.split("|")), float(keep), f"{pack.id}/{slug(spun)}", *counted.get(spun, _UNCOUNTED))
            for spun, fixes, keep in pack.table
        )
    return tuple(Family(name, found, gates[name]) for name, found in rows.items())


def _faults(pack: Pack) -> Iterator[str]:
    for spun, fixes, keep in pack.table:
        if not all(map(str.strip, fixes.split("|"))):
            yield f"{pack.id}: {spun!r} has an empty fix in {fixes!r}; give what it stands for, cut at |"
        try:
            is_sound = 0 <= float(keep) <= 1
        except ValueError:
            is_sound = False
        if not is_sound:
            yield f"{pack.id}: {spun!r} has keep {keep!r}; give a probability from 0 to 1"


def slug(phrase: str) -> str:
    """Return the phrase as the last part of a rule id."""
    return _SLUG.sub("-", phrase.lower()).strip("-")


def _unshielded(
    found: Iterable[tuple[int, int, int]], fixed: Sequence[tuple[int, int]]
) -> Iterable[tuple[int, int, int]]:
    """Leave out the hits that touch a fixed term without holding more than it; both are sorted by start."""
    first = 0
    for hit in found:
        while first < len(fixed) and fixed[first][1] <= hit[1]:
            first += 1
        if not _is_shielded(hit[1], hit[2], fixed, first):
            yield hit


def _is_shielded(left: int, right: int, fixed: Sequence[tuple[int, int]], first: int) -> bool:
    """Say whether a span touches one of the fixed terms from `first` on without holding more than it."""
    for number in range(first, len(fixed)):
        start, end = fixed[number]
        if start >= right:
            break
        holds = left <= start and end <= right and (left, right) != (start, end)
        if end > left and not holds:
            return True
    return False
