"""Genuine: what statistics take for damage and no encoding made.

Lists of letters, tables drawn with lines, arithmetic, headlines of everyday ideographs
with spaces between them: each is rare in running text, and each has a legacy reading
that looks more like words. UTF-8 needs no such caution, since it proves itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cleantext.core.classes import is_everyday

_BEYOND = re.compile("[^\x00-\x7f]")
IDEOGRAPH = re.compile("[\u3400-\u9fff]")
# U+FFFD in UTF-8 as cp1251 and GBK have it, where nothing is left to repair; and a text whose only
# odd characters are letters of another width, or lines and boxes.
_HOPELESS = re.compile(
    "\u043f\u0457\u0405|\u951f\u65a4|\u65a4\u62f7|\\A[\\x00-\\x7f\uff01-\uff9f]*\\Z|\\A[\\x00-\\x7f\u2500-\u25ff]*\\Z"
)
_BESIDE_LETTER = re.compile("(?<=[A-Za-z])[^\x00-\x7f]|[^\x00-\x7f](?=[A-Za-z])")
_LATIN = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]")
# Of the ideographs in a line of words, at most one in so many is a rare one: a name.
_RARE_ONE = 30
# Fewer letters may be in any order by chance.
_FEWEST_LISTED = 5
_SHORT = 12
# Signs of so many kinds, in so many places, are an alphabet.
_VARIED, _OFTEN = 3, 8
# So many letters need no such look.
_ALPHABET = 8
_LETTER = re.compile("[A-Za-z]")
_MOST = 0.8


def is_genuine(text: str) -> bool:
    """Say whether a line is of a kind that no legacy reading is to be believed of."""
    beyond = _BEYOND.findall(text)
    if not beyond or _HOPELESS.search(text):
        return True
    ideographs = IDEOGRAPH.findall(text)
    if len(ideographs) >= _MOST * len(beyond) and is_everyday("".join(ideographs), _RARE_ONE):
        return True
    if not any(map(str.isalpha, beyond)) and not _BESIDE_LETTER.search(text):
        return True
    # A keyboard's signs, a formula.
    if len(beyond) < _SHORT and not _LETTER.search(text) and any(unicodedata.category(one) == "Sm" for one in beyond):
        return True
    return is_inventory(text)


def is_inventory(text: str) -> bool:
    """Say whether what a text has beyond ASCII is a list of letters or signs: in order, or small beside capital."""
    characters = _BEYOND.findall(text)
    listed = list(dict.fromkeys(characters))
    if len(listed) < _FEWEST_LISTED or len(characters) > 2 * len(listed):
        return False
    pairs = list(pairwise(listed))
    if sum(ord(after) - ord(before) == 1 for before, after in pairs) >= _MOST * len(pairs):
        return True
    letters = [character for character in listed if character.isalpha()]
    if len(letters) < _FEWEST_LISTED:
        return False
    if sum(letter.swapcase() != letter and letter.swapcase() in letters for letter in letters) >= _MOST * len(letters):
        return True
    bases = [unicodedata.normalize("NFD", letter)[0].lower() for letter in letters]
    backwards = sum(before > after for before, after in pairwise(bases))
    # One letter out of order is what a list of vowels has that ends in another letter.
    return len(set(bases)) > 2 and backwards <= (0 if " " in text or _LETTER.search(text) else 1)


def are_in_words(lines: Iterable[str], changes: Sequence[str]) -> bool:
    """Say whether characters that a reading changes stand in words, as letters do.

    Signs that stand apart are signs, and controls at a word's edge are the quotation marks of cp1252.
    """
    if sum(map(str.isalpha, set(changes))) >= _ALPHABET:
        return True
    run = re.compile("[" + re.escape("".join(changes)) + "]+")
    inside = touching = total = 0
    for line in lines:
        for found in run.finditer(line) if changes else ():
            before, after = (
                line[found.start() - 1 : found.start()] if found.start() else "",
                line[found.end() : found.end() + 1],
            )
            is_word = len(found[0]) > 1 and found[0].isalpha()
            total += 1
            inside += is_word or (before.isalpha() and after.isalpha())
            touching += is_word or before.isalpha() or after.isalpha()
    if all("\x80" <= character <= "\x9f" for character in changes):
        return 4 * inside >= 3 * total
    # A letter may be a word by itself, as the French for "to" is.
    if any(_LATIN.match(character) for character in changes):
        return 4 * touching >= total
    if len(set(changes)) >= _VARIED and total >= _OFTEN:
        return 2 * touching >= total
    return len(set(changes)) > 1 and 5 * inside >= 2 * total
