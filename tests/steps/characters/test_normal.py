from __future__ import annotations

import unicodedata

import pytest
from conftest import texts
from hypothesis import given
from hypothesis import strategies as st

from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.steps.characters.normal import NormalForm

STAGE = NormalForm()
_marks = st.text(
    st.sampled_from("aeo \n\u0301\u0316\u0323\u0345\u1100\u1161\u11a8\u09c7\u09be\u212b\u2126\u0958\u0344"), max_size=20
)


def composed(text: str) -> str:
    return apply(text, resolve(STAGE(Doc(text))))


@given(text=st.one_of(texts, _marks))
def test_word_by_word_is_what_the_whole_is(text):
    assert composed(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "text", ["", "é", "x² ½ ™ ﬁ Ａ", "한국어", "שָׁ" if unicodedata.is_normalized("NFC", "שָׁ") else ""]
)
def test_a_composed_text_stays(text):
    assert composed(text) == text


def test_a_letter_and_its_mark_become_one():
    assert composed("cafe\u0301 A\u030alesund") == "café Ålesund"


def test_jamo_become_a_syllable():
    assert composed("\u1112\u1161\u11ab") == "한"


def test_marks_in_the_wrong_order_are_sorted():
    assert composed("q\u0307\u0323") == "q\u0323\u0307"


def test_a_mark_at_the_start_of_a_line_has_nothing_to_join():
    assert composed("e\n\u0301 \u0301") == "e\n\u0301 \u0301"


def test_the_edit_is_the_letter_alone():
    (edit,) = STAGE(Doc("the cafe\u0301s here"))
    assert (edit.start, edit.before, edit.after) == (7, "e\u0301", "é")


def test_a_hundred_marks_on_one_letter_are_taken():
    text = "a" + "\u0301\u0316" * 50
    assert composed(text) == unicodedata.normalize("NFC", text)


def test_a_pile_of_marks_that_would_take_quadratic_time_stays():
    text = "cafe\u0301 a" + "\u0301\u0316" * 2_000
    assert composed(text) == "caf\u00e9 a" + "\u0301\u0316" * 2_000
