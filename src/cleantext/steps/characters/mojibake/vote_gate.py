"""Vote gate: may a text have been read with the wrong single-byte table?

Nearly every text is turned away by one search for characters that such damage leaves
behind. What is left is asked for its language, by its commonest words, and for letters
that the language does not have. Both cost far less than the character model, which is
not even loaded for a clean text in a language we know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import repeat

from cleantext.steps.characters.mojibake.alphabets import alphabets, languages_by_word

# The tables that texts are read with by mistake; cp1252 stands for latin-1 as well.
READ = (
    "cp1252", "cp1250", "iso8859_2", "cp1251", "mac_roman", "cp1254", "cp1257", "cp1253", "koi8_r", "cp850", "cp437",
    "cp866", "cp852", "mac_cyrillic", "iso8859_5", "iso8859_7", "mac_latin2",
)  # fmt: skip
# Signs that any language may show.
SIGNS = frozenset("\xa0«»“”„‘’‚‹›–—…•·§°€£©®™×¡−†‰\xad")
# Fewer changed characters prove nothing.
FEWEST = 3
# Letters and signs that clean texts are full of, and that no damage leaves alone: Hungarian read with cp1252 has
# nearly all of these, but õ as well; Czech has è and ø, but š and ž with them.
_USUAL = frozenset("äöüßéèàâêîôûçëïñáíóúùìòåæøœÄÖÜÉÈÀÂÊÎÔÇÑÁÍÓÚÅÆØ«»“”„‘’‚‹›–—…•·§°€©™\xa0ª")
# A capital after a small letter or another beyond ASCII, a sign inside a word: `mÈtÈo`, `оПХБЕР`, `k”pte`.
# One class in front: a choice between two would be looked at for every character, at four times the cost.
_TURNED = (
    "[À-ÖØ-ÞŠŽŒА-ЯЀ-Џ„”“†‡‚‹›«»¡¿¢§©®ˆ‰]"
    "(?:(?<=[a-zß-öø-ÿа-џ][À-ÖØ-ÞŠŽŒА-ЯЀ-Џ])|(?<=[À-ÖØ-ÞŠŽŒ]{2})|(?<=[a-z][„”“†‡‚‹›«»¡¿¢§©®ˆ‰])(?=[a-z]))"
)
# A Cyrillic table turns small letters into capitals everywhere; headlines stand among small ones.
_SHOUTED, _SMALL = re.compile("[А-ЯЀ-Џ]{5,}"), re.compile("[а-џ]+")
_WORD = re.compile(r"[^\W\d_]+")
# What tables have beyond the signs: two ligatures, and a sign of Apple's.
_FAR = "\ufb01\ufb02\uf8ff"
# A long text is judged by slices of it: a wrong table spoils a document from end to end.
_LONGEST, _SLICES, _SLICE = 4_800, 4, 1_200
# A page may quote another language; so many parts are judged apart, by so many code points each.
_PARTS, _PART = 4, 1_200
_SAMPLE = 800
# Common words that settle a language, in a text of more than a few words.
_SETTLED, _FEW_WORDS = 3, 8
# Odd letters in a clean text are names from other languages; of damaged letters there is one in a hundred characters.
_SHARE = 1 / 300
# Languages whose letters Turkish ones are read as: without a word of theirs they explain nothing.
_MADE = ("is", "fo")


def may_vote(text: str) -> bool:
    """Say whether a text has letters that the language of its words does not have."""
    if text.isascii():
        return False
    if len(text) > _LONGEST:
        text = "\n".join(slices(text, _SLICES, _SLICE))
    made = _made(text)
    odd = len(_turned().findall(text)) + (_shouted(text) if any(map(_is_cyrillic, made)) else 0)
    if not odd and made <= _USUAL:
        return False
    least = max(FEWEST, int(_SHARE * len(text)))
    if odd + _count(text, made - SIGNS, least) < least:
        return False
    step = max(_PART, -(-len(text) // _PARTS))
    parts = [text[start : start + step] for start in range(0, len(text), step)]
    words = [words_of([part[:_SAMPLE]]) for part in parts]
    hits = [hits_of(one) for one in words]
    usual = _near(sum(hits, Counter()))
    return odd + sum(map(_odd, parts, words, hits, repeat(usual), repeat(made))) >= least


def _is_cyrillic(character: str) -> bool:
    return "\u0400" <= character < "\u0530"


def _shouted(text: str) -> int:
    """Count the Cyrillic letters in words of capitals, where there are not many small ones beside them."""
    capitals = sum(len(run) - 4 for run in _SHOUTED.findall(text))
    return capitals if capitals and capitals > sum(map(len, _SMALL.findall(text))) else 0


def _odd(part: str, words: list[str], hits: Counter[str], usual: set[str], made: frozenset[str]) -> int:
    """Count the letters, of those `made`, that the language of a part, or that of the text, does not have."""
    is_settled = max(hits.values(), default=0) >= (_SETTLED if len(words) > _FEW_WORDS else 1)
    languages = usual | _near(hits) if is_settled else usual
    odd = min((_count(part, made - alphabets()[language].letters - SIGNS) for language in languages), default=0)
    if not languages or (odd and not is_settled):
        inventory = Counter({one: count for one in made - _USUAL if (count := part.count(one))})
        explained = (_is_explained(inventory, language) for language in alphabets() if language not in _MADE)
        return 0 if any(explained) else inventory.total()
    return odd


def _near(hits: Counter[str]) -> set[str]:
    """Return the languages with nearly the most common words; of a few words, one more or less says nothing."""
    top = max(hits.values(), default=0)
    return {one for one in hits if is_near(hits[one], top) or (one not in _MADE and _SETTLED <= top <= hits[one] + 1)}


def _made(text: str) -> frozenset[str]:
    """Return the characters of a text that a wrong table may make."""
    return frozenset(filter(_is_made, set(text)))


def _count(text: str, characters: Iterable[str], enough: int = 1 << 60) -> int:
    """Count the characters of some kinds in a text; once they are enough, no more are sought."""
    total = 0
    for one in characters:
        total += text.count(one)
        if total >= enough:
            break
    return total


def slices(text: str, count: int, length: int) -> Iterator[str]:
    """Yield slices of a text that lie evenly between its two ends."""
    step = (len(text) - length) // (count - 1)
    for start in range(0, len(text) - length + 1, max(1, step)):
        yield text[start : start + length]


def is_near(hits: int, top: int) -> bool:
    """Say whether a language has nearly as many of its common words in a text as the one that has most."""
    return 5 * hits >= 4 * top


def words_of(lines: Iterable[str]) -> list[str]:
    """Return the words of some lines, in small letters."""
    return [word for line in lines for word in _WORD.findall(line.lower())]


def hits_of(words: Iterable[str]) -> Counter[str]:
    """Count the commonest words of each language among some words."""
    hits: Counter[str] = Counter()
    for languages, count in Counter(map(languages_by_word().get, words)).items():
        for language in languages or ():
            hits[language] += count
    return hits


def _is_explained(inventory: Counter[str], language: str) -> bool:
    """Say whether a text may be in a language that none of its words speaks for."""
    usual = alphabets()[language].letters
    odd = sum(count for character, count in inventory.items() if character not in usual and character not in SIGNS)
    return odd <= FEWEST and 3 * odd < max(1, inventory.total())


@cache
def _is_made(character: str) -> bool:
    """Say whether any of the tables shows this character, beyond ASCII."""
    # All that the tables have lies there, and most scripts do not.
    may_be = "\x80" <= character < "\u0530" or "\u2000" <= character < "\u2600" or character in _FAR
    return may_be and (character < "\xa0" or any(character.encode(codec, "ignore") for codec in READ))


@cache
def _turned() -> re.Pattern[str]:
    return re.compile(_TURNED)
