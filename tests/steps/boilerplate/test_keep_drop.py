"""Kinds that are kept, and kinds that alone go: the rest is decided as without them."""

from __future__ import annotations

import pytest

from cleantext import clean, clean_corpus, explain, explain_lines
from cleantext.core.rule import Pack, Rule
from cleantext.errors import OptionError

FIRST = "The ferry to the outer islands sails twice a day again, the harbour office said on Monday morning."
SECOND = "Since the storm in March it had sailed only once, and not at all when the wind came from the west."
THIRD = "The islanders had written to the ministry, which sent them a timetable from before the war."
LINES = (
    "Home | News | Sport",
    "By Anna Lindquist",
    FIRST,
    "Advertisement",
    SECOND,
    "Share this article",
    THIRD,
    "Log in",
)
PAGE = "\n".join(LINES)
STORY = "\n".join((FIRST, SECOND, THIRD))
KINDS = ("advertisement", "byline", "login", "navigation", "share")


def cleaned(text: str = PAGE, **options: object) -> str:
    return clean(text, steps="boilerplate", **options)


def test_without_them_every_kind_goes() -> None:
    assert cleaned() == STORY


def test_a_kept_kind_stays() -> None:
    assert cleaned(keep="share") == "\n".join((FIRST, SECOND, "Share this article", THIRD))


def test_of_several_kept_kinds_all_stay() -> None:
    assert cleaned(keep=("login", "byline")) == "\n".join(("By Anna Lindquist", FIRST, SECOND, THIRD, "Log in"))


def test_only_the_named_kind_goes() -> None:
    assert cleaned(drop="advertisement") == PAGE.replace("Advertisement\n", "")


def test_a_kind_that_is_both_kept_and_dropped_stays() -> None:
    assert cleaned(drop=("advertisement", "share"), keep="share") == PAGE.replace("Advertisement\n", "")


def test_all_kinds_kept_is_nothing_done() -> None:
    assert cleaned(keep=KINDS) == PAGE


def test_all_kinds_dropped_is_the_usual_run() -> None:
    assert cleaned(drop=KINDS) == STORY


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("option", ["keep", "drop"])
def test_a_second_run_finds_nothing(option: str, kind: str) -> None:
    once = cleaned(**{option: kind})
    assert cleaned(once, **{option: kind}) == once


@pytest.mark.parametrize("page", ["page", "article"])
@pytest.mark.parametrize("option", ["keep", "drop"])
@pytest.mark.parametrize("kind", ["navigation", "related", "share", "legal"])
def test_nothing_of_such_a_run_is_unstable(option: str, kind: str, page: str) -> None:
    text = "\n".join(
        (
            "Home | News | Sport | Weather",
            "Vennholm Herald",
            "Log in",
            *LINES[1:],
            "Read more",
            "Ten boats that never sailed",
            "What the harbour master had for lunch",
            "Privacy policy",
        )
    )
    result = explain(text, steps="boilerplate", page=page, **{option: kind})
    assert result.held == ()
    assert cleaned(result.text, page=page, **{option: kind}) == result.text


def test_what_a_label_takes_is_of_a_kind_of_its_own() -> None:
    text = f"{STORY}\nRead more\nTen boats that never sailed\nWhat the harbour master had for lunch\n"
    assert cleaned(text) == f"{STORY}\n"
    assert cleaned(text, keep="related") == text


def test_an_own_rule_has_its_own_kind() -> None:
    rule = Rule("user.boilerplate.mine/sailings", "timetable", ("show all sailings",))
    pack = Pack("user.boilerplate.mine", "user", "boilerplate", "mine", rules=(rule,))
    text = f"{FIRST}\nShow all sailings\n{SECOND}"
    assert cleaned(text, rules=pack) == f"{FIRST}\n{SECOND}"
    assert cleaned(text, rules=pack, keep="timetable") == text
    assert cleaned(text, rules=pack, drop="share") == text


def test_a_kind_that_no_rule_has_is_told_with_the_nearest() -> None:
    with pytest.raises(OptionError, match="keep holds 'adverts', which is the kind of no rule; did you mean 'advert"):
        cleaned(keep="adverts")


def test_without_the_step_kinds_have_no_say() -> None:
    assert clean(PAGE, steps="characters", keep="no such kind") == PAGE


def test_what_was_learned_of_a_site_can_be_kept() -> None:
    words = ("ferry", "school", "bridge", "mill")
    pages = [
        f"The Vennholm Herald\nThe {word} opens again\nThe {word} of Vennholm will open again in June, the council "
        f"said, after a year of repairs.\nNobody had thought that the work on the {word} would take so long, said "
        "the mayor, who had promised it twice."
        for word in words
    ]
    heads = [f"The {word} opens again" for word in words]
    assert [text and text.partition("\n")[0] for text in clean_corpus(pages)] == heads
    for options in ({"keep": "template"}, {"drop": "share"}):
        assert list(clean_corpus(pages, **options)) == pages


# max_removed


def test_a_text_that_would_lose_too_much_is_held_back_and_told() -> None:
    result = explain(PAGE, steps="boilerplate", max_removed=0.1)
    assert result.text == PAGE
    assert {one.why for one in result.held} == {"more than max_removed=0.1 of the text would go"}
    assert [one.edit.before.strip() for one in result.held] == [line for line in LINES if line not in STORY]


def test_what_is_held_back_has_a_kind() -> None:
    result = explain(PAGE, steps="boilerplate", max_removed=0.1)
    assert {result.kinds[one.edit.rule] for one in result.held} == set(KINDS)


def test_what_is_kept_does_not_count_as_removed() -> None:
    assert explain(PAGE, steps="boilerplate", max_removed=0.1, drop="advertisement").held == ()


def test_lines_that_are_kept_say_so() -> None:
    held = [line for line in explain_lines(PAGE, keep="share") if line.held]
    assert [(line.text, line.kind, line.held) for line in held] == [("Share this article", "share", "its kind is kept")]
