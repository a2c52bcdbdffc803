"""The gate against the installed ftfy: what it passes, ftfy leaves; and the classes are ftfy's."""

from __future__ import annotations

import random
import re

import ftfy
import pytest
from conftest import QUIET, texts
from ftfy.badness import BADNESS_RE, MOJIBAKE_CATEGORIES
from hypothesis import given
from hypothesis import strategies as st

from cleantext.steps.characters import gate
from cleantext.steps.characters.gate import ftfy_safe, surely_clean

SAFE = ftfy.TextFixerConfig(
    uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False, fix_line_breaks=False, explain=False
)
# Characters that any branch of ftfy's expression names, and some that none does.
_NAMED = "".join(sorted({*"".join(re.findall(r"[^\x00-\x7f]", BADNESS_RE.pattern))}))
_near_bad = st.text(st.sampled_from(_NAMED + "abAB ,.\n" + "ŸŠžœéèüöÒöùβвЂ\xa0\xad€™Ã\xa0 Â Ã "), max_size=12)


def members(category: str) -> set[str]:
    return set(re.findall(f"[{category}]", "".join(map(chr, range(0x80, 0x10000)))))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (gate._BAD, "bad"),
        (gate._CURRENCY, "currency"),
        (gate._OPENING, "start_punctuation"),
        (gate._CLOSING, "end_punctuation"),
        (gate._NUMERIC, "numeric"),
        (gate._UPPER, "upper_accented"),
        (gate._BOX, "box"),
    ],
    ids=lambda value: value if value.isascii() else "",
)
def test_a_class_of_characters_is_that_of_ftfy(ours, theirs):
    assert members(ours) == members(MOJIBAKE_CATEGORIES[theirs])


@pytest.mark.parametrize("category", ["lower_accented", "lower_common", "upper_common", "law", "kaomoji"])
def test_the_other_classes_of_ftfy_are_among_the_partners(category):
    assert members(MOJIBAKE_CATEGORIES[category]) <= members(gate._PARTNERS + gate._GREEK_AND_CYRILLIC)


def test_ftfy_has_no_class_that_we_do_not_know():
    assert set(MOJIBAKE_CATEGORIES) == {
        "common",
        "c1",
        "bad",
        "law",
        "currency",
        "start_punctuation",
        "end_punctuation",
        "numeric",
        "kaomoji",
        "upper_accented",
        "lower_accented",
        "upper_common",
        "lower_common",
        "box",
    }


def test_ftfy_has_as_many_branches_as_we_looked_at():
    assert BADNESS_RE.pattern.count("|\n") == 36


@given(text=texts)
def test_what_the_gate_passes_ftfy_leaves(text):
    if surely_clean(text):
        assert ftfy.fix_text(text, SAFE) == text


@given(text=texts)
def test_behind_the_gate_ftfy_does_what_it_does_alone(text):
    assert ftfy_safe(text) == ftfy.fix_text(text, SAFE)


@given(text=_near_bad)
def test_texts_that_are_nearly_bad_do_not_slip_through(text):
    assert ftfy_safe(text) == ftfy.fix_text(text, SAFE)


@given(text=_near_bad)
def test_a_bad_text_looks_bad(text):
    if any(BADNESS_RE.search(line) for line in text.splitlines(keepends=True)):
        assert gate.looks_bad(text) or gate.needs_repair(text)


def test_each_branch_of_ftfy_is_reached_in_the_middle_of_prose():
    generator = random.Random(5)
    alphabet = _NAMED + "aZ \n" + "éöüàßŸŠвЂГўВβΒ"
    for _ in range(4_000):
        core = "".join(generator.choices(alphabet, k=generator.randint(2, 5)))
        text = "plain " + core + generator.choice((" words", "words", "\nwords", ""))
        if any(BADNESS_RE.search(line) for line in text.split("\n")):
            assert gate.looks_bad(text) or gate.needs_repair(text), ascii(text)


@pytest.mark.parametrize("path", QUIET, ids=lambda path: path.stem)
def test_clean_prose_comes_out_of_both_alike(path):
    text = path.read_bytes().decode("utf-8")
    assert ftfy_safe(text) == ftfy.fix_text(text, SAFE)


@pytest.mark.parametrize("text", ["a\nÃ b", "a\nÂ b", "Ã b", "xÃ b", "a\r\nÂ b", "a\u2028Ã b"])
def test_a_letter_at_the_start_of_a_line_is_seen(text):
    assert ftfy_safe(text) == ftfy.fix_text(text, SAFE)


@pytest.mark.parametrize("text", ["a < b\nR&amp;D", "R&amp;D\na < b\nR&amp;D", "R&amp;D <", "&lt;\n&lt;"])
def test_the_state_that_ftfy_keeps_about_markup_is_kept(text):
    assert ftfy_safe(text) == ftfy.fix_text(text, SAFE)


@pytest.mark.parametrize(
    "text", ["", "a", "plain prose, nothing else\n", "Ça va – “bien”, 東京", "םולש", "a\tb\r\n\x0c"]
)
def test_ordinary_text_passes(text):
    assert surely_clean(text)


@pytest.mark.parametrize("text", ["\0", "\x1b", "\x7f", "\x85", "\ud800", "\ufeff", "&amp;", "e\u0301", "Ã©", "\ufffc"])
def test_a_doubtful_character_does_not_pass(text):
    assert not surely_clean(text)


def test_a_line_longer_than_a_segment_of_ftfy_is_cut_where_ftfy_cuts():
    text = "a" * (gate.SEGMENT - 1) + "Ã b" + "c" * 10
    assert ftfy_safe(text) == ftfy.fix_text(text, SAFE)
