"""Lost quotes: where a conversion left U+FFFD or a question mark for a quote or an apostrophe.

What a mark was is never certain, so both sides have to speak for it: an apostrophe needs a
contraction around it, a pair of quotes whole words inside, which tells it from lost letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.characters.opt_ins.lexicon import english, may_be_english, words

# A quote has three bytes in UTF-8, each of which may have become one.
_LOST = re.compile("\ufffd{1,3}(?!\ufffd)")
_MARK = re.compile(r"\?")
_BEFORE = re.compile(r"(?<![^\W\d_])[A-Za-z]{1,30}[.,!?]?$")
_AFTER = re.compile(r"[A-Za-z]{1,30}(?![^\W\d_])")
_OPENING = frozenset(" \t\n\u00a0([-\u2013\u2014")
_CLOSING = frozenset(" \t\n\r\u00a0)].,;:!?-\u2013\u2014")
_QUESTION = re.compile(r"(?<![\w?&=/.-])([A-Za-z]{1,30})\?(s|t|re|ve|ll|d|m)(?![\w?&=/'-])", re.IGNORECASE)
_PRONOUNS = words("i you he she it we they who that there what")
# What may stand before each ending, the possessive aside.
_ENDINGS = {
    "t": words(
        "ain aren can couldn didn doesn don hadn hasn haven isn mightn mustn needn shan shouldn wasn weren won wouldn"
    ),
    "m": words("i"),
    "re": words("you we they who what there"),
    "ve": words("i you we they who would could should might must"),
    "ll": _PRONOUNS | words("this"),
    "d": _PRONOUNS,
}
_FARTHEST = 600


def lost_quotes(doc: Doc) -> Iterator[Edit]:
    """Yield the apostrophe of contractions and the curly quotes around English words."""
    text = doc.text
    if ("\ufffd" not in text and "?" not in text) or not may_be_english(doc):
        return
    found = [*_apostrophes(text), *_pairs(text)]
    yield from sorted(found)


def _apostrophes(text: str) -> Iterator[Edit]:
    for found in _QUESTION.finditer(text):
        if _is_contraction(found[1].lower(), found[2].lower()):
            place = found.end(1)
            yield Edit(place, place + 1, "?", "\u2019", "en.characters.lost-quotes/apostrophe")
    for found in _LOST.finditer(text):
        before = _BEFORE.search(text[max(0, found.start() - 31) : found.start()])
        after = _AFTER.match(text, found.end())
        if before and after and _is_contraction(before[0].lower(), after[0].lower()):
            yield Edit(*found.span(), found[0], "\u2019", "en.characters.lost-quotes/apostrophe")


def _is_contraction(word: str, ending: str) -> bool:
    if ending == "s":
        return english().size(word) > 0
    return word in _ENDINGS.get(ending, ())


def _pairs(text: str) -> Iterator[Edit]:
    for marks in (_LOST, _MARK):
        opened: re.Match[str] | None = None
        for found in marks.finditer(text):
            if opened and (found.start() - opened.end() > _FARTHEST or "\n\n" in text[opened.end() : found.start()]):
                opened = None
            if _opens(text, found):
                opened = found
            elif opened and _closes(text, found):
                rule = "en.characters.lost-quotes/pair"
                yield Edit(*opened.span(), opened[0], "\u201c", rule)
                yield Edit(*found.span(), found[0], "\u201d", rule)
                opened = None


def _opens(text: str, found: re.Match[str]) -> bool:
    if found.start() and text[found.start() - 1] not in _OPENING:
        return False
    word = _AFTER.match(text, found.end())
    return word is not None and english().is_word(word[0])


def _closes(text: str, found: re.Match[str]) -> bool:
    if found.end() < len(text) and text[found.end()] not in _CLOSING:
        return False
    word = _BEFORE.search(text[max(0, found.start() - 31) : found.start()])
    return word is not None and english().is_word(word[0].rstrip(".,!?"))
