"""Gate: does a document read as spun, by which family, and in which passages?

No phrase proves anything by itself: every one occurs in genuine text as well. First the screen
looks for telling phrases close together; what passes is weighed in full, family by family, and
the one with the most evidence may open, no other.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from cleantext.core.doc import Doc
from cleantext.steps.wording.arcs import Words
from cleantext.steps.wording.evidence import Evidence, Scales
from cleantext.steps.wording.ngrams import packaged_ngrams
from cleantext.steps.wording.screen import Screen
from cleantext.steps.wording.table import Family

# Below 60 words, single lines of genuine text reach the score of spun ones.
MINIMUM_WORDS = 60
# Nats of evidence at which the score is one half and the gate may open.
OPENS_AT = 12.0
# How many nats make the odds e times better: evidence is less than it seems, as phrases come in company.
STEP = 3.0
# The contexts of the likely phrases must ask for the fixes too, by so many nats on average, the less of
# them the heavier the evidence is. Thirty sentences made to mislead weigh 47 and agree by 0.4, a page of
# military history 16 and 1.1; lightly spun texts weigh 12 to 40 and agree by 1.5 to 3.4.
AGREEMENT, SURE_AT = 1.5, 80.0
# A longer text is read as several: memory stays flat, and one odd page in a book costs its window only.
_WINDOW = 1 << 14


class Window(NamedTuple):
    """A stretch of the text, with what it shows for one family, and whether that is enough to act on."""

    words: Words
    evidence: Evidence
    is_open: bool


class Reading(NamedTuple):
    """What the gate found: the score, between 0 and 1, the likeliest family, and whether its gate is open.

    `phrases` is how many phrases of the family the document holds, in all its windows.
    """

    score: float
    is_open: bool
    scales: Scales | None
    windows: tuple[Window, ...]
    phrases: int = 0

    def with_window(self, window: Window, keeps: Callable[[Window], bool]) -> Reading:
        """Return the reading of a document that has one window more, which is kept where `keeps` says so."""
        return Reading(
            # A document is as spun as its most spun window.
            max(self.score, score_of(_agreed(window.evidence))),
            self.is_open or window.is_open,
            self.scales,
            (*self.windows, window) if keeps(window) else self.windows,
            self.phrases + len(window.words.arcs),
        )


SHUT = Reading(0.0, False, None, ())


class Gate:
    """Weighs documents; safe to share between threads. Tables and counts are read when first needed."""

    def __init__(self, families: Callable[[], Sequence[Family]], screen: Callable[[], Screen]) -> None:
        """Take what builds the families and the screen of their telling phrases."""
        self._make_families = families
        self._make_screen = screen

    @cached_property
    def _screen(self) -> Screen:
        return self._make_screen()

    @cached_property
    def _scales(self) -> list[Scales]:
        ngrams = packaged_ngrams()
        return [Scales(family, ngrams) for family in self._make_families()]

    def read(self, doc: Doc) -> Reading:
        """Weigh a document; what the screen does not let through counts as 0.0, unread.

        Only windows that are open are kept: of a long text, the others would take many times its size.
        """
        if not has_words(doc.folded, MINIMUM_WORDS):
            return SHUT
        return self._weighed(doc, self._screen.suspects(doc, _windows(doc.folded)), _is_open_window)

    def weigh(self, doc: Doc) -> Reading:
        """Weigh a document in full, screen or no screen, and keep all windows; below 60 words it scores 0.0."""
        reading = self._weighed(doc, _windows(doc.folded), _always)
        return reading if has_words(doc.folded, MINIMUM_WORDS) else reading._replace(score=0.0, is_open=False)

    def _weighed(self, doc: Doc, spans: Iterable[tuple[int, int]], keeps: Callable[[Window], bool]) -> Reading:
        readings: list[Reading] = []
        for span in spans:
            if not self._scales:
                return SHUT
            words = Words(doc, span, self._scales[0].family, self._scales[0].ngrams)
            windows = [_window(words, scales) for scales in self._scales]
            readings = readings or [SHUT._replace(scales=scales) for scales in self._scales]
            readings = [reading.with_window(window, keeps) for reading, window in zip(readings, windows, strict=True)]
        return max(readings, key=lambda reading: (reading.is_open, reading.score, reading.phrases), default=SHUT)


def _window(words: Words, scales: Scales) -> Window:
    part = words.for_family(scales.family)
    evidence = scales.weigh(part)
    return Window(part, evidence, _is_open(evidence, scales.family))


def _is_open_window(window: Window) -> bool:
    return window.is_open


def _always(window: Window) -> bool:
    return True


def _is_open(evidence: Evidence, family: Family) -> bool:
    return evidence.distinct >= family.gate and _agreed(evidence) >= OPENS_AT


def _agreed(evidence: Evidence) -> float:
    """Return the weight of the evidence; without enough agreement it is less than opens a gate, half at least."""
    needed = AGREEMENT * (1 - evidence.weight / SURE_AT)
    if evidence.agreement >= needed or evidence.weight <= 0 or needed <= 0:
        return evidence.weight
    return min(evidence.weight, OPENS_AT) * (1 + max(evidence.agreement, 0.0) / needed) / 2


def score_of(weight: float) -> float:
    """Return the score that goes with so many nats of evidence, between 0 and 1."""
    return 1 / (1 + math.exp((OPENS_AT - max(weight, -20.0)) / STEP))


def has_words(folded: str, least: int) -> bool:
    """Say whether a text has at least so many words, looking no further than it must."""
    # Two characters a word is the least there can be; split() stops after `least` words.
    return len(folded) >= 2 * least - 1 and len(folded.split(None, least)) >= least


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
