"""TSV: our own table of names, which is read strictly, as it is somebody's work for this purpose.

Tab-separated, its first line naming the columns; id, type, canonical and aliases must be
among them, others are kept as they are. Empty lines and those that begin with "# " are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleantext.core.match import fold
from cleantext.errors import RuleError
from cleantext.steps.names.gazetteer import FLAGS, REQUIRED, TYPES, aliases_in, cut
from cleantext.steps.names.sources.lines import Line
from cleantext.steps.names.styles import faults_in


def table(path: str, source: Iterable[Line]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the columns and the rows.

    Raises:
        RuleError: every fault of the file, with its line number.
    """
    numbered = (line for line in source if line.text.strip() and not line.text.startswith("# "))
    header = next(numbered, None)
    if header is None:
        raise RuleError(f"{path}: holds no names; begin with a line that names the columns: {', '.join(REQUIRED)}")
    columns = tuple(column.strip() for column in header.text.split("\t"))
    missing = [column for column in REQUIRED if column not in columns]
    if missing:
        raise RuleError(
            f"{path}:{header.number}: no column {', '.join(missing)} in {header.text[:60]!r}; "
            "name the columns there, with tabs between them"
        )
    rows = [(line.number, tuple(cell.strip() for cell in line.text.split("\t"))) for line in numbered]
    faults = list(_faults(path, columns, rows))
    if faults:
        raise RuleError(faults)
    return columns, tuple(row for _, row in rows)


def _faults(path: str, columns: Sequence[str], rows: Iterable[tuple[int, tuple[str, ...]]]) -> Iterator[str]:
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
        for alias in aliases_in(cells["aliases"]):
            owner, canonical = owners.setdefault(fold(alias.text), (cells["id"], cells["canonical"]))
            if canonical != cells["canonical"]:
                yield f"{at}: alias {alias.text!r} belongs to {owner!r} already; leave it out of one of them"


def _cell_faults(at: str, cells: dict[str, str]) -> Iterator[str]:
    for column in ("id", "canonical"):
        if not cells[column]:
            yield f"{at}: no {column}; give one"
    if cells["type"] not in TYPES:
        yield f"{at}: type is {cells['type']!r}; {_hint(cells['type'].upper(), TYPES)}"
    for flag in cut(cells.get("flags", "")):
        if flag not in FLAGS:
            yield f"{at}: unknown flag {flag!r}; {_hint(flag, FLAGS)}"
    for fault in faults_in(cells.get("styles", "")):
        yield f"{at}: {fault}"
    for alias in aliases_in(cells["aliases"]):
        if len(alias.text) < 2:
            yield f"{at}: alias {alias.text!r} is a single character; leave it out"


def _hint(value: str, choices: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(value, choices, 1)
    return f"did you mean {close[0]!r}?" if close else f"choose one of {', '.join(choices)}"
