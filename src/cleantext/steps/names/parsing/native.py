"""Native: names in the scripts of East Asia, which write them without spaces.

The family name comes first and has one character, unless it is a known one of two. Four
Chinese characters are nearly always a Japanese name, two and two.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleantext.steps.names.parsing.order import Parts
from cleantext.steps.names.parsing.tables import listed

_TWO = listed(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 "
    "长孙 長孫 端木 南宫 南宮 东方 東方 佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 "
    "小林 加藤 吉田 山田 佐々 山口 松本 井上 木村 斎藤 斉藤 清水 山崎 池田 橋本 阿部 "
    "石川 山下 中島 小川 前田 岡田 長谷 藤田 近藤 村上 後藤 坂本 遠藤 青木 藤井 西村 "
    "福田 太田 三浦 岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 "
    "安倍 岸田 河野 石破 高市 小池 小泉 野田 鳩山 麻生 菅原 茂木 枝野 玉木 黒田 植田 "
    "大谷 羽生 宮崎 村田 川端 三島 大江 夏目 芥川 黒澤 北野 坂井 徳川 織田 豊臣 東条 "
    "東條 岸本 石原 細川 宮沢 宮澤 村山 竹下 海部 中曽 大平 二階 谷垣 前原 岡野 安藤 "
    "今井 大野 藤原 小沢 小澤 松井 松岡 武田 上野 杉山 千葉 丸山 増田 平野 大塚 남궁 "
    "황보 제갈 선우 독고 사공 서문 동방"
)
# In this order: the longer ending first.
_TITLES = (
    *("大統領", "国家主席", "國家主席", "总统", "總統", "主席", "首相", "总理", "總理", "先生", "女士", "外相"),
    *("部长", "部長", "将军", "將軍", "氏", "さん", "様", "대통령", "총리", "장관", "위원장", "씨"),
)
_DOTS = "・·•･‧"


def split_native(words: Sequence[str]) -> tuple[Parts, str]:
    """Split a name of one or two words in Chinese characters, kana or hangul, and the title behind it."""
    if len(words) == 2:
        if words[1] in _TITLES:
            return split_native(words[:1])[0], words[1]
        if not _is_katakana(words[0]):
            return Parts(words[1], "", words[0], "eastern"), ""
        return Parts(words[0], "", words[1], "western"), ""
    word, title = words[0], ""
    for ending in _TITLES:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            word, title = word[: -len(ending)], ending
            break
    for dot in _DOTS:
        if dot in word:
            # Foreign names keep their own order.
            parts = [part for part in word.split(dot) if part]
            if len(parts) > 1:
                return Parts(parts[0], dot.join(parts[1:-1]), parts[-1], "western"), title
    if len(word) < 2 or not 2 <= len(word) <= 5 or _is_katakana(word):
        return Parts(word, "", "", "single"), title
    cut = 2 if word[:2] in _TWO and len(word) > 2 else 1
    if len(word) in (4, 5) and "\u4e00" <= word[0] <= "\u9fff":
        cut = 2
    return Parts(word[cut:], "", word[:cut], "eastern"), title


def _is_katakana(word: str) -> bool:
    return all("\u30a0" <= letter <= "\u30ff" for letter in word)
