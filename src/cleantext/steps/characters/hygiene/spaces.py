"""Spaces: runs of blanks inside a line become one, and odd spaces become plain ones.

What stands at a line's start is indentation and keeps its width, and what stands at its end
nobody sees; there only odd spaces change. A no-break space stays where typography asks for
it: before the high marks of French, inside its quotation marks, and between digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge

from cleantext.core.edit import Edit
from cleantext.steps.characters.hygiene.kinds import IDEOGRAPHIC_SPACE, ODD_SPACES
from cleantext.steps.characters.hygiene.layout import Layout

_ODD_PLACE = re.compile(f"[{ODD_SPACES}]")
_BLANKS = re.compile(f"[ \t{ODD_SPACES}]+")
_IS_BLANK = re.compile(f"[ \t{ODD_SPACES}]").match
# Blanks with an ideographic space among them, but for indentation.
_WITH_IDEOGRAPHIC = re.compile(
    f"(?<=[^\\s])[ \t{ODD_SPACES}]{{0,64}}{IDEOGRAPHIC_SPACE}[ \t{ODD_SPACES}{IDEOGRAPHIC_SPACE}]{{0,64}}"
)
_TIGHT = "\xa0\u202f"
_BEFORE = frozenset(":;!?\xbb\u203a%\u2030\u20ac$\xa3")
_AFTER = frozenset("\xab\u2039")
_BETWEEN_DIGITS = "\xa0\u202f\u2009"
_EAST_ASIAN = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fff\u3001-\u9fff\ua000-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff01-\uffdc\U00016fe0-\U0003ffff]"
)
# Two letters in front are found by a search for a string.
_SPACES = re.compile("  +")
_PAIRS = (" \t", "\t ")
_RULE = "any.characters.space/"


def space_edits(text: str) -> Iterator[Edit]:
    """Yield an edit for each run of blanks and each odd space, sorted."""
    yield from _judged(text, [*_plain_runs(text), _runs_with_odd(text), _ideographic(text)])


def breaking_edits(text: str) -> Iterator[Edit]:
    """Yield the same but for runs that hold a no-break space."""
    return (edit for edit in space_edits(text) if not any(blank in edit.before for blank in _TIGHT))


def run_edits(text: str) -> Iterator[Edit]:
    """Yield the same for a text that has no odd space."""
    yield from _judged(text, _plain_runs(text))


def _judged(text: str, finders: list[Iterator[tuple[int, int]]]) -> Iterator[Edit]:
    layout = Layout(text)
    reached = 0
    # Of two runs that begin at one place, the longer takes in the shorter.
    for start, end in merge(*finders, key=lambda run: (run[0], -run[1])):
        if start >= reached:
            reached = end
            edit = _judge(text, start, end, layout)
            if edit:
                yield edit


def _plain_runs(text: str) -> list[Iterator[tuple[int, int]]]:
    # One character is found many times faster than two.
    tabs = [_runs_with(text, pair) for pair in _PAIRS] if "\t" in text else []
    return [_runs_of_spaces(text), *tabs]


def _runs_of_spaces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of all runs of blanks that hold two plain spaces, but for indentation and what ends a line."""
    last = len(text)
    reached = 0
    for found in _SPACES.finditer(text):
        start, end = found.span()
        # Nearly all of them, and nothing is to be done about plain ones. A run of many kinds of blanks holds
        # plain ones many times, and is looked at once.
        if start >= reached and start and text[start - 1] != "\n" and end < last and text[end] != "\n":
            run = _run_around(text, start)
            reached = run[1]
            yield run


def _runs_with(text: str, pair: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of all runs of blanks that hold a pair."""
    place = text.find(pair)
    while place >= 0:
        start, end = _run_around(text, place)
        yield start, end
        place = text.find(pair, end)


def _runs_with_odd(text: str) -> Iterator[tuple[int, int]]:
    found = _ODD_PLACE.search(text)
    while found:
        start, end = _run_around(text, found.start())
        yield start, end
        found = _ODD_PLACE.search(text, end)


def _run_around(text: str, place: int) -> tuple[int, int]:
    start = place
    while start and _IS_BLANK(text, start - 1):
        start -= 1
    run = _BLANKS.match(text, place)
    return start, run.end() if run else place


def _ideographic(text: str) -> Iterator[tuple[int, int]]:
    """Yield each ideographic space in a line with no character of East Asia, but for its indentation."""
    place = text.find(IDEOGRAPHIC_SPACE)
    while place >= 0:
        start = text.rfind("\n", 0, place) + 1
        end = text.find("\n", place)
        end = len(text) if end < 0 else end
        if not _EAST_ASIAN.search(text, start, end):
            for found in _WITH_IDEOGRAPHIC.finditer(text, start, end):
                yield found.span()
        place = text.find(IDEOGRAPHIC_SPACE, end)


def _judge(text: str, start: int, end: int, layout: Layout) -> Edit | None:
    run = text[start:end]
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in ("", "\n") or after in ("", "\n"):
        # One plain space for each odd one: the indentation is as deep as it was.
        plain = _ODD_PLACE.sub(" ", run)
        return Edit(start, end, run, plain, _RULE + "odd-space") if plain != run else None
    plain = _kept(run, before, after) or " "
    if plain == run:
        return None
    if len(run) == 1:
        return Edit(start, end, run, plain, _RULE + "odd-space")
    if layout.is_set_out(start) or _is_quoted_code(text, start):
        return None
    return Edit(start, end, run, plain, _RULE + "blank-run")


def _kept(run: str, before: str, after: str) -> str:
    """Return the odd space that belongs between two characters; "" where a plain one does."""
    if before.isdigit() and after.isdigit():
        candidates = _BETWEEN_DIGITS
    elif after in _BEFORE or before in _AFTER:
        candidates = _TIGHT
    elif "\u2800" < before <= "\u28ff" or "\u2800" < after <= "\u28ff":
        candidates = "\u2800"
    else:
        return ""
    return next((blank for blank in run if blank in candidates), "")


def _is_quoted_code(text: str, place: int) -> bool:
    """Say whether a place lies between two backticks of its line."""
    near = text[max(0, place - 200) : place].rpartition("\n")[2]
    return near.count("`") % 2 == 1 and "`" in text[place : place + 200].partition("\n")[0]
