"""Stage: the boilerplate step, from a document to edits.

Of a whole page it finds the story; of text that an extractor has been through it takes
what is certain. A document of which too much would go is held back as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from functools import cached_property

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.core.rule import Pack
from cleantext.steps.boilerplate.deletion import deletions
from cleantext.steps.boilerplate.glued import trims
from cleantext.steps.boilerplate.judged import Judged, Numbered, Watched
from cleantext.steps.boilerplate.kinds import KINDS
from cleantext.steps.boilerplate.lexicon import Lexicon
from cleantext.steps.boilerplate.lexicons import Lexicons, is_in_same, languages_of, shipped
from cleantext.steps.boilerplate.story import Removed
from cleantext.steps.boilerplate.strip import stripped_lines
from cleantext.steps.boilerplate.verdict import Verdict
from cleantext.steps.boilerplate.weights import Weights, packaged

# Lines that stay may be taken for neighbours again; the cap is for texts made to defeat it.
_PASSES = 16


class Boilerplate:
    """Removes navigation, share buttons, promotions, captions and the like, whole lines at a time."""

    name = "boilerplate"
    is_local = False
    # What is left may be told to be in another language, or read otherwise where lines were trimmed.
    is_settled = False
    # Of the rules that are no entry of a pack; every other rule's kind is in its pack.
    kinds = KINDS

    def __init__(
        self,
        own: Iterable[Pack] = (),
        page: str = "auto",
        max_removed: float = 1.0,
        *,
        keep: Iterable[str] = (),
        drop: Iterable[str] = (),
    ) -> None:
        """`own` are packs beside those that ship; `keep` and `drop` name kinds, all of which go without them."""
        self._own = tuple(own)
        self._lexicons = Lexicons(_only(self._own, report=False))
        self._page = page
        self._max_removed = max_removed
        self._keep = frozenset(keep)
        self._drop = frozenset(drop)
        self._is_cut = False

    def below_template(self) -> Boilerplate:
        """Return the stage for pages off which the site's template has been cut."""
        stage = copy(self)
        stage._is_cut = True
        return stage

    @cached_property
    def _reporting(self) -> Lexicon:
        return Lexicon(_only(self._own, report=True))

    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Return one edit for each line that goes, and those that cut chrome off lines that stay."""
        if "\n" not in doc.text:
            # The only line stays whatever it says.
            return ()
        languages = languages_of(doc)
        verdicts = self._lexicons.among(doc.lines, languages)
        removed = self._going(doc.lines, verdicts, packaged())[0] if verdicts else {}
        # What only reports must not decide about its neighbours, so it is looked up apart.
        if not self._reporting.is_empty:
            reported = self._reporting.look_up(doc.lines)
            removed = {line: Removed(verdict.rule, 1.0) for line, verdict in reported.items()} | removed
        if not removed:
            return trims(doc, range(len(doc.lines)), shipped(languages), self._goes)
        edits = list(deletions(doc, removed))
        if not self._is_little(doc, removed):
            return self._held(doc, edits)
        kept = [number for number in range(len(doc.lines)) if number not in removed]
        cuts = list(trims(doc, kept, shipped(languages), self._goes))
        if not cuts and is_in_same(doc, [doc.lines[number] for number in kept], languages):
            # Whole lines went until nothing more did, and what is left meets the same rules.
            doc.settled.add(self.name)
        return [*edits, *cuts]

    def judge(self, doc: Doc) -> Judged:
        """Return what a run does not tell: lines that stay because of their kind, what lines were weighed by."""
        watched = Watched(packaged())
        verdicts = self._lexicons.look_up(doc)
        _, kept = self._going([Numbered.of(*line) for line in enumerate(doc.lines)], verdicts, watched)
        return Judged(kept, watched.found)

    def _going(
        self, lines: Sequence[str], verdicts: Mapping[int, Verdict], weights: Weights
    ) -> tuple[dict[int, Removed], dict[int, Removed]]:
        """Return the lines that go, and those that would but for their kind."""
        removed = stripped_lines(lines, verdicts, weights, self._page, is_cut=self._is_cut)
        if not self._keep and not self._drop:
            return removed, {}
        kinds = {**{verdict.rule: verdict.kind for verdict in verdicts.values()}, **KINDS}
        going: dict[int, Removed] = {}
        for _ in range(_PASSES):
            taken = {number: why for number, why in removed.items() if self._goes(kinds[why.rule])}
            going |= taken
            kept = {number: why for number, why in removed.items() if number not in taken}
            if not taken or not kept:
                return going, kept
            # A second run would see the lines that stay beside the story, so they are seen so here.
            lines = ["" if number in taken else line for number, line in enumerate(lines)]
            verdicts = {number: verdict for number, verdict in verdicts.items() if number not in taken}
            removed = stripped_lines(lines, verdicts, weights, self._page, is_cut=self._is_cut)
        return {}, {}

    def _goes(self, kind: str) -> bool:
        return kind not in self._keep and (not self._drop or kind in self._drop)

    def _is_little(self, doc: Doc, removed: Mapping[int, Removed]) -> bool:
        """Say whether what goes is no larger part of the text than may go."""
        if self._max_removed >= 1:
            return True
        letters = sum(len(doc.lines[number]) for number in removed)
        return letters <= self._max_removed * sum(map(len, doc.lines))

    def _held(self, doc: Doc, edits: Iterable[Edit]) -> Iterable[Edit]:
        reason = f"more than max_removed={self._max_removed:g} of the text would go"
        doc.held += [(edit, reason) for edit in edits]
        return ()


def _only(packs: Iterable[Pack], *, report: bool) -> list[Pack]:
    return [
        pack._replace(rules=tuple(rule for rule in pack.rules if (rule.safety == "report") is report)) for pack in packs
    ]
