"""Count the words of genuine English news, for the opt-in repairs that ask whether something is a word.

Writes `words.txt`, words and the size of their counts only: a line a class of counts, the words
sorted, each without what it shares with the one before it (the digit in front says how much).
A word that is usually written with a capital keeps it. Run it after a change of the corpus:

    python benchmarks/statistics/english_words.py [NEWS.jsonl.gz]
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

_ROOT = Path(__file__).resolve().parents[2]
_NEWS = _ROOT.parent / "shared" / "data" / "news.jsonl.gz"
_OUT = _ROOT / "src" / "cleantext" / "rules" / "en" / "characters" / "words.txt"
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
# Rarer ones are misspellings and words run together as often as words.
_MINIMUM = 4
# Names are of less use, and every other rare one is foreign.
_NAME_MINIMUM = 8
# "longterm" stands there three times, "long-term" two thousand times: the joined form is a slip.
_HYPHENATED = 5
# Where this share of a word's occurrences is capitalised, it is a name.
_NAME_SHARE = 0.9
_LONGEST_SHARED = 9


class Counts(NamedTuple):
    """What one reading of the corpus found."""

    small: Counter[str]
    capital: Counter[str]
    hyphenated: Counter[str]


def main(arguments: list[str]) -> None:
    counts = _count(Path(arguments[0]) if arguments else _NEWS)
    classes: dict[int, list[str]] = defaultdict(list)
    for word, count in _words(counts):
        classes[count.bit_length()].append(word)
    lines = [
        "# Made by benchmarks/statistics/english_words.py from 31,551 genuine English news texts; do not edit.",
        "# A line a class: bits of the count, then the words, each after the length it shares with the one before.",
    ]
    for size in sorted(classes, reverse=True):
        lines.append(" ".join([str(size), *_fronts(sorted(classes[size]))]))
    _OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _count(news: Path) -> Counts:
    counts = Counts(Counter(), Counter(), Counter())
    with gzip.open(news, "rt", encoding="utf-8") as file:
        for line in file:
            for word in _WORD.findall(json.loads(line)["text"]):
                if "-" in word:
                    counts.hyphenated[word.lower().replace("-", "")] += 1
                elif word.islower():
                    counts.small[word] += 1
                else:
                    counts.capital[word] += 1
    return counts


def _words(counts: Counts) -> Iterable[tuple[str, int]]:
    """Yield every word worth keeping in its usual form, with its count; none twice, capitals apart."""
    forms: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for word, count in counts.capital.items():
        forms[word.lower()].append((count, word))
    for folded in sorted(counts.small.keys() | forms.keys()):
        small = counts.small[folded]
        capital = sum(count for count, _ in forms.get(folded, ()))
        count = small + capital
        if len(folded) < 2 and folded not in "ai":
            continue
        if counts.hyphenated[folded] > _HYPHENATED * count:
            continue
        if capital > _NAME_SHARE * count:
            if count >= _NAME_MINIMUM:
                yield max(forms[folded], key=lambda form: (form[0], form[1]))[1], count
        elif small >= _MINIMUM:
            yield folded, count


def _fronts(words: Iterable[str]) -> Iterable[str]:
    previous = ""
    for word in words:
        shared = 0
        while shared < _LONGEST_SHARED and word[: shared + 1] == previous[: shared + 1] and shared < len(word):
            shared += 1
        yield f"{shared}{word[shared:]}"
        previous = word


if __name__ == "__main__":
    main(sys.argv[1:])
