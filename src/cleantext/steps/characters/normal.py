"""Normal form: NFC, word by word.

A space neither composes nor is reordered with its neighbours, so the words of a text
can be composed one by one. NFKC never: it would make x2 of x².
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.characters.align import trimmed
from cleantext.steps.characters.dense import thinned

_RULE = "any.characters.normal-form/nfc"


class NormalForm:
    """Proposes the composed form of words that are written with separate marks."""

    name = "characters/normal-form"
    is_local = True

    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Yield one edit a word that is not in NFC, cut down to what differs."""
        if unicodedata.is_normalized("NFC", doc.text):
            return ()
        return thinned(_edits(doc), doc.text)


def _edits(doc: Doc) -> Iterator[Edit]:
    start = 0
    for line in doc.lines:
        if not unicodedata.is_normalized("NFC", line):
            for word_start, word in _words(line):
                composed = unicodedata.normalize("NFC", word)
                if composed != word:
                    yield trimmed(start + word_start, word, composed, _RULE)
        start += len(line) + 1


def _words(line: str) -> Iterator[tuple[int, str]]:
    position = 0
    for word in line.split(" "):
        if not word.isascii():
            yield position, word
        position += len(word) + 1
