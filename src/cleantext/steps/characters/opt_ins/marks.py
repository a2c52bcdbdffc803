"""Marks and letters: accents that nobody can read, and letters of a neighbour's alphabet.

Old tables had no comma below for Romanian, and Arabic keyboards lack two letters of Persian.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit

_MARK = "\u0300-\u036f\u0488\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_PILE = re.compile(f"[{_LATIN}][{_MARK}]{{3}}")
_MARKED = re.compile(f"(?<=[\x20-\x7e\u00a0-\u024f\u1e00-\u1eff])[{_MARK}]{{1,512}}")
_CEDILLA = re.compile("[\u015e\u015f\u0162\u0163]")
_COMMAS = {"\u015e": "\u0218", "\u015f": "\u0219", "\u0162": "\u021a", "\u0163": "\u021b"}
# Letters of Turkish, Azerbaijani, Kurdish and Gagauz that Romanian lacks.
_NOT_ROMANIAN = re.compile("[\u011e\u011f\u0130\u0131\u00d6\u00f6\u00dc\u00fc\u00c7\u00e7\u018f\u0259\u00ca\u00ea]")
_LONGEST_WORD = 40
_ARABIC = re.compile("[\u0643\u064a]")
_PERSIAN = {"\u0643": "\u06a9", "\u064a": "\u06cc"}


def stacked_marks(doc: Doc) -> Iterator[Edit]:
    """Yield the removal of marks in lines where a Latin letter has more than two.

    In such a line marks that compose with their letter stay, unless there are more than two.
    """
    text = doc.text
    if text.isascii():
        return
    line_end = -1
    for pile in _PILE.finditer(text):
        if pile.start() <= line_end:
            continue
        line_start = text.rfind("\n", 0, pile.start()) + 1
        line_end = text.find("\n", pile.start())
        line_end = line_end if line_end >= 0 else len(text)
        for found in _MARKED.finditer(text, line_start, line_end):
            if not _composes(text[found.start() - 1], found[0]):
                yield Edit(found.start(), found.end(), found[0], "", "any.characters.stacked-marks/pile")


def romanian_commas(doc: Doc) -> Iterator[Edit]:
    """Yield the letters with a comma below for those with a cedilla, except in words that show Turkish letters."""
    text = doc.text
    if text.isascii() or doc.language in ("tr", "az"):
        return
    for found in _CEDILLA.finditer(text):
        if found[0] in "\u0162\u0163" or not _NOT_ROMANIAN.search(_word_around(text, found.start())):
            yield Edit(found.start(), found.end(), found[0], _COMMAS[found[0]], "any.characters.romanian-commas/letter")


def persian_letters(doc: Doc) -> Iterator[Edit]:
    """Yield the Persian kaf and yeh for the Arabic ones, except in a text that is in Arabic."""
    if doc.text.isascii() or not _ARABIC.search(doc.text) or doc.language == "ar":
        return
    for found in _ARABIC.finditer(doc.text):
        yield Edit(*found.span(), found[0], _PERSIAN[found[0]], "any.characters.persian-letters/letter")


def _composes(base: str, marks: str) -> bool:
    return len(marks) <= 2 and len(unicodedata.normalize("NFC", base + marks)) == 1


def _word_around(text: str, place: int) -> str:
    start = end = place
    while start > 0 and place - start < _LONGEST_WORD and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and end - place < _LONGEST_WORD and text[end].isalpha():
        end += 1
    return text[start:end]
