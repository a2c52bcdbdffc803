"""Normal form: NFC, word by word.

A space neither composes nor is reordered with its neighbours, so the words of a text
can be composed one by one. NFKC never: it would make x2 of x².
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.characters.align import trimmed
from cleantext.steps.characters.dense import thinned
from cleantext.steps.characters.normalised import is_nfc

# More marks on one letter than any script writes. CPython sorts them in quadratic time, so such a word stays as it is.
_HIGHEST = 257
_MARK = (
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06ed\u0730-\u074a\u08ca-\u08ff\u093c\u094d"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u302a-\u302f\u3099\u309a\ufe20-\ufe2f]"
)
_PILE = _MARK + f"{{{_HIGHEST}}}"
_RULE = "any.characters.normal-form/nfc"


class NormalForm:
    """Proposes the composed form of words that are written with separate marks."""

    name = "characters/normal-form"
    is_local = True
    is_settled = False

    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Yield one edit a word that is not in NFC, cut down to what differs."""
        if doc.text.isascii() or is_nfc(doc.text):
            return ()
        return thinned(_edits(doc), doc.text)


def _edits(doc: Doc) -> Iterator[Edit]:
    start = 0
    for line in doc.lines:
        if not line.isascii():
            for word_start, word in _words(line):
                composed = word if _is_piled(word) else unicodedata.normalize("NFC", word)
                if composed != word:
                    yield trimmed(start + word_start, word, composed, _RULE)
        start += len(line) + 1


def _words(line: str) -> Iterator[tuple[int, str]]:
    position = 0
    for word in line.split(" "):
        if not word.isascii():
            yield position, word
        position += len(word) + 1


def _is_piled(text: str) -> bool:
    # No pile is shorter, and the single class finds the first mark ten times faster than the repeat does.
    found = _compiled(_MARK).search(text) if len(text) >= _HIGHEST else None
    return found is not None and _compiled(_PILE).search(text, found.start()) is not None


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)
