"""Promises 1 and 2 on damaged text: real words in many scripts, read wrongly once or twice, in whole or in part."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext import clean, explain
from cleantext.core.doc import Doc
from cleantext.core.edit import apply
from cleantext.core.tables import EIGHT_BIT, MULTI_BYTE, decode, encode
from cleantext.steps.characters.mojibake.stage import Mojibake

STEPS = ("characters/escapes", "characters/encoding")
_WORDS = (
    "Brücke", "grüßt", "„Öl“", "été", "à", "l’île", "« où »", "łódź", "źrebię", "kůň", "dážď", "hídőr",
    "fűtő", "şemsiye", "ığdır", "älg", "bøndene", "orðið", "þú", "ąžuolų", "ķiršus", "õues", "ngồi", "đến",
    "ọmọ", "ń", "¿Quién?", "niño", "manhã", "città", "è", "лодка", "ЛОДКА", "їжак", "љубав", "γάτα", "ΓΑΤΑ",
    "ילד", "قارب", "می‌خواهم", "नाव", "নদী", "மழை", "เรือ", "ნავი", "նավ", "小船", "漁夫", "海の日",
    "カメラ", "ｶﾒﾗ", "배를", "ሽማግሌ", "the", "boat", "and", "1½", "5 €", "20 °C", "x²", "№ 5", "TNFα",
    "café™", "👍🏽", "–", "…", "\xa0", "co\xadop", "\ufffd", "\x92", "\ud800", "\0",
)  # fmt: skip
_CODECS = (*EIGHT_BIT, *MULTI_BYTE, "utf-8")


def _misread(text: str, meant: str, read: str) -> str:
    """Read the bytes of a text with another encoding; as it is where that cannot be."""
    data = text.encode("utf-8", "replace") if meant == "utf-8" else encode(text, meant)
    return text if data is None else decode(data, read) or data.decode("utf-8", "replace")


words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8).map(" ".join)
damaged_words = st.tuples(words, st.sampled_from(_CODECS), st.sampled_from(_CODECS)).map(lambda one: _misread(*one))
twice = st.tuples(damaged_words, st.just("utf-8"), st.sampled_from(_CODECS)).map(lambda one: _misread(*one))
damaged_lines = st.lists(st.one_of(words, damaged_words, twice), min_size=1, max_size=3).map(" ".join)
damaged_texts = st.lists(damaged_lines, min_size=1, max_size=4).map("\n".join)


@given(text=damaged_texts)
def test_undo_gives_the_damage_back(text):
    assert explain(text, steps=STEPS).original() == text


@given(text=damaged_texts)
def test_repairing_twice_is_repairing_once(text):
    once = clean(text, steps=STEPS)
    assert clean(once, steps=STEPS) == once


@given(text=damaged_texts)
def test_the_edits_of_a_round_fit_and_are_disjoint(text):
    edits = tuple(Mojibake()(Doc(text)))
    apply(text, edits)
    assert all(before.end <= after.start for before, after in pairwise(edits))
    assert all(edit.before != edit.after for edit in edits)


@given(text=damaged_texts)
def test_the_same_text_has_the_same_repair_whatever_came_before(text):
    first = clean(text, steps=STEPS)
    clean("\n".join(reversed(text.split("\n"))), steps=STEPS)
    assert clean(text, steps=STEPS) == first


@pytest.mark.parametrize("end", ["", "\n", "\r\n", " \n\n"])
@given(text=damaged_lines)
def test_the_end_of_a_line_stays(end, text):
    assert clean(text + end, steps="characters/encoding").endswith(end)
