"""Lexicon: what is an English word, how common it is, and whether it is usually written with a capital.

The words are those of genuine news. They are read when a repair first asks for one, so a
run without such a repair never pays for them.
"""

from __future__ import annotations

import os
from functools import cache
from typing import NamedTuple

from cleantext.core.doc import Doc
from cleantext.core.load import RULES

# Counts are kept as powers of two; the corpus has 7 million words.
COMMON = 7
FREQUENT = 10


class Lexicon(NamedTuple):
    """Words by their folded form: the bits of their counts, and the usual form of names."""

    sizes: dict[str, int]
    names: dict[str, str]

    def size(self, word: str) -> int:
        """Return the bits of a word's count, 0 where it is none we know; capitals do not matter."""
        return self.sizes.get(word.lower(), 0)

    def is_word(self, word: str) -> bool:
        """Say whether a word is known: 's at its end is no part of it, a small name is none."""
        folded = word.lower()
        for ending in ("'s", "\u2019s"):
            folded = folded.removesuffix(ending)
        return folded in self.sizes and not (word[:1].islower() and folded in self.names)


def words(listed: str) -> frozenset[str]:
    """Return the words of a list that is written with spaces between them."""
    return frozenset(listed.split())


@cache
def english() -> Lexicon:
    """Read the words that ship; they are kept."""
    sizes: dict[str, int] = {}
    names: dict[str, str] = {}
    with open(os.path.join(RULES, "en", "characters", "words.txt"), encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            size, *fronts = line.split()
            word = ""
            for front in fronts:
                word = word[: int(front[0])] + front[1:]
                folded = word.lower()
                sizes[folded] = int(size)
                if word != folded:
                    names[folded] = word
    return Lexicon(sizes, names)


def may_be_english(doc: Doc) -> bool:
    """Say whether nothing speaks against a document being in English; a few words tell no language."""
    return doc.language in ("en", "und")
