"""Classes: the kind of character that a code point is, as the character model sees it.

A class is a script or block with a general category, so that letters, marks and signs
of one script are told apart, and capitals from small letters: damage shows most in the
order of classes. Han and Hangul are divided by how common a character is, which the
first level of the national standards tells.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cache

# Where blocks begin, each up to the next. What is rare in running text shares a name.
_BLOCKS = (
    (0x00, "control"), (0x20, "ascii"), (0x80, "c1"), (0xA0, "signs"), (0xC0, "latin"), (0x100, "latin"),
    (0x180, "latin"), (0x250, "ipa"), (0x2B0, "modifier"), (0x300, "mark"), (0x370, "greek"), (0x400, "cyrillic"),
    (0x460, "cyrillic"), (0x530, "armenian"), (0x590, "hebrew"), (0x600, "arabic"), (0x671, "arabic"),
    (0x700, "syriac"), (0x900, "devanagari"), (0x980, "bengali"), (0xA00, "gurmukhi"), (0xA80, "gujarati"),
    (0xB00, "oriya"), (0xB80, "tamil"), (0xC00, "telugu"), (0xC80, "kannada"), (0xD00, "malayalam"),
    (0xD80, "sinhala"), (0xE00, "thai"), (0xE80, "lao"), (0xF00, "tibetan"), (0x1000, "burmese"),
    (0x10A0, "georgian"), (0x1100, "jamo"), (0x1200, "ethiopic"), (0x13A0, "cherokee"), (0x1400, "syllabics"),
    (0x1680, "rare"), (0x1780, "khmer"), (0x1800, "mongolian"), (0x18B0, "rare"), (0x1C90, "georgian"),
    (0x1CC0, "rare"), (0x1D00, "ipa"), (0x1DC0, "mark"), (0x1E00, "latin"), (0x1F00, "greek"), (0x2000, "space"),
    (0x200B, "format"), (0x2010, "punctuation"), (0x2028, "format"), (0x2030, "punctuation-b"), (0x2060, "format"),
    (0x2070, "raised"), (0x20A0, "currency"), (0x20D0, "mark"), (0x2100, "letterlike"), (0x2150, "fraction"),
    (0x2190, "arrow"), (0x2200, "mathematics"), (0x2300, "technical"), (0x2460, "enclosed"), (0x2500, "box"),
    (0x25A0, "shape"), (0x2600, "picture"), (0x27C0, "mathematics"), (0x2800, "rare"), (0x2C60, "latin"),
    (0x2C80, "rare"), (0x2D30, "tifinagh"), (0x2D80, "ethiopic"), (0x2DE0, "rare"), (0x3000, "cjk-sign"),
    (0x3040, "hiragana"), (0x30A0, "katakana"), (0x3100, "rare"), (0x3200, "cjk-rare"), (0x3400, "han-rare"),
    (0xA000, "rare"), (0xA720, "latin"), (0xA800, "rare"), (0xAB00, "ethiopic"), (0xAB30, "rare"),
    (0xAC00, "hangul"), (0xD7A4, "rare"), (0xD800, "surrogate"), (0xE000, "private"), (0xF900, "han-rare"),
    (0xFB00, "ligature"), (0xFB1D, "hebrew-form"), (0xFB50, "arabic-form"), (0xFE00, "format"),
    (0xFE10, "cjk-rare"), (0xFE70, "arabic-form"), (0xFEFF, "format"), (0xFF00, "wide"), (0xFF61, "half-kana"),
    (0xFFA0, "half-hangul"), (0xFFE0, "wide"), (0xFFF0, "special"), (0x10000, "rare"), (0x1D400, "mathematics"),
    (0x1F000, "picture"), (0x1FB00, "rare"), (0x20000, "han-rare"), (0x30000, "rare"), (0xE0000, "format"),
    (0xE0200, "private"),
)  # fmt: skip
_STARTS = [start for start, _ in _BLOCKS]


@cache
def class_of(character: str) -> str:
    """Return the class of a character, as in "cyrillic Ll" or "han-common Lo"."""
    block = _BLOCKS[bisect_right(_STARTS, ord(character)) - 1][1]
    if "\u4e00" <= character <= "\u9fff":
        block = _HAN[len(_levels_with(character))]
    elif block == "hangul":
        # Python's codec has a way to write the other syllables too, letter by letter.
        block = "hangul" if 0xB0 <= _lead(character, "euc_kr") <= 0xC8 else "hangul-rare"
    return f"{block} {unicodedata.category(character)}"


def is_everyday(ideographs: str, share: int) -> bool:
    """Say whether ideographs are in daily use in one country: all but one in `share` in its standard's first level."""
    rare = len(ideographs) / share
    return any(
        sum(not first <= _lead(character, codec) <= last for character in ideographs) <= rare
        for codec, first, last in _LEVELS
    )


_HAN = ("han-rare", "han-some", "han-common", "han-common")
# The first level of each standard, in which the characters in daily use stand: codec, first and last row.
_LEVELS = (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6), ("euc_jp", 0xB0, 0xCF))


def _levels_with(character: str) -> list[str]:
    return [codec for codec, first, last in _LEVELS if first <= _lead(character, codec) <= last]


def _lead(character: str, codec: str) -> int:
    try:
        return character.encode(codec)[0]
    except UnicodeEncodeError:
        return 0
