"""Habits: a document's own counts say whether a word stands for another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wording_cases import family, ngrams_of, row, words_of

from cleantext.steps.wording.channel import Channel
from cleantext.steps.wording.habits import Habits, habits

NGRAMS = ngrams_of("on in at some of them the rain")
# A text of 500 words should hold three "on" and nine "in".
ON = row("on", "in", keep=0.8, rate=6_000, fix_rate=18_000)
RARE = ON._replace(fix_per_million=5_000)


def text(on: int, meant: int, fix: str = "in", count: int = 500) -> str:
    words = ["on"] * on + [fix] * meant
    return " ".join(words + ["rain"] * (count - len(" ".join(words).split())))


def found(text: str, *rows, spun: list[tuple[int, int]] | None = None) -> Habits:
    words = words_of(text, family(*(rows or (ON,))), NGRAMS)
    spun = [(0, len(words.spans))] if spun is None else spun
    arcs = [arc for arc in words.arcs if any(first <= arc.first < last for first, last in spun)]
    return habits(words, arcs, Channel(NGRAMS), spun)


def change(text: str, one=ON, fix: str = "in", spun: list[tuple[int, int]] | None = None) -> float:
    return found(text, one, spun=spun).of(one.rule, fix)


class TestCommonWords:
    def test_odds_rise_where_the_meant_word_is_missing_and_the_spun_one_abounds(self):
        assert change(text(12, 0)) > 1

    def test_odds_fall_where_both_stand_as_often_as_they_should(self):
        assert change(text(18, 54, count=3_000)) < 0

    @given(on=st.integers(1, 20), meant=st.integers(0, 20))
    def test_each_meant_word_that_stands_lowers_the_odds(self, on, meant):
        assert change(text(on, meant + 1)) < change(text(on, meant))

    @given(on=st.integers(1, 20), meant=st.integers(0, 20))
    def test_each_spun_word_raises_the_odds(self, on, meant):
        assert change(text(on + 1, meant)) > change(text(on, meant))

    def test_a_fix_of_several_words_is_counted_whole(self):
        longer = row("on", "some of them", keep=0.8, rate=6_000, fix_rate=18_000)
        whole, parts = (change(text(8, 6, fix), longer, "some of them") for fix in ("some of them", "some of the"))
        assert whole < parts

    def test_each_row_has_its_own(self):
        at = row("at", "of", keep=0.8, rate=6_000, fix_rate=18_000)
        both = found(text(12, 0) + " at at at" + " of" * 36, ON, at)
        assert both.of(ON.rule, "in") > 0 > both.of(at.rule, "of")

    def test_a_row_that_is_never_kept_may_have_one(self):
        assert change(text(12, 0), ON._replace(keep=0.0)) <= 1


class TestOtherWords:
    @pytest.mark.parametrize(
        "silent",
        [
            RARE,
            ON._replace(per_million=float("inf")),
            ON._replace(per_million=0.0),
            ON._replace(fix_per_million=0.0),
        ],
        ids=["rare fix", "uncounted phrase", "phrase nobody writes", "uncounted fix"],
    )
    def test_say_nothing_by_being_many(self, silent):
        assert found(text(12, 0), silent) == Habits({})

    def test_in_a_short_text_say_nothing_by_being_many(self):
        assert found(text(3, 0, count=100)) == Habits({})

    def test_lower_the_odds_where_they_still_stand_up_to_twice(self):
        none, once, twice, often = (change(text(3, count), RARE) for count in (0, 1, 2, 9))
        assert none == 0 > once > twice == often

    def test_of_several_fixes_only_the_one_that_stands_is_less_likely(self):
        changes = found(text(3, 2, "at"), row("on", "in", "at"))
        assert [changes.of(ON.rule, fix) == 0 for fix in ("in", "at")] == [True, False]

    @pytest.mark.parametrize(("fix", "other"), [("zeppelin", "zebra"), ("8.0", "17"), ("1999", "2004")])
    def test_that_the_counts_do_not_know_are_not_each_other(self, fix, other):
        assert found(text(3, 2, other), row("on", fix)) == Habits({})


class TestPassages:
    def test_alone_are_expected_to_hold_the_words(self):
        assert found(text(12, 0), spun=[(0, 100)]) == Habits({})

    def test_that_are_genuine_say_nothing(self):
        mixed = text(12, 0) + "\n" + text(0, 200)
        assert change(mixed, spun=[(0, 500)]) == change(text(12, 0))

    def test_are_counted_together(self):
        apart = text(6, 0, count=250) + " " + "the " * 100 + text(6, 0, count=250)
        assert change(apart, spun=[(0, 250), (350, 600)]) == change(text(12, 0))

    def test_that_are_none_have_no_habits(self):
        assert found(text(12, 0), spun=[]) == Habits({})


def test_a_phrase_that_does_not_occur_has_no_habit():
    assert found(text(0, 9)) == Habits({})


def test_what_has_no_habit_keeps_its_odds():
    assert Habits({("en.wording.test/on", "in"): 0.5}).of("en.wording.test/on", "at") == 0
