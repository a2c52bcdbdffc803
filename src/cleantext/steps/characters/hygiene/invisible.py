"""Invisible characters, controls and line ends: what nobody typed on purpose goes, what a script needs stays.

A class search finds the few characters in question; each is then judged by its
neighbours. A joiner that shapes Persian or an emoji is spelling, the same one between
two Latin letters is an accident of a web page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cleantext.core.edit import Edit
from cleantext.steps.characters.hygiene.kinds import BEYOND, CONTROLS, INVISIBLE, JOINERS

_SUSPECT = re.compile(f"[{CONTROLS}{INVISIBLE}]")
# With ranges beyond the plane a search takes twice as long.
_SUSPECT_ANYWHERE = re.compile(f"[{CONTROLS}{INVISIBLE}\ud800-\udfff{BEYOND}]")
# Persian has a joiner in every second word: those between two of its letters, or of an
# Indic script, belong there, and only the others are looked at one by one.
_IN_ARABIC = "\u0620-\u0669\u066e-\u06d3\u06d5-\u06ff"
_IN_INDIC = "\u0900-\u0dff"
_LOOSE_JOINER = re.compile(
    f"[{JOINERS}](?:(?<![{_IN_ARABIC}{_IN_INDIC}].)|(?![{_IN_ARABIC}{_IN_INDIC}])"
    f"|(?<=[{_IN_ARABIC}].)(?=[{_IN_INDIC}])|(?<=[{_IN_INDIC}].)(?=[{_IN_ARABIC}]))"
)
# What is found at once: escape sequences of terminals, line breaks of two characters,
# runs of one kind, and pairs of surrogates, which are one character cut in two.
_FOUND = re.compile(
    "(?P<terminal>\x1b(?:\\[[0-?]{0,64}[ -/]{0,16}[@-~]|\\][^\x07\x1b\n]{0,2048}(?:\x07|\x1b\\\\)"
    "|[PX^_][^\x07\x1b\n]{0,2048}\x1b\\\\|[()][0-2AB]|[@-Z\\\\^_])?)"
    "|(?P<line>\r\n|[\r\x0b\x0c\x85\u2028\u2029])"
    "|(?P<pair>[\ud800-\udbff][\udc00-\udfff])"
    "|(?P<lone>[\ud800-\udfff])"
    "|(?P<control>[\x00-\x08\x0e-\x1f\x7f])"
    "|(?P<width>\u200b)"
    "|(?P<hyphen>\xad)"
    "|(?P<grapheme>\u034f)"
    "|(?P<tag>[\U000e0000-\U000e007f]{1,64})"
    "|(?P<variation>[\ufe00-\ufe0f\U000e0100-\U000e01ef])"
    "|(?P<object>\ufffc)"
    "|(?P<filler>[\u115f\u1160\u3164\uffa0])"
    "|(?P<format>[\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb])"
)
_JOINERS = re.compile("\u200c{1,64}|\u200d{1,64}")
# Scripts that put no space between words and mark a possible break with U+200B.
_UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u0f00", "\u0fff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u1950", "\u19df"),
    ("\u1a20", "\u1aaf"),
    ("\u1b00", "\u1b7f"),
    ("\ua980", "\ua9df"),
    ("\ua9e0", "\ua9ff"),
    ("\uaa60", "\uaadf"),
)
_ARABIC = (
    ("\u0620", "\u0669"),
    ("\u066e", "\u06d3"),
    ("\u06d5", "\u06ff"),
    ("\u0750", "\u077f"),
    ("\u08a0", "\u08ff"),
    ("\ufb50", "\ufdff"),
    ("\ufe70", "\ufefc"),
)
_INDIC = (("\u0900", "\u0dff"),)
# A syllable in jamo of which one letter is missing and held open by a filler.
_JAMO = re.compile(
    "[\u1100-\u115e\ua960-\ua97c]\u1160|\u115f[\u1161-\u11a7\ud7b0-\ud7c6]|\u115f\u1160[\u11a8-\u11ff\ud7cb-\ud7fb]"
)
_HAN = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
# What an emoji can end in before a joiner: a selector, a keycap, a skin tone.
_SEQUENCE_ENDS = frozenset("\ufe0f\u20e3\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
# What goes anyway and so is no neighbour.
_SKIPPED = frozenset("\u200b\u2060\ufeff")
# A flood of them must not be walked through from each of its places.
_FARTHEST = 8
_KEYCAP = frozenset("0123456789#*")
_RULE = "any.characters.invisible/"


def invisible_edits(text: str) -> Iterator[Edit]:
    """Yield an edit a place, sorted and disjoint, for all but joiners and bidi controls."""
    reached = 0
    # The class finds the place and the alternatives only tell what it is: they are slow to search with.
    for spot in (_SUSPECT_ANYWHERE if _reaches_beyond(text) else _SUSPECT).finditer(text):
        found = _FOUND.match(text, spot.start()) if spot.start() >= reached else None
        if found is None:
            continue
        kind = found.lastgroup
        start, end = found.span()
        reached = end
        if kind == "line":
            # Of CR LF only the CR goes: the shortest edit, and positions in the line stay.
            if found[0] == "\r\n":
                yield Edit(start, start + 1, "\r", "", _RULE + "line-end")
            else:
                yield Edit(start, end, found[0], "\n", _RULE + "line-end")
        elif kind == "pair":
            character = found[0].encode("utf-16", "surrogatepass").decode("utf-16")
            yield Edit(start, end, found[0], character, _RULE + "surrogate-pair")
        elif kind == "lone":
            yield Edit(start, end, found[0], "\ufffd", _RULE + "lone-surrogate")
        elif kind == "object":
            yield _without_object(text, start)
        elif kind == "filler":
            if not _fills_syllable(text, start):
                yield Edit(start, end, found[0], " ", _RULE + "hangul-filler")
        elif kind is not None and not _belongs(kind, text, start, end):
            yield Edit(start, end, found[0], "", _RULE + _NAMES[kind])


def joiner_edits(text: str) -> Iterator[Edit]:
    """Yield an edit for each run of joiners of one kind that does not belong, or of which one would do."""
    reached = 0
    for spot in _LOOSE_JOINER.finditer(text):
        run = _JOINERS.match(text, spot.start()) if spot.start() >= reached else None
        if run is None:
            continue
        start, reached = run.span()
        if not _joins(text[start], _visible_before(text, start), _visible_after(text, reached)):
            yield Edit(start, reached, run[0], "", _RULE + "joiner")
        elif reached - start > 1:
            yield Edit(start + 1, reached, run[0][1:], "", _RULE + "joiner")


def _reaches_beyond(text: str) -> bool:
    """Say whether a text has characters beyond the first plane, or surrogates."""
    try:
        return len(text.encode("utf-16-le")) > 2 * len(text)
    except UnicodeEncodeError:
        return True


_NAMES = {
    "terminal": "terminal-escape",
    "control": "control",
    "width": "zero-width-space",
    "hyphen": "soft-hyphen",
    "grapheme": "grapheme-joiner",
    "tag": "tag",
    "variation": "variation-selector",
    "format": "format-control",
}


def _without_object(text: str, start: int) -> Edit:
    """Remove an object mark with one of the two spaces around it, so that none is left double."""
    before = text[start - 1 : start] or "\n"
    end = start + 2 if before in " \n" and text[start + 1 : start + 2] == " " else start + 1
    return Edit(start, end, text[start:end], "", _RULE + "object-mark")


def _fills_syllable(text: str, start: int) -> bool:
    """Say whether a filler stands for the missing letter of a syllable written in jamo."""
    return _JAMO.match(text, start) is not None or _JAMO.match(text, max(0, start - 1), start + 2) is not None


def _belongs(kind: str, text: str, start: int, end: int) -> bool:
    """Say whether an invisible character is part of the spelling where it stands."""
    before, after = _visible_before(text, start), _visible_after(text, end)
    if kind == "width":
        return bool(_is_in(before, _UNSPACED) and _is_in(after, _UNSPACED))
    if kind == "hyphen":
        # At a line's end it is the only trace of a word that was broken there.
        return after in ("\n", "\r")
    if kind == "grapheme":
        return not ((before.isascii() or not before) and (after.isascii() or not after))
    if kind == "tag":
        return before == "\U0001f3f4" and text[end - 1] == "\U000e007f"
    if kind == "variation":
        return _varies(text[start], before, after)
    return False


def _visible_before(text: str, start: int) -> str:
    """Return the nearest character before a place that is not itself invisible, '' at a line's start."""
    for _ in range(_FARTHEST):
        if not start or text[start - 1] not in _SKIPPED:
            break
        start -= 1
    return text[start - 1 : start] if start else ""


def _visible_after(text: str, end: int) -> str:
    """Return the nearest character after a place that is not itself invisible.

    A line feed at the text's end: what is judged there must be judged as at any line's end.
    """
    for _ in range(_FARTHEST):
        if end >= len(text) or text[end] not in _SKIPPED:
            break
        end += 1
    return text[end : end + 1] or "\n"


def _joins(joiner: str, before: str, after: str) -> bool:
    if not before or before == joiner:
        return False
    if _is_in(before, _ARABIC) and (_is_in(after, _ARABIC) or joiner == "\u200d"):
        return True
    if unicodedata.combining(before) == 9 or (_is_in(before, _INDIC) and _is_in(after, _INDIC)):
        # 9 is the class of the virama, after which a joiner chooses the form of a conjunct.
        return True
    if joiner == "\u200c":
        # Other scripts that join letters: Syriac, Mongolian, N'Ko.
        return before.isalpha() and after.isalpha() and not (_is_european(before) or _is_european(after))
    return _is_pictograph(after) and (_is_pictograph(before) or before in _SEQUENCE_ENDS)


def _varies(selector: str, before: str, after: str) -> bool:
    if not before:
        return False
    if selector >= "\U000e0100":
        return _is_in(before, _HAN)
    if selector in "\ufe0e\ufe0f":
        return _is_pictograph(before) or (before in _KEYCAP and after == "\u20e3") or _is_in(before, _HAN)
    return _is_in(before, _HAN) or unicodedata.category(before) in ("Sm", "So") or "\u1000" <= before <= "\u109f"


def _is_in(character: str, blocks: tuple[tuple[str, str], ...]) -> bool:
    return any(first <= character <= last for first, last in blocks)


def _is_pictograph(character: str) -> bool:
    return character > "\xa8" and unicodedata.category(character) in ("So", "Sk", "Sm", "Po")


def _is_european(character: str) -> bool:
    return character < "\u0530" or "\u1e00" <= character <= "\u1fff"
