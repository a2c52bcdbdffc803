from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.steps.names.comparing.sounds import likeness, sound


def alike(a: str, b: str) -> float:
    return likeness(sound(a), sound(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Schukow", "Zhukov"),
        ("Tchernenko", "Chernenko"),
        ("Poliakoff", "Polyakov"),
        ("Loginov", "Логинов"),
        ("Kavaliou", "Ковалёв"),
        ("Hrytsenko", "Гриценко"),
        ("Farahani", "فراهانی"),
        ("Bouteflika", "بوتفليقة"),
        ("Rabin", "רבין"),
        ("Papandreou", "Παπανδρέου"),
        ("Shevardnadze", "შევარდნაძე"),
        ("Anouar", "Anwar"),
        ("Djalil", "Jalil"),
    ],
)
def test_spellings_of_one_word_are_alike(a: str, b: str) -> None:
    assert alike(a, b) > 0.85


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kim", "Kem"),
        ("Harris", "Hallis"),
        ("Karimi", "Karimian"),
        ("Romanov", "Romanchuk"),
        ("Petrovsky", "Pokrovsky"),
        ("Rahmani", "رضایی"),
    ],
)
def test_words_that_only_look_alike_are_less_so(a: str, b: str) -> None:
    assert alike(a, b) < 0.85


def test_short_vowels_are_free_beside_arabic_and_consonants_are_not() -> None:
    assert alike("Tabrizi", "تبریزی") > 0.95
    assert alike("Tabrizi", "تبریز") < alike("Tabriz", "تبریز")


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_has_no_direction_and_stays_between_0_and_1(a: str, b: str) -> None:
    assert likeness(sound(a), sound(b)) == likeness(sound(b), sound(a))
    assert 0 <= likeness(a, b) <= 1


def test_a_line_without_end_is_no_slower_than_a_word() -> None:
    assert likeness("ab" * 50_000, "ba" * 50_000) >= 0
    assert len(sound("x" * 100_000)) < 200
