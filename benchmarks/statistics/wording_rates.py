"""Count how often genuine news uses the phrases of the spinner table, and what stands beside them.

Writes two files next to the table, numbers only: `spinner-a.rates.tsv` (the gate's evidence) and
`spinner-a.pairs.txt` (pairs of neighbouring words, for the choice between fixes). Run it after
every change of the table:

    python benchmarks/statistics/wording_rates.py [NEWS.jsonl.gz]
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from cleantext.core.load import read_table
from cleantext.core.match import fold
from cleantext.steps.wording.table import COLUMNS
from cleantext.steps.wording.tokens import tokens

_ROOT = Path(__file__).resolve().parents[2]
_NEWS = _ROOT.parent / "shared" / "data" / "news.jsonl.gz"
_FOLDER = _ROOT / "src" / "cleantext" / "rules" / "en" / "wording"
# Taken as the part of its dictionary's words that a spinner of this family replaces. An assumption.
_SPUN_SHARE = 0.4
# Half an occurrence in the whole corpus, so that no rate is zero.
_SMOOTHING = 0.5
_LOWEST, _HIGHEST = -2.0, 6.0
# A phrase that genuine news never uses is evidence even where its fix is rare.
_FINGERPRINT_KEEP, _FINGERPRINT_FLOOR = 0.05, 3.0
# Rarer pairs would make the file several times as large.
_PAIR_MINIMUM = 8
_WORD_MINIMUM = 8


class Counts(NamedTuple):
    """What one reading of the corpus found."""

    total: int
    phrases: Counter[tuple[str, ...]]
    words: Counter[str]
    pairs: Counter[tuple[str, str]]


def main(arguments: list[str]) -> None:
    news = Path(arguments[0]) if arguments else _NEWS
    rows = [row for block in read_table(_FOLDER / "spinner-a.tsv", COLUMNS) for row in block.rows]
    phrases = {tuple(tokens(fold(text))) for row in rows for text in (row[0], *row[1].split("|"))}
    counts = _count(news, phrases)
    _write_rates(rows, counts)
    _write_pairs(phrases, counts)


def _texts(news: Path) -> Iterator[str]:
    with gzip.open(news, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)["text"]


def _count(news: Path, phrases: set[tuple[str, ...]]) -> Counts:
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    ordered = {first: sorted(found) for first, found in lengths.items()}
    counts = Counts(0, Counter(), Counter(), Counter())
    total = 0
    for text in _texts(news):
        words = list(tokens(fold(text)))
        total += sum(word[0].isalnum() for word in words)
        counts.words.update(words)
        counts.pairs.update(pairwise(words))
        for place, word in enumerate(words):
            for length in ordered.get(word, ()):
                phrase = tuple(words[place : place + length])
                if phrase in phrases:
                    counts.phrases[phrase] += 1
    return counts._replace(total=total)


def _write_rates(rows: list[tuple[str, ...]], counts: Counts) -> None:
    per_million = 1e6 / counts.total

    def rate(text: str) -> float:
        return (counts.phrases[tuple(tokens(fold(text)))] + _SMOOTHING) * per_million

    # A fix that several phrases stand for gives each its part of the replaced occurrences.
    shared = Counter(row[1].split("|")[0] for row in rows)
    lines = [
        "# Made by benchmarks/statistics/wording_rates.py from 31,551 genuine English news texts; do not edit.",
        "# Occurrences per million words of the phrase and of its first fix, and the log-likelihood ratio.",
        "## rates",
    ]
    for spun, fixes, keep in rows:
        fix = fixes.split("|")[0]
        clean, meant = rate(spun), rate(fix)
        swapped = _SPUN_SHARE * (1 - float(keep)) * meant / shared[fix]
        ratio = math.log((clean + swapped) / clean)
        unseen = counts.phrases[tuple(tokens(fold(spun)))] == 0
        if unseen and float(keep) <= _FINGERPRINT_KEEP:
            ratio = max(ratio, _FINGERPRINT_FLOOR)
        ratio = min(max(ratio, _LOWEST), _HIGHEST)
        lines.append(f"{spun}\t{clean:.2f}\t{meant:.2f}\t{ratio:.2f}")
    (_FOLDER / "spinner-a.rates.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_pairs(phrases: set[tuple[str, ...]], counts: Counts) -> None:
    known = {word for phrase in phrases for word in phrase}
    words = {word: count for word, count in counts.words.items() if count >= _WORD_MINIMUM}
    after: dict[str, list[tuple[str, int]]] = {}
    for (first, second), count in sorted(counts.pairs.items()):
        if count >= _PAIR_MINIMUM and first in words and second in words and (first in known or second in known):
            after.setdefault(first, []).append((second, count))
    lines = [
        "# Made by benchmarks/statistics/wording_rates.py from 31,551 genuine English news texts; do not edit.",
        "# A line a word: the word, its count, then each word that follows it and how often.",
        f"# total {counts.total}",
    ]
    for word in sorted(words):
        followers = (f"{second} {count}" for second, count in after.get(word, ()))
        lines.append(" ".join([word, str(words[word]), *followers]))
    (_FOLDER / "spinner-a.pairs.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
