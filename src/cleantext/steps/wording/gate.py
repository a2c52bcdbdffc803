"""Gate: does a document read as spun, and in which passages?

The evidence is the mean log-likelihood ratio of the table's phrases per word, spun against
genuine. No phrase proves anything by itself: every one occurs in genuine text as well, and a
text that repeats one of them gains nothing by it. Fixes standing unspun count against.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from cleantext.core.doc import Doc
from cleantext.core.match import Matcher, fold
from cleantext.steps.wording.screen import ARTICLE, ARTICLES, FOUND, MINIMUM_DISTINCT, is_dense, screen_of
from cleantext.steps.wording.table import Phrases, Row, build_phrases, longest

# Below 60 words, single lines of genuine text reach the score of spun ones.
MINIMUM_WORDS = 60
# Of the 18,960 genuine news texts of 60 words and more, the highest with five phrases scores 0.033; seed 001 0.37.
DOCUMENT_GATE = 0.08
# Many different phrases make up for a lower score: genuine texts with ten and more stay below 0.02.
LIGHT_GATE, LIGHT_DISTINCT = 0.06, 10
# Any two neighbouring passages of those texts, about 240 words, stay below 0.079.
PASSAGE_GATE = 0.11
# The passages of seed 001 score 0.3 to 0.5, those of its restoration below 0.
PASSAGE_FLOOR = 0.05
PASSAGE_WORDS = 120
# Formal prose of committees and lawyers scores up to 0.14 with ordinary words alone ("whereas",
# "requested"), so below the sure score a text must also say what no writer says: this many
# different phrases that genuine news has at most so often in a million words.
SURE_GATE = 0.2
TELLTALES = 2
_TELLTALE_RATE = 0.3
# e times as likely in spun text as in genuine text.
_STRONG = 1.0
# Repeating a phrase proves little: the highest genuine scores come from one or two phrases.
_REPEATS = 2
# What a fix that was left unspun takes away: log(1 - 0.25), as if one in four were spun. An assumption.
_UNSPUN = 0.3
_PLAIN_KEEP = 0.4
# A longer text is read as several: memory stays flat, and one odd page in a book costs its window only.
_WINDOW = 1 << 17
_PASSAGE = re.compile(rf"\S+(?:\s+\S+){{0,{PASSAGE_WORDS - 1}}}")


class Passage(NamedTuple):
    """A stretch of about 120 words (a span of the text) and the evidence in it."""

    start: int
    end: int
    score: float


class Hit(NamedTuple):
    """A phrase of the table in the text; `phrase` is its place in the matcher."""

    phrase: int
    start: int
    end: int


class Reading(NamedTuple):
    """What the gate found: the document's score, its hits and its passages, both in order."""

    score: float
    is_open: bool
    hits: tuple[Hit, ...]
    passages: tuple[Passage, ...]


_SHUT = Reading(0.0, False, (), ())


class Gate:
    """Weighs documents; safe to share between threads. The matchers are built when first needed."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Take the rows of the table, with their rates."""
        self._rows = rows

    @cached_property
    def phrases(self) -> Phrases:
        """The matcher of all rows."""
        return build_phrases(self._rows)

    @cached_property
    def _weights(self) -> list[float]:
        return [max(row.llr for row in rows) for rows in self.phrases.rows]

    @cached_property
    def _screen(self) -> Matcher:
        return screen_of(self._rows)

    @cached_property
    def _plain(self) -> Matcher:
        """The first fixes of the likely rows, where they are no spun phrase themselves."""
        spun = {fold(row.spun) for row in self._rows}
        fixes = {fold(row.fixes[0]) for row in self._rows if row.keep <= _PLAIN_KEEP}
        return Matcher(sorted(fixes - spun))

    def read(self, doc: Doc) -> Reading:
        """Weigh a document; stretches without a dense run of telling phrases count as 0.0, unread."""
        if not has_words(doc.folded, MINIMUM_WORDS):
            return _SHUT
        if doc.folded.count(ARTICLE) < ARTICLES:
            return _SHUT
        # What had too few phrases has no more of them after losing some lines.
        if doc.remains_of is not None and doc.remains_of.facts.get(FOUND, MINIMUM_DISTINCT) < MINIMUM_DISTINCT:
            doc.facts[FOUND] = doc.remains_of.facts[FOUND]
            return _SHUT
        suspects: list[tuple[int, int]] = []
        doc.facts[FOUND] = 0
        for start, end in _windows(doc.folded):
            found = self._screen.find(doc.folded[start:end])
            doc.facts[FOUND] += len(found)
            if is_dense(found, end - start):
                suspects.append((start, end))
        return _together(self._weigh(doc.folded, *span) for span in suspects)

    def weigh(self, doc: Doc) -> Reading:
        """Weigh a document in full, screen or no screen; below 60 words it scores 0.0."""
        return _together(self._weigh(doc.folded, *span) for span in _windows(doc.folded))

    def _weigh(self, folded: str, start: int, end: int) -> Reading:
        hits = tuple(self.hits(folded, start, end))
        bounds = list(_passage_bounds(folded, start, end))
        words = sum(count for _, _, count in bounds)
        if words < MINIMUM_WORDS:
            return Reading(0.0, False, hits, tuple(Passage(left, right, 0.0) for left, right, _ in bounds))
        plain = [start + left for _, left, _ in longest(self._plain.find(folded[start:end]))]
        tallies = list(self._tally(bounds, hits, plain))
        score, distinct = _weigh_together(tallies)
        passages = tuple(_passages(bounds, tallies))
        pairs = [_weigh_together(pair) for pair in pairwise(tallies)]
        is_open = (score >= SURE_GATE or self._telltales(hits) >= TELLTALES) and (
            (score >= DOCUMENT_GATE and distinct >= MINIMUM_DISTINCT)
            or (score >= LIGHT_GATE and distinct >= LIGHT_DISTINCT)
            or any(local >= PASSAGE_GATE and different >= MINIMUM_DISTINCT for local, different in pairs)
        )
        return Reading(score, is_open, hits, passages)

    def hits(self, folded: str, start: int, end: int) -> Iterator[Hit]:
        """Find the phrases of the table in a span, longest first, none overlapping another."""
        found = self.phrases.matcher.find(folded[start:end])
        fixed = [hit for hit in found if self._is_fixed[hit[0]]]
        for phrase, left, right in longest(_without_cut(found, fixed) if fixed else found):
            yield Hit(phrase, start + left, start + right)

    def _telltales(self, hits: Iterable[Hit]) -> int:
        """Count the different phrases that practically no genuine text has."""
        rare = self._is_telltale
        return len({hit.phrase for hit in hits if rare[hit.phrase]})

    @cached_property
    def _is_telltale(self) -> list[bool]:
        return [
            min(row.per_million for row in rows) <= _TELLTALE_RATE and min(row.keep for row in rows) <= _PLAIN_KEEP
            for rows in self.phrases.rows
        ]

    @cached_property
    def _is_fixed(self) -> list[bool]:
        """Which phrases are fixed terms; they shield their words from shorter phrases that reach into them."""
        return [all(row.keep >= 1 for row in rows) for rows in self.phrases.rows]

    def _tally(
        self, bounds: Sequence[tuple[int, int, int]], hits: Sequence[Hit], plain: Sequence[int]
    ) -> Iterator[_Tally]:
        hit = unspun = 0
        for _, end, words in bounds:
            evidence: list[tuple[int, float]] = []
            while hit < len(hits) and hits[hit].start < end:
                evidence.append((hits[hit].phrase, self._weights[hits[hit].phrase]))
                hit += 1
            before = unspun
            while unspun < len(plain) and plain[unspun] < end:
                unspun += 1
            yield _Tally(words, evidence, unspun - before)


def has_words(folded: str, least: int) -> bool:
    """Say whether a text has at least so many words, looking no further than it must."""
    # Two characters a word is the least there can be; split() stops after `least` words.
    return len(folded) >= 2 * least - 1 and len(folded.split(None, least)) >= least


class _Tally(NamedTuple):
    words: int
    evidence: list[tuple[int, float]]
    unspun: int


def _together(readings: Iterable[Reading]) -> Reading:
    """Join the readings of a document's windows: it is as spun as its most spun window."""
    parts = list(readings)
    if len(parts) == 1:
        return parts[0]
    return Reading(
        max((part.score for part in parts), default=0.0),
        any(part.is_open for part in parts),
        tuple(hit for part in parts for hit in part.hits),
        tuple(passage for part in parts for passage in part.passages),
    )


def _weigh_together(tallies: Iterable[_Tally]) -> tuple[float, int]:
    """Return the score of passages taken together, and how many different strong phrases they hold."""
    seen: Counter[int] = Counter()
    total = 0.0
    words = 0
    strong: set[int] = set()
    for tally in tallies:
        words += tally.words
        total -= _UNSPUN * tally.unspun
        for phrase, weight in tally.evidence:
            seen[phrase] += 1
            if seen[phrase] <= _REPEATS:
                total += weight
            if weight >= _STRONG:
                strong.add(phrase)
    return total / max(words, 1), len(strong)


def _passages(bounds: Sequence[tuple[int, int, int]], tallies: Sequence[_Tally]) -> Iterator[Passage]:
    """Score each passage, leaning on the better of its neighbours: 120 words alone mislead."""
    pairs = [_weigh_together(pair)[0] for pair in pairwise(tallies)]
    for place, (start, end, _) in enumerate(bounds):
        around = pairs[max(0, place - 1) : place + 1] or [_weigh_together(tallies[place : place + 1])[0]]
        yield Passage(start, end, (max(around) + _weigh_together(tallies[place : place + 1])[0]) / 2)


def _passage_bounds(folded: str, left: int, right: int) -> Iterator[tuple[int, int, int]]:
    """Cut the text into passages: (start, end, words); a short rest joins the one before."""
    cuts = [(match.start(), match.end(), PASSAGE_WORDS) for match in _PASSAGE.finditer(folded, left, right)]
    if not cuts:
        return iter(())
    start, end, _ = cuts.pop()
    words = len(folded[start:end].split())
    if cuts and words < PASSAGE_WORDS // 2:
        before = cuts.pop()
        return iter([*cuts, (before[0], end, before[2] + words)])
    return iter([*cuts, (start, end, words)])


def _without_cut(
    found: Sequence[tuple[int, int, int]], fixed: Sequence[tuple[int, int, int]]
) -> Iterator[tuple[int, int, int]]:
    """Leave out the hits that reach into a fixed term without holding all of it; both are sorted by start."""
    first = 0
    for hit in found:
        while first < len(fixed) and fixed[first][2] <= hit[1]:
            first += 1
        for _, start, end in fixed[first : first + 4]:
            if start < hit[2] and end > hit[1] and not (hit[1] <= start and end <= hit[2]):
                break
        else:
            yield hit


def _windows(folded: str) -> Iterator[tuple[int, int]]:
    """Cut the text into spans that are read one by one, at white space where there is some."""
    start = 0
    while start < len(folded):
        end = min(start + _WINDOW, len(folded))
        if end < len(folded):
            space = max(folded.rfind(" ", start, end), folded.rfind("\n", start, end))
            end = space if space > start else end
        yield start, end
        start = end
