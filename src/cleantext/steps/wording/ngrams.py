"""N-grams: how likely a word is after the two before it, from counts of genuine news.

The counts ship packed, as arrays of numbers side by side, and are read when the first document
passes the screen, so that a run over genuine text never pays for them. What is not in them
is estimated from shorter n-grams (Kneser and Ney's smoothing, 1995, pruned to what tells most).
"""

from __future__ import annotations

import os
import re
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, pairwise

from cleantext.core.load import RULES

FILE = os.path.join(RULES, "en", "wording", "ngrams.bin")
# Logarithms are kept in sixteenths of a nat; a byte reaches down to e to the -16.
UNIT = 16
# Back-off weights may exceed 1 by a little.
BACK_OFF_SHIFT = 16
UNKNOWN, NUMBER, YEAR, START = "<unk>", "<n>", "<y>", "<s>"
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:s|-\d\d)?")
_NUMBER = re.compile(r"\d[\d.,]*(?:st|nd|rd|th|m|bn|k|pc|p)?")
# Trigrams whose cost is remembered.
_KEPT = 1 << 16


@dataclass(frozen=True)
class Ngrams:
    """Logarithms of probabilities in sixteenths of a nat, below zero and without their sign.

    A word is its place in `words`. The words that may follow word i stand in `second` from
    `after_first[i]`, those that may follow pair j in `third` from `after_second[j]`; both sorted.
    """

    ids: dict[str, int]
    single: bytes
    single_back_off: bytes
    after_first: array[int]
    second: array[int]
    pair: bytes
    pair_back_off: bytes
    after_second: array[int]
    third: array[int]
    triple: bytes
    # What was asked before: the same words come again, from the gate and from the decoder.
    _known: dict[tuple[int, int, int], int] = field(default_factory=dict, repr=False, compare=False)

    def id_of(self, token: str) -> int:
        """Return the place of a folded token; numbers and years are one word each."""
        found = self.ids.get(token)
        if found is None:
            found = self.ids.get(shape(token), 0)
        return found

    def cost(self, first: int, second: int, third: int) -> int:
        """Return the cost of word `third` after the two others: -log(P) in sixteenths of a nat."""
        try:
            return self._known[first, second, third]
        except KeyError:
            pass
        if len(self._known) >= _KEPT:
            self._known.clear()
        cost = self._known[first, second, third] = self._looked_up(first, second, third)
        return cost

    def _looked_up(self, first: int, second: int, third: int) -> int:
        left, right = self.after_first[first], self.after_first[first + 1]
        place = bisect_left(self.second, second, left, right)
        if place == right or self.second[place] != second:
            return self.pair_cost(second, third)
        left, right = self.after_second[place], self.after_second[place + 1]
        found = bisect_left(self.third, third, left, right)
        if found < right and self.third[found] == third:
            return self.triple[found]
        return self.pair_back_off[place] - BACK_OFF_SHIFT + self.pair_cost(second, third)

    def pair_cost(self, first: int, second: int) -> int:
        """Return the cost of word `second` after one word."""
        left, right = self.after_first[first], self.after_first[first + 1]
        place = bisect_left(self.second, second, left, right)
        if place < right and self.second[place] == second:
            return self.pair[place]
        return self.single_back_off[first] - BACK_OFF_SHIFT + self.single[second]


def shape(token: str) -> str:
    """Return the class of a token that is no known word: a year, a number or unknown."""
    if not token[0].isdigit():
        return UNKNOWN
    if _YEAR.fullmatch(token):
        return YEAR
    return NUMBER if _NUMBER.fullmatch(token) else UNKNOWN


@cache
def packaged_ngrams() -> Ngrams:
    """Read the counts that ship; they are kept."""
    with open(FILE, "rb") as file:
        return unpack(file.read())


def pack(ngrams: Ngrams) -> bytes:
    """Return the form that ships: the numbers of followers instead of places, compressed."""
    words = "\n".join(sorted(ngrams.ids, key=ngrams.ids.__getitem__)).encode()
    parts = [
        words,
        ngrams.single,
        ngrams.single_back_off,
        *_split(ngrams.after_first[i + 1] - ngrams.after_first[i] for i in range(len(ngrams.single))),
        *_split(ngrams.second),
        ngrams.pair,
        ngrams.pair_back_off,
        *_split(ngrams.after_second[i + 1] - ngrams.after_second[i] for i in range(len(ngrams.pair))),
        *_split(ngrams.third),
        ngrams.triple,
    ]
    packed = [zlib.compress(part, 9) for part in parts]
    return b"".join(len(part).to_bytes(4, "big") for part in packed) + b"".join(packed)


def unpack(data: bytes) -> Ngrams:
    """Return what `pack` was given."""
    count = 14
    sizes = [int.from_bytes(data[4 * i : 4 * i + 4], "big") for i in range(count)]
    places = list(accumulate(sizes, initial=4 * count))
    parts = [zlib.decompress(data[start:end]) for start, end in pairwise(places)]
    words, single, single_back_off, low1, high1, low2, high2, pair, pair_back_off, low3, high3, low4, high4, triple = (
        parts
    )
    return Ngrams(
        {word: place for place, word in enumerate(words.decode().split("\n"))},
        single,
        single_back_off,
        array("I", accumulate(_joined(low1, high1), initial=0)),
        _joined(low2, high2),
        pair,
        pair_back_off,
        array("I", accumulate(_joined(low3, high3), initial=0)),
        _joined(low4, high4),
        triple,
    )


def _split(numbers: Iterable[int]) -> tuple[bytes, bytes]:
    """Return the low and the high bytes of numbers below 65,536; apart, they compress better."""
    listed = list(numbers)
    return bytes(number & 255 for number in listed), bytes(number >> 8 for number in listed)


def _joined(low: bytes, high: bytes) -> array[int]:
    both = bytearray(2 * len(low))
    both[0::2], both[1::2] = low, high
    numbers = array("H", bytes(both))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
