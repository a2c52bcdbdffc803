"""Arcs: the tokens of a text, and the phrases among them that may stand for something else.

Names are the danger: a capitalised word is taken only where the table lists it with its
capitals, or where it opens a sentence and nothing capitalised follows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from copy import copy
from functools import cached_property
from typing import NamedTuple

from cleantext.core.doc import Doc
from cleantext.steps.wording.ngrams import START, Ngrams
from cleantext.steps.wording.table import Family, Phrase, Row
from cleantext.steps.wording.tokens import token_spans

# Left of a phrase: part of an address, a handle, a path, a number with a unit; right of it likewise.
_GLUED_LEFT = frozenset("@#/\\_&=.:$£€+~")
_GLUED_RIGHT = frozenset("@/\\_&=+~")
_SENTENCE_START = re.compile(r"(?:^|[\n.!?:;…—–•*>|]|[\"“”‘'(\[])[\s\"“”‘'(\[•*-]{0,4}\Z")
_NEXT_CAPITAL = re.compile(r"[ \t]+[\"“‘']?[A-Z]")
_TYPOGRAPHIC = str.maketrans("\u2019\u2018\u00a0", "'' ")
# Words that open sentences and are no part of a name, whatever follows them.
_OPENERS = frozenset(
    "additionally amongst and as by each every extra final however if in it lastly lately merely moreover "  # noqa: SIM905
    "nevertheless nonetheless on presently regardless simply solely that the though till towards underneath "
    "whereas within".split()
)


class Arc(NamedTuple):
    """A phrase from token `first` up to token `last`, and the row that may act on it."""

    first: int
    last: int
    place: int
    row: Row


class Words:
    """The tokens of a span of a text: where they stand, their places in the n-grams, the arcs over them."""

    def __init__(self, doc: Doc, span: tuple[int, int], family: Family, ngrams: Ngrams) -> None:
        """Cut the span into tokens; nothing is looked up yet."""
        self._doc = doc
        self.family = family
        self.ngrams = ngrams
        self.start, self.end = span
        self.spans = token_spans(doc.folded, *span)

    def for_family(self, family: Family) -> Words:
        """Return the same tokens with the arcs of another family."""
        # Looked up before the copy is made, so that every family shares them.
        _ = self.ids, self.opens_line
        twin = copy(self)
        twin.family = family
        vars(twin).pop("arcs", None)
        return twin

    @cached_property
    def ids(self) -> list[int]:
        """The place of each token among the n-grams' words."""
        folded, id_of = self._doc.folded, self.ngrams.id_of
        return [id_of(folded[start:end]) for start, end in self.spans]

    @cached_property
    def opens_line(self) -> frozenset[int]:
        """The tokens that stand first on a line; what is before them says nothing about them."""
        folded = self._doc.folded
        ends = [self.start, *(end for _, end in self.spans)]
        return frozenset(
            number for number, (start, _) in enumerate(self.spans) if not number or "\n" in folded[ends[number] : start]
        )

    @cached_property
    def arcs(self) -> list[Arc]:
        """The phrases that may be spun, by first token, the longest first."""
        return list(self._arcs())

    def tokens_in(self, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the spans of tokens that stand in some spans of the text."""
        firsts = [start for start, _ in self.spans]
        return [(bisect_left(firsts, start), bisect_left(firsts, end)) for start, end in spans]

    def context(self, token: int, ids: Sequence[int] | None = None) -> tuple[int, int]:
        """Return the two words before a token, the start of a line standing for what is missing.

        `ids` are other words in the places of this text's.
        """
        ids = self.ids if ids is None else ids
        start = self.ngrams.ids[START]
        if token in self.opens_line:
            return start, start
        if token - 1 in self.opens_line:
            return start, ids[token - 1]
        return ids[token - 2], ids[token - 1]

    def following(self, token: int, ids: Sequence[int] | None = None) -> list[int]:
        """Return up to two words from a token on, as far as its line goes; `ids` as above."""
        ids = self.ids if ids is None else ids
        words: list[int] = []
        for place in range(token, min(token + 2, len(self.spans))):
            if place in self.opens_line:
                break
            words.append(ids[place])
        return words

    def _arcs(self) -> Iterator[Arc]:
        text, folded = self._doc.text, self._doc.folded[self.start : self.end]
        firsts = [start for start, _ in self.spans]
        for place, left, right in self.family.find(folded):
            phrase = Phrase(place, left + self.start, right + self.start)
            first = bisect_left(firsts, phrase.start)
            last = bisect_left(firsts, phrase.end)
            # A phrase that begins or ends inside a token is no phrase: "it" in "it'll".
            if first == len(firsts) or firsts[first] != phrase.start or self.spans[last - 1][1] != phrase.end:
                continue
            row = _row(text, phrase, self.family)
            if row is not None:
                yield Arc(first, last, place, row)


def _row(text: str, phrase: Phrase, family: Family) -> Row | None:
    """Return the row that may act on a phrase, None where the text forbids it."""
    if _is_glued(text, phrase.start, phrase.end):
        return None
    seen = text[phrase.start : phrase.end].translate(_TYPOGRAPHIC)
    opens: bool | None = None
    for row in family.rows[phrase.place]:
        if seen == row.spun:
            return row if row.keep < 1 else None
        if row.keep >= 1:
            continue
        if seen[1:] == row.spun[1:] and seen[:1] == row.spun[:1].upper():
            if opens is None:
                opens = not phrase.start or bool(_SENTENCE_START.search(text[max(0, phrase.start - 8) : phrase.start]))
            if opens and not _is_name(text, phrase.end, row):
                return row
    return None


def _is_glued(text: str, start: int, end: int) -> bool:
    left = text[start - 1 : start]
    right = text[end : end + 1]
    if left and left in _GLUED_LEFT and text[start - 2 : start - 1].strip():
        return True
    # An editor's own words inside a quotation, as in "[conflict in Ukraine]", were never spun.
    if left == "[" or right == "]" or left in ("@", "#"):
        return True
    if right and right in _GLUED_RIGHT:
        return True
    return right == "." and text[end + 1 : end + 2].isalnum()


def _is_name(text: str, end: int, row: Row) -> bool:
    if " " in row.spun or row.spun in _OPENERS:
        return False
    return _NEXT_CAPITAL.match(text, end) is not None
