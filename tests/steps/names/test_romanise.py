from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.steps.names.comparing.romanise import bare, fold, romanise, script
from cleantext.steps.names.comparing.romanise_abjad import skeleton
from cleantext.steps.names.comparing.romanise_asian import chinese, syllables


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("Щукін", "shchukin"),
        ("Живков", "zhivkov"),
        ("Ђорђевић", "djordjevich"),
        ("Χατζηδάκης", "khatzidakis"),
        ("Գրիգորյան", "grigoryan"),
        ("ჯავახიშვილი", "javakhishvili"),
        ("Łukasik", "lukasik"),
        ("Yıldırım", "yildirim"),
        ("शर्मा", "sharma"),
        ("さくら", "sakura"),
    ],
)
def test_letters_of_many_scripts_become_latin(word: str, latin: str) -> None:
    assert romanise(fold(word)) == latin


def test_the_stroke_is_dj_in_croatian_and_d_in_vietnamese() -> None:
    assert romanise(fold("Đurić")) == "djurich"
    assert romanise(fold("Đặng")) == "dang"


def test_a_latin_letter_among_cyrillic_ones_is_read_as_its_twin() -> None:
    assert fold("ПOПOB") == "попов"


def test_marks_come_off_without_a_guess_at_their_sound() -> None:
    assert bare(fold("Šťastný")) == "stastny"


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("abc", "latin"),
        ("ж", "cyrillic"),
        ("ש", "hebrew"),
        ("م", "arabic"),
        ("金", "han"),
        ("김", "hangul"),
        ("", "latin"),
    ],
)
def test_a_word_tells_its_script(word: str, name: str) -> None:
    assert script(word) == name


def test_a_skeleton_has_consonants_and_what_may_be_long_vowels() -> None:
    assert skeleton("کریمی") == "*krYmY"
    assert skeleton("שמיר") == "*SmYr"


def test_ideographs_and_hangul_are_cut_into_syllables() -> None:
    assert syllables("陈明") == ["chen", "ming"]
    assert syllables("박민수") == ["park", "min", "su"]


def test_two_systems_of_chinese_give_one_spelling() -> None:
    pinyin = chinese([("zhang", False), ("xueliang", False)])
    wade = chinese([("zhang", False), ("hsueh", True), ("liang", False)])
    assert pinyin == wade


def test_a_name_that_is_not_chinese_stays_whole() -> None:
    words = [("gordon", False), ("chang", False)]
    assert chinese(words) == words


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert romanise(fold(text)).isascii()
