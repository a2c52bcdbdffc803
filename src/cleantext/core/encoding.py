"""Encoding: decoded bytes as runs of (codec, code points), from which the bytes can be made again.

The codecs are Python's, with three additions: a name ending in "-sig" puts its byte
order mark first; an 8-bit table gives its undefined bytes the code points of their
numbers, as browsers do, so that any byte sequence can be decoded and comes back the
same; and "bytes:..." stands for the bytes of one run, where no codec makes them again.
"""

from __future__ import annotations

import base64
import codecs
from functools import cache
from typing import NamedTuple

_KEPT = "bytes:"
_MARKS = {
    "utf-8-sig": ("utf-8", codecs.BOM_UTF8),
    "utf-16-le-sig": ("utf-16-le", codecs.BOM_UTF16_LE),
    "utf-16-be-sig": ("utf-16-be", codecs.BOM_UTF16_BE),
    "utf-32-le-sig": ("utf-32-le", codecs.BOM_UTF32_LE),
    "utf-32-be-sig": ("utf-32-be", codecs.BOM_UTF32_BE),
}
# The 8-bit tables that have undefined bytes, among those that are looked for; under Python's names.
_WITH_HOLES = frozenset(
    ("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1257", "cp1258", "cp857", "cp869", "cp874")
    + ("iso8859-3", "iso8859-6", "iso8859-7", "iso8859-8", "kz1048")
)
# Where the code point of an undefined byte's number has a byte already: in the private use area.
_PRIVATE = 0xF700


class _Table(NamedTuple):
    """An 8-bit encoding: its 256 characters, the way back, and the bytes that Python's table leaves undefined."""

    characters: str
    encoding: object
    holes: bytes


def decode_run(data: bytes, codec: str) -> str:
    """Decode one run; the byte order mark of a "-sig" codec is cut off.

    Raises:
        UnicodeDecodeError: the bytes are not in that codec.
    """
    if codec in _WITH_HOLES:
        return codecs.charmap_decode(data, "strict", _table(codec).characters)[0]
    plain, mark = _MARKS.get(codec, (codec, b""))
    # UTF-16 and UTF-32 with a lone surrogate are damaged, not another encoding.
    errors = "surrogatepass" if plain.startswith(("utf-16", "utf-32")) else "strict"
    return data[len(mark) :].decode(plain, errors)


def holes(codec: str) -> bytes:
    """Return the bytes that a codec's table leaves undefined, none where it has no holes."""
    return _table(codec).holes if codec in _WITH_HOLES else b""


def kept(data: bytes) -> str:
    """Return a codec that stands for these very bytes, where no other makes them again."""
    return _KEPT + base64.b64encode(data).decode("ascii")


def encode_runs(text: str, runs: tuple[tuple[str, int], ...]) -> bytes:
    """Make the bytes again that `runs` were decoded from.

    Raises:
        UnicodeEncodeError: the text is not the one that was decoded.
    """
    parts: list[bytes] = []
    position = 0
    for codec, length in runs:
        piece = text[position : position + length]
        position += length
        if codec.startswith(_KEPT):
            parts.append(base64.b64decode(codec.removeprefix(_KEPT)))
            continue
        if codec in _WITH_HOLES:
            parts.append(codecs.charmap_encode(piece, "strict", _table(codec).encoding)[0])  # type: ignore[arg-type]
            continue
        plain, mark = _MARKS.get(codec, (codec, b""))
        errors = "surrogatepass" if plain.startswith(("utf-16", "utf-32")) else "strict"
        parts.append(mark + piece.encode(plain, errors))
    return b"".join(parts)


@cache
def _table(codec: str) -> _Table:
    known = [bytes([byte]).decode(codec, "ignore") for byte in range(256)]
    taken = set(known)
    characters = "".join(
        character or (chr(byte) if chr(byte) not in taken else chr(_PRIVATE + byte))
        for byte, character in enumerate(known)
    )
    undefined = bytes(byte for byte, character in enumerate(known) if not character)
    return _Table(characters, codecs.charmap_build(characters), undefined)
