"""The kit's texts that are not spun: none is edited, not even thirty misleading lines in a row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cleantext

KIT = Path(__file__).resolve().parents[4] / "shared" / "eval" / "spun" / "data"
pytestmark = pytest.mark.skipif(not KIT.is_dir(), reason="the evaluation kit is not beside this checkout")


def texts(name: str) -> list[str]:
    return [json.loads(line)["text"] for line in (KIT / name).read_text(encoding="utf-8").splitlines()]


def test_misleading_lines_in_one_text_are_left_alone():
    text = "\n".join(texts("adversarial.jsonl"))
    assert cleantext.clean(text, steps="wording") == text
    assert cleantext.spun_score(text) < 0.5


@pytest.mark.parametrize("number", range(2))
def test_translated_and_paraphrased_text_gets_a_score_and_no_edit(number):
    text = texts("alien.jsonl")[number]
    result = cleantext.explain(text, steps="wording")
    assert (result.text, result.layers) == (text, ())
    assert 0 <= cleantext.spun_score(text) < 0.5
