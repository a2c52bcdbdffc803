"""Encoding: decoded bytes as runs of (codec, code points), from which the bytes can be made again.

The codecs are Python's, with two additions: a name ending in "-sig" puts its byte
order mark first, and "cp1252" gives its five undefined bytes their C1 controls, so
that any byte sequence can be decoded and comes back the same.
"""

from __future__ import annotations

import base64
import codecs

_KEPT = "bytes:"
_MARKS = {
    "utf-8-sig": ("utf-8", codecs.BOM_UTF8),
    "utf-16-le-sig": ("utf-16-le", codecs.BOM_UTF16_LE),
    "utf-16-be-sig": ("utf-16-be", codecs.BOM_UTF16_BE),
    "utf-32-le-sig": ("utf-32-le", codecs.BOM_UTF32_LE),
    "utf-32-be-sig": ("utf-32-be", codecs.BOM_UTF32_BE),
}
# The same table as browsers use: an undefined byte stands for the control of its number.
_CP1252 = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))
_FROM_CP1252 = codecs.charmap_build(_CP1252)


def decode_run(data: bytes, codec: str) -> str:
    """Decode one run; the byte order mark of a "-sig" codec is cut off.

    Raises:
        UnicodeDecodeError: the bytes are not in that codec.
    """
    if codec == "cp1252":
        return codecs.charmap_decode(data, "strict", _CP1252)[0]
    plain, mark = _MARKS.get(codec, (codec, b""))
    # UTF-16 and UTF-32 with a lone surrogate are damaged, not another encoding.
    errors = "surrogatepass" if plain.startswith(("utf-16", "utf-32")) else "strict"
    return data[len(mark) :].decode(plain, errors)


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
        if codec == "cp1252":
            parts.append(codecs.charmap_encode(piece, "strict", _FROM_CP1252)[0])
            continue
        plain, mark = _MARKS.get(codec, (codec, b""))
        errors = "surrogatepass" if plain.startswith(("utf-16", "utf-32")) else "strict"
        parts.append(mark + piece.encode(plain, errors))
    return b"".join(parts)
