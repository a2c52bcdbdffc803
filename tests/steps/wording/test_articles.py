"""Articles go by the sound of the word that follows them, and are found on its line, right before it."""

from __future__ import annotations

import time

import pytest
from conftest import texts
from hypothesis import given
from hypothesis import strategies as st

from cleantext.steps.wording.articles import Article, article_before, article_for, share_first_word, with_article_for


class TestSound:
    @pytest.mark.parametrize(
        "phrase",
        [
            "an agency",
            "an hour",
            "an hourly fee",
            "an honest man",
            "an honour",
            "an honorary degree",
            "an heir",
            "a hero",
            "a house",
            "a firm",
            "an Irish town",
        ],
    )
    @pytest.mark.parametrize("seen", ["a", "an"])
    def test_of_plain_words(self, phrase, seen):
        article, words = phrase.split(" ", 1)
        assert article_for(seen, words) == article

    @pytest.mark.parametrize(
        "phrase",
        [
            "a unanimous vote",
            "a university",
            "a union",
            "a unit",
            "a uniform",
            "a unique chance",
            "a user",
            "a usual day",
            "a utility",
            "a Ukrainian",
            "a ubiquitous sign",
            "a European",
            "a one-off",
            "a once great man",
            "a ewe",
            "an usher",
            "an umbrella",
            "an uninvited guest",
            "an unidentified man",
            "an unimportant man",
            "an onerous task",
            "an utter mess",
        ],
    )
    @pytest.mark.parametrize("seen", ["a", "an"])
    def test_of_words_whose_first_letter_misleads(self, phrase, seen):
        article, words = phrase.split(" ", 1)
        assert article_for(seen, words) == article

    @pytest.mark.parametrize(
        "phrase",
        [
            "an MP",
            "an NGO",
            "an SUV",
            "an FBI agent",
            "an HIV test",
            "a UN envoy",
            "a UK firm",
            "a U.S. firm",
            "a BBC crew",
            "a PhD",
            "a NATO ally",
            "an HTML page",
            "an 8-year plan",
            "an 80 % share",
            "an 11-year-old",
            "an 18-yard box",
            "a 1-year plan",
            "a 110-year plan",
            "a 7-year plan",
        ],
    )
    @pytest.mark.parametrize("seen", ["a", "an"])
    def test_of_letters_and_figures(self, phrase, seen):
        article, words = phrase.split(" ", 1)
        assert article_for(seen, words) == article

    def test_of_a_vowel_with_an_accent(self):
        assert article_for("a", "émigré") == "an"

    @pytest.mark.parametrize(("seen", "wanted"), [("A", "An"), ("An", "An"), ("a", "an")])
    def test_leaves_the_capital_of_the_article(self, seen, wanted):
        assert article_for(seen, "agency") == wanted

    @given(seen=st.sampled_from(("a", "an", "A", "An")), phrase=texts)
    def test_of_any_text_is_one_of_two(self, seen, phrase):
        wanted = article_for(seen, phrase)
        assert wanted in (seen[0], seen[0] + "n")
        assert article_for(wanted, phrase) == wanted


class TestBefore:
    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("a ", Article(0, "a")),
            ("It is (An\t ", Article(7, "An")),
            ("“a ", Article(1, "a")),
            ("_a ", Article(1, "a")),
            ("a", None),
            ("a\n", None),
            ("a good ", None),
            ("visa ", None),
            ("than ", None),
            ("AN ", None),
            ("", None),
        ],
    )
    def test_a_place_is_an_article_with_blanks_or_nothing(self, text, wanted):
        assert article_before(text + "deal", len(text)) == wanted

    @pytest.mark.parametrize("ending", ["a", "an", "n", "1a", "éa"])
    @pytest.mark.parametrize("blanks", range(1, 20))
    def test_the_end_of_a_longer_word_is_none_however_far_it_stands(self, ending, blanks):
        text = "vis" + ending + " " * blanks
        assert article_before(text, len(text)) is None

    @given(text=texts, place=st.integers(0, 400))
    def test_any_place_the_article_is_where_it_claims(self, text, place):
        article = article_before(text, min(place, len(text)))
        if article is not None:
            assert text[article.start :].startswith(article.seen)
            assert article.seen.lower() in ("a", "an")


class TestAtTheEnd:
    @pytest.mark.parametrize(
        ("text", "phrase", "wanted"),
        [
            ("sign a", "agreement", "sign an"),
            ("sign an", "deal", "sign a"),
            ("An", "deal", "A"),
            ("sign a", "deal", "sign a"),
            ("visa", "agreement", "visa"),
            ("sign the", "agreement", "sign the"),
            ("sign a ", "agreement", "sign a "),
            ("", "agreement", ""),
        ],
    )
    def test_of_a_phrase_an_article_fits_what_follows(self, text, phrase, wanted):
        assert with_article_for(text, phrase) == wanted


class TestFirstWord:
    @pytest.mark.parametrize(
        ("before", "after"),
        [("UN company", "UN agency"), ("Us dollar", "US"), ("18-yard field", "18-yard box"), ("-a", "-a")],
    )
    def test_may_be_shared(self, before, after):
        assert share_first_word(before, after)

    @pytest.mark.parametrize(
        ("before", "after"),
        [("settlement", "agreement"), ("UN agency", "UNHCR"), ("eight-year", "eighty-year"), ("a", "")],
    )
    def test_may_differ(self, before, after):
        assert not share_first_word(before, after)


class TestTime:
    TEXT = "a a " * 250_000

    def test_of_a_megabyte_of_articles_is_bounded(self):
        start = time.perf_counter()
        found = [article_before(self.TEXT, place) for place in range(0, len(self.TEXT), 2)]
        assert (found[0], found[1], len(found)) == (None, Article(0, "a"), 500_000)
        assert time.perf_counter() - start < 20

    @pytest.mark.parametrize("text", [TEXT + "a", "a" * 1_000_000, "a\t" * 500_000, " " * 1_000_000 + "a"])
    def test_of_a_megabyte_before_or_behind_an_article_is_bounded(self, text):
        start = time.perf_counter()
        with_article_for(text, text)
        share_first_word(text, text)
        article_before(text, len(text))
        assert time.perf_counter() - start < 5
