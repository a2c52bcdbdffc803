"""Promises 2 and 7: cleaning twice is cleaning once, and a text with nothing to repair is the same object."""

from __future__ import annotations

import pytest
from conftest import READY, byte_texts, texts
from hypothesis import given

from cleantext import clean, explain
from cleantext.config import STAGES

STORY = (
    "The ferry to the northern islands will sail twice a day from June, the board said on Monday, ending a dispute.\n\n"
    "Crews had refused to work the late crossing without a third deckhand, the company said, and had a point."
)
ALONE = [stage for stage in STAGES if stage.partition("/")[0] in READY]


@given(text=texts)
def test_cleaning_twice_is_cleaning_once(text):
    once = clean(text, steps=READY)
    assert clean(once, steps=READY) == once


@pytest.mark.parametrize("stage", ALONE)
@given(text=texts)
def test_a_stage_alone_is_stable(stage, text):
    once = clean(text, steps=(stage,))
    assert clean(once, steps=(stage,)) == once


@given(data=byte_texts)
def test_cleaning_the_text_of_bytes_again_changes_nothing(data):
    once = clean(data, steps=READY)
    assert clean(once, steps=READY) == once


@given(text=texts)
def test_a_clean_text_comes_back_as_the_same_object(text):
    once = clean(text, steps=READY)
    assert clean(once, steps=READY) is once


@given(text=texts)
def test_a_clean_text_has_no_layers(text):
    assert explain(clean(text, steps=READY), steps=READY).layers == ()


@given(text=texts)
def test_a_text_without_layers_is_the_same_object(text):
    result = explain(text, steps=READY)
    assert (result.text is text) == (not result.layers) or result.text == text


@given(text=texts)
def test_no_layer_is_empty(text):
    assert all(layer.edits for layer in explain(text, steps=READY).layers)


@given(text=texts)
def test_clean_and_explain_agree(text):
    assert clean(text, steps=READY) == explain(text, steps=READY).text


@given(text=texts)
def test_no_steps_change_nothing(text):
    assert clean(text, steps=()) is text


@pytest.mark.parametrize(
    "tail", ["bro\u00ad", "ه\u200d", "क्\u200d", "می\u200c", "☎\ufe0f", "\ufffc", "\x1b]0;", "e", "&amp", "Ã", "\ud83d"]
)
@pytest.mark.parametrize("chrome", ["\n\nAdvertisement", "\nAdvertisement\n", "\n\nShare this article\n\n\u0301"])
def test_what_ends_a_story_is_stable_where_the_lines_behind_it_go(tail, chrome):
    once = clean(STORY + tail + chrome, steps=READY)
    assert clean(once, steps=READY) == once


@pytest.mark.parametrize("head", ["\u0301", "\u200d👩", "\ufe0f", "\ufffc ", "Ã ", "amp;", "\udc00", "\u00ad", "lt;b"])
@pytest.mark.parametrize("chrome", ["Advertisement\n\n", "Share this article\n"])
def test_what_begins_a_story_is_stable_where_the_lines_before_it_go(head, chrome):
    once = clean(chrome + head + STORY, steps=READY)
    assert clean(once, steps=READY) == once


def test_two_lines_that_stand_together_when_one_between_them_goes_are_stable():
    once = clean(f"{STORY}\n\nCaf&\nAdvertisement\neacute; {STORY}", steps=READY)
    assert clean(once, steps=READY) == once
