"""What is compared of a line, and on how many pages it stands."""

from __future__ import annotations

import pytest

from cleantext.steps.boilerplate.template.copies import Copies
from cleantext.steps.boilerplate.template.counts import Counts
from cleantext.steps.boilerplate.template.groups import SITE, Finder
from cleantext.steps.boilerplate.template.shape import LONGEST, lines_of

PROSE = "The {} of Vennholm will open again in June, the town council said on Monday, after a year of repairs."
MORE = "Nobody had thought that the work on the {} would take so long, said the mayor, who had promised it."


@pytest.mark.parametrize(
    ("line", "key", "form"),
    [
        ("* Tides and Weather »", "tides and weather", ""),
        ("Updated at 6:30, 4 March", "updated at 6:30, 4 march", "updated at #:#, # march"),
        ("2026年6月1日", "2026年6月1日", "#年#月#日"),
        ("12 km", "12 km", ""),
        ("28", "", ""),
        ("***", "", ""),
        ("a", "", ""),
        ("海", "海", ""),
        ("\ud800 tides", "\ufffd tides", ""),
        ("x" * (LONGEST + 1), "", ""),
    ],
)
def test_the_key_and_the_form_of_a_line(line, key, form):
    (found,) = lines_of(line)
    assert (found.key, found.form) == (key, form)


def test_blank_lines_are_none_and_numbers_are_those_of_the_page():
    assert [(line.number, line.text) for line in lines_of("\n a \r\n \n\tb")] == [(1, "a"), (3, "b")]


def test_columns_of_blanks_make_no_paragraph():
    (line,) = lines_of("Home" + " " * 300 + "News")
    assert not line.is_prose
    assert line.weight == 9


def test_a_line_counts_once_a_page():
    counts = Counts()
    for _ in range(3):
        counts.add(lines_of("Tides\nTides\ntides!"))
    assert [(count.name, count.spelling, count.pages) for count in counts.repeated()] == [("tides", "Tides", 3)]


def test_a_line_with_a_number_is_counted_as_it_is_and_as_a_form():
    counts = Counts()
    for number in (1, 1, 2):
        counts.add(lines_of(f"Issue {number} of the year"))
    found = {count.name: (count.pages, count.is_form) for count in counts.repeated()}
    assert found == {"issue 1 of the year": (2, False), "issue # of the year": (3, True)}


def test_the_table_stays_small_and_keeps_what_is_frequent():
    counts = Counts(entries=100)
    for number in range(2_000):
        counts.add(lines_of(f"Tides and weather\nA line of page {chr(97 + number % 26) * (3 + number // 26)} alone"))
    assert len(counts._counts) <= 102
    (first, *_) = sorted(counts.repeated(), key=lambda count: -count.pages)
    assert first.name == "tides and weather"
    assert first.pages == 2_000


@pytest.mark.parametrize(
    ("page", "is_beside"),
    [
        (f"A headline about the ferry\n{PROSE.format('ferry')}", True),
        (f"A headline about the ferry\nBy a reporter\n4 March\n{PROSE.format('ferry')}", True),
        ("A headline about the ferry\nAnother\nA third", False),
    ],
)
def test_a_headline_above_a_paragraph_is_seen(page, is_beside):
    counts = Counts()
    counts.add(lines_of(page))
    counts.add(lines_of("A headline about the ferry"))
    (count,) = counts.repeated()
    assert count.beside_prose is is_beside


def test_a_page_with_the_story_of_another_is_a_copy():
    copies = Copies()
    story = f"{PROSE.format('ferry')}\n{MORE.format('ferry')}"
    assert not copies.is_copy(lines_of(story))
    assert not copies.is_copy(lines_of(PROSE.format("school")))
    assert copies.is_copy(lines_of(f"Tides\n{story}\nWeather"))


def test_prose_of_the_site_makes_no_copy():
    copies = Copies()
    legal = f"{PROSE.format('desk')}\n{MORE.format('desk')}"
    told = [copies.is_copy(lines_of(f"Page {word}\n{legal}")) for word in ("one", "two", "three", "four")]
    assert told[2:] == [False, False]


def test_the_same_page_again_is_always_a_copy():
    copies = Copies(remembered=10)
    assert [copies.is_copy(lines_of("Tides\nWeather")) for _ in range(3)] == [False, True, True]


def test_pages_are_put_together_by_the_lines_that_they_share():
    finder = Finder(SITE)
    for number, site in enumerate("abcabcab"):
        frame = "\n".join(f"Label {word} of site {site * 4}" for word in ("one", "two", "three", "four"))
        finder.add(lines_of(f"Home\nShare\n{frame}\n{PROSE.format(chr(97 + number) * 5)}"))
    assert finder.groups() == [0, 1, 2, 0, 1, 2, 0, 1]


def test_words_that_every_site_has_put_nothing_together():
    finder = Finder(SITE)
    for site in ("harbour", "island", "mountain"):
        frame = "\n".join(f"{word} of the {site}" for word in ("Letters", "Tides", "Stories", "People", "Boats"))
        finder.add(lines_of(f"Home\nShare\n{frame}"))
    assert finder.groups() == [0, 1, 2]


def test_no_pages_are_no_groups():
    assert Finder().groups() == []
