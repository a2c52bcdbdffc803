r"""Wide: UTF-16 that was read as an 8-bit table, a character and its high byte side by side.

Western letters have a NUL between them (`c\0a\0f\0`), others the number of their block
(`\x1f\x04@\x048\x04` is three Cyrillic letters). Line feeds may be halves of characters, so the
text is looked at whole before its lines are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cleantext.core.edit import Edit
from cleantext.steps.characters.escapes.targets import is_sensible, scripts

_LITTLE, _BIG = _ORDERS = ("utf-16-le", "utf-16-be")
_MARKS = {b"\xff\xfe": _LITTLE, b"\xfe\xff": _BIG}
# What text has none of, and UTF-16 in the wrong hands plenty.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SHORTEST = 8
# Of the code points of such a text at least one in so many is a control.
_SPARSEST = 40
# Strings with a NUL between them make pairs of ASCII. So do a quarter of all Chinese characters, whose text
# however has as many bytes beyond ASCII.
_PAIRS, _BEYOND = 3, 6
# How many code points of a text one look takes in.
_LOOK = 4_096
# How many scripts one text may have.
_SCRIPTS = 3
# Chinese has as many blocks in either order, but in the wrong one its characters are of any script.
_SCRIPT_PRICE = 4
_BEYOND_ASCII = bytes(range(0x80, 0x100))
_RULE = "any.characters.escape/utf-16"
# How far into a text to look for a NUL that is slow to find, as it is beyond Latin-1.
_HEAD = 1_024


class _Reading(NamedTuple):
    """A text in one byte order. The right one has the fewest bytes that name blocks, and the fewest scripts."""

    strangeness: int
    text: str


def may_be_wide(text: str) -> bool:
    """Say whether a text has what any UTF-16 has that was read so: a NUL, or else a control of some script.

    Chinese without a space has no NUL; but its comma, its full stop and that of lists have
    controls in them, and so has every letter of Thai, Lao, Tibetan, Burmese and Khmer.
    """
    if "\x0e" in text or "\x0f" in text or "\x10" in text or "\x17" in text:
        return True
    if text.isascii():
        return "\x00" in text
    return "\x01" in text or "\x02" in text or "\x0c" in text or "\x00" in text[:_HEAD]


def wide_edits(text: str) -> Iterator[Edit]:
    """Yield sorted, disjoint edits: one for the whole text, or one a line that was read so."""
    # A line feed at the end that is no half of a character was put there by whoever wrote the lines.
    end = len(text) - (len(text) % 2 and text.endswith("\n"))
    whole = _narrowed(text[:end])
    if whole is not None:
        yield Edit(0, end, text[:end], whole, _RULE)
        return
    start = 0
    for line in text.split("\n"):
        if len(line) >= _SHORTEST and "\x00" in line:
            narrowed = _narrowed(line)
            if narrowed is not None:
                yield Edit(start, start + len(line), line, narrowed, _RULE)
        start += len(line) + 1


def _narrowed(text: str) -> str | None:
    """Return a text as UTF-16 has it; None where it is not, or hardly any."""
    if len(text) < _SHORTEST or len(_CONTROL.findall(text[:_LOOK])) * _SPARSEST < len(text[:_LOOK]):
        return None
    data = _bytes(text)
    if data is None:
        return None
    if data[:2] in _MARKS:
        readings = [_reading(data[2:], _MARKS[data[:2]])]
    else:
        readings = [_reading(even, order) for even in _even(data) for order in _ORDERS]
    found = [reading for reading in readings if reading is not None]
    return min(found).text if found else None


def _even(data: bytes) -> list[bytes]:
    """Return bytes, or what can be made even of them: a text cut at its line feeds has half of one at an end."""
    if len(data) % 2 == 0:
        return [data]
    return [half for half, rest in ((data[1:], data[0]), (data[:-1], data[-1])) if rest == 0]


def _bytes(text: str) -> bytes | None:
    """Return the bytes that an 8-bit table made the text of; None where it was none."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        pass
    narrow = text.translate(_cp1252())
    try:
        return narrow.encode("latin-1")
    except UnicodeEncodeError:
        return None


def _reading(data: bytes, order: str) -> _Reading | None:
    low, high = (data[::2], data[1::2]) if order == _LITTLE else (data[1::2], data[::2])
    if len(data) % 2 or (0 in data and _are_strings(low, high)):
        return None
    try:
        text = data.decode(order)
    except UnicodeDecodeError:
        return None
    if not is_sensible(text):
        return None
    found = scripts(text)
    # UTF-8 of Cyrillic read so is Hangul; but real Korean has spaces, which are NULs.
    if len(found) > _SCRIPTS or ("hangul" in found and 0 not in data):
        return None
    return _Reading(len(set(high)) + _SCRIPT_PRICE * len(found), text)


def _are_strings(low: bytes, high: bytes) -> bool:
    """Say whether the halves of code units are ASCII strings, each with a NUL behind it."""
    if sum(map(_is_ascii_pair, low, high)) * _PAIRS <= len(high):
        return False
    ascii_bytes = len((low + high).translate(None, _BEYOND_ASCII))
    return (len(low) + len(high) - ascii_bytes) * _BEYOND < len(low) + len(high)


def _is_ascii_pair(low: int, high: int) -> bool:
    """Say whether two bytes would be ASCII as they are; kana, whose block is a digit, are not counted."""
    return 0x20 <= high < 0x7F and high != 0x30 and (low == 0 or 0x20 <= low < 0x7F)


@cache
def _cp1252() -> dict[int, int]:
    table: dict[int, int] = {}
    for byte in range(0x80, 0xA0):
        try:
            table[ord(bytes([byte]).decode("cp1252"))] = byte
        except UnicodeDecodeError:
            continue
    return table
