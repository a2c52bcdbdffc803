"""Screen: is a text worth weighing at all?

A thousand telling phrases, small enough an automaton to stay in the cache. What has too few
of them close together is shut, unread; nearly all genuine text is.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cleantext.core.doc import Doc
from cleantext.core.load import RULES
from cleantext.core.match import Matcher

FILE = os.path.join(RULES, "en", "wording", "screen.tsv")
# The weights of so many different phrases within 3,000 characters, in a shorter text less.
_NEEDED, _LEAST, _SPAN = 12.0, 5.5, 3000
# Text in other languages has this word in names of bands and papers at most.
_ARTICLE, _ARTICLES = " the ", 2
# What is kept with a document: the weight of all phrases of the screen in it, rounded up.
_FOUND = "wording.screened"


class Screen:
    """Lets suspicious stretches of text through; safe to share between threads."""

    def __init__(self, entries: Iterable[tuple[str, float]]) -> None:
        """Take folded phrases and how much each weighs, in nats."""
        by_phrase = dict(entries)
        self._matcher = Matcher(list(by_phrase))
        self._weights = list(by_phrase.values())

    def suspects(self, doc: Doc, windows: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Yield the windows with enough different phrases close together."""
        if doc.folded.count(_ARTICLE) < _ARTICLES:
            return
        # What had too few phrases has no more of them after losing some lines.
        if doc.remains_of is not None and doc.remains_of.facts.get(_FOUND, _LEAST) < _LEAST:
            doc.facts[_FOUND] = doc.remains_of.facts[_FOUND]
            return
        doc.facts[_FOUND] = 0
        for start, end in windows:
            found = self._matcher.find(doc.folded[start:end])
            weight = sum(map(self._weights.__getitem__, {phrase for phrase, _, _ in found}))
            doc.facts[_FOUND] += int(weight) + 1
            needed = max(_LEAST, _NEEDED * min(end - start, _SPAN) / _SPAN)
            if weight >= needed and (end - start <= _SPAN or self._is_dense(found, needed)):
                yield start, end

    def _is_dense(self, found: Sequence[tuple[int, int, int]], needed: float) -> bool:
        """Say whether some 3,000 characters hold different phrases of such a weight."""
        inside: Counter[int] = Counter()
        weight = 0.0
        first = 0
        for phrase, start, _ in found:
            weight += 0.0 if inside[phrase] else self._weights[phrase]
            inside[phrase] += 1
            while start - found[first][1] > _SPAN:
                gone = found[first][0]
                inside[gone] -= 1
                weight -= 0.0 if inside[gone] else self._weights[gone]
                first += 1
            if weight >= needed:
                return True
        return False


def packaged_entries() -> Iterator[tuple[str, float]]:
    """Yield the telling phrases of the families that ship."""
    with open(FILE, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                phrase, _, weight = line.rstrip("\n").partition("\t")
                yield phrase, float(weight)
