"""Scanned: words that a scanner misread, by the shapes that it takes for each other.

Only what is no word is looked at, and only a word that is much commoner than a
misreading could be stands for it; where two would do, nothing happens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.characters.align import trimmed
from cleantext.steps.characters.opt_ins.lexicon import Lexicon, english, may_be_english

_TOKEN = re.compile(
    r"(?<![\w'\u2019@#&/.,:\\$%+*=<>-])[A-Za-z015689|!]{2,24}(?![\w@/\\%=<>*_-]|[.:,'\u2019][0-9A-Za-z])"
)
_ENDING = re.compile("[!]+$")
# What is read, and what stood there.
_PAIRS = "rn>m vv>w ii>u tl>h cl>d m>rn li>h ri>n fl>fi b>h h>b n>h c>e e>c u>n n>u l>i i>l f>t t>f y>v j>i q>g"
_SHAPES = tuple((read, meant) for read, _, meant in (pair.partition(">") for pair in _PAIRS.split()))
# How many bits more a word needs where one letter was read as another: "beaded" is rare, and no misread "headed".
_WEAK = dict.fromkeys(("b", "h", "n", "c", "e", "u", "l", "i", "y", "j", "q", "li", "ri", "m"), 2) | {"f": 6, "t": 6}
_FIGURES = {"0": "o", "1": "li", "5": "s", "6": "b", "8": "b", "9": "g", "|": "li", "!": "li"}
_FIGURE = re.compile("[015689|!]")
_ORDINAL = re.compile(r"[0-9]+(?:st|nd|rd|th|s|ers?|am|pm|k|m|bn|b|g|gb|mb|kb|x|p)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,])[0-9]{0,9}(?:(?<=[0-9])[OoIl](?=[0-9]))[0-9]{1,9}(?!\w)")
_NUMBER_LETTERS = str.maketrans("OoIl", "0011")
# Two signs are a unit or a model as often as a word; these are neither.
_SHORT_READINGS = {"0f": "of", "0n": "on", "0r": "or", "t0": "to", "1n": "In", "1t": "It", "|t": "It", "|n": "In"}
# A short word has many neighbours by chance.
_SHORT = 4
# By length, the bits of the count that a word must have, 8 for all longer ones.
_LEAST = {3: 11, 4: 10, 5: 9, 6: 7, 7: 6, 8: 4}
_LEAST_OF_FIGURES = {3: 9, 4: 7, 5: 5, 6: 4, 7: 4, 8: 3}
_CANDIDATES = 200
# A name that nobody listed is likelier than a misread word, unless that is among the commonest.
_NAME_SIZE = 13


def scanning_errors(doc: Doc) -> Iterator[Edit]:
    """Yield misread English words, and figures in which a letter was read, as what they were."""
    if not may_be_english(doc):
        return
    found = [edit for match in _TOKEN.finditer(doc.text) for edit in _word(match)]
    for match in _NUMBER.finditer(doc.text):
        figures = match[0].translate(_NUMBER_LETTERS)
        found.append(trimmed(match.start(), match[0], figures, "en.characters.scanning-errors/figure"))
    yield from sorted(found)


def _word(match: re.Match[str]) -> Iterator[Edit]:
    # What shouts at the end of a word was hardly a letter.
    word = _ENDING.sub("", match[0])
    if "I" in word[1:] or (word[:1] == "I" and not _is_word(word, english())):
        # In a word of small letters this was an l; the same bar stands for either.
        word = word.replace("I", "|") if len(word) > _SHORT - 1 and word.replace("I", "i").islower() else word
    if len(word) <= _SHORT and match.string.startswith(".", match.end()) and english().size(word):
        # "9 sec." and the like.
        return
    letters = sum(map(str.isalpha, word))
    if not word or _is_word(word, english()) or letters * 2 < len(word) or _ORDINAL.fullmatch(word):
        return
    if not word[1:].islower() or (word[0].isupper() and not _FIGURE.search(word) and not _begins_sentence(match)):
        return
    if word[0].isupper() and word[-1].isdigit():
        # A make and its number.
        return
    meant = _meant(word, english())
    if meant:
        yield trimmed(match.start(), match[0][: len(word)], meant, "en.characters.scanning-errors/word")


def _is_word(word: str, lexicon: Lexicon) -> bool:
    """Say whether a word is known; what is known in capitals only is none in small letters."""
    name = lexicon.names.get(word.lower(), "")
    return lexicon.size(word) > 0 and not (word.islower() and name.isupper() and len(name) <= _SHORT)


def _begins_sentence(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 3) : match.start()].rstrip(' "\u201c')
    return not before or before[-1] in ".!?\n"


def _meant(word: str, lexicon: Lexicon) -> str:
    """Return what a word was before it was misread; "" where that is not sure."""
    has_figure = _FIGURE.search(word) is not None
    if len(word) < 3:
        return _SHORT_READINGS.get(word, "")
    readings = _readings(word.lower()) if has_figure else [word.lower()]
    scores: dict[str, int] = {}
    if has_figure:
        for reading in readings:
            _score(reading, 0, lexicon, scores)
    if not scores:
        for reading in readings:
            for candidate, demand in _variants(reading):
                _score(candidate, demand, lexicon, scores)
    least = (_LEAST_OF_FIGURES if has_figure else _LEAST)[min(len(word), 8)]
    if word[0].isupper() and not has_figure:
        least = max(least, _NAME_SIZE)
    ranked = sorted(((size, candidate) for candidate, size in scores.items() if size >= least), reverse=True)
    # Four bits: sixteen times as common as the next.
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 4):
        return ""
    return _with_capitals(word, ranked[0][1], lexicon)


def _readings(word: str) -> list[str]:
    """Return every way to read the figures of a word as letters, a bounded number."""
    readings = [""]
    for character in word:
        choices = _FIGURES.get(character, character)
        readings = [reading + choice for reading in readings for choice in choices][:_CANDIDATES]
    return readings


def _variants(word: str) -> Iterable[tuple[str, int]]:
    """Yield a word with one shape read as another, at each place, and what that asks for; sure pairs everywhere too."""
    for read, meant in _SHAPES:
        place = word.find(read)
        while place >= 0:
            yield word[:place] + meant + word[place + len(read) :], 1 + _WEAK.get(read, 0)
            place = word.find(read, place + 1)
    for read, meant in _SHAPES[:4]:
        if word.count(read) > 1:
            yield word.replace(read, meant), 1


def _score(candidate: str, demand: int, lexicon: Lexicon, scores: dict[str, int]) -> None:
    """Note the bits of a candidate that is a word, less what is asked for beyond one."""
    size = lexicon.size(candidate)
    # A name that was read with a small letter would need two errors, unless the figure was its capital.
    if size and not (demand and candidate in lexicon.names):
        scores[candidate] = max(scores.get(candidate, 0), size - max(0, demand - 1))


def _with_capitals(word: str, meant: str, lexicon: Lexicon) -> str:
    if word[0].isalpha() and not (_FIGURE.search(word) and meant in lexicon.names):
        return (meant[0].upper() if word[0].isupper() else meant[0]) + meant[1:]
    return lexicon.names.get(meant, meant)
