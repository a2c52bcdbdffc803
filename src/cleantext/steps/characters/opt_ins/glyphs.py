"""Glyphs: letters that are drawn another way and mean the same, as wide, enclosed or joined forms.

A run of them is one edit. What the text's own script needs is not asked about: who names
one of these repairs wants it in Chinese and Japanese lines as well.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit

_SHIFT = 0xFEE0
_WIDE_LETTERS = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]{1,256}")
_WIDE_PUNCTUATION = re.compile("[\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff5e\u3000]{1,256}")
_WIDTH_FORMS = re.compile("[\u3000\uff01-\uffef]{1,256}")
# Digraphs in one code point, and the joined letters of old fonts: the ones that ftfy takes apart.
_LIGATURES = str.maketrans(
    {
        "\u0132": "IJ",
        "\u0133": "ij",
        "\u0149": "\u02bcn",
        "\u01c4": "D\u017d",
        "\u01c5": "D\u017e",
        "\u01c6": "d\u017e",
        "\u01c7": "LJ",
        "\u01c8": "Lj",
        "\u01c9": "lj",
        "\u01ca": "NJ",
        "\u01cb": "Nj",
        "\u01cc": "nj",
        "\u01f1": "DZ",
        "\u01f2": "Dz",
        "\u01f3": "dz",
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "\u017ft",
        "\ufb06": "st",
    }
)
_LIGATURE = re.compile("[\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06]")
# First code point of each alphabet, and the letter it stands for.
_ALPHABETS = (
    (0x249C, "a"),
    (0x24B6, "A"),
    (0x24D0, "a"),
    (0x1F110, "A"),
    (0x1F130, "A"),
    (0x1F150, "A"),
    (0x1F170, "A"),
)
_ENCLOSED = {chr(first + i): chr(ord(letter) + i) for first, letter in _ALPHABETS for i in range(26)}
_ENCLOSED_LETTERS = "\u249c-\u24e9\U0001f110-\U0001f129\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189"
_ENCLOSED_RUN = re.compile(f"(?:[{_ENCLOSED_LETTERS}]\ufe0f?){{2,64}}")
# Two are a grade, a blood group or a pair of labels; three may be a word.
_WORD = 3
_RULE = "any.characters."


def wide_letters(doc: Doc) -> Iterator[Edit]:
    """Yield full-width letters and digits as ASCII, in every line."""
    if doc.text.isascii():
        return
    for found in _WIDE_LETTERS.finditer(doc.text):
        narrow = "".join(chr(ord(letter) - _SHIFT) for letter in found[0])
        yield Edit(found.start(), found.end(), found[0], narrow, _RULE + "wide-letters/letter")


def wide_punctuation(doc: Doc) -> Iterator[Edit]:
    """Yield full-width punctuation and the ideographic space as ASCII; marks that ASCII lacks stay."""
    if doc.text.isascii():
        return
    for found in _WIDE_PUNCTUATION.finditer(doc.text):
        narrow = "".join(" " if mark == "\u3000" else chr(ord(mark) - _SHIFT) for mark in found[0])
        yield Edit(found.start(), found.end(), found[0], narrow, _RULE + "wide-punctuation/mark")


def width_forms(doc: Doc) -> Iterator[Edit]:
    """Yield every full-width and half-width form in its ordinary width, character by character as ftfy does."""
    if doc.text.isascii():
        return
    for found in _WIDTH_FORMS.finditer(doc.text):
        # Not the run at once: a half-width voicing mark would compose, which is the next stage's business.
        ordinary = "".join(_ordinary_width(form) for form in found[0])
        if ordinary != found[0]:
            yield Edit(found.start(), found.end(), found[0], ordinary, _RULE + "width-forms/form")


def ligatures(doc: Doc) -> Iterator[Edit]:
    """Yield joined letters and one-character digraphs as their letters."""
    if doc.text.isascii():
        return
    for found in _LIGATURE.finditer(doc.text):
        yield Edit(found.start(), found.end(), found[0], found[0].translate(_LIGATURES), _RULE + "ligatures/letter")


def enclosed_letters(doc: Doc) -> Iterator[Edit]:
    """Yield words set in circled, squared or bracketed letters as plain words; single letters and a-b-c lists stay."""
    if doc.text.isascii():
        return
    line_end = -1
    is_styled = False
    for found in _ENCLOSED_RUN.finditer(doc.text):
        if found.start() > line_end:
            line_start = doc.text.rfind("\n", 0, found.start()) + 1
            line_end = doc.text.find("\n", found.start())
            line_end = line_end if line_end >= 0 else len(doc.text)
            is_styled = any(
                _is_enclosed_word(_plain(run[0])) for run in _ENCLOSED_RUN.finditer(doc.text, line_start, line_end)
            )
        if is_styled:
            plain = _plain(found[0])
            yield Edit(found.start(), found.end(), found[0], plain, _RULE + "enclosed-letters/word")


def _ordinary_width(form: str) -> str:
    return " " if form == "\u3000" else unicodedata.normalize("NFKC", form)


def _plain(run: str) -> str:
    return "".join(_ENCLOSED.get(letter, "") for letter in run)


def _is_enclosed_word(plain: str) -> bool:
    """Say whether letters may be a word: there are enough of them, and they do not count up the alphabet."""
    return len(plain) >= _WORD and any(ord(after) - ord(before) != 1 for before, after in pairwise(plain))
