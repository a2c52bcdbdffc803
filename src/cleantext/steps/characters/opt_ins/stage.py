"""Opt-in repairs: what is right in one collection and wrong in the next, so that it runs only where it is named.

All that are named look at the same text, and where two want the same place the leftmost
and longest wins; the other has its say when the flow runs again. Only what ftfy repairs
comes before the others: a curly quote may be half of a damaged letter.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from cleantext.core.compose import compose
from cleantext.core.doc import Doc
from cleantext.core.edit import Edit, apply, resolve
from cleantext.core.rule import Pack
from cleantext.steps.characters.dense import thinned
from cleantext.steps.characters.opt_ins import (
    breaks,
    figures,
    glyphs,
    joined,
    leftovers,
    like_ftfy,
    look_alikes,
    lost,
    marks,
    quotes,
    repeats,
    scanned,
    spacing,
    tables,
    wrapped,
)

# Each yields sorted, disjoint edits; nothing at all is the usual answer of most.
REPAIRS: dict[str, Callable[[Doc], Iterable[Edit]]] = {
    "bare-entities": leftovers.bare_entities,
    "control-characters": breaks.control_characters,
    "curly-quotes": quotes.curly,
    "doubled-quotes": tables.doubled_quotes,
    "enclosed-letters": glyphs.enclosed_letters,
    "ftfy-repairs": like_ftfy.ftfy_repairs,
    "hyphenation": wrapped.hyphenation,
    "letter-apostrophes": quotes.letter_apostrophes,
    "letter-spacing": spacing.letter_spacing,
    "ligatures": glyphs.ligatures,
    "line-breaks": breaks.line_breaks,
    "line-wraps": wrapped.line_wraps,
    "look-alikes": look_alikes.look_alikes,
    "lost-quotes": lost.lost_quotes,
    "overstrikes": leftovers.overstrikes,
    "persian-letters": marks.persian_letters,
    "plural-apostrophes": figures.plural_apostrophes,
    "repeated-punctuation": repeats.repeated_punctuation,
    "romanian-commas": marks.romanian_commas,
    "run-on-words": joined.run_on_words,
    "scanning-errors": scanned.scanning_errors,
    "sentence-spaces": joined.sentence_spaces,
    "spaced-ellipses": repeats.spaced_ellipses,
    "spreadsheet-formulas": tables.spreadsheet_formulas,
    "stacked-marks": marks.stacked_marks,
    "straight-quotes": quotes.straight,
    "utf-7": leftovers.utf_7,
    "wide-letters": glyphs.wide_letters,
    "wide-punctuation": glyphs.wide_punctuation,
    "width-forms": glyphs.width_forms,
}


class OptIns:
    """Proposes the repairs that a configuration names."""

    name = "characters/opt-in"
    is_local = False
    is_settled = False

    def __init__(self, names: Iterable[str], packs: Iterable[Pack]) -> None:
        """Choose the repairs; names that belong to another stage are none of ours."""
        wanted = frozenset(names)
        self._is_first = "ftfy-repairs" in wanted
        self._repairs = [repair for name, repair in REPAIRS.items() if name in wanted - {"ftfy-repairs"}]
        if "decimal-commas" in wanted:
            self._repairs.append(partial(figures.decimal_commas, packs=packs))

    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Yield the edits of every repair, in order, none over another's."""
        if not self._is_first:
            return self._proposed(doc)
        first = resolve(thinned(like_ftfy.ftfy_repairs(doc), doc.text))
        repaired = Doc(apply(doc.text, first), lambda _: doc.language)
        return compose(first, resolve(self._proposed(repaired)))

    def _proposed(self, doc: Doc) -> Iterator[Edit]:
        proposed = [repair(doc) for repair in self._repairs]
        return thinned(_disjoint(heapq.merge(*proposed, key=_place)), doc.text)


def _place(edit: Edit) -> tuple[int, int, str]:
    return edit.start, -edit.end, edit.rule


def _disjoint(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Drop what overlaps an earlier edit, or is an insertion where one ends: nothing would say which comes first."""
    reached = -1
    for edit in edits:
        if edit.start < reached or (edit.start == edit.end == reached):
            continue
        reached = edit.end
        yield edit
