"""Cold: what a process pays that cleans one short text: CPU milliseconds from the start of Python.

A filter on the command line, or a function that is woken for one request, pays this each
time. `benchmarks/speed/start.py` has the same for texts in more languages.
"""

from __future__ import annotations

import os
import subprocess
import sys

from side_by_side.measure import rotated
from side_by_side.processes import PYTHON_OF_PEERS, environment, has_peers

_ASCII = "The ferry left late."
_GERMAN = "Die Fähre legte verspätet ab."
_DAMAGED = "Die FÃ¤hre legte verspÃ¤tet ab."
_OURS = {
    "python": "",
    "import cleantext": "import cleantext",
    "first call, ASCII": f"import cleantext; cleantext.clean({_ASCII!r})",
    "first call, German": f"import cleantext; cleantext.clean({_GERMAN!r})",
    "first call, damaged": f"import cleantext; cleantext.clean({_DAMAGED!r})",
    "import ftfy": "import ftfy",
    "ftfy, first call": f"import ftfy; ftfy.fix_text({_DAMAGED!r})",
}
_PEERS = {
    "clean-text, first call": f"import cleantext; cleantext.clean({_ASCII!r})",
    "textacy, first call": f"from textacy.preprocessing import normalize; normalize.whitespace({_ASCII!r})",
    "jusText, import": "import justext",
    "trafilatura, import": "import trafilatura",
    "datatrove, import of C4": "import datatrove.pipeline.filters.c4_filters",
}
_CLOCK = "; import time; print('\\ncpu', time.process_time())"


def cold_starts(rounds: int, *, with_peers: bool = True) -> dict[str, tuple[float, ...]]:
    """Return for each script its milliseconds in each round; the scripts take turns.

    A script that fails has none.
    """
    commands = {name: [sys.executable, "-P", "-c", (code or "pass") + _CLOCK] for name, code in _OURS.items()}
    if with_peers and has_peers():
        commands |= {name: [str(PYTHON_OF_PEERS), "-I", "-c", code + _CLOCK] for name, code in _PEERS.items()}
    times: dict[str, list[float]] = {name: [] for name in commands}
    # Once before the clock counts, so that every module is compiled and in the file cache.
    for command in commands.values():
        _milliseconds(command)
    for number in range(rounds):
        for name in rotated(list(commands), number):
            taken = _milliseconds(commands[name])
            if taken is not None:
                times[name].append(taken)
    return {name: tuple(taken) for name, taken in times.items()}


def _milliseconds(command: list[str]) -> float | None:
    try:
        done = subprocess.run(
            command,
            env=environment(),
            cwd=os.path.dirname(__file__),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    except subprocess.TimeoutExpired:
        return None
    last = done.stdout.split("cpu")[-1].strip()
    return float(last) * 1e3 if done.returncode == 0 else None
