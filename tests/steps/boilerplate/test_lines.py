"""Shapes of single lines."""

from __future__ import annotations

import pytest

from cleantext.core.match import fold
from cleantext.steps.boilerplate.introduced import is_byline_rest, is_credit_rest, is_name_line, last_source
from cleantext.steps.boilerplate.lines import is_headline, is_paragraph, key_of


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Read more", "read more"),
        ("  ## READ   MORE: ", "read more"),
        ("• Read\tmore…", "read more"),
        ("| Read more » |", "read more"),
        ("Editor’s picks", "editor's picks"),
        ("---", ""),
        ("", ""),
    ],
)
def test_a_key_is_the_words_of_the_line(line: str, key: str) -> None:
    assert key_of(fold(line)) == key


@pytest.mark.parametrize(
    "line",
    [
        "The ferry to the outer islands sails twice a day again, the office said.",
        "“It had sailed only once a day since the storm that came in March,” he said.",
        "四月の嵐のあと、島への船は一日に一度しか出ていなかったと港の人は話している。",
        "word " * 60,
    ],
)
def test_a_paragraph_is_long_and_ends_like_a_sentence(line: str) -> None:
    assert is_paragraph(line)


@pytest.mark.parametrize(
    "line",
    ["Politics", "He said no.", "Ferry to the outer islands sails twice a day again since the storm", "島への船", ""],
)
def test_a_label_or_a_headline_is_no_paragraph(line: str) -> None:
    assert not is_paragraph(line)


def test_a_headline_has_some_words_and_no_full_stop() -> None:
    assert is_headline("Ferry to the outer islands sails twice a day")
    assert not is_headline("The ferry sails again to the islands.")
    assert not is_headline("A long winter")


@pytest.mark.parametrize(
    "rest", [" Ana Lee", " Ana Lee and Tom de Berg", ": Ana Lee, staff writer in Oslo", " Ana Lee | 3 March 2021"]
)
def test_names_make_a_byline(rest: str) -> None:
    assert is_byline_rest(rest)


@pytest.mark.parametrize("rest", ["", " the way", " Monday the water had reached the step", " Ana Lee."])
def test_other_words_make_none(rest: str) -> None:
    assert not is_byline_rest(rest)


def test_a_name_line_has_two_names_or_more() -> None:
    assert is_name_line("Ana Lee")
    assert not is_name_line("Monday")
    assert not is_name_line("The water had reached the step")


def test_a_credit_is_names_and_may_end_in_an_agency() -> None:
    assert is_credit_rest("Harbour Pool Photo via AP")
    assert not is_credit_rest("the title was Missing")
    assert last_source("Ana Lee/Getty Images)") == "getty images"
    assert last_source("Ana Lee") == ""
