"""Look: what one line looks like by itself: its class, its length in words, its features.

Nothing here knows a language. Ideographs are counted so that a line weighs alike in
every script, and the end marks of all scripts are known. The names of the features
stand in the table of weights, so a change here calls for a new fit
(`benchmarks/statistics/boilerplate_weights.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

# What a line is at first sight; every weight is one a class.
CLASSES = ("block", "paragraph", "sentence", "run-on", "headline", "phrase", "label", "figure")
BLOCK, PARAGRAPH, SENTENCE, RUN_ON, HEADLINE, PHRASE, LABEL, FIGURE = range(len(CLASSES))
# About so many ideographs say what one word says elsewhere.
_IDEOGRAPHS_A_WORD = 1.8
_LENGTHS = (1.5, 2.5, 3.5, 4.5, 6.5, 8.5, 11.5, 15.5, 20.5, 30.5, 45.5, 70.5, 110)
_LENGTH_NAMES = tuple(f"words {low:.0f}+" for low in (0, *(limit + 0.5 for limit in _LENGTHS)))
_DIGIT_SHARES = (0.05, 0.2, 0.6)
# What stands in a line is looked for up to here: further on a line is a paragraph whatever it holds.
_LOOKED_AT = 240
_HEADS = "#*_|>•·-–—»«+●¦ \t\r"
_CLOSERS = "\"'”’»«)]*_ \t\r“」』）|"
_QUOTED = frozenset('"”’»」』')
_QUOTES = frozenset("\"“„«»「『‘'")
_BULLET = re.compile(r"[ \t]{0,20}(?:[-*+•·●○◦■▪‣>–—¦»]|\d{1,2}[.)])[ \t]")
_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"[^\w ]|[\d_]")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Each begins at a digit or a blank: from every letter on it would be looked for in vain.
_DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./年-]\d{1,2}[./月-]\d{1,2}"
    r"|\d{1,2}\.? [^\W\d_]{3,10}\.?,? \d{4}|(?<=[^\W\d_]{3}) \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
)
_ADDRESS = re.compile(r"https?://|www\.|@\w|\.(?:com|org|net|de|ru|pl|html?)\b")
_INNER_STOP = re.compile(r"[.!?…][\"'”’»)]{0,3} {1,4}[A-ZÀ-ÝΑ-ΩА-Я\"“„«¿¡]|[。！？]")
_SEPARATOR = re.compile(r" [|·•»›>¦/] |\t| {3}|\|")
_CODE = re.compile(r"[{}<>=;\\]|\(\)|::|->")
# Signs without which a line holds none of that.
_ADDRESS_SIGNS = frozenset(".:@")
_STOP_SIGNS = frozenset(".!?…。！？")
_SEPARATOR_SIGNS = frozenset("|·•»›>¦/\t")
_CODE_SIGNS = frozenset("{}<>=;\\(:-")
_DIGIT_NAMES = tuple(f"digits {number}" for number in range(len(_DIGIT_SHARES) + 2))
_STOP_NAMES = tuple(f"inner stops {number}" for number in range(4))
_COMMA_NAMES = tuple(f"commas {number}" for number in range(4))
_SMALL_NAMES = tuple(f"small words {number}" for number in range(5))
_NO_CONTENTS = (_STOP_NAMES[0], _COMMA_NAMES[0])
_ENDS = {
    **dict.fromkeys(".。।۔", "stop"),
    **dict.fromkeys("!?！？؟", "ask"),
    "…": "dots",
    **dict.fromkeys(":：", "colon"),
    **dict.fromkeys(",;，；、—–-", "comma"),
}
_SENTENCE_ENDS = frozenset({"stop", "ask", "dots"})


class Look(NamedTuple):
    """What a line looks like; `words` is its length in words."""

    kind: int
    words: float
    features: tuple[str, ...]
    # Whether it ends as a sentence, a quotation or an announcement does.
    is_ended: bool
    begins_small: bool
    # Its class with how it begins and ends.
    shape: str


def look(line: str) -> Look:
    """Look at a line; it has at least one character that is not blank."""
    stripped = line.strip()
    core = stripped.lstrip(_HEADS).rstrip(_CLOSERS)
    words = words_of(core)
    begin = core[:_LOOKED_AT]
    features = [_LENGTH_NAMES[bisect_right(_LENGTHS, words)]]
    end = _end_of(core, stripped)
    start = _start_of(core)
    features += (f"ends {end}", f"begins {start}")
    if not line[0].isalpha():
        features += _marks(line, stripped)
    # Most lines of a page are labels, and hold nothing but letters and blanks.
    signs = "".join(_SIGN.findall(begin))
    letters = _WORD.findall(begin) if signs else begin.split()
    features.append(_capitals(letters, words))
    digits = sum(map(str.isdecimal, signs)) if signs else 0
    share = digits / len(begin) if digits else 0.0
    features.append(_DIGIT_NAMES[bisect_right(_DIGIT_SHARES, share) + 1 if digits else 0])
    features += _contents(begin, signs, letters, digits) if signs else _NO_CONTENTS
    if not _SEPARATOR_SIGNS.isdisjoint(signs) or "   " in begin:
        features += _separators(begin)
    features += _words_in(letters, words)
    kind = _class_of(words, end, share)
    is_ended = end in _SENTENCE_ENDS or end in ("quote", "colon")
    return Look(kind, words, tuple(features), is_ended, start == "small", f"{kind} {end} {start}")


def words_of(text: str) -> float:
    """Return a text's length in words; ideographs and kana count a little more than half a word each."""
    words = len(text.split())
    if text.isascii():
        return words
    # A script does not change within a line, so its first part is counted.
    part = text[:_LOOKED_AT]
    signs = len(spaceless().findall(part)) * len(text) / len(part)
    return signs / _IDEOGRAPHS_A_WORD + (words if signs < 3 else 0) if signs else words


def _end_of(core: str, stripped: str) -> str:
    last = core[-1:]
    known = _ENDS.get(last)
    if known == "stop" and core.endswith("..."):
        return "dots"
    if known:
        return known
    if last.isalnum() and stripped[-1] in _QUOTED:
        return "quote"
    if last.isdigit():
        return "digit"
    return "letter" if last.isalpha() else "sign"


def _start_of(core: str) -> str:
    first = core[:1]
    if first.isupper():
        return "capital"
    if first.islower():
        return "small"
    if first.isdigit():
        return "digit"
    if first in _QUOTES and first:
        return "quote"
    return "letter" if first.isalpha() else "sign"


def _marks(line: str, stripped: str) -> list[str]:
    """Name what a converter or a writer puts before a line."""
    found: list[str] = []
    if _BULLET.match(line):
        found.append("bullet")
    first = stripped[0]
    if first == "#":
        found.append("heading mark")
    elif first in "|¦":
        found.append("table mark")
    elif stripped.startswith(("**", "__", "_*")):
        found.append("bold mark")
    if line[0] in " \t":
        found.append("indented")
    return found


def _capitals(letters: list[str], words: float) -> str:
    capitals = [word for word in letters if word[0].isupper()]
    cased = len(capitals) + sum(1 for word in letters if word[0].islower())
    if cased < 2:
        return "capitals none"
    capital = len(capitals)
    if capital >= 0.7 * cased and sum(1 for word in capitals if len(word) > 1 and word.isupper()) >= 0.7 * cased:
        name = "capitals all"
    elif capital >= 0.8 * cased:
        name = "capitals title"
    elif capital >= 0.5 * cased:
        name = "capitals half"
    else:
        name = "capitals some" if capital > 1 else "capitals one" if capital else "capitals no"
    return f"{name}, long" if words > 12 else name


def _contents(core: str, signs: str, letters: list[str], digits: int) -> list[str]:
    """Name what stands inside a line: dates, addresses, separators, commas, signs of code.

    `signs` are those of its characters that are no letters and no blanks, in their order.
    """
    found: list[str] = []
    clock = None
    if digits > 2:
        clock = _CLOCK.search(core)
        if digits > 3 and _DATE.search(core):
            found.append("date")
        elif _YEAR.search(core):
            found.append("year")
        if clock:
            found.append("clock")
    if not _ADDRESS_SIGNS.isdisjoint(signs) and _ADDRESS.search(core):
        found.append("address")
    if "©" in signs or "(c)" in core[:5].lower():
        found.append("copyright")
    stops = 0 if _STOP_SIGNS.isdisjoint(signs) else len(_INNER_STOP.findall(core))
    found.append(_STOP_NAMES[min(stops, 3)])
    commas = signs.count(",") + signs.count("，") + signs.count("、")
    found.append(_COMMA_NAMES[min(commas, 3)])
    if len(letters) >= 6 and commas and len(letters) / (commas + 1) < 2.8:
        found.append("listing")
    if "(" in signs or "（" in signs:
        found.append("bracket")
    if not clock and ":" in signs and ":" in core[1:-1]:
        found.append("inner colon")
    if not _CODE_SIGNS.isdisjoint(signs) and _CODE.search(core):
        found.append("code")
    return found


def _separators(core: str) -> list[str]:
    count = len(_SEPARATOR.findall(core))
    if not count:
        return []
    return ["separators 1" if count == 1 else "separators 2+" if count < 4 else "separators 4+"]


def _words_in(letters: list[str], words: float) -> list[str]:
    """Name what the words of a line say of it."""
    found: list[str] = []
    if len(letters) >= 4 and len(set(letters)) < 0.7 * len(letters):
        found.append("repeats itself")
    if words >= 4:
        small = sum(1 for word in letters if len(word) <= 3 and word.islower())
        found.append(_SMALL_NAMES[min(4, int(10 * small / max(1, len(letters))))])
    return found


def _class_of(words: float, end: str, digit_share: float) -> int:
    if words >= 70:
        return BLOCK
    if end in _SENTENCE_ENDS and words >= 4:
        return PARAGRAPH if words >= 12 else SENTENCE
    if words >= 21:
        return RUN_ON
    if words >= 7:
        return HEADLINE
    if digit_share >= 0.3:
        return FIGURE
    return PHRASE if words >= 3.5 else LABEL


@cache
def spaceless() -> re.Pattern[str]:
    """Return what finds the signs of scripts that put no blanks between words."""
    # Compiled when first needed: so large a class takes milliseconds.
    return re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
