"""Ratio gate: compares times as multiples of a floor that was timed in the same run.

Seconds move from machine to machine and with what else runs there; a figure divided by the
time of plain Python on the same document moves far less. A baseline is a file of such
multiples.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

FLOOR = "test_floor"
# Not ours: timed to be seen beside ours, and free to become slower.
_OTHERS = ("test_ftfy", "test_lower")
# A multiple that grew by more has lost a quarter of its speed. Runs of one commit on a loaded machine differ by less.
SLOWER = 1 / 0.75


class Timed(NamedTuple):
    """A test that was timed: its function, the document it ran over, and its least seconds."""

    test: str
    document: str
    seconds: float

    @property
    def name(self) -> str:
        """The name under which a baseline has it."""
        return f"{self.test}[{self.document}]"


def multiples(timed: list[Timed]) -> dict[str, float]:
    """Return the time of each test divided by that of the floor on the same document; only ours.

    A test whose document has no floor in this run is left out too: there is nothing to divide by.
    """
    floors = {one.document: one.seconds for one in timed if one.test == FLOOR}
    tests = [one for one in timed if one.test not in (FLOOR, *_OTHERS) and one.document in floors]
    return {one.name: round(one.seconds / floors[one.document], 3) for one in tests}


def slower(now: Mapping[str, float], before: Mapping[str, float]) -> Iterator[str]:
    """Tell of each test that takes too many more floors than it did; one that is in one run only is none."""
    for name in sorted(now.keys() & before.keys()):
        if now[name] > SLOWER * before[name]:
            yield (
                f"{name}: takes {now[name]:.1f} times the floor, was {before[name]:.1f};"
                " find what made it slower, or save a new baseline with --save-floors and say why"
            )


def read(path: Path) -> dict[str, float]:
    """Read a baseline."""
    baseline: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return baseline


def write(path: Path, figures: Mapping[str, float]) -> None:
    """Write a baseline, sorted, so that a change of it can be read."""
    path.write_text(json.dumps(dict(sorted(figures.items())), indent=1) + "\n", encoding="utf-8")
