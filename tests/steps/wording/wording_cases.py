"""Small families, n-grams and documents, so that a test of the wording step shows all it depends on."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from itertools import accumulate, pairwise

from cleantext.core.doc import Doc
from cleantext.core.match import fold
from cleantext.steps.wording.arcs import Words
from cleantext.steps.wording.ngrams import BACK_OFF_SHIFT, NUMBER, START, UNIT, UNKNOWN, YEAR, Ngrams
from cleantext.steps.wording.table import Family, Row, slug
from cleantext.steps.wording.tokens import tokens

# What the shorter n-gram is worth beside the longer one.
_SHORTER = 0.5


def row(spun: str, *fixes: str, keep: float = 0.1, rate: float = math.inf, fix_rate: float = 0.0) -> Row:
    """Make a row; the rates are occurrences in a million words."""
    return Row(spun, fixes or (spun,), keep, f"en.wording.test/{slug(spun)}", rate, fix_rate)


def family(*rows: Row, gate: int = 5, name: str = "en.wording.test") -> Family:
    return Family(name, rows, gate)


def words_of(text: str, table: Family, ngrams: Ngrams) -> Words:
    return Words(Doc(text), (0, len(text)), table, ngrams)


def ngrams_of(*lines: str) -> Ngrams:
    """Count some lines: half of a word's probability is what followed the words before, half what follows fewer."""
    cut = [[START, *tokens(fold(line))] for line in lines]
    words = list(dict.fromkeys([UNKNOWN, NUMBER, YEAR, START, *(word for line in cut for word in line)]))
    ids = {word: place for place, word in enumerate(words)}
    placed = [[ids[word] for word in line] for line in cut]
    singles = Counter(word for line in placed for word in line[1:])
    pairs = Counter(pair for line in placed for pair in pairwise(line))
    triples = Counter(triple for line in placed for triple in zip(line, line[1:], line[2:]))
    total = singles.total() + len(words) / 2
    single = {word: (singles[word] + 0.5) / total for word in range(len(words))}
    after_word, after_pair = Counter[int](), Counter[tuple[int, int]]()
    for (first, _), count in pairs.items():
        after_word[first] += count
    for (first, second, _), count in triples.items():
        after_pair[first, second] += count
    pair = {key: _mixed(count, after_word[key[0]], single[key[1]]) for key, count in sorted(pairs.items())}
    triple = {key: _mixed(count, after_pair[key[:2]], pair[key[1:]]) for key, count in sorted(triples.items())}
    followers = Counter(first for first, _ in pair)
    pair_followers = Counter((first, second) for first, second, _ in triple)
    return Ngrams(
        ids,
        _units(single.values()),
        bytes(_back_off(followers[word]) for word in range(len(words))),
        array("I", accumulate((followers[word] for word in range(len(words))), initial=0)),
        array("H", (second for _, second in pair)),
        _units(pair.values()),
        bytes(_back_off(pair_followers[key]) for key in pair),
        array("I", accumulate((pair_followers[key] for key in pair), initial=0)),
        array("H", (third for _, _, third in triple)),
        _units(triple.values()),
    )


# Twenty spun words, the fix of each, and n-grams that expect the fix between "the" and "of".
SPUN = [f"spun{letter}" for letter in "abcdefghijklmnopqrst"]
PLAIN = [f"plain{letter}" for letter in "abcdefghijklmnopqrst"]
SPINNER = family(*(row(spun, plain, keep=0.2) for spun, plain in zip(SPUN, PLAIN)))
_FILLER = ("so", "it", "goes", "on", "while", "the", "rain", "falls", "down", "over", "their", "small", "town")


def story(words: list[str]) -> str:
    """Put words where the n-grams expect the fixes."""
    return " ".join(f"the {word} of" for word in words)


def filler(count: int) -> str:
    """Write so many words that are neither spun nor fixes."""
    return " ".join(_FILLER[place % len(_FILLER)] for place in range(count))


def _mixed(count: int, total: int, shorter: float) -> float:
    return (1 - _SHORTER) * count / total + _SHORTER * shorter


def _units(probabilities) -> bytes:  # type: ignore[no-untyped-def]
    return bytes(round(-math.log(probability) * UNIT) for probability in probabilities)


def _back_off(followers: int) -> int:
    return BACK_OFF_SHIFT + (round(-math.log(_SHORTER) * UNIT) if followers else 0)


COUNTS = ngrams_of(*(f"the {plain} of" for plain in PLAIN), *SPUN, filler(13))
