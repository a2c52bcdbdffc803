"""Blank lines: two or more in a row become one, except in programs and between poems.

Programs part their functions with two; a book of verse parts its poems with more blank
lines than their stanzas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.core.edit import Edit
from cleantext.steps.characters.hygiene.layout import Layout

_BREAKS = re.compile("\n[\n \t\xa0\u3000]{2,}")
# A line of verse is no longer than this.
_VERSE = 60
# Code points around a gap that are looked at for lines.
_REACH = 400
_RULE = "any.characters.space/blank-lines"


def blank_line_edits(text: str) -> Iterator[Edit]:
    """Yield an edit for each run of two or more blank lines, sorted."""
    layout = Layout(text)
    for found in _BREAKS.finditer(text):
        start, last = found.start(), text.rfind("\n", found.start(), found.end())
        if text.count("\n", start, last + 1) < 3:
            continue
        if layout.is_fenced(start) or _is_between_programs(text, start, last, layout):
            continue
        if _is_verse(text[max(0, start - _REACH) : start].rpartition("\n\n")[2]) and _is_verse(
            text[last + 1 : last + 1 + _REACH].partition("\n\n")[0]
        ):
            continue
        yield Edit(start + 1, last, text[start + 1 : last], "", _RULE)


def _is_between_programs(text: str, start: int, last: int, layout: Layout) -> bool:
    before = text.rfind("\n", max(0, start - _REACH), start) + 1
    return layout.is_program(last + 1) or ((before > 0 or start <= _REACH) and layout.is_program(before))


def _is_verse(stanza: str) -> bool:
    lines = stanza.split("\n")
    # A line of one word is a heading or an item.
    return len(lines) >= 2 and all(len(line) <= _VERSE and " " in line.strip() for line in lines[:8])
