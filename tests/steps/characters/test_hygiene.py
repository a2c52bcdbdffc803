"""The stage as a whole: layers that meet, any text at all, and hostile lengths."""

from __future__ import annotations

import time

import pytest
from conftest import texts
from hypothesis import given
from hypothesis import strategies as st

from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.language import detect
from cleantext.steps.characters.hygiene.stage import _KINDS, Hygiene, _class_of

STAGE = Hygiene()
_PIECES = (
    "word  \t\u00a0\u2003\u3000\u2800\n\n\n \n\r\n\x0c",
    "аррlе Пaриж Tο λό\u00b5 iх",
    "ﬁ ﬃ ﻣﺮﺣ ﹶ ﻻ ﷺ",
    "Ａｂ１，！ ｶﾞｲﾄﾞ ﾞ ﾡￂﾤ 日。",
    "𝐀𝐛𝐜𝐝 𝑥 ℝ =",
    "it\ufffds \ufffd \u200b\u200c\u200d\ufeff\u00ad\ufe0f",
    "\u202e\u2067א\u2069\x1b[1m\x1b]8;;x\x07\x00\ufffc",
    "  x = 1;  # a\n  y = 2;  # b\n```\n|  |  |",
)
_odd_texts = st.lists(
    st.one_of(st.sampled_from(_PIECES), st.text(st.sampled_from("".join(_PIECES)), max_size=6)), max_size=12
).map("".join)


def tidy(text: str) -> str:
    return apply(text, resolve(STAGE(Doc(text, detect))))


@given(text=st.one_of(_odd_texts, texts))
def test_once_is_enough(text):
    once = tidy(text)
    assert tidy(once) == once


@given(text=_odd_texts)
def test_the_edits_are_sorted_and_disjoint(text):
    edits = tuple(STAGE(Doc(text)))
    assert resolve(edits) == edits


@given(text=_odd_texts)
def test_no_edit_is_without_effect(text):
    assert all(edit.before != edit.after for edit in STAGE(Doc(text)))


LAYERS = {
    "a zero-width space between two blanks": ("a \u200b b", "a b"),
    "a zero-width space in a word with a look-alike": ("hа\u200brbour", "harbour"),
    "a soft hyphen in a shape": ("oﬃ\u00adcer", "officer"),
    "an object mark between two lines": ("a\n\n\ufffc\nb", "a\n\nb"),
    "form feeds between paragraphs": ("a\n\x0c\nb", "a\n\nb"),
    "a filler between blanks": ("a \u3164 b", "a b"),
    "full-width words with an ideographic space and a blank": ("Ａｂ\u3000 Ｃｄ", "Ab Cd"),
    "a joiner in an apostrophe's word": ("it\u200d\ufffds", "it’s"),
}


@pytest.mark.parametrize(("text", "wanted"), LAYERS.values(), ids=LAYERS)
def test_what_one_layer_leaves_the_next_one_sees(text, wanted):
    assert tidy(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), LAYERS.values(), ids=LAYERS)
def test_it_is_the_same_among_a_thousand_others(text, wanted):
    assert tidy("\x07" * 1_000 + ".\n" + text + "\n.\x07") == ".\n" + wanted + "\n."


def test_the_kinds_share_no_character():
    plane = [chr(code) for code in range(0x10000)]
    kinds = [set(_class_of(frozenset({kind})).findall("".join(plane))) for kind in sorted(_KINDS)]
    assert sum(map(len, kinds)) == len(set().union(*kinds))


CLEAN = {
    "German": "Die Fähre fuhr – wie immer – zu spät ab; „das war klar“, sagte der Hafenmeister.",
    "Russian": "Паром, как всегда, опоздал; «ничего нового», — сказал начальник порта.",
    "Chinese": "渡船又晚点了，“老样子，”港务长说。",
    "Japanese": "フェリーはまた遅れた。「いつものことだ」と港長は言った。",
    "Korean": "여객선은 또 늦었다. “늘 그렇지요.” 항만장이 말했다.",
    "Persian": "کشتی مثل همیشه دیر کرد؛ رئیس بندر می\u200cگوید «چیز تازه\u200cای نیست».",
    "Hindi": "नाव फिर देर से चली; बंदरगाह के अधिकारी ने कहा, “यह तो रोज़ की बात है।”",
    "Thai": "เรือข้ามฟากมาสายอีกแล้ว",
    "Greek": "Το πλοίο άργησε πάλι· «όπως πάντα», είπε ο λιμενάρχης.",
    "Hebrew": "המעבורת איחרה שוב, אמר מנהל הנמל.",
    "French": "Le bac est encore en retard\u00a0: «\u00a0comme toujours\u00a0», dit le chef du port.",
    "Vietnamese": "Chuyến phà lại trễ, giám đốc cảng nói.",
    "emoji": "Late again 🙄 – 👩🏽\u200d🚀 and 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
}


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN)
def test_clean_text_has_no_edits(text):
    assert list(STAGE(Doc(text))) == []


HOSTILE = {
    "blanks": " ",
    "blanks and a letter": "  a",
    "blanks and tabs": " \t",
    "no-break spaces": "\u00a0",
    "no-break spaces between letters": "a\u00a0",
    "ideographic spaces": "\u3000",
    "ideographic spaces between letters": "a\u3000",
    "line feeds": "\n",
    "line feeds and blanks": "\n ",
    "lines with gaps": "a  b\n",
    "lines of a table": "a   b    c\n",
    "lines of a program": "  x  = 1;\n",
    "fences": "```\n",
    "look-alikes": "аa",
    "words with look-alikes": "wоrd ",
    "lines of words with look-alikes": "wоrd\n",
    "Greek and Latin": "αb",
    "ligatures": "ﬁ",
    "shapes": "ﻣ",
    "shapes apart": "ﻣ ",
    "full-width letters": "Ａ",
    "full-width letters apart": "Ａ ",
    "lines of full-width letters": "Ａ\n",
    "half-width kana": "ﾊﾟ",
    "voice marks": "ﾟ",
    "half-width Hangul": "ﾡￂ",
    "mathematical letters": "𝐀",
    "mathematical letters apart": "𝐀 ",
    "mathematical words apart": "𝐀𝐁𝐂𝐃, ",
    "replacement characters": "\ufffd",
    "apostrophes lost": "it\ufffds ",
    "apostrophes lost in one word": "a\ufffds",
    "fillers": "\u115f\u1160",
    "joiners": "\u200c",
    "joiners of both kinds": "\u200c\u200d",
    "joiners between Persian letters": "م\u200c",
    "escapes": "\x1b",
    "escapes that open a string": "\x1bP",
    "backticks": "`a  ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_a_flood_takes_linear_time(piece):
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        began = time.process_time()
        list(STAGE(Doc(text, detect)))
        return time.process_time() - began

    seconds(1_000)
    short, long = min(seconds(12_500) for _ in range(3)), seconds(100_000)
    # Eight times the length: sixteen times leaves room for a busy machine, sixty-four would be quadratic.
    assert long < 24 * short + 0.1
