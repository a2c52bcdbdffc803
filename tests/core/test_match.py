from __future__ import annotations

import sys

import pytest
from conftest import texts
from hypothesis import given
from hypothesis import strategies as st

from cleantext.core.match import Matcher, fold


class TestFold:
    def test_every_code_point_folds_to_one(self):
        assert [code for code in range(sys.maxunicode + 1) if len(fold(chr(code))) != 1] == []

    @given(text=texts)
    def test_the_folded_text_is_as_long_as_the_text(self, text):
        assert len(fold(text)) == len(text)

    @given(text=texts)
    def test_each_code_point_folds_by_itself(self, text):
        assert fold(text) == "".join(map(fold, text))

    @given(text=texts)
    def test_folding_twice_is_folding_once(self, text):
        assert fold(fold(text)) == fold(text)

    @given(text=texts)
    def test_the_folded_text_is_valid_unicode(self, text):
        fold(text).encode("utf-8")

    @pytest.mark.parametrize(
        ("text", "folded"),
        [
            ("", ""),
            ("ABC", "abc"),
            ("İSTANBUL", "istanbul"),
            ("It’s ‘so’", "it's 'so'"),
            ("a\u00a0b", "a b"),
            ("ΛΌΓΟΣ λόγος", "λόγοσ λόγοσ"),
            ("\ud800x\udfff", "\ufffdx\ufffd"),
            ("Straße", "straße"),
            ("ʼ“”", "ʼ“”"),
        ],
    )
    def test_one_form_stands_for_all(self, text, folded):
        assert fold(text) == folded


class TestMatcher:
    def test_nothing_is_found_in_an_empty_text(self):
        assert Matcher(["tea"]).find("") == []

    def test_without_phrases_nothing_is_found(self):
        assert Matcher([]).find("tea") == []

    def test_an_empty_phrase_is_refused(self):
        with pytest.raises(ValueError, match="phrase 1 is empty"):
            Matcher(["tea", ""])

    def test_a_phrase_is_folded(self):
        assert Matcher(["It’s TEA"]).find("it's tea") == [(0, 0, 8)]

    def test_a_phrase_inside_a_word_is_no_hit(self):
        assert Matcher(["tea"]).find("teas steal tea_") == []

    def test_a_phrase_inside_a_word_can_be_asked_for(self):
        assert Matcher(["tea"]).find_inside("teas steal") == [(0, 0, 3), (0, 6, 9)]

    def test_punctuation_is_a_border(self):
        assert Matcher(["tea"]).find("(tea)tea's") == [(0, 1, 4), (0, 5, 8)]

    def test_a_phrase_that_ends_in_a_sign_needs_no_border_there(self):
        assert Matcher(["%", "c++"]).find("5%x c++y") == [(0, 1, 2), (1, 4, 7)]

    def test_hits_may_overlap_and_the_longest_comes_first(self):
        assert Matcher(["tea", "tea time", "time for"]).find("tea time for") == [(1, 0, 8), (0, 0, 3), (2, 4, 12)]

    def test_a_shorter_hit_survives_a_longer_one_without_border(self):
        assert Matcher(["tea", "tea tim"]).find("tea time") == [(0, 0, 3)]

    def test_a_phrase_given_twice_is_found_twice(self):
        assert Matcher(["tea", "tea"]).find("tea") == [(0, 0, 3), (1, 0, 3)]

    def test_positions_are_code_points(self):
        assert Matcher(["tea"]).find(fold("😀 é \ud800 TEA")) == [(0, 6, 9)]

    def test_a_nul_is_a_character_like_others(self):
        assert Matcher(["a\0b"]).find("x a\0b") == [(0, 2, 5)]

    def test_scripts_without_spaces_have_no_borders(self):
        assert Matcher(["東京"]).find("在東京市") == [(0, 1, 3)]

    def test_hangul_words_have_borders(self):
        assert Matcher(["서울"]).find("서울시") == []

    def test_a_combining_mark_belongs_to_its_word(self):
        assert Matcher(["cafe"]).find(fold("cafe\u0301 cafe")) == [(0, 6, 10)]

    def test_a_vowel_sign_belongs_to_its_word(self):
        assert Matcher(["दिन"]).find("दिने दिन") == [(0, 5, 8)]

    @given(text=st.text("ab _", max_size=30), phrases=st.lists(st.text("ab ", min_size=1, max_size=4), max_size=4))
    def test_the_automaton_finds_what_a_search_at_every_place_finds(self, text, phrases):
        def is_hit(phrase: str, start: int) -> bool:
            end = start + len(phrase)
            if not text.startswith(phrase, start):
                return False
            open_left = start == 0 or not (text[start - 1].strip() and phrase[0].strip())
            open_right = end == len(text) or not (text[end].strip() and phrase[-1].strip())
            return open_left and open_right

        expected = sorted(
            (
                (number, start, start + len(phrase))
                for number, phrase in enumerate(phrases)
                for start in range(len(text))
                if is_hit(phrase, start)
            ),
            key=lambda hit: (hit[1], -hit[2], hit[0]),
        )
        assert Matcher(phrases).find(text) == expected
