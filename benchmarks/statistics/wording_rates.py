"""Count how often genuine news uses the phrases of the spinner tables.

Writes, next to each table, `<family>.rates.tsv` (occurrences a million words of each phrase and of
its first fix), and for all of them `screen.tsv`: the telling phrases that the gate looks for first,
with their weights. Run it after every change of a table:

    python benchmarks/statistics/wording_rates.py [NEWS.jsonl.gz]
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cleantext.core.load import read
from cleantext.core.match import fold
from cleantext.core.rule import Pack
from cleantext.steps.wording.screen import FILE
from cleantext.steps.wording.table import COLUMNS, RATES
from cleantext.steps.wording.tokens import tokens

_NEWS = Path(__file__).resolve().parents[3] / "shared" / "data" / "news.jsonl.gz"
_MADE = "# Made by benchmarks/statistics/wording_rates.py from 31,551 genuine English news texts; do not edit."
# Taken as the part of its dictionary's words that a spinner replaces. An assumption.
_SPUN_SHARE = 0.4
# Half an occurrence in the whole corpus, so that no rate is zero.
_SMOOTHING = 0.5
# The screen: phrases e squared times as likely in spun text as in genuine text, the commonest first.
_SCREEN_RATIO, _SCREENED, _SHORTEST = 2.0, 1_200, 4
_HIGHEST = 5.0
# A phrase that genuine news never uses tells, however rare its fix is.
_FINGERPRINT_KEEP, _FINGERPRINT = 0.05, 3.0


class Told(NamedTuple):
    """A phrase with its weight in the screen, and how often spun text has it."""

    phrase: str
    weight: float
    spun_per_million: float


class Rates:
    """Occurrences per million words of genuine news."""

    def __init__(self, news: Path, phrases: set[tuple[str, ...]]) -> None:
        self._counts: Counter[tuple[str, ...]] = Counter()
        lengths: dict[str, set[int]] = {}
        for phrase in phrases:
            lengths.setdefault(phrase[0], set()).add(len(phrase))
        words_in_all = 0
        for text in _texts(news):
            words = list(tokens(fold(text)))
            words_in_all += sum(word[0].isalnum() for word in words)
            for place, word in enumerate(words):
                for length in lengths.get(word, ()):
                    phrase = tuple(words[place : place + length])
                    if phrase in phrases:
                        self._counts[phrase] += 1
        self._per_million = 1e6 / words_in_all

    def of(self, phrase: str) -> float:
        return (self._counts[_words(phrase)] + _SMOOTHING) * self._per_million

    def is_unseen(self, phrase: str) -> bool:
        return not self._counts[_words(phrase)]


def main(arguments: list[str]) -> None:
    families = list(tables())
    phrases = {_words(text) for pack in families for row in pack.table for text in (row[0], row[1].split("|")[0])}
    rates = Rates(Path(arguments[0]) if arguments else _NEWS, phrases)
    told: dict[str, Told] = {}
    for pack in families:
        lines = [f"{row[0]}\t{rates.of(row[0]):.2f}\t{rates.of(row[1].split('|')[0]):.2f}" for row in pack.table]
        out = Path(FILE).with_name(f"{pack.topic}.rates.tsv")
        out.write_text("\n".join([_MADE, "## rates", *lines]) + "\n", encoding="utf-8")
        for one in _telling(pack, rates):
            known = told.setdefault(one.phrase, one)
            told[one.phrase] = max(known, one)
    _write_screen(list(told.values()))


def tables() -> Iterator[Pack]:
    """Yield the tables of the families, whether their rates fit them or not."""
    for path in sorted(Path(FILE).parent.glob("*.toml")):
        if not path.stem.endswith(RATES):
            pack = read(path, "wording")
            if pack.columns == COLUMNS:
                yield pack


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(tokens(fold(phrase)))


def _texts(news: Path) -> Iterator[str]:
    with gzip.open(news, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)["text"]


def _telling(pack: Pack, rates: Rates) -> Iterator[Told]:
    """Yield the phrases of a family that are much likelier in spun text."""
    # A fix that several phrases stand for gives each its part of the replaced occurrences.
    shared = Counter(row[1].split("|")[0] for row in pack.table)
    for spun, fixes, keep in pack.table:
        fix = fixes.split("|")[0]
        clean = rates.of(spun)
        swapped = _SPUN_SHARE * (1 - float(keep)) * rates.of(fix) / shared[fix]
        ratio = math.log((clean + swapped) / clean)
        if rates.is_unseen(spun) and float(keep) <= _FINGERPRINT_KEEP:
            ratio = max(ratio, _FINGERPRINT)
        if ratio >= _SCREEN_RATIO and len(spun) >= _SHORTEST:
            yield Told(fold(spun), min(ratio, _HIGHEST), swapped)


def _write_screen(told: Sequence[Told]) -> None:
    chosen = sorted(told, key=lambda one: (-one.spun_per_million, one.phrase))[:_SCREENED]
    lines = [f"{one.phrase}\t{one.weight:.1f}" for one in sorted(chosen)]
    Path(FILE).write_text("\n".join([_MADE, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
