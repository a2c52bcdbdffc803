"""Surnames: the surname alone, in a text that names the person in full as well.

"Haniya" after "Ismail Haniya" is he, before it too, as in a headline, unless the text has
another of that name: "Zoran Mladic" takes the certainty off every "Mladic" there. What
replaces it has the parts that stood there and no more: no surname gains an "al-".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.core.match import fold, is_bounded
from cleantext.steps.names.form import dress
from cleantext.steps.names.gazetteer import Alias, Entity
from cleantext.steps.names.guards import about_names, in_address
from cleantext.steps.names.neighbours import is_part_of_longer, is_somebody_else

# Shorter surnames are words and parts of others.
_SHORTEST = 4
# A spelling that the text does not have in full must be longer, and so no word of the language.
_SHORTEST_UNSEEN = 6
# Two spellings of one surname share so much; a nom de guerre shares less with the name.
_LEAST_ALIKE = 0.45
# A document that names more persons than this is a list.
_MOST_PERSONS = 200
_ARTICLE = re.compile(r"(?:al|el|as|ash|an|ad|ar|at|az|ul|ol)[- ]", re.IGNORECASE)
_PARTICLES = frozenset(["bin", "ibn", "ben", "bint", "van", "von", "der", "den", "de", "da", "di", "del", "dos", "du"])
_NO_SURNAME = re.compile(r"(?:jr|sr|[ivx]+)\.?", re.IGNORECASE)
# Scripts of names that begin with the surname; in Japan the press turns them round.
_SURNAME_FIRST = re.compile("[\u4e00-\u9fff\uac00-\ud7a3]")
# "Putin-Lukashenka talks": a hyphen between two persons, where otherwise it makes one surname of two.
_BETWEEN_TWO = re.compile(
    r"[-–‑][A-Z][\w'’-]{1,30} (?:talks?|meetings?|summits?|calls?|deals?|ties|relations|feud|row|pact|alliance|axis"
    r"|rivalry)\b"
)


class Mention(NamedTuple):
    """A person named in full: by which spelling, and in which form we write the name."""

    entity: Entity
    canonical: str
    alias: str


class _Owner(NamedTuple):
    """Whose surname a spelling is, and what it becomes."""

    entity: Entity
    surname: str
    after: str


def bare(doc: Doc, mentions: Iterable[Mention], taken: Sequence[tuple[int, int]], *, marked: bool) -> Iterator[Edit]:
    """Yield the edits of surnames that stand alone; `taken` are the spans of full names.

    `marked` says whether spellings that are right in another language count.
    """
    owners = _owners(mentions, marked=marked)
    if not owners:
        return
    found = _occurrences(doc, owners.values(), taken)
    strangers = {fold(owner.surname) for owner, start, end in found if is_somebody_else(doc.text, start, end)}
    end_of_last = -1
    for owner, start, end in found:
        if start < end_of_last or fold(owner.surname) in strangers or _is_kept(doc.text, start, end):
            continue
        before = doc.text[start:end]
        after = dress(owner.after, doc.text, start, end)
        if after is not None and after != before:
            yield Edit(start, end, before, after, owner.entity.rule)
            end_of_last = end


def may_stand_alone(doc: Doc, entity: Entity) -> bool:
    """Say whether a text has some spelling of a person's surname that is not ours, wherever it stands."""
    return any(surname in doc.folded for surname in _spellings(entity))


@lru_cache(1 << 12)
def _spellings(entity: Entity) -> frozenset[str]:
    first = _is_surname_first(entity)
    found = (surnames(alias.text, entity.canonical, first=first) for alias in entity.aliases)
    return frozenset(fold(surname) for pairs in found for surname, _ in pairs if len(surname) >= _SHORTEST)


def _owners(mentions: Iterable[Mention], *, marked: bool) -> Mapping[str, _Owner]:
    """Return what each surname stands for; none that two persons would turn into different ones."""
    persons: dict[str, tuple[Mention, set[str]]] = {}
    for mention in mentions:
        known = persons.setdefault(mention.entity.rule, (mention, set()))
        known[1].add(mention.alias)
        if len(persons) > _MOST_PERSONS:
            return {}
    owners: dict[str, _Owner] = {}
    unsure: set[str] = set()
    for mention, seen in persons.values():
        entity = mention.entity
        # One that no list holds may be among those that the text has.
        for alias in {alias.text: alias for alias in (*map(Alias, sorted(seen)), *entity.aliases)}.values():
            if alias.language and not marked and alias.text not in seen:
                continue
            for surname, after in surnames(alias.text, mention.canonical, first=_is_surname_first(entity)):
                if len(surname) < (_SHORTEST if alias.text in seen else _SHORTEST_UNSEEN):
                    continue
                owner = owners.setdefault(fold(surname), _Owner(entity, surname, after))
                if owner.after != after:
                    unsure.add(fold(surname))
        for after in _forms(mention.canonical, first=_is_surname_first(entity)):
            # One whose name is spelled so rightly is in the text, too.
            unsure.add(fold(after))
    return {surname: owner for surname, owner in owners.items() if surname not in unsure}


def surnames(alias: str, canonical: str, *, first: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the surnames in a spelling of a name, each with what it becomes; none where they are one.

    `first` says that the surname is the name's first word.
    """
    forms, wanted = _forms(alias, first=first), _forms(canonical, first=first)
    if not forms or not wanted:
        return
    own = {fold(word) for word in canonical.split()}
    for form in forms:
        # With its article or particle where the canonical form has one, too.
        after = wanted[-1] if form is forms[-1] and len(forms) > 1 else wanted[0]
        if form == after or fold(form) in own or not form[:1].isalpha():
            continue
        if SequenceMatcher(None, fold(forms[0]), fold(wanted[0])).ratio() >= _LEAST_ALIKE:
            yield form, after


def _forms(name: str, *, first: bool) -> list[str]:
    """Return a name's surname without article and particle, then with them where there are any."""
    words = name.split()
    if len(words) < 2 or _NO_SURNAME.fullmatch(words[-1]):
        return []
    if first:
        return [words[0]]
    last = words[-1]
    plain = last[article.end() :] if (article := _ARTICLE.match(last)) else last
    if not plain[:1].isupper():
        return []
    forms = [plain]
    if plain != last:
        forms.append(last)
    elif words[-2].lower() in _PARTICLES or _ARTICLE.fullmatch(words[-2] + " "):
        forms.append(f"{words[-2]} {last}")
    return forms


def _is_surname_first(entity: Entity) -> bool:
    return _SURNAME_FIRST.search(entity.native) is not None and "japan" not in entity.context


def _occurrences(doc: Doc, owners: Iterable[_Owner], taken: Sequence[tuple[int, int]]) -> list[tuple[_Owner, int, int]]:
    """Find where surnames stand outside full names, by place, the longest first."""
    inside = bytearray(len(doc.text))
    for start, end in taken:
        inside[start:end] = b"\x01" * (end - start)
    found: list[tuple[_Owner, int, int]] = []
    for owner in owners:
        wanted = fold(owner.surname)
        start = doc.folded.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            if not inside[start] and is_bounded(doc.folded, start, end) and _is_written(doc.text[start:end], owner):
                found.append((owner, start, end))
            start = doc.folded.find(wanted, end)
    return sorted(found, key=_by_place)


def _by_place(found: tuple[_Owner, int, int]) -> tuple[int, int]:
    return found[1], -found[2]


def _is_written(found: str, owner: _Owner) -> bool:
    """Say whether capitals stand where a name has them; an article and a particle may have one or not."""
    words = found.split() or [found]
    last = words[-1]
    article = _ARTICLE.match(last)
    return (last[article.end() :] if article else last)[:1].isupper()


def _is_kept(text: str, start: int, end: int) -> bool:
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        # "Haniyeh (Haniya)" tells two spellings apart.
        return True
    if _BETWEEN_TWO.match(text, end):
        return in_address(text, start, end)
    return (
        in_address(text, start, end)
        or is_part_of_longer(text, start, end, person=True)
        or about_names(text, start, end)
    )
