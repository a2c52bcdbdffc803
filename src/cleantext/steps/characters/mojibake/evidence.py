"""Evidence: what a reading has to show before it is believed.

UTF-8 proves itself. A legacy reading has to save bits in all and by the order of classes
alone, leave little that is strange, make no word much worse, and rest on more than a letter.
"""

from __future__ import annotations

import re
from math import inf

from cleantext.core.model import bits, strangeness
from cleantext.steps.characters.mojibake.genuine import are_in_words
from cleantext.steps.characters.mojibake.readings import (
    Candidate,
    as_plain,
    cost,
    count_beyond,
    is_natural,
    is_shouted_down,
    mixes_alphabets,
    shape_gain,
    words_without,
)

# Bits. Of 19,522 lines in 136 languages that a model had not seen, none came above 18 by a legacy
# reading, and none above 8 by UTF-8. (benchmarks/statistics/letters.py made that model without them)
LEGACY, UTF8 = 20.0, 12.0
# One character is little to go by.
_UTF8_SHORT = 20.0
# So many bytes that are UTF-8 by chance are nobody's text, however odd it looks.
_SOME = 12
# What the words that a reading makes worse may cost of what it saves: a right one makes nearly none worse.
_HARM = 0.15
# Of the strangeness of a text, what may be left: a right reading leaves some 5 %, few leave half.
_LEFT, _LEFT_LEAST, _LEFT_IN_ALL, _LEFT_EACH = 0.5, 15.0, 15.0, 1.5
# What garbage leaves of its strangeness, and in bits for each character.
_GARBAGE, _GARBAGE_EACH = 0.6, 3.0
# Bits more, by the number of characters that a legacy reading rests on: one Greek letter is in many a name of science.
_FEW = {1: 25.0, 2: 15.0, 3: 8.0, 4: 4.0}
# Bits more for a short text without a letter of ASCII: a keyboard's signs, a formula, a variable's name.
_WORDLESS, _SHORT = 40.0, 12
_LETTER = re.compile("[A-Za-z]")
# The tables that have the signs of arithmetic among their letters.
_WITH_MATHS = frozenset(("cp437", "cp850", "mac_roman", "cp1253", "koi8_r", "cp866"))
_GREEK = re.compile("[\u0391-\u03c9]")
_GREEK_INSIDE = re.compile("[a-z][\u0391-\u03c9]+[a-z]")
# What one character on its own has to show, as a sum of math or a product's name would have it.
_ALONE = 60.0


def utf8_evidence(text: str, after: str) -> float:
    """Return the bits that a reading as UTF-8 has to save: few, unless it stands on one character alone."""
    vanished = len(text) - len(after)
    if vanished <= _SOME and not is_natural(after):
        return inf
    if vanished > 2:
        return UTF8
    return _UTF8_SHORT if has_words(text, after) else _ALONE


def is_evident(text: str, candidate: Candidate, before: float) -> bool:
    """Say whether a legacy reading of a whole text, which costs `before` bits as it stands, is to be believed."""
    after = candidate.text
    gain = before - candidate.cost
    needed = legacy_evidence(text)
    by_shape = shape_gain(text, after)
    if gain < needed or by_shape < LEGACY or not is_natural(after):
        return False
    # The letters must be likelier too: a headline in capitals gains by the order of classes alone, as KOI8 turns it.
    if gain < by_shape:
        return False
    # What a reading rests on must not be what hygiene sees to.
    plain = as_plain(text)
    if cost(plain) - candidate.cost < needed or strangeness(after) > strange_left(plain):
        return False
    if not has_words(text, after) or mixes_alphabets(text, after) or _names_variables(text):
        return False
    words, others = text.split(" "), after.split(" ")
    if len(words) != len(others):
        return not is_shouted_down(text, after)
    changed = [(old, new) for old, new in zip(words, others) if old != new]
    if is_shouted_down(" ".join(old for old, _ in changed), " ".join(new for _, new in changed)):
        return False
    if candidate.readings[0].read in _WITH_MATHS and not are_in_words([text], _changed(changed)):
        return False
    lost = sum(max(0.0, bits(new) - bits(old)) for old, new in zip(words, others) if not old.isascii())
    return lost <= _HARM * gain


def _changed(words: list[tuple[str, str]]) -> list[str]:
    return [character for old, new in words for character in old if character > "\x7f" and character not in new]


def _names_variables(text: str) -> bool:
    """Say whether a Latin text has Greek letters and none of them inside a word."""
    greek = len(_GREEK.findall(text))
    return 0 < greek < len(_LETTER.findall(text)) and not _GREEK_INSIDE.search(text)


def legacy_evidence(text: str) -> float:
    """Return the bits that a legacy reading has to save: many where it rests on few characters."""
    beyond = count_beyond(text)
    few = _FEW.get(beyond, 0.0)
    return LEGACY + few + (_WORDLESS if beyond < _SHORT and not _LETTER.search(text) else 0.0)


def strange_left(text: str) -> float:
    """Return how strange a reading of a whole text may leave it."""
    beyond = count_beyond(text)
    return min(max(_LEFT_LEAST, beyond, _LEFT * strangeness(text)), _LEFT_IN_ALL + _LEFT_EACH * beyond)


def stays_garbage(text: str, after: str) -> bool:
    """Say whether a repair of pieces leaves most of a text as strange as before: then its pieces are chance."""
    left = strangeness(after)
    return left > _GARBAGE * strangeness(text) and left > _GARBAGE_EACH * count_beyond(after)


def has_words(text: str, after: str) -> bool:
    """Say whether what changes are words or signs; of single letters, as an alphabet has them, nothing can be told."""
    new = words_without(after, text)
    return sum(sum(map(str.isalpha, word)) == 1 and word[0].isalpha() for word in new) * 2 <= len(new)
