"""A pack is tried alone on a sentence: as in a text that is spun throughout, or in one that hardly is."""

from __future__ import annotations

import pytest

from cleantext.core.load import packaged
from cleantext.core.rule import Pack
from cleantext.trial import TRIALS, act, act_calmly


def pack(keep: str, spun: str = "water vessel", fix: str = "boat") -> Pack:
    columns = ("spun", "fixes", "keep")
    return Pack("user.wording.mine", "user", "wording", "mine", columns=columns, table=((spun, fix, keep),))


@pytest.mark.parametrize("done", [act, act_calmly])
def test_a_phrase_that_nobody_means_is_restored_in_both(done):
    assert done(pack("0.02"), "A water vessel sank.") == "A boat sank."


@pytest.mark.parametrize("done", [act, act_calmly])
def test_a_phrase_that_is_nearly_always_meant_stays_in_both(done):
    text = "A water vessel sank."
    assert done(pack("0.999"), text) == text


def test_a_phrase_that_may_be_meant_stays_in_a_text_that_is_hardly_spun():
    kept = [
        keep for keep in range(5, 100, 5) if act_calmly(pack(f"{keep / 100}"), "A water vessel sank.") != "A boat sank."
    ]
    lost = [keep for keep in range(5, 100, 5) if act(pack(f"{keep / 100}"), "A water vessel sank.") != "A boat sank."]
    assert set(lost) < set(kept)


@pytest.mark.parametrize("step", ["names", "characters"])
def test_steps_without_a_share_are_the_same_in_both(step):
    for one in packaged(step):
        for rule in one.rules:
            for before, _ in rule.changes:
                assert act(one, before) == act_calmly(one, before)


def test_examples_are_tried_so():
    assert TRIALS[:2] == (act, act_calmly)
