"""Suffixes: what stands behind a name: "Jr.", "III", "PhD", "OBE", "(R-TX)", "the Elder".

Letters behind a name are told by their capitals and stops, so that Yo-Yo Ma is no master
of arts. A single Roman digit is one only behind the name of a monarch.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cleantext.steps.names.parsing.known import GIVEN
from cleantext.steps.names.parsing.tables import FIRM_SUFFIXES, PORTUGUESE_SUFFIXES, SUFFIXES, listed

# "R-Ga.", "D-N.Y.".
_PARTY = re.compile("[(]?(?:[DRI]|Lab|Con|Dem|Rep|Ind|LD)[-–][A-Z][A-Za-z.]{1,7}[)]?")
_NUMERAL = re.compile("(?=[IVXL])(?:X{0,3}L?X{0,3})(?:IX|IV|V?I{0,3})(?:st|nd|rd|th)?")
_DIGITS = frozenset("IVXL")
# In lower case, as whole names in lower case have them; "vi", "xi" and "li" are names there.
_SMALL_NUMERALS = listed("ii iii iv vii viii xiv xv xvi")
# Where everything is in capitals these are likelier a surname: "YO-YO MA".
_SURNAMES_TOO = listed("ma do ba be ad am an ra sc pe dl bt bart meng beng rha bem cm")
_ORDINAL = re.compile("(?:1st|2nd|3rd|\\d{1,2}th)")


class _Tail(NamedTuple):
    """A name without its title: whether the title is a monarch's, and whether all is in capitals."""

    words: Sequence[str]
    keys: Sequence[str]
    is_regnal: bool
    is_loud: bool


def suffix_length(words: Sequence[str], keys: Sequence[str], *, is_regnal: bool) -> int:
    """Return how many words behind are suffix; at least one word is left as the name."""
    count, end = 0, len(words)
    tail = _Tail(words, keys, is_regnal, all(word.isupper() for word in words))
    while end - count > 1 and _is_suffix(tail, end - count - 1):
        count += 1
    if not count and end > 2 and keys[-2] == "the":
        # "the Elder", "the Great".
        return 2
    return count


def is_suffix(words: Sequence[str], keys: Sequence[str]) -> bool:
    """Tell whether a part between commas is nothing but suffixes: "Jr.", "Ph.D., M.P."."""
    if all(is_numeral(word.rstrip(".")) and (len(word) > 1 or word == "V") for word in words):
        return True
    if len(words) == 1 and _PARTY.fullmatch(words[0]):
        return True
    return all(
        item in FIRM_SUFFIXES or (item in SUFFIXES and _looks_like_letters(word)) for word, item in zip(words, keys)
    )


def is_numeral(word: str) -> bool:
    """Tell whether the word is a Roman number as monarchs and sons have it."""
    return word[:1] in _DIGITS and _NUMERAL.fullmatch(word) is not None


def _is_suffix(tail: _Tail, at: int) -> bool:
    words, keys, is_regnal, is_loud = tail
    word, item = words[at].rstrip(","), keys[at]
    if item in FIRM_SUFFIXES or (item[:1].isdigit() and _ORDINAL.fullmatch(item)):
        return item not in ("sr", "jr") or at > 0
    if item in _SMALL_NUMERALS and word.islower() and words[0].islower():
        return True
    if is_numeral(word):
        if len(word) > 1:
            return not is_loud or word not in ("LI", "VI", "XI", "XX")
        return is_regnal or (at > 1 and word == "V") or (word == "I" and all(other in GIVEN for other in keys[:at]))
    if item in PORTUGUESE_SUFFIXES:
        return at > 1
    if item in ("fils", "pere"):
        return at > 0 and word.islower()
    if item not in SUFFIXES:
        return False
    return (
        (not is_loud or item not in _SURNAMES_TOO or "." in word.rstrip("."))
        and _looks_like_letters(word)
        and at > 0
        and not word.islower()
    )


def _looks_like_letters(word: str) -> bool:
    """Tell whether a word is written as letters behind a name are: "MD", "M.D.", "PhD", "Esq."."""
    bare = word.strip(".,()")
    return sum(letter.isupper() for letter in bare) > 1 or "." in bare or bare.islower()
