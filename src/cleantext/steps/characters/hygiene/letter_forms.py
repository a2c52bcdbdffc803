"""Letter forms: ligatures and the shapes of Arabic letters, which PDF and old fonts leave in a text.

A font draws these by itself; as characters they only hide words from every search. Letters
that a spelling has of its own, such as the oe of French, are not among them, nor are the
signs that somebody chooses: the ornate brackets, and whole words in one sign, which are
phrases of blessing and the sign of a currency.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cleantext.core.edit import Edit
from cleantext.steps.characters.hygiene.kinds import ARABIC_FORMS, LATIN_FORMS

_RUN = re.compile(f"[{LATIN_FORMS}]|[{ARABIC_FORMS}]{{1,256}}")
_ARABIC_LETTER = re.compile("[\u0620-\u065f\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f]")
_TWO_FORMS = re.compile(f"[{ARABIC_FORMS}]{{2}}")
# Lam and alef in one shape: a word by itself.
_LAM_ALEF = frozenset(map(chr, range(0xFEF5, 0xFEFD)))
_LATIN_RULE = "any.characters.letter-form/latin-ligature"
_ARABIC_RULE = "any.characters.letter-form/arabic-shape"


def form_edits(text: str) -> Iterator[Edit]:
    """Yield an edit for each ligature and each run of Arabic shapes, sorted."""
    line_end = -1
    is_set = False
    for found in _RUN.finditer(text):
        start, end = found.span()
        if text[start] <= "\ufb06":
            yield Edit(start, end, found[0], unicodedata.normalize("NFKC", found[0]), _LATIN_RULE)
            continue
        if start >= line_end:
            line_end = text.find("\n", start) + 1 or len(text) + 1
            # One shape alone may be what the text is about; a word in shapes says that none is.
            is_set = _TWO_FORMS.search(text, start, line_end) is not None
        if is_set or found[0] in _LAM_ALEF or _touches_letter(text, start, end):
            plain = "".join(map(_plain, found[0])) if _touches_any(text, start, found[0]) else found[0]
            if plain != found[0]:
                yield Edit(start, end, found[0], plain, _ARABIC_RULE)


def _touches_letter(text: str, start: int, end: int) -> bool:
    return bool(_ARABIC_LETTER.match(text, end) or (start and _ARABIC_LETTER.match(text, start - 1)))


def _touches_any(text: str, start: int, run: str) -> bool:
    """Say whether the first mark of a run has a letter to stand on; a run of letters always may go."""
    if not unicodedata.normalize("NFKC", run[0]).startswith(" "):
        return True
    return start > 0 and _ARABIC_LETTER.match(text, start - 1) is not None


def _plain(form: str) -> str:
    """Return the letters of a shape; a vowel sign that is shown by itself on a space goes without it."""
    return unicodedata.normalize("NFKC", form).lstrip(" ")
