"""Glue sight: at a glance, whether chrome may be glued to a line.

Nearly all lines of a story are sentences whose first words are those of no label, and for
such a line nothing more is done. What is not seen here is never cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from cleantext.core.match import fold
from cleantext.steps.boilerplate.lines import ends_sentence

# A shorter line is judged whole, by the rules for lines.
SHORTEST = 60
SHORTEST_IDEOGRAPHS = 20
# No head or tail is longer; what lies between the two is never read.
WINDOW = 240
_SENTENCE_END = r"[.!?…。！？؟۔।][\"'”’»)\]」』]{0,2}"
BOUNDARY = re.compile(rf"{_SENTENCE_END}(\s*)(?=\S)")
# The first word with the one after a blank, or the first sign: of a line, and behind each sentence in it.
_BEGIN = r"([^\W\d_]+|\S)(?:[ \u00a0]([^\W\d_]+))?"
_FIRST = re.compile(rf"\s*{_BEGIN}")
_LONGEST_WORD = 40
# "1.5 million" is one number.
_AFTER_SENTENCE = re.compile(rf"{_SENTENCE_END}(?!(?<=\d\.)\d)\s*(?={_BEGIN})")
# Neither quotes nor the stops of an ellipsis begin a label.
_NO_BEGIN = frozenset("\"'“”‘’«»„‚‹›.!?…。！？؟۔।")


class Openings(NamedTuple):
    """How labels begin, folded: with which words, those of labels of one word, and the first two of the others."""

    words: frozenset[str]
    single: frozenset[str]
    pairs: frozenset[str]

    @classmethod
    def of(cls, labels: Iterable[str]) -> Openings:
        """Find them in folded labels."""
        found = [first for first in map(_FIRST.match, labels) if first]
        return cls(
            frozenset(first[1] for first in found),
            frozenset(first[1] for first in found if not first[2]),
            frozenset(first.group().lstrip() for first in found if first[2]),
        )

    def may_begin(self, first: re.Match[str] | None) -> bool:
        """Say whether a label may begin with the words found."""
        if first is None:
            return False
        word, second = first.groups()
        if not word[0].isalpha():
            # A digit or a bracket may begin a count or a note.
            return word not in _NO_BEGIN
        # Labels begin with a capital.
        if word[0].islower() or (folded := fold(word)) not in self.words:
            return False
        if not second:
            return True
        # A word that goes on in small letters is no label by itself.
        return f"{folded} {fold(second)}" in self.pairs or (not second[0].islower() and folded in self.single)


class Sides(NamedTuple):
    """Which ends of a line are worth a closer look."""

    head: bool
    tail: bool


_NEITHER = Sides(False, False)


def sides_of(line: str, openings: Openings) -> Sides:
    """Say at which ends of a line chrome may be glued to it."""
    if len(line) < SHORTEST and (line.isascii() or len(line) < SHORTEST_IDEOGRAPHS):
        return _NEITHER
    is_sentence = ends_sentence(line[-WINDOW:])
    head = is_sentence and begins_label(line, openings)
    for first in _AFTER_SENTENCE.finditer(line, max(0, len(line) - WINDOW)):
        if not is_sentence or openings.may_begin(first):
            return Sides(head, True)
    return Sides(head, False) if head else _NEITHER


def begins_label(line: str, openings: Openings) -> bool:
    """Say whether a text may begin with a label."""
    word = line[:_LONGEST_WORD].partition(" ")[0]
    # Most lines begin with a word that begins no label.
    if word.isalpha() and len(word) < _LONGEST_WORD and (word[0].islower() or fold(word) not in openings.words):
        return False
    return openings.may_begin(_FIRST.match(line))


def is_glued(window: str, boundary: re.Match[str]) -> bool:
    """Say whether no blank stands behind a word's full stop; an initial's or an address's are others."""
    return not boundary.group(1) and window[max(0, boundary.start() - 3) : boundary.start()].islower()
