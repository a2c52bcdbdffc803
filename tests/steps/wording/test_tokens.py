"""Tokens are words and single marks, and their spans are where they stand."""

from __future__ import annotations

import time

import pytest
from conftest import texts
from hypothesis import given
from hypothesis import strategies as st

from cleantext.core.match import fold
from cleantext.steps.wording.tokens import token_spans, tokens


@pytest.mark.parametrize(
    ("folded", "cut"),
    [
        ("the army's boats", "the army 's boats"),
        ("army-led", "army - led"),
        ("don't", "don't"),
        ("o'shea's", "o'shea 's"),
        ("rock'n'roll", "rock'n'roll"),
        ("the boys' boats", "the boys ' boats"),
        ("it's.", "it 's ."),
        ("4.2%", "4.2 %"),
        ("1,200,000", "1,200,000"),
        ("at 10.30, or", "at 10.30 , or"),
        ("the u.s. navy", "the u.s . navy"),
        ("in 1999.", "in 1999 ."),
        ("a_b", "a _ b"),
        ("a._b", "a . _ b"),
        ("...", ". . ."),
        ("straße", "straße"),
        ("\ufffdx", "\ufffd x"),
    ],
)
def test_a_text_is_cut_into(folded, cut):
    assert list(tokens(folded)) == cut.split(" ")


@pytest.mark.parametrize("folded", ["", " ", "\n\t\r\n", "\xa0\u2028"])
def test_white_space_has_no_tokens(folded):
    assert list(tokens(folded)) == []


@given(text=texts)
def test_nothing_but_white_space_is_left_out(text):
    folded = fold(text)
    assert "".join(tokens(folded)) == "".join(folded.split())


@given(text=texts)
def test_the_spans_of_a_text_hold_its_tokens(text):
    folded = fold(text)
    assert [folded[start:end] for start, end in token_spans(folded, 0, len(folded))] == list(tokens(folded))


@given(text=texts, ends=st.tuples(st.integers(0, 300), st.integers(0, 300)))
def test_the_spans_of_a_part_lie_inside_it_in_order(text, ends):
    start, end = sorted(min(place, len(text)) for place in ends)
    places = [place for span in token_spans(fold(text), start, end) for place in span]
    assert places == sorted(places)
    assert all(start <= place <= end for place in places)


@pytest.mark.parametrize("unit", ["'", ".", ",", "a'", "a.", "'s", "1,", "_", "a._", "x's", "\u0301", "a"])
def test_sixty_four_thousand_of_anything_are_cut_at_once(unit):
    folded = unit * (65_536 // len(unit))
    start = time.perf_counter()
    assert sum(map(len, tokens(folded))) == len(folded)
    assert time.perf_counter() - start < 1
