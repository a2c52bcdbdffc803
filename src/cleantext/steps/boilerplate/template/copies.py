"""Copies: pages that tell a story which an earlier page told already.

What such pages share is not the site's: a story that a site has twice would look like
furniture. So a copy is not counted.
"""

from __future__ import annotations

from collections import Counter

from cleantext.steps.boilerplate.template.counts import hashed
from cleantext.steps.boilerplate.template.shape import Line

# Paragraphs remembered, with the page that had each first; the oldest go. About 20 MB.
_REMEMBERED = 1 << 16
# A page is a copy where an earlier one has half of its prose, and two of its paragraphs.
_SHARE = 0.5
_PARAGRAPHS = 2


class Copies:
    """Remembers the paragraphs of the pages shown to it."""

    def __init__(self, remembered: int = _REMEMBERED) -> None:
        self._remembered = remembered
        # The first page with a paragraph; minus one and that page, where there were more: then it is the site's.
        self._pages: dict[bytes, int] = {}
        self._count = 0

    def is_copy(self, page: list[Line]) -> bool:
        """Say whether an earlier page has the story of this one; the page is remembered."""
        whole = hashed("\n".join(line.key for line in page))
        is_copy = whole in self._pages or self._is_told(page)
        self._pages.setdefault(whole, self._count)
        self._count += 1
        if len(self._pages) > self._remembered:
            self._pages = dict(list(self._pages.items())[-(self._remembered // 2) :])
        return is_copy

    def _is_told(self, page: list[Line]) -> bool:
        letters: Counter[int] = Counter()
        paragraphs: Counter[int] = Counter()
        everything = 0
        for key, weight in {line.key: line.weight for line in page if line.is_prose and line.key}.items():
            entry = hashed(key)
            everything += weight
            earlier = self._pages.get(entry)
            if earlier is None:
                self._pages[entry] = self._count
            elif earlier >= 0:
                letters[earlier] += weight
                paragraphs[earlier] += 1
                self._pages[entry] = -1 - earlier
        return any(
            weight >= _SHARE * everything and paragraphs[earlier] >= _PARAGRAPHS for earlier, weight in letters.items()
        )
