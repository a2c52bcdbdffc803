"""UTF-7: `caf+AOk-`, where a mail program wrote what lies beyond ASCII in base64 between + and -.

A plus sign is common and base64 looks like anything, so a line counts only where every
plus of it begins a run in the one spelling that the coding allows, and a text only
where the runs are several, or one of several letters.
"""

from __future__ import annotations

import re
from base64 import b64encode
from binascii import Error, a2b_base64
from collections.abc import Iterator
from itertools import islice

from cleantext.core.edit import Edit
from cleantext.steps.characters.escapes.targets import damaged_lines, is_sensible, scripts

SIGN = re.compile(r"\+[A-Za-z0-9/][A-Za-z0-9+/]{2}")
_RUN = re.compile(r"\+([A-Za-z0-9+/]*)(-?)")
_PLUS = re.compile(r"\+(?!-|[A-Za-z0-9/][A-Za-z0-9+/]{2})")
# ASCII that the coding has to write in base64 as well.
_CODED_ASCII = frozenset("\\~")
_RUNS = 2
_WORD = 2
# Half of all code units are Han or Hangul, so noise often decodes to them.
_COMMON = frozenset(("han", "hangul", "yi"))
_COMMON_WORD = 6
# As many runs of a line are enough to tell.
_LOOK = 16
_RULE = "any.characters.escape/utf-7"


def utf7_edits(text: str) -> Iterator[Edit]:
    """Yield sorted, disjoint edits, one a run; none before the text has shown enough of them."""
    waiting: list[tuple[int, str]] = []
    seen: list[str] = []
    is_enough = False
    for start, line in damaged_lines(text, SIGN):
        if not line.isascii() or _PLUS.search(line) or any(_decoded(found[1]) is None for found in _RUN.finditer(line)):
            continue
        waiting.append((start, line))
        if not is_enough:
            seen += [edit.after for edit in islice(_in_line(line, start), _LOOK) if not edit.after.isascii()]
            is_enough = _is_enough(seen)
        if is_enough:
            for place, coded in waiting:
                yield from _in_line(coded, place)
            waiting = []


def _in_line(line: str, start: int) -> Iterator[Edit]:
    for found in _RUN.finditer(line):
        yield Edit(start + found.start(), start + found.end(), found[0], _decoded(found[1]) or "+", _RULE)


def _decoded(code: str) -> str | None:
    """Return what a run stands for, nothing where it is a plus; None where no coder would have written it so."""
    size = len(code) * 6 // 16 * 2
    try:
        data = a2b_base64(code + "=" * (-len(code) % 4))[:size]
        text = data.decode("utf-16-be")
    except (Error, UnicodeDecodeError):
        return None
    if b64encode(data).decode().rstrip("=") != code or not is_sensible(text):
        return None
    if any(character < "\x80" and character not in _CODED_ASCII for character in text):
        return None
    return text if len(scripts(text)) <= 1 else None


def _is_enough(runs: list[str]) -> bool:
    letters = "".join(runs)
    if scripts(letters) & _COMMON:
        return len(letters) >= _COMMON_WORD
    return len(runs) >= _RUNS or len(letters) >= _WORD
