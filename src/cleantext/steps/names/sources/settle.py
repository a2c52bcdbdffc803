"""Settle: the spellings of a list become rows of a gazetteer.

A list of another project was not made for changing texts. Which spelling is the name,
which may be changed into it and which are only known, is settled here; what two entities
share is changed into neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from cleantext.core.match import fold
from cleantext.steps.names.neighbours import TITLES
from cleantext.steps.names.sources.kind import guessed
from cleantext.steps.names.sources.record import Fault, Record
from cleantext.steps.names.sources.spelling import (
    as_in_text,
    fault_in,
    has_spaces,
    is_cell,
    is_clean,
    is_suffix,
    script,
    tidy,
)

_OF_SPELLINGS = ("aliases", "native", "shared", "not_applied")
COLUMNS = ("id", "type", "canonical", *_OF_SPELLINGS, "flags")
# What stands in no name of a person in running text.
_ODD = re.compile(r'[\d,/()\[\]{}@"“”„«»|_&:<>=*?!#%+\\]')
_INITIAL = re.compile(r"[^\W\d_]\.?(?:-?[^\W\d_]\.)*")
_FEWEST_LETTERS = 4
_FEWEST_EAST_ASIAN = 3


class _Spelling(NamedTuple):
    """One spelling of an entity; `at` is where the list has it first."""

    text: str
    language: str
    rank: int
    times: int
    at: int


class _Named(NamedTuple):
    """An entity of which the name is chosen; `is_plain` says that texts can have it as it stands."""

    id: str
    type: str
    canonical: str
    is_plain: bool
    others: tuple[_Spelling, ...]


class _Claims(NamedTuple):
    """What entities are called, folded: by their names, and by spellings that several have."""

    names: set[str]
    several: set[str]


class Settled(NamedTuple):
    """Rows of a gazetteer, and the spellings that are known but changed into nothing."""

    rows: tuple[tuple[str, ...], ...]
    kept: tuple[Fault, ...]


def gather(found: Iterable[Record | Fault]) -> tuple[dict[str, list[Record]], list[Fault]]:
    """Return the records of each entity, in the order of the list, and the faults."""
    entities: dict[str, list[Record]] = {}
    faults: list[Fault] = []
    for one in found:
        if isinstance(one, Fault):
            faults.append(one)
            continue
        if not is_clean(one.text):
            one = one._replace(text=tidy(one.text))
            wrong = fault_in(one.text)
            if wrong:
                faults.append(Fault(one.at, wrong))
                continue
        identity = " ".join(one.entity.split())
        if is_cell(identity):
            entities.setdefault(identity, []).append(one)
        else:
            faults.append(Fault(one.at, f"id {identity[:60]!r} has a mark that no id has"))
    return entities, faults


def settle(entities: Mapping[str, list[Record]], *, is_chosen: bool) -> Settled:
    """Return a row an entity, in their order; `is_chosen` says that a person chose the spellings to be changed."""
    named = [_named(identity, records) for identity, records in entities.items()]
    claims = _claims(named)
    rows: list[tuple[str, ...]] = []
    kept: list[Fault] = []
    for entity in named:
        cells: dict[str, list[str]] = {column: [] for column in _OF_SPELLINGS}
        for spelling in entity.others:
            column, why = _place(spelling, entity, claims, is_chosen=is_chosen)
            is_marked = column == "aliases" and spelling.language
            cells[column].append(f"{spelling.language}:{spelling.text}" if is_marked else spelling.text)
            if why:
                kept.append(Fault(spelling.at, f"{spelling.text!r} is known but not changed: {why}"))
        flags = "" if entity.is_plain else "style-only"
        rows.append((entity.id, entity.type, entity.canonical, *map(";".join, cells.values()), flags))
    return Settled(tuple(rows), tuple(sorted(kept)))


def _named(identity: str, records: list[Record]) -> _Named:
    kind = next((record.type for record in records if record.type), "") or _guessed(records)
    spellings = list(_spellings(records, kind))
    chosen = min(spellings, key=lambda one: _preference(one, kind))
    own = fold(chosen.text)
    others = tuple(one for one in spellings if fold(one.text) != own)
    return _Named(identity, kind, chosen.text, kind != "PER" or not _ODD.search(chosen.text), others)


def _guessed(records: list[Record]) -> str:
    first = min(records, key=lambda record: record.rank)
    return guessed(first.text, (record.text for record in records))


def _spellings(records: list[Record], kind: str) -> Iterator[_Spelling]:
    """Yield the spellings, each once, as texts have them; those that differ in capitals alone are one."""
    texts = [as_in_text(record.text) if kind == "PER" else record.text for record in records]
    counts = Counter(texts)
    known: dict[str, list[tuple[str, Record]]] = {}
    for text, record in zip(texts, records, strict=True):
        known.setdefault(fold(text), []).append((text, record))
    for same in known.values():
        best, record = min(same, key=lambda one: (one[1].rank, -counts[one[0]]))
        language = "" if any(not other.language for _, other in same) else record.language
        yield _Spelling(best, language, record.rank, len(same), min(other.at for _, other in same))


def _preference(one: _Spelling, kind: str) -> tuple[bool, bool, int, bool, int]:
    """Return the order in which spellings are taken for the name: Latin, plain, preferred, full, frequent."""
    is_person = kind == "PER"
    is_odd = is_person and (_ODD.search(one.text) is not None or one.text.islower())
    return script(one.text) != 0, is_odd, one.rank, is_person and " " not in one.text, -one.times


def _claims(named: Iterable[_Named]) -> _Claims:
    names: set[str] = set()
    owners: dict[str, str] = {}
    several: set[str] = set()
    for entity in named:
        names.add(fold(entity.canonical))
        for spelling in entity.others:
            key = fold(spelling.text)
            if owners.setdefault(key, entity.canonical) != entity.canonical:
                several.add(key)
    return _Claims(names, several)


def _place(spelling: _Spelling, entity: _Named, claims: _Claims, *, is_chosen: bool) -> tuple[str, str]:
    """Return the column of a spelling, and why it is not changed where that is to be told."""
    key = fold(spelling.text)
    if script(spelling.text) != script(entity.canonical):
        return "native", ""
    if key in claims.several:
        return "shared", "two entities have it"
    why = "it is another entity's name" if key in claims.names else _unfit(spelling.text, entity, is_chosen=is_chosen)
    return ("not_applied" if why else "aliases"), why


def _unfit(text: str, entity: _Named, *, is_chosen: bool) -> str:
    """Say why a spelling would change what is none of the entity's; empty where it would not."""
    if len(text) < 2:
        return "it is a single character"
    if entity.type != "PER":
        is_short = " " not in text and " " in entity.canonical and has_spaces(text)
        return "it is one word, and the name is not" if is_short and not is_chosen else ""
    if not has_spaces(text):
        return "it is short" if len(text) < _FEWEST_EAST_ASIAN else ""
    words = text.split()
    if sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        return f"it has under {_FEWEST_LETTERS} letters"
    if sum(not _INITIAL.fullmatch(word) for word in words) < 2:
        return "it is one word, or one and initials"
    if _ODD.search(text):
        return "no text has a person's name so"
    if text.islower():
        return "it has no capitals"
    if not is_chosen and _is_other_length(words, entity.canonical.split()):
        return "it is a shorter form of the name, or that of a son"
    if words[0].lower() in TITLES and fold(words[0]) != fold(entity.canonical.split()[0]):
        return "it begins with a title"
    return ""


def _is_other_length(words: list[str], canonical: list[str]) -> bool:
    """Say whether a form lacks words of the name, which others may have in full, or has a "Jr" more."""
    own = {fold(word.strip(".,")) for word in words}
    whole = {fold(word.strip(".,")) for word in canonical}
    return own < whole or any(map(is_suffix, own - whole))
