"""Spelling: how a name is written in running text, where a list writes it as registers do.

Registers turn names round ("MARSH, Ann"), shout them, and explain them in brackets.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect

from cleantext.steps.names.neighbours import words

# What no table can hold: a mark that cuts it, or a character that is none of a name.
_NEVER = re.compile("[;\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffd]")
# A language and a colon would be taken for the mark of one; a "# " for a comment.
_MISREAD = re.compile(r"[a-z]{2}:|# ")
# Letters with one blank between two words.
_CLEAN = re.compile(r"[A-Za-z][A-Za-z'.-]*(?: [A-Za-z][A-Za-z'.-]*)*")
# A name that is turned round has a comma, and one that is shouted two capitals.
_AS_IN_REGISTERS = re.compile(r",|[A-Z]{2}")
# Longer names are descriptions.
_LONGEST = 120
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]\Z")
_SUFFIX = re.compile(r"(?:jn?r|sn?r|junior|senior|i{2,3}|iv|vi{2,3}|ix|ph\.?d|m\.?d|esq|mp|obe|cbe)\.?", re.IGNORECASE)
_NUMERAL = re.compile(r"[IVX]+")
_PARTICLES = words("al el ul ud bin ibn ben bint abu von van der den de di da del della dos du la le y e")
_PART = re.compile(r"[^\W\d_][^\W_]*")
_LATIN, _GREEK, _CYRILLIC, _ARMENIAN, _HEBREW, _ARABIC, _INDIC, _GEORGIAN, _EAST_ASIAN, _OTHER = range(10)
# Where the scripts begin, up to U+2000. Those of South Asia are told apart by their blocks.
_SCRIPTS = (
    (0x0370, _GREEK),
    (0x0400, _CYRILLIC),
    (0x0530, _ARMENIAN),
    (0x0590, _HEBREW),
    (0x0600, _ARABIC),
    (0x0900, _INDIC),
    (0x10A0, _GEORGIAN),
    (0x1100, _EAST_ASIAN),
    (0x1200, _OTHER),
    (0x1D00, _LATIN),
    (0x1F00, _GREEK),
)
_STARTS = tuple(start for start, _ in _SCRIPTS)
_BLOCK = 0x80


def tidy(name: str) -> str:
    """Return a name composed, its blanks single, without what stands in brackets at its end."""
    if not name.isascii():
        name = unicodedata.normalize("NFC", name)
    name = " ".join(name.split())
    if name.endswith((")", "]")) and len(name) <= _LONGEST:
        name = _BRACKETS.sub("", name).rstrip() or name
    return name


def fault_in(name: str) -> str:
    """Say why a name cannot stand in a table of names; empty where it can."""
    if len(name) > _LONGEST:
        return f"{name[:40]!r}... is longer than {_LONGEST} characters"
    if _NEVER.search(name) or _MISREAD.match(name):
        return f"{name!r} has a mark that no name has"
    return "" if any(map(str.isalpha, name)) else f"{name!r} has no letter"


def is_clean(name: str) -> bool:
    """Say whether a name is nothing but words of ASCII, as nearly all are: `tidy` and `fault_in` are then idle."""
    return len(name) <= _LONGEST and _CLEAN.fullmatch(name) is not None


def is_cell(text: str) -> bool:
    """Say whether a table can hold a text as a cell, such as an id."""
    return bool(text) and not _NEVER.search(text) and not text.startswith("# ")


def as_in_text(name: str) -> str:
    """Return a person's name in the order and with the capitals of running text."""
    if name.isascii() and not _AS_IN_REGISTERS.search(name):
        return name
    head, comma, tail = name.partition(",")
    if comma and head.strip() and tail.strip() and "," not in tail and not is_suffix(tail.strip()):
        name = f"{tail.strip()} {head.strip()}"
    parts = name.split()
    shouts = name.isupper() and any(len(part) > 2 for part in parts)
    return " ".join(_in_capitals(part, at, shouts=shouts) for at, part in enumerate(parts))


def is_suffix(tail: str) -> bool:
    """Say whether what follows a comma belongs to the name before it: "Jr", "III"."""
    return _SUFFIX.fullmatch(tail) is not None


def script(name: str) -> int:
    """Return a number for the script of a name; 0 is Latin. A name in two scripts has the one that is not Latin."""
    if name.isascii():
        return _LATIN
    return next((found for letter in name if letter.isalpha() and (found := _script(ord(letter)))), _LATIN)


def has_spaces(name: str) -> bool:
    """Say whether the script of a name puts spaces between words; that of China, Japan and Korea need not."""
    return script(name) != _EAST_ASIAN


def _in_capitals(word: str, at: int, *, shouts: bool) -> str:
    if not word.isupper() or not (shouts or len(word) > 3) or "." in word or _NUMERAL.fullmatch(word):
        return word
    if at and word.lower() in _PARTICLES:
        return word.lower()
    capitalised = _PART.sub(_capitalised, word)
    article, hyphen, rest = capitalised.partition("-")
    return f"{article.lower()}-{rest}" if at and hyphen and article.lower() in _PARTICLES else capitalised


def _capitalised(part: re.Match[str]) -> str:
    return part[0][0] + part[0][1:].lower()


def _script(letter: int) -> int:
    if letter < _STARTS[0] or 0x2C60 <= letter < 0x2C80 or 0xA720 <= letter < 0xA800 or 0xFB00 <= letter < 0xFB07:
        return _LATIN
    if letter < 0x2000:
        found = _SCRIPTS[bisect(_STARTS, letter) - 1][1]
        return found if found != _INDIC else letter // _BLOCK * _BLOCK
    return _ARABIC if 0xFB50 <= letter < 0xFE00 or 0xFE70 <= letter < 0xFF00 else _EAST_ASIAN
