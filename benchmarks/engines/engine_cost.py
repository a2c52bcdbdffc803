"""What a command costs, all its descendants included: processor seconds, time on the clock, memory.

Engines start servers and workers that outlive their parents, so asking the system for the
children's time would leave most of it out: /proc is read instead, several times a second.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 2**20
_PAUSE = 0.1


class Cost(NamedTuple):
    """Seconds of all processors, seconds on the clock, and the largest process in MB."""

    processor: float
    clock: float
    largest: float


class _Process(NamedTuple):
    parent: int
    seconds: float
    megabytes: float


def cost_of(command: Sequence[str], home: Path) -> Cost:
    """Run a command with a home folder of its own and add up what it and all below it used.

    Raises:
        RuntimeError: the command failed; with the end of what it said.
    """
    log = home / "log.txt"
    environment = os.environ | {"HOME": str(home)}
    start = time.monotonic()
    family: dict[int, _Process] = {}
    with log.open("wb") as stream:
        process = subprocess.Popen(command, stdout=stream, stderr=stream, env=environment)
        family[process.pid] = _Process(0, 0.0, 0.0)
        while process.poll() is None:
            _look(family)
            time.sleep(_PAUSE)
    clock = time.monotonic() - start
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: {log.read_text(errors='replace')[-2000:]}")
    return Cost(sum(one.seconds for one in family.values()), clock, max(one.megabytes for one in family.values()))


def _look(family: dict[int, _Process]) -> None:
    """Bring a family up to date: who is below one of its members now belongs to it for good."""
    found = {pid: one for pid in _pids() if (one := _read(pid))}
    grown = True
    while grown:
        new = {pid for pid, one in found.items() if pid not in family and one.parent in family}
        family.update({pid: found[pid] for pid in new})
        grown = bool(new)
    for pid in family.keys() & found.keys():
        last = family[pid]
        family[pid] = found[pid]._replace(megabytes=max(last.megabytes, found[pid].megabytes))


def _pids() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]


def _read(pid: int) -> _Process | None:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return None
    # From the state on: parent, user and system time in ticks, pages in memory.
    seconds = (int(fields[11]) + int(fields[12])) / _TICKS
    return _Process(int(fields[1]), seconds, int(fields[21]) * _PAGE_MB)
