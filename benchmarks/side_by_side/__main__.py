"""`benchmarks/run`: measure, print, save; compare with a saved run; renew the page.

benchmarks/run                          everything: some twenty minutes
benchmarks/run --quick                  a look, in under two minutes
benchmarks/run --only flow ftfy --sets residue short-texts --rounds 9
benchmarks/run --compare before.json    exit status 1 where a ratio to ftfy fell
benchmarks/run --page                   docs/benchmarks.md and its plots, from the last whole run
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from side_by_side.corpus import ROOT
from side_by_side.page import renew
from side_by_side.parts import PARTS, Plan, measured
from side_by_side.plots import draw, plots
from side_by_side.results import Results, fallen, read, write
from side_by_side.table import plain, tables

# Git ignores the folder: figures of a machine are no part of the repository, the page is.
_SAVED = ROOT / ".benchmarks"
_WHOLE, _PART = _SAVED / "side-by-side.json", _SAVED / "side-by-side-part.json"
_PAGE = ROOT / "docs" / "benchmarks.md"


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line says, and return 1 where a ratio fell."""
    options = _parser().parse_args(words)
    try:
        if options.page:
            return _renew(options.save or _WHOLE)
        before = read(options.compare) if options.compare else None
        results = measured(_plan(options))
    except (ValueError, OSError) as error:
        print(f"benchmarks/run: {error}", file=sys.stderr)
        return 2
    for table in tables(results):
        print(plain(table))
    is_whole = not (options.quick or options.only or options.sets)
    _save(results, options.save or (_WHOLE if is_whole else _PART))
    lines = list(fallen(results, before)) if before else []
    for line in lines:
        print(f"FELL  {line}")
    return 1 if lines else 0


def _plan(options: argparse.Namespace) -> Plan:
    plan = Plan.look() if options.quick else Plan()
    given = {name: getattr(options, name) for name in ("rounds", "megabytes", "limit") if getattr(options, name)}
    return plan._replace(only=tuple(options.only or ()), sets=tuple(options.sets or ()), **given)


def _save(results: Results, path: Path) -> None:
    write(results, path)
    print(f"saved: {path}")
    for picture in draw(results, _SAVED, _SAVED):
        print(f"drawn: {picture}")


def _renew(path: Path) -> int:
    if not path.exists():
        raise ValueError(f"{path}: is no saved run; run benchmarks/run first")
    results = read(path)
    for picture in draw(results, _PAGE.parent, _SAVED):
        print(f"drawn: {picture}")
    renew(_PAGE, results, [plot.name for plot in plots(results)])
    print(f"renewed: {_PAGE}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="benchmarks/run", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="smaller sets, two rounds, nothing installed")
    parser.add_argument(
        "--only",
        nargs="+",
        metavar="NAME",
        help=f"parts ({', '.join(PARTS)}) or contenders, as in 'flow' or 'only names'",
    )
    parser.add_argument("--sets", nargs="+", metavar="NAME", help="sets of documents; an unknown name lists them")
    parser.add_argument("--rounds", type=int, metavar="N", help="how often each contender has its turn (3)")
    parser.add_argument("--megabytes", type=float, metavar="MB", help="about how much text a set has (1)")
    parser.add_argument("--limit", type=float, metavar="SECONDS", help="a turn that takes longer is stopped (600)")
    parser.add_argument("--save", type=Path, metavar="FILE", help="save the run there; with --page, read it from there")
    parser.add_argument("--compare", type=Path, metavar="FILE", help="fail where a ratio to ftfy fell by over 25 %%")
    parser.add_argument("--page", action="store_true", help="measure nothing; renew the page from a saved run")
    return parser


if __name__ == "__main__":
    sys.exit(main())
