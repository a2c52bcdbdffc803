"""What a text said that was UTF-8, read as cp1252, and then lost characters: put back, or marked, never invented."""

from __future__ import annotations

import re

import pytest

from cleantext.steps.characters.mojibake.lossy import LOST, NO_BREAK, guesses

UNDEFINED = re.compile("[\x81\x8d\x8f\x90\x9d]")
SENTENCES = (
    "Díky za všechno, řekl Přemysl a šel domů.",
    "Gdy Łukasz wrócił do Łodzi, padał deszcz.",
    "Élodie a dit à Zoé que l’île était à vendre.",
    "Í gær fór Ágústa á fjallið með Þórði.",
    "Az Őrségben Ádám mutatta meg az utat.",
    "Bạn Tám đi chợ mua cá với bà Tư.",
)


def spoilt(text: str) -> str:
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode("utf-8"))


def guess_named(name: str, text: str) -> str | None:
    return next((guess.text for guess in guesses(text) if guess.name == name), None)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (NO_BREAK, "Ã  bientÃ´t, voilÃ  tout", "à bientôt, voilà tout"),
        ("undefined-as-question-mark", "Å?ukasz spotkaÅ‚ Å?ucjÄ™ w Å?odzi", "Łukasz spotkał Łucję w Łodzi"),
        ("lower-case", "mã¼ller grã¼ãÿt die mã¤dchen", "müller grüßt die mädchen"),
        ("nfkc", "dÃ©jÃ  vu, trÃ¨s drÃ´le", "déjà vu, très drôle"),
    ],
)
def test_each_way_of_losing_is_undone_under_its_name(name, text, said):
    assert guess_named(name, text) == said


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("mark", ["?", "", LOST])
def test_a_guess_has_the_letters_that_were_or_marks_what_is_unknown(sentence, mark):
    name = {"?": "undefined-as-question-mark", "": "undefined-dropped", LOST: "undefined-as-fffd"}[mark]
    text = UNDEFINED.sub(mark, spoilt(sentence))
    if text == spoilt(sentence):
        return
    found = guess_named(name, text)
    assert found is None or re.fullmatch(re.escape(found).replace(re.escape(LOST), "."), sentence)


def test_what_a_replacement_character_stood_for_is_not_invented():
    text = UNDEFINED.sub(LOST, spoilt("Łukasz i Łucja z Łodzi, mój Boże"))
    assert guess_named("undefined-as-fffd", text) == f"{LOST}ukasz i {LOST}ucja z {LOST}odzi, mój Boże"


@pytest.mark.parametrize(
    "text", ["", "plain", "L’été – « là »", "Straße, „Öl“?", "Привет?", "日本語", "\ud800", "\0", "wer? ä ö ü?"]
)
def test_a_clean_text_has_no_guesses(text):
    assert list(guesses(text)) == []


@pytest.mark.parametrize("text", ["Ã", "Ã ", "Ã?", "Â" * 300, "Ã ? ' \ufffd" * 40, "Ã\ud800", "ã\0ã", "â€" * 100])
def test_no_text_raises(text):
    for guess in guesses(text):
        assert guess.assumed > 0
        assert guess.text != text


def test_ways_that_are_many_do_not_multiply():
    assert len(list(guesses("Ã 'Ã? â€\" Å? " * 400))) <= 8
