"""Propose: from the known spellings that were found in a text to the edits that are safe.

Each question (language, capitals, quotations, neighbours) is asked at a hit. Names that
passed in full then speak for the surname alone, and for spellings that no list holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.names.form import dress
from cleantext.steps.names.gazetteer import Entity
from cleantext.steps.names.guards import about_names, in_address
from cleantext.steps.names.hits import Hit
from cleantext.steps.names.neighbours import is_part_of_longer
from cleantext.steps.names.places import is_place
from cleantext.steps.names.quoted import Quoted
from cleantext.steps.names.spoken import is_spoken_of
from cleantext.steps.names.surnames import Mention, bare, may_stand_alone

if TYPE_CHECKING:
    from cleantext.steps.names.fuzzy import Fuzzy

# Two spellings of one name this close are being told apart: "Mao Zedong (Mao Tse-tung)".
_CONTRAST = 40
# Below this many words a detector by function words guesses: a lone "'s" makes English Czech.
_SHORT = 25
# Code points in which a word of English is looked for.
_SAMPLE = 4_000
# Words of English that its neighbours do not share.
_ENGLISH = re.compile(r"\b(?:the|and|said|with|his|their|who|from|were|that|this|which|would)\b|\w's\b")


# What an edit is worth whose spelling no list holds.
_FUZZY = 0.9


class English(NamedTuple):
    """Which aliases a text's language admits: plain ones, and those right in another language."""

    plain: bool
    marked: bool


def edits(doc: Doc, hits: Sequence[Hit], fuzzy: Fuzzy | None) -> list[Edit]:
    """Return the edits for the hits in a text, sorted and disjoint; `fuzzy` looks for more."""
    if fuzzy is None and not any(hit.phrase.entity for hit in hits):
        # Right names alone call for nothing, but for a surname that is spelled in another way.
        persons = {hit.phrase.owner for hit in hits if hit.phrase.owner.type == "PER"}
        if not any(may_stand_alone(doc, person) for person in persons):
            return []
    return _Proposals(doc, hits).edits(fuzzy)


class _Proposals:
    """What is known about one text while its edits are found."""

    def __init__(self, doc: Doc, hits: Sequence[Hit]) -> None:
        self._doc = doc
        self._hits = hits
        self._english = _english(doc)
        self._quoted = Quoted(doc.text)
        self._mentions: list[Mention] = []
        self._edits: list[Edit] = []
        # Spellings that stay for their neighbours' sake; they may be part of a longer one that no list holds.
        self._kept: set[int] = set()
        self._unlisted: list[tuple[int, int]] = []

    def edits(self, fuzzy: Fuzzy | None) -> list[Edit]:
        for place in range(len(self._hits)):
            self._judge(place)
        if fuzzy is not None:
            self._add_unlisted(fuzzy)
        persons = [mention for mention in self._mentions if mention.entity.type == "PER"]
        if persons:
            spans = [(hit.start, hit.end) for hit in self._hits]
            alone = bare(self._doc, persons, [*spans, *self._unlisted], marked=self._english.marked)
            self._edits += (edit for edit in alone if not self._quoted.covers(edit.start))
        return sorted(self._edits)

    def _judge(self, place: int) -> None:
        hit, text = self._hits[place], self._doc.text
        owner = hit.phrase.owner
        if not owner.is_applied or not _is_name(text, hit, owner) or not _is_wanted(hit, owner, self._english):
            return
        if hit.phrase.entity is not None and (_is_told_apart(self._doc, self._hits, place) or not self._may_be(owner)):
            return
        if _is_kept(text, hit.start, hit.end, owner):
            self._kept.add(hit.start)
        elif hit.phrase.entity is None:
            self._mentions.append(Mention(owner, hit.phrase.canonical, hit.phrase.text))
        elif not self._quoted.covers(hit.start):
            self._mentions.append(Mention(owner, hit.phrase.canonical, hit.phrase.text))
            after = dress(hit.phrase.canonical, text, hit.start, hit.end, shouts=hit.phrase.text.isupper())
            self._propose(hit.start, hit.end, after, owner)

    def _add_unlisted(self, fuzzy: Fuzzy) -> None:
        text = self._doc.text
        taken = [(hit.start, hit.end) for hit in self._hits if hit.start not in self._kept]
        for start, end, entity in fuzzy.find(text, taken):
            self._unlisted.append((start, end))
            wanted = entity.everywhere or self._english.plain
            if (
                wanted
                and self._may_be(entity)
                and not self._quoted.covers(start)
                and not _is_kept(text, start, end, entity)
            ):
                self._mentions.append(Mention(entity, entity.canonical, " ".join(text[start:end].split())))
                self._propose(start, end, dress(entity.canonical, text, start, end), entity, _FUZZY)

    def _may_be(self, entity: Entity) -> bool:
        return "in-context" not in entity.flags or is_spoken_of(self._doc, entity)

    def _propose(self, start: int, end: int, after: str | None, entity: Entity, confidence: float = 1.0) -> None:
        before = self._doc.text[start:end]
        if after is not None and after != before:
            self._edits.append(Edit(start, end, before, after, entity.rule, confidence))


def _is_name(text: str, hit: Hit, entity: Entity) -> bool:
    """Tell whether the capitals are a name's: all of a person's, the first and last of others."""
    if hit.phrase.capitals:
        return " ".join(text[hit.start : hit.end].split()) in hit.phrase.capitals
    alias = hit.phrase.text
    words = [at for at, letter in enumerate(alias) if letter.isupper() and (at == 0 or alias[at - 1].isspace())]
    checked = words if entity.type == "PER" else words[:1] + words[-1:]
    return all(text[hit.start + at].isupper() for at in checked)


def _is_wanted(hit: Hit, entity: Entity, english: English) -> bool:
    if entity.everywhere and not hit.phrase.language:
        return True
    return english.marked if hit.phrase.language else english.plain


def _english(doc: Doc) -> English:
    if doc.language == "en":
        return English(plain=True, marked=True)
    if doc.language != "und" and len(doc.words) >= _SHORT:
        return English(plain=False, marked=False)
    evident = _ENGLISH.search(doc.folded, 0, _SAMPLE) is not None
    return English(plain=evident or doc.language == "und", marked=evident)


def _is_told_apart(doc: Doc, hits: Sequence[Hit], place: int) -> bool:
    hit = hits[place]
    for other in (*hits[max(0, place - 1) : place], *hits[place + 1 : place + 2]):
        first, second = sorted((hit, other), key=lambda either: either.start)
        if other.phrase.canonical != hit.phrase.canonical or second.start - first.end > _CONTRAST:
            continue
        between = doc.text[first.end : second.start]
        if other.phrase.text != hit.phrase.text and "\n" not in between and ". " not in between:
            return True
    return False


def _is_kept(text: str, start: int, end: int, entity: Entity) -> bool:
    return (
        in_address(text, start, end)
        or is_part_of_longer(text, start, end, person=entity.type == "PER")
        or (entity.type == "LOC" and not is_place(text, start, end))
        or about_names(text, start, end)
    )
