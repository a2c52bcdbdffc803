"""Restored words take on the capitals, apostrophes and articles of their place."""

from __future__ import annotations

import pytest
from conftest import texts
from hypothesis import given
from wording_cases import COUNTS, family, row, words_of

from cleantext.core.edit import Edit, apply
from cleantext.steps.wording.channel import Option
from cleantext.steps.wording.decoder import Choice
from cleantext.steps.wording.restore import braces
from cleantext.steps.wording.restore import restored as edits_of


def proposed(text: str, spun: str, fix: str, confidence: float = 1.0) -> list[Edit]:
    words = words_of(text, family(row(spun, fix)), COUNTS)
    choices = [Choice(arc, Option(fix, (0,), 0.0, 0), confidence) for arc in words.arcs]
    return edits_of(text, words, choices)


def restored(text: str, spun: str, fix: str) -> str:
    return apply(text, proposed(text, spun, fix))


def unbraced(text: str) -> str:
    return apply(text, list(braces(text, 0, len(text), "r.x/a")))


class TestCapitals:
    @pytest.mark.parametrize(
        ("text", "spun", "fix", "after"),
        [
            ("Vacationers came", "vacationers", "tourists", "Tourists came"),
            ("the vacationers", "vacationers", "tourists", "the tourists"),
            ("A lot of rain", "a lot of", "much", "Much rain"),
            ("the Center East", "Center East", "Middle East", "the Middle East"),
            ("Privateness Coverage", "Privateness Coverage", "privacy policy", "privacy policy"),
            ("Vacationers", "vacationers", "émigrés", "Émigrés"),
            ("Vacationers", "vacationers", "U.S. tourists", "U.S. tourists"),
        ],
    )
    def test_follow_the_phrase(self, text, spun, fix, after):
        assert restored(text, spun, fix) == after


class TestApostrophes:
    @pytest.mark.parametrize(
        ("text", "after"),
        [("they’re nonetheless here", "they’re still here"), ("they're nonetheless here", "they're still here")],
    )
    def test_take_the_shape_of_those_in_the_phrase(self, text, after):
        assert restored(text, "they're nonetheless", "they're still") == after

    def test_that_the_phrase_has_not_take_the_shape_of_the_texts(self):
        assert (
            restored("“It’s the world of youngsters”", "world of youngsters", "kids' world") == "“It’s the kids’ world”"
        )

    def test_may_go(self):
        assert restored("1000’s of people", "1000's of", "thousands of") == "thousands of people"


class TestArticles:
    @pytest.mark.parametrize(
        ("text", "after"),
        [
            ("a settlement", "an agreement"),
            ("an settlement", "an agreement"),
            ("A settlement", "An agreement"),
            ("It is (a settlement)", "It is (an agreement)"),
            ("a\tsettlement", "an\tagreement"),
            ("the settlement", "the agreement"),
            ("a good settlement", "a good agreement"),
            ("visa settlement", "visa agreement"),
            ("a\nsettlement", "a\nagreement"),
        ],
    )
    def test_gain_an_n_before_a_vowel(self, text, after):
        assert restored(text, "settlement", "agreement") == after

    @pytest.mark.parametrize(
        ("text", "after"),
        [("an agency", "a firm"), ("An agency", "A firm"), ("a agency", "a firm"), ("than agency", "than firm")],
    )
    def test_lose_it_before_a_consonant(self, text, after):
        assert restored(text, "agency", "firm") == after

    @pytest.mark.parametrize("text", ["bigger than  agency", "an urban  agency", "the clan\t\tagency"])
    def test_are_no_ends_of_other_words(self, text):
        assert restored(text, "agency", "firm") == text.replace("agency", "firm")

    @pytest.mark.parametrize("text", ["by sea   settlement", "a visa \t settlement"])
    def test_are_no_last_letters_of_other_words(self, text):
        assert restored(text, "settlement", "agreement") == text.replace("settlement", "agreement")

    @pytest.mark.parametrize("phrase", ["an hour", "a union", "an MP", "a U.S. firm", "an 8-year plan"])
    def test_go_by_the_sound_of_the_restored_words(self, phrase):
        article, meant = phrase.split(" ", 1)
        wrong = {"a": "an", "an": "a"}[article]
        assert restored(f"{wrong} thingy", "thingy", meant) == restored(f"{article} thingy", "thingy", meant) == phrase

    @pytest.mark.parametrize(
        ("text", "spun", "fix"),
        [
            ("a UN refugee company", "UN refugee company", "UN refugee agency"),
            ("a US greenback", "US greenback", "US dollar"),
            ("an NFT assortment", "NFT assortment", "NFT collection"),
            ("an 18-yard field", "18-yard field", "18-yard box"),
        ],
    )
    def test_stay_before_a_word_that_stays(self, text, spun, fix):
        assert restored(text, spun, fix) == text.replace(spun, fix)

    def test_are_mended_for_the_reason_and_as_surely_as_their_word(self):
        article, word = proposed("a settlement", "settlement", "agreement", 0.7654321)
        assert article == Edit(0, 1, "a", "an", word.rule, word.confidence)

    def test_are_left_where_they_agree(self):
        assert len(proposed("an agency", "agency", "agreement")) == 1


def test_an_edit_tells_row_span_and_confidence():
    assert proposed("two vacationers", "vacationers", "tourists", 0.7654321) == [
        Edit(4, 15, "vacationers", "tourists", "en.wording.test/vacationers", 0.765)
    ]


class TestBraces:
    @pytest.mark.parametrize(
        ("text", "after"),
        [
            ("they say {that a} vote", "they say that a vote"),
            ("{a} and {it's so}", "a and it's so"),
            ("“{the}”", "“the”"),
        ],
    )
    def test_around_plain_words_go(self, text, after):
        assert unbraced(text) == after

    @pytest.mark.parametrize(
        "text",
        ["{}", "{ that }", "{That}", "{x=1}", "{1}", "{that", "that}", "{that\na}", "{" + "a" * 60 + "}", "{a;b}"],
    )
    def test_around_anything_else_stay(self, text):
        assert unbraced(text) == text

    @pytest.mark.parametrize("text", ["{{that a}}", "{{{that a}}}", "${name}"])
    def test_of_code_and_templates_are_left_or_go_at_once(self, text):
        assert unbraced(unbraced(text)) == unbraced(text)

    def test_outside_the_span_stay(self):
        text = "{a} {b} {c}"
        assert apply(text, list(braces(text, 3, 8, "r.x/a"))) == "{a} b {c}"

    @given(text=texts)
    def test_nothing_but_braces_goes(self, text):
        gone = [edit.before for edit in braces(text, 0, len(text), "r.x/a")]
        assert len(unbraced(text)) == len(text) - len(gone)
        assert set(gone) <= {"{", "}"}
