"""The stage of the opt-in repairs: what names it, where it runs, and what holds for any text."""

from __future__ import annotations

import subprocess
import sys

import ftfy
import pytest
from conftest import texts
from hypothesis import given
from hypothesis import strategies as st

from cleantext import Config, clean, explain
from cleantext.cli.options import parse
from cleantext.config import ALSO
from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.errors import OptionError
from cleantext.pipeline import build
from cleantext.steps.characters.opt_ins.lexicon import english, words
from cleantext.steps.characters.opt_ins.stage import REPAIRS, OptIns

# Kept by a setting of the hygiene stage; made with rules of a pack.
_ELSEWHERE = {"no-break-spaces", "decimal-commas"}
_EXCLUSIVE = "straight-quotes"
EVERY = tuple(name for name in ALSO if name != _EXCLUSIVE)


class TestOption:
    def test_every_name_has_a_repair(self):
        assert set(ALSO) == set(REPAIRS) | _ELSEWHERE

    def test_names_are_sorted_and_single(self):
        assert list(ALSO) == sorted(set(ALSO))
        assert Config(also=["utf-7", "ligatures", "utf-7"]).also == ("ligatures", "utf-7")

    def test_one_name_may_stand_alone(self):
        assert Config(also="utf-7") == Config(also=("utf-7",))

    def test_an_unknown_name_is_told_with_the_nearest(self):
        with pytest.raises(OptionError, match="'curly-quote', which is no opt-in repair; did you mean 'curly-quotes'"):
            Config(also="curly-quote")

    @pytest.mark.parametrize("value", [1, [2], [["utf-7"]]])
    def test_what_is_no_name_is_refused(self, value):
        with pytest.raises(OptionError, match="also"):
            Config(also=value)

    def test_quotes_cannot_become_both(self):
        with pytest.raises(OptionError, match="undo each other"):
            Config(also=("curly-quotes", "straight-quotes"))

    def test_the_command_line_has_it(self):
        assert parse(["--also", "utf-7, ligatures"]).config.also == ("ligatures", "utf-7")


class TestPlace:
    def test_without_a_name_the_stage_is_not_in_the_flow(self):
        assert "characters/opt-in" not in [stage.name for stage in build(Config()).stages]

    def test_it_stands_between_encoding_and_hygiene(self):
        names = [stage.name for stage in build(Config(also="utf-7")).stages]
        place = names.index("characters/opt-in")
        assert names[place - 1 : place + 2] == ["characters/encoding", "characters/opt-in", "characters/hygiene"]

    def test_a_setting_alone_brings_no_stage(self):
        assert "characters/opt-in" not in [stage.name for stage in build(Config(also="no-break-spaces")).stages]

    def test_it_runs_beside_any_other_step(self):
        assert clean("“a”", Config(steps="names", also="straight-quotes")) == '"a"'

    def test_the_change_is_in_the_account(self):
        (change,) = explain("“a", Config(steps=(), also="straight-quotes")).changes()
        assert (change.step, change.rule) == ("characters/opt-in", "any.characters.straight-quotes/quote")

    def test_the_words_are_not_read_by_default(self):
        program = (
            "import sys, cleantext\ncleantext.clean('He said so.')\nprint(any('opt_ins' in m for m in sys.modules))"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "False"


class TestTogether:
    def test_two_repairs_of_one_place_come_one_after_the_other(self):
        text = "The harbour board said on Monday that the late ferry will inter-\nnationally be known."
        repaired = clean(text, Config(steps=(), also=("hyphenation", "line-wraps")))
        assert repaired == "The harbour board said on Monday that the late ferry will internationally be known."

    def test_without_names_nothing_is_proposed(self):
        assert list(OptIns((), ())(Doc("“a” inter-\nnational"))) == []

    def test_decimal_commas_need_units(self):
        assert list(OptIns(("decimal-commas",), ())(Doc("1,8 tons"))) == []


class TestNoBreakSpaces:
    @pytest.mark.parametrize(
        "text", ["Vraiment\xa0?", "10\u202f000", "a\xa0b", "«\xa0Oui\xa0»", "5\u202fkm", "a \xa0 b"]
    )
    def test_they_stay(self, text):
        assert clean(text, Config(steps="characters", also="no-break-spaces")) == text

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("a\xa0b\u200bc", "a\xa0bc"),
            ("a\xa0b\r\n", "a\xa0b\n"),
            ("\ufeffa\xa0", "a\xa0"),
            ("a\u00adb", "ab"),
            ("\x00\xa0", "\xa0"),
            ("x\u202f\u2060y", "x\u202fy"),
        ],
    )
    def test_everything_else_is_done(self, text, wanted):
        assert clean(text, Config(steps="characters/hygiene", also="no-break-spaces")) == wanted


class TestLikeFtfy:
    @pytest.mark.parametrize(
        "text", ["Ã“ “so” ﬁt", "ＡＢ\u3000&amp;ʼ", "â€˜aâ€™  b\r\nc", "ﾊﾟ\u2028\x00", "a\u200bb\u00adc", "<b>&amp;", ""]
    )
    def test_the_profile_gives_what_ftfy_gives(self, text):
        also = {"ftfy-repairs", "control-characters", "line-breaks", "straight-quotes"}
        also |= {"letter-apostrophes", "ligatures", "width-forms"}
        assert clean(text, Config(steps="characters/normal-form", also=also)) == ftfy.fix_text(text)


class TestLexicon:
    def test_words_are_known_by_any_capitals(self):
        assert english().size("Harbour") == english().size("harbour") > 0

    def test_a_name_is_none_in_small_letters(self):
        assert english().is_word("London")
        assert not english().is_word("london")
        assert english().names["london"] == "London"

    def test_a_possessive_is_known_by_its_word(self):
        assert english().is_word("company’s")

    def test_a_list_is_its_words(self):
        assert words("of to") == {"of", "to"}


@given(texts, st.sampled_from(EVERY + (_EXCLUSIVE,)))
def test_edits_of_each_repair_are_sorted_and_disjoint(text, name):
    edits = list(OptIns((name,), ())(Doc(text, lambda _: "en")))
    assert tuple(edits) == resolve(edits)
    apply(text, edits)


@given(texts, st.sampled_from([EVERY, (_EXCLUSIVE, "width-forms", "ligatures"), ("line-wraps", "hyphenation")]))
def test_cleaning_twice_is_cleaning_once(text, also):
    config = Config(steps=(), also=also)
    result = explain(text, config)
    assert clean(result.text, config) == result.text
    assert result.original() == text


@pytest.mark.parametrize("name", [*EVERY, _EXCLUSIVE])
@pytest.mark.parametrize(
    "piece", ["a", '"', "'", "`", "?", "\ufffd", "-\n", ". ", "+Ab", "&eacute", "\x08", '=HYPERLINK("', "Ａ", "x y "]
)
def test_a_long_run_of_one_piece_is_no_trouble(name, piece):
    assert isinstance(clean(piece * 3_000, Config(steps=(), also=name)), str)
