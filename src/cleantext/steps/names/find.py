"""Find: known names in running text, and the edits that give each its canonical form.

One pass of the matcher over the folded text is all that a text without known names
costs. Every other question (language, quotations, neighbours) is asked at a hit. What
is right as it stands, or known but never applied, shields the words inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.core.match import Matcher, fold
from cleantext.core.rule import Pack
from cleantext.steps.names.gazetteer import Alias, Entity, entities
from cleantext.steps.names.hits import Hit, Phrase
from cleantext.steps.names.styles import Style, styled

if TYPE_CHECKING:
    from cleantext.steps.names.fuzzy import Fuzzy

# A name begins with a capital letter, or with one of a script that has none.
# Said by what it is not: a class up to the last code point takes ten milliseconds to compile.
_MAY_BE_NAME = re.compile(r"[^\x00-@\[-\x7f]")


class Names:
    """The step; built once for its packs, safe to share between threads."""

    name = "names"
    is_local = False
    is_settled = False

    def __init__(self, packs: Iterable[Pack], *, style: str | None = None, fuzzy: bool = False) -> None:
        """Take the packs, in any order; a user's own (`gazetteer.read`) outrank those that ship.

        `style` is whose spelling contested names get; `fuzzy` takes in spellings that no list holds.
        """
        self._packs = packs
        self._style = style
        self._is_fuzzy = fuzzy

    def __call__(self, doc: Doc) -> Iterator[Edit]:
        """Propose the canonical form for every known variant; sorted, disjoint."""
        if not _MAY_BE_NAME.search(doc.text) or not self._phrases:
            return
        # A name may run over a line's end; one line break counts as the space it stands for.
        found = self._matcher.find(doc.folded.replace("\n", " "))
        hits = _outermost(Hit(self._phrases[at], start, end) for at, start, end in found)
        if hits or self._is_fuzzy:
            # Most texts hold no known name, and need no guards.
            from cleantext.steps.names.propose import edits

            yield from edits(doc, hits, self._fuzzy if self._is_fuzzy else None)

    @cached_property
    def _entities(self) -> list[Entity]:
        return list(styled(entities(self._packs), Style.of(self._style) if self._style else None))

    @cached_property
    def _fuzzy(self) -> Fuzzy:
        from cleantext.steps.names.fuzzy import Fuzzy

        return Fuzzy(self._entities)

    @cached_property
    def _phrases(self) -> list[Phrase]:
        written = [text for entity in self._entities for text in (entity.canonical, *_texts(entity))]
        # All at once, as a list has tens of thousands.
        keys = dict(zip(written, fold("\n".join(written)).split("\n")))
        known: dict[str, Phrase] = {}
        for entity in self._entities:
            for alias in entity.aliases:
                known[keys[alias.text]] = _phrase(alias, entity)
            known[keys[entity.canonical]] = _shield(entity, keys)
        return [_settled(phrase, known, keys) for phrase in known.values()]

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher([phrase.text for phrase in self._phrases])


def _texts(entity: Entity) -> Iterator[str]:
    return (alias.text for alias in entity.aliases)


def _phrase(alias: Alias, entity: Entity) -> Phrase:
    applied = entity if entity.is_applied else None
    return Phrase(alias.text, alias.language, entity.canonical, applied, entity)


def _shield(entity: Entity, keys: Mapping[str, str]) -> Phrase:
    key = keys[entity.canonical]
    capitals = frozenset(text for text in _texts(entity) if keys[text] == key) - {entity.canonical}
    applied = entity if capitals and entity.is_applied else None
    return Phrase(entity.canonical, "", entity.canonical, applied, entity, capitals)


def _settled(phrase: Phrase, known: Mapping[str, Phrase], keys: Mapping[str, str]) -> Phrase:
    """Follow a canonical form that another pack respells, so that no result is found again."""
    if phrase.capitals:
        return phrase
    seen = {keys[phrase.text]}
    while phrase.entity:
        key = keys[phrase.canonical]
        if key in seen:
            return phrase._replace(entity=None)
        seen.add(key)
        if key not in known or known[key].entity is None or known[key].capitals:
            break
        phrase = phrase._replace(canonical=known[key].canonical)
    return phrase


def _outermost(hits: Iterator[Hit]) -> list[Hit]:
    """Drop the hits that begin inside another; they come by start, the longest first."""
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept
