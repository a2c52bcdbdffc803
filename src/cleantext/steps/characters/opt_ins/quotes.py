"""Quotes: typographic ones made straight, or straight ones made typographic, English style.

Straight is a table. Curly has to be read off the place of each mark: what opens stands
after a space and before a word, what closes the other way round, and a mark of which
neither is true stays, as do the feet and inches after a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.characters.opt_ins.lexicon import may_be_english

_TYPOGRAPHIC = re.compile("[\u2018-\u201f]")
_APOSTROPHE = re.compile("\u02bc")
_STRAIGHT = re.compile("[\"'`\u00b4]")
_ACUTE = re.compile(r"(?<=[^\W\d_])\u00b4(?=[^\W\d_])")
_MARK = re.compile("``|''|[\"'`]")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>")
_CODE = re.compile(r"(?<![`\w])`(?!`)[^`\n]{1,200}(?<!`)`(?![`\w])")
_URL = re.compile(r"(?:https?://|www\.)(?:[^\s\"'<>]|'(?=\w)){1,2000}", re.IGNORECASE)
# A line of a program or of data: its quotes are syntax.
_SYNTAX = re.compile('[={\\[(]"[^"\n]{0,80}"[)\\]}:;,]|":|\\w=["\']')
_FENCE = ("```", "~~~")
_OPENING = frozenset(" \t\u00a0([{-\u2013\u2014/\u201c\u2018\"'")
_CLOSING = frozenset(" \t\u00a0)]}.,;:!?-\u2013\u2014/\u2026\u201d\u2019\"'\r")
# Words that have lost their beginning: their mark is an apostrophe.
_ELIDED = re.compile(
    r"(?:[0-9]0s|[0-9]{2}(?![0-9])|tis|twas|twere|twill|em|cause|til|till|n|bout|round|neath|cos)\b", re.IGNORECASE
)
_FEET = re.compile(r"[0-9]'[ ]?[0-9]{1,2}$")
_CONTRACTED = re.compile(r"(?:s|t|re|ve|ll|d|m)(?!\w)", re.IGNORECASE)


def straight(doc: Doc) -> Iterator[Edit]:
    """Yield straight quotes for curly and low ones; guillemets, primes and the letter U+02BC stay."""
    if doc.text.isascii():
        return
    for found in _TYPOGRAPHIC.finditer(doc.text):
        plain = "'" if found[0] <= "\u201b" else '"'
        yield Edit(found.start(), found.end(), found[0], plain, "any.characters.straight-quotes/quote")


def letter_apostrophes(doc: Doc) -> Iterator[Edit]:
    """Yield an apostrophe for the letter U+02BC, which Ukrainian, Hawaiian and others write on purpose."""
    for found in _APOSTROPHE.finditer(doc.text):
        yield Edit(found.start(), found.end(), found[0], "'", "any.characters.letter-apostrophes/letter")


def curly(doc: Doc) -> Iterator[Edit]:
    """Yield curly quotes for straight ones and those of LaTeX, and an apostrophe for accents between letters.

    Only an acute accent is mended in a text of another language; code, tags and addresses stay.
    """
    if not _STRAIGHT.search(doc.text):
        return
    is_english = may_be_english(doc)
    is_fenced = False
    for start, line in zip(doc.line_starts, doc.lines):
        if line.lstrip().startswith(_FENCE):
            is_fenced = not is_fenced
        elif not is_fenced and _STRAIGHT.search(line) and not _SYNTAX.search(line):
            yield from _curled(line, start, is_english)


def _curled(line: str, start: int, is_english: bool) -> Iterator[Edit]:
    edits = [(found.start(), found.end(), "\u2019", "accent") for found in _ACUTE.finditer(line)]
    if is_english:
        edits += _Line(line).marks()
    for begin, end, after, what in sorted(edits):
        yield Edit(start + begin, start + end, line[begin:end], after, f"en.characters.curly-quotes/{what}")


class _Line:
    """The marks of one line, read from left to right."""

    def __init__(self, line: str) -> None:
        self._line = line
        self._kept = [found.span() for pattern in (_TAG, _CODE, _URL) for found in pattern.finditer(line)]
        # Whether a mark that opens has one that closes after it is asked of each: the last one answers.
        closers = [found.start() for found in re.finditer("'", line) if self._closes(found.start(), found.end())]
        self._last_closer = closers[-1] if closers else -1
        self._is_quoted = self._is_latex = False

    def marks(self) -> Iterator[tuple[int, int, str, str]]:
        """Yield place, end, what it becomes, and what it is, of each mark that is to change."""
        kept = iter(sorted(self._kept))
        kept_start, kept_end = next(kept, (len(self._line), len(self._line)))
        for found in _MARK.finditer(self._line):
            start, end = found.span()
            while start >= kept_end and kept_end < len(self._line):
                kept_start, kept_end = next(kept, (len(self._line), len(self._line)))
            if kept_start <= start < kept_end:
                continue
            after = self._meant(found[0], start, end)
            if after:
                yield start, end, after, "latex" if len(found[0]) > 1 else "quote"

    def _meant(self, mark: str, start: int, end: int) -> str:
        if mark == '"':
            return self._double(start, end)
        if mark == "'":
            return self._single(start, end)
        if mark == "``":
            self._is_latex = self._line[end : end + 1] not in ("", " ", "`")
            return "\u201c" if self._is_latex else ""
        if mark == "''":
            closes = self._is_latex and self._closes(start, end)
            self._is_latex = self._is_latex and not closes
            return "\u201d" if closes else ""
        return self._backtick(start, end)

    def _double(self, start: int, end: int) -> str:
        opens, closes = self._opens(start, end), self._closes(start, end)
        if opens and closes:
            closes = self._is_quoted
        elif not opens and not closes:
            return ""
        if (
            closes
            and self._line[start - 1].isdigit()
            and (not self._is_quoted or _FEET.search(self._line[max(0, start - 5) : start]))
        ):
            return ""
        self._is_quoted = not closes
        return "\u201d" if closes else "\u201c"

    def _single(self, start: int, end: int) -> str:
        before, after = self._line[start - 1 : start] if start else "", self._line[end : end + 1]
        if before.isalpha() and after.isalpha():
            return "\u2019"
        if before.isdigit():
            return "\u2019" if after == "s" and not self._line[end + 1 : end + 2].isalnum() else ""
        if _ELIDED.match(self._line, end) and (not before or before in _OPENING):
            return "\u2019"
        if self._opens(start, end):
            return "\u2018" if self._last_closer > end else ""
        return "\u2019" if self._closes(start, end) else ""

    def _backtick(self, start: int, end: int) -> str:
        before = self._line[start - 1 : start] if start else ""
        if before.isalpha():
            is_name = self._line[max(0, start - 2) : start].strip(" ") in ("O", "D", "d", "L", "l")
            return "\u2019" if is_name or _CONTRACTED.match(self._line, end) else ""
        return "\u2018" if self._opens(start, end) and self._last_closer > end else ""

    def _opens(self, start: int, end: int) -> bool:
        after = self._line[end : end + 1]
        return (not start or self._line[start - 1] in _OPENING) and bool(after) and after not in _CLOSING - {"'", '"'}

    def _closes(self, start: int, end: int) -> bool:
        after = self._line[end : end + 1]
        return start > 0 and not self._line[start - 1].isspace() and (not after or after in _CLOSING)
