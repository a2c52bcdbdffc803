"""The probe runs patterns on texts made from their own form: slow ones are found, and it always comes back."""

from __future__ import annotations

import re
import signal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.core.examine import slow_patterns
from cleantext.core.load import read_sources
from cleantext.core.pattern import faults
from cleantext.core.probe import attack, told
from cleantext.core.rule import Pack, Rule

SLOW = (
    r"(a+)+$",
    r"\s+$",
    r"(x|x)*y",
    r".*a.*a.*a",
    r"(\w+\s?)+:",
    r"news(?:a|aa){1,60}b",
    r"news(?:\w{1,5}){1,20}!",
    r"news(?=(?:a+)+b)",
)
# The static check knows repeats inside repeats; it does not multiply those that stand side by side.
SLOW_SIDE_BY_SIDE = (
    r".{0,199}b.{0,199}c.{0,199}news",
    r"\w{1,60}\s?\w{1,60}\s?\w{1,60}news",
    "a?" * 20 + "a" * 20 + "news",
)
QUICK = (
    r"read more",
    r"share (?:this )?(?:story|article)",
    r"next sailing in \d{1,3} minutes?",
    r"photo(?:graph)?: [^/]{1,60}/\w{1,40}",
    r"news\s+$",
    r"news[^x]*x",
    r".{0,130}\ball rights reserved.{0,200}",
    r"news(?: \w{1,20}){0,5}!",
)
# Three and more repeats side by side take the same letters: 20 to 30 ms on the worst lines of 160 to 200 letters.
KNOWN = {"ja.boilerplate.caption/shot-by", "ko.boilerplate.disclaimer/own-view"}


@pytest.mark.parametrize("pattern", [*SLOW, *SLOW_SIDE_BY_SIDE])
def test_a_slow_pattern_is_found(pattern):
    assert attack(pattern) is not None


@pytest.mark.parametrize("pattern", SLOW)
def test_a_slow_pattern_is_refused_when_it_is_read(pattern):
    assert faults(pattern)


@pytest.mark.parametrize("pattern", QUICK)
def test_a_quick_pattern_passes(pattern):
    assert told(pattern) == ""


def test_a_slow_pattern_is_told_with_the_text_and_the_growth():
    found = (
        r"pattern '\(a\+\)\+\$' is slow: '' \+ \d+ \* 'a' \+ '.+' took \d+ ms, .+ times as long as half of that; bound"
    )
    assert re.match(found, told("(a+)+$"))


def test_the_text_of_an_attack_is_the_one_that_is_told():
    found = attack(r"news(a+)+$")
    assert found is not None
    assert found.text() == "news" + "a" * found.times + found.tail


def test_quadratic_time_is_told_by_its_growth():
    found = attack(r"\s+$")
    assert found is not None
    assert found.growth > 2.8


def test_a_pattern_that_shows_nothing_on_short_texts_is_broken_off():
    # It needs 60 letters to match at all, and has 2 to the 60th ways from there on.
    assert attack("(?:a?){60}a{60}news") is not None


def test_the_alarm_of_others_stays_as_it_was():
    before = signal.signal(signal.SIGALRM, signal.SIG_IGN)
    try:
        attack(r"\s+$")
        assert signal.getsignal(signal.SIGALRM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGALRM, before)


def test_a_rule_whose_pattern_is_slow_is_named():
    rule = Rule("en.boilerplate.own/three-gaps", "share", pattern=SLOW_SIDE_BY_SIDE[0])
    pack = Pack("en.boilerplate.own", "en", "boilerplate", "own", rules=(rule,))
    (fault,) = slow_patterns([pack])
    assert fault.startswith("en.boilerplate.own/three-gaps: pattern '.{0,199}b")


def test_a_rule_without_a_pattern_has_nothing_to_be_tried():
    pack = Pack("en.boilerplate.own", "en", "boilerplate", "own", rules=(Rule("en.boilerplate.own/a", line=("a",)),))
    assert slow_patterns([pack]) == []


@given(pattern=st.text(st.sampled_from("abnews()[]|?+.\\dws{,}12^$"), max_size=14))
def test_any_pattern_that_reads_well_is_tried_without_raising(pattern):
    if not faults(pattern):
        assert isinstance(told(pattern), str)


@pytest.mark.huge
def test_no_pattern_that_ships_is_slow():
    slow = {fault.partition(": ")[0] for fault in slow_patterns(read_sources())}
    assert slow - KNOWN == set()
