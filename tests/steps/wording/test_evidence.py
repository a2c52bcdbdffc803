"""Evidence grows with different phrases whose contexts ask for the fix, and falls with fixes that stand unspun."""

from __future__ import annotations

import math
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wording_cases import COUNTS, PLAIN, SPINNER, SPUN, family, filler, row, story, words_of

from cleantext.steps.wording.evidence import (
    _SELF,
    _SWITCH,
    _UNSPUN,
    NOTHING,
    PASSAGE_WORDS,
    Evidence,
    Scales,
    _explained,
    _Tally,
)

# The spinner, content with a single phrase, and one that is content with none.
ANY, NONE = (family(*(one for rows in SPINNER.rows for one in rows), gate=gate) for gate in (1, 0))


def weigh(text: str, table=SPINNER) -> Evidence:
    return Scales(table, COUNTS).weigh(words_of(text, table, COUNTS))


class TestWeight:
    def test_of_a_text_without_words_is_nothing(self):
        assert weigh(" \n") == NOTHING

    def test_of_a_text_without_phrases_speaks_for_nothing(self):
        evidence = weigh(filler(300), NONE)
        assert (evidence.weight <= 0, evidence.distinct, evidence.agreement) == (True, 0, 0)

    def test_of_fewer_different_phrases_than_the_family_needs_is_nothing(self):
        few, enough = (weigh(story(SPUN[:count] * 3)) for count in (4, 5))
        assert few == NOTHING
        assert enough.weight > 0
        assert enough.passages

    def test_of_next_to_no_phrases_is_less_than_of_any_that_are_meant(self):
        meant = family(*(row(spun, plain, keep=0.98) for spun, plain in zip(SPUN, PLAIN)))
        assert weigh(" ".join(SPUN[:5]), meant).weight > weigh(" ".join(SPUN[:4]), meant).weight == NOTHING.weight

    def test_grows_with_different_phrases(self):
        weights = [weigh(story(SPUN[:count]), ANY).weight for count in (0, 1, 5, 10, 20)]
        assert weights == sorted(weights)
        assert len(set(weights)) == 5

    def test_counts_a_phrase_twice_in_full_and_then_by_half_a_third_and_so_on(self):
        weights = [weigh("of " + story(SPUN[:1] * count), ANY).weight for count in range(1, 6)]
        gains = [after - before for before, after in pairwise(weights)]
        assert gains == pytest.approx([weights[0], weights[0] / 2, weights[0] / 3, weights[0] / 4])

    def test_counts_each_phrase_by_itself(self):
        one, other, both = (
            weigh("of " + story(words), ANY).weight for words in (SPUN[:1] * 3, SPUN[1:2] * 3, SPUN[:2] * 3)
        )
        assert both == pytest.approx(one + other)

    def test_of_a_phrase_repeated_is_less_than_of_as_many_different_ones(self):
        assert weigh(story(SPUN[:1] * 9), ANY).weight < weigh(story(SPUN[:9]), ANY).weight / 2

    def test_falls_with_each_fix_that_stands_unspun(self):
        weights = [weigh(story(SPUN[:10] + PLAIN[10 : 10 + count])).weight for count in (0, 3, 9)]
        assert weights == sorted(weights, reverse=True)
        assert len(set(weights)) == 3

    def test_is_less_where_contexts_do_not_ask_for_the_fix(self):
        assert weigh(" ".join(SPUN)).weight < weigh(story(SPUN)).weight

    def test_is_less_for_phrases_that_are_often_meant(self):
        meant = family(*(row(spun, plain, keep=0.9) for spun, plain in zip(SPUN, PLAIN)))
        assert weigh(story(SPUN), meant).weight < weigh(story(SPUN)).weight

    def test_counts_overlapping_phrases_once(self):
        longer = family(
            *SPINNER.rows[0], *(row(f"the {spun} of", f"the {plain} of") for spun, plain in zip(SPUN, PLAIN))
        )
        both = family(*(one for rows in longer.rows + SPINNER.rows[1:] for one in rows))
        assert weigh(story(SPUN[1:]), both).weight == weigh(story(SPUN[1:]), longer).weight > 0

    @given(text=st.lists(st.sampled_from(["the", "of", "\n", *SPUN[:4], *PLAIN[:4]]), max_size=60).map(" ".join))
    def test_is_the_same_each_time(self, text):
        assert weigh(text, ANY) == weigh(text, ANY)


class TestShare:
    def test_grows_with_the_part_that_is_replaced(self):
        shares = [weigh(story(SPUN[:count] + PLAIN[count:] * 4)).share for count in (2, 8, 14)]
        assert shares == sorted(shares)
        assert shares[0] < shares[-1]

    def test_is_the_highest_where_nothing_is_left_unspun(self):
        assert weigh(story(SPUN)).share == 0.7


class TestDistinct:
    def test_counts_different_phrases(self):
        assert weigh(story(SPUN[:6] * 3)).distinct == 6

    def test_leaves_out_phrases_that_say_little(self):
        rows = [
            row(spun, plain, keep=0.2 if place < 3 else 0.95) for place, (spun, plain) in enumerate(zip(SPUN, PLAIN))
        ]
        assert weigh(story(SPUN), family(*rows)).distinct == 3


class TestAgreement:
    def test_is_above_nothing_where_contexts_ask_for_the_fixes(self):
        assert weigh(story(SPUN[:5])).agreement > 1

    def test_is_below_nothing_where_contexts_ask_for_the_phrases(self):
        wrong = family(*(row(plain, spun) for spun, plain in zip(SPUN, PLAIN)))
        assert weigh(story(PLAIN[:5]), wrong).agreement < 0

    def test_is_an_average_of_different_phrases(self):
        assert weigh(story(SPUN[:5] * 2)).agreement == pytest.approx(weigh(story(SPUN[:5])).agreement)

    def test_leaves_out_what_is_often_meant(self):
        assert weigh(story(SPUN), family(*(row(spun, "plaina", keep=0.5) for spun in SPUN))).agreement == 0

    def test_asks_the_fix_that_fits_best(self):
        first, second = (family(row("spuna", *fixes), gate=1) for fixes in (("plaina", "rain"), ("rain", "plaina")))
        assert weigh("the spuna of", first).agreement == weigh("the spuna of", second).agreement > 0


class TestPassages:
    def test_of_a_document_spun_in_part_are_told_apart(self):
        genuine = story(PLAIN * 8)
        spun = story(SPUN * 4)
        assert [passage.is_spun for passage in weigh(f"{genuine} {spun}").passages] == [False] * 4 + [True] * 2
        assert [passage.is_spun for passage in weigh(f"{spun} {genuine}").passages][::5] == [True, False]

    def test_a_rest_shorter_than_half_of_one_joins_the_one_before(self):
        half = PASSAGE_WORDS // 2
        counts = [len(weigh(filler(2 * PASSAGE_WORDS + rest), NONE).passages) for rest in (0, half - 1, half)]
        assert counts == [2, 2, 3]

    def test_a_short_text_is_one(self):
        assert [passage[:2] for passage in weigh("the rain", NONE).passages] == [(0, 8)]

    @given(count=st.integers(1, 700))
    def test_cover_all_words_in_order(self, count):
        text = filler(count)
        passages = weigh(text, NONE).passages
        assert (passages[0].start, passages[-1].end) == (0, len(text))
        assert all(text[left.end : right.start] == " " for left, right in pairwise(passages))

    @given(
        tallies=st.lists(
            st.builds(
                _Tally,
                st.lists(st.tuples(st.floats(0, 60), st.sampled_from((1, 1 / 2, 1 / 3))), max_size=4),
                st.integers(0, 6),
            ),
            min_size=1,
            max_size=7,
        ),
        share=st.sampled_from((0.02, 0.2, 0.7)),
    )
    def test_no_other_labels_explain_the_document_better(self, tallies, share):
        gains = [
            sum(weight * math.log(1 + share * (ratio - _SELF)) for ratio, weight in ratios)
            + unspun * math.log(1 - _UNSPUN * share)
            for ratios, unspun in tallies
        ]

        def worth(labels) -> float:
            gained = sum(gain for gain, is_spun in zip(gains, labels) if is_spun)
            return gained - _SWITCH * sum(left != right for left, right in pairwise(labels))

        weight, labels = _explained(tallies, share)
        best = max(worth(labels) for labels in product((False, True), repeat=len(gains)) if any(labels))
        assert weight == pytest.approx(best)
        assert worth(labels) == pytest.approx(best)
