"""Arcs are phrases made of whole tokens that are no names and no parts of addresses."""

from __future__ import annotations

from itertools import pairwise

import pytest
from conftest import texts
from hypothesis import given
from wording_cases import family, ngrams_of, row, words_of

from cleantext.core.doc import Doc
from cleantext.steps.wording.arcs import Words
from cleantext.steps.wording.ngrams import START, UNKNOWN

TABLE = family(
    row("vacationers", "tourists"),
    row("it", "this"),
    row("2", "two"),
    row("2 billion", "two milliard"),
    row("u.s", "american"),
    row("1000's of", "thousands of"),
    row("Center East", "Middle East"),
    row("whereas", "while"),
    row("the vacationers", "the tourists"),
    row("seashore", "beach"),
    row("power supply", keep=1.0),
    row("power", "energy"),
)
NGRAMS = ngrams_of("one two three four five six")


def arcs(text: str) -> list[str]:
    words = words_of(text, TABLE, NGRAMS)
    return [text[words.spans[arc.first][0] : words.spans[arc.last - 1][1]] for arc in words.arcs]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("many vacationers came", ["vacationers"]),
        ("the vacationers", ["the vacationers", "vacationers"]),
        ("vacationers' bags, vacationers-to-be", ["vacationers", "vacationers"]),
        ("vacationers' and vacationers's", ["vacationers", "vacationers"]),
        ("(vacationers)", ["vacationers"]),
        ("“vacationers”", ["vacationers"]),
        ("some vacationers.", ["vacationers"]),
        ("vacationers: many", ["vacationers"]),
        ("1000's of us, 1000’s of them", ["1000's of", "1000’s of"]),
        ("the Center East and the\xa0Center\xa0East", ["Center East", "Center\xa0East"]),
        ("at $2 billion", ["2 billion", "2"]),
    ],
)
def test_phrases_of_the_table_are_arcs(text, phrases):
    assert arcs(text) == phrases


@pytest.mark.parametrize(
    "text",
    [
        "and it'll rain",
        "about 4.2 billion",
        "about 2.4 billion",
        "about 2,000",
        "the u.s.a",
        "the center east of town",
        "the CENTER EAST",
        "the power supply",
        "the 1000's\nof them",
    ],
)
def test_phrases_inside_tokens_or_in_other_shapes_are_none(text):
    assert arcs(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "https://vacationers.example/it/seashore?vacationers=2&it#it",
        "ask vacationers@seashore.example",
        "@vacationers and #seashore",
        "@Vacationers",
        "C:\\vacationers\\seashore",
        "vacationers/seashore",
        "snake_vacationers_case",
        "a.vacationers",
        "x~vacationers",
        "vacationers.example",
        "“[vacationers in town]”",
        "those [on the seashore]",
    ],
)
def test_addresses_handles_paths_and_editors_brackets_hold_none(text):
    assert [phrase for phrase in arcs(text) if phrase != "the vacationers"] == []


@pytest.mark.parametrize(
    "start",
    [
        "",
        "So. ",
        "So.\n",
        "“",
        "So: ",
        "So; ",
        "So… ",
        "Why? ",
        "No! ",
        "• ",
        "- ",
        "* ",
        "(",
        "‘",
        "He said, “",
        "> ",
        "\n\n  ",
    ],
)
def test_a_capital_at_the_start_of_a_sentence_is_no_name(start):
    assert arcs(f"{start}Vacationers came") == ["Vacationers"]


@pytest.mark.parametrize(
    "text",
    [
        "the Vacationers came",
        "In Vacationers, we",
        "Vacationers Street",
        "“Vacationers United”",
        "VACATIONERS",
        "vAcationers",
    ],
)
def test_other_capitals_are_names(text):
    assert arcs(text) == []


def test_a_fixed_term_in_capitals_is_kept_where_a_sentence_starts():
    table = family(row("Power", keep=1.0), row("power", "energy"))
    assert [len(words_of(text, table, NGRAMS).arcs) for text in ("the power", "the Power", "Power failed")] == [1, 0, 0]


def test_words_that_open_sentences_are_no_names_before_a_capital():
    assert arcs("Whereas London slept, he sailed. Whereas Paris woke.") == ["Whereas", "Whereas"]


def test_a_phrase_of_several_words_is_no_name_before_a_capital():
    assert arcs("The vacationers London saw")[0] == "The vacationers"


class TestContext:
    def context(self, text: str, token: int) -> list[str]:
        words = words_of(text, TABLE, NGRAMS)
        known = list(NGRAMS.ids)
        return [known[place] for place in (*words.context(token), *words.following(token + 1))]

    def test_is_the_two_words_before_and_after(self):
        assert self.context("one two three four five", 2) == ["one", "two", "four", "five"]

    @pytest.mark.parametrize("line_end", ["\n", "\r\n", "\n\n", " \n "])
    def test_does_not_reach_across_lines(self, line_end):
        text = f"one two{line_end}three{line_end}four five"
        assert self.context(text, 2) == [START, START]

    def test_the_second_word_of_a_line_knows_the_first_only(self):
        assert self.context("one\ntwo three four", 2) == [START, "two", "four"]

    def test_ends_with_the_text(self):
        assert self.context("one two", 1) == [START, "one"]

    def test_unknown_words_are_one(self):
        assert self.context("zig one zag", 1) == [START, UNKNOWN, UNKNOWN]

    def test_may_be_asked_of_other_words_in_their_places(self):
        words = words_of("one two three four", TABLE, NGRAMS)
        assert (words.context(2, [9, 8, 7, 6]), words.following(2, [9, 8, 7, 6])) == ((9, 8), [7, 6])


class TestPartOfAText:
    TEXT = "vacationers at the seashore and vacationers at home"

    def test_has_its_own_arcs_only(self):
        words = Words(Doc(self.TEXT), (15, 43), TABLE, NGRAMS)
        assert [words.spans[arc.first] for arc in words.arcs] == [(19, 27), (32, 43)]

    def test_begins_with_nothing_before_it(self):
        words = Words(Doc("one two three"), (4, 13), TABLE, NGRAMS)
        assert words.context(1) == (NGRAMS.ids[START], NGRAMS.ids["two"])

    def test_without_words_has_no_arcs(self):
        words = Words(Doc("   \n"), (0, 4), TABLE, NGRAMS)
        assert (words.spans, words.arcs) == ([], [])


@given(text=texts)
def test_arcs_of_any_text_are_in_order_and_hold_their_phrase(text):
    table = family(*(row(spun, "x") for spun in ("the", "of", "to the", "said", "2", "a")))
    words = words_of(text, table, NGRAMS)
    folded = Doc(text).folded
    assert all(
        folded[words.spans[arc.first][0] : words.spans[arc.last - 1][1]]
        == arc.row.spun
        == table.rows[arc.place][0].spun
        for arc in words.arcs
    )
    assert all(left.first <= right.first for left, right in pairwise(words.arcs))
