"""Record: one spelling of one entity, as a list of names has it; and a row that could not be used.

A list of another project may have a million rows: a record is a tuple, and its place a number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

# So many faults are told one by one; nobody reads more, and a list may have a fault in each row.
_TOLD = 1_000


class Record(NamedTuple):
    """A spelling; `at` is the line that it stands in, or the person's place in a JSON file."""

    at: int
    entity: str
    # PER, ORG or LOC; empty where the list does not say.
    type: str
    text: str
    # ISO 639-1; empty for English, and for a spelling of no language in particular.
    language: str = ""
    # How much the list calls it the name: the lowest becomes the canonical form.
    rank: int = 0


class Fault(NamedTuple):
    """A row, or a spelling in it, that was left out, and why."""

    at: int
    why: str


class Reading(NamedTuple):
    """What one format makes of a file; `where` says a place in it as messages do."""

    found: Iterator[Record | Fault]
    where: Callable[[int], str]
    # Whether somebody chose each spelling to be changed, where a database lists all that exist.
    is_chosen: bool = False


def told(faults: Iterable[Fault], where: Callable[[int], str]) -> tuple[str, ...]:
    """Return what to say of faults, in their order; of very many only the first, and how many more."""
    said: list[str] = []
    more = 0
    for fault in faults:
        if len(said) < _TOLD:
            said.append(f"{where(fault.at)}: {fault.why}")
        else:
            more += 1
    return (*said, f"... and {more} more like these") if more else tuple(said)


def language_of(code: str) -> str:
    """Return the language of a spelling as records have it; empty for English and for what is no code."""
    code = code.strip().lower().partition("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() and code != "en" else ""
