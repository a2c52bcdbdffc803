"""Gazetteer: the known entities, from the packs that ship and from a user's own table.

An alias may carry the language in which it is right ("de:Wladimir Putin"); it is then
changed in English text only. An entity flagged `style-only` or `ambiguous` is known, so
that nothing inside its name is touched, but its own aliases are never applied. Lists in
other formats are read in `sources`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from cleantext.core.rule import Pack

if TYPE_CHECKING:
    from pathlib import Path

REQUIRED = ("id", "type", "canonical", "aliases")
TYPES = ("PER", "ORG", "LOC")
FLAGS = ("style-only", "ambiguous", "never-fuzzy", "in-context")
# The language of a pack that a user gave: it acts in every text, where a packaged one reads English.
USER = "user"

_MARKED = re.compile(r"([a-z]{2}):(.+)")
_NEVER_APPLIED = frozenset({"style-only", "ambiguous"})
# The column of spellings that other entities of the same list have as well.
_SHARED = "shared"
_SHIELD = frozenset({"ambiguous"})


class Alias(NamedTuple):
    """One spelling of an entity; `language` is the one in which it is right, or empty."""

    text: str
    language: str = ""


class Entity(NamedTuple):
    """A row of a gazetteer; `rule` is the id that its edits carry."""

    rule: str
    type: str
    canonical: str
    aliases: tuple[Alias, ...]
    flags: frozenset[str]
    everywhere: bool
    # The name in other scripts; words that reports put near it; how houses write it (`styles.py`).
    native: str = ""
    context: str = ""
    styles: str = ""

    @property
    def is_applied(self) -> bool:
        """Whether the aliases may become the canonical form."""
        return not self.flags & _NEVER_APPLIED


def entities(packs: Iterable[Pack]) -> Iterator[Entity]:
    """Yield the entities of the packs, the users' last, so that theirs take precedence."""
    for pack in sorted(packs, key=lambda pack: (pack.language == USER, pack.id)):
        yield from _shields(pack)
        yield from _rows(pack)


class Gazetteer:
    """An own list of names; `pack` is what `Config.names` holds, `faults` what was left out, and where."""

    __slots__ = ("faults", "pack")

    def __init__(self, pack: Pack, faults: Iterable[str] = ()) -> None:
        """Take a pack that has the columns of a gazetteer."""
        self.pack = pack
        self.faults = tuple(faults)

    @classmethod
    def load(cls, path: str | os.PathLike[str], *, format: str | None = None) -> Gazetteer:
        """Read a list in one of the formats of `sources.FORMATS`; None tells it by the content.

        Our own table is read strictly. Of other lists the rows that are of no use are left
        out, and told in `faults`. gzip is told by the content; the text must be UTF-8.

        Raises:
            OptionError: a format that does not exist.
            RuleError: every fault of an own table; a list that cannot be read, or without a usable row.
        """
        from pathlib import Path

        from cleantext.steps.names.sources import listed

        path = Path(path)
        found = listed(path, format)
        topic = (path.name.removesuffix(".gz") if path.suffix == ".gz" else path.name).rpartition(".")
        name = topic[0] or topic[2]
        pack = _Listed(f"{USER}.names.{name}", USER, "names", name, columns=found.columns, table=found.table)
        return cls(pack, found.faults)

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities in the order of the list."""
        return tuple(_rows(self.pack))

    def __len__(self) -> int:
        return len(self.pack.table)

    def __repr__(self) -> str:
        return f"Gazetteer({self.pack.id!r}, {len(self)} entities, {len(self.faults)} faults)"

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write our own table of it, all or nothing; reading that gives the same entities.

        Raises:
            OSError: the place cannot be written.
        """
        target = os.path.realpath(path)
        temporary = os.path.join(os.path.dirname(target), f".cleantext-{os.urandom(6).hex()}.tmp")
        try:
            with open(temporary, "x", encoding="utf-8", newline="\n") as stream:
                for row in (self.pack.columns, *self.pack.table):
                    stream.write("\t".join(row) + "\n")
            os.replace(temporary, target)
        finally:
            if os.path.exists(temporary):
                os.unlink(temporary)


class _Listed(Pack):
    """A pack that remembers its hash: a configuration is looked up by it at each call, and a list may be long."""

    def __hash__(self) -> int:
        if "hash" not in self.__dict__:
            self.__dict__["hash"] = super().__hash__()
        found: int = self.__dict__["hash"]
        return found

    def __getstate__(self) -> None:
        # In another process the same text has another hash.
        return None


def read(path: Path) -> Pack:
    """Read a user's own table of names, as `Gazetteer.load` with the format "cleantext".

    Raises:
        RuleError: every fault of the file, with its line number.
    """
    return Gazetteer.load(path, format="cleantext").pack


def aliases_in(cell: str) -> Iterator[Alias]:
    """Yield the aliases of a cell."""
    for text in cut(cell):
        marked = _MARKED.fullmatch(text) if text[2:3] == ":" else None
        yield Alias(marked[2].strip(), marked[1]) if marked else Alias(text)


def cut(cell: str) -> list[str]:
    """Return what semicolons part; white space inside an alias is one space, which in a text may be a line break."""
    return [" ".join(part.split()) for part in cell.split(";") if part.strip()]


def _rows(pack: Pack) -> Iterator[Entity]:
    place = {column: index for index, column in enumerate(pack.columns)}
    flags = place.get("flags")
    for row in pack.table:
        yield Entity(
            f"{pack.id}/{row[place['id']]}",
            row[place["type"]],
            row[place["canonical"]],
            tuple(aliases_in(row[place["aliases"]])),
            frozenset() if flags is None else frozenset(cut(row[flags])),
            pack.language == USER,
            *(row[place[column]] if column in place else "" for column in ("native", "context", "styles")),
        )


def _shields(pack: Pack) -> Iterator[Entity]:
    """Yield what several entities are called, as entities of their own, so that it is known and never changed."""
    if _SHARED not in pack.columns:
        return
    identity, kind, shared = (pack.columns.index(column) for column in ("id", "type", _SHARED))
    for row in pack.table:
        for text in cut(row[shared]):
            # A word alone may be the surname, which a text that names the person in full may have.
            if " " in text:
                yield Entity(f"{pack.id}/{row[identity]}", row[kind], text, (), _SHIELD, pack.language == USER)
