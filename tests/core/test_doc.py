from __future__ import annotations

import pytest
from conftest import layered, texts
from hypothesis import given

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.errors import EditError


@pytest.mark.parametrize("text", ["", "\n", "a", "a\n", "\r\na\r", "\u2028a\x85b", "\ud800\n\0"])
def test_lines_joined_are_the_text(text):
    assert "\n".join(Doc(text).lines) == text


def test_an_empty_text_is_one_empty_line():
    assert (Doc("").lines, Doc("").line_starts) == ([""], [0])


def test_a_final_line_feed_ends_in_an_empty_line():
    assert Doc("a\n").lines == ["a", ""]


def test_a_carriage_return_stays_at_the_end_of_its_line():
    assert Doc("a\r\nb").lines == ["a\r", "b"]


@given(text=texts)
def test_every_line_starts_where_it_says(text):
    doc = Doc(text)
    assert len(doc.lines) == len(doc.line_starts)
    assert all(text[start : start + len(line)] == line for line, start in zip(doc.lines, doc.line_starts, strict=True))


@given(text=texts)
def test_the_folded_text_is_as_long(text):
    assert len(Doc(text).folded) == len(text)


def test_words_are_folded():
    assert Doc("It’s  The\nEND").words == ["it's", "the", "end"]


def test_without_a_detector_the_language_is_unknown():
    assert Doc("The end of the road").language == "und"


def test_the_detector_is_asked_once_at_most():
    asked = []
    doc = Doc("x", lambda doc: asked.append(doc) or "en")
    assert (doc.language, doc.language, len(asked)) == ("en", "en", 1)


def test_the_detector_is_not_asked_before_it_must_be():
    asked = []
    assert Doc("x", lambda doc: asked.append(doc) or "en").lines == ["x"]
    assert not asked


def test_a_successor_shares_scores_and_detector():
    doc = Doc("x", lambda _: "fi")
    doc.scores["spun"] = 0.5
    after = doc.successor((Edit(0, 1, "x", "y", "r.x/a"),))
    assert (after.text, after.scores, after.language) == ("y", {"spun": 0.5}, "fi")


def test_a_successor_finds_its_facts_anew():
    doc = Doc("a\nb")
    assert doc.lines == ["a", "b"]
    assert doc.successor((Edit(0, 2, "a\n", "", "r.x/a"),)).lines == ["b"]


def test_a_successor_refuses_the_edits_of_another_text():
    with pytest.raises(EditError):
        Doc("x").successor((Edit(0, 1, "z", "y", "r.x/a"),))


@given(case=layered(1))
def test_what_remains_of_a_document_are_lines_of_it(case):
    text, (edits,) = case
    doc = Doc(text)
    after = doc.successor(edits)
    if after.remains_of is doc:
        left = iter(doc.lines)
        assert all(line in left for line in after.lines if line)
