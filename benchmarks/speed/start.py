"""What a process pays that cleans one short text: CPU milliseconds, from the start of Python to the answer.

    python benchmarks/speed/start.py [--rounds 5]

Each figure is the least of several processes, since noise only adds. A filter on the command
line, or a function that is woken for one request, pays this each time; ftfy alone takes longer
to import than all of it, and is loaded for damaged text only.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

TEXTS = {
    "ASCII": "The ferry left late.",
    "German": "Die Fähre legte verspätet ab.",
    "quoted": "Er sagte: „Das weiß ich längst.“",
    "Russian": "Паром отошёл с опозданием.",
    "Chinese": "渡船又晚点了。",
    "Japanese": "フェリーはまた遅れた。",
    "Korean": "여객선은 또 늦었다.",
    "damaged": "Die FÃ¤hre legte verspÃ¤tet ab.",
}
RUNS = {
    "python": "pass",
    "characters": "import cleantext; cleantext.clean(text, steps='characters')",
    "default": "import cleantext; cleantext.clean(text)",
}
_SCRIPT = "import sys, time; text = sys.argv[1]; {}; print(time.process_time() * 1e3)"


def main() -> None:
    """Print one row a text: what Python alone takes, with the characters step, and with the default flow."""
    parser = argparse.ArgumentParser(description="Measure the first call of a process.")
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    print(f"{'text':10s}", *(f"{name:>10s}" for name in RUNS), " (CPU ms)")
    for name, text in TEXTS.items():
        least = [min(_milliseconds(run, text) for _ in range(rounds)) for run in RUNS.values()]
        print(f"{name:10s}", *(f"{figure:10.0f}" for figure in least))


def _milliseconds(run: str, text: str) -> float:
    # Without compiled modules the figure would be that of compiling them.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", _SCRIPT.format(run), text]
    return float(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    main()
