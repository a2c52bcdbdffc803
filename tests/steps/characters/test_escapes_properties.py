"""What holds for every text with pieces of escapes in it, and how long it may take."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext import clean
from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.steps.characters.escapes.stage import Escapes

STAGE = Escapes()
PIECES = (
    *(
        "&amp;",
        "&#154;",
        "&#157;",
        "&eacute;",
        "\\u2019",
        "\\ud83d\\ude00",
        "\\u00e9",
        "\\u{e9}",
        "\\xc3\\xa9",
        "\\xc3",
    ),
    *(
        "\\303\\251",
        "\\303",
        "\\",
        "\\n",
        '\\"',
        '"',
        "=C3=A9",
        "=C3=\n=A9",
        "=E9",
        "=3D",
        "=20\n",
        "=\n",
        "=",
        "%C3%A9",
    ),
    *("%20", "%3Cb%3E", "%E9", "%u2019", "%", "+", "+AOk-", "+AOkA6Q-", "+-", "<U+2019>", "<c3><a9>", "<b", ">", "<"),
    *("_x000D_", "_x000A_", "_x005F", "\0", "a\0", "\x1f\x04", "ÿþ", "ï»¿", "п»ї", "\ud83d", "\ude00", "\x01", "\x0c"),
    *(
        "a",
        "B",
        " ",
        "\n",
        "\r\n",
        ".",
        "é",
        "я",
        "中",
        "/",
        "?",
        "@",
        "C:\\",
        "https://a.example/",
        "print(",
        "Unicode ",
    ),
)
texts = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)


@given(text=texts)
def test_the_edits_are_sorted_and_disjoint_and_fit(text):
    edits = list(STAGE(Doc(text)))
    assert list(resolve(edits)) == [edit for edit in edits if edit.before != edit.after]
    apply(text, edits)


@given(text=texts)
def test_cleaning_twice_is_cleaning_once(text):
    once = clean(text, steps="characters/escapes")
    assert clean(once, steps="characters/escapes") == once


@given(text=texts)
def test_a_text_without_an_escape_comes_back_as_the_same_object(text):
    if not list(STAGE(Doc(text))):
        assert clean(text, steps="characters/escapes") is text


@pytest.mark.parametrize(
    "piece", [*PIECES, "\\u", "\\u2019,", "&amp;amp;", "=C3", "%C3", "=C3=A9\n", "[\\u4e00", "/%C3%A9"]
)
def test_the_time_is_linear(piece):
    def seconds(size: int) -> float:
        doc = Doc(piece * (size // len(piece)))
        start = time.process_time()
        list(STAGE(doc))
        return time.process_time() - start

    short = min(seconds(10_000) for _ in range(2))
    # Quadratic would be 64 times as long.
    assert seconds(80_000) < 30 * short + 0.05
