from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.core.fold import fold
from cleantext.core.pattern import faults, keyword


class TestKeyword:
    @pytest.mark.parametrize(
        ("pattern", "word"),
        [
            (r"read more", "read"),
            (r"share (?:this )?story", "share"),
            (r"(?:please )?subscribe", "subscribe"),
            (r"(?:log|sign) in here", "here"),
            (r"\d{1,3} COMMENTS?", "comment"),
            (r"(?:newsletter){1,2}", "newsletter"),
            (r"(?:newsletter){0,2}", ""),
            (r"news|letter", ""),
            (r"[a-z]{3,9}", ""),
            (r"go in", ""),
            (r"(?!newsletter)x", ""),
            (r"", ""),
            (r"Фото: \w{1,20}", "фото"),
        ],
    )
    def test_it_is_the_longest_word_that_every_match_holds(self, pattern, word):
        assert keyword(pattern) == word

    @given(word=st.sampled_from(["Λόγος", "İstanbul", "ΟΔΟΣ", "Straße", "Ǆungla"]))
    def test_the_folded_keyword_stands_in_the_folded_match(self, word):
        assert fold(keyword(word)) in fold(word)

    def test_it_is_folded_as_texts_are(self):
        assert keyword("λόγος") == fold("λόγος")


class TestFaults:
    @pytest.mark.parametrize(
        "pattern",
        [
            r"read more",
            r"share (?:this )?(?:story|article)",
            r"\d{1,3} comments?",
            r"photo(?:graph)?: [^/]{1,60}/\w{1,40}",
            r"advertisement\d+",
            r"published \w{1,12} \d{1,2},? \d{4}",
        ],
    )
    def test_a_plain_bounded_pattern_has_none(self, pattern):
        assert faults(pattern) == []

    @pytest.mark.parametrize("pattern", ["(", "a{2,1}", "*", "news[", "(?P<x>news)(?P<x>y)"])
    def test_one_that_does_not_compile_is_told(self, pattern):
        assert "does not compile" in faults(pattern)[0]

    @pytest.mark.parametrize("pattern", ["", r"\w{1,5}", "a|b", "in a"])
    def test_one_without_a_keyword_is_told(self, pattern):
        assert any("no plain word" in fault for fault in faults(pattern))

    @pytest.mark.parametrize("pattern", [r"news(?:a+)+b", r"news(?:a*)*b", r"news(?:\w+\s?)+", r"news(?:a+){1,40}b"])
    def test_a_repeat_without_bound_inside_a_repeat_is_told(self, pattern):
        assert faults(pattern)

    @pytest.mark.parametrize("pattern", [r"news\w+\d+x", r"news.*letter", r".*news", r"\s+news"])
    def test_a_repeat_without_bound_that_can_run_on_is_told(self, pattern):
        assert faults(pattern)

    @pytest.mark.parametrize("pattern", [r"(news)\1", r"(news)(?(1)a|b)"])
    def test_a_back_reference_is_told(self, pattern):
        assert any("back-reference" in fault for fault in faults(pattern))

    def test_bounds_that_multiply_are_told(self):
        assert any("nested repeats" in fault for fault in faults(r"news(?:(?:ab){1,100}c){1,100}"))

    def test_a_repeat_of_what_repeats_the_same_letter_is_told(self):
        # 60 letters a can be cut into runs in 2 to the power of 59 ways.
        assert faults(r"news(?:a{1,40}){1,40}b")

    def test_a_repeat_of_alternatives_that_begin_alike_is_told(self):
        assert faults(r"news(?:a|ab?){1,100}c")

    def test_a_repeat_of_words_with_an_optional_gap_is_told(self):
        assert faults(r"news(?:\w{1,20}\s?){1,40}!")

    def test_an_atomic_group_hides_nothing(self):
        assert faults(r"news(?>(?:a+)+b)")

    def test_a_possessive_repeat_hides_nothing(self):
        assert faults(r"news(?:(?:a+)+b)++")

    @pytest.mark.parametrize("pattern", [r"news" + "(" * 500 + ")" * 500, r"news" + "(?:" * 3000 + ")" * 3000])
    def test_deep_nesting_is_told_or_taken_but_never_raises(self, pattern):
        assert isinstance(faults(pattern), list)

    @given(pattern=st.text(st.sampled_from("abcnews()[]{}|?*+.\\dws1,2^$-<>=!:"), max_size=20))
    def test_any_text_is_judged_without_raising(self, pattern):
        found = faults(pattern)
        if not found:
            re.compile(pattern)
