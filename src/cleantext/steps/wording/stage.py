"""Wording: the stage that restores synonym-spun text, one object for all documents.

It acts only in documents whose gate opens, and there only in the passages that read as spun.
What it weighed and did not do is told as held, with its probability.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.core.match import fold
from cleantext.core.rule import Pack
from cleantext.steps.wording.gate import MINIMUM_WORDS, Gate, Reading, Window, has_words
from cleantext.steps.wording.screen import Screen, packaged_entries
from cleantext.steps.wording.table import Family, read_families

if TYPE_CHECKING:
    from cleantext.steps.wording.decoder import Choice

MODES = ("auto", "flag", "force", "off")
# Of a phrase of the user's own tables, in the screen: nobody has counted it.
_OWN_WEIGHT = 3.0
# The share of words at which the table's odds hold as they are.
_FULL_SHARE = 0.5
# Likelier edits are made; less likely ones, down to the second figure, are told.
_MADE, _TOLD = 0.6, 0.2
_BRACES_RULE = "en.wording.spinner-a/template-braces"
_FLAGGED, _UNSURE = "spun='flag' makes no edits", "the phrase may be meant as it stands"


class Wording:
    """Proposes the meant words for spun ones; leaves the document's score in `doc.scores["spun"]`."""

    name = "wording"
    is_local = False
    is_settled = False

    def __init__(
        self,
        packs: Iterable[Pack],
        mode: str = "auto",
        *,
        own: Iterable[Pack] | None = None,
        share: float = _FULL_SHARE,
    ) -> None:
        """Take the packs of the step; `mode` is auto, flag (score only), force (no gate) or off.

        `own` are those of the packs that do not ship, None for all of them; `share` is the part of
        the dictionary's words that is taken as replaced in a forced document. The packs are read
        with the first text that passes the screen.

        Raises:
            ValueError: an unknown mode.
        """
        if mode not in MODES:
            raise ValueError(f"wording mode {mode!r} is unknown; choose one of {', '.join(MODES)}")
        self._mode = mode
        self._packs = packs
        self._is_packaged = own is not None
        # Read at once, so that a fault of the user's is told before the first text.
        self._own = read_families(own or ())
        self._share = share
        self._gate = Gate(lambda: self._families, lambda: self._screen)

    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Yield the edits in the order of the text; none overlap."""
        if self._mode == "off":
            return ()
        if self._mode != "force" and not has_words(doc.folded, MINIMUM_WORDS):
            doc.scores.setdefault("spun", 0.0)
            return ()
        reading = self._gate.read(doc) if self._mode == "auto" else self._gate.weigh(doc)
        # A later round weighs what this step has restored; the score is of what came in.
        is_first = "spun" not in doc.scores
        doc.scores.setdefault("spun", reading.score)
        if not (reading.is_open or self._mode == "force"):
            return ()
        made, held = self._weighed(doc, reading)
        if self._mode == "flag":
            made, held = [], [(edit, _FLAGGED) for edit in made] + held
        if is_first:
            doc.held += held
        return sorted(made)

    @cached_property
    def _families(self) -> tuple[Family, ...]:
        return read_families(self._packs)

    @cached_property
    def _screen(self) -> Screen:
        entries = dict(packaged_entries()) if self._is_packaged else {}
        for family in self._own if self._is_packaged else self._families:
            for rows in family.rows:
                if min(row.keep for row in rows) < 1:
                    entries.setdefault(fold(rows[0].spun), _OWN_WEIGHT)
        return Screen(entries.items())

    def _weighed(self, doc: Doc, reading: Reading) -> tuple[list[Edit], list[tuple[Edit, str]]]:
        """Return the edits to make and those to tell, with the reason."""
        # Here, since few documents are spun and none needs these before it is known to be.
        from cleantext.steps.wording.restore import braces, replacement, restored

        made: list[Edit] = []
        told: list[tuple[Edit, str]] = []
        for window in reading.windows:
            spans = self._spans(window)
            sure: list[Choice] = []
            for choice, is_taken in self._choices(window, reading, spans):
                if is_taken and choice.confidence >= _MADE:
                    sure.append(choice)
                elif choice.confidence >= _TOLD:
                    told.append((replacement(doc.text, window.words, choice), _UNSURE))
            made += restored(doc.text, window.words, sure)
            for start, end in spans:
                made += braces(doc.text, start, end, _BRACES_RULE)
        return made, told

    def _spans(self, window: Window) -> list[tuple[int, int]]:
        """Return the stretches of a window that are to be restored."""
        if self._mode == "force":
            return [(window.words.start, window.words.end)]
        if not window.is_open:
            return []
        return [(passage.start, passage.end) for passage in window.evidence.passages if passage.is_spun]

    def _choices(
        self, window: Window, reading: Reading, spans: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[Choice, bool]]:
        from cleantext.steps.wording.decoder import Prior, decode, judge
        from cleantext.steps.wording.habits import habits

        if reading.scales is None:
            return
        words, channel = window.words, reading.scales.channel
        share = self._share if self._mode == "force" else window.evidence.share
        arcs = [arc for arc in words.arcs if _lies_in(words.spans[arc.first][0], spans)]
        prior = Prior(math.log(share / _FULL_SHARE), habits(words, arcs, channel, words.tokens_in(spans)))
        path = list(decode(words, arcs, channel, prior))
        yield from judge(words, arcs, path, channel, prior)


def _lies_in(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)
