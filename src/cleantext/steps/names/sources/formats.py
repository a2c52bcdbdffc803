"""Formats: in which format a list of names is, told by its content, and what is in it.

Our own table is read strictly. A list of another project always has rows that are of no
use; they are left out and told, and it is an error only where nothing is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from cleantext.errors import OptionError, RuleError
from cleantext.steps.names.gazetteer import REQUIRED
from cleantext.steps.names.sources import aliases, jrc, opensanctions, popolo, tsv, wikidata
from cleantext.steps.names.sources.lines import Line, Row, lines, rows
from cleantext.steps.names.sources.record import Reading, told
from cleantext.steps.names.sources.settle import COLUMNS, gather, settle

FORMATS = ("cleantext", "jrc", "popolo", "wikidata", "opensanctions", "aliases")
# The format is told by so many lines; comments before them do not count.
_HEAD = 50
# Of our four columns one may be misspelt: an error then says so.
_ENOUGH_COLUMNS = 3
_SHOWN = 5


class Listed(NamedTuple):
    """A list of names as a table; `faults` are what was left out of it, each with its place."""

    columns: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    faults: tuple[str, ...] = ()


class _File(NamedTuple):
    """A file that is being read; `head` are its first lines with something in them."""

    path: Path
    head: list[Line]
    lines: Iterator[Line]


def listed(path: Path, format: str | None = None) -> Listed:
    """Read a list of names.

    Raises:
        OptionError: no such format.
        RuleError: the file cannot be read, has faults where it is our own table, or nothing usable.
    """
    if format is not None and format not in FORMATS:
        from difflib import get_close_matches

        close = get_close_matches(str(format), FORMATS, 1)
        hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(map(repr, FORMATS))}"
        raise OptionError(f"format={format!r}: {hint}")
    file = _opened(path)
    format = format or _format_of(file.head)
    if format == "cleantext":
        return Listed(*tsv.table(str(path), file.lines))
    reading = _READINGS[format](file)
    entities, left_out = gather(reading.found)
    settled = settle(entities, is_chosen=reading.is_chosen)
    faults = (*told(left_out, reading.where), *told(settled.kept, reading.where))
    # Any text has commas, so a table of names and spellings must be one in most of its rows.
    if not settled.rows or (reading.is_chosen and len(left_out) > len(settled.rows)):
        hint = f"make it a tab-separated table with the columns {', '.join(REQUIRED)}"
        raise RuleError([f"{path}: no usable list of names in the format {format!r}; {hint}", *faults[:_SHOWN]])
    return Listed(COLUMNS, settled.rows, faults)


def _opened(path: Path) -> _File:
    source = lines(path)
    read: list[Line] = []
    head: list[Line] = []
    for line in source:
        read.append(line)
        if line.text.strip() and not line.text.startswith("#"):
            head.append(line)
        if len(head) == _HEAD:
            break
    return _File(path, head, chain(read, source))


def _format_of(head: Sequence[Line]) -> str:
    if not head:
        return "cleantext"
    first = head[0].text.strip()
    if first.startswith(("{", "[")):
        return "popolo"
    if jrc.is_jrc(first):
        return "jrc"
    separator = _separator(head)
    cells = _cells(head, separator)
    columns = [cell.lower() for cell in cells]
    if separator == "\t" and sum(column in columns for column in REQUIRED) >= _ENOUGH_COLUMNS:
        return "cleantext"
    if all(column in columns for column in opensanctions.COLUMNS[:3]):
        return "opensanctions"
    if wikidata.is_own_header(cells) or wikidata.is_row(cells):
        return "wikidata"
    if wikidata.is_header(cells) and wikidata.is_row(_cells(head[1:], separator)):
        return "wikidata"
    return "aliases"


def _separator(head: Sequence[Line]) -> str:
    """Return what parts the cells of a table: what parts its header, where that shows it."""
    for separator in aliases.SEPARATORS:
        cells = _cells(head, separator)
        if wikidata.is_own_header(cells) or aliases.is_header(cells):
            return separator
    return aliases.separator_of(head)


def _cells(head: Sequence[Line], separator: str) -> list[str]:
    first = next(rows(islice(head, 1), separator), None)
    return first.cells if isinstance(first, Row) else []


def _read_jrc(file: _File) -> Reading:
    return Reading(jrc.records(file.lines), _in_line(file.path))


def _read_popolo(file: _File) -> Reading:
    found = popolo.records(str(file.path), file.lines)
    return Reading(found, lambda at: f"{file.path}: {popolo.where(at)}")


def _read_wikidata(file: _File) -> Reading:
    separator = _separator(file.head)
    header = _cells(file.head, separator)
    found = rows(_without_comments(file.lines), separator)
    if wikidata.is_row(header):
        header = ["item", "label", "alias", "lang"]
    else:
        _check_header(file, header, is_right=wikidata.is_header(header))
        next(found, None)
    return Reading(wikidata.records(found, header), _in_line(file.path))


def _read_opensanctions(file: _File) -> Reading:
    separator = "," if not file.head or "," in file.head[0].text else _separator(file.head)
    header = [cell.lower() for cell in _cells(file.head, separator)]
    _check_header(file, header, is_right=all(column in header for column in opensanctions.COLUMNS))
    found = rows(_without_comments(file.lines), separator)
    next(found, None)
    return Reading(opensanctions.records(found, header), _in_line(file.path))


def _read_aliases(file: _File) -> Reading:
    separator = _separator(file.head)
    found = rows(_without_comments(file.lines), separator)
    return Reading(aliases.records(found, separator), _in_line(file.path), is_chosen=True)


_READINGS: dict[str, Callable[[_File], Reading]] = {
    "jrc": _read_jrc,
    "popolo": _read_popolo,
    "wikidata": _read_wikidata,
    "opensanctions": _read_opensanctions,
    "aliases": _read_aliases,
}


def _check_header(file: _File, header: Sequence[str], *, is_right: bool) -> None:
    if not is_right:
        number = file.head[0].number if file.head else 1
        raise RuleError(
            f"{file.path}:{number}: no header of that format in {' | '.join(header)[:80]!r}; "
            "name the columns there, or leave the format out to let us choose"
        )


def _without_comments(source: Iterator[Line]) -> Iterator[Line]:
    """Leave out the lines before the first that holds something; later ones may be inside a cell."""
    started = False
    for line in source:
        started = started or bool(line.text.strip() and not line.text.startswith("#"))
        if started:
            yield line


def _in_line(path: Path) -> Callable[[int], str]:
    return lambda at: f"{path}:{at}"
