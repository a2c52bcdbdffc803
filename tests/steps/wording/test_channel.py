"""The channel says what a phrase may stand for, and its odds before the context is looked at."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wording_cases import ngrams_of, row

from cleantext.steps.wording.channel import Channel, cost, nats

NGRAMS = ngrams_of("the boat sank", "the boat sailed", "the ship sailed", "army's boat")


@pytest.fixture
def channel() -> Channel:
    return Channel(NGRAMS)


def ids(words: str) -> tuple[int, ...]:
    return tuple(NGRAMS.ids[word] for word in words.split())


def test_what_is_kept_half_of_the_time_has_even_odds(channel):
    assert channel.options(row("vessel", "boat", keep=0.5))[0].odds == pytest.approx(0)


@given(keep=st.floats(0.02, 0.97))
def test_the_less_is_kept_the_better_are_the_odds(keep):
    channel = Channel(NGRAMS)
    (often,), (seldom,) = (channel.options(row(str(more), "boat", keep=keep + more)) for more in (0.02, 0.0))
    assert often.odds < seldom.odds


@given(keep=st.floats(0.02, 0.99), count=st.integers(1, 5))
def test_all_fixes_together_have_the_odds_of_the_row(keep, count):
    options = Channel(NGRAMS).options(row("vessel", *"abcde"[:count], keep=keep))
    assert sum(math.exp(option.odds) for option in options) == pytest.approx((1 - keep) / keep)


def test_an_earlier_fix_has_better_odds(channel):
    odds = [option.odds for option in channel.options(row("vessel", "boat", "ship", "storm"))]
    assert odds == sorted(odds, reverse=True)
    assert len(set(odds)) == 3


def test_a_fourth_fix_is_not_weighed(channel):
    assert [option.fix for option in channel.options(row("vessel", "a", "b", "c", "d"))] == ["a", "b", "c"]


def test_no_row_is_certain(channel):
    (never,), (seldom,) = (channel.options(row(str(keep), "boat", keep=keep)) for keep in (0.0, 0.02))
    assert never.odds == seldom.odds


def test_the_words_of_a_fix_are_folded_tokens(channel):
    assert channel.options(row("troops' vessel", "Army's Boat"))[0].ids == ids("army 's boat")


def test_alone_is_what_the_fix_costs_more_than_the_phrase(channel):
    (option,) = channel.options(row("ship", "the boat"))
    the, boat = ids("the boat")
    assert option.alone == NGRAMS.single[the] + NGRAMS.pair_cost(the, boat) - NGRAMS.single[ids("ship")[0]]


def test_a_fix_of_three_words_costs_its_triple_alone(channel):
    (option,) = channel.options(row("boat", "the boat sank"))
    the, boat, sank = ids("the boat sank")
    wanted = NGRAMS.single[the] + NGRAMS.pair_cost(the, boat) + NGRAMS.cost(the, boat, sank) - NGRAMS.single[boat]
    assert option.alone == wanted


def test_what_was_found_is_kept(channel):
    assert channel.options(row("vessel", "boat")) is channel.options(row("vessel", "boat"))


def test_rows_that_capitals_tell_apart_have_their_own_fixes(channel):
    fixes = [channel.options(row(spun, fix))[0].fix for spun, fix in (("Vessel", "Boat"), ("vessel", "ship"))]
    assert fixes == ["Boat", "ship"]


def test_words_cost_what_they_do_to_those_after_them():
    the, boat, sank, sailed = ids("the boat sank sailed")
    wanted = NGRAMS.cost(the, the, boat) + NGRAMS.cost(the, boat, sank) + NGRAMS.cost(boat, sank, sailed)
    assert cost(NGRAMS, (the, the), [boat], [sank, sailed]) == wanted


def test_no_words_cost_nothing_but_what_follows():
    the, boat, sank = ids("the boat sank")
    assert cost(NGRAMS, (the, boat), [], [sank]) == NGRAMS.cost(the, boat, sank)


def test_sixteen_units_are_a_nat():
    assert nats(24) == 1.5
