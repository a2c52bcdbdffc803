from __future__ import annotations

import unicodedata

import pytest

from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.steps.characters.hygiene.stage import Hygiene

STAGE = Hygiene()


def tidy(text: str) -> str:
    return apply(text, resolve(STAGE(Doc(text))))


def styled(text: str, first: int) -> str:
    """Write ASCII letters in the mathematical alphabet whose capital A stands at a code point."""
    return "".join(
        chr(first + ord(letter) - ord("A"))
        if letter.isupper()
        else chr(first + 26 + ord(letter) - ord("a"))
        if letter.islower()
        else letter
        for letter in text
    )


BOLD, SANS_BOLD, MONO = 0x1D400, 0x1D5D4, 0x1D670


@pytest.mark.parametrize("alphabet", [BOLD, SANS_BOLD, MONO, 0x1D468, 0x1D4D0, 0x1D56C])
@pytest.mark.parametrize("words", ["Ferry", "Ferry late", "It is so", "A ferry at the pier: no one came!"])
def test_words_become_plain(alphabet, words):
    assert tidy(f"Read: {styled(words, alphabet)} today") == f"Read: {words} today"


def test_letters_that_mathematics_had_before_are_part_of_a_word():
    assert tidy("\U0001d4bd\u212f\U0001d4c1\U0001d4c1\u2134") == "hello"


def test_digits_are_part_of_it():
    assert tidy("\U0001d7d3\U0001d7ce% \U0001d428\U0001d41f\U0001d41f") == "50% off"


@pytest.mark.parametrize(
    "text",
    [
        "Let \U0001d465 \u2208 \u211d.",
        "\U0001d439 = \U0001d45a\U0001d44e",
        "\U0001d460\U0001d456\U0001d45b \U0001d465",
        "\U0001d44e\U0001d45f\U0001d454\U0001d45a\U0001d44e\U0001d465 = 3",
        "the fields \u2102, \u211d, \u211a and the ring \u2124",
        "the vector \U0001d42f and the matrix \U0001d400",
        "\U0001d538\U0001d539",
    ],
)
def test_formulas_stay(text):
    assert tidy(text) is text


def test_all_mathematical_letters_fold_as_unicode_says():
    letters = [chr(code) for code in range(0x1D400, 0x1D800) if unicodedata.category(chr(code)) != "Cn"]
    text = "".join(letters)
    assert tidy(text[:60]) == unicodedata.normalize("NFKC", text[:60])
