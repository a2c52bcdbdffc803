from __future__ import annotations

import pytest

from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.steps.characters.hygiene.stage import Hygiene

STAGE = Hygiene()


def tidy(text: str) -> str:
    return apply(text, resolve(STAGE(Doc(text))))


BECOMES = {
    "full-width words": ("Ｏｐｅｎ ｄａｉｌｙ", "Open daily"),
    "with marks and ideographic spaces among them": ("Ｏｐｅｎ，\u3000ｄａｉｌｙ！（９－５）", "Open, daily!(9-5)"),
    "one word in a line of its own width": ("The sign says Ｏｐｅｎ in red.", "The sign says Open in red."),
    "digits": ("Telephone ０１－２３", "Telephone 01-23"),
    "in a line of Russian": ("Рейс Ｂ７ отменён", "Рейс B7 отменён"),
    "half-width kana": ("ﾌｪﾘｰ", "フェリー"),
    "half-width kana with voice marks": ("ｶﾞｲﾄﾞﾌﾞｯｸ ﾊﾟﾝ", "ガイドブック パン"),
    "half-width marks beside kana": ("｢ﾌｪﾘｰ｣ﾊ､ﾃﾞﾏｼﾀ｡", "「フェリー」ハ、デマシタ。"),
    "half-width middle dot between words": ("ｱｶ･ｱｵ", "アカ・アオ"),
    "half-width kana among others": ("これはﾌｪﾘｰです。", "これはフェリーです。"),
    "half-width Hangul": ("ﾾￂﾤﾡￂﾷ", "한강"),
}
STAYS = {
    "full-width letters in Japanese": "ＮＨＫは朝のニュースを伝えた。",
    "full-width digits in Japanese": "２０２４年５月",
    "full-width letters alone in a line of a Japanese text": "港の船\nＡＢＣ号\nこの船は毎朝港を出ます。",
    "full-width letters alone in a line of a Chinese text": "这条船每天早上离开港口。\n\n２０２４\n\n船上有十个人。",
    "full-width letters in Korean": "여객선 Ａ호가 떠났다.",
    "full-width letters between corner brackets": "「Ａ」",
    "Chinese marks": "船到了，对吗？好！",
    "a full-width mark behind Latin words": "Well done！",
    "a wave dash": "9～5",
    "faces": "(ﾟДﾟ) (´･ω･`) ヽ(ﾟ∀ﾟ)ﾉ",
    "a voice mark with nothing to sound": "aﾞ ﾟ",
}


@pytest.mark.parametrize(("text", "wanted"), BECOMES.values(), ids=BECOMES)
def test_it_becomes(text, wanted):
    assert tidy(text) == wanted


@pytest.mark.parametrize("wanted", [wanted for _, wanted in BECOMES.values()], ids=BECOMES)
def test_what_it_became_stays(wanted):
    assert tidy(wanted) is wanted


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_it_stays(text):
    assert tidy(text) is text


def test_a_line_of_latin_is_folded_beside_one_that_quotes_japanese():
    text = "Ｏｐｅｎ daily from nine to five, as it says at the entrance of the old harbour office\n港"
    assert tidy(text) == text.replace("Ｏｐｅｎ", "Open")
