"""Tables: encodings as mojibake knows them, forgiving where a table has holes.

A byte that an 8-bit table leaves undefined stands for the code point of its number, as
in browsers, so the damage of any such table can be undone. Multi-byte encodings are
Python's, strict.
"""

from __future__ import annotations

import codecs
from functools import cache
from typing import NamedTuple

# The tables that UTF-8 is read with by mistake, the commonest first.
EIGHT_BIT = (
    "cp1252", "latin-1", "cp1251", "cp1250", "mac_roman", "cp437", "cp850", "cp866", "koi8_r", "koi8_u", "cp1253",
    "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "mac_cyrillic", "iso8859_2", "iso8859_5", "iso8859_7",
    "iso8859_9", "iso8859_15", "cp852", "iso8859_4", "iso8859_6", "iso8859_13", "iso8859_16",
)  # fmt: skip
MULTI_BYTE = ("gb18030", "gbk", "big5", "cp932", "cp949", "euc_jp")


class Table(NamedTuple):
    """An 8-bit encoding: its 256 characters, and the way back."""

    characters: str
    encoding: object


@cache
def table(codec: str) -> Table:
    """Return an 8-bit encoding in which every byte means something."""
    characters = "".join(_character(byte, codec) for byte in range(256))
    return Table(characters, codecs.charmap_build(characters))


def encode(text: str, codec: str) -> bytes | None:
    """Return the bytes that a text was read from, None where it was not read with this encoding."""
    try:
        if codec in MULTI_BYTE:
            return text.encode(codec)
        return codecs.charmap_encode(text, "strict", table(codec).encoding)[0]  # type: ignore[arg-type]
    except UnicodeEncodeError:
        return None


def decode(data: bytes, codec: str) -> str | None:
    """Return what bytes say in an encoding, None where they are not in it."""
    try:
        if codec == "utf-8" or codec in MULTI_BYTE:
            return data.decode(codec)
        return codecs.charmap_decode(data, "strict", table(codec).characters)[0]
    except UnicodeDecodeError:
        return None


def _character(byte: int, codec: str) -> str:
    try:
        return bytes([byte]).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)
