"""Styled: words in mathematical letters, which posts use for bold and italics.

A word of four such letters, or two words of two, is styling; shorter ones are formulas
and stay, as does anything beside a sign of arithmetic.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cleantext.core.edit import Edit
from cleantext.steps.characters.hygiene.kinds import STYLED

# The letters that mathematics had before it had alphabets; the alphabets have gaps for them.
_HOLES = "\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212c\u212d\u212f-\u2131\u2133\u2134"
_WORD = f"[{STYLED}{_HOLES}]{{1,64}}"
# Words with blanks and marks of prose between them. The next word is looked for only after such a mark.
_GROUP = re.compile(f"{_WORD}(?:[ \u00a0'\u2019\"\u201c\u201d,.;:!?&@#/()%$-]{{1,3}}{_WORD}){{0,64}}")
_WORDS = re.compile(_WORD)
_ARITHMETIC = re.compile("[=+*^_<>{}|\\\\\u00ac\u00b1\u00d7\u00f7\u2190-\u22ff\u27c0-\u27ff\u2900-\u2aff]")
# How far from a word a sign of arithmetic still makes it part of a formula.
_REACH = 2
_RULE = "any.characters.letter-form/mathematical"


def styled_edits(text: str) -> Iterator[Edit]:
    """Yield an edit a word, sorted."""
    for group in _GROUP.finditer(text):
        start, end = group.span()
        words = list(_WORDS.finditer(text, start, end))
        if not _is_prose([word[0] for word in words]):
            continue
        if _ARITHMETIC.search(text, max(0, start - _REACH), end + _REACH):
            continue
        for word in words:
            yield Edit(word.start(), word.end(), word[0], unicodedata.normalize("NFKC", word[0]), _RULE)


def _is_prose(words: list[str]) -> bool:
    lengths = [len(word) for word in words]
    return max(lengths) >= 4 or sum(length >= 2 for length in lengths) >= 2
