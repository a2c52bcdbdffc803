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

from cleantext.core.tables import table
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
# A capital after a small letter or another beyond ASCII, a long word in capitals, a sign inside a word: `mÈtÈo`,
# `оПХБЕР ЛХП`, `k”pte`.
# One class in front: a choice between two would be looked at for every character, at four times the cost.
_TURNED = (
    "[À-ÖØ-ÞŠŽŒА-ЯЀ-Џ„”“†‡‚‹›«»¡¿¢§©®ˆ‰]"
    "(?:(?<=[a-zß-öø-ÿа-џ][À-ÖØ-ÞŠŽŒА-ЯЀ-Џ])|(?<=[À-ÖØ-ÞŠŽŒ]{2})|(?<=[А-ЯЀ-Џ]{5})|(?<=[a-z][„”“†‡‚‹›«»¡¿¢§©®ˆ‰])(?=[a-z]))"
)
_WORD = re.compile(r"[^\W\d_]+")
# What tables have beyond the signs: two ligatures, and a sign of Apple's.
_FAR = "\ufb01\ufb02\uf8ff"
# A long text is judged by slices of it: a wrong table spoils a document from end to end.
_LONGEST, _SLICES, _SLICE = 12_000, 6, 2_000
# In a text so short, one look at each of its characters costs less than to compile a class.
_SHORT = 2_000
# Code points that tell the language.
_SAMPLE = 2_000
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
    if not _has_any(text, _USUAL) and _turned().search(text) is None:
        return False
    least = max(FEWEST, int(_SHARE * len(text))) - len(_turned().findall(text))
    words = words_of([text[:_SAMPLE]])
    hits = hits_of(words)
    top = max(hits.values(), default=0)
    if top < (_SETTLED if len(words) > _FEW_WORDS else 1):
        inventory = _made_without(text, _USUAL)
        if inventory.total() < least:
            return False
        return not any(_is_explained(inventory, language, least) for language in alphabets() if language not in _MADE)
    near = (language for language in hits if is_near(hits[language], top))
    return all(_made_without(text, alphabets()[language].letters | SIGNS).total() >= least for language in near)


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
    known = languages_by_word()
    hits: Counter[str] = Counter()
    for word in words:
        if word in known:
            hits.update(known[word])
    return hits


def _is_explained(inventory: Counter[str], language: str, least: int) -> bool:
    """Say whether a text may be in a language that none of its words speaks for."""
    usual = alphabets()[language].letters
    odd = sum(count for character, count in inventory.items() if character not in usual and character not in SIGNS)
    return odd < least and 3 * odd < max(1, inventory.total())


def _has_any(text: str, usual: frozenset[str]) -> bool:
    """Say whether a text has a character that a wrong table may make and that is not usual."""
    if len(text) > _SHORT:
        return _class_without(usual).search(text) is not None
    return bool(_made_without(text, usual))


def _made_without(text: str, usual: frozenset[str]) -> Counter[str]:
    """Count what is in a text of what a wrong table may make, the usual left out."""
    if len(text) > _SHORT:
        return Counter(_class_without(usual).findall(text))
    return Counter({one: text.count(one) for one in set(text) if one not in usual and _is_made(one)})


@cache
def _class_without(usual: frozenset[str]) -> re.Pattern[str]:
    made = {character for codec in READ for character in table(codec).characters if character > "\x7f"}
    return re.compile(f"[{re.escape(''.join(sorted(made - usual)))}]")


def _is_made(character: str) -> bool:
    """Say whether any of the tables shows this character, beyond ASCII."""
    # All that the tables have lies there, and most scripts do not.
    may_be = "\x80" <= character < "\u0530" or "\u2000" <= character < "\u2600" or character in _FAR
    return may_be and _is_in_table(character)


@cache
def _is_in_table(character: str) -> bool:
    return character < "\xa0" or any(character.encode(codec, "ignore") for codec in READ)


@cache
def _turned() -> re.Pattern[str]:
    return re.compile(_TURNED)
