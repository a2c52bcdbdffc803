"""Suspicion: which lines are worth a search for the way they were damaged?

Most damage puts side by side what no writing does: a symbol inside a word, a capital
after a small letter, letters of two alphabets, ideographs that hardly anyone uses. One
expression finds the places, and only there are the neighbours looked at. A clean line
that is suspected costs a millisecond; a damaged line that is not stays damaged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

from cleantext.steps.characters.gate import BESIDE_TRIGGER, TRIGGERS, Badness
from cleantext.steps.characters.mojibake.atoms import TOLD, Atomic, atomic
from cleantext.steps.characters.mojibake.ideographs import (
    is_japanese,
    is_rare,
    not_japanese_class,
    rare_class,
)
from cleantext.steps.characters.mojibake.neighbours import is_odd, is_spaced, members

# Whatever English texts have beyond ASCII is no sign of damage beside its like or ASCII, but for a quotation mark
# inside a word; a test asks the whole expression about all short strings of these.
USUAL = "\xa0\u00b7\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026"
_UNUSUAL = re.compile(f"[^\x00-\x7f{USUAL}]")
_QUOTE_IN_WORD = re.compile("[\u201c\u201d](?<=[a-z].)(?=[a-z])")
# Longer texts are worth an expression that takes a tenth of a second to compile, and is faster after that.
_LONG = 20_000
# ... and so are many short ones.
_MANY = 1_000_000
# The only text of a process may be so short that to look at each of its characters costs less than any expression.
_SHORT = 512
# What the first few thousand characters are written in says what is rare in the text.
_SAMPLE = 4_096
_ASCII_LETTERS = "[A-Za-z]+"
_EASTERN_LETTERS = "[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff]+"

_LATIN_SMALL = "".join(filter(str.islower, map(chr, range(0xDF, 0x250)))).replace("\u0192", "")
_LATIN_CAPITAL = "".join(filter(str.isupper, map(chr, range(0xC0, 0x250))))
_LATIN = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0191\u0193-\u024f\u1e00-\u1eff"
# The capitals of Greek and Cyrillic, and the letters that only some languages have.
_CAPITAL = "\u0386-\u038f\u0391-\u03ab\u0400-\u042f"
_EXTRA = "\u0450-\u045f\u0490\u0491"
_SMALL = "\u03ac-\u03ce\u0430-\u045f"
_HAN = "\u3400-\u9fff"
_HANGUL = "\uac00-\ud7a3"
_EASTERN = f"\u1100-\u11ff\u2e80-\u2fff\u3040-\u30ff\u3130-\u31ff{_HAN}{_HANGUL}\uf900-\ufaff"
# Letters that stand beside their like in every word of some language.
_HOME = (
    "\u0370-\u0385\u0390\u03ac-\u03ff\u0430-\u044f\u0460-\u048f\u0492-\u10ff\u1200-\u1dff\u1f00-\u1fff\u2c00-\u2c5f\u2c80-\u2dff"
    "\ua4d0-\ua71f\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefe"
)
_SYMBOL = (
    "\x80-\x9f\u00a2-\u00aa\u00ac\u00ae-\u00b3\u00b5\u00b6\u00b8-\u00ba\u00bc-\u00be\u00d7\u00f7\u0192\u02c6\u02c7\u02d8-\u02dd"
    "\u2020\u2021\u2030\u207f\u20a7-\u20ac\u2116\u2122\u2202\u2206\u220f\u2211\u2212\u2219-\u221e\u2229\u222b\u2248\u2260-\u2265"
    "\u2310\u2320\u2321\u2500-\u25a0\u25ca\u3200-\u33ff\ue000-\uf8ff\ufffd\uff61-\uff9f"
)
_CORE = _LATIN + _SYMBOL + _CAPITAL + _EXTRA
_OTHER = _HOME + _CAPITAL + _EXTRA + _EASTERN
_LETTER = f"A-Za-z{_LATIN}{_CAPITAL}{_EXTRA}{_HOME}"
_QUOTE = "\u00ab\u00bb\u2018\u201a\u201c-\u201e\u2039\u203a"
_MISPLACED = "\u00a1\u00bf\u201a\u201e\u2039"
_LINK = "\u2013\u2014\u2026"
# Nearly every place in clean text is one of these and goes no farther: a small letter among ASCII (a
# pair of accented ones is looked at where it begins), a Vietnamese letter among Latin ones, a capital
# that begins a word, a quotation mark outside one.
_SMALL_BUT_OE = _LATIN_SMALL.replace("\u0153", "")
_ORDINARY = (
    f"(?!(?<=[\x00-\x7f{_LATIN}][A-Za-z{_SMALL_BUT_OE}])[\x00-\x7f\u1e00-\u1eff])"
    f"(?!(?<=[\x00-\x7f{_LATIN}][\u1e00-\u1eff])[\x00-\x7f{_LATIN}])"
    f"(?!(?<=[\x00-\x40][{_LATIN_CAPITAL}])[a-z])"
    "(?!(?<=[\x00-\x40][\u0386-\u038f\u0391-\u03ab\u0403-\u042f])[\u03ac-\u03ce\u0430-\u044f])"
    f"(?!(?<=[\x00-\x40\u3000-\u9fff\uff01-\uff20][{_QUOTE}])[A-Za-z\u0391-\u044f{_HAN}])"
    f"(?!(?<=[\x00-\x7f\u0430-\u044f\u3000-\u9fff\uff01-\uff20][{_QUOTE}])[\x00-\x40\u3001-\u9fff\uff01-\uff20])"
)
_BRANCHES = (
    f"(?<=[\x80-\x9f\ue000-\uf8ff\uff61-\uff9f\ufffd])|(?<=[{_CORE}])(?=[{_CORE}])"
    f"|(?<=[a-z{_LATIN_SMALL}\u1e00-\u1eff{_SMALL}][{_LATIN_CAPITAL}{_CAPITAL}])"
    f"|(?<=[{_SYMBOL}{_MISPLACED}])(?=[{_LETTER}{_SYMBOL}])|(?<=[{_LETTER}{_LINK}][{_SYMBOL}])|(?<=[{_LETTER}][{_MISPLACED}])"
    f"|(?<=[a-z][\u201c\u201d])(?=[a-z])|(?<=[{_LATIN}])(?=[\u00b4\u00ad])|(?<=[{_LINK}][{_CORE}])"
    f"|(?<=[{TRIGGERS}])(?:{BESIDE_TRIGGER})"
)
# Alphabets touch where the rarer of the two is.
_MIXED_IN_LATIN = f"(?<=[{_OTHER}])(?=[A-Za-z{_LATIN}])|(?<=[A-Za-z{_LATIN}][{_OTHER}])"
_MIXED_ELSEWHERE = f"(?<=[A-Za-z{_LATIN}])(?=[{_OTHER}])|(?<=[{_OTHER}][A-Za-z{_LATIN}])"
_IDEOGRAPHS = (
    f"(?<=[{_HAN}{_HANGUL}])(?=[\u3100-\u312f{_HAN}{_HANGUL}])|(?<=[{_HAN}{_HANGUL}][{_HAN}{_HANGUL}])"
    f"|(?<=[{_HAN}])(?= [{_HAN}])"
)
_KANA = "\u3041-\u30f6"
_JAPANESE = f"(?<=[{_KANA}])(?=[{_HAN}])|(?<=[{_HAN}][{_KANA}])"
# Ideographs with a space before them: the literal space is found at many times the speed of a class.
_SPACED = f" (?=[{_HAN}])(?<=[\u3200-\u33ff{_HAN}{_HANGUL}] )"
_AFTER_HANGUL = f"[{_HAN}](?<=[{_HANGUL}].)"
_BEFORE_HAN = f"[{_HANGUL}](?=[{_HAN}])"
_HANGUL_LETTER = f"[{_HANGUL}]"
_KANA_OR_HANGUL = f"[{_KANA}{_HANGUL}]+"


def may_be_damaged(text: str) -> bool:
    """Say whether any line may be damaged; always where ftfy's own look would find something."""
    return next(_places(text), None) is not None


def first_place(text: str) -> int | None:
    """Return where a text shows a sign of damage, None where it shows none."""
    return next(_places(text), None)


def is_usual(text: str) -> bool:
    """Say, at the speed of one search, whether a text shows nothing that may be damage; False where unsure."""
    return not _UNUSUAL.search(text) and not _QUOTE_IN_WORD.search(text)


def suspicious_spans(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of the lines that may be damaged, without their breaks, sorted."""
    if is_usual(text):
        return []
    spans: set[tuple[int, int]] = set()
    for place in _places(text):
        end = text.find("\n", place)
        spans.add((text.rfind("\n", 0, place) + 1, len(text) if end < 0 else end))
    return sorted(spans)


def _places(text: str) -> Iterator[int]:
    """Yield a place in every line that may be damaged, perhaps several times, not sorted."""
    if text.isascii():
        return
    script = _script(text)
    badness, triggers = Badness(text), _triggers()
    found_in, searched = _finder_of(script, text)
    position = 0
    while position >= 0:
        places = (found.start() for found in found_in(searched, position))
        place = next((one for one in places if is_odd(text, one) or (text[one] in triggers and badness.is_at(one))), -1)
        if place < 0:
            break
        yield place
        # One place is enough for a line.
        position = text.find("\n", place)
    if script == "han":
        yield from (place - 1 for place in _spaced(text))
    if script == "eastern":
        yield from sorted([*_after_hangul(text), *_spaced(text)])
        yield from _beside_kana(text)


def _finder_of(script: str, text: str) -> tuple[Callable[[str, int], Iterator[re.Match[str]]], str]:
    """Return what finds the places to look at in a text of a script, and the text in which it does."""
    large = _BY_CHARACTERS.get(script)
    _WITHOUT[script] += len(text)
    if large is None and (len(text) >= _LONG or _WITHOUT[script] >= _MANY):
        large = _BY_CHARACTERS[script] = re.compile(_expression(script, rare_class()), re.DOTALL)
    if large is not None:
        return large.finditer, text
    small = _BY_ATOMS.get(script)
    if small is None:
        if len(text) < _SHORT and not _has_candidate(text):
            return _nowhere, text
        small = _BY_ATOMS[script] = atomic(_expression(script, TOLD), is_rare)
    return small.finditer, small.rewritten(text)


# The expressions that were worth compiling, and the code points that went without: the same places are found, only
# more slowly.
_WITHOUT: Counter[str] = Counter()
_BY_CHARACTERS: dict[str, re.Pattern[str]] = {}
_BY_ATOMS: dict[str, Atomic] = {}


def _has_candidate(text: str) -> bool:
    """Say whether any place would count if the expression found it."""
    triggers = _triggers()
    return any(character in triggers or is_odd(text, place) for place, character in enumerate(text))


def _nowhere(text: str, position: int) -> Iterator[re.Match[str]]:
    return iter(())


def _spaced(text: str) -> Iterator[int]:
    """Yield the places of Han that stand in words with spaces between."""
    for found in _compiled(_SPACED).finditer(text):
        if is_spaced(text, found.start() - 1):
            yield found.end()


def _after_hangul(text: str) -> Iterator[int]:
    """Yield the places of Han right after Hangul, found from whichever is rare."""
    if _compiled(_HANGUL_LETTER).search(text, 0, _SAMPLE):
        yield from (found.start() for found in _compiled(_AFTER_HANGUL).finditer(text))
    else:
        yield from (found.end() for found in _compiled(_BEFORE_HAN).finditer(text))


def _beside_kana(text: str) -> Iterator[int]:
    """Yield the places of Han that no Japanese writes, beside kana."""
    if len(text) >= _LONG:
        han = not_japanese_class()
    else:
        han = "".join(sorted(one for one in set(text) if "\u4e00" <= one <= "\u9fff" and not is_japanese(one)))
    if han:
        for found in re.finditer(f"[{han}](?:(?=[{_KANA}])|(?<=[{_KANA}].))", text):
            yield found.start()


def _script(text: str) -> str:
    """Name what the beginning is mostly written in: "latin", "han", "eastern" (kana or Hangul too) or "other"."""
    sample = text[:_SAMPLE]
    if 2 * sum(map(len, _compiled(_ASCII_LETTERS).findall(sample))) > len(sample):
        return "latin"
    if 2 * sum(map(len, _compiled(_EASTERN_LETTERS).findall(sample))) <= len(sample):
        return "other"
    return "eastern" if 8 * sum(map(len, _compiled(_KANA_OR_HANGUL).findall(sample))) > len(sample) else "han"


def _expression(script: str, rare: str) -> str:
    """Return the expression that starts at characters which are rare in text of a script."""
    if script == "latin":
        leads, more = _CORE + _OTHER, f"{_MIXED_IN_LATIN}|{_IDEOGRAPHS}|{_JAPANESE}"
    elif script == "eastern":
        leads, more = f"A-Za-z{_CORE}{rare}", f"{_MIXED_ELSEWHERE}|{_IDEOGRAPHS}"
    elif script == "han":
        leads, more = f"A-Za-z{_CORE}{rare}{_KANA}{_HANGUL}", f"{_MIXED_ELSEWHERE}|{_IDEOGRAPHS}|{_JAPANESE}"
    else:
        leads, more = f"A-Za-z{_CORE}{_EASTERN}", f"{_MIXED_ELSEWHERE}|{_IDEOGRAPHS}|{_JAPANESE}"
    eastern = f"(?<=[{_EASTERN}])(?:{more})"
    return f"[{leads}{TRIGGERS}{_MISPLACED}]{_ORDINARY}(?:{eastern}|(?<![{_EASTERN}])(?:{_BRANCHES}|{more}))"


@cache
def _triggers() -> frozenset[str]:
    return members(TRIGGERS)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    # Large classes take a millisecond each, and most texts need none of them.
    return re.compile(expression, re.DOTALL)
