"""Quoted-printable: `caf=C3=A9`, `K=F6rper` and `=` at the ends of lines, left over from mail.

Bytes that are UTF-8 decode wherever they stand. The rest of the coding (`=3D`, `=20`,
soft breaks) and single bytes of a Western table go only where a whole paragraph is
quoted-printable: each `=` in it an escape or a soft break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.core.edit import Edit
from cleantext.steps.characters.escapes.addresses import Walk
from cleantext.steps.characters.escapes.targets import byte_runs, from_utf8, hex_pattern, is_sensible

SIGN = re.compile(r"=[89A-Fa-f][0-9A-Fa-f]")
_SOFT = r"(?:=[ \t]{0,8}\r?\n)?"
_RUN = re.compile(hex_pattern("=", _SOFT))
_STRAY = re.compile(r"=[89A-Fa-f][0-9A-Fa-f]")
# All that the coding knows, for a paragraph in which nothing else follows a `=`.
_ASCII_OR_BREAK = r"(?P<ascii>=[0-7][0-9A-F])|=[ \t]{0,8}\r?\n"
_TOKENS = {
    "utf-8": re.compile(rf"(?P<bytes>{_RUN.pattern}|=[89A-F][0-9A-F])|{_ASCII_OR_BREAK}"),
    "cp1252": re.compile(rf"(?P<bytes>=[89A-F][0-9A-F](?:{_SOFT}=[89A-F][0-9A-F]){{0,7}})|{_ASCII_OR_BREAK}"),
}
_BARE = re.compile(r"=(?![0-9A-F]{2}|[ \t]{0,8}\r?\n)")
_BREAK = re.compile(r"=[ \t]{0,8}\r?\n")
# Pieces of an address or of a header's encoded word, which say `=` for reasons of their own.
_STAYS = re.compile(r"=\?[\w-]{2,40}\?[QqBb]\?\S{0,300}|(?:://|www\.)\S{0,300}|[?&;][\w.-]{1,60}=\S{0,300}")
# A coder breaks lines at 76 characters; this near the edge a soft break is its work.
_WIDEST = 76
_NARROWEST = 66
# Points of evidence that a paragraph of single bytes needs, and what shows them: a letter inside a word, at the
# front of one, an apostrophe, a soft break where coders put it; half as much: letters at the end of a word or
# alone, as long as they cannot be read as letters, curly quotes, dashes and `=3D`.
_ENOUGH = 2
_STRONG = re.compile(
    r"(?<=[A-Za-z])=(?:[89][AC]|9E|C[0-9A-F]|D[0-68-F]|E[0-9A-F]|F[0-689A-F])(?=[a-z=])"
    r"|(?<![^\s(\"'])=(?:[89][AC]|C[0-9A-F]|D[0-68-E]|E[0-9A-F]|F[0-689A-E])(?=[a-z])"
    r"|(?<=[A-Za-z])=92(?=[a-z])"
)
_WEAK = re.compile(
    r"(?:(?<=[a-z]{2})|(?<=\s))=(?:[CEF][0-9]|D[0-68-9])(?=[\s,.;:!?)])|=9[1-7](?=[A-Za-z\s,.;=])|=3D|=20(?=\r?\n|\Z)"
)
# Words of one Western table have few such letters side by side; more of them are another table.
_SIDE_BY_SIDE = 3
_RULE = "any.characters.escape/quoted-printable"


def quoted_printable_edits(text: str) -> Iterator[Edit]:
    """Yield sorted, disjoint edits, one an escape, a run of bytes or a soft break."""
    for start, paragraph in _paragraphs(text):
        for edit in _in_paragraph(paragraph):
            yield edit._replace(start=start + edit.start, end=start + edit.end)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the text whole where nothing in it speaks against a coder, else the lines that soft breaks tie together."""
    lines = text.split("\n")
    if not _BARE.search(text) and max(map(len, lines)) <= _WIDEST:
        yield 0, text
        return
    start = end = 0
    for line in lines:
        end += len(line) + 1
        if not line[-10:].rstrip(" \t\r").endswith("="):
            if SIGN.search(text, start, end):
                yield start, text[start : end - 1]
            start = end
    if start < len(text):
        yield start, text[start:]


def _in_paragraph(paragraph: str) -> Iterator[Edit]:
    has_runs = next(_outside(paragraph), None) is not None
    if not _BARE.search(paragraph) and (has_runs or _has_evidence(_STAYS.sub(" ", paragraph))):
        table = "utf-8" if has_runs else "cp1252"
        if all(_token(found, table) is not None for found in _TOKENS[table].finditer(paragraph)):
            return _whole(paragraph, table)
    return _outside(paragraph)


def _outside(paragraph: str) -> Iterator[Edit]:
    """Yield the edits of runs that are no piece of an address."""
    stays = Walk(found.span() for found in _STAYS.finditer(paragraph))
    return (edit for edit in _runs(paragraph) if not stays.holds(edit.start))


def _runs(paragraph: str) -> Iterator[Edit]:
    for found in byte_runs(paragraph, _RUN, _STRAY, 3):
        text = from_utf8(_bytes(found[0]))
        if text is not None:
            yield Edit(found.start(), found.end(), found[0], text, _RULE)


def _bytes(run: str) -> bytes:
    return bytes.fromhex(_BREAK.sub("", run).replace("=", ""))


def _has_evidence(paragraph: str) -> bool:
    """Say whether a paragraph without UTF-8 is quoted-printable of a Western table."""
    points = 2 * len(_STRONG.findall(paragraph)) + len(_WEAK.findall(paragraph))
    lines = [line.rstrip("\r") for line in paragraph.split("\n")]
    breaks = sum(line.endswith("=") and _NARROWEST <= len(line) <= _WIDEST for line in lines)
    needed = _ENOUGH if max(map(len, lines)) <= _WIDEST else 2 * _ENOUGH
    return points + 2 * breaks >= needed


def _whole(paragraph: str, table: str) -> Iterator[Edit]:
    """Yield the edits of a paragraph all of which is coded."""
    for found in _TOKENS[table].finditer(paragraph):
        yield Edit(found.start(), found.end(), found[0], _token(found, table) or "", _RULE)


def _token(found: re.Match[str], table: str) -> str | None:
    if found["bytes"] is None:
        text = chr(int(found["ascii"][1:], 16)) if found["ascii"] else ""
        return text if is_sensible(text) else None
    data = _bytes(found["bytes"])
    if table == "utf-8":
        return from_utf8(data)
    if len(data) > _SIDE_BY_SIDE:
        return None
    try:
        return data.decode(table)
    except UnicodeDecodeError:
        return None
