"""Counts: on how many pages of a site a line stands, in one pass and bounded memory.

Lossy counting: a table of at most `entries` lines. When it is full, the rarest go until
half is free, so a line may be counted too low, by at most one page in `entries / 2`
lines seen. What stands on a quarter of the pages is never lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple

from cleantext.steps.boilerplate.template.shape import Line

# Some 300 distinct lines a page: below one page in two hundred is lost track of. A full table takes 30 MB.
ENTRIES = 1 << 17
# From this weight on a line may be a story's headline and not a label, where a paragraph is so near
# below it: a date and a name stand between the two.
_HEADLINE = 20
_NEAR = 3


class Count(NamedTuple):
    """How often something stands on the pages of a site.

    name: a key or a form. spelling: as one of the pages writes it; form: that of the spelling.
    beside_prose: some page has it as part of a story, a headline above a paragraph or a
    paragraph beside another.
    """

    name: str
    spelling: str
    form: str
    pages: int
    beside_prose: bool

    @property
    def is_form(self) -> bool:
        """Whether it was counted with its numbers left open."""
        return self.name == self.form


class Counts:
    """Counts the keys and the forms of lines; each page counts once."""

    def __init__(self, entries: int = ENTRIES) -> None:
        self.pages = 0
        self._entries = entries
        self._counts: dict[bytes, int] = {}
        # Kept from the second page on, since most lines stand on one.
        self._spellings: dict[bytes, tuple[str, Line]] = {}
        self._beside_prose: set[bytes] = set()

    def add(self, page: list[Line]) -> None:
        """Count the lines of a page."""
        self.pages += 1
        beside = set(_beside_prose(page))
        seen: dict[str, tuple[Line, bool]] = {}
        for place, line in enumerate(page):
            for name in dict.fromkeys(filter(None, (line.key, line.form))):
                known = seen.get(name)
                seen[name] = line if known is None else known[0], place in beside or (known is not None and known[1])
        for name, (line, is_beside) in seen.items():
            self._count(name, line, is_beside)
        if len(self._counts) > self._entries:
            self._forget()

    def repeated(self) -> Iterator[Count]:
        """Yield what stands on two pages or more, in the order in which it was seen twice."""
        for entry, (name, line) in self._spellings.items():
            yield Count(name, line.text, line.form, self._counts[entry], entry in self._beside_prose)

    def _count(self, name: str, line: Line, is_beside: bool) -> None:
        entry = hashed(name)
        count = self._counts[entry] = self._counts.get(entry, 0) + 1
        if count == 2:
            self._spellings[entry] = (name, line)
        if is_beside:
            self._beside_prose.add(entry)

    def _forget(self) -> None:
        floor = 0
        while len(self._counts) > self._entries // 2:
            floor += 1
            self._counts = {entry: count for entry, count in self._counts.items() if count > floor}
        self._spellings = {entry: known for entry, known in self._spellings.items() if entry in self._counts}
        self._beside_prose.intersection_update(self._counts)


def hashed(name: str) -> bytes:
    """Return eight bytes that stand for a name, the same in every process."""
    return blake2b(name.encode("utf-8", "replace"), digest_size=8).digest()


def _beside_prose(page: list[Line]) -> Iterable[int]:
    """Yield the places of the lines that read as part of a story."""
    for place, line in enumerate(page):
        if line.is_prose:
            if any(beside.is_prose for beside in page[max(0, place - 1) : place + 2] if beside is not line):
                yield place
        elif line.weight >= _HEADLINE and any(below.is_prose for below in page[place + 1 : place + 1 + _NEAR]):
            yield place
