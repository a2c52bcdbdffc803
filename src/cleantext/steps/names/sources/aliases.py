"""Aliases: a plain table of a name and its spellings, in one of two shapes.

Either the name and one spelling a row, or the name and all spellings in one. Cells are
parted by tabs, semicolons or commas. A header is optional; it may have the columns id and type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cleantext.core.match import fold
from cleantext.steps.names.sources.kind import type_of
from cleantext.steps.names.sources.lines import Line, Row
from cleantext.steps.names.sources.record import Fault, Record, language_of

SEPARATORS = ("\t", ";", ",")
_NAMES = re.compile(
    r"(?:canonical|preferred|standard|correct|right|main|target|normali[sz]ed|name|label)(?:_(?:form|name|spelling))?"
)
_SPELLINGS = re.compile(
    r"(?:(?:alias|variant|variation|wrong|incorrect|source|other|alternative|alternate|alt)(?:_?(?:form|name|label))?"
    r"|spelling|misspelling|synonym|also_known_as|aka)(?:e?s)?_?[0-9]*"
)
# A cell of more words is a sentence, and one of a few if nearly all of them are in lower case.
_LONGEST_NAME = 12
_FEW = 3


class _Columns(NamedTuple):
    """The places of the columns; -1 where there is none. From `rest` on all cells are spellings."""

    name: int
    spellings: tuple[int, ...]
    rest: int | None
    id: int = -1
    type: int = -1
    language: int = -1


_WITHOUT_HEADER = _Columns(0, (), 1)


def separator_of(head: Sequence[Line]) -> str:
    """Return what parts the cells of a file, by its first lines."""
    counts = {separator: sum(separator in line.text for line in head) for separator in SEPARATORS}
    if counts["\t"] * 2 > len(head):
        return "\t"
    if counts[";"] * 2 > len(head) and counts[","] * 2 > len(head):
        # "Ann Marsh,Anne Marsh;Ann Mersh" has its spellings in one cell; in "Marsh, Ann;Anne Marsh" a name is turned
        # round.
        parted = sum(line.text.count(",") == 1 and ", " not in line.text for line in head)
        return "," if parted * 2 > len(head) else ";"
    return max(SEPARATORS, key=counts.__getitem__)


def is_header(cells: Sequence[str]) -> bool:
    """Say whether a first row names columns."""
    names = list(map(_plain, cells))
    return any(map(_NAMES.fullmatch, names)) and any(map(_SPELLINGS.fullmatch, names))


def records(source: Iterable[Row | Fault], separator: str) -> Iterator[Record | Fault]:
    """Yield the spellings of the rows."""
    columns: _Columns | None = None
    for row in source:
        if isinstance(row, Fault):
            yield row
        elif columns is None and is_header(row.cells):
            columns = _columns(row.cells)
        elif columns is None and all(map(str.islower, row.cells)):
            # Which of its columns has the names nobody knows, and the wrong one would undo every name.
            yield Fault(row.number, f"unknown columns {' | '.join(row.cells)[:80]!r}; call them canonical and alias")
            return
        else:
            columns = columns or _WITHOUT_HEADER
            yield from _of_row(row, columns, separator)


def _columns(cells: Sequence[str]) -> _Columns:
    names = list(map(_plain, cells))
    spellings = tuple(at for at, name in enumerate(names) if _SPELLINGS.fullmatch(name))
    return _Columns(
        next(at for at, name in enumerate(names) if _NAMES.fullmatch(name)),
        spellings,
        # "name,aliases" over rows of more cells than two.
        len(names) if spellings[-1] == len(names) - 1 else None,
        *(names.index(name) if name in names else -1 for name in ("id", "type", "language")),
    )


def _of_row(row: Row, columns: _Columns, separator: str) -> Iterator[Record | Fault]:
    number, cells = row
    rest = cells[columns.rest :] if columns.rest is not None else []
    spellings = [
        part
        for cell in (*(_cell(cells, at) for at in columns.spellings), *rest)
        for part in _parts(cell, separator)
        if part.strip()
    ]
    name = _cell(cells, columns.name)
    kind = type_of(_cell(cells, columns.type))
    wrong = _wrong(name, spellings) or ("unknown type" if kind is None else "")
    if wrong or not (spellings or columns.spellings):
        yield Fault(number, f"{wrong or 'no spelling'} in {' | '.join(cells)[:80]!r}; give a name and its spellings")
        return
    entity = _cell(cells, columns.id) or fold(" ".join(name.split()))
    yield Record(number, entity, kind or "", name)
    for spelling in spellings:
        yield Record(number, entity, kind or "", spelling, language_of(_cell(cells, columns.language)), 1)


def _parts(cell: str, separator: str) -> list[str]:
    return [cell] if separator == ";" else cell.split(";")


def _wrong(name: str, spellings: list[str]) -> str:
    if not name:
        return "no name"
    return "a sentence" if any(map(_is_sentence, (name, *spellings))) else ""


def _is_sentence(cell: str) -> bool:
    parts = cell.split()
    lower = sum(part[0].islower() for part in parts)
    return len(parts) > _LONGEST_NAME or (len(parts) > _FEW and lower * 4 > len(parts) * 3)


def _plain(column: str) -> str:
    return column.strip().replace(" ", "_").replace("-", "_").lower()


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if 0 <= place < len(cells) else ""
