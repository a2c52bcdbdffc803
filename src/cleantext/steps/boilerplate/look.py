"""Look: what lines look like by themselves: their class, their length in words, their features.

Nothing here knows a language. Ideographs are counted so that a line weighs alike in
every script, and the end marks of all scripts are known. The names of the features
stand in the table of weights, so a change here calls for a new fit
(`benchmarks/statistics/boilerplate_weights.py`). A page has hundreds of lines that
nobody has seen before, so they are looked at together, one fact at a time, and what
stands in them is counted in bytes: a pattern that tries every character of a line takes
longer than all of this. Capitals and short words were features once and told nothing more.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

# What a line is at first sight; every weight is one a class.
CLASSES = ("block", "paragraph", "sentence", "run-on", "headline", "phrase", "label", "figure")
BLOCK, PARAGRAPH, SENTENCE, RUN_ON, HEADLINE, PHRASE, LABEL, FIGURE = range(len(CLASSES))
# How long a line is in words (its place in `_LENGTHS`), how it begins and ends, what marks stand before it,
# what signs in it, how many digits (its place in `_SHARES`), how many sentences end in it.
Glance = tuple[int, str, str, str, str, int, int]
# About so many ideographs say what one word says elsewhere.
_IDEOGRAPHS_A_WORD = 1.8
_LENGTHS = (1.5, 2.5, 3.5, 4.5, 6.5, 8.5, 11.5, 15.5, 20.5, 30.5, 45.5, 70.5, 110)
_LENGTH_NAMES = tuple(f"words {low:.0f}+" for low in (0, *(limit + 0.5 for limit in _LENGTHS)))
_SHARES = (0.0, 0.05, 0.2, 0.3, 0.6)
# From this share of digits on a short line is a figure.
_FIGURE = 4
# Signs of a line that are looked at: of the rest of a paragraph one learns nothing more.
_SIGNS_LOOKED_AT = 8
# In a script without blanks a line's first part is counted, as a script does not change within a line.
_COUNTED = 160
_HEADS = "#*_|>•·-–—»«+●¦ \t\r"
_CLOSERS = "\"'”’»«)]*_ \t\r“」』）|"
_QUOTED = frozenset('"”’»」』')
_QUOTES = frozenset("\"“„«»「『‘'")
_MARKED = frozenset(_HEADS + "0123456789")
_BULLET = re.compile(r"[ \t]{0,20}(?:[-*+•·●○◦■▪‣>–—¦»]|\d{1,2}[.)])[ \t]")
_ENDS = {
    **dict.fromkeys(".。।۔", "stop"),
    **dict.fromkeys("!?！？؟", "ask"),
    "…": "dots",
    **dict.fromkeys(":：", "colon"),
    **dict.fromkeys(",;，；、—–-", "comma"),
}
_SENTENCE_ENDS = frozenset({"stop", "ask", "dots"})
_ENDED = frozenset({"stop", "ask", "dots", "quote", "colon"})

# All that follows is UTF-8.
_LATIN = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Of other scripts all bytes go but the first ones of common signs: those of Latin-1, of general
# punctuation, of East Asia, and the full-width ones.
_NO_SIGNS = bytes({*_LATIN, *b" '-_*#+~^`\r", *range(0x80, 0x100)} - {0xC2, 0xE2, 0xE3, 0xEF})
_ALL_BUT_BLANKS = bytes({*range(256)} - {*b" \n"})
_ALL_BUT_DIGITS = bytes({*range(256)} - {*b"0123456789\n"})
# A digit is a digit; what makes an address is one sign, and a copyright sign another.
_ONE_DIGIT = bytes(48 if 48 <= byte < 58 else byte for byte in range(256))
_ADDRESSES = (b"www.", b".com", b".org", b".net", b".htm", b".de", b".ru", b".pl")
_CODE = b"{}<>=;\\"
# The first bytes of ideographs and kana, and the one of Thai among others.
_IDEOGRAPHS = bytes(range(0xE3, 0xEA))
_THAI = b"\xe0"


class Look(NamedTuple):
    """What a line looks like."""

    kind: int
    features: tuple[str, ...]
    # Whether it ends as a sentence, a quotation or an announcement does.
    is_ended: bool
    begins_small: bool
    # Its class with how it begins and ends.
    shape: str


def glances(lines: Sequence[str]) -> Iterator[tuple[float, Glance]]:
    """Yield of each line its length in words and what is seen at a glance; lines that glance alike look alike.

    Each line has at least one character that is not blank.
    """
    stripped = [line.strip() for line in lines]
    cores = [line.lstrip(_HEADS).rstrip(_CLOSERS) or "-" for line in stripped]
    page = "\n".join(cores)
    encoded = page.encode("utf-8", "replace")
    words = _words(cores, page, encoded)
    signs = [_contents(found[:_SIGNS_LOOKED_AT]) for found in _signs(encoded)]
    digits = map(len, encoded.translate(None, _ALL_BUT_DIGITS).split(b"\n"))
    starts = [_start_of(core[0]) for core in cores]
    ends = [_end_of(core[-1]) for core in cores]
    for place, line in enumerate(stripped):
        last = line[-1]
        if last in _QUOTED:
            ends[place] = "quote" if ends[place] in ("letter", "digit") else ends[place]
        elif last == "." and line[-3:] == "...":
            ends[place] = "dots"
    seen = zip(
        [bisect_right(_LENGTHS, length) for length in words],
        starts,
        ends,
        [_marks(line) if line[0] in _MARKED else "" for line in lines],
        [found[0] for found in signs],
        [bisect_right(_SHARES, count / len(core)) if count else 0 for count, core in zip(digits, cores, strict=True)],
        [
            found[1] and length >= 4 and _stops(core, found[1])
            for found, length, core in zip(signs, words, cores, strict=True)
        ],
        strict=True,
    )
    return zip(words, seen, strict=True)


def look_of(glance: Glance) -> Look:
    """Return what lines look like that are seen so at a glance."""
    length, start, end, marks, signs, share, stops = glance
    words = (0, *_LENGTHS)[length]
    if words >= 70:
        kind = BLOCK
    elif end in _SENTENCE_ENDS and words >= 3.5:
        kind = PARAGRAPH if words >= 11.5 else SENTENCE
    elif words >= 20.5:
        kind = RUN_ON
    elif words >= 6.5:
        kind = HEADLINE
    elif share >= _FIGURE:
        kind = FIGURE
    else:
        kind = PHRASE if words >= 3.5 else LABEL
    names = [_LENGTH_NAMES[length], f"ends {end}", f"begins {start}", f"digits {share}", f"inner stops {stops}"]
    names += filter(None, (*marks.split(","), *signs.split(",")))
    return Look(kind, tuple(names), end in _ENDED, start == "small", f"{kind} {end} {start}")


def _words(cores: list[str], page: str, encoded: bytes) -> list[float]:
    """Return the length of each line in words; ideographs and kana count a little more than half a word each."""
    words: list[float] = [1 + len(blanks) for blanks in encoded.translate(None, _ALL_BUT_BLANKS).split(b"\n")]
    if "  " in page or "\t" in page:
        for place, core in enumerate(cores):
            if "  " in core or "\t" in core:
                words[place] = len(core.split())
    if len(encoded) > len(page) and len(encoded) > len(encoded.translate(None, _IDEOGRAPHS + _THAI)):
        for place, core in enumerate(cores):
            if not core.isascii():
                words[place] = _ideographic_words(core, words[place])
    return words


def _ideographic_words(core: str, words: float) -> float:
    part = core[:_COUNTED].encode("utf-8", "replace")
    signs = len(part) - len(part.translate(None, _IDEOGRAPHS))
    if _THAI in part:
        signs += sum("\u0e00" <= sign <= "\u0e7f" for sign in core[:_COUNTED])
    if not signs:
        return words
    return signs * max(1.0, len(core) / _COUNTED) / _IDEOGRAPHS_A_WORD + (words if signs < 3 else 0)


def _signs(encoded: bytes) -> list[bytes]:
    """Return the signs and digits of each line: a year is Y, any other number one zero."""
    for address in _ADDRESSES:
        encoded = encoded.replace(address, b"@")
    encoded = encoded.replace(b"\xc2\xa9", b"\x01").replace(b"(c)", b"\x01")
    return encoded.translate(_ONE_DIGIT, _NO_SIGNS).replace(b"0000", b"Y").replace(b"00", b"0").split(b"\n")


@lru_cache(maxsize=1 << 13)
def _contents(signs: bytes) -> tuple[str, int]:
    """Name what signs tell of a line; say whether sentences may end in it, 2 where in an East Asian script."""
    found: list[str] = []
    if b"Y" in signs:
        found.append("year")
    if b"0/0" in signs or b"0.0" in signs:
        found.append("date")
    if b"0:0" in signs:
        found.append("clock")
    elif b":" in signs[:-1]:
        found.append("inner colon")
    if b"@" in signs or b"://" in signs:
        found.append("address")
    if b"\x01" in signs:
        found.append("copyright")
    commas = signs.count(b",")
    if commas:
        found.append(f"commas {min(commas, 3)}")
    if len(signs) > len(signs.translate(None, _CODE)):
        found.append("code")
    separators = signs.count(b"|") + signs.count(b"/")
    if separators:
        found.append("separators 1" if separators == 1 else "separators 2+")
    found += [name for sign, name in _NAMED if sign in signs]
    may_stop = b"." in signs[:-1] or b"!" in signs or b"?" in signs or len(signs) == _SIGNS_LOOKED_AT
    return ",".join(found), 2 if b"\xe3" in signs or b"\xef" in signs else int(may_stop)


_NAMED = (
    (b"(", "bracket"),
    (b'"', "plain quotes"),
    (b"&", "ampersand"),
    (b"$", "amount"),
    (b"%", "amount"),
    (b"\xc2", "Latin signs"),
    (b"\xe2", "typographic signs"),
)


def _stops(core: str, script: int) -> int:
    """Count the sentences that end in a line and not with it, up to three."""
    stops = core.count(". ") + core.count("? ") + core.count("! ")
    if script == 2:
        stops += core.count("。", 0, -1) + core.count("！", 0, -1) + core.count("？", 0, -1)
    return min(stops, 3)


@lru_cache(maxsize=1 << 13)
def _end_of(last: str) -> str:
    known = _ENDS.get(last)
    if known:
        return known
    return "letter" if last.isalpha() else "digit" if last.isdigit() else "sign"


@lru_cache(maxsize=1 << 13)
def _start_of(first: str) -> str:
    if first.isupper():
        return "capital"
    if first.islower():
        return "small"
    if first.isalpha():
        return "letter"
    if first.isdigit():
        return "digit"
    return "quote" if first in _QUOTES else "sign"


def _marks(line: str) -> str:
    """Name what a converter or a writer puts before a line."""
    found: list[str] = []
    if _BULLET.match(line):
        found.append("bullet")
    stripped = line.lstrip()
    first = stripped[0]
    if first == "#":
        found.append("heading mark")
    elif first in "|¦":
        found.append("table mark")
    elif stripped.startswith(("**", "__", "_*")):
        found.append("bold mark")
    if line[0] in " \t":
        found.append("indented")
    return ",".join(found)
