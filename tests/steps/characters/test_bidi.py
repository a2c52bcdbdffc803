from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.core.edit import apply
from cleantext.steps.characters.hygiene.bidi import bidi_edits

_lines = st.text(
    st.sampled_from("aא\n\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"), max_size=30
)


def judged(text: str) -> str:
    return apply(text, tuple(bidi_edits(text)))


@given(text=_lines)
def test_what_is_kept_is_kept_again(text):
    assert judged(judged(text)) == judged(text)


@given(text=_lines)
def test_only_controls_go(text):
    assert [c for c in judged(text) if c in "aא\n"] == [c for c in text if c in "aא\n"]


@given(text=_lines)
def test_each_line_is_judged_by_itself(text):
    assert judged(text) == "\n".join(map(judged, text.split("\n")))


@given(text=_lines)
def test_what_is_opened_is_closed(text):
    for line in judged(text).split("\n"):
        assert sum(line.count(c) for c in "\u202a\u202b") == line.count("\u202c")
        assert sum(line.count(c) for c in "\u2066\u2067\u2068") == line.count("\u2069")


@pytest.mark.parametrize("text", ["", "a", "\n\n", "א"])
def test_a_text_without_controls_has_no_edits(text):
    assert list(bidi_edits(text)) == []


def test_an_override_never_stays():
    assert judged("א\u202da\u202c\u202eb\u202c") == "אab"


def test_an_isolate_that_holds_an_unclosed_embedding_stays():
    assert judged("א \u2067a\u202bb\u2069") == "א \u2067ab\u2069"
