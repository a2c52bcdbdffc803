"""Count characters, their classes and pairs over many languages, for the model that tells damage from writing.

Writes `letters.bin` (compressed text, numbers only): what each step from class to class costs, each
character within its class, each pair, all in eighths of a bit; and for each language how it differs.
Run it after every change of the classes:

    python benchmarks/statistics/letters.py [TRAIN.jsonl.gz]

The input has a line a row: [language, source, text].
"""

from __future__ import annotations

import gzip
import json
import math
import sys
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from cleantext.core.classes import class_of
from cleantext.core.model import SHIFT, UNIT, fold_letter

_ROOT = Path(__file__).resolve().parents[2]
_TRAIN = _ROOT.parent / "shared" / "eval" / "encoding" / "data" / "train.jsonl.gz"
_OUT = _ROOT / "src" / "cleantext" / "rules" / "any" / "characters" / "letters.bin"
_HIGHEST = 200
# Pairs seen less often say no more than their letters do.
_PAIR_MINIMUM = 3
_PAIRS = 40_000
# What is known of a letter's neighbours counts as much as this many more occurrences that follow the back-off.
_TRUST = 6.0
# A language has some 400 lines: its own counts against this many from the pool.
_LANGUAGE_TRUST = 20.0
_LANGUAGE_LINES = 150
# Languages are told apart where several share a script that 8-bit tables were made for.
_SHARED = ("latin", "cyrillic", "arabic")


class Counts:
    """What one reading of the lines found."""

    def __init__(self) -> None:
        self.steps: Counter[tuple[str, str]] = Counter()
        self.letters: Counter[str] = Counter()
        self.pairs: Counter[str] = Counter()

    def add(self, text: str) -> None:
        text = " " + unicodedata.normalize("NFC", text) + " "
        folded = list(map(fold_letter, text))
        self.steps.update(pairwise(map(class_of, text)))
        self.letters.update(folded)
        self.pairs.update(map(str.__add__, folded, folded[1:]))


def main(arguments: list[str]) -> None:
    pooled, lines = Counts(), Counter[str]()
    own: dict[str, Counts] = defaultdict(Counts)
    for language, source, text in _rows(Path(arguments[0]) if arguments else _TRAIN):
        pooled.add(text)
        if source != "udhr":
            own[language].add(text)
            lines[language] += 1
    out = [*_steps(pooled), *_letters(pooled), *_pairs(pooled)]
    for language in sorted(own):
        if lines[language] >= _LANGUAGE_LINES and _is_shared(own[language]):
            out += _language(language, own[language], pooled)
    data = zlib.compress("\n".join(out).encode("utf-8"), 9)
    _OUT.write_bytes(data)
    print(f"{_OUT.relative_to(_ROOT)}: {len(data)} bytes, {len(out)} lines")


def _rows(path: Path) -> Iterator[tuple[str, str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            language, source, text = json.loads(row)
            yield language, source, text


def _steps(counts: Counts) -> Iterator[str]:
    """Yield the cost of each step between classes, of each class at all ("" before), and of leaving one ("" after)."""
    total = sum(counts.steps.values())
    before, after = Counter[str](), Counter[str]()
    for (first, second), count in counts.steps.items():
        before[first] += count
        after[second] += count
    for (first, second), count in sorted(counts.steps.items()):
        share = (count + _TRUST * after[second] / total) / (before[first] + _TRUST)
        yield f"step\t{first}\t{second}\t{_cost(share)}"
    for name, count in sorted(after.items()):
        yield f"step\t\t{name}\t{_cost(count / total)}"
    for name, count in sorted(before.items()):
        yield f"step\t{name}\t\t{_cost(_TRUST / (count + _TRUST), 6 * UNIT)}"


def _letters(counts: Counts) -> Iterator[str]:
    totals = _by_class(counts.letters)
    costs = {letter: _cost((count + 0.5) / (totals[class_of(letter)] + 1)) for letter, count in counts.letters.items()}
    yield f"letter\t{_columns(costs)}"


def _pairs(counts: Counts) -> Iterator[str]:
    totals = _by_class(counts.letters)
    followers: Counter[tuple[str, str]] = Counter()
    for pair, count in counts.pairs.items():
        followers[pair[0], class_of(pair[1])] += count
    kept = [pair for pair, count in counts.pairs.most_common() if count >= _PAIR_MINIMUM and not pair.isascii()][
        :_PAIRS
    ]
    rows: dict[str, dict[str, int]] = defaultdict(dict)
    for pair in kept:
        name = class_of(pair[1])
        alone = (counts.letters[pair[1]] + 0.5) / (totals[name] + 1)
        share = (counts.pairs[pair] + _TRUST * alone) / (followers[pair[0], name] + _TRUST)
        rows[pair[0]][pair[1]] = _cost(share)
    for before in sorted(rows):
        yield f"pair\t{before}\t{_columns(rows[before])}"
    for (before, name), count in sorted(followers.items()):
        cost = _cost(_TRUST / (count + _TRUST), 6 * UNIT)
        if cost > UNIT and before in rows:
            yield f"backing\t{before}\t{name}\t{cost}"


def _is_shared(counts: Counts) -> bool:
    return any(class_of(letter).startswith(_SHARED) for letter, count in counts.letters.items() if count >= 20)


def _language(language: str, own: Counts, pooled: Counts) -> Iterator[str]:
    """Yield what a language saves or pays for pairs beyond ASCII, against the pool."""
    yield f"language\t{language}"
    before, pooled_before = _by_first(own.pairs), _by_first(pooled.pairs)
    rows: dict[str, dict[str, dict[str, int]]] = {"saves": defaultdict(dict), "plain": defaultdict(dict)}
    for pair, count in own.pairs.items():
        if count < 2 and pooled.pairs[pair] > count:
            continue
        pool = pooled.pairs[pair] / pooled_before[pair[0]]
        share = (count + _LANGUAGE_TRUST * pool) / (before[pair[0]] + _LANGUAGE_TRUST)
        saving = max(0, min(SHIFT * 2, round(math.log2(share / pool) * UNIT) + SHIFT))
        if not pair.isascii():
            rows["saves"][pair[0]][pair[1]] = saving
        elif pair.replace(" ", "a").isalpha() and abs(saving - SHIFT) >= UNIT / 2:
            rows["plain"][pair[0]][pair[1]] = saving
    for kind, by_first in rows.items():
        for first in sorted(by_first):
            yield f"{kind}\t{first}\t{_columns(by_first[first])}"
    others = {
        first: min(round(-math.log2(_LANGUAGE_TRUST / (count + _LANGUAGE_TRUST)) * UNIT), 8 * UNIT)
        for first, count in before.items()
    }
    yield f"others\t{_columns({first: cost for first, cost in others.items() if cost >= 4})}"


def _by_class(letters: Mapping[str, int]) -> Counter[str]:
    totals: Counter[str] = Counter()
    for letter, count in letters.items():
        totals[class_of(letter)] += count
    return totals


def _by_first(pairs: Mapping[str, int]) -> Counter[str]:
    totals: Counter[str] = Counter()
    for pair, count in pairs.items():
        totals[pair[0]] += count
    return totals


def _columns(costs: Mapping[str, int]) -> str:
    letters: Iterable[str] = sorted(letter for letter in costs if letter not in "\t\n")
    return "".join(letters) + "\t" + "".join(chr(33 + costs[letter]) for letter in letters)


def _cost(share: float, highest: int = _HIGHEST) -> int:
    return min(highest, round(-math.log2(share) * UNIT))


if __name__ == "__main__":
    main(sys.argv[1:])
