"""Speed of each step and of the flow on the seed corpus; `pytest benchmarks/speed --benchmark-enable`.

Nothing here asserts a time. Save a run with --benchmark-save=NAME and compare with
--benchmark-compare=NAME; ratios against ftfy come from rows of the same run.
"""

from __future__ import annotations

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


@pytest.mark.parametrize("document", SELECTED)
def test_flow(benchmark: BenchmarkFixture, document: str) -> None:
    benchmark.group = document
    benchmark(cleantext.clean, TEXTS[document])


@pytest.mark.parametrize("document", SELECTED)
def test_ftfy(benchmark: BenchmarkFixture, document: str) -> None:
    benchmark.group = document
    benchmark(ftfy.fix_text, TEXTS[document])


@pytest.mark.parametrize("document", SELECTED)
def test_floor_lower(benchmark: BenchmarkFixture, document: str) -> None:
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


@pytest.mark.parametrize("step", STEPS)
def test_step_on_a_clean_article(benchmark: BenchmarkFixture, step: str) -> None:
    config = cleantext.Config(steps=step)
    benchmark.group = "steps on clean-article"
    benchmark(cleantext.clean, TEXTS["clean-article"], config)
