"""Hygiene: invisible characters, odd letter forms and odd spaces, gathered into one stage.

Four layers are found one after the other, each on what the one before made, and composed
into one: with the zero-width space gone, a word is whole and its letters can be judged,
and of two spaces around it one is too many. So a second run finds nothing.

A single search over the text says which of the layers have anything to look at. What it
looks for shrinks with each kind that is found, so that clean text is read once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from heapq import merge

from cleantext.core.compose import compose
from cleantext.core.doc import Doc
from cleantext.core.edit import Edit, apply
from cleantext.steps.characters.dense import thinned
from cleantext.steps.characters.hygiene import kinds as classes

# What each kind of character looks like, in the first plane.
_KINDS = {
    "invisible": classes.CONTROLS + classes.INVISIBLE,
    "joiner": classes.JOINERS,
    "bidi": classes.BIDI,
    "space": classes.ODD_SPACES + classes.IDEOGRAPHIC_SPACE,
    "form": classes.LATIN_FORMS + classes.ARABIC_FORMS,
    "width": classes.WIDE + classes.NARROW,
    "replacement": classes.REPLACEMENT,
    "script": classes.GREEK + classes.CYRILLIC,
}
_CONTROLS = bytes(code for code in range(0x80) if re.match(f"[{classes.CONTROLS}]", chr(code)))
# As many places one by one cost what a search of a page does.
_FEW = 64
# What shows that blanks or blank lines are several in a row is three characters at most.
_REACH = 3
Finder = Callable[[str], Iterator[Edit]]


class Hygiene:
    """Proposes plain characters for odd ones, and nothing for those that nobody can see."""

    name = "characters/hygiene"
    # A table is told by the lines around a line.
    is_local = False
    is_settled = False

    def __init__(self, also: Iterable[str] = ()) -> None:
        """Take the names of opt-ins; of those, "no-break-spaces" is for this stage, and leaves them all in place."""
        self._keeps_no_break_spaces = "no-break-spaces" in also

    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Yield sorted edits, few in a text that is full of odd characters."""
        text = doc.text
        kinds = _kinds(text)
        if not kinds:
            return ()
        edits: tuple[Edit, ...] = ()
        for layer in (_invisible_finders, _form_finders, _script_finders, self._space_finders):
            # A word that is whole now says what its line is written in.
            for _ in range(2 if layer is _script_finders else 1):
                found = tuple(thinned(_merged(layer(doc, text, kinds), text), text))
                if not found:
                    break
                text = apply(text, found)
                edits = compose(edits, found)
                # Two blanks may stand side by side now, or two line feeds.
                if "run" not in kinds and _have_left_runs(found, text):
                    kinds |= {"run"}
        return edits

    def _space_finders(self, doc: Doc, text: str, kinds: frozenset[str]) -> list[Finder]:
        if "space" not in kinds and "run" not in kinds:
            return []
        from cleantext.steps.characters.hygiene import blank_lines, spaces

        if "space" not in kinds:
            return [spaces.run_edits, blank_lines.blank_line_edits]
        odd_spaces = spaces.breaking_edits if self._keeps_no_break_spaces else spaces.space_edits
        return [odd_spaces, blank_lines.blank_line_edits]


def _kinds(text: str) -> frozenset[str]:
    """Say which kinds of odd character a text holds."""
    kinds: set[str] = set()
    if text.isascii():
        # In ASCII, deleting them from the bytes takes a fifth of the time of a search.
        if len(text.encode().translate(None, _CONTROLS)) < len(text):
            kinds.add("invisible")
    else:
        kinds.update(_odd_kinds(text))
    if _has_runs(text):
        kinds.add("run")
    return frozenset(kinds)


def _odd_kinds(text: str) -> Iterator[str]:
    kinds = frozenset(_KINDS)
    position = 0
    while kinds:
        found = _class_of(kinds).search(text, position)
        if not found:
            break
        (kind,) = (kind for kind in kinds if _is_of(kind, found[0]))
        yield kind
        kinds -= {kind}
        position = found.end()
    yield from _kinds_beyond(text)


def _kinds_beyond(text: str) -> Iterator[str]:
    """Look beyond the first plane, where the length in UTF-16 says that there is something."""
    try:
        units = len(text.encode("utf-16-le")) // 2
    except UnicodeEncodeError:
        # Lone surrogates, which are pairs cut in two more often than not.
        yield "invisible"
        units = len(text) + 1
    if units > len(text):
        if _compiled(classes.BEYOND).search(text):
            yield "invisible"
        if _compiled(classes.STYLED).search(text):
            yield "styled"


@cache
def _class_of(kinds: frozenset[str]) -> re.Pattern[str]:
    return _compiled("".join(_KINDS[kind] for kind in sorted(kinds)))


@cache
def _compiled(inside: str) -> re.Pattern[str]:
    return re.compile(f"[{inside}]")


def _is_of(kind: str, character: str) -> bool:
    """Say whether a character is of a kind, without a class that takes longer to compile than to look."""
    return any((found[1] or found[0]) <= character <= (found[2] or found[0]) for found in _RANGE.finditer(_KINDS[kind]))


_RANGE = re.compile("(.)-(.)|.", re.DOTALL)


def _has_runs(text: str) -> bool:
    """Say whether there may be several blanks, or blank lines, in a row; a string is found faster than a class."""
    if "  " in text or "\n\n\n" in text or "\n \n" in text:
        return True
    return "\t" in text and (" \t" in text or "\t " in text or "\n\t\n" in text)


def _have_left_runs(edits: Sequence[Edit], text: str) -> bool:
    """Say whether there may be runs in the text that edits have made of one without."""
    if len(edits) > _FEW:
        return _has_runs(text)
    shift = 0
    for edit in edits:
        start, end = edit.start + shift, edit.start + shift + len(edit.after)
        if _has_runs(text[max(0, start - _REACH) : end + _REACH]):
            return True
        shift += len(edit.after) - len(edit.before)
    return False


def _invisible_finders(doc: Doc, text: str, kinds: frozenset[str]) -> list[Finder]:
    finders: list[Finder] = []
    # The imports stand here, since each part has expressions that take milliseconds to compile.
    if "invisible" in kinds or "joiner" in kinds:
        from cleantext.steps.characters.hygiene import invisible

        finders += [invisible.invisible_edits] if "invisible" in kinds else []
        finders += [invisible.joiner_edits] if "joiner" in kinds else []
    if "bidi" in kinds:
        from cleantext.steps.characters.hygiene.bidi import bidi_edits

        finders.append(bidi_edits)
    return finders


def _form_finders(doc: Doc, text: str, kinds: frozenset[str]) -> list[Finder]:
    finders: list[Finder] = []
    if "form" in kinds:
        from cleantext.steps.characters.hygiene.letter_forms import form_edits

        finders.append(form_edits)
    if "width" in kinds:
        from cleantext.steps.characters.hygiene.widths import width_edits

        finders.append(width_edits)
    if "styled" in kinds:
        from cleantext.steps.characters.hygiene.styled import styled_edits

        finders.append(styled_edits)
    if "replacement" in kinds:
        from cleantext.steps.characters.hygiene.replacement import replacement_edits

        finders.append(lambda text: replacement_edits(text, doc.language))
    return finders


def _script_finders(doc: Doc, text: str, kinds: frozenset[str]) -> list[Finder]:
    # Mathematical letters are Greek ones as well.
    if "script" not in kinds and "styled" not in kinds:
        return []
    from cleantext.steps.characters.hygiene.homoglyphs import homoglyph_edits

    return [homoglyph_edits]


def _merged(finders: list[Finder], text: str) -> Iterator[Edit]:
    """Merge what several find in one text; of two edits that overlap, the one that begins first."""
    if not finders:
        return
    reached = 0
    for edit in merge(*(finder(text) for finder in finders), key=lambda edit: (edit.start, -edit.end)):
        if edit.start >= reached:
            yield edit
            reached = edit.end
