"""Which wrong readings are tried, and what one has to show."""

from __future__ import annotations

import pytest

from cleantext.core.tables import EIGHT_BIT, decode
from cleantext.steps.characters.mojibake import readings
from cleantext.steps.characters.mojibake.readings import (
    cost,
    is_impossible,
    is_shouted_down,
    legacy_candidates,
    likely_readings,
    mixes_alphabets,
    price,
    scripts,
    shape_gain,
    utf8_candidates,
)
from cleantext.steps.characters.mojibake.recode import Reading

RUSSIAN = "Лодка стоит у берега"


@pytest.mark.parametrize("read", EIGHT_BIT)
def test_utf8_read_with_any_table_has_what_it_said_among_its_candidates(read):
    said = "Ångström – “naïve”"
    text = decode(said.encode("utf-8"), read)
    assert text is not None
    assert said in {candidate.text for candidate in utf8_candidates(text)}


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
def test_every_layer_of_damage_is_a_candidate(depth):
    text = "möglich"
    for _ in range(depth):
        text = text.encode("utf-8").decode("latin-1")
    found = {candidate.text: candidate.readings for candidate in utf8_candidates(text)}
    assert len(found["möglich"]) == depth


@pytest.mark.parametrize("text", ["", "plain", "café", "Привет", "\ud800", "日本", "\0"])
def test_a_text_that_is_no_utf8_has_no_utf8_candidates(text):
    assert list(utf8_candidates(text)) == []


@pytest.mark.parametrize(
    ("meant", "read"),
    [("cp1251", "cp1252"), ("koi8_r", "latin-1"), ("cp866", "cp1251"), ("cp1251", "mac_roman"), ("cp1251", "koi8_r")],
)
def test_a_legacy_text_has_what_it_said_among_its_candidates(meant, read):
    candidates = legacy_candidates(RUSSIAN.encode(meant).decode(read))
    assert RUSSIAN in {candidate.text for candidate in candidates}
    assert candidates == sorted(candidates)
    assert candidates[0].text == RUSSIAN


@pytest.mark.parametrize("text", ["", "plain words", chr(0xD800), "\ufffd"])
def test_a_text_without_bytes_of_another_table_has_no_legacy_candidates(text):
    assert [candidate for candidate in legacy_candidates(text) if candidate.text != text] == []


def test_few_readings_get_a_second_look():
    found = likely_readings("Ïðèâåò, ìèð", encodable="Ïðèâåò, ìèð")
    assert len(found) <= readings._FINALISTS
    assert Reading("cp1252", "cp1251") in found or Reading("latin-1", "cp1251") in found


def test_a_reading_must_be_able_to_show_the_whole_text():
    assert not any(reading.read == "latin-1" for reading in likely_readings("Ïðèâåò", encodable="Ïðèâåò – да"))


@pytest.mark.parametrize("text", ["\x92", "a\ufffd", chr(0xD800), "\u0378", "\U000e0fff"])
def test_nobody_writes_controls_or_code_points_without_a_meaning(text):
    assert is_impossible(text)


@pytest.mark.parametrize("text", ["", "a\0", "é", "日本", "😀", "“so”", "\xa0", "\ufeff"])
def test_what_people_write_is_possible(text):
    assert not is_impossible(text)


@pytest.mark.parametrize("text", ["\U000f6f3f", "\U0010fffd"])
def test_nobody_writes_characters_of_the_private_planes(text):
    assert is_impossible(text)


@pytest.mark.parametrize(
    ("before", "after", "is_so"),
    [("ЗИМА", "гхлю", True), ("Зима", "гХЛЮ", False), ("ÇÈÌÀ", "ЗИМА", False), ("гхлю", "ЗИМА", False)],
)
def test_capitals_that_all_become_small_are_suspect(before, after, is_so):
    assert is_shouted_down(before, after) is is_so


@pytest.mark.parametrize(
    ("before", "after", "is_so"),
    [
        ("TNF\u00e1 levels", "TNFα levels", True),
        ("Ïðèâåò world", "Привет world", False),
        ("one two thré", "one two three", False),
        ("same", "same", False),
    ],
)
def test_a_repair_that_mixes_alphabets_in_a_word_is_suspect(before, after, is_so):
    assert mixes_alphabets(before, after) is is_so


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", set()),
        ("été naïve 5", {"latin"}),
        ("日本の ｱﾆﾒ", {"cjk"}),
        ("мир and paix", {"cyrillic", "latin"}),
        ("한국 αβ", {"hangul", "greek"}),
    ],
)
def test_scripts_are_those_of_the_letters(text, names):
    found = scripts(text)
    assert found - {"katakana"} == names


def test_a_script_more_costs_more():
    assert cost("дом ab") > cost("дом")


@pytest.mark.parametrize("one", [Reading("cp1252", "utf-8"), Reading("cp437", "cp866")])
def test_the_same_reading_again_costs_nothing(one):
    assert price((one, one, one)) == price((one,))
    assert price(()) == 0


def test_usual_readings_cost_less_than_rare_ones():
    assert price((Reading("cp1252", "utf-8"),)) < price((Reading("iso8859_10", "utf-8"),))


def test_the_order_of_classes_gets_better_by_a_right_reading():
    assert shape_gain("Ð´Ð¾Ð¼", "дом") > 0 > shape_gain("дом", "Ð´Ð¾Ð¼")
