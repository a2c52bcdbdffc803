from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.core.edit import apply
from cleantext.steps.characters.align import edits_between, trimmed

_words = st.lists(st.sampled_from(["a", "b", "ab", " ", "  ", "\n", "Ã©", "é", "\ud800"]), max_size=40).map("".join)


@given(before=_words, after=_words)
def test_the_edits_make_one_of_the_other(before, after):
    assert apply(before, tuple(edits_between(before, after, 0, "r.x/a"))) == after


@given(before=_words, after=_words)
def test_the_edits_are_sorted_and_disjoint(before, after):
    edits = list(edits_between(before, after, 0, "r.x/a"))
    assert all(first.end <= second.start for first, second in itertools.pairwise(edits))


@given(before=_words, after=_words)
def test_every_edit_changes_something(before, after):
    assert all(edit.before != edit.after for edit in edits_between(before, after, 0, "r.x/a"))


@given(before=_words, after=_words, offset=st.integers(0, 9))
def test_the_offset_moves_every_edit(before, after, offset):
    moved = [
        edit._replace(start=edit.start + offset, end=edit.end + offset) for edit in edits_between(before, after, 0, "r")
    ]
    assert list(edits_between(before, after, offset, "r")) == moved


def test_equal_texts_have_no_edits():
    assert list(edits_between("same", "same", 0, "r")) == []


def test_words_that_are_the_same_are_left_out():
    edits = list(edits_between("the cafÃ© and the thÃ©", "the café and the thé", 0, "r"))
    assert [(edit.start, edit.before, edit.after) for edit in edits] == [(7, "Ã©", "é"), (20, "Ã©", "é")]


def test_a_long_run_without_a_common_word_is_paired_word_by_word():
    edits = list(edits_between("aÃ " * 50, "aà " * 50, 0, "r"))
    assert len(edits) > 40


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("abc", "abc", (3, 3, "", "")),
        ("abc", "axc", (1, 2, "b", "x")),
        ("aaa", "aa", (2, 3, "a", "")),
        ("", "x", (0, 0, "", "x")),
        ("x", "", (0, 1, "x", "")),
        ("abab", "ab", (2, 4, "ab", "")),
    ],
)
def test_what_both_ends_share_is_cut_off(before, after, expected):
    assert trimmed(0, before, after, "r")[:4] == expected
