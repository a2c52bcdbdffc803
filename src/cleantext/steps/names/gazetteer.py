"""Gazetteer: the known entities, from the packs that ship and from a user's own table.

An alias may carry the language in which it is right ("de:Wladimir Putin"); it is then
changed in English text only. An entity flagged `style-only` or `ambiguous` is known, so
that nothing inside its name is touched, but its own aliases are never applied.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from cleantext.core.match import fold
from cleantext.core.rule import Pack
from cleantext.errors import RuleError

if TYPE_CHECKING:
    from pathlib import Path

REQUIRED = ("id", "type", "canonical", "aliases")
TYPES = ("PER", "ORG", "LOC")
FLAGS = ("style-only", "ambiguous", "never-fuzzy")
# The language of a pack that a user gave: it acts in every text, where a packaged one reads English.
USER = "user"

_MARKED = re.compile(r"([a-z]{2}):(.+)")
_NEVER_APPLIED = frozenset({"style-only", "ambiguous"})


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

    @property
    def is_applied(self) -> bool:
        """Whether the aliases may become the canonical form."""
        return not self.flags & _NEVER_APPLIED


def entities(packs: Iterable[Pack]) -> Iterator[Entity]:
    """Yield the entities of the packs, the users' last, so that theirs take precedence."""
    for pack in sorted(packs, key=lambda pack: (pack.language == USER, pack.id)):
        place = {column: index for index, column in enumerate(pack.columns)}
        flags = place.get("flags")
        for row in pack.table:
            yield Entity(
                f"{pack.id}/{row[place['id']]}",
                row[place["type"]],
                row[place["canonical"]],
                tuple(_aliases(row[place["aliases"]])),
                frozenset() if flags is None else frozenset(_cut(row[flags])),
                pack.language == USER,
            )


def read(path: Path) -> Pack:
    """Read a user's table of names: tab-separated, its first line naming the columns.

    It must have the columns id, type, canonical and aliases; others are kept as they are.
    Aliases are separated by semicolons; empty lines and lines that begin with "# " are left out.

    Raises:
        RuleError: every fault of the file, with its line number.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise RuleError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    numbered = [
        (number, line.rstrip("\r"))
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("# ")
    ]
    if not numbered:
        raise RuleError(f"{path}: holds no names; begin with a line that names the columns: {', '.join(REQUIRED)}")
    columns = tuple(column.strip() for column in numbered[0][1].split("\t"))
    missing = [column for column in REQUIRED if column not in columns]
    if missing:
        raise RuleError(
            f"{path}:{numbered[0][0]}: no column {', '.join(missing)} in {numbered[0][1][:60]!r}; "
            "name the columns there, with tabs between them"
        )
    rows = [(number, tuple(cell.strip() for cell in line.split("\t"))) for number, line in numbered[1:]]
    faults = list(_faults(path, columns, rows))
    if faults:
        raise RuleError(faults)
    table = tuple(row for _, row in rows)
    return Pack(f"{USER}.names.{path.stem}", USER, "names", path.stem, columns=columns, table=table)


def _faults(path: Path, columns: tuple[str, ...], rows: list[tuple[int, tuple[str, ...]]]) -> Iterator[str]:
    ids: dict[str, int] = {}
    owners: dict[str, tuple[str, str]] = {}
    for number, row in rows:
        at = f"{path}:{number}"
        if len(row) != len(columns):
            yield f"{at}: {len(row)} cells in {row[0][:60]!r}, not {len(columns)}; put one tab between two cells"
            continue
        cells = dict(zip(columns, row, strict=True))
        yield from _cell_faults(at, cells)
        if cells["id"] in ids:
            yield f"{at}: id {cells['id']!r} stands in line {ids[cells['id']]} already; give each entity its own"
        ids.setdefault(cells["id"], number)
        for alias in _aliases(cells["aliases"]):
            owner, canonical = owners.setdefault(fold(alias.text), (cells["id"], cells["canonical"]))
            if canonical != cells["canonical"]:
                yield f"{at}: alias {alias.text!r} belongs to {owner!r} already; leave it out of one of them"


def _cell_faults(at: str, cells: dict[str, str]) -> Iterator[str]:
    for column in ("id", "canonical"):
        if not cells[column]:
            yield f"{at}: no {column}; give one"
    if cells["type"] not in TYPES:
        yield f"{at}: type is {cells['type']!r}; {_hint(cells['type'].upper(), TYPES)}"
    for flag in _cut(cells.get("flags", "")):
        if flag not in FLAGS:
            yield f"{at}: unknown flag {flag!r}; {_hint(flag, FLAGS)}"
    for alias in _aliases(cells["aliases"]):
        if len(alias.text) < 2:
            yield f"{at}: alias {alias.text!r} is a single character; leave it out"


def _hint(value: str, choices: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(value, choices, 1)
    return f"did you mean {close[0]!r}?" if close else f"choose one of {', '.join(choices)}"


def _aliases(cell: str) -> Iterator[Alias]:
    for text in _cut(cell):
        marked = _MARKED.fullmatch(text)
        yield Alias(marked[2].strip(), marked[1]) if marked else Alias(text)


def _cut(cell: str) -> list[str]:
    # White space inside an alias is one space, which in a text may also be a line break.
    return [" ".join(part.split()) for part in cell.split(";") if part.strip()]
