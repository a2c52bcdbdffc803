"""Wrapped: lines that a page's width broke, and the words that were divided at their ends.

A hyphen at a line's end is either the page's or the word's: the joined form decides, by
the lexicon in English and by the rest of the document in any language. Lines are joined
only where a block looks filled: about equally wide, and going on in the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.characters.opt_ins.lexicon import english, may_be_english, words

_BREAK = re.compile("([-\u2010\xad\xac])([ \t]{0,3}\r?\n[ \t]{0,8})(?=[^\\W\\d_])")
_LEFT = re.compile(r"[^\W\d_]{1,40}$")
_RIGHT = re.compile(r"[^\W\d_]{1,40}")
_SOFT = "\xad\xac"
# "e-" and "mail" may be one word, "a-" and "b" are a list.
_SHORTEST = 4
_HYPHENS = ("-", "\u2010")
# "pre- and post-war": the hyphen waits for another word.
_SUSPENDED = words("and or to nor und oder bzw et ou y o e och og en of")
# Beginnings and endings of compounds: the last ones are no words by themselves.
_ENDINGS = words("centric esque ish wise")
_PREFIXES = words("self ex non all half well anti pro quasi semi vice cross")
_WORDS = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")

_NARROWEST, _WIDEST = 35, 120
# A column of a newspaper, if every line but the last one breaks off in a sentence.
_COLUMN = 24
# Lines of one paragraph end within this part of each other, a long last word aside.
_NEAR = 0.85
_EVEN = 0.6
# Verse begins its lines with capitals, prose as often as a sentence or a name happens to start there.
_SMALL = 0.4
_SENTENCE_END = re.compile("[.!?:;\u2026\u3002][\"'\u201d\u2019)\\]\u00bb]{0,3}$")
_NO_PROSE = re.compile(
    r"[ \t]|[-*+\u2022\u2013\u2014>|#=~`$\u25aa\u25cf]|\(?[0-9]{1,3}[.)]\s|\(?[a-zA-Z][.)]\s|(?:https?://|www\.)\S{0,200}$"
)
_TABLE = re.compile(r"\t|[^ ] {3,}[^ ]|\||[{};]$")


def hyphenation(doc: Doc) -> Iterator[Edit]:
    """Yield divided words joined, without the hyphen where that is a word, with it where it is not.

    In a language that has no lexicon here a word is joined if the document has it elsewhere, else it stays.
    """
    text = doc.text
    if "\n" not in text:
        return
    known: frozenset[str] | None = None
    for found in _BREAK.finditer(text):
        left = _LEFT.search(text[max(0, found.start() - 41) : found.start()])
        right = _RIGHT.match(text, found.end())
        if not left or not right or not right[0][0].islower() or len(left[0]) + len(right[0]) < _SHORTEST:
            continue
        if found[1] not in _SOFT:
            known = _vocabulary(text) if known is None else known
            beside = text[max(0, found.start() - len(left[0]) - 1) : right.end() + 1]
            keeps = _is_chain(beside) or _keeps_hyphen(left[0], right[0], known, may_be_english(doc))
            if keeps is None or (right[0] in _SUSPENDED and not _is_chain(beside)):
                continue
            if keeps:
                yield Edit(found.start(2), found.end(2), found[2], "", "any.characters.hyphenation/compound")
                continue
        yield Edit(*found.span(), found[0], "", "any.characters.hyphenation/word")


def line_wraps(doc: Doc) -> Iterator[Edit]:
    """Yield a space for each line break inside a filled paragraph; verse, lists, tables, headings and quotes stay."""
    block: list[int] = []
    for number, line in enumerate(doc.lines):
        if line.strip():
            block.append(number)
            continue
        yield from _unwrapped(doc, block)
        block = []
    yield from _unwrapped(doc, block)


def _is_chain(beside: str) -> bool:
    """Say whether a divided word, with what stands on both sides of it, has more hyphens: "state-of-the-" and "art"."""
    return beside[:1] in _HYPHENS or beside[-1:] in _HYPHENS


def _vocabulary(text: str) -> frozenset[str]:
    """Return the words of a text in lower case, compounds as one, without those cut at a line's end."""
    return frozenset(found[0].lower() for found in _WORDS.finditer(text))


def _keeps_hyphen(left: str, right: str, known: frozenset[str], is_english: bool) -> bool | None:
    """Say whether a divided word is a compound; None where nothing tells."""
    joined = left + right
    if len(left) == 1:
        return True
    if f"{left}-{right}".lower() in known:
        return True
    if joined.lower() in known:
        return False
    if not is_english:
        return None
    lexicon = english()
    if lexicon.size(joined):
        return False
    if left.lower() in _PREFIXES or right in _ENDINGS:
        return True
    # A piece that is no word by itself cannot follow a real hyphen.
    return lexicon.size(right) > 0


def _unwrapped(doc: Doc, block: list[int]) -> Iterator[Edit]:
    """Yield the breaks that go from a block of lines without a blank one."""
    lines = [doc.lines[number].rstrip() for number in block]
    if len(lines) < 2 or not _is_filled(lines):
        return
    width = median(map(len, lines[:-1]))
    widest = max(map(len, lines))
    sentence_ends = sum(_SENTENCE_END.search(line) is not None for line in lines[:-1])
    for place in range(len(lines) - 1):
        line, following = lines[place], lines[place + 1]
        first = following.split(None, 1)[0]
        # What follows would not have gone on the line.
        is_full = len(line) + 1 + len(first) > widest
        if (len(line) < _NEAR * width and not is_full) or _is_divided(line):
            continue
        if _SENTENCE_END.search(line) and (sentence_ends * 3 > len(lines) or not is_full):
            continue
        start = doc.line_starts[block[place]] + len(line)
        end = doc.line_starts[block[place + 1]]
        yield Edit(start, end, doc.text[start:end], " ", "any.characters.line-wraps/break")


def _is_filled(lines: list[str]) -> bool:
    """Say whether the lines of a block are prose that was broken to a width."""
    inner = [len(line) for line in lines[:-1]]
    width = median(inner)
    if width < _NARROWEST and not _is_column(lines, width):
        return False
    if max(map(len, lines)) > _WIDEST:
        return False
    if sum(len(line) > len(lines[-1]) * _NEAR for line in lines[:-1]) < (len(lines) - 1) * _EVEN:
        # A last line that is longer than the others was not filled up with them.
        return False
    if sum(abs(length - width) <= (1 - _NEAR) * width for length in inner) < _EVEN * len(inner):
        return False
    if any(_NO_PROSE.match(line) or _TABLE.search(line) for line in lines):
        return False
    small = sum(line[0].islower() for line in lines[1:])
    return small >= max(1, _SMALL * (len(lines) - 1))


def _is_column(lines: list[str], width: float) -> bool:
    """Say whether narrow lines are one sentence, broken more than once: verse has a mark or a capital somewhere."""
    return (
        width >= _COLUMN
        and len(lines) > 2
        and all(line[0].islower() for line in lines[1:])
        and all(line[-1].isalnum() for line in lines[:-1])
        and _SENTENCE_END.search(lines[-1]) is not None
    )


def _is_divided(line: str) -> bool:
    """Say whether a line ends in a divided word, which another repair sees to."""
    return line[-1] in "-\u2010\xad\xac" and line[-2:-1].isalpha()
