"""The stage restores spun documents, and nothing else."""

import time
from itertools import pairwise

import pytest

from cleantext.core.doc import Doc
from cleantext.core.edit import apply
from cleantext.core.load import read_sources
from cleantext.core.rule import Pack
from cleantext.steps.wording import Wording

# Our own story, and the same as a spinner of the family would leave it.
GENUINE = (
    "The foreign ministry said on Tuesday that the government had become increasingly worried about the state of the "
    "harbour. Officials told reporters that thousands of tourists were expected this year, more than ever before. "
    "“We want to protect the beach,” the minister said. Because of the storm last month, many people left their homes, "
    "and some of them are still living with friends. The company that runs the ferry also announced a new timetable, "
    "according to a statement, while the central bank offered loans to small businesses in the city."
)
SPUN = (
    "The international ministry mentioned on Tuesday that the federal government had grow to be more and more nervous "
    "in regards to the state of the harbour. Officers instructed reporters that 1000’s of vacationers had been "
    "anticipated this 12 months, greater than ever earlier than. “We wish to shield the seashore,” the minister "
    "mentioned. On account of the storm final month, many individuals left their properties, and a few of them are "
    "nonetheless dwelling with buddies. The agency that runs the ferry additionally introduced a brand new timetable, "
    "in keeping with an announcement, whereas the central financial institution supplied loans to small companies "
    "within the metropolis."
)


@pytest.fixture(scope="module")
def packs() -> tuple[Pack, ...]:
    return tuple(pack for pack in read_sources() if pack.step == "wording")


@pytest.fixture(scope="module")
def wording(packs: tuple[Pack, ...]) -> Wording:
    return Wording(packs)


@pytest.fixture(scope="module")
def forced(packs: tuple[Pack, ...]) -> Wording:
    return Wording(packs, "force")


def restored(stage: Wording, text: str) -> str:
    return apply(text, tuple(stage(Doc(text))))


def test_a_spun_story_is_restored(wording: Wording) -> None:
    text = restored(wording, SPUN)
    for phrase in ("The foreign ministry said", "become increasingly", "thousands of tourists", "last month"):
        assert phrase in text
    for phrase in ("financial institution", "whereas", "in regards to", "1000", "buddies", "metropolis"):
        assert phrase not in text


def test_a_genuine_story_is_left_alone(wording: Wording) -> None:
    assert restored(wording, GENUINE) == GENUINE


def test_a_second_run_changes_nothing(wording: Wording) -> None:
    once = restored(wording, SPUN)
    assert restored(wording, once) == once


def test_the_score_is_left_in_the_document(wording: Wording) -> None:
    spun, genuine = Doc(SPUN), Doc(GENUINE)
    list(wording(spun)), list(wording(genuine))
    assert spun.scores["spun"] > 0.2 > 0.05 > genuine.scores["spun"]


def test_flag_scores_and_proposes_nothing(packs: tuple[Pack, ...]) -> None:
    doc = Doc(SPUN)
    assert list(Wording(packs, "flag")(doc)) == []
    assert doc.scores["spun"] > 0.2


def test_off_does_not_even_score(packs: tuple[Pack, ...]) -> None:
    doc = Doc(SPUN)
    assert list(Wording(packs, "off")(doc)) == []
    assert doc.scores == {}


def test_an_unknown_mode_is_refused(packs: tuple[Pack, ...]) -> None:
    with pytest.raises(ValueError, match="choose one of auto"):
        Wording(packs, "always")


def test_fifty_nine_words_are_too_few(wording: Wording) -> None:
    few = " ".join(SPUN.split()[:59])
    assert restored(wording, few) == few
    enough = " ".join(SPUN.split()[:75])
    assert restored(wording, enough) != enough


@pytest.mark.parametrize("text", ["", " ", "\n\n", "mentioned", "\ud800", "\x00", "{that a}", "é" * 500, "12 " * 500])
def test_odd_texts_pass_through(wording: Wording, text: str) -> None:
    assert restored(wording, text) == text


def test_surrogates_and_line_ends_inside_a_spun_story_stay(wording: Wording) -> None:
    text = SPUN.replace(". ", ".\r\n\ud83d ") + "\x00"
    after = restored(wording, text)
    assert after.count("\r\n\ud83d") == text.count("\r\n\ud83d")
    assert "said" in after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Vacationers came.", "Tourists came."),
        ("a gaggle of 1000’s", "a group of thousands"),
        ("an settlement", "an agreement"),
        ("It is contemplating {that a} vote is close.", "It is considering that a vote is close."),
        ("skip past e-newsletter promotion", "skip past newsletter promotion"),
        ("Privateness Discover: see our Privateness Coverage.", "Privacy Notice: see our Privacy Policy."),
        ("prices rose four.2% in the Center East", "prices rose 4.2% in the Middle East"),
    ],
)
def test_forced(forced: Wording, before: str, after: str) -> None:
    assert restored(forced, before) == after


@pytest.mark.parametrize(
    "text",
    [
        "See https://vacationers.example/vacationers/metropolis for more.",
        "Write to vacationers@metropolis.example now.",
        "The posts of @vacationers and #vacationers were read.",
        "The talks in Gaggle Creek failed.",
        "the Vacationers Association of Leeds",
        "He spoke of the “[vacationers in town]”.",
        "The power supply failed.",
    ],
)
def test_forced_leaves_names_and_addresses(forced: Wording, text: str) -> None:
    assert restored(forced, text) == text


def test_only_the_spun_passages_of_a_mixed_document_change(wording: Wording) -> None:
    genuine = "\n".join([GENUINE] * 6)
    text = genuine + "\n" + "\n".join([SPUN] * 4)
    after = restored(wording, text)
    assert after.startswith(genuine[: len(genuine) * 3 // 4])
    assert "financial institution" not in after


def test_edits_are_in_order_and_hold_what_they_claim(wording: Wording) -> None:
    edits = list(wording(Doc(SPUN)))
    assert all(SPUN[edit.start : edit.end] == edit.before for edit in edits)
    assert all(left.end <= right.start for left, right in pairwise(edits))
    assert all(edit.rule.startswith("en.wording.spinner-a/") for edit in edits)


@pytest.mark.parametrize("unit", [SPUN + "\n", "mentioned ", "a lot of ", "12 months ", "(" * 10 + " "])
def test_time_grows_with_the_text_only(wording: Wording, unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.perf_counter()
        restored(wording, text)
        return time.perf_counter() - start

    seconds(2_000)
    assert seconds(160_000) < 24 * seconds(20_000) + 0.2


def test_short_texts_read_no_pack() -> None:
    def packs():  # type: ignore[no-untyped-def]
        raise AssertionError("the packs were read")
        yield

    doc = Doc("Short texts are told apart by nothing.")
    assert list(Wording(packs())(doc)) == []
    assert doc.scores["spun"] == 0.0
