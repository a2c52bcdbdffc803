"""What lines look like by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.steps.boilerplate.look import CLASSES, Look, glances, look_of

LINES = st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=60).filter(lambda line: line.strip())


def looked(line: str) -> Look:
    ((_, glance),) = glances([line])
    return look_of(glance)


def length(line: str) -> float:
    ((words, _),) = glances([line])
    return words


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The ferry sails twice a day again, the harbour office said on Monday.", "paragraph"),
        ("“It had sailed only once.”", "sentence"),
        ("Ferry to the outer islands sails again", "headline"),
        ("Sport and leisure today now", "phrase"),
        ("» Sport", "label"),
        ("12.05.2012", "figure"),
        ("word " * 80, "block"),
        ("島への船は一日に一度しか出ていなかったと港の人は話している。", "paragraph"),
    ],
)
def test_a_line_is_of_the_class_of_its_length_and_end(line: str, kind: str) -> None:
    assert CLASSES[looked(line).kind] == kind


@pytest.mark.parametrize(
    ("line", "feature"),
    [
        ("* Home", "bullet"),
        ("# Home", "heading mark"),
        ("  Home", "indented"),
        ("Updated 12.05.2012", "year"),
        ("Updated 14:30", "clock"),
        ("See www.example.org", "address"),
        ("Write to ana@example.org", "address"),
        ("© The Island Post", "copyright"),
        ("Home | News | Sport", "separators 2+"),
        ("x = {}", "code"),
        ("Read on…", "ends dots"),
        ("He said “go on”", "ends quote"),
        ("and so on", "begins small"),
        ("One went. Two came. None stayed there.", "inner stops 2"),
    ],
)
def test_what_stands_in_a_line_is_named(line: str, feature: str) -> None:
    assert feature in looked(line).features


def test_words_are_counted_across_scripts() -> None:
    assert length("» Ferry  to the islands |") == 4
    assert length("Паром на острова") == 3
    assert length("島への船は一日に一度") == pytest.approx(10 / 1.8)


@given(st.lists(LINES, min_size=1, max_size=8))
def test_a_line_looks_the_same_alone_and_among_others(lines: list[str]) -> None:
    assert list(glances(lines)) == [glance for line in lines for glance in glances([line])]
