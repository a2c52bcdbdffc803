"""Popolo: JSON of parliaments, with the persons under "persons" and their spellings in "other_names".

Its names are scraped, and many have the constituency glued on: "Ann Marsh - North Harbour",
"Ann Marsh, North Harbour", "Ann Marsh-North Harbour". It goes where it cannot be part of the name.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from cleantext.core.match import fold
from cleantext.errors import RuleError
from cleantext.steps.names.neighbours import words
from cleantext.steps.names.sources.lines import Line
from cleantext.steps.names.sources.record import Fault, Record, language_of
from cleantext.steps.names.sources.spelling import is_suffix

# Words of constituencies that are in no person's name after a hyphen.
_AREA = re.compile(
    r"\b(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|District|Province|County|City|Region|Valley"
    r"|Constituency|Ward|Municipality|Island|Islands|Rural|Urban|[0-9]+)\b"
)
_SPACED = re.compile(r" [-–—] ?|[–—] ")
_COMMA = re.compile(",")
_JOINED = re.compile(r"[-–—]")
_MOST_JOINED = 6
_ARTICLES = words("al el as ash an ad ar at az ul")


class _Cut(NamedTuple):
    """A name, and what may be a constituency after it; `is_joined` says that a mere hyphen parts them."""

    head: str
    tail: str
    is_joined: bool


def where(at: int) -> str:
    """Return a person's place in the file as messages have it."""
    return f"persons[{at}]"


def records(path: str, source: Iterable[Line]) -> Iterator[Record | Fault]:
    """Yield the spellings of the persons of a file.

    Raises:
        RuleError: it is not JSON, or has no persons.
    """
    data = _loaded(path, source)
    persons = data.get("persons") if isinstance(data, dict) else data
    if not isinstance(persons, list):
        raise RuleError(f'{path}: no list "persons" in the JSON; a Popolo file has one')
    # What several persons have after a cut is a constituency, too.
    tails = Counter(_plain(cut.tail) for person in persons for cut in _cuts(_text(person, "name")) if " " in cut.tail)
    areas = _areas(data) | {tail for tail, times in tails.items() if times > 1}
    for at, person in enumerate(persons):
        if not isinstance(person, dict) or not _text(person, "name"):
            yield Fault(at, "no name; a person is an object with a name")
        else:
            yield from _person(at, person, areas)


def _loaded(path: str, source: Iterable[Line]) -> Any:
    try:
        return json.loads("\n".join(line.text for line in source))
    except json.JSONDecodeError as error:
        raise RuleError(f"{path}:{error.lineno}: not JSON ({error.msg}); Popolo is JSON") from error
    except (RecursionError, ValueError) as error:
        raise RuleError(
            f"{path}: JSON that is nested too deeply or has a number too long; Popolo has neither"
        ) from error


def _areas(data: Any) -> frozenset[str]:
    """Return what seats are called, plainly: nobody's name."""
    named = [one for key in ("areas", "organizations") for one in _list(data, key)]
    named += [one.get("area") for one in _list(data, "memberships") if isinstance(one, dict)]
    return frozenset(_plain(name) for one in named if (name := _text(one, "name")))


def _person(at: int, person: dict[str, Any], areas: frozenset[str]) -> Iterator[Record | Fault]:
    others = [one for one in _list(person, "other_names") if _text(one, "name")]
    name = _without_area(person, areas, frozenset(_plain(_text(one, "name")) for one in others))
    if name is None:
        yield Fault(at, f"{_text(person, 'name')[:60]!r} may have a constituency at its end; write it apart")
        return
    entity = _text(person, "id") or f"person-{at}"
    yield Record(at, entity, "PER", name)
    for one in others:
        yield Record(at, entity, "PER", _text(one, "name"), language_of(_text(one, "lang")), 1)


def _without_area(person: dict[str, Any], areas: frozenset[str], others: frozenset[str]) -> str | None:
    """Return a person's name without the constituency; None where it cannot be told from a surname."""
    written = _text(person, "name")
    family, given = _plain(_text(person, "family_name")), _plain(_text(person, "given_name"))
    for cut in _cuts(written):
        tail = _plain(cut.tail)
        if tail == given or (family and family.endswith(tail)) or is_suffix(cut.tail):
            continue
        if tail in areas or _plain(cut.head) in others or _AREA.search(cut.tail):
            return cut.head
        if any(tail in other for other in others):
            continue
        if not cut.is_joined:
            return cut.head
        if others:
            return None
    return written


def _cuts(name: str) -> Iterator[_Cut]:
    """Yield the ways to cut a name into a person's and a constituency's, by what shows it most."""
    places = [found for pattern in (_SPACED, _COMMA) if (found := pattern.search(name))]
    for place in (*places, *islice(_JOINED.finditer(name), _MOST_JOINED)):
        head, tail = name[: place.start()].strip(), name[place.end() :].strip()
        parts = head.split()
        # One word before the cut is a surname, and the given name stands after it: "Marsh, Ann", "Marsh-Roe".
        if len(parts) > 1 and parts[-1].lower() not in _ARTICLES and tail and not tail[0].islower():
            yield _Cut(head, tail, place.re is _JOINED)


def _plain(name: str) -> str:
    """Return a name without capitals and accents."""
    apart = unicodedata.normalize("NFKD", name)
    return fold("".join(letter for letter in apart if not unicodedata.combining(letter)))


def _list(data: Any, key: str) -> list[Any]:
    found = data.get(key) if isinstance(data, dict) else None
    return found if isinstance(found, list) else []


def _text(data: Any, key: str) -> str:
    found = data.get(key) if isinstance(data, dict) else None
    return " ".join(found.split()) if isinstance(found, str) else ""
