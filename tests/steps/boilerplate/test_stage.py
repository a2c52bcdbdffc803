"""The step on whole texts: what goes, what stays, and what is left where a line was."""

from __future__ import annotations

import time

import pytest

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit, apply, resolve
from cleantext.core.load import read_sources
from cleantext.language import detect
from cleantext.steps.boilerplate import KINDS, Boilerplate
from cleantext.steps.boilerplate.lexicons import is_in_same, languages_of

STAGE = Boilerplate(tuple(pack for pack in read_sources() if pack.step == "boilerplate"))
FIRST = "The ferry to the outer islands sails twice a day again, the harbour office said on Monday morning."
SECOND = "Since the storm in March it had sailed only once, and not at all when the wind came from the west."
THIRD = "The islanders had written to the ministry, which sent them a timetable from before the war."


def edits(text: str) -> tuple[Edit, ...]:
    return resolve(STAGE(Doc(text)))


def cleaned(text: str) -> str:
    return apply(text, edits(text))


def rules(text: str) -> list[str]:
    return [edit.rule for edit in edits(text)]


def unchanged(*lines: str) -> bool:
    text = "\n".join(lines)
    return cleaned(text) == text


# Nothing to do


@pytest.mark.parametrize(
    "text", ["", "\n", "\n\n", " ", "Advertisement", "Share\nAdvertisement\n\nLog in\n", "\ud800", "\x00"]
)
def test_a_text_of_nothing_or_of_chrome_alone_stays(text: str) -> None:
    assert cleaned(text) == text


def test_one_label_that_may_be_anything_proves_nothing() -> None:
    assert unchanged(FIRST, SECOND, "Politics")
    assert unchanged("By", "Ana Lee", FIRST)
    assert unchanged("Comments are closed", FIRST, SECOND)


# Lines


def test_an_advertisement_goes_from_between_paragraphs() -> None:
    assert cleaned(f"{FIRST}\n\nAdvertisement\n\n{SECOND}\n") == f"{FIRST}\n\n{SECOND}\n"


def test_marks_and_capitals_around_a_label_do_not_matter() -> None:
    assert cleaned(f"{FIRST}\n  • ADVERTISEMENT »\n{SECOND}") == f"{FIRST}\n{SECOND}"


def test_a_label_in_a_sentence_stays() -> None:
    assert unchanged(FIRST, "“Share this article,” it said at the foot of the page, and nobody did.", SECOND)


def test_a_topic_label_goes_below_the_story() -> None:
    assert cleaned(f"{FIRST}\n{SECOND}\nPolitics\nShare\n") == f"{FIRST}\n{SECOND}\n"


def test_the_same_word_as_a_subhead_stays() -> None:
    assert unchanged(FIRST, "Politics", SECOND)


def test_a_subhead_below_an_advertisement_stays() -> None:
    assert cleaned(f"{FIRST}\nAdvertisement\nHealth\n{SECOND}") == f"{FIRST}\nHealth\n{SECOND}"


def test_share_buttons_beside_a_share_label_go_from_inside_the_story() -> None:
    assert cleaned(f"{FIRST}\nShare this article\nFacebook\nTwitter\n{SECOND}") == f"{FIRST}\n{SECOND}"


def test_a_list_of_two_networks_in_the_story_stays() -> None:
    assert unchanged(FIRST, "- Facebook", "- Instagram", SECOND)


def test_a_menu_on_one_line_goes() -> None:
    assert cleaned(f"Newsletter Newsletters Events Events Podcasts Videos Saltmarsh\n{FIRST}") == FIRST


def test_a_menu_cut_by_bars_goes() -> None:
    assert cleaned(f"Home | News | Sport | Contact\n{FIRST}\n{SECOND}") == f"{FIRST}\n{SECOND}"


def test_three_labels_in_a_row_are_a_menu_wherever_they_stand() -> None:
    assert cleaned(f"{FIRST}\nWorld\nBusiness\nOpinion\n{SECOND}") == f"{FIRST}\n{SECOND}"


# Bylines, dates, counts


def test_the_block_between_title_and_story_goes() -> None:
    block = "By Ana Lee and Tom Berg, Harbour Desk\nPublished on\n3 March 2021 at 09:30\n5 min read\n1.204 views"
    assert cleaned(f"Ferry sails twice a day again\n{block}\n\n{FIRST}") == f"Ferry sails twice a day again\n\n{FIRST}"


def test_a_name_below_by_goes_with_it() -> None:
    assert cleaned(f"Share\nBy\nAna Lee\n{FIRST}") == FIRST


def test_a_diary_keeps_its_dates() -> None:
    assert unchanged(FIRST, "3 March 1912", SECOND, "4 March 1912", THIRD)


def test_the_day_that_heads_a_letter_stays() -> None:
    assert unchanged("9 June", FIRST, SECOND)


def test_a_sentence_that_begins_like_a_byline_stays() -> None:
    assert unchanged("By Monday the water had reached the third step", FIRST)


# Captions


def test_a_caption_and_its_copy_with_a_credit_both_go() -> None:
    caption = "Islanders on the pier at dawn, 3 March 2021."
    credit = "Copyright Harbour Pool Photo via AP"
    text = f"Title of the story\n\n{caption}\n{caption} {credit}\n{credit}\n\n{FIRST}"
    assert cleaned(text) == f"Title of the story\n\n{FIRST}"
    assert "any.boilerplate.caption/duplicate" in rules(text)


def test_a_caption_twice_with_an_agency_goes_twice() -> None:
    caption = "The harbour master (left) with the mayor, Photo: Reuters"
    assert cleaned(f"{caption}\n{caption}\n{FIRST}") == FIRST


def test_a_refrain_is_no_caption() -> None:
    refrain = "And the tide comes in, and the tide goes out"
    assert unchanged(FIRST, refrain, refrain, SECOND, refrain)


# Lists below a label


def test_a_label_at_the_end_takes_the_headlines_below_it() -> None:
    headlines = "Harbour office finds a second timetable from before the war\n\nWhy the west wind stops the ferry?"
    assert cleaned(f"{FIRST}\n\nRead more\n\n{headlines}\n") == f"{FIRST}\n"


def test_a_label_takes_bullets_that_are_sentences() -> None:
    assert cleaned(f"{FIRST}\nYou might also like\n- The mayor resigns.\n- Ministry finds its own letter.") == FIRST


def test_a_lone_label_inside_the_story_takes_itself_only() -> None:
    assert cleaned(f"{FIRST}\nRead more\n{SECOND}\n{THIRD}") == f"{FIRST}\n{SECOND}\n{THIRD}"


def test_a_subhead_below_a_label_stays() -> None:
    assert cleaned(f"{FIRST}\nRead more\nA long winter\n{SECOND}") == f"{FIRST}\nA long winter\n{SECOND}"


def test_the_title_below_a_list_above_the_story_stays() -> None:
    title = "Ferry to the outer islands sails twice a day again"
    assert cleaned(f"Menu\nMost read\n{title}\n{FIRST}\n{SECOND}") == f"{title}\n{FIRST}\n{SECOND}"


def test_a_table_below_a_label_stays() -> None:
    table = "Island\nHouseholds\n1911\nSkerry\n212\nHolm\n88"
    assert cleaned(f"{FIRST}\nRelated resources\n{table}") == f"{FIRST}\n{table}"


def test_a_teaser_on_the_line_of_its_label_goes() -> None:
    assert cleaned(f"{FIRST}\nREAD MORE: Ministry finds its own letter\n{SECOND}") == f"{FIRST}\n{SECOND}"


def test_comments_below_the_story_go_with_their_label() -> None:
    comment = "I was on that ferry in March and nobody told us anything at all, so what is the use of a timetable?"
    story = f"{FIRST}\n{SECOND}\n{THIRD}\n"
    assert cleaned(f"{story}Leave a reply\nsalty_dog\n{comment}\n") == story


def test_a_label_of_comments_in_the_first_half_ends_nothing() -> None:
    text = "\n".join([FIRST, SECOND, THIRD, "12 comments", FIRST, SECOND, THIRD, THIRD])
    assert cleaned(text) == text.replace("12 comments\n", "")


# Blocks


def test_a_promotion_goes_from_its_opener_to_its_closer() -> None:
    promotion = f"Our morning letter tells you what the wind will do.\n{'Notice. ' * 30}"
    block = f"skip past newsletter promotion\n{promotion}\nafter newsletter promotion"
    assert cleaned(f"{FIRST}\n{block}\n{SECOND}") == f"{FIRST}\n{SECOND}"


def test_an_opener_without_its_closer_takes_itself_only() -> None:
    assert cleaned(f"skip past newsletter promotion\n{FIRST}\n{SECOND}") == f"{FIRST}\n{SECOND}"


def test_a_closer_too_far_away_belongs_to_another_block() -> None:
    story = "\n".join([FIRST] * 13)
    text = f"skip past newsletter promotion\n{story}\nafter newsletter promotion\n{SECOND}"
    assert cleaned(text) == f"{story}\n{SECOND}"


# Kinds of text that have no paragraphs like a newspaper's


@pytest.mark.parametrize(
    "text",
    [
        "Cold comes the tide\nand the boats lie still\n\nBy Sunday, they say,\nthe wind will turn.\n",
        "“More?”\n“More.”\n“Next?”\n“Close the door.”\n",
        "Q: What do you think?\nA: Nothing.\nQ: Why?\nA: Search me.\n",
        "name | email | phone\nana | ana@example.com | 555\ntom | tom@example.com | 556\n",
        "def share(link):\n    return copy(link)\n\nprint(share('x'))\n",
        "Ingredients:\n- 2 eggs\n- 100 g flour\n\n1. Search for a bowl.\n2. Print nothing.\n",
        "Home 3\nAway 1\n\nLeague\t1\t2\t3\n",
    ],
    ids=["verse", "dialogue", "interview", "table", "code", "recipe", "scores"],
)
def test_text_that_is_no_article_stays(text: str) -> None:
    assert cleaned(text) == text


# What is left where a line was


def test_no_double_blank_line_is_left() -> None:
    assert cleaned(f"{FIRST}\n\nAdvertisement\n\nAdvertisement\n\n{SECOND}") == f"{FIRST}\n\n{SECOND}"


def test_carriage_returns_stay_with_their_lines() -> None:
    assert cleaned(f"{FIRST}\r\n\r\nAdvertisement\r\n\r\n{SECOND}\r\n") == f"{FIRST}\r\n\r\n{SECOND}\r\n"


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_the_text_ends_as_it_ended(end: str) -> None:
    before = "\r\n" if end == "\r\n" else "\n"
    assert cleaned(f"{FIRST}{before}{before}Bonus video:{end}") == f"{FIRST}{end}"


def test_the_text_begins_with_its_first_line() -> None:
    assert cleaned(f"Advertisement\n\n{FIRST}") == FIRST


def test_an_edit_holds_the_line_and_deletes_it() -> None:
    (edit,) = edits(f"{FIRST}\nAdvertisement\n{SECOND}")
    assert edit == Edit(len(FIRST) + 1, len(FIRST) + 15, "Advertisement\n", "", "en.boilerplate.advertisement/ad-label")


def test_kinds_name_the_rules_that_are_no_entry_of_a_pack() -> None:
    assert set(KINDS.values()) <= {"byline", "caption", "comments", "counter", "legal", "navigation", "related", "tags"}
    assert all(rule.startswith("any.boilerplate.") for rule in KINDS)


# Promises


@pytest.mark.parametrize("count", [1, 3, 7])
def test_a_second_run_changes_nothing(count: int) -> None:
    headline = "A headline of seven words or more here"
    chrome = ["By Ana Lee", "Share", "Facebook", "Politics", "Read more", headline, "12", "By"]
    text = "\n".join([*chrome[::count], FIRST, *chrome, SECOND, *chrome[::-count], *chrome])
    once = cleaned(text)
    assert cleaned(once) == once


def test_a_long_document_takes_time_in_proportion() -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        edits(text)
        return time.process_time() - start

    block = f"{FIRST}\nShare\nFacebook\n12\nRead more\nsome other thing altogether\nBy\n{SECOND}\n"
    small = min(seconds(block * 200) for _ in range(3))
    assert seconds(block * 2_000) < 40 * small


LETTER = """9 June 1912

Dear Margaret,

I have read your letter three times, and I share your worry about the house and about the garden.

Harold
"""
PLAY = """ROSA
Share it.

CLERK
Comments?

ROSA
Next.

CLERK
Close the door, and stand with me in the rain until the ferry comes in from the islands.
"""
FORM = "Options:\n\n- Search\n- Share\n- Print\n- Close\n\nNext\n\nMenu\n\n- Home\n- About\n"
BRIEFS = """Politics

The minister resigned on Monday after a week of pressure from her own party over the ferry contract.

Weather

Rain, then more rain.
"""


@pytest.mark.parametrize("text", [LETTER, PLAY, FORM, BRIEFS], ids=["letter", "play", "form", "briefs"])
def test_words_of_chrome_in_a_text_of_their_own_stay(text):
    assert cleaned(text) == text


class TestSettled:
    """What the stage knows to be done is not done again by the flow."""

    PAGE = f"Home\nNews\nSport\nLog in\nSearch\n{FIRST}\n{SECOND}\n{THIRD}\nShare\nMore stories\nPrivacy Policy\n"

    def test_lines_that_went_leave_nothing_to_do(self) -> None:
        doc = Doc(self.PAGE, detect)
        rest = doc.successor(resolve(STAGE(doc)))
        assert doc.settled == {STAGE.name}
        assert rest.text != doc.text
        assert not list(STAGE(rest))

    def test_a_line_that_was_trimmed_may_be_read_otherwise(self) -> None:
        doc = Doc(self.PAGE.replace(SECOND, f"{SECOND} Read more: Ferry timetable"), detect)
        assert any(edit.before != doc.text[edit.start : edit.end] or "\n" not in edit.before for edit in STAGE(doc))
        assert not doc.settled

    def test_what_is_left_may_be_in_another_language(self) -> None:
        story = (
            "Der Hafenmeister sagte, die Fähre zu den äußeren Inseln fahre nun wieder zweimal am Tag, auch im Winter.\n"
        )
        languages = languages_of(Doc(story * 9, detect))
        assert languages == ("de",)
        assert is_in_same(Doc(story * 9, detect), [story] * 3, languages)
        assert not is_in_same(Doc(story * 9, detect), [FIRST, SECOND, THIRD], languages)
        assert not is_in_same(Doc(story * 9, detect), ["Hafen"], languages)

    def test_nothing_to_do_needs_no_mark(self) -> None:
        doc = Doc(f"{FIRST}\n{SECOND}\n", detect)
        assert not list(STAGE(doc))
        assert not doc.settled
