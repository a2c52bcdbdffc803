"""Wikidata: a table of item, label, alias and language, as queries and exports give it.

The header names the columns, in any order. Items may be addresses, and cells may have the
marks of the query service: `<http://.../Q1>` and `"Ann Marsh"@en`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cleantext.steps.names.sources.kind import type_of
from cleantext.steps.names.sources.lines import Row
from cleantext.steps.names.sources.record import Fault, Record, language_of

_ITEMS = ("qid", "item", "wikidata", "wikidata_id", "entity", "id")
_LABELS = ("label", "itemlabel", "name", "canonical")
_ALIASES = ("alias", "aliases", "altlabel", "itemaltlabel", "also_known_as")
_LANGUAGES = ("lang", "language", "langcode", "lang_code")
_TYPES = ("type", "instance", "instance_of", "instanceof", "typelabel", "instancelabel", "kind")
_ITEM = re.compile(r"(?:.*/)?(Q[0-9]+)>?")
_MARKED = re.compile(r'"(.*)"@([A-Za-z-]+)')
# The service joins the alternative labels of an item by commas, others by these.
_BETWEEN = re.compile(r"[;|]")
# Labels in English, labels for all languages, other labels, aliases.
_ENGLISH, _ANY, _OTHER, _ALIAS = range(4)


class _Columns(NamedTuple):
    """The places of the columns in a row; -1 where there is none."""

    item: int
    label: int
    alias: int
    language: int
    type: int
    has_commas: bool


def is_header(header: Sequence[str]) -> bool:
    """Say whether a first row can be a header of this format; an "id" may be anybody's."""
    columns = _columns(header)
    return columns.item >= 0 and (columns.label >= 0 or columns.alias >= 0)


def is_own_header(header: Sequence[str]) -> bool:
    """Say whether a first row can be a header of no other format."""
    return is_header(header) and _plain(header[_columns(header).item]) != "id"


def is_row(cells: Sequence[str]) -> bool:
    """Say whether a row below a header, or in a file without one, is of this format: item, label, alias, language."""
    return len(cells) > 2 and _ITEM.fullmatch(cells[0]) is not None


def records(source: Iterable[Row | Fault], header: Sequence[str]) -> Iterator[Record | Fault]:
    """Yield the spellings of the rows below a header."""
    columns = _columns(header)
    for row in source:
        if isinstance(row, Fault):
            yield row
            continue
        item = _ITEM.fullmatch(_cell(row.cells, columns.item))
        if item is None:
            found = _cell(row.cells, columns.item)
            yield Fault(row.number, f"item is {found[:60]!r}; it must be a Q and a number")
            continue
        names = list(_names(row, item[1], columns))
        yield from names
        if not names:
            yield Fault(row.number, f"{item[1]} has neither label nor alias")


def _columns(header: Sequence[str]) -> _Columns:
    names = list(map(_plain, header))
    alias = _place(names, _ALIASES)
    return _Columns(
        _place(names, _ITEMS),
        _place(names, _LABELS),
        alias,
        _place(names, _LANGUAGES),
        _place(names, _TYPES),
        alias >= 0 and names[alias].endswith("altlabel"),
    )


def _names(row: Row, item: str, columns: _Columns) -> Iterator[Record]:
    given = _cell(row.cells, columns.language)
    kind = type_of(_cell(row.cells, columns.type)) or ""
    label, language = _marked(_cell(row.cells, columns.label), given)
    # Where an item has no label in a language, the service gives its number.
    if label and label != item:
        yield Record(row.number, item, kind, label, language_of(language), _rank(language))
    aliases, language = _marked(_cell(row.cells, columns.alias), given)
    for alias in aliases.split(", ") if columns.has_commas else _BETWEEN.split(aliases):
        if alias.strip():
            yield Record(row.number, item, kind, alias, language_of(language), _ALIAS)


def _rank(language: str) -> int:
    code = language.lower().partition("-")[0]
    return _ENGLISH if code in ("", "en") else _ANY if code == "mul" else _OTHER


def _marked(cell: str, language: str) -> tuple[str, str]:
    marked = _MARKED.fullmatch(cell)
    return (marked[1], marked[2]) if marked else (cell, language)


def _plain(column: str) -> str:
    return column.strip().lstrip("?").replace(" ", "_").lower()


def _place(names: Sequence[str], known: Iterable[str]) -> int:
    return next((names.index(name) for name in known if name in names), -1)


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if 0 <= place < len(cells) else ""
