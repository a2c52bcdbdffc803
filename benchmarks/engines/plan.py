"""What a terabyte costs: measures the flow and the engines, and writes the tables of docs/engines.md.

    python benchmarks/engines/plan.py [--megabytes 200] [--engines spark ray] [--price 4] [--write]

Speeds are megabytes of UTF-8 text a second of processor time, so that a machine on which
other things run shows much the same. An engine that is not installed is left out, and said so.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import platform
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import engine_pages
from engine_cost import Cost, cost_of
from engine_work import ENGINES

from cleantext import Config, __version__
from cleantext.core.rule import Pack

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "engines.md"
MARKS = ("<!-- figures: benchmarks/engines/plan.py --write -->", "<!-- end of figures -->")
PACKAGES = {"arrow": "pyarrow", "spark": "pyspark"}
FLOWS = {
    "default flow": "all",
    "without boilerplate": "characters,wording,names",
    "without wording": "characters,boilerplate,names",
    "`characters` alone": "characters",
    "`steps=()`, the adapter itself": "none",
}
ROWS = (128, 512, 1024, 2048)
# The cost of starting is told apart from that of each megabyte by two lengths of the same text.
_LITTLE = 1.0
# Enough for two batches of the longest kind; the flow is far slower than any engine.
_PART = 6.0
_TERABYTE = 1e6
_GAZETTEER = ("id", "type", "canonical", "aliases", "flags", "shared")


class Figures(NamedTuple):
    """The rows of every table; speeds are MB a second of processor time."""

    flows: dict[str, tuple[float, float]]
    batches: dict[int, tuple[float, float]]
    engines: dict[str, tuple[float, Cost]]
    missing: list[str]


def main() -> None:
    """Measure, print the tables, and put them into the page where that is asked for."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = _measure(Path(folder), options.megabytes, options.engines)
    tables = _tables(figures, options.megabytes, options.price)
    print(tables)
    if options.write:
        head, _, rest = PAGE.read_text(encoding="utf-8").partition(MARKS[0])
        tail = rest.partition(MARKS[1])[2]
        PAGE.write_text(f"{head}{MARKS[0]}\n{tables}\n{MARKS[1]}{tail}", encoding="utf-8")


def _measure(folder: Path, megabytes: float, engines: list[str]) -> Figures:
    for name, size in (("little", _LITTLE), ("part", _PART), ("whole", megabytes)):
        (folder / name).mkdir()
        engine_pages.write(folder / name / "pages.parquet", size)
    flows: dict[str, tuple[float, float]] = {}
    for name, steps in FLOWS.items():
        plain, account = (_flow(folder / "part", steps, 1024, kind) for kind in ("plain", "account"))
        flows[name] = plain["speed"], account["speed"]
    batches = {}
    for rows in ROWS:
        found = _flow(folder / "part", "all", rows, "account")
        batches[rows] = found["speed"], found["peak"]
    there = [name for name in engines if find_spec(PACKAGES.get(name, name))]
    costs = {name: _engine(folder, name, megabytes) for name in there}
    return Figures(flows, batches, costs, [name for name in engines if name not in there])


def _flow(folder: Path, steps: str, rows: int, account: str) -> dict[str, float]:
    command = [sys.executable, str(HERE / "engine_flow.py"), str(folder), steps, str(rows), account]
    found: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def _engine(folder: Path, engine: str, megabytes: float) -> tuple[float, Cost]:
    """Return the processor seconds for each megabyte, and the cost of starting, with nothing to clean."""
    costs = []
    for size in ("little", "whole"):
        home = folder / f"{engine}-{size}"
        home.mkdir()
        (home / "pages.parquet").symlink_to(folder / size / "pages.parquet")
        costs.append(cost_of([sys.executable, str(HERE / "engine_work.py"), engine, str(home), "none"], home))
    little, whole = costs
    each = max(0.0, whole.processor - little.processor) / (megabytes - _LITTLE)
    return each, little._replace(largest=whole.largest)


def _tables(figures: Figures, megabytes: float, price: float) -> str:
    lines = [f"{_machine()}; {megabytes:g} MB of generated pages.", ""]
    lines += ["| flow | MB/s a core, `account=False` | with the account |", "|---|---|---|"]
    lines += [f"| {name} | {plain:.1f} | {account:.1f} |" for name, (plain, account) in figures.flows.items()]
    lines += ["", "| rows a batch, default flow | MB/s a core | largest memory of the process |", "|---|---|---|"]
    lines += [f"| {rows:,} | {speed:.1f} | {peak:,.0f} MB |" for rows, (speed, peak) in figures.batches.items()]
    lines += ["", *_engine_table(figures, price), "", *_sizes()]
    if figures.missing:
        lines += ["", f"Not installed, so not measured: {', '.join(figures.missing)}."]
    return "\n".join(lines)


def _engine_table(figures: Figures, price: float) -> list[str]:
    flow = 1 / figures.flows["default flow"][1]
    fast = 1 / figures.flows["`characters` alone"][1]
    # Running the adapter is part of both; what is left is the engine.
    adapter = 1 / figures.flows["`steps=()`, the adapter itself"][1]
    per = f"at ${price:g} for 100"
    head = ["engine", "processor s to start", "and for 1 GB, beside the flow", "core hours a TB, default flow", per]
    head += ["core hours a TB, `characters`", per, "largest process"]
    lines = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for name, (each, start) in figures.engines.items():
        beside = max(0.0, each - adapter)
        hours = [(beside + one) * _TERABYTE / 3600 for one in (flow, fast)]
        cells = [name, f"{start.processor:.1f}", f"{beside * 1000:.1f}"]
        cells += [cell for one in hours for cell in (f"{one:,.0f}", f"${one * price / 100:,.2f}")]
        lines.append(f"| {' | '.join(cells)} | {start.largest:,.0f} MB |")
    return lines


def _sizes() -> list[str]:
    """Say how large a configuration is on its way to the workers."""
    names = tuple(
        (f"q{number}", "PER", f"Given{number} Family{number}", f"Gvn{number} Family{number}", "", "")
        for number in range(10_000)
    )
    listed = Config(names=Pack("user.names.own", "user", "names", "own", columns=_GAZETTEER, table=names))
    sizes = {"the default one": Config(), "with 10,000 own names": listed}
    told = [f"{name} {len(pickle.dumps(config)) / 1000:,.1f} kB" for name, config in sizes.items()]
    return [f"A `Config`, pickled: {', '.join(told)}."]


def _machine() -> str:
    cores = os.cpu_count()
    return f"{cores} cores, {platform.machine()}, Python {platform.python_version()}, cleantext {__version__}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure what cleaning a terabyte costs on each engine.")
    parser.add_argument("--megabytes", type=float, default=200.0, help="about how much text the engines get")
    parser.add_argument("--engines", nargs="*", default=list(ENGINES), choices=list(ENGINES))
    parser.add_argument("--price", type=float, default=4.0, help="dollars for 100 core hours")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/engines.md")
    return parser


if __name__ == "__main__":
    main()
