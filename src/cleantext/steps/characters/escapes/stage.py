"""Escapes: notations of characters that were left in plain text, each known to a module of its own.

A notation is decoded where it stands for what plain text holds; where the text is
about the notation, or is read by machines, it is right. Entities are decided for the
whole text: where it holds tags it is markup. ftfy decides that line by line, never
again after the first "<", and is quadratic on `&amp;amp;…`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from typing import NamedTuple

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit, apply
from cleantext.steps.characters.dense import thinned
from cleantext.steps.characters.escapes import angles, backslashes, percent, quoted_printable, remnants, utf7, wide
from cleantext.steps.characters.escapes.code import is_code
from cleantext.steps.characters.escapes.entities import ENTITY, entity_edits

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,300})?/?>|<!--|<!DOCTYPE|<\?xml", re.IGNORECASE)

# Notations that source code has for its own use.
_OF_CODE = frozenset("\\=")

# As many places one by one cost what one search of a page does.
_FEW = 32


class _Notation(NamedTuple):
    """A character that it cannot do without, a sign that is cheap to look for, and what finds its edits."""

    character: str
    sign: re.Pattern[str]
    edits: Callable[[str], Iterator[Edit]]


_NOTATIONS = (
    _Notation("\\", backslashes.SIGN, backslashes.backslash_edits),
    _Notation("=", quoted_printable.SIGN, quoted_printable.quoted_printable_edits),
    _Notation("%", percent.SIGN, percent.percent_edits),
    _Notation("<", angles.SIGN, angles.angle_edits),
    _Notation("+", utf7.SIGN, utf7.utf7_edits),
    _Notation("_", remnants.CELL, remnants.cell_edits),
)


class Escapes:
    """Proposes the characters that left-over escapes stand for."""

    name = "characters/escapes"
    is_local = False
    is_settled = False

    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Yield one edit an escape or a run of them; entities only where the text is no markup."""
        text = doc.text
        if not _may_hold_any(text):
            return ()
        # In UTF-16 read as 8-bit nothing else is what it seems.
        if wide.may_be_wide(text) and (edits := tuple(wide.wide_edits(text))):
            return edits
        shown = [notation for notation in _NOTATIONS if _shows(text, notation.character, notation.sign)]
        if any(notation.character in _OF_CODE for notation in shown) and is_code(text):
            shown = [notation for notation in shown if notation.character not in _OF_CODE]
        found = [notation.edits for notation in shown]
        if remnants.may_hold_any(text):
            found += [remnants.mark_edits, remnants.pair_edits]
        return _without_tags(text, found)


def _may_hold_any(text: str) -> bool:
    """Say whether a text has any character that an escape begins with; one search a character is the fastest."""
    return (
        "&" in text
        or "\\" in text
        or "=" in text
        or "%" in text
        or "<" in text
        or "+" in text
        or "_" in text
        or wide.may_be_wide(text)
        or remnants.may_hold_any(text)
    )


def _shows(text: str, character: str, sign: re.Pattern[str]) -> bool:
    """Say whether a sign, which begins with a character, occurs in a text."""
    # The search for one character is a hundred times faster than an expression; where it is common, it is not.
    place = text.find(character)
    for _ in range(_FEW):
        if place < 0:
            return False
        if sign.match(text, place):
            return True
        place = text.find(character, place + 1)
    return place >= 0 and sign.search(text, place) is not None


def _without_tags(text: str, found: list[Callable[[str], Iterator[Edit]]]) -> tuple[Edit, ...]:
    """Return the edits of notations, and of entities; where they would make a tag, the author wrote about markup."""
    is_entity = _shows(text, "&", ENTITY)
    if not found and not is_entity:
        return ()
    if _TAG.search(text):
        return _merged(text, found)
    if is_entity:
        edits = _merged(text, [*found, entity_edits])
        if not _makes_tag(text, edits):
            return edits
    edits = _merged(text, found)
    return () if _makes_tag(text, edits) else edits


def _merged(text: str, notations: Iterable[Callable[[str], Iterator[Edit]]]) -> tuple[Edit, ...]:
    """Return the edits of several notations; where two claim a place, those of the one that begins first."""
    return tuple(thinned(_disjoint(merge(*(notation(text) for notation in notations))), text))


def _disjoint(edits: Iterable[Edit]) -> Iterator[Edit]:
    reached = 0
    for edit in edits:
        if edit.start >= reached:
            yield edit
            reached = edit.end


def _makes_tag(text: str, edits: tuple[Edit, ...]) -> bool:
    # A new angle bracket makes a tag, or new text behind an old one.
    is_possible = bool(edits) and ("<" in text or any("<" in edit.after for edit in edits))
    return is_possible and _TAG.search(apply(text, edits)) is not None
