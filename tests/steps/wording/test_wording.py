"""The stage restores spun documents and nothing else, and tells what it weighed and did not do."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from conftest import texts
from hypothesis import given
from hypothesis import strategies as st

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit, apply, resolve
from cleantext.core.load import packaged
from cleantext.core.rule import Pack
from cleantext.errors import RuleError
from cleantext.steps.wording import Wording
from cleantext.steps.wording.stage import _MADE, _TOLD

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
# Another spinner, ours, which the tables that ship know nothing of.
OWN = {
    "head of the city": "mayor",
    "house of learning": "school",
    "healing house": "hospital",
    "keeper of the law": "police officer",
    "paper of news": "newspaper",
    "motor carriage": "car",
    "water vessel": "boat",
    "dwelling place": "house",
    "sum of coin": "money",
    "sky vessel": "plane",
    "fire of the woods": "wildfire",
    "signal a": "sign a",
    "settlement": "agreement",
}
OWN_STORY = (
    "The head of the city said on Monday that the new house of learning would open next to the healing house in June. "
    "A keeper of the law told the local paper of news that a motor carriage and a water vessel had been stolen from a "
    "dwelling place near the river. The sum of coin was found later, and the sky vessel landed safely after the fire "
    "of the woods had been put out."
)
MODES = ("auto", "flag", "force", "off")
PACKS = packaged("wording")


def pack(rows: dict[str, str], topic: str = "mine", keep: str = "0.05") -> Pack:
    table = tuple((spun, fixes, keep) for spun, fixes in rows.items())
    return Pack(f"user.wording.{topic}", "user", "wording", topic, columns=("spun", "fixes", "keep"), table=table)


WORDING, FORCED, FLAGGING = (Wording(PACKS, mode, own=()) for mode in ("auto", "force", "flag"))
MINE, MINE_FORCED = (Wording((pack(OWN),), mode) for mode in ("auto", "force"))


def restored(stage: Wording, text: str) -> str:
    return apply(text, tuple(stage(Doc(text))))


def weighed(stage: Wording, text: str) -> tuple[list[Edit], Doc]:
    doc = Doc(text)
    return list(stage(doc)), doc


class TestEnglish:
    def test_a_spun_story_is_restored(self):
        text = restored(WORDING, SPUN)
        for phrase in ("ministry said", "become", "thousands of tourists", "last month", "while the central bank"):
            assert phrase in text
        for phrase in ("financial institution", "whereas", "in regards to", "1000", "buddies", "metropolis"):
            assert phrase not in text

    def test_a_genuine_story_is_left_alone(self):
        assert weighed(WORDING, GENUINE)[0] == []

    def test_a_second_run_changes_nothing(self):
        once = restored(WORDING, SPUN)
        assert restored(WORDING, once) == once

    def test_fifty_nine_words_are_too_few(self):
        few, enough = (" ".join(SPUN.split()[:count]) for count in (59, 75))
        assert restored(WORDING, few) == few
        assert restored(WORDING, enough) != enough

    def test_of_a_mixed_document_only_the_spun_passages_change(self):
        genuine = "\n".join([GENUINE] * 6)
        after = restored(WORDING, genuine + "\n" + "\n".join([SPUN] * 4))
        assert after.startswith(genuine[: len(genuine) * 3 // 4])
        assert "financial institution" not in after

    def test_of_a_long_document_only_the_pages_around_the_spun_one_change(self):
        book = "\n".join([GENUINE] * 300)
        after = restored(WORDING, f"{book}\n{SPUN} {SPUN}\n{book}")
        assert after.startswith(book[:-800])
        assert after.endswith(book[800:])
        assert "financial institution" not in after

    def test_surrogates_and_line_ends_inside_a_spun_story_stay(self):
        text = SPUN.replace(". ", ".\r\n\ud83d ") + "\x00"
        after = restored(WORDING, text)
        assert after.count("\r\n\ud83d") == text.count("\r\n\ud83d") == 4
        assert after.endswith("\0")
        assert "said" in after

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("The minister mentioned that it was late, whereas", "The minister said that it was late, while"),
            ("It is late {that a} vote is close.", "It is late that a vote is close."),
        ],
    )
    def test_without_the_gate_a_sentence_is_restored(self, before, after):
        assert restored(FORCED, before) == after

    @pytest.mark.parametrize(
        "text",
        [
            "See https://vacationers.example/vacationers/metropolis for more.",
            "Write to vacationers@metropolis.example now.",
            "The posts of @vacationers and #vacationers were read.",
            "the Vacationers Association of Leeds",
            "He spoke of the “[vacationers in town]”.",
        ],
    )
    def test_without_the_gate_names_and_addresses_stay(self, text):
        assert restored(FORCED, text) == text


class TestModes:
    def test_an_unknown_one_is_refused(self):
        with pytest.raises(ValueError, match="'always' is unknown; choose one of auto"):
            Wording(PACKS, "always")

    def test_auto_is_what_nobody_asked_for(self):
        assert list(Wording((pack(OWN),))(Doc(OWN_STORY))) == weighed(MINE, OWN_STORY)[0]

    def test_off_does_not_even_score(self):
        edits, doc = weighed(Wording((pack(OWN),), "off"), OWN_STORY)
        assert (edits, doc.scores, doc.held) == ([], {}, [])

    def test_off_reads_no_pack(self):
        def packs():
            raise AssertionError("the packs were read")
            yield

        assert weighed(Wording(packs(), "off"), OWN_STORY)[0] == []

    def test_flag_proposes_nothing_and_holds_all(self):
        made, auto = weighed(MINE, OWN_STORY)
        edits, doc = weighed(Wording((pack(OWN),), "flag"), OWN_STORY)
        assert edits == []
        assert sorted(doc.held) == sorted([*((edit, "spun='flag' makes no edits") for edit in made), *auto.held])

    def test_flag_scores_what_the_screen_would_not_let_through(self):
        stage = Wording((*PACKS, pack(OWN)), "flag", own=())
        assert weighed(stage, OWN_STORY)[1].scores["spun"] > 0.5

    def test_force_acts_on_a_single_phrase(self):
        assert restored(MINE_FORCED, "A water vessel") == "A boat"

    def test_force_scores_a_short_text_0(self):
        assert weighed(MINE_FORCED, "A water vessel")[1].scores == {"spun": 0.0}

    @pytest.mark.parametrize("mode", MODES)
    def test_short_texts_score_0_or_nothing(self, mode):
        assert weighed(Wording((pack(OWN),), mode), "a boat")[1].scores.get("spun", 0.0) == 0.0

    def test_short_texts_read_no_pack(self):
        def packs():
            raise AssertionError("the packs were read")
            yield

        edits, doc = weighed(Wording(packs()), "Short texts are told apart by nothing.")
        assert (edits, doc.scores) == ([], {"spun": 0.0})


class TestScore:
    def test_tells_spun_from_genuine(self):
        assert weighed(WORDING, SPUN)[1].scores["spun"] > 0.9 > 0.1 > weighed(WORDING, GENUINE)[1].scores["spun"]

    def test_may_be_asked_for_alone(self):
        doc = Doc(OWN_STORY)
        assert MINE._gate.weigh(doc).score == weighed(MINE, OWN_STORY)[1].scores["spun"]
        assert (doc.scores, doc.held) == ({}, [])

    def test_stays_that_of_what_came_in(self):
        edits, doc = weighed(MINE, OWN_STORY)
        score = doc.scores["spun"]
        after = doc.successor(edits)
        assert list(MINE(after)) == []
        assert after.scores["spun"] == score

    @given(text=texts)
    def test_of_any_text_is_between_0_and_1(self, text):
        assert 0 <= MINE._gate.weigh(Doc(text * 3)).score <= 1


class TestEdits:
    def test_are_in_order_and_hold_what_they_claim(self):
        edits, _ = weighed(WORDING, SPUN)
        assert edits
        assert all(SPUN[edit.start : edit.end] == edit.before != edit.after for edit in edits)
        assert all(left.end <= right.start for left, right in pairwise(edits))

    def test_have_a_rule_of_the_table_and_a_confidence_high_enough(self):
        edits, _ = weighed(MINE, OWN_STORY)
        assert {edit.rule.partition("/")[0] for edit in edits} == {"user.wording.mine"}
        assert all(_MADE <= edit.confidence <= 1 for edit in edits)

    def test_do_not_overlap_where_a_phrase_ends_in_the_article_of_the_next(self):
        edits, _ = weighed(MINE_FORCED, "They signal a settlement")
        assert all(left.end <= right.start for left, right in pairwise(edits))

    def test_mend_the_article_that_ends_the_phrase_before(self):
        text = "They signal a settlement"
        assert apply(text, resolve(MINE_FORCED(Doc(text)))) == "They sign an agreement"

    @given(
        words=st.lists(
            st.sampled_from([*list(OWN)[:-2], *OWN.values(), "a", "an", "the", "Of", ".\n", "’s", "\ud800"])
        ),
        stage=st.sampled_from((MINE, MINE_FORCED)),
    )
    def test_of_any_heap_of_phrases_can_be_made_and_need_no_second_run(self, words, stage):
        once = restored(stage, " ".join(words))
        assert restored(stage, once) == once

    @given(text=texts)
    def test_of_any_text_can_be_made(self, text):
        edits, doc = weighed(FORCED, text)
        assert all(0 < edit.confidence <= 1 for edit, _ in [*((edit, "") for edit in edits), *doc.held])
        assert all(text[edit.start : edit.end] == edit.before for edit, _ in doc.held)
        apply(text, [edit for edit in edits if edit.before != edit.after])

    @pytest.mark.parametrize("stage", [WORDING, FORCED, FLAGGING], ids=["auto", "force", "flag"])
    @pytest.mark.parametrize(
        "text", ["", " ", "\n\n", "\ud800", "\x00", "\r\n" * 90, "é" * 500, "12 " * 500, "עברית " * 90, "\x00 " * 90]
    )
    def test_of_odd_texts_are_none(self, stage, text):
        assert weighed(stage, text)[0] == []

    def test_are_the_same_each_time(self):
        assert weighed(FORCED, SPUN)[0] == weighed(FORCED, SPUN)[0]


class TestHeld:
    MEANT = Wording((pack(OWN, keep="0.97"),), "force")

    def test_is_what_is_likely_but_not_likely_enough(self):
        edits, doc = weighed(self.MEANT, OWN_STORY)
        assert doc.held
        assert {why for _, why in doc.held} == {"the phrase may be meant as it stands"}
        assert all(_TOLD <= edit.confidence < _MADE <= made.confidence for edit, _ in doc.held for made in edits)

    def test_holds_what_it_claims(self):
        _, doc = weighed(self.MEANT, OWN_STORY)
        assert all(OWN_STORY[edit.start : edit.end] == edit.before for edit, _ in doc.held)

    def test_is_told_in_the_first_round_only(self):
        edits, doc = weighed(self.MEANT, OWN_STORY)
        after = doc.successor(edits)
        list(self.MEANT(after))
        assert after.held == []

    def test_is_nothing_in_a_document_whose_gate_is_shut(self):
        assert weighed(MINE, GENUINE + " a water vessel")[1].held == []


class TestOwnPacks:
    def test_a_family_of_the_users_own_opens(self):
        after = restored(Wording((*PACKS, pack(OWN)), own=(pack(OWN),)), OWN_STORY)
        assert after.startswith("The mayor said on Monday that the new school would open next to the hospital")
        assert "vessel" not in after

    def test_without_own_all_packs_are_ones_that_do_not_ship(self):
        assert restored(MINE, OWN_STORY).startswith("The mayor said")

    def test_the_families_that_ship_still_open(self):
        stage = Wording((*PACKS, pack(OWN)), own=(pack(OWN),))
        assert restored(stage, SPUN) == restored(WORDING, SPUN)

    def test_only_the_best_family_acts(self):
        stage = Wording((*PACKS, pack(OWN)), own=(pack(OWN),))
        text = SPUN + " A water vessel sank."
        assert {edit.rule.partition("/")[0] for edit in weighed(stage, text)[0]} == {"en.wording.spinner-a"}

    def test_rows_may_be_added_to_a_family_that_ships(self):
        more = pack({"the harbour": "the port"})._replace(id="en.wording.spinner-a")
        assert "state of the port" in restored(Wording((*PACKS, more), own=(more,)), SPUN)

    def test_a_fixed_term_of_the_users_own_is_kept(self):
        shield = Pack("en.wording.spinner-a", "en", "wording", "spinner-a")
        shield = shield._replace(columns=("spun", "fixes", "keep"), table=(("minister mentioned", "-", "1"),))
        after = restored(Wording((*PACKS, shield), own=(shield,)), SPUN)
        assert "the minister mentioned." in after
        assert "ministry said" in after

    @pytest.mark.parametrize(("fixes", "keep"), [("mayor", "often"), ("mayor", "1.5"), ("mayor|", "0.1")])
    def test_a_row_that_makes_no_sense_is_told_before_the_first_text(self, fixes, keep):
        own = (pack({"head of the city": fixes}, keep=keep),)
        with pytest.raises(RuleError, match=r"user\.wording\.mine: 'head of the city' has"):
            Wording((*PACKS, *own), own=own)


class TestTime:
    @pytest.mark.parametrize("unit", [SPUN + "\n", "mentioned ", "whereas-mentioned-", "12 months ", "(" * 10 + " "])
    def test_grows_with_the_text_only(self, unit):
        def seconds(size: int) -> float:
            text = unit * (size // len(unit))
            start = time.perf_counter()
            restored(FORCED, text)
            return time.perf_counter() - start

        seconds(2_000)
        assert seconds(160_000) < 24 * seconds(20_000) + 0.2

    @pytest.mark.parametrize("unit", ["x", "'", ".", "{", "{a", "a's", "the.of"])
    def test_of_a_megabyte_without_spaces_is_bounded(self, unit):
        start = time.perf_counter()
        weighed(FORCED, unit * (1_000_000 // len(unit)))
        assert time.perf_counter() - start < 30
