"""The kind of character that a code point is: block and category, Han and Hangul by how common they are."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from cleantext.core.classes import class_of


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("a", "ascii Ll"),
        ("A", "ascii Lu"),
        ("7", "ascii Nd"),
        ("\x92", "c1 Cc"),
        ("£", "signs Sc"),
        ("é", "latin Ll"),
        ("Ő", "latin Lu"),
        ("ệ", "latin Ll"),
        ("ʃ", "ipa Ll"),
        ("\u0301", "mark Mn"),
        ("ψ", "greek Ll"),
        ("ᾳ", "greek Ll"),
        ("Ж", "cyrillic Lu"),
        ("ө", "cyrillic Ll"),
        ("ք", "armenian Ll"),
        ("ש", "hebrew Lo"),
        ("ع", "arabic Lo"),
        ("ی", "arabic Lo"),
        ("क", "devanagari Lo"),
        ("ि", "devanagari Mc"),
        ("ত", "bengali Lo"),
        ("ழ", "tamil Lo"),
        ("ท", "thai Lo"),
        ("ლ", "georgian Ll"),
        ("ሰ", "ethiopic Lo"),
        ("“", "punctuation Pi"),
        ("…", "punctuation Po"),
        ("™", "letterlike So"),
        ("½", "signs No"),
        ("∑", "mathematics Sm"),
        ("┌", "box So"),
        ("の", "hiragana Lo"),
        ("ア", "katakana Lo"),
        ("ｱ", "half-kana Lo"),
        ("Ａ", "wide Lu"),
        ("\ue000", "private Co"),
        ("\ufffd", "special So"),
        ("\ud800", "surrogate Cs"),
        ("\ufeff", "format Cf"),
        ("😀", "picture So"),
        ("\U000f0000", "private Co"),
    ],
)
def test_a_class_is_a_block_and_a_category(character, expected):
    assert class_of(character) == expected


@pytest.mark.parametrize("character", "的人一大国")
def test_han_in_daily_use_is_common(character):
    assert class_of(character) == "han-common Lo"


@pytest.mark.parametrize("character", "錕鐢嬮彜㐀𠀀")
def test_han_that_hardly_anyone_writes_is_not(character):
    assert class_of(character) in ("han-rare Lo", "han-some Lo")


@pytest.mark.parametrize("character", "한가은마을")
def test_hangul_in_daily_use_is_common(character):
    assert class_of(character) == "hangul Lo"


@pytest.mark.parametrize("character", "뷁믃궯")
def test_hangul_that_hardly_anyone_writes_is_not(character):
    assert class_of(character) == "hangul-rare Lo"


def test_capitals_and_small_letters_differ_by_their_category_alone():
    for small in "aéőñжψქ":
        block, category = class_of(small).split(" ")
        capital = class_of(small.upper()).split(" ")
        assert category == "Ll"
        assert capital == [block, "Lu"]


def test_every_code_point_has_a_class_with_its_category():
    for code in range(0, sys.maxunicode + 1, 61):
        block, category = class_of(chr(code)).split(" ")
        assert block
        assert category == unicodedata.category(chr(code))
