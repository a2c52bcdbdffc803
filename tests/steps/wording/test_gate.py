"""The gate opens for one family at most, on different phrases that their contexts do not ask for."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from conftest import texts
from hypothesis import given
from hypothesis import strategies as st
from wording_cases import COUNTS, PLAIN, SPINNER, SPUN, family, filler, row, story

from cleantext.core.doc import Doc
from cleantext.steps.wording.evidence import NOTHING, Evidence
from cleantext.steps.wording.gate import (
    _WINDOW,
    AGREEMENT,
    OPENS_AT,
    SHUT,
    SURE_AT,
    Gate,
    Reading,
    _is_open,
    has_words,
)
from cleantext.steps.wording.screen import Screen


@pytest.fixture(autouse=True)
def small_counts(monkeypatch):
    monkeypatch.setattr("cleantext.steps.wording.gate.packaged_ngrams", lambda: COUNTS)


def gate(*families) -> Gate:
    return Gate(lambda: families or (SPINNER,), lambda: Screen((spun, 4.0) for spun in SPUN))


def weigh(text: str, *families) -> Reading:
    return gate(*families).weigh(Doc(text))


def never():
    raise AssertionError("this was not to be built")


SPUN_TEXT = story(SPUN)


class TestOpens:
    def test_for_many_different_phrases_in_fitting_contexts(self):
        assert weigh(SPUN_TEXT).is_open

    def test_not_for_text_without_phrases(self):
        assert not weigh(filler(500)).is_open

    def test_not_for_one_phrase_repeated(self):
        assert not weigh(story(SPUN[:1] * 40)).is_open

    def test_not_below_sixty_words(self):
        words = SPUN_TEXT.split()
        few, enough = (weigh(" ".join(words[:count])) for count in (59, 60))
        assert (few.is_open, few.score, enough.is_open) == (False, 0, True)

    def test_not_for_fewer_different_phrases_than_the_family_needs(self):
        text = story(SPUN[:8]) + " " + filler(60)
        needs = [family(*(one for rows in SPINNER.rows for one in rows), gate=gate) for gate in (8, 9)]
        assert [weigh(text, one).is_open for one in needs] == [True, False]

    def test_not_where_contexts_do_not_ask_for_the_fixes_unless_phrases_are_very_many(self):
        telling = family(*(row(spun, plain, keep=0.02) for spun, plain in zip(SPUN, PLAIN)))
        few, many = (weigh(" ".join(words) + " " + filler(60), telling) for words in (SPUN[:8], SPUN * 2))
        evidence = few.windows[0].evidence
        assert evidence.agreement < AGREEMENT
        assert OPENS_AT < evidence.weight < SURE_AT < many.windows[0].evidence.weight
        assert (few.is_open, many.is_open) == (False, True)

    @pytest.mark.parametrize(
        ("weight", "needed"),
        [(OPENS_AT, AGREEMENT * (1 - OPENS_AT / SURE_AT)), (SURE_AT / 2, AGREEMENT / 2)],
        ids=["enough", "half of sure"],
    )
    def test_on_the_less_agreement_the_heavier_the_evidence_is(self, weight, needed):
        shown = [Evidence(weight, 0.5, 9, agreement, ()) for agreement in (needed - 0.01, needed + 0.01)]
        assert [_is_open(evidence, SPINNER) for evidence in shown] == [False, True]

    def test_on_none_at_all_where_the_evidence_is_sure(self):
        assert _is_open(Evidence(SURE_AT, 0.5, 9, -9.0, ()), SPINNER)

    def test_not_for_less_evidence_however_well_contexts_agree(self):
        shown = [Evidence(OPENS_AT + more, 0.5, 9, 9.0, ()) for more in (-0.01, 0.0)]
        assert [_is_open(evidence, SPINNER) for evidence in shown] == [False, True]


class TestFamilies:
    HALF = family(*(row(spun, plain, keep=0.2) for spun, plain in zip(SPUN[:10], PLAIN)), name="en.wording.half")

    @pytest.mark.parametrize("order", [1, -1])
    def test_only_the_one_with_most_evidence_opens(self, order):
        reading = weigh(SPUN_TEXT, *(self.HALF, SPINNER)[::order])
        assert (reading.is_open, reading.scales.family) == (True, SPINNER)

    @pytest.mark.parametrize("order", [1, -1])
    def test_one_that_opens_comes_before_one_that_scores_higher(self, order):
        demanding = family(*(one for rows in SPINNER.rows for one in rows), gate=99, name="en.wording.demanding")
        reading = weigh(SPUN_TEXT, *(self.HALF, demanding)[::order])
        assert (reading.is_open, reading.scales.family) == (True, self.HALF)

    def test_share_the_tokens_and_keep_their_own_phrases(self):
        other = family(row("rain", "storm"), name="en.wording.rain")
        gate_of_two = gate(SPINNER, other)
        reading = gate_of_two.weigh(Doc(SPUN_TEXT + " " + filler(60)))
        (window,) = reading.windows
        twin = window.words.for_family(other)
        assert twin.spans is window.words.spans
        assert {arc.row.spun for arc in window.words.arcs} == set(SPUN)
        assert {arc.row.spun for arc in twin.arcs} == {"rain"}
        assert (window.words.family, twin.family) == (SPINNER, other)

    @pytest.mark.parametrize("order", [1, -1])
    def test_are_weighed_by_their_own_phrases_whichever_comes_first(self, order):
        other = family(*(row(word, "storm") for word in ("rain", "town", "small")), gate=1, name="en.wording.rain")
        text = SPUN_TEXT + " " + filler(60)
        alone = weigh(text, SPINNER).windows[0].evidence
        assert weigh(text, *(SPINNER, other)[::order]).windows[0].evidence == alone

    @pytest.mark.parametrize("order", [1, -1])
    def test_the_one_with_more_phrases_is_named_where_none_has_enough(self, order):
        one = family(row("rain", "storm"), name="en.wording.rain")
        reading = weigh(story(SPUN[:4]) + " " + filler(60), *(one, SPINNER)[::order])
        # Filler of 60 words holds "rain" five times, and a family of one row lacks different phrases.
        assert (reading.windows[0].evidence, reading.scales.family.name) == (NOTHING, "en.wording.rain")
        assert reading.phrases == 5

    def test_none_at_all_leave_it_shut(self):
        assert Gate(lambda: (), lambda: Screen([])).weigh(Doc(SPUN_TEXT)) == SHUT


class TestScore:
    def test_grows_with_the_evidence_and_stays_between_0_and_1(self):
        scores = [weigh(story(SPUN[:count]) + " " + filler(60)).score for count in (0, 2, 5, 10, 20)]
        assert scores == sorted(scores)
        assert 0 <= scores[0] < 0.05 < 0.95 < scores[-1] <= 1

    @given(words=st.lists(st.sampled_from([*SPUN, *PLAIN, "the", "of", "\n"]), min_size=60, max_size=120))
    def test_is_above_one_half_where_the_evidence_would_open_the_gate(self, words):
        reading = gate().weigh(Doc("in " * 60 + " ".join(words)))
        evidence = reading.windows[0].evidence
        assert (reading.score >= 0.5) is _is_open(evidence._replace(distinct=SPINNER.gate), SPINNER)
        assert 0 <= reading.score <= 1

    @given(text=texts)
    def test_of_any_text_is_between_0_and_1(self, text):
        assert 0 <= gate().weigh(Doc(text)).score <= gate().weigh(Doc(text + " " + text)).score + 1 <= 2

    @pytest.mark.parametrize("text", ["", " \n", "\0", "\ud800" * 200])
    def test_of_next_to_nothing_is_low(self, text):
        assert weigh(text).score < 0.05


class TestScreen:
    def test_below_sixty_words_nothing_is_built(self):
        assert Gate(never, never).read(Doc(" ".join(SPUN_TEXT.split()[:59]))) == SHUT

    def test_what_it_does_not_let_through_is_not_weighed(self):
        assert Gate(never, lambda: Screen([("rain", 1.0)])).read(Doc(SPUN_TEXT)) == SHUT

    def test_what_it_lets_through_is_weighed_in_full(self):
        assert gate().read(Doc(SPUN_TEXT)).windows[0].evidence == weigh(SPUN_TEXT).windows[0].evidence

    def test_is_not_asked_where_weighing_is_wanted(self):
        assert Gate(lambda: (SPINNER,), never).weigh(Doc(SPUN_TEXT)).is_open


class TestWindows:
    BOOK = filler(40_000)

    def test_cover_a_long_text_in_order(self):
        windows = [window.words for window in weigh(self.BOOK).windows]
        assert len(windows) > 1
        assert (windows[0].start, windows[-1].end) == (0, len(self.BOOK))
        assert all(left.end == right.start for left, right in pairwise(windows))

    def test_are_counted_together_for_the_number_of_phrases(self):
        reading = weigh(f"{SPUN_TEXT} {self.BOOK} {SPUN_TEXT}")
        assert len(reading.windows) > 1
        assert reading.phrases == 2 * len(SPUN)
        assert SHUT.phrases == 0

    def test_are_cut_at_white_space(self):
        assert all(self.BOOK[window.words.start] == " " for window in weigh(self.BOOK).windows[1:])

    def test_of_a_book_with_one_spun_page_are_read_alone(self):
        book = f"{self.BOOK} {SPUN_TEXT} {self.BOOK}"
        reading = gate().read(Doc(book))
        assert reading.is_open
        assert [SPUN_TEXT in book[window.words.start : window.words.end] for window in reading.windows] == [True]

    def test_a_document_is_as_spun_as_its_most_spun_window(self):
        reading = weigh(f"{self.BOOK} {SPUN_TEXT}")
        assert reading.score == pytest.approx(weigh(SPUN_TEXT).score, abs=0.05)

    @pytest.mark.parametrize("text", ["x" * 1_000_000, "in " * 60 + "x" * 1_000_000, " " * 1_000_000, "a b" * 300_000])
    def test_of_text_without_white_space_are_as_many(self, text):
        start = time.perf_counter()
        assert len(weigh(text).windows) <= len(text) // _WINDOW + 2
        assert time.perf_counter() - start < 20


@given(text=texts, least=st.integers(1, 60))
def test_words_are_counted_no_further_than_asked(text, least):
    assert has_words(text, least) is (len(text.split()) >= least)
