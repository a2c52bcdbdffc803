"""Count which words follow which in genuine news, for the choice between a spun phrase and its fixes.

Writes `ngrams.bin`, numbers and words only. Of the n-grams up to three words that hold a word of a
spinner table, those are kept whose loss would mislead most: their count times what they say beyond
the shorter n-gram. Run it after every large change of the tables:

    python benchmarks/statistics/wording_ngrams.py [NEWS.jsonl.gz]
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeVar

from wording_rates import tables

from cleantext.core.match import fold
from cleantext.steps.wording.ngrams import (
    BACK_OFF_SHIFT,
    FILE,
    NUMBER,
    START,
    UNIT,
    UNKNOWN,
    YEAR,
    Ngrams,
    pack,
    shape,
)
from cleantext.steps.wording.tokens import tokens

_NEWS = Path(__file__).resolve().parents[3] / "shared" / "data" / "news.jsonl.gz"
_WORD_MINIMUM = 6
# Chosen so that the file stays below 1.5 MB.
_PAIRS, _TRIPLES = 160_000, 460_000
# Below this, an n-gram may stand in one text only.
_TRIPLE_MINIMUM, _PAIR_MINIMUM = 3, 3
_CLASSES = (UNKNOWN, NUMBER, YEAR, START)

Pair = tuple[int, int]
Triple = tuple[int, int, int]
Gram = TypeVar("Gram", Pair, Triple)
Context = TypeVar("Context", int, Pair)


class Counts(NamedTuple):
    """What one reading of the corpus found; words by their place in `words`."""

    words: list[str]
    pairs: Counter[Pair]
    triples: Counter[Triple]


class Model(NamedTuple):
    """Log-probabilities and the logarithms of back-off weights."""

    single: dict[int, float]
    pairs: dict[Pair, float]
    triples: dict[Triple, float]
    single_back_off: dict[int, float]
    pair_back_off: dict[Pair, float]


def main(arguments: list[str]) -> None:
    news = Path(arguments[0]) if arguments else _NEWS
    table = set(_table_words())
    counts = _count(news, table)
    known = {place for place, word in enumerate(counts.words) if word in table}
    model = _pruned(_smoothed(counts), counts, known)
    data = pack(_packed(model, counts.words, known))
    Path(FILE).write_bytes(data)
    print(f"{len(model.single)} words, {len(model.pairs)} pairs, {len(model.triples)} triples, {len(data)} bytes")


def _table_words() -> Iterator[str]:
    for table in tables():
        for spun, fixes, _ in table.table:
            for phrase in (spun, *fixes.split("|")):
                yield from tokens(fold(phrase))


def _lines(news: Path) -> Iterator[list[str]]:
    with gzip.open(news, "rt", encoding="utf-8") as file:
        for row in file:
            for line in fold(json.loads(row)["text"]).split("\n"):
                if words := list(tokens(line)):
                    yield words


def _count(news: Path, table: set[str]) -> Counts:
    seen = Counter(word for line in _lines(news) for word in line)
    frequent = (word for word, count in seen.most_common() if count >= _WORD_MINIMUM or word in table)
    words = [*_CLASSES, *(word for word in frequent if shape(word) == UNKNOWN or word in table)]
    ids = {word: place for place, word in enumerate(words)}
    pairs: Counter[Pair] = Counter()
    triples: Counter[Triple] = Counter()
    for line in _lines(news):
        places = [ids[START], *(ids[word] if word in ids else ids[shape(word)] for word in line)]
        pairs.update(pairwise(places))
        triples.update(zip(places, places[1:], places[2:]))
    return Counts(words, pairs, triples)


def _smoothed(counts: Counts) -> Model:
    """Estimate probabilities: absolute discounting, shorter n-grams by the number of words they follow."""
    before_pair: Counter[Pair] = Counter((second, third) for _, second, third in counts.triples)
    before_word: Counter[int] = Counter(second for _, second in counts.pairs)
    total = before_word.total()
    # A word the corpus lacks counts as half an occurrence.
    single = {word: math.log(max(before_word[word], 0.5) / total) for word in range(len(counts.words))}
    # What stands first in a line is preceded by nothing, so its pairs count as they are.
    start = counts.words.index(START)
    continued = {pair: count if pair[0] == start else before_pair[pair] for pair, count in counts.pairs.items()}
    pairs = _interpolated(continued, _first, lambda pair: single[pair[1]])
    triples = _interpolated(counts.triples, _first_two, lambda triple: pairs[triple[1:]])
    return Model(single, pairs, triples, {}, {})


def _interpolated(
    counts: Mapping[Gram, int], context_of: Callable[[Gram], Hashable], shorter: Callable[[Gram], float]
) -> dict[Gram, float]:
    """Return the logarithm of each n-gram's probability, what is taken from it given to the shorter one."""
    once = sum(count == 1 for count in counts.values())
    twice = sum(count == 2 for count in counts.values())
    discount = once / (once + 2 * twice)
    totals: Counter[Hashable] = Counter()
    kinds: Counter[Hashable] = Counter()
    for gram, count in counts.items():
        totals[context_of(gram)] += count
        kinds[context_of(gram)] += 1
    probabilities: dict[Gram, float] = {}
    for gram, count in counts.items():
        total, left = totals[context_of(gram)], discount * kinds[context_of(gram)]
        probabilities[gram] = math.log((count - discount + left * math.exp(shorter(gram))) / total)
    return probabilities


def _first(pair: Pair) -> int:
    return pair[0]


def _first_two(triple: Triple) -> Pair:
    return triple[:2]


def _pruned(full: Model, counts: Counts, known: set[int]) -> Model:
    triples = _most_telling(
        (
            (count * (full.triples[gram] - full.pairs[gram[1:]]), gram)
            for gram, count in counts.triples.items()
            if count >= _TRIPLE_MINIMUM and not known.isdisjoint(gram)
        ),
        _TRIPLES,
    )
    needed = {gram[:2] for gram in triples}
    pairs = needed | set(
        _most_telling(
            (
                (count * (full.pairs[gram] - full.single[gram[1]]), gram)
                for gram, count in counts.pairs.items()
                if count >= _PAIR_MINIMUM and not known.isdisjoint(gram) and gram not in needed
            ),
            max(0, _PAIRS - len(needed)),
        )
    )
    kept_pairs = {gram: full.pairs[gram] for gram in pairs}
    single_back_off = _back_off(kept_pairs, _first, lambda gram: full.single[gram[1]])
    kept_triples = {gram: full.triples[gram] for gram in triples}

    def pair(gram: Triple) -> float:
        found = kept_pairs.get(gram[1:])
        return single_back_off.get(gram[1], 0.0) + full.single[gram[2]] if found is None else found

    pair_back_off = _back_off(kept_triples, _first_two, pair)
    return Model(full.single, kept_pairs, kept_triples, single_back_off, pair_back_off)


def _most_telling(weighed: Iterable[tuple[float, Gram]], most: int) -> list[Gram]:
    return [gram for _, gram in sorted(weighed, key=lambda item: (-item[0], item[1]))[:most]]


def _back_off(
    kept: Mapping[Gram, float], context_of: Callable[[Gram], Context], shorter: Callable[[Gram], float]
) -> dict[Context, float]:
    """Return the logarithm of the weight by which each context multiplies the shorter n-grams."""
    left: dict[Context, float] = defaultdict(lambda: 1.0)
    lower: dict[Context, float] = defaultdict(lambda: 1.0)
    for gram, value in kept.items():
        left[context_of(gram)] -= math.exp(value)
        lower[context_of(gram)] -= math.exp(shorter(gram))
    return {context: math.log(max(left[context], 1e-3) / max(lower[context], 1e-3)) for context in left}


def _packed(model: Model, words: list[str], known: set[int]) -> Ngrams:
    used = {0, 1, 2, 3, *known}.union(*model.pairs, *model.triples)
    order = sorted(used)
    new = {old: place for place, old in enumerate(order)}
    pairs = sorted((new[a], new[b], (a, b)) for a, b in model.pairs)
    triples = sorted((new[a], new[b], new[c], (a, b, c)) for a, b, c in model.triples)
    per_first = Counter(a for a, _, _ in pairs)
    per_pair = Counter((a, b) for a, b, _, _ in triples)
    return Ngrams(
        {words[old]: place for place, old in enumerate(order)},
        bytes(_byte(model.single[old]) for old in order),
        bytes(_byte(model.single_back_off.get(old, 0.0), BACK_OFF_SHIFT) for old in order),
        _places(per_first[place] for place in range(len(order))),
        array("H", (b for _, b, _ in pairs)),
        bytes(_byte(model.pairs[gram]) for _, _, gram in pairs),
        bytes(_byte(model.pair_back_off.get(gram, 0.0), BACK_OFF_SHIFT) for _, _, gram in pairs),
        _places(per_pair[a, b] for a, b, _ in pairs),
        array("H", (c for _, _, c, _ in triples)),
        bytes(_byte(model.triples[gram]) for _, _, _, gram in triples),
    )


def _places(counts: Iterable[int]) -> array[int]:
    places = array("I", [0])
    for count in counts:
        places.append(places[-1] + count)
    return places


def _byte(logarithm: float, shift: int = 0) -> int:
    return min(255, max(0, round(-logarithm * UNIT) + shift))


if __name__ == "__main__":
    main(sys.argv[1:])
