"""Doc: one text and what is known about it, each fact found when first asked for and kept.

Lines are what stands between line feeds; a carriage return stays at the end of its line,
so that positions are those of the text whichever steps run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from cleantext.core.edit import Edit, apply
from cleantext.core.fold import fold


class Doc:
    """A text on its way through the steps. It belongs to one call and one thread."""

    def __init__(self, text: str, detect: Callable[[Doc], str] | None = None) -> None:
        """Wrap a text; `detect` says which language a document is in ("und" without it)."""
        self.text = text
        self.scores: dict[str, float] = {}
        # What a stage weighed and does not propose, with the reason.
        self.held: list[tuple[Edit, str]] = []
        # The document that this one is without some of its lines; None where lines have changed.
        self.remains_of: Doc | None = None
        # What steps found out about this text and may want to know again, by a name of theirs.
        self.facts: dict[str, int] = {}
        # The stages that will have nothing to say of what their own edits make of this text, by name.
        self.settled: set[str] = set()
        self._detect = detect

    def successor(self, edits: Sequence[Edit]) -> Doc:
        """Return the document of what edits make of this one: the same scores, all other facts found anew.

        Raises:
            EditError: the edits are not edits of this text.
        """
        doc = Doc(apply(self.text, edits), self._detect)
        doc.scores = self.scores
        if not any(edit.after for edit in edits) and all(self._are_lines(*span) for span in _joined(edits)):
            doc.remains_of = self
        return doc

    def _are_lines(self, start: int, end: int) -> bool:
        """Say whether a span is made of whole lines, with the break before them or the one after."""
        text = self.text
        ends_line = end == len(text) or text[end] == "\n"
        if start == 0 or text[start - 1] == "\n":
            return ends_line or text[end - 1] == "\n"
        # With the break before a line, up to the break after it.
        return ends_line and text[start : start + 1] == "\n"

    @cached_property
    def folded(self) -> str:
        """The text folded for matching; as long as the text."""
        return fold(self.text)

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their line feeds; there is at least one, and the last may be empty."""
        return self.text.split("\n")

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line begins, in code points."""
        return [0, *accumulate(len(line) + 1 for line in self.lines[:-1])]

    @cached_property
    def words(self) -> list[str]:
        """The folded text cut at white space."""
        return self.folded.split()

    @cached_property
    def language(self) -> str:
        """An ISO 639-1 code, or "und" where the text is too short to tell."""
        return self.language_of(self.text)

    def language_of(self, part: str) -> str:
        """Tell the language of a part of the text in the same way."""
        return self._detect(self if part is self.text else Doc(part)) if self._detect else "und"


def _joined(edits: Sequence[Edit]) -> Iterator[tuple[int, int]]:
    """Yield the spans of edits, those that touch as one."""
    start = end = -1
    for edit in edits:
        if edit.start != end:
            if end >= 0:
                yield start, end
            start = edit.start
        end = edit.end
    if end >= 0:
        yield start, end
