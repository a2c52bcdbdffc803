"""Ideographs: which Han characters and Hangul syllables hardly anyone writes.

The first level of each national standard has the characters of daily use, so what is in
none of them comes nearly always of bytes read with a wrong table. Python's codecs know
the standards; nothing is shipped. A short text has its characters looked up one by one,
since the whole lists cost a process a tenth of a second.
"""

from __future__ import annotations

from functools import cache

_HAN = range(0x3400, 0xA000)
_HANGUL = range(0xAC00, 0xD7A4)
# The rows of each standard in which the common characters stand.
_COMMON = (("gb2312", 0xB0, 0xD7), ("euc_jp", 0xB0, 0xCF), ("big5", 0xA4, 0xC6), ("euc_kr", 0xB0, 0xC8))
_JAPANESE = ("euc_jp", 0xB0, 0xF4)


def is_rare(character: str) -> bool:
    """Say whether this is a Han character or Hangul syllable that no standard counts among the common ones."""
    return (ord(character) in _HAN or ord(character) in _HANGUL) and not _is_common(character)


@cache
def is_japanese(character: str) -> bool:
    """Say whether a Han character is in one of the levels of the Japanese standard."""
    codec, first, last = _JAPANESE
    return first <= _row(character, codec) <= last


@cache
def rare_class() -> str:
    """Return the rare ones as the inside of a character class."""
    common = frozenset().union(*(_rows(*rows) for rows in _COMMON))
    return _ranges([code for block in (_HAN, _HANGUL) for code in block if chr(code) not in common])


@cache
def not_japanese_class() -> str:
    """Return the Han that no Japanese writes as the inside of a character class."""
    known = _rows(*_JAPANESE)
    return _ranges([code for code in range(0x4E00, 0xA000) if chr(code) not in known])


@cache
def _is_common(character: str) -> bool:
    return any(first <= _row(character, codec) <= last for codec, first, last in _COMMON)


def _row(character: str, codec: str) -> int:
    """Return the first of the two bytes of a character in a standard, 0 where it is not in it."""
    encoded = character.encode(codec, "ignore")
    return encoded[0] if len(encoded) == 2 else 0


def _rows(codec: str, first: int, last: int) -> frozenset[str]:
    pairs = (bytes((lead, trail)) for lead in range(first, last + 1) for trail in range(0x40, 0xFF))
    return frozenset(character for pair in pairs if len(character := pair.decode(codec, "ignore")) == 1)


def _ranges(codes: list[int]) -> str:
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in runs)
