"""Speed of the default flow as ratios against ftfy and a floor, measured interleaved in one run.

    python benchmarks/speed/ratio.py [--rounds 3] [--megabytes 3]

Documents are the boilerplate kit's pages (../shared/eval/boilerplate) where that is there,
else the seed corpus. Absolute figures move from machine to machine and under load; the
ratio of each row is what counts. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import ftfy

import cleantext

ROOT = Path(__file__).resolve().parents[2]
KIT = ROOT.parent / "shared" / "eval" / "boilerplate" / "dev.jsonl.gz"


def main() -> None:
    """Print one row a set of documents: MB/s of ftfy, of the flow, of str.lower, and the ratios."""
    options = _parser().parse_args()
    ratios: dict[str, float] = {}
    print(f"{'documents':18s} {'n':>5s} {'MB':>5s}  MB/s: {'ftfy':>7s} {'flow':>7s} {'lower':>8s}   ratio (min-max)")
    for name, texts in _sets(options.megabytes).items():
        size = sum(len(text.encode("utf-8", "replace")) for text in texts) / 1e6
        functions: list[Callable[[str], object]] = [ftfy.fix_text, cleantext.clean, str.lower]
        for function in functions:
            function(texts[0])
        times = [[_seconds(function, texts) for function in functions] for _ in range(options.rounds)]
        best = [min(column) for column in zip(*times, strict=True)]
        each = [ftfy_s / flow_s for ftfy_s, flow_s, _ in times]
        ratios[name] = round(statistics.median(each), 2)
        print(
            f"{name:18s} {len(texts):5d} {size:5.1f}        {size / best[0]:7.2f} {size / best[1]:7.2f}"
            f" {size / best[2]:8.1f}   x{ratios[name]:.2f} ({min(each):.2f}-{max(each):.2f})"
        )
    print(json.dumps(ratios))


def _sets(megabytes: float) -> dict[str, list[str]]:
    sets: dict[str, list[str]] = {}
    if KIT.exists():
        with gzip.open(KIT, "rt", encoding="utf-8") as file:
            for record in map(json.loads, file):
                sets.setdefault(record["tier"], []).append(record["text"])
    else:
        texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*/in.txt"))]
        sets["seed corpus"] = texts * 10
    every = [text for texts in sets.values() for text in texts]
    sets["ascii articles"] = [text for text in every if text.isascii()] or every[:1]
    return {name: _cut(texts, megabytes) for name, texts in sets.items()}


def _cut(texts: list[str], megabytes: float) -> list[str]:
    # Every k-th text, so that a part has all languages and converters too.
    step = max(1, int(sum(map(len, texts)) / (megabytes * 1e6)))
    return texts[::step]


def _seconds(function: Callable[[str], object], texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        function(text)
    return time.process_time() - start


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure the flow against ftfy, interleaved.")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--megabytes", type=float, default=3.0, help="about how much text a set may have")
    return parser


if __name__ == "__main__":
    main()
