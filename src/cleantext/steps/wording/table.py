"""Table: the spinner's phrases, what each stands for, and how they weigh as evidence.

A row is a spun phrase with its fixes, the likeliest first, and `keep`, the probability that
even a spun document means the phrase as it stands. A row with `keep` 1 is a fixed term: it
is never changed and shields the words inside it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import NamedTuple

from cleantext.core.match import Matcher, fold
from cleantext.core.rule import Pack

COLUMNS = ("spun", "fixes", "keep")
RATE_COLUMNS = ("spun", "clean", "fix", "llr")
_UNCOUNTED = (0.0, math.inf, 0.0)
_SLUG = re.compile("[^a-z0-9]+")


class Row(NamedTuple):
    """A spun phrase, with its log-likelihood ratio, spun against genuine, and how often genuine text has it.

    `per_million` counts words of genuine text, infinite where nobody has counted; so does
    `fix_per_million`, of the first fix.
    """

    spun: str
    fixes: tuple[str, ...]
    keep: float
    rule: str
    llr: float
    per_million: float = math.inf
    fix_per_million: float = 0.0


def read_rows(packs: Iterable[Pack]) -> tuple[Row, ...]:
    """Join the phrases of all packs with their rates, in table order; a phrase without a rate weighs nothing."""
    tables = tuple(packs)
    rates = {
        row[0]: (float(row[3]), float(row[1]), float(row[2]))
        for pack in tables
        if pack.columns == RATE_COLUMNS
        for row in pack.table
    }
    return tuple(
        Row(spun, tuple(fixes.split("|")), float(keep), f"{pack.id}/{slug(spun)}", *rates.get(spun, _UNCOUNTED))
        for pack in tables
        if pack.columns == COLUMNS
        for spun, fixes, keep in pack.table
    )


def slug(phrase: str) -> str:
    """Return the phrase as the last part of a rule id."""
    return _SLUG.sub("-", phrase.lower()).strip("-")


class Phrases(NamedTuple):
    """A matcher over the rows, and which rows a folded phrase stands for: capitals may tell them apart."""

    matcher: Matcher
    rows: tuple[tuple[Row, ...], ...]


def build_phrases(rows: Iterable[Row]) -> Phrases:
    """Build the matcher; a hit's number is the place of its rows."""
    by_phrase: dict[str, list[Row]] = {}
    for row in rows:
        by_phrase.setdefault(fold(row.spun), []).append(row)
    return Phrases(Matcher(list(by_phrase)), tuple(tuple(found) for found in by_phrase.values()))


def longest(hits: Iterable[tuple[int, int, int]]) -> Iterable[tuple[int, int, int]]:
    """Yield the hits that do not overlap an earlier one; at one start the longest comes first."""
    free = 0
    for hit in hits:
        if hit[1] >= free:
            free = hit[2]
            yield hit
