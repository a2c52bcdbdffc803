"""Cores: how much faster many texts are cleaned by several processes, in time on the wall.

    python -P cores.py FILE WORKERS      the texts of a file of JSON lines, cleaned once

The start of the workers counts, as it does for users.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

_LIMIT = 1800


def scaling(texts: Sequence[str], rounds: int) -> dict[str, tuple[float, ...]]:
    """Return the seconds on the wall with 1, 2, 4 ... workers, and of `cleantext run -j` where that is there."""
    from side_by_side.measure import rotated
    from side_by_side.processes import environment

    counts = [count for count in (1, 2, 4, 8, 16, 32, 64) if count <= (os.cpu_count() or 1)]
    has_run = _has_run()
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="ascii")
        commands = {
            f"clean_many, workers={count}": [sys.executable, "-P", __file__, str(path), str(count)] for count in counts
        }
        if has_run:
            run = [sys.executable, "-P", "-m", "cleantext", "run", str(path), "--force"]
            commands |= {f"run -j {count}": [*run, "-o", f"{folder}/{count}", "-j", str(count)] for count in counts}
        for number in range(rounds):
            for name in rotated(list(commands), number):
                start = time.perf_counter()
                done = subprocess.run(
                    commands[name], env=environment(), capture_output=True, check=False, timeout=_LIMIT
                )
                if done.returncode == 0:
                    times.setdefault(name, []).append(time.perf_counter() - start)
    return {name: tuple(taken) for name, taken in times.items()}


def _has_run() -> bool:
    from side_by_side.processes import environment

    command = [sys.executable, "-P", "-m", "cleantext", "run", "--help"]
    done = subprocess.run(command, env=environment(), capture_output=True, check=False)
    return done.returncode == 0 and b"-j" in done.stdout


def _clean(path: str, workers: int) -> None:
    from cleantext import clean_many

    with open(path, encoding="ascii") as file:
        for _ in clean_many((json.loads(line)["text"] for line in file), workers=workers):
            pass


if __name__ == "__main__":
    _clean(sys.argv[1], int(sys.argv[2]))
