"""Tables: what a spreadsheet leaves in a cell's text, its formulas for a link or a text and its doubled quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit

_CELL = r'"((?:[^"\n]|""){0,2000})"'
_LINK = re.compile(rf"=HYPERLINK\( {{0,2}}{_CELL}(?: {{0,2}}[,;] {{0,2}}{_CELL})? {{0,2}}\)", re.IGNORECASE)
# `="00123"` keeps a spreadsheet from dropping the noughts; it fills a cell.
_TEXT = re.compile(r'(?<![^\t\n,;])="([^"\n]{1,2000})"(?![^\t\r\n,;])')
_QUOTES = re.compile('"{1,64}')


def spreadsheet_formulas(doc: Doc) -> Iterator[Edit]:
    """Yield the label of =HYPERLINK("address","label"), the address where there is no label, the text of ="text"."""
    if '="' not in doc.text and "=H" not in doc.text.upper():
        return
    edits = [
        Edit(*found.span(), found[0], found[1], "any.characters.spreadsheet-formulas/text")
        for found in _TEXT.finditer(doc.text)
    ]
    for found in _LINK.finditer(doc.text):
        shown = (found[2] or found[1]).replace('""', '"')
        edits.append(Edit(*found.span(), found[0], shown, "any.characters.spreadsheet-formulas/link"))
    yield from sorted(edits)


def doubled_quotes(doc: Doc) -> Iterator[Edit]:
    """Yield a cell's text without its outer quotes, and each doubled quote of it as one.

    A cell is the whole text or a line. Without outer quotes the doubled ones must come in pairs around words.
    """
    text = doc.text
    if '""' not in text:
        return
    body_start, body_end = _stripped(text, 0, len(text))
    whole = _unquoted(text, body_start, body_end)
    if whole:
        yield from whole
        return
    for start, line in zip(doc.line_starts, doc.lines):
        if '""' in line:
            span = _stripped(text, start, start + len(line))
            yield from _unquoted(text, *span) or _halved(text, *span)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _unquoted(text: str, start: int, end: int) -> list[Edit]:
    """Take a cell out of its quotes; nothing where it is none, or where nothing in it is doubled."""
    if end - start < 6 or text[start] != '"' or text[end - 1] != '"':
        return []
    runs = [found.span() for found in _QUOTES.finditer(text, start + 1, end - 1)]
    if not runs or any((last - first) % 2 for first, last in runs):
        return []
    rule = "any.characters.doubled-quotes/cell"
    halves = [Edit(first, last, text[first:last], '"' * ((last - first) // 2), rule) for first, last in runs]
    # A quote beside the outer one is one edit with it.
    return _joined([Edit(start, start + 1, '"', "", rule), *halves, Edit(end - 1, end, '"', "", rule)])


def _halved(text: str, start: int, end: int) -> list[Edit]:
    runs = [found.span() for found in _QUOTES.finditer(text, start, end)]
    if len(runs) % 2 or any(last - first != 2 for first, last in runs):
        return []
    for (_, opened), (closed, _) in zip(runs[::2], runs[1::2]):
        if text[opened : opened + 1].isspace() or text[closed - 1].isspace() or closed == opened:
            return []
    for (opened, _), (_, closed) in zip(runs[::2], runs[1::2]):
        if (opened > start and text[opened - 1].isalnum()) or (closed < end and text[closed].isalnum()):
            return []
    # Empty cells between commas look the same, but have no words inside.
    if any(not any(map(str.isalpha, text[a:b])) for (_, a), (b, _) in zip(runs[::2], runs[1::2])):
        return []
    return [Edit(first, last, '""', '"', "any.characters.doubled-quotes/pair") for first, last in runs]


def _joined(edits: list[Edit]) -> list[Edit]:
    joined: list[Edit] = []
    for edit in edits:
        if joined and joined[-1].end == edit.start:
            last = joined.pop()
            edit = Edit(last.start, edit.end, last.before + edit.before, last.after + edit.after, edit.rule)
        joined.append(edit)
    return joined
