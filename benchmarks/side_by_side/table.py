"""Table: the results as rows of text, for a terminal and, in Markdown, for the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from side_by_side.contenders import FLOW, FTFY, LOWER
from side_by_side.documents import LONG, STEPS_SET
from side_by_side.measure import AGAIN, FIRST, Row
from side_by_side.results import Figure, Results, figure
from side_by_side.verdicts import verdicts


class Table(NamedTuple):
    """A table with its title; a column that is not the first is figures."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(results: Results) -> list[Table]:
    """Return every table that a run has figures for."""
    every = [_verdicts(results), _sets(results), _steps(results), *_sides(results)]
    every += [_cold(results), _memory(results), _cores(results), _missing(results)]
    return [table for table in every if table.rows]


def plain(table: Table) -> str:
    """Lay a table out with blanks."""
    widths = [max(map(len, column)) for column in zip(table.head, *table.rows)]
    lines = [table.title.upper()]
    for row in (table.head, *table.rows):
        first, *others = (
            cell.ljust(width) if not place else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths))
        )
        lines.append("  ".join([first, *others]).rstrip())
    return "\n".join(lines) + "\n"


def markdown(table: Table) -> str:
    """Write a table in Markdown, without its title."""
    lines = [table.head, ("---", *("---:" for _ in table.head[1:])), *table.rows]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)


def _verdicts(results: Results) -> Table:
    rows = [
        (
            one.requirement.name,
            f"{'≤' if one.requirement.is_most else '≥'} {one.requirement.limit:g} {one.requirement.unit}",
            _ranged(one.figure),
            one.word,
        )
        for one in verdicts(results)
    ]
    return Table("What the flow has to reach", ("requirement", "asked for", "measured", "verdict"), tuple(rows))


def _sets(results: Results) -> Table:
    rows = []
    for name, size in results.sizes.items():
        mine = results.pace(name, FLOW)
        if name == STEPS_SET or mine is None:
            continue
        first, again = (results.row(name, FLOW, sight) for sight in (FIRST, AGAIN))
        per_second = figure([size.documents / seconds for seconds in first.seconds]) if first else None
        rows.append(
            (
                name,
                str(size.documents),
                f"{size.megabytes:.1f}",
                _short(mine),
                _short(results.pace(name, FLOW, AGAIN)) if again else "",
                _short(per_second) if name not in LONG else "",
                _short(results.pace(name, FTFY)),
                _ranged(results.ratio(name, FLOW)),
                _ranged(results.ratio(name, FLOW, AGAIN)),
                _short(_inverse(results.ratio(name, FLOW, to=LOWER))),
            )
        )
    pace = ("flow, new text, MB/s", "seen before", "texts/s", "ftfy, MB/s")
    ratios = ("× ftfy, new text", "× ftfy, seen before", "time, × `str.lower`")
    return Table("The whole flow", ("documents", "texts", "MB", *pace, *ratios), tuple(rows))


def _steps(results: Results) -> Table:
    whole = results.row(STEPS_SET, FLOW)
    rows = []
    for row in results.rows:
        if row.documents != STEPS_SET or row.sight != FIRST or not row.seconds or whole is None:
            continue
        share = figure([mine / all_ for mine, all_ in zip(row.seconds, whole.seconds)])
        again = results.row(STEPS_SET, row.contender, AGAIN)
        rows.append((row.contender, f"{100 * share.median:.0f} %", *_paces(results, row, again is not None)))
    head = ("what runs", "share of the flow's time", "MB/s, new text", "seen before", "× ftfy")
    return Table("Steps and stages alone, and the flow without each", head, tuple(rows))


def _paces(results: Results, row: Row, remembers: bool) -> tuple[str, str, str]:
    again = results.pace(row.documents, row.contender, AGAIN) if remembers else None
    return (
        _ranged(results.pace(row.documents, row.contender)),
        _short(again),
        _ranged(results.ratio(row.documents, row.contender)),
    )


def _sides(results: Results) -> Iterator[Table]:
    """Yield a table for each set that met more than the flow, ftfy and the floor."""
    for name in results.sizes:
        mine = [row for row in results.rows if row.documents == name and row.sight == FIRST]
        if name == STEPS_SET or len(mine) <= 3:
            continue
        head = ("contender", "MB/s", "× ftfy", "texts that raised")
        yield Table(
            f"Side by side: {name}", head, tuple(_side(results, row) for row in sorted(mine, key=_slowest_last))
        )


def _side(results: Results, row: Row) -> tuple[str, ...]:
    if not row.seconds:
        return (row.contender, row.note, "", "")
    failed = str(row.failed) if row.failed else ""
    ratio = results.ratio(row.documents, row.contender)
    return (row.contender, _ranged(results.pace(row.documents, row.contender)), _ranged(ratio), failed)


def _slowest_last(row: Row) -> float:
    return min(row.seconds, default=float("inf"))


def _cold(results: Results) -> Table:
    rows = [(name, _ranged(figure(values))) for name, values in results.cold.items() if values]
    return Table("A process that does one thing", ("what it does", "CPU ms"), tuple(rows))


def _memory(results: Results) -> Table:
    rows = [
        (f"{name}: str of {peak.text / 1e6:.0f} MB", f"{(peak.grown + peak.text) / 1e6:.0f} MB", f"{peak.times:.1f}")
        for name, peak in results.memory.items()
    ]
    rows += [(f"stream, {name}", f"{peak / 1e6:.0f} MB", "") for name, peak in results.streams.items()]
    return Table("Memory at its peak", ("what is cleaned", "peak", "× the str"), tuple(rows))


def _cores(results: Results) -> Table:
    rows = []
    for name, seconds in results.cores.items():
        alone = results.cores.get(_alone(name), ())
        faster = figure([one / more for one, more in zip(alone, seconds)]) if alone else None
        rows.append((name, _ranged(figure(seconds)), _ranged(faster)))
    return Table("Several processes", ("run", "seconds on the wall", "× one process"), tuple(rows))


def _alone(name: str) -> str:
    return name.rstrip("0123456789") + "1"


def _missing(results: Results) -> Table:
    rows = [(name, why) for name, why in results.missing.items()]
    stopped = [(f"{row.contender} on {row.documents}", row.note) for row in results.rows if not row.seconds]
    return Table("Missing", ("what", "why"), tuple(rows + stopped))


def _ranged(value: Figure | None) -> str:
    if value is None:
        return ""
    if value.low == value.high:
        return _digits(value.median)
    return f"{_digits(value.median)} ({_digits(value.low)}–{_digits(value.high)})"


def _short(value: Figure | None) -> str:
    return "" if value is None else _digits(value.median)


def _inverse(ratio: Figure | None) -> Figure | None:
    return Figure(1 / ratio.median, 1 / ratio.high, 1 / ratio.low) if ratio else None


def _digits(value: float) -> str:
    """Write three figures that count, and no more."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
