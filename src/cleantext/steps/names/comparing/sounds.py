"""Sounds: what a word of a name sounds like, whoever spelled it, and how alike two words sound.

A class string has one sign a sound: small letters as in English, and S sh, Z zh, C ch, J dj,
c ts, X dz, x kh, G gh, Q a deep k, W shch, j a Latin j, which may be four different sounds.
It serves comparing only. Costs are parts of a full consonant.
"""

from __future__ import annotations

from functools import lru_cache

from cleantext.steps.names.comparing.letters import latin_sound
from cleantext.steps.names.comparing.romanise import LONGEST_WORD, fold, romanise, script
from cleantext.steps.names.comparing.romanise_abjad import UNVOCALISED, skeleton
from cleantext.steps.names.comparing.sound_costs import GAP, GAP_UNVOCALISED, GROUP, SUBSTITUTION, WEIGHT

_CACHED = 65_536
# Marks and joiners come off a token before its letters are counted.
_LONGEST_TOKEN = 3 * LONGEST_WORD
# One vowel for another is a cheap difference, but not in words as short as Kim and Kem.
_SHORT = 3
_SHORT_VOWEL = 3.0
# Up to so much two spellings of one name may differ; beyond, each further difference weighs more.
_LOOSE = 0.45
_STEEP = 0.8
# What is less alike than this is pushed further down: Kerry and Kelly share most of their letters.
_DOUBTFUL = 0.8
# Two words that differ in so many groups of consonants need no look at their letters: they are this far apart at best.
_FAR_APART = 3
_FAR = 0.5
# The share of a word's weight at which the count of costs stops.
_HOPELESS = 0.75
# Two words that begin with different sounds are seldom one.
_OTHER_START = 0.85


def sound(token: str) -> str:
    """Return the class string of one word in any script; empty where nothing in it has a sound.

    A word in Arabic or Hebrew letters gets one that begins with `*` and lacks short vowels.
    """
    return _sound(token[:_LONGEST_TOKEN])


@lru_cache(_CACHED)
def _sound(token: str) -> str:
    word = fold(token)[:LONGEST_WORD]
    if script(word) in ("arabic", "hebrew"):
        return skeleton(word)
    return latin_sound(romanise(word))


def likeness(a: str, b: str) -> float:
    """Return how alike two class strings are, from 0 to 1."""
    if a == b:
        return 1.0 if a else 0.0
    if not a or not b:
        return 0.0
    # One order only, so that the answer cannot depend on it.
    if a > b:
        a, b = b, a
    return _likeness(a[:_LONGEST_TOKEN], b[:_LONGEST_TOKEN])


@lru_cache(_CACHED)
def _likeness(a: str, b: str) -> float:
    if a[0] != UNVOCALISED:
        return _alike(a, b)
    if b[0] == UNVOCALISED:
        return _alike(a[1:], b[1:])
    return _alike_unvocalised(a[1:], b)


def _alike(a: str, b: str) -> float:
    size = (_weight(a) + _weight(b)) / 2
    apart = (_groups(a) ^ _groups(b)).bit_count()
    if apart >= _FAR_APART:
        return max(0.0, _FAR - 0.1 * apart)
    cost = _distance(a, b, GAP, size * _HOPELESS)
    if cost > _LOOSE:
        cost += (cost - _LOOSE) * _STEEP
    elif len(a) == len(b) <= _SHORT:
        cost *= _SHORT_VOWEL
    result = 1 - cost / size if size else 0.0
    if result < _DOUBTFUL:
        result -= (_DOUBTFUL - result) * _STEEP
    if _starts_apart(a, b):
        result *= _OTHER_START
    return max(0.0, result)


def _alike_unvocalised(bare: str, full: str) -> float:
    consonants = sum(letter not in _VOWELS for letter in full)
    size = (_weight(bare) + consonants + 0.15 * (len(full) - consonants)) / 2
    if not size:
        return 0.0
    apart = (_groups(bare) ^ _groups(full)).bit_count()
    if apart >= _FAR_APART:
        return max(0.0, _FAR - 0.1 * apart)
    result = max(0.0, 1 - _distance(bare, full, GAP_UNVOCALISED, size * _HOPELESS) / size)
    first, other = bare.lstrip("AWYE")[:1], full.lstrip("aeiou")[:1]
    if (
        first != other
        and first
        and other
        and other not in _WEAK_START
        and SUBSTITUTION.get(first, _NO_SUBS).get(other, 1.0) > 0.5
    ):
        result *= _OTHER_START
    return result


def _starts_apart(a: str, b: str) -> bool:
    first, other = a[0], b[0]
    if first == other or SUBSTITUTION.get(first, _NO_SUBS).get(other, 1.0) <= 0.4:
        return False
    if first in _WEAK_START:
        return a[1:2] != other and (a[1:2] not in _VOWELS or other not in _VOWELS)
    if other in _WEAK_START:
        return b[1:2] != first and (b[1:2] not in _VOWELS or first not in _VOWELS)
    return True


@lru_cache(_CACHED)
def _weight(letters: str) -> float:
    return sum(WEIGHT.get(letter, 1.0) for letter in letters)


@lru_cache(_CACHED)
def _groups(letters: str) -> int:
    """Return which groups of consonants a class string has, a bit for each; those that change groups count in none."""
    found = 0
    for letter in letters:
        found |= GROUP.get(letter, 0)
    return found


def _distance(a: str, b: str, gaps: dict[str, float], limit: float) -> float:
    """Return the cost of turning one string into the other, or `limit` where it is more."""
    # Ends that agree cost nothing, and most spellings of one name agree at both.
    start, shortest = 0, min(len(a), len(b))
    while start < shortest and a[start] == b[start]:
        start += 1
    tail = 0
    while tail < shortest - start and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    a, b = a[start : len(a) - tail], b[start : len(b) - tail]
    other_gaps = [gaps.get(letter, 1.0) for letter in b]
    row = [0.0]
    for gap in other_gaps:
        row.append(row[-1] + gap)
    for letter in a:
        subs, gap = SUBSTITUTION.get(letter, _NO_SUBS), gaps.get(letter, 1.0)
        diagonal, left = row[0], row[0] + gap
        row[0] = left
        for index, other in enumerate(b):
            up = row[index + 1]
            best = diagonal + (0.0 if other == letter else subs.get(other, 1.0))
            if up + gap < best:
                best = up + gap
            if left + other_gaps[index] < best:
                best = left + other_gaps[index]
            diagonal, left = up, best
            row[index + 1] = best
        if min(row) > limit:
            return limit
    return row[-1]


_VOWELS = frozenset("aeiou")
_WEAK_START = frozenset("yhjA")
_NO_SUBS: dict[str, float] = {}
