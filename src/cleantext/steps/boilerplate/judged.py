"""Judged: how the lines of a document came to go or to stay, told while they are judged.

The step itself keeps no account of that, since most runs do not ask. Who asks has the
lines judged once more, by weights that take notes: what a line was weighed by depends on
the lines that were left in its turn, so the note of its last turn is the one that counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cleantext.steps.boilerplate.look import CLASSES
from cleantext.steps.boilerplate.place import Line
from cleantext.steps.boilerplate.story import Removed
from cleantext.steps.boilerplate.verdict import Verdict
from cleantext.steps.boilerplate.weights import Reason, Weights


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

    def lines(self, texts: Sequence[str], verdicts: Mapping[int, Verdict]) -> list[Line]:
        """Take the first look at lines, as the weights behind these do."""
        return self._weights.lines(texts, verdicts)

    def chances(self, lines: Sequence[Line]) -> list[float]:
        """Return for each line how likely it belongs to the story, and note by what."""
        chances = self._weights.chances(lines)
        for line, chance, reasons in zip(lines, chances, self._weights.reasons(lines), strict=True):
            if isinstance(line.text, Numbered):
                self.found[line.text.number] = Weighed(CLASSES[line.look.kind], chance, tuple(reasons))
        return chances
