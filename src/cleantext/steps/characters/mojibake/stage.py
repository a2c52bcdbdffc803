"""Mojibake: text that was decoded with the wrong table, found line by line and in the document as a whole.

A gate finds the lines in question at the speed of a few searches; each is then searched
for the reading that explains it. Long lines go in slices cut at white space: mojibake
never spans a space that is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.characters.dense import thinned
from cleantext.steps.characters.mojibake.suspicion import is_usual, may_be_damaged, suspicious_spans
from cleantext.steps.characters.mojibake.vote_gate import may_vote

# A longer line goes in slices, and those without a sign of damage are passed over: a paragraph is as much as the
# search needs for evidence, and one sign in a line of 20 MB must not have all of it searched.
SLICE = 4_096
# Code points that show whether a text is damaged UTF-8.
_SAMPLE = 8_192
_CUT = re.compile(r"[ \t]")
# Without a space, a cut must not part the characters of one damaged letter: after ASCII none is open,
# and before a letter that stands for a lead byte none goes on.
_BETWEEN = re.compile("[\x00-\x7f](?=[^\x00-\x7f])|[^\u00c2-\u00f4\u0410-\u044f](?=[\u00c2-\u00f4\u0410-\u044f])")


class Mojibake:
    """Proposes what a text read before it was decoded wrongly."""

    name = "characters/encoding"
    is_local = False
    is_settled = False

    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Yield minimal runs of what changes; the rule names the readings, as in `cp1252>utf-8`."""
        text = doc.text
        if text.isascii() or is_usual(text):
            return ()
        if may_vote(text):
            # A round of its own: what all lines show together must not be repaired in some of them.
            voted = list(_voted(doc))
            if voted:
                return voted
        spans = suspicious_spans(text)
        return thinned(_line_edits(text, spans), text) if spans else ()


def _voted(doc: Doc) -> Iterable[Edit]:
    from cleantext.steps.characters.mojibake.pieces import looks_like_utf8
    from cleantext.steps.characters.mojibake.vote import vote_edits

    # UTF-8 proves itself line by line, and is no exchange of letters.
    return () if looks_like_utf8(doc.text[:_SAMPLE]) else vote_edits(doc)


def _line_edits(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Edit]:
    # Here, since most texts have no line in question.
    from cleantext.steps.characters.mojibake.search import repaired

    for line_start, line_end in spans:
        for start, piece in _slices(text[line_start:line_end]):
            if len(piece) < line_end - line_start and not may_be_damaged(piece):
                continue
            for edit in repaired(piece).edits:
                yield edit._replace(start=edit.start + line_start + start, end=edit.end + line_start + start)


def _slices(line: str) -> Iterator[tuple[int, str]]:
    position = 0
    while len(line) - position > SLICE:
        low, high = position + SLICE // 2, position + SLICE
        cut = _CUT.search(line, low, high) or _BETWEEN.search(line, low, high)
        end = cut.end() if cut else high
        yield position, line[position:end]
        position = end
    yield position, line[position:]
