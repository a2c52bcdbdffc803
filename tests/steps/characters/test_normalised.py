"""The NFC test against Python's own, character by character, run by run, and in time."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from conftest import texts
from hypothesis import given
from hypothesis import strategies as st

from cleantext.steps.characters import normalised
from cleantext.steps.characters.normalised import is_nfc

_MARKED = (
    "ae\u0301\u0323\u0304\u0653\u0627\u0654\n \u093c\u0915\u0958\u094d\u1100\u1161\u11a8\uac00\u00e9\u1e69\u0f71\u0f73"
)
_marked = st.text(st.sampled_from(_MARKED + "\u2126\U0001d15e\U000110a5\U000110b9\U000110ba\u0fb2\u0f80"), max_size=9)
_FAR = "\u0654" + "a" * 9_000


def test_every_character_that_is_not_plain_is_looked_at():
    for code in range(0x110000):
        character = chr(code)
        if unicodedata.combining(character) or not unicodedata.is_normalized("NFC", character):
            assert re.search(normalised._OPEN, character), hex(code)


def test_every_character_that_composes_with_the_one_before_is_looked_at():
    for code in range(0x80, 0x110000):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and "<" not in parts[0]:
            first, second = (chr(int(part, 16)) for part in parts)
            if unicodedata.normalize("NFC", first + second) != chr(code):
                continue
            assert re.search(normalised._OPEN, second), hex(code)
            assert second > "\uffff" or re.search(normalised._UNDECIDED, second), hex(code)


@given(text=texts)
def test_any_text_is_judged_as_python_judges_it(text):
    assert is_nfc(text) == unicodedata.is_normalized("NFC", text)


@given(text=_marked)
def test_marks_are_judged_as_python_judges_them(text):
    assert is_nfc(text) == unicodedata.is_normalized("NFC", text)


@given(text=_marked)
def test_what_stands_behind_the_sample_is_judged_too(text):
    assert is_nfc(_FAR + text) == unicodedata.is_normalized("NFC", _FAR + text)


@pytest.mark.parametrize(
    "pile",
    [
        "a" + "\u0301\u0323" * 40_000,
        "a" + "\u0323" * 40_000 + "\u0301" * 40_000,
        "x" + "\u1161" * 80_000,
        "\u0958" * 80_000,
    ],
    ids=["unsorted", "sorted", "vowels", "excluded"],
)
def test_a_pile_of_marks_takes_no_more_time_than_its_length_deserves(pile):
    start = time.perf_counter()
    is_nfc(pile)
    assert time.perf_counter() - start < 3
