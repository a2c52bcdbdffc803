"""Quality: run every scorer of the evaluation kits on `callables.py` and hold the floors.

    python benchmarks/quality/run.py                 all areas, against floors.json
    python benchmarks/quality/run.py seeds spun      some areas
    python benchmarks/quality/run.py --raise         write better figures into floors.json; it never lowers one

The kits lie beside a checkout in ../shared; where they are missing there is nothing to do.
The last line is one JSON object with every figure that has a floor.
"""

from __future__ import annotations

import argparse
import json
import operator
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
KITS = ROOT.parent / "shared" / "eval"
FLOORS = HERE / "floors.json"

# One command an area: the scorer and its arguments, run in its own folder.
_ENCODING = "--py callables:repair --clean-py callables:characters --optin-py callables:characters_optin"
_ENCODING += " --bytes-py callables:decode --ftfy-py callables:ftfy_like"
AREAS = {
    "seeds": ("seeds/check_seeds.py", "--py cleantext:clean"),
    "encoding": ("encoding/score.py", _ENCODING + " --parts false,wild,docs,hygiene,ftfy,bytes"),
    "lines": ("encoding/score.py", _ENCODING + " --parts lines --per-cell 1"),
    "gate": ("encoding/speed.py", "--gate callables:surely_clean --ref ftfy_safe"),
    "same": ("encoding/speed.py", "--py callables:ftfy_safe --ref ftfy_safe --differential"),
    "spun": ("spun/score_spun.py", "--py callables:wording --score callables:spun_score"),
    # Texts of our own in the dialect of spinner-a, with what they were before.
    "own": ("spun/score_spun.py", "--py callables:wording --no-synth --data {here}/spun"),
    "boilerplate": ("boilerplate/evaluate.py", "--py callables:boilerplate"),
    "corpus": ("boilerplate/evaluate.py", "--corpus-py callables:boilerplate_corpus"),
    "names": ("names/evaluate_names.py", "text --py callables:names"),
    "gazetteer": ("names/evaluate_names.py", "text --py callables:names --gazetteer data/gazetteer_dev.tsv"),
    "noise": ("names/evaluate_names.py", "noise --py callables:names"),
    "everything": (
        "names/evaluate_names.py",
        "text --py callables:names_everything --gazetteer data/gazetteer_dev.tsv",
    ),
    "compare": ("names/evaluate_names.py", "compare --py callables:compare"),
    "parse": ("names/evaluate_names.py", "parse --py callables:parse"),
    "cluster": ("names/evaluate_names.py", "cluster --py callables:cluster"),
}
_HOLDS = {">=": operator.ge, "<=": operator.le}


def main() -> int:
    """Score, compare, and return 0 where every floor holds."""
    options = _parser().parse_args()
    if not KITS.is_dir():
        print(f"no evaluation kits at {os.path.relpath(KITS, ROOT)}: nothing to score")
        return 0
    floors: dict[str, list[Any]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    figures: dict[str, float] = {}
    failed: list[str] = []
    for area in options.areas or AREAS:
        scores = _score(area)
        for name, (sign, limit) in floors.items():
            if name.partition(".")[0] != area:
                continue
            value = figures[name] = _pick(scores, name.partition(".")[2])
            holds = _HOLDS[sign](value, limit)
            print(f"{'ok  ' if holds else 'FAIL'} {name} {value} {sign} {limit}", flush=True)
            if not holds:
                failed.append(name)
            elif options.raise_floors:
                floors[name] = [sign, value]
    if options.raise_floors:
        FLOORS.write_text(_layout(floors), encoding="utf-8")
    print(json.dumps({"failed": failed, **figures}))
    return 1 if failed else 0


def _score(area: str) -> dict[str, Any]:
    script, arguments = AREAS[area]
    path = KITS / script
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(HERE), str(ROOT / "src")])}
    done = subprocess.run(
        [sys.executable, str(path), *(part.replace("{here}", str(HERE)) for part in arguments.split())],
        cwd=path.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or not done.stdout.strip():
        sys.exit(f"{area}: {script} failed ({done.returncode})\n{done.stderr[-2000:]}")
    result: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return result


def _pick(scores: Any, path: str) -> float:
    for key in path.split("."):
        scores = scores[int(key)] if isinstance(scores, list) else scores[key]
    return float(scores)


def _layout(floors: dict[str, list[Any]]) -> str:
    rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(floor)}" for name, floor in floors.items())
    return "{\n" + rows + "\n}\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Score the quality of every step against its floors.")
    parser.add_argument("areas", nargs="*", metavar="AREA", help=f"some of {', '.join(AREAS)} (default: all)")
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="write better figures as new floors")
    return parser


if __name__ == "__main__":
    sys.exit(main())
