"""Quoted: where a text speaks with somebody else's words, which are not ours to respell.

Quotation marks pair by their shape: one that opens follows a space, one that closes
follows a letter or a stop. A mark without its partner protects the rest of its line and
no more, so that one slip does not switch off a whole document. Inches and apostrophes
never open anything. Code between backticks counts as quoted.
"""

from __future__ import annotations

import re
from bisect import bisect_right

# Farther apart than this, two marks are not a pair: the longest quotations of news run to some 1,200.
_LONGEST = {'"': 2_000, "'": 600, "`": 400}
# A text is read in regions of this size, so that one name in a long text does not have all of it read.
_REGION = 1 << 15
_MARKS = re.compile("[\"“”„«»`\n]|(?<![^\\s(\\[—–\"“])['‘](?=\\w)|(?<=[\\w.,!?…])['’](?!\\w)")
_OPENS = frozenset("“„«‘")
_CLOSES = frozenset("”»’")
_FAMILY = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"}


class Quoted:
    """The quotations of one text, looked for region by region where somebody asks."""

    def __init__(self, text: str) -> None:
        """Take the text; nothing is read yet."""
        self._text = text
        self._regions: dict[int, _Spans] = {}

    def covers(self, start: int) -> bool:
        """Tell whether the character at `start` is inside a quotation."""
        region = start // _REGION
        spans = self._regions.get(region)
        if spans is None:
            first = _line_start(self._text, region * _REGION)
            spans = _Spans(self._text[first : (region + 1) * _REGION + _LONGEST['"']], first)
            self._regions[region] = spans
        return spans.cover(start)


class _Spans:
    """The quotations of a stretch of text that begins at `offset`; sorted, disjoint."""

    def __init__(self, text: str, offset: int) -> None:
        self._offset = offset
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._find(text)

    def cover(self, start: int) -> bool:
        at = start - self._offset
        place = bisect_right(self._starts, at) - 1
        return place >= 0 and at < self._ends[place]

    def _find(self, text: str) -> None:
        mark, opened = "", 0
        for match in _MARKS.finditer(text):
            found, at = match[0], match.start()
            family = _FAMILY.get(found, found)
            if mark and at - opened > _LONGEST[mark]:
                mark = self._give_up(text, mark, opened)
            if found == "\n":
                # Hard-wrapped text carries double quotations over a line's end, never over a blank line.
                if mark and (mark != '"' or text[at + 1 : at + 2] in ("\n", "")):
                    mark = self._give_up(text, mark, opened)
            elif not mark:
                if _may_open(text, at, found):
                    mark, opened = family, at
            elif family == mark:
                if _may_close(text, at, found):
                    self._add(opened, at + 1)
                    mark = ""
                elif family != "`":
                    self._give_up(text, mark, opened)
                    mark, opened = family, at
            elif mark == "'" and family == '"' and _may_open(text, at, found):
                # An apostrophe that looked like an opening mark; the double mark is the surer one.
                mark, opened = family, at
        if mark:
            self._give_up(text, mark, opened)

    def _give_up(self, text: str, mark: str, opened: int) -> str:
        if mark == '"':
            end = text.find("\n", opened, opened + _LONGEST[mark])
            self._add(opened, end if end >= 0 else min(len(text), opened + _LONGEST[mark]))
        return ""

    def _add(self, start: int, end: int) -> None:
        if self._ends and start < self._ends[-1]:
            start = self._ends[-1]
        if start < end:
            self._starts.append(start)
            self._ends.append(end)


def _line_start(text: str, at: int) -> int:
    """Return where to begin reading for a region at `at`: a paragraph's or line's start, if one is near."""
    floor = max(0, at - 2 * _LONGEST['"'])
    for border in ("\n\n", "\n"):
        found = text.rfind(border, floor, at)
        if found >= 0:
            return found + len(border)
    return floor


def _may_open(text: str, at: int, mark: str) -> bool:
    if mark in _CLOSES:
        return False
    if mark in _OPENS or mark == "`":
        return True
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return not (before.isalnum() or before in tuple(".,!?")) and bool(after.strip())


def _may_close(text: str, at: int, mark: str) -> bool:
    if mark in _CLOSES or mark == "`":
        return True
    if mark == "“":
        # „German quotations“ close with the mark that opens English ones.
        return not text[at + 1 : at + 2].isalnum()
    if mark in _OPENS:
        return False
    return bool(text[at - 1 : at].strip()) and not text[at + 1 : at + 2].isalnum()
