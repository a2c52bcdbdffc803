"""Normalised: is a text in NFC already?

`unicodedata.is_normalized` gives up its quick look at the first character that might
compose with the one before it, and then normalises the whole text: Persian and Hindi pay
for that in full. Only the runs around such characters need the full answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

# What NFC never holds: a character that is written with others, or as another.
_NEVER = (
    "\u0340\u0341\u0343\u0344\u0374\u037e\u0387\u0958-\u095f\u09dc\u09dd\u09df\u0a33\u0a36\u0a59-\u0a5b\u0a5e\u0b5c\u0b5d"
    "\u0f43\u0f4d\u0f52\u0f57\u0f5c\u0f69\u0f73\u0f75\u0f76\u0f78\u0f81\u0f93\u0f9d\u0fa2\u0fa7\u0fac\u0fb9\u1f71\u1f73\u1f75"
    "\u1f77\u1f79\u1f7b\u1f7d\u1fbb\u1fbe\u1fc9\u1fcb\u1fd3\u1fdb\u1fe3\u1feb\u1fee\u1fef\u1ff9\u1ffb\u1ffd\u2000\u2001\u2126"
    "\u212a\u212b\u2329\u232a\u2adc\uf900-\ufaff\ufb1d-\ufb4e"
)
# What may compose with the character before it.
_COMPOSING = (
    "\u0300-\u0304\u0306-\u030c\u030f\u0311\u0313\u0314\u031b\u0323-\u0328\u032d\u032e\u0330\u0331\u0338\u0342\u0345"
    "\u0653-\u0655\u093c\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e"
    "\u1161-\u1175\u11a8-\u11c2\u1b35\u3099\u309a"
)
# What has its place among the marks of a letter, in whole blocks where later versions of
# Unicode add more: a character too many costs a little time, one too few would be a wrong answer.
_ORDERED = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07eb-\u07f3\u07fd\u0816-\u082d\u0859-\u085b\u0890-\u089f"
    "\u08ca-\u08ff\u093c\u094d\u0951-\u0954\u09bc\u09cd\u09fe\u0a3c\u0a4d\u0abc\u0acd\u0b3c\u0b4d\u0bcd\u0c3c\u0c4d\u0c55\u0c56"
    "\u0cbc\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u0e38-\u0e3a\u0e48-\u0e4b\u0eb8-\u0eba\u0ec8-\u0ece\u0f18\u0f19\u0f35\u0f37\u0f39"
    "\u0f71-\u0f87\u0fc6\u1037\u1039\u103a\u108d\u135d-\u135f\u1714\u1715\u1734\u17d2\u17dd\u18a9\u1939-\u193b\u1a17\u1a18\u1a60"
    "\u1a75-\u1a7f\u1ab0-\u1aff\u1b34\u1b44\u1b6b-\u1b73\u1baa\u1bab\u1be6\u1bf2\u1bf3\u1c37\u1cd0-\u1cff\u1dc0-\u1dff"
    "\u20d0-\u20ff\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f\ua674-\ua67d\ua69e\ua69f\ua6f0\ua6f1\ua806"
    "\ua82c\ua8c4\ua8e0-\ua8f1\ua92b-\ua92d\ua953\ua9b3\ua9c0\uaab0-\uaac1\uaaf6\uabed\ufb1e\ufe20-\ufe2f"
)
# Beyond the plane all but mathematical letters, pictures and plain Han.
_BEYOND = "\U000101fd-\U0001d3ff\U0001d800-\U0001efff\U0002f800-\U0002fa1f"
_OPEN = f"[{_NEVER}{_COMPOSING}{_ORDERED}{_BEYOND}]"
# Without those beyond the plane the search takes half the time; they may stay in what is looked at quickly.
_UNDECIDED = f"[{_NEVER}{_COMPOSING}]"
# Python's quick look is five times as fast as a class search, so only a text that begins like
# one of those that it gives up on is searched. A wrong guess costs time, never the answer.
# Clean Persian has one such character in a thousand.
_SAMPLE = 8_192
# No pile of marks in so short a text takes long to sort, and a class takes longer to compile.
_SHORT = 1_000


def is_nfc(text: str) -> bool:
    """Say whether `text` equals its own NFC; in linear time, even where marks are piled a thousand high."""
    if text.isascii() or len(text) <= _SHORT or not _undecided().search(text, 0, _SAMPLE):
        return unicodedata.is_normalized("NFC", text)
    is_open = _open()
    rest: list[str] = []
    runs: set[str] = set()
    end = 0
    for found in _undecided().finditer(text):
        if found.start() < end:
            continue
        start = found.start()
        while start > end and is_open(text[start]):
            start -= 1
        rest.append(text[end : found.start()])
        end = found.end()
        while is_open(text[end : end + 1]):
            end += 1
        runs.add(text[start:end])
    rest.append(text[end:])
    # A line feed composes with nothing and sorts with nothing: it keeps apart what was apart. Without
    # the runs nothing can compose, so only the order of marks is looked at, and that is quick.
    return unicodedata.is_normalized("NFC", "\n".join(runs)) and unicodedata.is_normalized("NFC", "\n".join(rest))


@cache
def _undecided() -> re.Pattern[str]:
    return re.compile(_UNDECIDED)


@cache
def _open() -> Callable[[str], bool]:
    # A set is asked four times as fast as an expression, and most texts never need it.
    return frozenset(re.findall(_OPEN, "".join(map(chr, range(0x300, 0x30000))))).__contains__
