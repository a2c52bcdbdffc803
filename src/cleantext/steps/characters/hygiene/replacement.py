"""Replacement: the apostrophe that became U+FFFD, in English, where the ending says what it was.

Nothing else is guessed: the lost letter of another language is gone, and even in English a
name may have lost its accent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.core.edit import Edit
from cleantext.steps.characters.hygiene.kinds import REPLACEMENT

_ENDING = re.compile("\ufffd(s|t|re|ve|ll|d|m)(?![^\\W_]|\ufffd)", re.IGNORECASE)
_WORD_BEFORE = re.compile("(?<![^\\W\\d_]|\ufffd)[A-Za-z]{1,24}$")
_WORD = re.compile("[A-Za-z]{1,24}")
# The words that each ending makes short forms with: no other language loses a letter just there.
_SHORT_FORMS = {
    "s": "it he she that what who there here where how when why let one everyone everybody somebody someone today",
    "t": "don isn aren wasn weren doesn didn won wouldn couldn shouldn can hasn haven hadn mustn needn mightn ain shan",
    "re": "we you they who what there where how why",
    "ve": "i we you they would could should might must who there",
    "ll": "i you he she it we they that there who what this how",
    "d": "i you he she it we they that there who what how where",
    "m": "i",
}
_PAIRS = {ending: frozenset(words.split()) for ending, words in _SHORT_FORMS.items()}
_FUNCTION_WORDS = (
    "the of and to in is that for it was with as on be by this are from have not has were they but his her you he she"
    " at an or will would their its who said had been which after about into over than when there more"
)
_ENGLISH = frozenset(_FUNCTION_WORDS.split())
# What makes a word with an accented letter and an s as well: cafés, Andrés. Only plain possessives are left.
_STEMS = (
    "caf clich fianc prot expos resum saut tourn blas attach communiqu pur ros soir appliqu macram pat entr flamb"
    " divorc habitu consomm frapp glac outr pass risqu touch andr cort vald in nicol tom jes mois avil mor garc par"
    " lap chim franc ingl beyonc jos ren dor barthol nerv desir herv honor canap"
)
_ACCENTED = frozenset(_STEMS.split())
_SHORTEST = 3
# Distinct function words that make a line English.
_ENOUGH = 3
_REACH = 600
_APOSTROPHE = "\u2019"
_RULE = "en.characters.replacement/apostrophe"


def replacement_edits(text: str, language: str) -> Iterator[Edit]:
    """Yield an apostrophe for each U+FFFD that surely was one; `language` is the document's, or "und"."""
    may_be_english = language in ("en", "und")
    is_english = False
    known = -1
    for found in _ENDING.finditer(text):
        place = found.start()
        word = _WORD_BEFORE.search(text[max(0, place - 25) : place])
        if not word:
            continue
        if place >= known:
            is_english, known = _is_english(text, place)
        if is_english or may_be_english:
            is_short_form = word[0].lower() in _PAIRS[found[1].lower()]
            if is_short_form or (is_english and _is_possessive(word[0].lower(), found[1].lower())):
                yield Edit(place, place + 1, REPLACEMENT, _APOSTROPHE, _RULE)


def _is_possessive(word: str, ending: str) -> bool:
    return ending == "s" and len(word) >= _SHORTEST and word not in _ACCENTED


def _is_english(text: str, place: int) -> tuple[bool, int]:
    """Say whether the line around a place is English, and up to where that may be said of other places."""
    start = text.rfind("\n", max(0, place - _REACH), place) + 1 or max(0, place - _REACH)
    end = text.find("\n", place, place + 2 * _REACH)
    words = _WORD.findall(text, start, end if end >= 0 else place + 2 * _REACH)
    known = end if end >= 0 else place + _REACH
    return len(_ENGLISH & {word.lower() for word in words}) >= _ENOUGH, known
