"""Neighbours: how well two words stand side by side, from counts of genuine news.

The counts are read when the first document passes the gate, so that a run over genuine
text never pays for them.
"""

from __future__ import annotations

import math
import os
from functools import cache
from typing import NamedTuple

from cleantext.core.load import RULES

# An unseen pair is worth less than its words on their own would suggest.
_BACK_OFF = 0.4
# A word that the corpus lacks: half an occurrence.
_UNSEEN = 0.5


class Neighbours(NamedTuple):
    """Counts of words and of pairs of neighbouring words."""

    total: int
    words: dict[str, int]
    pairs: dict[str, dict[str, int]]

    def log_probability(self, first: str, second: str) -> float:
        """Return the log-probability of `second` after `first`; "" is an unknown neighbour."""
        if not second:
            return 0.0
        pair = self.pairs.get(first, {}).get(second, 0) if first else 0
        if pair:
            return math.log(pair / self.words[first])
        alone = self.words.get(second, _UNSEEN) / self.total
        return math.log(alone if not first else _BACK_OFF * alone)


@cache
def packaged_neighbours() -> Neighbours:
    """Read the counts that ship; they are kept."""
    with open(os.path.join(RULES, "en", "wording", "spinner-a.pairs.txt"), encoding="utf-8") as file:
        text = file.read()
    total = 1
    words: dict[str, int] = {}
    pairs: dict[str, dict[str, int]] = {}
    for line in text.splitlines():
        cells = line.split(" ")
        if cells[0] == "#" and len(cells) > 1 and not cells[1].isdigit():
            total = int(cells[2]) if cells[1] == "total" else total
            continue
        words[cells[0]] = int(cells[1])
        if len(cells) > 2:
            pairs[cells[0]] = dict(zip(cells[2::2], map(int, cells[3::2])))
    return Neighbours(total, words, pairs)
