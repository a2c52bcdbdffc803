"""Model: how many bits a text costs, by which damaged text is told from what it was.

Two characters in a row cost the step from class to class and the choice of the second
within its class, small letters and capitals together: P(class | class) * P(letter | letter, class).
Pairs of ASCII characters cost nothing, since every reading of a text has the same ones.
The statistics cover some 300 languages, so what is strange here is strange everywhere.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import repeat
from operator import add
from typing import NamedTuple

from cleantext.core.classes import class_of

# Eighths of a bit, in the file and here.
UNIT = 8
_RUN = re.compile("[^\x00-\x7f]+")
_FILE = "letters.bin"
# Of what is in no table.
_UNKNOWN_PAIR = -2 * UNIT
_NEW_STEP, _NEW_LETTER = 16 * UNIT, 13 * UNIT
# What a step costs that is no sign of anything: into an accented letter and out of it.
_PLAIN = 4 * UNIT
# Enough to tell a language by.
_SAMPLE = 500
# Pairs whose cost is kept; a text in an unknown script must not fill the memory.
_KEPT = 200_000


class Tables(NamedTuple):
    """The statistics, costs in eighths of a bit."""

    steps: dict[tuple[str, str], int]
    letters: dict[str, int]
    pairs: dict[str, int]
    backing: dict[tuple[str, str], int]
    languages: dict[str, Language]


class Language(NamedTuple):
    """How a language differs from the pooled statistics.

    pairs: what a pair beyond ASCII saves; others: what any other pair costs, by its first letter;
    plain: what a pair of ASCII letters saves.
    """

    pairs: dict[str, int]
    others: dict[str, int]
    plain: dict[str, int]


class _Costs(dict[str, int]):
    """The cost of each pair, worked out when first asked for."""

    def __missing__(self, pair: str) -> int:
        if len(self) > _KEPT:
            self.clear()
        cost = self[pair] = _cost(pair)
        return cost


_COSTS = _Costs()


def bits(text: str) -> float:
    """Return what the pairs of a text that are not both ASCII cost; each end counts as a space."""
    cost = _COSTS.__getitem__
    return sum(sum(map(cost, map(add, piece, piece[1:]))) for piece in _pieces(text)) / UNIT


def shape_bits(text: str) -> float:
    """Return the part of `bits` that is due to the order of classes, whichever letters stand there.

    It does not depend on the language, so a language that the statistics lack looks no stranger.
    """
    return sum(sum(map(_step, map(add, piece, piece[1:]))) for piece in _pieces(text)) / UNIT


def strangeness(text: str) -> float:
    """Return how far the order of classes in a text goes beyond what a word with an accent costs, in bits."""
    total = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        piece = (text[start - 1 : start] or " ") + text[start : end + 1]
        total += sum(step - _PLAIN for step in map(_step, map(add, piece, piece[1:])) if step > _PLAIN)
    return total / UNIT


def language_bits(text: str, name: str) -> float:
    """Return the same as a text of one language would cost.

    Raises:
        KeyError: there are no statistics of that language.
    """
    return bits(text) + language_difference(text, name)


def language_difference(text: str, name: str) -> float:
    """Return what a text costs more in one language than with all pooled; below zero where it costs less.

    Raises:
        KeyError: there are no statistics of that language.
    """
    language = tables().languages[name]
    savings, others = language.pairs, language.others
    total = 0
    for piece in _pieces(text):
        folded = _fold(piece)
        for pair in map(add, folded, folded[1:]):
            saving = savings.get(pair)
            total -= saving if saving is not None else -others.get(pair[0], 0)
    return total / UNIT


def language_pair_cost(pair: str, name: str) -> float:
    """Return what two characters in a row cost in a language; in the pool where `name` is none that is known."""
    cost = _COSTS[pair]
    language = tables().languages.get(name)
    if language is None:
        return cost / UNIT
    folded = _fold(pair)
    saving = (language.plain if folded.isascii() else language.pairs).get(folded)
    return (cost + (-saving if saving is not None else language.others.get(folded[0], 0))) / UNIT


def likely_languages(text: str, count: int) -> list[str]:
    """Return the languages that the ASCII letters of a text speak for, the likeliest first."""
    folded = text[:_SAMPLE].lower()
    pairs = [pair for pair in map(add, folded, folded[1:]) if pair.isascii()]
    languages = tables().languages
    scores = sorted((-sum(map(languages[name].plain.get, pairs, repeat(_UNKNOWN_PAIR))), name) for name in languages)
    return [name for _, name in scores[:count]]


@cache
def tables() -> Tables:
    """Read the statistics; a quarter of a megabyte, so only where a gate is open."""
    data = files("cleantext").joinpath("rules", "any", "characters", _FILE).read_bytes()
    return parse(zlib.decompress(data).decode("utf-8"))


def parse(text: str) -> Tables:
    """Take the uncompressed file apart; a space stands for any white space, costs are single characters."""
    tables = Tables({}, {}, {}, {}, {})
    for line in text.split("\n"):
        kind, _, rest = line.partition("\t")
        if kind == "step":
            before, after, cost = rest.split("\t")
            tables.steps[before, after] = int(cost)
        elif kind == "letter":
            letters, costs = rest.split("\t")
            tables.letters.update(zip(letters, map(_number, costs)))
        elif kind == "pair":
            before, letters, costs = rest.split("\t")
            tables.pairs.update(zip(map(before.__add__, letters), map(_number, costs)))
        elif kind == "backing":
            before, after, cost = rest.split("\t")
            tables.backing[before, after] = int(cost)
        elif kind == "language":
            tables.languages[rest] = language = Language({}, {}, {})
        elif kind in ("saves", "plain"):
            before, letters, costs = rest.split("\t")
            savings = language.pairs if kind == "saves" else language.plain
            savings.update(zip(map(before.__add__, letters), (_number(cost) - SHIFT for cost in costs)))
        elif kind == "others":
            letters, costs = rest.split("\t")
            language.others.update(zip(letters, map(_number, costs)))
    return tables


def _pieces(text: str) -> Iterator[str]:
    """Yield what a text has beyond ASCII, each run with its neighbours; a space stands for each end of the text."""
    for run in _RUN.finditer(text):
        start, end = run.span()
        yield (text[start - 1 : start] or " ") + text[start:end] + (text[end : end + 1] or " ")


# Savings may be below zero; as a character they may not.
SHIFT = 120


def _number(character: str) -> int:
    return ord(character) - 33


def _fold(text: str) -> str:
    lowered = text.lower()
    # Some letters become two, which would put the pairs out of step.
    return lowered if len(lowered) == len(text) else "".join(map(fold_letter, text))


def fold_letter(character: str) -> str:
    """Return the small form of a letter, itself where that would be two; a space for any white space."""
    if character.isspace() and character not in "\xa0\u3000":
        return " "
    small = character.lower()
    return small if len(small) == 1 else character


def _cost(pair: str) -> int:
    if pair < "\x80" and pair[1] < "\x80":
        return 0
    known = tables()
    first, second = fold_letter(pair[0]), fold_letter(pair[1])
    letter = known.pairs.get(first + second)
    if letter is None:
        letter = known.letters.get(second, _NEW_LETTER) + known.backing.get((first, class_of(second)), 0)
    return _step(pair) + letter


def _step(pair: str) -> int:
    if pair < "\x80" and pair[1] < "\x80":
        return 0
    steps = tables().steps
    classes = class_of(pair[0]), class_of(pair[1])
    step = steps.get(classes)
    return step if step is not None else steps.get(("", classes[1]), _NEW_STEP) + steps.get((classes[0], ""), 0)
