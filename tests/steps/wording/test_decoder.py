"""The decoder takes the best path through all that the phrases of a text may stand for."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wording_cases import family, ngrams_of, row, words_of

from cleantext.steps.wording.arcs import Arc, Words
from cleantext.steps.wording.channel import Channel, Option
from cleantext.steps.wording.decoder import _CONTEXT, Choice, Prior, alone, decode, judge
from cleantext.steps.wording.habits import Habits
from cleantext.steps.wording.ngrams import UNIT

NGRAMS = ngrams_of(
    *["the central bank said so"] * 4,
    *["the bank of the river"] * 4,
    *["a central institution"] * 2,
    "the financial institution",
    "on the river in the summer",
    "the heart of the river",
    "heart disease",
    "hot core",
)
TABLE = family(
    row("financial institution", "bank", keep=0.3),
    row("institution", "school", keep=0.6),
    row("central financial", "middle money", keep=0.5),
    row("mentioned", "said", keep=0.2),
    row("the core", "the heart", "centre", keep=0.5),
    row("core", "heart", "summer", keep=0.5),
    row("on", "in", keep=0.6),
)
SILENT = Habits({})
EVEN = Prior(0.0, SILENT)
VOCABULARY = ["the", "central", "financial", "institution", "mentioned", "core", "on", "river", "so", "of", "summer"]
lines = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=9)
shares = st.floats(-3, 3)


def decided(text: str, prior: Prior = EVEN, table=TABLE) -> tuple[Words, list[Choice]]:
    words = words_of(text, table, NGRAMS)
    return words, list(decode(words, words.arcs, Channel(NGRAMS), prior))


def fixes(text: str, prior: Prior = EVEN, table=TABLE) -> list[str]:
    return [choice.option.fix for choice in decided(text, prior, table)[1]]


def judged(text: str, prior: Prior = EVEN, table=TABLE) -> list[tuple[Choice, bool]]:
    words, channel = words_of(text, table, NGRAMS), Channel(NGRAMS)
    path = list(decode(words, words.arcs, channel, prior))
    return list(judge(words, words.arcs, path, channel, prior))


def every_path(words: Words, token: int = 0) -> Iterator[list[Choice]]:
    """Yield every way to leave or replace what stands from a token on."""
    if token >= len(words.spans):
        yield []
        return
    yield from every_path(words, token + 1)
    for arc in words.arcs:
        if arc.first == token:
            for option in Channel(NGRAMS).options(arc.row):
                for rest in every_path(words, arc.last):
                    yield [Choice(arc, option), *rest]


def gain(words: Words, path: list[Choice], prior: Prior) -> float:
    """Say what a path gains: the odds of its fixes, less a part of what its words cost."""
    line = list(words.context(0))
    token = 0
    for choice in path:
        line += [*words.ids[token : choice.arc.first], *choice.option.ids]
        token = choice.arc.last
    line += words.ids[token:]
    units = sum(map(NGRAMS.cost, line, line[1:], line[2:]))
    return (
        sum(one.option.odds + prior.of(one.arc, one.option) + alone(one.option) for one in path)
        - _CONTEXT / UNIT * units
    )


class TestDecode:
    @given(line=lines, share=shares)
    def test_no_other_path_gains_more(self, line, share):
        prior = Prior(share, Habits({("en.wording.test/on", "in"): 1.0}))
        words, path = decided(" ".join(line), prior)
        best = max(gain(words, other, prior) for other in every_path(words))
        assert gain(words, path, prior) == pytest.approx(best)

    @given(line=lines, share=shares)
    def test_choices_are_in_order_and_do_not_overlap(self, line, share):
        choices = decided(" ".join(line * 3), Prior(share, SILENT))[1]
        assert all(left.arc.last <= right.arc.first for left, right in pairwise(choices))

    @given(first=lines, second=lines, share=shares)
    def test_lines_are_decided_one_by_one(self, first, second, share):
        prior = Prior(share, SILENT)
        first_line, second_line = " ".join(first), " ".join(second)
        apart = fixes(first_line, prior) + fixes(second_line, prior)
        assert fixes(f"{first_line}\n{second_line}", prior) == apart

    @given(line=lines)
    def test_the_same_text_is_decided_alike(self, line):
        text = " ".join(line)
        assert decided(text)[1] == decided(text)[1]

    def test_of_overlapping_phrases_the_one_that_fits_is_taken(self):
        assert fixes("the central financial institution mentioned so") == ["bank", "said"]

    def test_a_text_without_phrases_has_no_choices(self):
        assert fixes("the river") == []

    def test_nothing_is_taken_where_the_odds_say_no(self):
        assert fixes("the central financial institution mentioned so", Prior(-20.0, SILENT)) == []

    def test_the_odds_of_one_row_change_with_its_habit(self):
        habits = [Prior(0.0, Habits({("en.wording.test/on", "in"): change})) for change in (-9.0, 9.0)]
        assert [fixes("so on so mentioned", habit) for habit in habits] == [["said"], ["in", "said"]]

    def test_the_word_before_decides(self):
        table = family(row("core", "heart", keep=0.5))
        assert [fixes(text, table=table) for text in ("the core", "hot core")] == [["heart"], []]

    def test_the_word_after_decides(self):
        table = family(row("core", "heart", keep=0.7))
        assert [fixes(text, table=table) for text in ("so core disease", "so core so")] == [["heart"], []]

    def test_of_two_fixes_the_one_that_fits_is_taken(self):
        table = family(row("season", "heart", "summer", keep=0.2))
        assert [fixes(text, table=table) for text in ("in the season", "the season of")] == [["summer"], ["heart"]]

    def test_a_fix_helps_the_one_beside_it(self):
        table = family(row("principal", "central", keep=0.05), row("establishment", "bank", keep=0.8))
        alone_, together = (fixes(f"the {word} establishment", table=table) for word in ("core", "principal"))
        assert (alone_, together) == ([], ["central", "bank"])


class TestJudge:
    @given(line=lines, share=shares)
    def test_tells_the_path_and_what_it_leaves_in_order(self, line, share):
        prior = Prior(share, SILENT)
        path = decided(" ".join(line), prior)[1]
        told = judged(" ".join(line), prior)
        assert [(choice.arc, choice.option) for choice, is_taken in told if is_taken] == [one[:2] for one in path]
        assert all(left.arc.last <= right.arc.first for (left, _), (right, _) in pairwise(told))

    @given(line=lines, share=st.floats(-30, 30))
    def test_confidence_is_a_probability(self, line, share):
        assert all(0 < choice.confidence <= 1 for choice, _ in judged(" ".join(line), Prior(share, SILENT)))

    @given(shares=st.tuples(shares, shares))
    def test_confidence_grows_with_the_share(self, shares):
        table = family(row("mentioned", "said"))
        low, high = (
            judged("so mentioned so", Prior(share, SILENT), table)[0][0].confidence for share in sorted(shares)
        )
        assert low <= high

    def test_a_phrase_alone_has_the_odds_that_the_decoder_saw(self):
        table = family(row("mentioned", "said"))
        words, path = decided("so mentioned so", table=table)
        ((choice, _),) = judged("so mentioned so", table=table)
        odds = gain(words, path, EVEN) - gain(words, [], EVEN)
        assert choice.confidence == pytest.approx(1 / (1 + math.exp(-odds)))

    def test_what_was_left_is_told_with_its_likeliest_fix(self):
        ((choice, is_taken),) = judged("the season of", Prior(-9.0, SILENT), family(row("season", "summer", "heart")))
        assert (choice.option.fix, is_taken, choice.confidence < 0.5) == ("heart", False, True)

    def test_what_overlaps_a_choice_is_not_told(self):
        told = judged("the central financial institution mentioned so")
        assert [choice.option.fix for choice, _ in told] == ["bank", "said"]

    def test_the_words_of_the_path_around_it_count(self):
        table = family(row("principal", "central", keep=0.05), row("establishment", "bank", keep=0.6))
        alone_ = judged("the core establishment", table=table)[-1][0]
        together = judged("the principal establishment", table=table)[-1][0]
        assert together.confidence > alone_.confidence

    def test_a_choice_is_known_by_what_it_says_not_by_being_the_same_object(self):
        # Two threads that share a channel may each have made the options of a row.
        words, path = decided("so mentioned so")
        assert [is_taken for _, is_taken in judge(words, words.arcs, path, Channel(NGRAMS), EVEN)] == [True]

    def test_a_text_without_phrases_has_nothing_to_tell(self):
        assert judged("the river") == []


def test_a_prior_adds_the_share_and_the_habit_of_the_row_and_its_fix():
    arc = Arc(0, 1, 0, row("on", "in", "at"))
    prior = Prior(-1.0, Habits({("en.wording.test/on", "in"): 0.25}))
    assert [prior.of(arc, Option(fix, (0,), 0.0, 0)) for fix in ("in", "at")] == [-0.75, -1.0]
