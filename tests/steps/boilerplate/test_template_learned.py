"""Which lines are furniture, on which side of the story they stand, and the pack that says so."""

from __future__ import annotations

import re
import tomllib

import pytest

from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.core.pattern import faults, is_part, keyword
from cleantext.core.rule import parse_pack
from cleantext.steps.boilerplate.template.learned import CERTAIN, EDGE, NONE, common_of, gather, joined
from cleantext.steps.boilerplate.template.pack import pack_of, pattern_of
from cleantext.steps.boilerplate.template.shape import lines_of
from cleantext.steps.boilerplate.template.sides import gather_sides, outside
from cleantext.steps.boilerplate.template.stage import ABOVE, BELOW, REPEATED, Template
from cleantext.steps.boilerplate.template.write import quoted, toml_of

PROSE = "The {} of Vennholm will open again in June, the town council said on Monday, after a year of repairs."
MORE = "Nobody had thought that the work on the {} would take so long, said the mayor, who had promised it."
LAST = "Those who depend on the {} had written to the county, which answered that the money was spent already."
WORDS = ("ferry", "school", "library", "bridge", "market", "creamery", "orchard", "museum")


def strengths(pages: list[str]) -> dict[str, int]:
    furniture = gather(map(lines_of, pages))
    return {line.text: furniture.strength(line) for page in pages for line in lines_of(page)}


def story(word: str) -> str:
    return "\n".join(part.format(word) for part in (PROSE, MORE, LAST))


def page(word: str, above: str = "", inside: str = "", below: str = "") -> str:
    first, *rest = story(word).split("\n")
    lines = [
        "Herald",
        "Tides",
        above,
        f"The {word} opens",
        "Updated",
        first,
        inside,
        *rest,
        "More to read",
        below,
        "Imprint",
    ]
    return "\n".join(line for line in lines if line)


def cut(pages: list[str], number: int) -> tuple[str, list[str]]:
    """Return a page after the stage, and the rules that took its lines."""
    read = [lines_of(text) for text in pages]
    furniture = gather(read)
    stage = Template(furniture, gather_sides((one, furniture) for one in read))
    edits = resolve(stage(Doc(pages[number])))
    return apply(pages[number], edits), [edit.rule for edit in edits]


# Strength


def test_a_quarter_of_the_pages_is_certain_and_two_are_evidence():
    pages = (
        [f"Herald\n{word} alone" for word in WORDS] + ["Sport desk\none more"] * 2 + ["none\nof them", "last\nof them"]
    )
    pages[0] += "\nSport desk"
    found = strengths(pages)
    assert found["Herald"] == CERTAIN
    assert found["Sport desk"] == EDGE
    assert found["ferry alone"] == NONE


def test_of_two_pages_both_must_have_it():
    found = strengths(["Herald\nferry alone", "Herald\nschool alone"])
    assert (found["Herald"], found["ferry alone"]) == (CERTAIN, NONE)


def test_a_number_may_change():
    assert strengths([f"Issue {number} of the year\n{word} alone" for number, word in enumerate(WORDS)])[
        "Issue 3 of the year"
    ]


def test_numbers_alone_are_no_furniture():
    assert set(strengths(["28\n1,000", "28\n1,000", "28\n7"]).values()) == {NONE}


def test_a_story_on_two_pages_is_not_of_the_site():
    pages = [page(word) for word in WORDS] + [page("ferry", above="Another day")]
    found = strengths(pages)
    assert {found[line] for line in story("ferry").split("\n")} == {NONE}
    assert found["The ferry opens"] == NONE


def test_a_quoted_paragraph_is_not_of_the_site():
    quoted_line = PROSE.format("old mill on the hill")
    pages = [page(word, inside=quoted_line if word in ("ferry", "school") else "") for word in WORDS]
    assert strengths(pages)[quoted_line] == NONE


@pytest.mark.parametrize("pages", [[], [""], ["Herald"], ["Herald"] * 3])
def test_nothing_is_furniture_without_another_page(pages):
    assert gather(map(lines_of, pages)).repeated == {}


def test_what_is_common_is_certain_alone():
    furniture = gather(lines_of(f"Herald\n{'Sport desk' if word < 'd' else word}") for word in [*WORDS, *"xyzuvw"])
    assert set(common_of(furniture).repeated) == set(furniture.certain)


def test_a_section_has_its_own_furniture_and_that_of_the_site():
    site = gather(lines_of(f"Herald\n{word}") for word in WORDS)
    section = gather(lines_of(f"Sport desk\n{word}") for word in ("one of", "two of"))
    assert joined(site, section).certain == {"herald", "sport desk"}


# Sides


def test_what_no_other_page_has_goes_with_the_furniture_around_it():
    pages = [page(word, above=f"News of the {word} of today", below=f"Another town's {word} burns") for word in WORDS]
    text, rules = cut(pages, 0)
    assert text == f"News of the ferry of today\nThe ferry opens\n{story('ferry')}"
    assert rules.count(ABOVE) == 3
    assert rules.count(BELOW) == 3


def test_what_stands_now_above_and_now_below_is_inside():
    pages = [page(word, inside="Advertisement") for word in WORDS]
    text, _ = cut(pages, 0)
    assert story("ferry").split("\n")[0] in text
    assert story("ferry").split("\n")[-1] in text


def test_a_paragraph_above_the_tools_stays():
    pages = [page(word, above=PROSE.format(f"old {word}")) for word in WORDS]
    assert PROSE.format("old ferry") in cut(pages, 0)[0]


def test_a_page_without_a_story_loses_its_furniture():
    pages = [page(word) for word in WORDS] + ["Herald\nTides\nA picture of the sea\nImprint"]
    assert cut(pages, -1) == ("A picture of the sea", [REPEATED] * 3)


def test_a_page_of_furniture_alone_stays_as_it_is():
    pages = [page(word) for word in WORDS] + ["Herald\nTides\nImprint\n***"]
    assert cut(pages, -1) == (pages[-1], [])


def test_cutting_a_second_time_finds_nothing():
    pages = [page(word, above=f"News of the {word} of today") for word in WORDS]
    read = [lines_of(text) for text in pages]
    furniture = gather(read)
    stage = Template(furniture, gather_sides((one, furniture) for one in read))
    for text in pages:
        once = apply(text, resolve(stage(Doc(text))))
        assert apply(once, resolve(stage(Doc(once)))) == once


def test_without_prose_there_are_no_sides():
    pages = [lines_of(f"Herald\n{word}\nImprint") for word in WORDS]
    furniture = gather(pages)
    sides = gather_sides((one, furniture) for one in pages)
    assert (sides.heads, sides.ends) == (frozenset(), frozenset())
    assert outside(pages[0], furniture, sides) is None


# The pack


def furniture_of(*lines: str):
    return gather(lines_of("\n".join((*lines, f"alone {word}"))) for word in WORDS)


@pytest.mark.parametrize(
    "line",
    [
        "Issue 7 of the year",
        "7 issues since 1999 (and 3 more) [all] {of} ^them$ *a+b?",
        "Jahrgang 12, Ausgabe 3 – für 2,50 €",
        "发布于 2026年6月1日",
        "abc7",
        "o'clock 7 o'clock",
        "year2026year and more",
    ],
)
def test_a_pattern_matches_its_line_and_may_run(line):
    pack = pack_of(furniture_of(line), "site")
    (rule,) = [rule for rule in pack.rules if rule.pattern]
    assert faults(rule.pattern) == []
    assert (rule.keyword, rule.in_words) == (keyword(rule.pattern), is_part(rule.pattern))
    (found,) = lines_of(line)
    assert re.fullmatch(rule.pattern, found.key, re.IGNORECASE)


def test_a_form_without_a_word_is_no_pattern():
    assert [rule for rule in pack_of(furniture_of("1年2月3日"), "site").rules if rule.pattern] == []


def test_a_pattern_leaves_numbers_open():
    assert pattern_of("issue # of #.") == r"issue \d{1,20} of \d{1,20}\."


@pytest.mark.parametrize(
    "line",
    [
        'Say "tides" \\ now',
        "Nul\0 here",
        "Lone \ud800 letter",
        "Tab\there",
        "Ctrl\x1b[0m",
        "Ünïcode ’n’ 潮汐",
        "İstanbul desk",
    ],
)
def test_the_file_reads_as_the_pack(line):
    furniture = furniture_of(line, "Issue 7 of the 'year'")
    text = toml_of(furniture, "site")
    text.encode()
    assert parse_pack(tomllib.loads(text), "site.toml", ("user", "boilerplate", "site")) == pack_of(furniture, "site")


def test_a_line_that_a_shipped_rule_knows_has_its_kind():
    pack = pack_of(furniture_of("Share on Facebook", "The Vennholm Herald"), "site")
    assert {rule.kind for rule in pack.rules} == {"share", "template"}


@pytest.mark.parametrize("text", ['a"b', "a\\b", "a\nb", "\x7f", "\u2028", "\U000e0001", "ä"])
def test_a_quoted_text_reads_as_it_was(text):
    assert tomllib.loads(f"x = {quoted(text)}") == {"x": text}
