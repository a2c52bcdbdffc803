"""Speed of each step and of the flow on the seed corpus; `pytest benchmarks/speed --benchmark-enable`.

Nothing here asserts a time. `--floors` compares each with the baseline, divided by the floor
of its document (conftest.py). Save a run with --benchmark-save=NAME and compare with
--benchmark-compare=NAME where seconds of one machine are wanted.
"""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

import ftfy
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import cleantext
from cleantext.steps.characters.gate import surely_clean
from cleantext.steps.characters.mojibake.suspicion import suspicious_spans

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
TEXTS = {
    folder.name: (folder / "in.txt").read_bytes().decode("utf-8")
    for folder in sorted(SEEDS.iterdir())
    if (folder / "in.txt").exists()
}
SELECTED = ("clean-article", "chrome-laden", "spun-article", "mojibake")
STEPS = ("characters", "wording", "boilerplate", "names")
_PROSE = re.compile(r"^[^\n]{8,24} (?=[^\n]{60})", re.MULTILINE)
_TURNS = count(1)


@pytest.mark.parametrize("document", SELECTED)
def test_floor(benchmark: BenchmarkFixture, document: str) -> None:
    """Time what Python itself takes to look at each line and each word: the unit of the others."""
    benchmark.group = document
    benchmark(_look, TEXTS[document])


@pytest.mark.parametrize("document", SELECTED)
def test_flow(benchmark: BenchmarkFixture, document: str) -> None:
    benchmark.group = document
    benchmark(cleantext.clean, TEXTS[document])


@pytest.mark.parametrize("document", SELECTED)
def test_flow_on_new_text(benchmark: BenchmarkFixture, document: str) -> None:
    """Time the flow on lines of prose that it has not seen, so that nothing it remembers of them helps."""
    benchmark.group = document

    def setup() -> tuple[tuple[str], dict[str, object]]:
        return (_PROSE.sub(rf"\g<0>{next(_TURNS)} ", TEXTS[document]),), {}

    benchmark.pedantic(cleantext.clean, setup=setup, rounds=100, warmup_rounds=3)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("document", SELECTED)
def test_ftfy(benchmark: BenchmarkFixture, document: str) -> None:
    benchmark.group = document
    benchmark(ftfy.fix_text, TEXTS[document])


@pytest.mark.parametrize("document", SELECTED)
def test_lower(benchmark: BenchmarkFixture, document: str) -> None:
    benchmark.group = document
    benchmark(TEXTS[document].lower)


@pytest.mark.parametrize("document", SELECTED)
def test_gate_of_ftfy(benchmark: BenchmarkFixture, document: str) -> None:
    benchmark.group = document
    benchmark(surely_clean, TEXTS[document])


@pytest.mark.parametrize("document", SELECTED)
def test_gate_of_the_search(benchmark: BenchmarkFixture, document: str) -> None:
    benchmark.group = document
    benchmark(suspicious_spans, TEXTS[document])


@pytest.mark.parametrize("document", SELECTED)
@pytest.mark.parametrize("step", STEPS)
def test_step(benchmark: BenchmarkFixture, step: str, document: str) -> None:
    config = cleantext.Config(steps=step)
    benchmark.group = document
    benchmark(cleantext.clean, TEXTS[document], config)


def _look(text: str) -> int:
    known = set(text.lower().split())
    return sum(word in known for line in text.split("\n") for word in line.split())
