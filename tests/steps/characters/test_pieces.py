"""Damage in a part of a line, where the rest is as it should be."""

from __future__ import annotations

import pytest

from cleantext.core.edit import apply
from cleantext.steps.characters.mojibake.pieces import chain_edits, legacy_pieces, looks_like_utf8, utf8_pieces
from cleantext.steps.characters.mojibake.recode import Reading


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("naïve cafÃ©, crÃ¨me brÃ»lÃ©e", "naïve café, crème brûlée"),
        ("Müller traf BjÃ¶rn und ÅsbjÃ¸rn", "Müller traf Björn und Åsbjørn"),
        ("Дом стоит Ð½Ð° горе", "Дом стоит на горе"),
        ("η γάτα ÎºÎ±Î¹ ο σκύλος", "η γάτα και ο σκύλος"),
        ("„Tak”, powiedział JÃ³zek z Å\x81odzi", "„Tak”, powiedział Józek z Łodzi"),
        ("日本の ã‚«ãƒ¡ãƒ© です", "日本の カメラ です"),
    ],
)
def test_runs_of_utf8_are_found_among_good_words(text, said):
    pieces = utf8_pieces(text)
    assert pieces is not None
    assert pieces.gain > 0
    assert apply(text, pieces.edits(text)) == said


def test_a_piece_knows_its_place_and_its_reading():
    text = "naïve cafÃ©"
    pieces = utf8_pieces(text)
    assert pieces is not None
    (piece,) = pieces.pieces
    assert text[piece.start : piece.end] == "Ã©"
    assert [str(reading) for reading in piece.readings] in (["cp1252>utf-8"], ["latin-1>utf-8"])


def test_a_piece_damaged_twice_is_read_twice():
    twice = "é".encode().decode("cp1252").encode().decode("cp1252")
    pieces = utf8_pieces(f"naïve caf{twice} – oui")
    assert pieces is not None
    assert [len(piece.readings) for piece in pieces.pieces] == [2]
    assert apply(f"naïve caf{twice} – oui", pieces.edits(f"naïve caf{twice} – oui")) == "naïve café – oui"


@pytest.mark.parametrize(
    "text", ["", "plain", "élan vital", "Лодка у берега", "日本の海", "\ud800", "\0", "Straße – „Öl“"]
)
def test_a_clean_line_has_no_pieces(text):
    assert utf8_pieces(text) is None
    assert legacy_pieces(text) is None


def test_legacy_words_are_found_among_words_that_are_no_such_bytes():
    text = "Старая мельница ñòîÿëà у реки и ìîë÷àëà"
    pieces = legacy_pieces(text)
    assert pieces is not None
    assert apply(text, pieces.edits(text)) == "Старая мельница стояла у реки и молчала"
    assert pieces.shape > 0


def test_a_word_that_shows_nothing_but_a_soft_hyphen_is_no_piece():
    assert legacy_pieces("Ста\xadрая мельница mill\xadstone") is None


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Ã©tÃ© Ã\xa0 la plage", True),
        ("Ð´Ð¾Ð¼ Ñƒ Ñ€ÐµÐºÐ¸", True),
        ("été à la plage", False),
        ("дом у реки", False),
        ("Ïðèâåò", False),
        ("日本語", False),
    ],
)
def test_a_text_that_is_mostly_utf8_is_known(text, is_so):
    assert looks_like_utf8(text) is is_so


def test_a_chain_of_readings_is_one_set_of_edits():
    twice = "é".encode().decode("cp1252").encode().decode("cp1252")
    reading = Reading("cp1252", "utf-8")
    text = f"caf{twice}"
    edits = chain_edits(text, (reading, reading), 10)
    assert [(edit.start, edit.end, edit.before, edit.after) for edit in edits] == [(13, 13 + len(twice), twice, "é")]
    assert edits[0].rule == "any.characters.mojibake/cp1252>utf-8,cp1252>utf-8"


@pytest.mark.parametrize("text", ["Ã" * 200, "\x81" * 200, "Ã©\ud800" * 50, "\0Ã©", "錕斤拷" * 50, "é" * 200])
def test_no_text_raises_and_edits_fit(text):
    for find in (utf8_pieces, legacy_pieces):
        pieces = find(text)
        if pieces is not None:
            apply(text, pieces.edits(text))
