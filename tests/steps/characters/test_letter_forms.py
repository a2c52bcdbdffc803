from __future__ import annotations

import unicodedata

import pytest

from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.steps.characters.hygiene.stage import Hygiene

STAGE = Hygiene()


def tidy(text: str) -> str:
    return apply(text, resolve(STAGE(Doc(text))))


BECOMES = {
    "ligatures of Latin": ("the ﬁrst oﬃcer’s ﬂag, eﬀort and waﬄe", "the first officer’s flag, effort and waffle"),
    "the long s and t": ("Poﬅ and beﬆ", "Post and best"),
    "shapes of Arabic": ("ﺳﻔﻴﻨﺔ ﻓﻲ ﺍﻟﻤﻴﻨﺎﺀ", "سفينة في الميناء"),
    "shapes of Persian letters": ("ﭘﻨﭽﺮﻩ", "پنچره"),
    "shapes among letters": ("الﻣﻴناء", "الميناء"),
    "lam and alef": ("ﻻ", "لا"),
    "a letter alone in a line of shapes": ("ﺳﻔﻴﻨﺔ ﻭ ﻣﻴﻨﺎﺀ", "سفينة و ميناء"),
    "a vowel sign behind a letter": ("ﻣﹶﻴﻨﺎﺀ", "مَيناء"),
}
STAYS = {
    "letters of a spelling": "œuvre, æther, Œdipus, ĳsvrij, ß",
    "signs that look like ligatures": "℀ ℡ ™ ½ x² №",
    "ornate brackets": "﴿نور﴾",
    "words in one sign": "ﷺ ﷲ ﷻ ﷼ ﷽",
    "one shape that is talked about": "the final form of beh is ﺐ",
    "shapes in a row, each alone": "ﺏ ﺑ ﺒ ﺐ",
    "a vowel sign on nothing": "ﹶ",
    "plain Arabic": "سفينة في الميناء",
    "Armenian and Hebrew": "ﬓ",
}


@pytest.mark.parametrize(("text", "wanted"), BECOMES.values(), ids=BECOMES)
def test_it_becomes(text, wanted):
    assert unicodedata.normalize("NFC", tidy(text)) == wanted


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_it_stays(text):
    assert tidy(text) is text


def test_a_ligature_is_one_edit():
    (edit,) = STAGE(Doc("oﬃcer"))
    assert (edit.start, edit.before, edit.after, edit.rule) == (
        1,
        "ﬃ",
        "ffi",
        "any.characters.letter-form/latin-ligature",
    )
