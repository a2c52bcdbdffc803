"""Layout: which lines hold blanks on purpose, such as those of a table or a program.

Nothing in a single line tells a column from a slip of the thumb. The lines around it do:
columns stand under each other, and programs have lines that end as no sentence does.
Lines are looked at only near a place in question, and each of them once.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_WORDS = re.compile(r"[^ \t\xa0\n]+")
_TABS = re.compile(r"[ \xa0]{0,400}\t[ \t\xa0]{0,400}")
# A gap inside a line, between two things that are no blanks.
_GAP = re.compile(r"(?<=[^ \t\xa0\n])[ \t\xa0]{2,400}(?=[^ \t\xa0\n])")
_SENTENCE_END = re.compile(r"[.?!:;,][\"'\u2019\u201d)\xbb]?$")
# What lines of programs, of shells and of markup hold.
_PROGRAM = re.compile(
    r"[;{}\\]\s{0,8}$|^\s{0,80}(?:[}#@]|//|/\*|>>> |\$ |<[\w/!])|[=!<>+*/%-]=|=>|->|::|&&|\|\|"
    r"|\w\(\)|\w\([^()]{0,80}\)\s{0,8}[:;{]"
    r"|^\s{0,80}(?:def|class|func|fn|public|private|static|const|let|var|import|from|return|package|use)\b.{0,120}[:;({=.]"
    r"|^\s{0,80}[\w.\[\]]{1,60}\s{1,40}=\s"
)
# Most lines of prose have nothing of that, which one look at a class and one at the head tell.
_SIGN = re.compile(r"[;{}\\#@/<>=&|($]")
_KEYWORD = re.compile(
    r"\s{0,80}(?:def|class|func|fn|public|private|static|const|let|var|import|from|return|package|use)\b"
)
_RULED = re.compile("[|\u2500-\u257f].{0,400}[|\u2500-\u257f]")
# A row of a table is no longer than this; longer lines are paragraphs.
_LONGEST_ROW = 400
# How many lines are looked at on either side, blank ones not counted.
_REACH = 8
# Rows that belong together stand one under the other, or have a rule between them.
_APART = 2
# A blank line or two does not end a table.
_BLANK_LINES = 2
# Lines whose facts are kept: more than are looked at for one, and few in a text of millions.
_KEPT = 256
# A gap of this width is a column where several lines in a row have one.
_WIDE = 3


class _Gap(NamedTuple):
    """Where a gap begins and ends, and where the word behind it ends, in columns."""

    start: int
    end: int
    word_end: int


class _Facts(NamedTuple):
    """What one line shows: the columns where its gaps begin and end, and what else speaks for a layout."""

    start: int
    end: int
    columns: frozenset[tuple[str, int]]
    gaps: tuple[_Gap, ...]
    has_wide_gap: bool
    # Runs of blanks that hold a tab, and those of them that hold a space as well.
    tabs: int
    mixed_tabs: int
    is_indented: bool


class Layout:
    """Answers for one text, asked from its start to its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._start = self._end = -1
        self._is_set_out = False
        self._facts: dict[int, _Facts] = {}
        self._programs: dict[int, bool] = {}
        self._has_fences = "```" in text
        self._fences = self._counted = 0

    def is_set_out(self, place: int) -> bool:
        """Say whether the line of a place has its blanks on purpose; each call asks for a later place."""
        if not self._start <= place <= self._end:
            text = self._text
            self._start = text.rfind("\n", max(0, self._end), place) + 1 or max(0, self._end)
            if self._end < 0:
                self._start = text.rfind("\n", 0, place) + 1
            end = text.find("\n", place)
            self._end = len(text) if end < 0 else end
            self._is_set_out = self._judge(self._start, self._end)
        return self._is_set_out

    def is_program(self, place: int) -> bool:
        """Say whether the line that begins at a place reads like one of a program."""
        return self._is_program(self._facts_of(place))

    def is_fenced(self, place: int) -> bool:
        """Say whether a place lies in a block that Markdown shows as it is; each call asks for a later place."""
        if not self._has_fences:
            return False
        self._fences += self._text.count("\n```", self._counted, place)
        self._counted = max(self._counted, place)
        return (self._fences + self._text.startswith("```")) % 2 == 1

    def _judge(self, start: int, end: int) -> bool:
        if end - start > _LONGEST_ROW:
            return False
        if self.is_fenced(max(0, start - 1)) or _RULED.search(self._text, start, end):
            return True
        own = self._facts_of(start)
        if not (own.columns or own.tabs or own.has_wide_gap or self._is_program(own)):
            # Two blanks between sentences, and nothing else.
            return False
        near = [*self._lines_before(start, _APART), *self._lines_after(end, _APART)]
        if own.tabs:
            # One gap of blanks and a tab, in one line, is a slip; a tab by itself makes a column.
            return own.tabs > 1 or not own.mixed_tabs or any(line.tabs for line in near)
        if any(not own.columns.isdisjoint(line.columns) for line in near):
            return True
        if len(own.gaps) >= 2 and any(_is_in_step(own, self._edges(line)) for line in near):
            return True
        if own.has_wide_gap and sum(line.has_wide_gap for line in near) >= 2:
            return True
        # A row that is out of line stands in a table all the same, and a line of a program among others.
        lines = [*self._lines_before(start, _REACH), own, *self._lines_after(end, _REACH)]
        if any(_are_aligned(lines, index) for index in range(len(lines))):
            return True
        if not self._is_program(own) and sum(line.is_indented for line in lines) < 2:
            return False
        return sum(map(self._is_program, lines)) >= 2

    def _edges(self, line: _Facts) -> frozenset[int]:
        """Return where the words of a line begin (positive) and end (negative)."""
        words = _WORDS.finditer(self._text[line.start : line.end])
        return frozenset(edge for word in words for edge in (word.start(), -word.end()))

    def _is_program(self, line: _Facts) -> bool:
        found = self._programs.get(line.start)
        if found is None:
            text = self._text[line.start : line.end]
            may_be = _SIGN.search(text) or "::" in text or _KEYWORD.match(text)
            found = self._programs[line.start] = bool(may_be and _PROGRAM.search(text))
        return found

    def _lines_before(self, start: int, most: int) -> list[_Facts]:
        found: list[_Facts] = []
        blank = 0
        while start > 0 and len(found) < most and blank <= _BLANK_LINES:
            # A line that is too long to be a row is not walked through.
            begin = self._text.rfind("\n", max(0, start - 2 - _LONGEST_ROW), start - 1) + 1
            if not begin and start - 1 > _LONGEST_ROW:
                break
            facts = self._facts_of(begin)
            if self._text[begin : start - 1].isspace() or begin == start - 1:
                blank += 1
            else:
                found.append(facts)
                blank = 0
            start = begin
        return found[::-1]

    def _lines_after(self, end: int, most: int) -> list[_Facts]:
        found: list[_Facts] = []
        blank = 0
        text = self._text
        while end < len(text) and len(found) < most and blank <= _BLANK_LINES:
            begin = end + 1
            end = text.find("\n", begin, begin + _LONGEST_ROW)
            if end < 0:
                if len(text) - begin > _LONGEST_ROW:
                    break
                end = len(text)
            if text[begin:end].isspace() or begin == end:
                blank += 1
            else:
                found.append(self._facts_of(begin))
                blank = 0
        return found

    def _facts_of(self, start: int) -> _Facts:
        facts = self._facts.get(start)
        if facts is None:
            if len(self._facts) >= _KEPT:
                self._facts.clear()
                self._programs.clear()
            facts = self._facts[start] = self._look_at(start)
        return facts

    def _look_at(self, start: int) -> _Facts:
        text = self._text
        end = text.find("\n", start, start + _LONGEST_ROW)
        if end < 0:
            end = min(len(text), start + _LONGEST_ROW)
        line = text[start:end]
        body = line.strip(" \t\xa0")
        is_indented = line[:1] in (" ", "\t", "\xa0")
        if not _may_have_gap(body):
            return _Facts(start, end, frozenset(), (), False, 0, 0, is_indented)
        gaps = [_Gap(*gap.span(), _word_end(line, gap.end())) for gap in _GAP.finditer(line)]
        # Two blanks between sentences are a habit of typists and stand where they happen to.
        columns = tuple(gap for gap in gaps if gap.end - gap.start > 2 or not _SENTENCE_END.search(line, 0, gap.start))
        tabs = _TABS.findall(body)
        return _Facts(
            start,
            end,
            frozenset(column for gap in columns for column in gap._asdict().items()),
            columns,
            any(gap.end - gap.start >= _WIDE for gap in gaps),
            len(tabs),
            sum(" " in run or "\xa0" in run for run in tabs),
            is_indented,
        )


def _may_have_gap(line: str) -> bool:
    return "  " in line or "\t" in line or "\xa0" in line


def _are_aligned(lines: list[_Facts], index: int) -> bool:
    """Say whether a gap of a line begins or ends where one of the next lines has one begin or end."""
    columns = lines[index].columns
    return bool(columns) and any(not columns.isdisjoint(line.columns) for line in lines[index + 1 : index + 1 + _APART])


def _is_in_step(line: _Facts, edges: frozenset[int]) -> bool:
    """Say whether all gaps of a line stand where words of another line begin and end, by the edges of those.

    That line may have a single blank there: a longer number leaves no more.
    """
    return all(-gap.start in edges and (gap.end in edges or -gap.word_end in edges) for gap in line.gaps)


def _word_end(line: str, start: int) -> int:
    word = _WORDS.match(line, start)
    return word.end() if word else start
