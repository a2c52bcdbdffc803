"""Any text goes through the functions of other packages, and exceptions come out as they went in."""

from __future__ import annotations

import re

import pytest
from conftest import texts
from hypothesis import given

from cleantext.compat import clean_text, ftfy
from cleantext.compat.keywords import Keywords

ALL = {name: True for name in Keywords._fields if name.startswith("no_") and name != "no_line_breaks"}
SINGLE = sorted(set(clean_text.__all__) - {"clean", "clean_texts"})


@pytest.mark.parametrize("name", SINGLE)
@given(text=texts)
def test_a_function_takes_any_text(name, text):
    assert isinstance(getattr(clean_text, name)(text), str)


@given(texts)
def test_everything_at_once_takes_any_text(text):
    assert isinstance(clean_text.clean(text, **ALL), str)


@given(texts)
def test_exceptions_come_out_as_they_went_in(text):
    pattern = r"[A-Z][a-z]{1,8}"
    kept = re.findall(pattern, text)
    after = clean_text.clean(text, exceptions=[pattern], **ALL)
    place = 0
    for word in kept:
        place = after.find(word, place) + len(word)
        assert place >= len(word)


@given(texts)
def test_blanks_are_normal_after_normalising(text):
    once = clean_text.normalize_whitespace(text)
    assert clean_text.normalize_whitespace(once) == once


@given(texts)
def test_no_punctuation_is_left(text):
    assert clean_text.remove_punct(clean_text.remove_punct(text)) == clean_text.remove_punct(text)


@given(texts)
def test_an_explanation_leads_to_the_text(text):
    after, explanation = ftfy.fix_and_explain(text)
    assert ftfy.apply_plan(text, explanation) == after
