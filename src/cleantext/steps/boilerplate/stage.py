"""Stage: the boilerplate step, from a document to edits.

It works on text that an extractor has been through: between the first and the last
paragraph only labelled lines go, never a sentence of the story, and a document never
ends up empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.core.rule import Pack
from cleantext.steps.boilerplate.context import removed_lines
from cleantext.steps.boilerplate.deletion import deletions
from cleantext.steps.boilerplate.kinds import KINDS
from cleantext.steps.boilerplate.lexicon import Lexicon


class Boilerplate:
    """Removes navigation, share buttons, promotions, captions and the like, whole lines at a time."""

    name = "boilerplate"
    is_local = False
    # Its rounds end when one finds nothing, and its edits take whole lines, which say nothing about others.
    is_settled = True
    # Of the rules that are no entry of a pack; every other rule's kind is in its pack.
    kinds = KINDS

    def __init__(self, packs: Iterable[Pack]) -> None:
        self._packs = packs

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(_only(self._packs, report=False))

    @cached_property
    def _reporting(self) -> Lexicon:
        return Lexicon(_only(self._packs, report=True))

    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Return one edit for each line that goes."""
        if "\n" not in doc.text:
            # The only line stays whatever it says.
            return ()
        removed = removed_lines(doc.lines, self._lexicon.look_up(doc.lines))
        # What only reports must not decide about its neighbours, so it is looked up apart.
        if not self._reporting.is_empty:
            reported = self._reporting.look_up(doc.lines)
            removed = {line: verdict.rule for line, verdict in reported.items()} | removed
        return list(deletions(doc, removed)) if removed else []


def _only(packs: Iterable[Pack], *, report: bool) -> list[Pack]:
    return [
        pack._replace(rules=tuple(rule for rule in pack.rules if (rule.safety == "report") is report)) for pack in packs
    ]
