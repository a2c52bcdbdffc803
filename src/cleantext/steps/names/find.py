"""Find: known names in running text, and the edits that give each its canonical form.

One pass of the matcher over the folded text is all that a text without known names
costs. Every other question (language, quotations, neighbours) is asked at a hit. What
is right as it stands, or known but never applied, shields the words inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.core.match import Matcher, fold
from cleantext.core.rule import Pack
from cleantext.steps.names.form import dress
from cleantext.steps.names.gazetteer import Alias, Entity, entities

# Two spellings of one name this close are being told apart: "Mao Zedong (Mao Tse-tung)".
_CONTRAST = 40
# Below this many words a detector by function words guesses: a lone "'s" makes English Czech.
_SHORT = 25
# Code points in which a word of English is looked for.
_SAMPLE = 4_000
# Words of English that its neighbours do not share.
_ENGLISH = re.compile(r"\b(?:the|and|said|with|his|their|who|from|were|that|this|which|would)\b|\w's\b")


# A name begins with a capital letter, or with one of a script that has none.
# Said by what it is not: a class up to the last code point takes ten milliseconds to compile.
_MAY_BE_NAME = re.compile(r"[^\x00-@\[-\x7f]")


class _Phrase(NamedTuple):
    """A spelling to look for; `entity` is None where it stays as it is.

    An alias that differs from the canonical form in capitals alone is found by `capitals`:
    the text must then read exactly so.
    """

    text: str
    language: str
    canonical: str
    entity: Entity | None
    capitals: frozenset[str] = frozenset()


class _English(NamedTuple):
    """Which aliases a text's language admits: plain ones, and those right in another language."""

    plain: bool
    marked: bool


class _Hit(NamedTuple):
    phrase: _Phrase
    start: int
    end: int


class Names:
    """The step; built once for its packs, safe to share between threads."""

    name = "names"
    is_local = False
    is_settled = False

    def __init__(self, packs: Iterable[Pack]) -> None:
        """Take the packs, in any order; a user's own (`gazetteer.read`) outrank those that ship."""
        self._packs = packs

    def __call__(self, doc: Doc) -> Iterator[Edit]:
        """Propose the canonical form for every known variant; sorted, disjoint."""
        if not _MAY_BE_NAME.search(doc.text) or not self._phrases:
            return
        # A name may run over a line's end; one line break counts as the space it stands for.
        found = self._matcher.find(doc.folded.replace("\n", " "))
        hits = _outermost(_Hit(self._phrases[at], start, end) for at, start, end in found)
        if any(hit.phrase.entity for hit in hits):
            yield from _edits(doc, hits)

    @cached_property
    def _phrases(self) -> list[_Phrase]:
        known: dict[str, _Phrase] = {}
        for entity in entities(self._packs):
            for alias in entity.aliases:
                known[fold(alias.text)] = _phrase(alias, entity)
            known[fold(entity.canonical)] = _shield(entity)
        return [_settled(phrase, known) for phrase in known.values()]

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher([phrase.text for phrase in self._phrases])


def _phrase(alias: Alias, entity: Entity) -> _Phrase:
    applied = entity if entity.is_applied else None
    return _Phrase(alias.text, alias.language, entity.canonical, applied)


def _shield(entity: Entity) -> _Phrase:
    key = fold(entity.canonical)
    capitals = frozenset(alias.text for alias in entity.aliases if fold(alias.text) == key) - {entity.canonical}
    applied = entity if capitals and entity.is_applied else None
    return _Phrase(entity.canonical, "", entity.canonical, applied, capitals)


def _settled(phrase: _Phrase, known: Mapping[str, _Phrase]) -> _Phrase:
    """Follow a canonical form that another pack respells, so that no result is found again."""
    if phrase.capitals:
        return phrase
    seen = {fold(phrase.text)}
    while phrase.entity:
        key = fold(phrase.canonical)
        if key in seen:
            return phrase._replace(entity=None)
        seen.add(key)
        if key not in known or known[key].entity is None or known[key].capitals:
            break
        phrase = phrase._replace(canonical=known[key].canonical)
    return phrase


def _outermost(hits: Iterator[_Hit]) -> list[_Hit]:
    """Drop the hits that begin inside another; they come by start, the longest first."""
    kept: list[_Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _edits(doc: Doc, hits: list[_Hit]) -> Iterator[Edit]:
    # Here and in _is_kept: most texts hold no known variant, and need no guards against one.
    from cleantext.steps.names.quoted import Quoted

    text = doc.text
    english = _english(doc)
    quoted: Quoted | None = None
    for place, hit in enumerate(hits):
        entity = hit.phrase.entity
        if entity is None or not _is_name(text, hit, entity) or not _is_wanted(hit, entity, english):
            continue
        if _is_told_apart(doc, hits, place) or _is_kept(text, hit, entity):
            continue
        quoted = quoted or Quoted(text)
        if quoted.covers(hit.start):
            continue
        after = dress(hit.phrase.canonical, text, hit.start, hit.end, shouts=hit.phrase.text.isupper())
        before = text[hit.start : hit.end]
        if after is not None and after != before:
            yield Edit(hit.start, hit.end, before, after, entity.rule)


def _is_name(text: str, hit: _Hit, entity: Entity) -> bool:
    """Tell whether the capitals are a name's: all of a person's, the first and last of others."""
    if hit.phrase.capitals:
        return " ".join(text[hit.start : hit.end].split()) in hit.phrase.capitals
    alias = hit.phrase.text
    words = [at for at, letter in enumerate(alias) if letter.isupper() and (at == 0 or alias[at - 1].isspace())]
    checked = words if entity.type == "PER" else words[:1] + words[-1:]
    return all(text[hit.start + at].isupper() for at in checked)


def _is_wanted(hit: _Hit, entity: Entity, english: _English) -> bool:
    if entity.everywhere:
        return True
    return english.marked if hit.phrase.language else english.plain


def _english(doc: Doc) -> _English:
    if doc.language == "en":
        return _English(plain=True, marked=True)
    if doc.language != "und" and len(doc.words) >= _SHORT:
        return _English(plain=False, marked=False)
    evident = _ENGLISH.search(doc.folded, 0, _SAMPLE) is not None
    return _English(plain=evident or doc.language == "und", marked=evident)


def _is_told_apart(doc: Doc, hits: list[_Hit], place: int) -> bool:
    hit = hits[place]
    for other in hits[max(0, place - 1) : place] + hits[place + 1 : place + 2]:
        first, second = sorted((hit, other), key=lambda either: either.start)
        if other.phrase.canonical != hit.phrase.canonical or second.start - first.end > _CONTRAST:
            continue
        between = doc.text[first.end : second.start]
        if other.phrase.text != hit.phrase.text and "\n" not in between and ". " not in between:
            return True
    return False


def _is_kept(text: str, hit: _Hit, entity: Entity) -> bool:
    from cleantext.steps.names.guards import about_names, in_address
    from cleantext.steps.names.neighbours import is_part_of_longer
    from cleantext.steps.names.places import is_place

    return (
        in_address(text, hit.start, hit.end)
        or is_part_of_longer(text, hit.start, hit.end, person=entity.type == "PER")
        or (entity.type == "LOC" and not is_place(text, hit.start, hit.end))
        or about_names(text, hit.start, hit.end)
    )
