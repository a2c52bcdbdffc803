"""Judged: how the lines of a document came to go or to stay, told while they are judged.

The step itself keeps no account of that, since most runs do not ask. Who asks has the
lines judged once more, by weights that take notes: what a line was weighed by depends on
the lines that were left in its turn, so the note of its last turn is the one that counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cleantext.steps.boilerplate.look import CLASSES
from cleantext.steps.boilerplate.place import Page
from cleantext.steps.boilerplate.story import Removed
from cleantext.steps.boilerplate.verdict import Verdict
from cleantext.steps.boilerplate.weights import Reason, Sight, Weights


class Weighed(NamedTuple):
    """What a line looked like, how likely it belonged to the story, and by what, most weighty first."""

    look: str
    chance: float
    reasons: tuple[Reason, ...]


class Judged(NamedTuple):
    """By number of line: those that stay because of their kind, and those that were weighed."""

    kept: Mapping[int, Removed]
    weighed: Mapping[int, Weighed]


class Numbered(str):
    """A line that knows its number in the document."""

    __slots__ = ("number",)
    number: int

    @classmethod
    def of(cls, number: int, line: str) -> Numbered:
        """Return a line with its number."""
        numbered = cls(line)
        numbered.number = number
        return numbered


class Watched(Weights):
    """Weights that note what they say of numbered lines; for one document."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.found: dict[int, Weighed] = {}
        self._last: Sequence[Sight] = ()

    def sights(self, texts: Sequence[str]) -> list[Sight]:
        """Take the first look at lines, as the weights behind these do."""
        return self._weights.sights(texts)

    def page(self, texts: Sequence[str], sights: Sequence[Sight], verdicts: Mapping[int, Verdict]) -> Page:
        """Return lines as they were seen, and keep what was seen for the notes."""
        self._last = sights
        return self._weights.page(texts, sights, verdicts)

    def chances(self, page: Page) -> list[float]:
        """Return for each line how likely it belongs to the story, and note by what."""
        chances = self._weights.chances(page)
        told = zip(page.texts, page.kinds, chances, self._weights.reasons(page, self._last), strict=True)
        for text, kind, chance, reasons in told:
            if isinstance(text, Numbered):
                self.found[text.number] = Weighed(CLASSES[kind], chance, tuple(reasons))
        return chances
