"""Screen: is a text worth weighing at all?

A thousand telling phrases, small enough an automaton to stay in the cache. What has too few
of them close together is shut, unread; nearly all genuine text is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from cleantext.core.match import Matcher, fold
from cleantext.steps.wording.table import Row

# Short genuine texts reach 0.19 with one or two phrases; with five different ones none passes 0.033.
# So below this no gate opens, and nothing with fewer phrases needs to be weighed.
MINIMUM_DISTINCT = 5
# The screen: so many different phrases with a ratio of e squared within 3,000 characters, in a
# shorter text fewer. Real spun copies have 3.5 or more in 100 words, genuine texts 0.9 at most.
_SCREEN_RATIO, _SCREEN_DISTINCT, _SCREEN_SPAN = 2.0, 8, 3000
_SHORTEST_SCREENED = 5
# The phrases whose meant words are the commonest: the others hardly change what the screen lets through.
_SCREENED = 1_000
# Text in other languages has this word in names of bands and papers at most.
ARTICLE, ARTICLES = " the ", 2
# What is kept with a document: how many phrases of the screen it holds.
FOUND = "wording.screened"


def screen_of(rows: Iterable[Row]) -> Matcher:
    """Build the matcher of the screen."""
    telling = [row for row in rows if row.llr >= _SCREEN_RATIO and row.keep < 1 and len(row.spun) >= _SHORTEST_SCREENED]
    telling.sort(key=lambda row: (-row.fix_per_million, row.spun))
    return Matcher([fold(row.spun) for row in telling[:_SCREENED]])


def is_dense(found: Sequence[tuple[int, int, int]], length: int) -> bool:
    """Say whether a text of so many characters holds enough different phrases close together."""
    needed = _needed(length)
    if len(found) < needed:
        return False
    inside: Counter[int] = Counter()
    first = 0
    for phrase, start, _ in found:
        inside[phrase] += 1
        while start - found[first][1] > _SCREEN_SPAN:
            inside[found[first][0]] -= 1
            if not inside[found[first][0]]:
                del inside[found[first][0]]
            first += 1
        if len(inside) >= needed:
            return True
    return False


def _needed(length: int) -> int:
    """Return how many different phrases of the screen a text of so many characters must hold."""
    return max(MINIMUM_DISTINCT, _SCREEN_DISTINCT * min(length, _SCREEN_SPAN) // _SCREEN_SPAN)
