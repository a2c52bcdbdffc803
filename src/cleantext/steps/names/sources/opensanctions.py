"""OpenSanctions: `targets.simple.csv`, a row an entity, its aliases in one cell with semicolons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleantext.steps.names.sources.lines import Row
from cleantext.steps.names.sources.record import Fault, Record

COLUMNS = ("id", "schema", "name", "aliases")
# Other schemata are ships, accounts and papers, whose names are not respelled.
_TYPES = {
    "Person": "PER",
    "Organization": "ORG",
    "Company": "ORG",
    "LegalEntity": "ORG",
    "PublicBody": "ORG",
}


def records(source: Iterable[Row | Fault], header: list[str]) -> Iterator[Record | Fault]:
    """Yield the spellings of the rows below a header."""
    identity, schema, name, aliases = (header.index(column) for column in COLUMNS)
    for row in source:
        if isinstance(row, Fault):
            yield row
            continue
        number, cells = row
        if len(cells) < len(header):
            yield Fault(number, f"{len(cells)} cells, not {len(header)}, after {cells[0][:60]!r}")
        elif cells[schema] not in _TYPES:
            yield Fault(number, f"schema {cells[schema]!r} is neither a person's nor an organisation's")
        elif not cells[identity] or not cells[name]:
            yield Fault(number, "no id or no name")
        else:
            kind = _TYPES[cells[schema]]
            yield Record(number, cells[identity], kind, cells[name])
            for alias in cells[aliases].split(";"):
                if alias.strip():
                    yield Record(number, cells[identity], kind, alias, rank=1)
