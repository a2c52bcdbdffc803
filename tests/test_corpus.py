"""Corpus: many pages cleaned by what they have in common, and the pack that says what that is."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import pytest

from cleantext import clean, clean_corpus, learn
from cleantext.core.examine import examine
from cleantext.core.load import read
from cleantext.errors import InputError, OptionError
from cleantext.trial import TRIALS

SUBJECTS = ("ferry", "school", "library", "bridge", "market", "creamery", "lighthouse", "orchard", "museum", "mill")


def story(subject: str) -> str:
    return (
        f"The {subject} of Vennholm will open again in June, the town council said on Monday, after a year's work.\n\n"
        f"Nobody had thought that the work on the {subject} would take so long, said the mayor, who promised it.\n\n"
        f"Those who depend on the {subject} had written to the county, which answered that the money was spent already."
    )


def page(subject: str, number: int = 1) -> str:
    return (
        f"The Vennholm Herald\nTides and weather\nLetters of the week\n\nThe {subject} opens again\n\n"
        f"Updated at {number}:30 on {number + 3} March\n\n{story(subject)}\n\n"
        f"More from the harbour desk\nA headline that only the page of the {subject} has, near its foot\n"
        "Write to the desk\nPrinted by Osk and Daughters, Vennholm"
    )


PAGES = [page(subject, number) for number, subject in enumerate(SUBJECTS, 1)]


def cleaned(texts, *arguments, **options):
    return list(clean_corpus(texts, *arguments, **options))


# Cleaning


def test_what_the_pages_of_a_site_have_in_common_goes():
    for subject, text in zip(SUBJECTS, cleaned(PAGES, ["herald"] * 10)):
        assert text == f"The {subject} opens again\n\n{story(subject)}"


def test_the_site_of_each_page_is_found():
    others = [
        f"Skerry Gazette\nBoats for sale, boats for rent\nThe keeper's diary\n\n{story(subject)}\n\n"
        "Read the keeper's diary again\nSkerry Gazette, Pier Road"
        for subject in ("school", "bridge", "orchard")
    ]
    mixed = [text for pair in zip(PAGES, others) for text in pair]
    for text in cleaned(mixed):
        assert "Gazette" not in text
        assert "Herald" not in text
        assert "opens again" in text or text.startswith("The ")


def test_as_many_texts_come_back_in_their_order():
    texts = [PAGES[0], None, "", *PAGES[1:], "alone", None]
    result = cleaned(texts)
    assert len(result) == len(texts)
    assert [number for number, text in enumerate(result) if text is None] == [1, len(texts) - 1]
    assert result[2] == ""
    assert result[-2] == "alone"


@pytest.mark.parametrize("texts", [[], [None], [""], ["one line"], [PAGES[0]]])
def test_what_has_no_company_is_cleaned_as_alone(texts):
    assert cleaned(texts) == [clean(text) for text in texts]


def test_a_generator_gives_what_a_list_gives():
    assert cleaned(text for text in [*PAGES, None]) == cleaned([*PAGES, None])


def test_a_failing_generator_leaves_no_file_behind(tmp_path, monkeypatch):
    def texts():
        yield PAGES[0]
        raise ValueError("no more")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(ValueError, match="no more"):
        clean_corpus(texts())
    assert list(tmp_path.iterdir()) == []


def test_pages_that_are_all_equal_keep_their_story():
    for text in cleaned([PAGES[0]] * 6):
        assert story("ferry") in text


def test_a_story_on_two_pages_stays_on_both():
    again = page("ferry", 12).replace("Letters of the week", "Sport")
    texts = [*PAGES, again]
    result = cleaned(texts, [1] * len(texts))
    assert story("ferry") in result[0]
    assert story("ferry") in result[-1]


def test_a_headline_that_is_a_teaser_elsewhere_stays_over_its_story():
    teaser = "A long headline about the ferry of Vennholm and its captain"
    first = PAGES[0].replace("The ferry opens again", teaser)
    last = PAGES[-1].replace("More from the harbour desk", f"More from the harbour desk\n{teaser}")
    result = cleaned([first, *PAGES[1:-1], last], [1] * 10)
    assert teaser in result[0]
    assert teaser not in result[-1]


@pytest.mark.parametrize("odd", ["\ud800", "\0", "\u2028", "\x85", "İ", "\r"])
def test_odd_characters_cost_nothing(odd):
    texts = [text.replace("Tides", f"Ti{odd}des") for text in PAGES]
    for text in cleaned(texts, [1] * 10):
        assert "des and weather" not in text


def test_carriage_returns_are_no_part_of_a_line():
    texts = [text.replace("\n", "\r\n") for text in PAGES]
    assert "Herald" not in "".join(cleaned(texts, [1] * 10, steps="boilerplate"))


def test_ideographs_are_counted_as_words():
    body = "港務局星期一表示，開往外島的渡輪將從六月起恢復每日兩班，居民等待這項決定已經超過一年。"
    names = ["學校", "圖書館", "橋樑", "市場", "燈塔", "果園"]
    texts = [
        f"島嶼日報首頁\n讀者投書專區\n\n{name}{body}\n\n{body[:20]}{name}。{body}{name}\n\n島嶼日報版權所有"
        for name in names
    ]
    for name, text in zip(names, cleaned(texts, [1] * 6)):
        assert "日報" not in text
        assert name + body in text


def test_steps_that_leave_boilerplate_out_are_obeyed():
    assert cleaned(PAGES, [1] * 10, steps="characters") == PAGES


def test_no_more_than_the_options_say_is_cleaned():
    texts = [text.replace("June", "caf\u00c3\u00a9") for text in PAGES]
    assert "caf\u00c3\u00a9" in cleaned(texts, [1] * 10, steps="boilerplate")[0]
    assert "café" in cleaned(texts, [1] * 10)[0]


def test_the_same_pages_give_the_same_texts():
    assert cleaned(PAGES) == cleaned(PAGES)
    assert learn(PAGES).toml() == learn(PAGES).toml()


@pytest.mark.parametrize("groups", [["a"] * 9, ["a"] * 11, []])
def test_groups_of_another_length_are_refused(groups):
    with pytest.raises(OptionError, match=rf"groups has {len(groups)} names for 10 texts"):
        clean_corpus(PAGES, groups)


@pytest.mark.parametrize("texts", ["one text", b"one text"])
def test_one_text_is_refused(texts):
    with pytest.raises(OptionError, match="texts is one text"):
        clean_corpus(texts)


def test_what_is_no_text_is_refused():
    with pytest.raises(OptionError, match="text 1 is bytes"):
        clean_corpus(["a", b"b"])


def test_an_unknown_option_is_refused_before_a_text_is_read():
    with pytest.raises(OptionError, match="did you mean 'steps'"):
        clean_corpus(iter(PAGES), step="boilerplate")


# Learning


def test_the_pack_removes_what_it_was_learned_from():
    learned = learn(PAGES, site="herald")
    text = clean(PAGES[0], rules=learned.pack)
    for line in ("The Vennholm Herald", "Tides and weather", "Updated at", "Printed by Osk"):
        assert line not in text
    assert story("ferry") in text


def test_the_pack_is_what_its_file_says(tmp_path):
    learned = learn(PAGES, site="herald")
    learned.write(tmp_path / "herald.toml")
    assert read(tmp_path / "herald.toml") == learned.pack
    assert [path.name for path in tmp_path.iterdir()] == ["herald.toml"]


def test_the_file_keeps_what_its_examples_promise(tmp_path):
    learn(PAGES, site="herald").write(tmp_path / "herald.toml")
    assert examine([read(tmp_path / "herald.toml")], TRIALS) == []


def test_the_file_says_on_how_many_pages_a_line_stands():
    assert '"The Vennholm Herald",  # 10 of 10' in learn(PAGES).toml()


def test_a_line_with_a_changing_number_becomes_a_pattern():
    patterns = [rule.pattern for rule in learn(PAGES).pack.rules if rule.pattern]
    assert patterns == [r"updated at \d{1,20}:\d{1,20} on \d{1,20} march"]


@pytest.mark.parametrize("texts", [[], [None], [PAGES[0]], [PAGES[0]] * 5, ["a\nb"] * 3])
def test_where_nothing_repeats_there_is_no_rule(texts, tmp_path):
    learned = learn(texts)
    assert learned.pack.rules == ()
    with pytest.raises(InputError, match="no line repeats"):
        learned.write(tmp_path / "site.toml")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("site", ["", "a b", "../a", "a/b", 'a"'])
def test_a_name_that_no_rule_can_have_is_refused(site):
    with pytest.raises(OptionError, match="site="):
        learn(PAGES, site=site)


def test_a_failed_write_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "site.toml"
    path.write_text("as it was")
    monkeypatch.setattr("os.replace", _refuse)
    with pytest.raises(OSError, match="full"):
        learn(PAGES).write(path)
    assert path.read_text() == "as it was"
    assert [one.name for one in Path(tmp_path).iterdir()] == ["site.toml"]


def _refuse(source, target):
    raise OSError("full")


def test_work_grows_with_the_pages():
    def seconds(count: int) -> float:
        texts = [page(f"{SUBJECTS[number % 10]} number {number}", number) for number in range(count)]
        start = time.perf_counter()
        cleaned(texts)
        return time.perf_counter() - start

    seconds(50)
    assert seconds(800) < 16 * max(seconds(200), 0.02)
