"""Calls of clean-text's own tests, with its results: ours are the same but where a difference is documented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from cleantext.compat import clean_text

CALLS = Path(__file__).resolve().parents[3] / "shared" / "eval" / "compat" / "clean-text_calls.jsonl"
PAGE = Path(__file__).resolve().parents[2] / "docs" / "from-clean-text.md"
# The lines of the calls whose result is a defect, with the row of the page that says why.
DIFFERENT = {55: "five numbers with points", 58: "a number inside a word"}

pytestmark = pytest.mark.skipif(
    not CALLS.exists(), reason="the recorded calls of clean-text are not beside the checkout"
)


class Call(NamedTuple):
    """A call of clean-text, and what it gave."""

    function: str
    arguments: list[object]
    keywords: dict[str, object]
    result: object


def recorded() -> list[Call]:
    lines = CALLS.read_text(encoding="utf-8").splitlines()
    return [Call(call["func"], call["args"], call["kwargs"], call["result"]) for call in map(json.loads, lines)]


def is_equal(call: Call) -> bool:
    return getattr(clean_text, call.function)(*call.arguments, **call.keywords) == call.result


def test_every_result_is_equal_or_documented():
    different = {line for line, call in enumerate(recorded(), 1) if not is_equal(call)}
    assert different == set(DIFFERENT)


def test_nearly_all_results_are_equal():
    calls = recorded()
    assert len(calls) == 149
    assert sum(map(is_equal, calls)) >= 147


def test_every_function_that_was_called_is_there():
    assert {call.function for call in recorded()} <= set(clean_text.__all__)


@pytest.mark.parametrize("row", DIFFERENT.values())
def test_the_page_has_the_row_that_says_why(row: str):
    assert row in PAGE.read_text(encoding="utf-8")
