"""UTF-7: `caf+AOk-`, where a mail program wrote what lies beyond ASCII in base64 between + and -.

A plus sign is common and base64 looks like anything, so a line counts only where every
plus of it begins a run in the one spelling that the coding allows, and a text only
where the runs are several, or one of several letters. A run's end is marked in front of
letters only; where none is, the runs must be what noise hardly ever is.
"""

from __future__ import annotations

import re
from base64 import b64encode
from binascii import Error, a2b_base64
from collections.abc import Iterator

from cleantext.core.classes import class_of, is_everyday
from cleantext.core.edit import Edit
from cleantext.steps.characters.escapes.targets import damaged_lines, is_sensible, scripts

SIGN = re.compile(r"\+[A-Za-z0-9/][A-Za-z0-9+/]{2}")
_RUN = re.compile(r"\+([A-Za-z0-9+/]*)(-?)")
# Where a plus is at home: a name in front of @, an address, a template's braces, base64 of keys and pictures, in
# which a plus comes late; and what the coding would have written otherwise, a backslash and a tilde.
_AT_HOME = re.compile(
    r"\+[\w.+/-]{0,64}@\w|://\S{0,300}\+|www\.\S{0,300}\+|\{[^{}]{0,80}\+"
    r"|(?<![A-Za-z0-9+/])[A-Za-z0-9/]{8}[A-Za-z0-9+/]{32}|[\\~]"
)
# ASCII that the coding has to write in base64 as well.
_CODED_ASCII = frozenset("\\~")
# From here on come signs that no text has.
_SPECIAL = "\ufff0"
_RUNS = 2
_WORD = 2
# Half of all code units are Han or Hangul, so noise often decodes to them: but seldom to six in daily use.
_COMMON = frozenset(("han", "hangul", "yi"))
_COMMON_WORD = 6
# Without a marked end: letters of one script that are no accident, and twice as many of a common one.
_UNMARKED_WORD = 4
# Where the alphabets of Europe and the Near East end, and where punctuation stands: a thirtieth of all code units.
_NEAR = re.compile("[\x00-\u06ff\u2000-\u20cf]*")
_RARE_ONE = 20
_RULE = "any.characters.escape/utf-7"


def utf7_edits(text: str) -> Iterator[Edit]:
    """Yield sorted, disjoint edits, one a run; none where the text does not show enough of them."""
    coded = [(start, line) for start, line in damaged_lines(text, SIGN) if _is_coded(line)]
    edits = [edit for start, line in coded for edit in _in_line(line, start)]
    runs = [edit for edit in edits if not edit.after.isascii()]
    has_end = any(edit.before.endswith("-") for edit in runs)
    # The same run over and over, as of a name, proves nothing where it may be noise.
    letters = "".join(dict.fromkeys(edit.after for edit in runs))
    if _is_enough(letters, len(runs)) and (has_end or _is_surely_text(letters)):
        yield from edits


def _is_coded(line: str) -> bool:
    if not line.isascii() or _AT_HOME.search(line):
        return False
    # A plus of the text itself is a run of nothing with a marked end.
    return all(found[1] + found[2] and _decoded(found[1]) is not None for found in _RUN.finditer(line))


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
    if any(character >= _SPECIAL for character in text):
        return None
    if b64encode(data).decode().rstrip("=") != code or not is_sensible(text):
        return None
    if any(character < "\x80" and character not in _CODED_ASCII for character in text):
        return None
    return text if len(scripts(text)) <= 1 else None


def _is_enough(letters: str, runs: int) -> bool:
    found = scripts(letters)
    if found & _COMMON:
        return len(found) == 1 and len(letters) >= _COMMON_WORD and _are_in_use(letters)
    return runs >= _RUNS or len(letters) >= _WORD


def _is_surely_text(letters: str) -> bool:
    """Say whether runs none of which has its end marked are text none the less."""
    found = scripts(letters)
    if found & _COMMON:
        return len(letters) >= 2 * _COMMON_WORD
    return len(found) <= 1 and (len(letters) >= _UNMARKED_WORD or _NEAR.fullmatch(letters) is not None)


def _are_in_use(letters: str) -> bool:
    """Say whether nearly all Han and Hangul are in daily use in one country."""
    classes = [class_of(letter) for letter in letters]
    ideographs = "".join(letter for letter, kind in zip(letters, classes, strict=True) if kind.startswith("han-"))
    if classes.count("hangul-rare Lo") * _RARE_ONE > len(letters):
        return False
    return is_everyday(ideographs, _RARE_ONE)
