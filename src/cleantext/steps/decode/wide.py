"""Wide: UTF-16 and UTF-32 without a byte order mark, and text that shifts by escapes (ISO-2022, HZ).

All of these may be valid UTF-8 byte for byte, so they are asked first. Latin text in
UTF-16 shows by its NULs; that of other scripts only by making sense, which the
character model tells.
"""

from __future__ import annotations

import re
import unicodedata

_ORDERS = ("le", "be")
# Enough to see what it is, whatever the size of the file.
_SAMPLE = 4_096
# Western text in UTF-16 has a NUL beside nearly every letter; one in three leaves room for other scripts.
_NUL_SHARE = 0.33
# Controls that text in UTF-8 has no use for: the upper halves of Latin, Greek, Cyrillic, Arabic and Indic letters.
_CONTROLS = re.compile(b"[\x00-\x08\x0e-\x1a]")
_CONTROL_SHARE = 0.05
# Without bytes such as these, NULs stand between items of plain text.
_NO_ASCII = re.compile(b"[\x01-\x08\x0b\x0c\x0e-\x1a\x80-\xff]")
# Bits for each character beyond ASCII. Real text has up to 11 (Chinese), other bytes read as UTF-16 from 15.
_SENSE = 12.5
# Fewer characters make sense by chance.
_FEWEST = 2
# The escape that begins each; the widest of a family reads what the narrower ones do.
_ESCAPED = (
    (b"\x1b$)C", ("iso2022_kr",)),
    (b"\x1b$", ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_2004", "iso2022_jp_ext")),
    (b"~{", ("hz",)),
)


def wide_codec(data: bytes) -> str | None:
    """Name the byte order of UTF-16 or UTF-32 that shows by NULs or controls, None where there is none."""
    sample = data[:_SAMPLE]
    if b"\0" not in sample and len(_CONTROLS.findall(sample)) <= _CONTROL_SHARE * len(sample):
        return None
    codec = _utf32(data) or _utf16_by_nuls(sample)
    if codec is None and len(_NO_ASCII.findall(sample)) > _CONTROL_SHARE * len(sample):
        codec = utf16_by_sense(data)
    return codec


def utf16_by_sense(data: bytes) -> str | None:
    """Name the byte order in which bytes make sense as UTF-16, None where they do in neither."""
    best = _SENSE
    codec = None
    for order in _ORDERS:
        bits = _bits_each(data[: _SAMPLE // 2], f"utf-16-{order}")
        if bits < best:
            best, codec = bits, f"utf-16-{order}"
    return codec


def escaped_codec(data: bytes) -> str | None:
    """Name the encoding with escapes that bytes are in, None where they are in none."""
    for escape, codecs in _ESCAPED:
        if escape not in data:
            continue
        for codec in codecs:
            text = _text(data, codec)
            if text is not None and _makes_sense(text):
                return codec
    return None


def _utf32(data: bytes) -> str | None:
    """UTF-32 leaves one byte in four empty at the least, so what decodes is that."""
    if len(data) % 4 or len(data) < 4 * _FEWEST:
        return None
    for order in _ORDERS:
        text = _text(data[:_SAMPLE], f"utf-32-{order}")
        if text is not None and _is_text(text) and _text(data, f"utf-32-{order}") is not None:
            return f"utf-32-{order}"
    return None


def _utf16_by_nuls(sample: bytes) -> str | None:
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd >= _NUL_SHARE * half and even * 20 <= odd:
        return "utf-16-le"
    if even >= _NUL_SHARE * half and odd * 20 <= even:
        return "utf-16-be"
    return None


def _bits_each(sample: bytes, codec: str) -> float:
    sample = sample[: len(sample) // 2 * 2]
    text = _text(sample, codec) or _text(sample[:-2], codec)
    if text is None or not _is_text(text):
        return _SENSE
    return _bits_beyond_ascii(text)


def _makes_sense(text: str) -> bool:
    return _is_text(text) and _bits_beyond_ascii(text) < _SENSE


def _bits_beyond_ascii(text: str) -> float:
    from cleantext.core.model import bits

    beyond = sum(character > "\x7f" for character in text)
    # The ends of a run cost as much as another character.
    return bits(text) / (beyond + 1) if beyond >= _FEWEST else _SENSE


def _is_text(text: str) -> bool:
    """Say whether all characters are assigned, and none is a control but for white space."""
    return not any(unicodedata.category(character) in _NOT_TEXT and not character.isspace() for character in text)


_NOT_TEXT = ("Cc", "Cn", "Co", "Cs")


def _text(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None
