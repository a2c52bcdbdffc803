"""Abjads: the class string of a word in Arabic or Hebrew letters, which leave out short vowels.

A class string that begins with `UNVOCALISED` holds consonants and the letters that may stand
for a long vowel; `sounds.likeness` lets any short vowel stand between them. Persian, Urdu and
Kurdish are read by the same table: a letter that they say in another way has a class of its own.
"""

from __future__ import annotations

import re
import unicodedata

UNVOCALISED = "*"


def skeleton(word: str) -> str:
    """Return the class string of a folded word in Arabic or Hebrew letters, with its mark in front."""
    if _HEBREW_LETTER.search(word):
        return UNVOCALISED + _OTHER.sub("", word.translate(_HEBREW))
    plain = unfold(word)
    letters = _LAST_YEH.sub("Y", plain.replace("لله", "له").translate(_ARABIC))
    return UNVOCALISED + _OTHER.sub("", _LAST_HEH.sub("E", letters))


def unfold(word: str) -> str:
    """Return an Arabic-script word without vowel marks, each letter in one form, so that spellings can be looked up."""
    bare = "".join(letter for letter in word if not unicodedata.combining(letter))
    return bare.translate(_ONE_FORM)


def without_article(word: str) -> str:
    """Return an Arabic-script word without a leading article, where enough of it is left."""
    if word.startswith("ال") and len(word) > 4:
        return word[2:]
    return word


_HEBREW_LETTER = re.compile("[\u05d0-\u05ea]")
_OTHER = re.compile(r"[^A-Za-z0-9]")
_LAST_YEH = re.compile("Y+$")
# A heh at the end is mostly the vowel of Persian -eh; after a long vowel it is a consonant (Shah, Abdollah).
_LAST_HEH = re.compile("(?<=[a-zBDGHIKLNOPQRSTVXZ])h$")
_ONE_FORM = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىيېێۍےۓئ", "ی"),
        **dict.fromkeys("ؤۆۇۈۋ", "و"),
        **dict.fromkeys("كڪ", "ک"),
        **dict.fromkeys("ہھۀە", "ه"),
        "ۃ": "ة",
        "ڵ": "ل",
        "ڕ": "ر",
    }
)
# Capitals: O th or s; D dh or z; H the two h; Q a deep k or gh; A, W, Y, E letters that may be vowels.
_ARABIC = str.maketrans(
    dict(zip("بپتطسصزرلمنفکگ", "bpttsszrlmnfkg"))
    | {"ث": "O", "ج": "J", "چ": "C", "ح": "h", "خ": "x", "د": "d", "ذ": "D", "ژ": "Z", "ش": "S", "ض": "D", "ظ": "D"}
    | {"ع": "", "غ": "G", "ق": "Q", "ه": "h", "و": "W", "ی": "Y", "ا": "A", "ة": "E", "ء": "", "ڤ": "v", "ۊ": "W"}
    | {"ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n", "ځ": "X", "څ": "c", "ږ": "Z", "ښ": "S", "ټ": "t", "ډ": "d", "ړ": "r"}
    | {"ڼ": "n", "ګ": "g", "ڭ": "g", "ڨ": "g", "ڠ": "g", "چ": "C"}
)
_HEBREW = str.maketrans(
    dict(zip("גדזטלמנסקרתםן", "gdztlmnskrtmn"))
    | {"א": "A", "ב": "B", "ה": "E", "ו": "W", "ח": "x", "י": "Y", "כ": "K", "ך": "x", "ע": "", "פ": "P", "ף": "f"}
    | {"צ": "c", "ץ": "c", "ש": "S"}
)
