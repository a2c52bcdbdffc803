"""Wording: the stage that restores synonym-spun text, one object for all documents.

It acts only in documents whose gate opens, and there only in the passages that read as spun.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.core.match import Matcher, fold
from cleantext.core.rule import Pack
from cleantext.steps.wording.gate import MINIMUM_WORDS, PASSAGE_FLOOR, Gate, Hit, Passage, Reading, has_words
from cleantext.steps.wording.table import Row, read_rows

MODES = ("auto", "flag", "force", "off")
# Forced, a phrase that may be another's fix is touched only where the passage reads as spun without doubt.
_CHAIN_FLOOR = 0.15
# Shorter fixes ("in", "now") stand in every second phrase and change none of them.
_SHORTEST_LINK = 4
# Phrases that no writer makes do not come about by putting words back.
_FINGERPRINT_KEEP = 0.1
# From this score on a passage is taken as spun throughout; below, its ordinary words may be meant.
# Chosen on synthetic texts, where it raises precision from 0.67 to 0.77.
_PLAINLY_SPUN = 0.2
_BRACES_RULE = "en.wording.spinner-a/template-braces"


class Wording:
    """Proposes the meant words for spun ones; leaves the document's score in `doc.scores["spun"]`."""

    name = "wording"
    is_local = False
    is_settled = False

    def __init__(self, packs: Iterable[Pack], mode: str = "auto") -> None:
        """Take the packs of the step; `mode` is auto, flag (score only), force (no gate) or off.

        The packs are read with the first text that is long enough to judge.

        Raises:
            ValueError: an unknown mode.
        """
        if mode not in MODES:
            raise ValueError(f"wording mode {mode!r} is unknown; choose one of {', '.join(MODES)}")
        self._mode = mode
        self._packs = packs

    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Yield the edits in the order of the text; none overlap."""
        if self._mode == "off":
            return ()
        if self._mode != "force" and not has_words(doc.folded, MINIMUM_WORDS):
            doc.scores.setdefault("spun", 0.0)
            return ()
        reading = self._gate.read(doc) if self._mode == "auto" else self._gate.weigh(doc)
        # A later round weighs what this step has restored; the score is of what came in.
        doc.scores.setdefault("spun", reading.score)
        if self._mode == "flag" or not (reading.is_open or self._mode == "force"):
            return ()
        return self._edits(doc, reading)

    def spun_score(self, doc: Doc) -> float:
        """Return how much a document reads as spun; short genuine texts reach 0.19, so see the gate."""
        return self._gate.weigh(doc).score

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        return read_rows(self._packs)

    @cached_property
    def _gate(self) -> Gate:
        return Gate(self._rows)

    @cached_property
    def _chained(self) -> frozenset[int]:
        """Phrases that a fix contains or that contain a fix: what was put back could make them fire."""
        phrases = self._gate.phrases
        fixes = sorted({fold(fix) for row in self._rows if row.keep < 1 for fix in row.fixes})
        likely = {place for place, rows in enumerate(phrases.rows) if min(row.keep for row in rows) > _FINGERPRINT_KEEP}
        within = {phrase for phrase, _, _ in phrases.matcher.find("\n".join(fixes))}
        matcher = Matcher([fix for fix in fixes if len(fix) >= _SHORTEST_LINK])
        around = {place for place in likely if matcher.find(fold(phrases.rows[place][0].spun))}
        return frozenset((within & likely) | around)

    def _edits(self, doc: Doc, reading: Reading) -> Iterator[Edit]:
        forced = self._mode == "force"
        floor = _CHAIN_FLOOR if forced else PASSAGE_FLOOR
        spun = [passage for passage in reading.passages if passage.score >= floor]
        cautions = list(_cautions(reading.hits, spun, self._chained if forced else None))
        # Here, since few documents are spun and none needs these before it is known to be.
        from cleantext.steps.wording.neighbours import packaged_neighbours
        from cleantext.steps.wording.restore import Suspect, braces, restore

        suspects = [Suspect(hit, caution) for hit, caution in cautions]
        found = list(restore(doc, suspects, self._gate.phrases, packaged_neighbours()))
        for passage in reading.passages if forced else spun:
            found += braces(doc.text, passage.start, passage.end, _BRACES_RULE)
        return iter(sorted(found))


def _cautions(
    hits: Iterable[Hit], spun: Sequence[Passage], chained: frozenset[int] | None
) -> Iterator[tuple[Hit, float]]:
    """Yield the hits that lie in spun passages, each with the caution it calls for.

    Forced (`chained` given), the unchained ones elsewhere too.
    """
    for hit in hits:
        place = bisect_right(spun, hit.start, key=lambda passage: passage.start) - 1
        if place >= 0 and hit.start < spun[place].end:
            caution = 1.0 if chained is not None else _PLAINLY_SPUN / max(spun[place].score, PASSAGE_FLOOR)
            yield hit, max(caution, 1.0) ** 2
        elif chained is not None and hit.phrase not in chained:
            yield hit, 1.0
