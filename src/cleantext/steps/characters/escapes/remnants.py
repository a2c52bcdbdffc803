"""Remnants: escapes of one fixed form, which say what they are without their neighbours.

Excel's `_x000D_`, the two halves of a character beyond the first plane, and the bytes of
a byte order mark at the beginning of a text, as 8-bit tables show them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.core.edit import Edit

# `_x005F_x000D_` is how a cell says that it means the text `_x000D_`.
CELL = re.compile(r"(?<!_x005F)_x000([9AaDd])_(?P<break>(?=\s|_x000[Aa]_)|\Z)?")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_TABLES = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1255", "cp1256", "cp1257", "cp437", "cp850", "cp866", "cp874"),
    *("koi8_r", "mac_roman", "iso8859_2"),
)
_MARKS = tuple(sorted({b"\xef\xbb\xbf".decode(table, "ignore") for table in _TABLES}))
_FIRST = frozenset(mark[0] for mark in _MARKS)
_RULE = "any.characters.escape/"


def may_hold_any(text: str) -> bool:
    """Say whether a text begins with a damaged mark or holds halves of emoji or of letters of formulas."""
    if text.isascii():
        return False
    if text[0] in _FIRST and text.startswith(_MARKS):
        return True
    return "\ud83d" in text or "\ud83c" in text or "\ud83e" in text or "\ud835" in text


def cell_edits(text: str) -> Iterator[Edit]:
    """Yield the edits of what Excel writes for a carriage return, a line feed or a tab."""
    for found in CELL.finditer(text):
        kind = found[1].upper()
        # A carriage return in front of a line's end or a space is half of a break that is there already.
        after = "\t" if kind == "9" else "" if kind == "D" and found["break"] is not None else "\n"
        yield Edit(found.start(), found.start() + 7, text[found.start() : found.start() + 7], after, _RULE + "cell")


def pair_edits(text: str) -> Iterator[Edit]:
    """Yield the edits of two surrogates that are one character."""
    for found in _PAIR.finditer(text):
        high, low = map(ord, found[0])
        character = chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
        yield Edit(found.start(), found.end(), found[0], character, _RULE + "surrogates")


def mark_edits(text: str) -> Iterator[Edit]:
    """Yield the edit of a byte order mark that was read as letters, if the text begins with one."""
    for mark in _MARKS:
        if text.startswith(mark):
            yield Edit(0, len(mark), mark, "", _RULE + "byte-order-mark")
            return
