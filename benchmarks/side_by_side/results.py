"""Results: all that a run measured, as one value that is saved as JSON and read again.

A ratio is taken round by round, each with the other's turn of the same round, and only then
made a median: what slowed a round slowed both.
"""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from side_by_side.contenders import FTFY
from side_by_side.measure import FIRST, Row
from side_by_side.memory import Peak

_VERSION = 1


class Figure(NamedTuple):
    """A median with its least and its greatest value."""

    median: float
    low: float
    high: float


class Size(NamedTuple):
    """How many texts a set has, and how many megabytes of UTF-8."""

    documents: int
    megabytes: float


class Results(NamedTuple):
    """A run: where, on what, with which options, and what came of it; parts that were not run are empty."""

    facts: dict[str, str]
    corpus: str
    options: dict[str, Any]
    sizes: dict[str, Size]
    rows: tuple[Row, ...]
    missing: dict[str, str]
    cold: dict[str, tuple[float, ...]]
    memory: dict[str, Peak]
    streams: dict[str, int]
    cores: dict[str, tuple[float, ...]]

    def row(self, documents: str, contender: str, sight: str = FIRST) -> Row | None:
        """Return a row that has figures."""
        wanted = (documents, contender, sight)
        return next((row for row in self.rows if row[:3] == wanted and row.seconds), None)

    def pace(self, documents: str, contender: str, sight: str = FIRST) -> Figure | None:
        """Return megabytes a second."""
        row = self.row(documents, contender, sight)
        size = self.sizes[documents].megabytes if row else 0.0
        return figure([size / seconds for seconds in row.seconds]) if row else None

    def ratio(self, documents: str, contender: str, sight: str = FIRST, *, to: str = FTFY) -> Figure | None:
        """Return how many times as fast as another a contender is."""
        row, other = self.row(documents, contender, sight), self.row(documents, to)
        if row is None or other is None:
            return None
        return figure([theirs / ours for theirs, ours in zip(other.seconds, row.seconds)])


def figure(values: Sequence[float]) -> Figure:
    """Return the median and the range of some values, of which there is at least one."""
    return Figure(statistics.median(values), min(values), max(values))


def over(one: Figure, other: Figure) -> Figure:
    """Divide figures that were not measured in turns: the range is the widest that they allow."""
    return Figure(one.median / other.median, one.low / other.high, one.high / other.low)


def write(results: Results, path: Path) -> None:
    """Save a run; its folder is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {
        "version": _VERSION,
        **results._asdict(),
        "sizes": {name: size._asdict() for name, size in results.sizes.items()},
        "rows": [row._asdict() for row in results.rows],
        "memory": {name: peak._asdict() for name, peak in results.memory.items()},
    }
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def read(path: Path) -> Results:
    """Read a run that was saved.

    Raises:
        ValueError: the file holds no run, or one of another version.
    """
    content = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(content, dict) or content.pop("version", None) != _VERSION:
        raise ValueError(f"{path}: is no run of version {_VERSION}; measure anew")
    content["sizes"] = {name: Size(**size) for name, size in content["sizes"].items()}
    content["rows"] = tuple(Row(**{**row, "seconds": tuple(row["seconds"])}) for row in content["rows"])
    content["memory"] = {name: Peak(**peak) for name, peak in content["memory"].items()}
    for part in ("cold", "cores"):
        content[part] = {name: tuple(values) for name, values in content[part].items()}
    return Results(**content)


def fallen(now: Results, before: Results, share: float = 0.25) -> Iterator[str]:
    """Tell of every ratio to ftfy that fell by more than a share, and lies outside both ranges."""
    for row in before.rows:
        if row.contender == FTFY or not row.seconds:
            continue
        old = before.ratio(*row[:3])
        new = now.ratio(*row[:3])
        if old and new and new.median < (1 - share) * old.median and new.high < old.low:
            yield (
                f"{row.documents}, {row.contender}, {row.sight} sight: {_times(new)} ftfy, was {_times(old)};"
                " find what made it slower, or save a new baseline and say why"
            )


def _times(ratio: Figure) -> str:
    return f"{ratio.median:.2f} x ({ratio.low:.2f}-{ratio.high:.2f})"
