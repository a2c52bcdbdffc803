"""One wrong reading undone, as edits that span no more than what changed."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cleantext.core.edit import apply
from cleantext.steps.characters.mojibake.recode import Reading, recoded, recoding_edits

LATIN = Reading("cp1252", "utf-8")


def edits(text: str, reading: Reading = LATIN, start: int = 0) -> list[tuple[int, int, str, str]]:
    return [edit[:4] for edit in recoding_edits(text, reading, start)]


@pytest.mark.parametrize(
    ("reading", "name"),
    [
        (LATIN, "cp1252>utf-8"),
        (Reading("mac_roman", "cp1252"), "mac-roman>cp1252"),
        (Reading("iso8859_15", "utf-8"), "iso-8859-15>utf-8"),
        (Reading("koi8_r", "cp1251"), "koi8-r>cp1251"),
    ],
)
def test_a_reading_is_named_as_people_write_encodings(reading, name):
    assert str(reading) == name
    text = recoded("é", Reading(reading.meant, reading.read)) or ""
    assert all(edit.rule == f"any.characters.mojibake/{name}" for edit in recoding_edits(text, reading, 0))


@pytest.mark.parametrize(
    ("text", "reading", "said"),
    [
        ("thÃ© glacÃ©", LATIN, "thé glacé"),
        ("ˆ la carte", Reading("mac_roman", "cp1252"), "ö la carte"),
        ("Ïðèâåò", Reading("cp1252", "cp1251"), "Привет"),
        ("日", LATIN, None),
        ("é", LATIN, None),
        ("\ud800", LATIN, None),
        ("", LATIN, ""),
    ],
)
def test_a_text_is_read_again(text, reading, said):
    assert recoded(text, reading) == said


def test_an_edit_is_the_run_that_changes():
    assert edits("le thÃ© glacÃ© est prÃªt") == [(5, 7, "Ã©", "é"), (12, 14, "Ã©", "é"), (21, 23, "Ãª", "ê")]


def test_letters_side_by_side_are_one_edit():
    assert edits("xÃ©Ã¨y") == [(1, 5, "Ã©Ã¨", "éè")]


def test_characters_that_stay_are_in_no_edit():
    reading = Reading("cp1252", "iso8859_2")
    assert edits("só¹a", reading) == [(2, 3, "¹", "š")]


def test_spans_are_those_of_the_text_that_the_piece_stands_in():
    assert edits("Ã©", start=40) == [(40, 42, "Ã©", "é")]


@pytest.mark.parametrize("text", ["", "plain", "\0", "a\nb"])
def test_what_reads_the_same_has_no_edits(text):
    assert edits(text) == []


@pytest.mark.parametrize("meant", ["utf-8", "gbk", "cp932", "cp949", "big5", "euc_jp"])
def test_two_multi_byte_encodings_stay_in_step(meant):
    said = {"cp949": "바다 a 마을", "big5": "海邊 a 村"}.get(meant, "海 a 山")
    for read in ("cp1252", "latin-1", "cp437", "gbk"):
        reading = Reading(read, meant)
        text = recoded(said, Reading(meant, read)) if read != meant and meant != "utf-8" else None
        if text is not None:
            assert apply(text, list(recoding_edits(text, reading, 0))) == said


@pytest.mark.parametrize("said", ["Żółw i źdźbło", "дом у реки", "η γάτα", "海の日", "👍🏽 gut", "a", "á b ć d"])
@pytest.mark.parametrize("read", ["cp1252", "cp1251", "mac_roman", "cp437", "koi8_r", "latin-1"])
def test_the_edits_make_the_reading(said, read):
    text = "".join(bytes([byte]).decode(read, "ignore") or chr(byte) for byte in said.encode("utf-8"))
    made = list(recoding_edits(text, Reading(read, "utf-8"), 0))
    assert apply(text, made) == said
    assert all(edit.before != edit.after for edit in made)
    assert all(before.end < after.start for before, after in pairwise(made))
