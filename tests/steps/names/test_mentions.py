"""Mentions: which stretches of a text name a person in full, and which do not."""

from __future__ import annotations

import time

import pytest

from cleantext.steps.names.corpus.mentions import mentions


def names(text: str) -> list[str]:
    return [mention.name for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The harbour master Tamar Kvirikashvili waved.", ["Tamar Kvirikashvili"]),
        ("Yesterday Oleksandra Brodska rang the bell.", ["Oleksandra Brodska"]),
        ("Georgian Foreign Minister Levan Mchedlidze flew home.", ["Levan Mchedlidze"]),
        ("He asked Farid al-Khatib’s brother, Walid al-Khatib.", ["Farid al-Khatib", "Walid al-Khatib"]),
        ("Talks with Ulrike von der Heide and Abdel Karim Sabbagh", ["Ulrike von der Heide", "Abdel Karim Sabbagh"]),
        ("On Monday Piet van den Broek slept.", ["Piet van den Broek"]),
        ("Peru's Rosa Quispe met Chile's Inés Huenchuman.", ["Rosa Quispe", "Inés Huenchuman"]),
        ("‘Rosa Quispe’ was painted on the boat, as was “Marek Dziuba”.", ["Rosa Quispe", "Marek Dziuba"]),
        ("T. R. Osgood and Mary L. Osgood signed.", ["Mary L. Osgood"]),
        ("Министр Тарас Вербовой приехал.", ["Тарас Вербовой"]),
        ("Ο υπουργός Νίκος Καραμπάς", ["Νίκος Καραμπάς"]),
        ("Dmitri Vasin Jr. left.", ["Dmitri Vasin Jr"]),
        ("Crown Prince Nasser bin Khalid slept.", ["Nasser bin Khalid"]),
    ],
)
def test_a_full_name_is_found_without_what_stands_around_it(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kvirikashvili waved, and so did Mr Brodsky.",
        "The Harbour Commission and the Blue Lagoon.",
        "LEVAN MCHEDLIDZE FLIES HOME",
        "see https://example.org/Tamar Kvirikashvili/x and mail Levan_Mchedlidze@example.org",
        "#Tamar @Levan Prince Charles",
        "Bergen University and Porto Airport",
        "the Levan Mchedlidze bridge",
        "Boeing 747 Max8 Delta2",
        "وصل الوزير 王毅 到",
    ],
)
def test_what_names_nobody_in_full_is_left_out(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Minister Levan Mchedlidze slept.", True),
        ("the journalist Levan Mchedlidze slept", True),
        ("Levan Mchedlidze, 47, slept.", True),
        ("Levan Mchedlidze, who slept", True),
        ("Here Levan Mchedlidze slept.", False),
    ],
)
def test_the_words_beside_a_name_may_say_that_it_is_a_person(text, told):
    assert [mention.is_person for mention in mentions(text)] == [told]


@pytest.mark.parametrize(
    "unit", ["A", "Aa ", "A. ", "Al-", "O'", "Aa de de de ", "\ud800Aa Bb", "Aa\x00Bb ", "\u202eAa Bb "]
)
def test_any_text_is_read_in_linear_time(unit):
    text = unit * (100_000 // len(unit))
    start = time.perf_counter()
    list(mentions(text))
    assert time.perf_counter() - start < 3
