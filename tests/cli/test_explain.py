"""Why lines go: `explain_lines`, --why, and what --explain tells of a line that boilerplate removes."""

from __future__ import annotations

import json

import pytest
from command_line import run

from cleantext import LineReason, explain_lines
from cleantext.report.lines import table

FIRST = "The ferry to the outer islands sails twice a day again, the harbour office said on Monday morning."
SECOND = "Since the storm in March it had sailed only once, and not at all when the wind came from the west."
THIRD = "The islanders had written to the ministry, which sent them a timetable from before the war."
TEXT = f"{FIRST}\n\nShare this article\n\n{SECOND}\n"
PAGE = "\n".join(
    (
        "Home | News | Sport | Weather",
        "Log in",
        "Subscribe",
        "Vennholm Herald",
        "Harbour",
        "Ferry to the islands sails again",
        "By Anna Lindquist",
        FIRST,
        SECOND,
        THIRD,
        "Share this article",
        "Privacy policy",
        "",
    )
)


def kinds(text: str, **options: object) -> list[str]:
    return [line.kind for line in explain_lines(text, **options)]


# In Python


def test_every_line_has_a_kind() -> None:
    assert kinds(TEXT) == ["story", "blank", "share", "blank", "story"]


def test_lines_are_those_of_the_original() -> None:
    text = TEXT.replace("Share", "\u200bSh\u200bare").replace("\n", "\r\n") + "\n\n\nLog in\n"
    lines = explain_lines(text)
    assert [(line.number, line.text) for line in lines if line.is_removed] == [
        (3, "\u200bSh\u200bare this article"),
        (9, "Log in"),
    ]
    assert all(text.startswith(line.text, line.start) for line in lines)
    assert [line.number for line in lines] == list(range(1, 10))


def test_a_line_that_a_rule_knows_tells_the_rule() -> None:
    line = explain_lines(TEXT)[2]
    assert (line.kind, line.rule, line.confidence) == ("share", "en.boilerplate.share/share-button", 1.0)
    assert len(line.reasons) == 1
    assert "the rule lists" in line.reasons[0]


def test_a_line_that_was_weighed_tells_what_counted_most() -> None:
    lines = [line for line in explain_lines(PAGE, page="page") if line.is_removed and line.confidence < 1]
    assert lines
    for line in lines:
        assert line.reasons[0] == "no rule knows it; weighed by its look and its place, above the story"
        assert len(line.reasons) == 4
        assert all(": " in reason and reason.split()[-1].startswith("-") for reason in line.reasons[1:])


def test_a_weighed_line_of_the_story_tells_what_speaks_for_it() -> None:
    (line,) = (line for line in explain_lines(PAGE) if line.text == FIRST)
    assert line.kind == "story"
    assert line.confidence > 0.5
    assert all(reason.startswith("paragraph: ") and "+" in reason for reason in line.reasons)


def test_where_nothing_was_weighed_it_says_so() -> None:
    (line,) = explain_lines("One line.")
    assert (line.kind, line.confidence, len(line.reasons)) == ("story", 1.0, 1)


def test_a_text_that_is_held_back_tells_which_lines_and_why() -> None:
    line = explain_lines(TEXT, max_removed=0.01)[2]
    assert (line.kind, line.held, line.is_removed) == (
        "share",
        "more than max_removed=0.01 of the text would go",
        False,
    )


def test_the_kinds_agree_with_the_clean_text() -> None:
    from cleantext import clean

    kept = [line.text for line in explain_lines(PAGE) if not line.is_removed]
    assert "\n".join(kept) + "\n" == clean(PAGE)


@pytest.mark.parametrize("text", ["", "\n", "a", "\r", "a\r\rb", "\u2028", "\ud800\n\x00\n"])
def test_any_text_has_its_lines(text: str) -> None:
    assert all(isinstance(line, LineReason) for line in explain_lines(text))


def test_without_the_step_all_is_story() -> None:
    assert kinds(TEXT, steps="characters") == ["story", "blank", "story", "blank", "story"]


def test_bytes_are_decoded() -> None:
    assert explain_lines("café\n".encode("cp1252"))[0].text == "café"


def test_a_line_that_is_cut_at_its_ends_is_story_and_says_by_what() -> None:
    line = explain_lines(f"Facebook Twitter WhatsApp Email {FIRST}\n{SECOND}")[0]
    assert (line.kind, line.is_removed, line.is_trimmed) == ("story", False, True)
    assert line.reasons[0] == "cut off the line: any.boilerplate.share/two-networks"


# As a table


def test_a_long_line_is_cut_to_the_width() -> None:
    line = LineReason(1, 0, "word " * 40, "share", "a.rule")
    first, second = table([line], width=20)
    assert first == "    1  share         1.00  word word word word…"
    assert second == "       a.rule"


def test_what_cannot_be_seen_is_written_as_an_escape() -> None:
    assert next(table([LineReason(1, 0, "a\x1b[31mb", "share", "a.rule")])).endswith("a\\x1b[31mb")


def test_the_story_is_left_out() -> None:
    assert list(table([LineReason(1, 0, "a", "story"), LineReason(2, 2, "", "blank")])) == []


# On the command line


def test_why_writes_lines_and_reasons_in_place_of_the_text() -> None:
    ran = run("--why", given=TEXT.encode())
    lines = ran.out.decode().splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert lines[:3] == [
        "-",
        "    3  share         1.00  Share this article",
        "       en.boilerplate.share/share-button",
    ]


def test_why_tells_what_is_held_back() -> None:
    lines = run("--why", "--max-removed", "0.01", given=TEXT.encode()).out.decode().splitlines()
    assert lines[-1] == "       stays: more than max_removed=0.01 of the text would go"


def test_why_is_silent_where_nothing_goes() -> None:
    assert run("--why", given=f"{FIRST}\n{SECOND}\n".encode()) == (0, b"", "")


def test_why_does_not_take_the_place_of_its_input(tmp_path) -> None:
    name = str(tmp_path / "a")
    (tmp_path / "a").write_text(TEXT)
    message = f"cleantext: -o {name}: --why would put the reasons in place of its input; name another file\n"
    assert run("--why", "-o", name, name) == (2, b"", message)


def test_explain_tells_the_line_and_the_reasons_of_a_removed_line() -> None:
    (line,) = run("--explain", "--dry-run", given=TEXT.encode()).err.splitlines()
    change = json.loads(line)
    assert (change["step"], change["kind"], change["line"], len(change["reasons"])) == ("boilerplate", "share", 3, 1)
    assert "held" not in change


def test_explain_tells_what_is_held_back() -> None:
    (line,) = run("--explain", "--dry-run", "--max-removed", "0.01", given=TEXT.encode()).err.splitlines()
    entry = json.loads(line)
    assert entry["held"] == "more than max_removed=0.01 of the text would go"
    assert entry["before"] == entry["after"] == "Share this article"
    assert TEXT[entry["start"] : entry["end"]] == "Share this article"


def test_what_is_cut_off_a_line_is_told_too() -> None:
    text = f"Log in\n{FIRST}\n{SECOND} Read more: Ten boats that never sailed\n"
    ran = run("--explain", "--why", given=text.encode())
    assert [json.loads(line)["line"] for line in ran.err.splitlines()] == [1, 3]
    assert "       cut off the line: en.boilerplate.related/list-label" in ran.out.decode().splitlines()


def test_keep_and_drop_are_lists_and_may_be_repeated() -> None:
    page = f"{FIRST}\nAdvertisement\n{SECOND}\nShare this article\n{THIRD}\nLog in\n"
    kept = f"{FIRST}\nAdvertisement\n{SECOND}\n{THIRD}\nLog in\n".encode()
    assert run("--keep", "advertisement,login", given=page.encode()).out == kept
    assert run("--keep", "advertisement", "--keep", "login", given=page.encode()).out == kept
    assert run("--drop", "share", given=page.encode()).out == kept


def test_page_says_what_texts_are() -> None:
    assert run("--page", "article", given=TEXT.encode()).code == 0
