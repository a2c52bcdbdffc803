"""Plain: the nearest form in ASCII, of what has one.

A letter of another script has none that says the same, and deleting it is no form either:
what has none stays. So the result need not be ASCII, but nothing is lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from cleantext.compat.figures import code_of
from cleantext.core.edit import Edit

# Marks on a letter of ASCII, or any one character; behind some a selector says that it is an emoji.
_BEYOND = re.compile("(?P<marks>(?<=[A-Za-z])[\u0300-\u036f]+)|(?P<digit>(?<=[0-9]))?[^\x00-\x7f](?!\ufe0f)")
_GERMAN = frozenset("äöüÄÖÜßẞ")
_LETTERS = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ŋ": "ng", "Ŋ": "NG", "ħ": "h",
    "Ħ": "H", "ŧ": "t", "Ŧ": "T", "ĸ": "k", "ƒ": "f",
}  # fmt: skip
_SIGNS = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\u00b4\u275b\u275c", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u2039\u203a\u275d\u275e\u301d\u301e", '"'),
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
    **dict.fromkeys("\u2028\u2029\u0085", "\n"),
    "\u2026": "...", "\u2022": "*", "\u00d7": "x", "\u00f7": "/", "\u2044": "/", "\u00a1": "!", "\u00bf": "?",
}  # fmt: skip
# These are emoji to many programs, and plain letters would run into the word before them.
_STAY = frozenset("©®™")


def to_ascii(text: str, language: str) -> Iterator[Edit]:
    """Yield the form in ASCII of what has one; German keeps its umlauts."""
    if text.isascii():
        return
    stays = _GERMAN if language == "de" else frozenset()
    for found in _BEYOND.finditer(text):
        if found["marks"]:
            after: str | None = ""
        elif found[0] in stays:
            continue
        else:
            after = _form(found[0], found["digit"] is not None)
        if after is not None:
            start, end = found.span()
            yield Edit(start, end, found[0], after, "compat.clean-text/to-ascii")


@cache
def _form(character: str, follows_digit: bool) -> str | None:
    """Return the form of one character; None where it has none."""
    if character in _STAY:
        return None
    compatible = unicodedata.normalize("NFKD", character)
    kind = unicodedata.decomposition(character).partition(" ")[0]
    if kind == "<super>" and compatible.isdigit():
        # A power is no digit more.
        return "^" + compatible
    if kind == "<fraction>":
        plain = compatible.replace("\u2044", "/")
        return " " + plain if follows_digit else plain
    known = _SIGNS.get(character) or _LETTERS.get(character) or code_of(character)
    if known is not None or character in _SIGNS:
        return known or ""
    plain = "".join(_LETTERS.get(letter, letter) for letter in compatible if not unicodedata.combining(letter))
    # A mark with a place of its own comes apart into a space and the mark.
    is_mark = plain == " " and len(compatible) > 1
    return plain if plain and plain.isascii() and not is_mark else None
