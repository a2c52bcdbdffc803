"""Gate: is there anything in this text that ftfy would change?

`surely_clean` may say no too often, never yes too often: what it passes, ftfy with
safe options (quotes, width, ligatures and line breaks off) returns unchanged. ftfy
itself looks at each line with one large expression; nearly all of its branches need a
rare character beside another non-ASCII one, so a small class search goes first and the
large expression is asked only around its hits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

# ftfy cuts lines at this length, and each cut is the start of a line to it.
SEGMENT = 1_000_000

# Classes of single characters are searched ten times faster than alternatives, so entities are apart.
_ASCII_SUSPECT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# Controls, C1, surrogates, and the format characters that ftfy drops.
_SUSPECT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\u206a-\u206f\ufeff\ufff9-\ufffc]")
_ENTITY = re.compile("&#?[0-9A-Za-z]{1,24};")
# The roles that characters play in mojibake, as ftfy's heuristic names them; a test
# compares these with the installed ftfy.
_BAD = (
    "\u00a6\u00a4\u00a8\u00ac\u00af\u00b8\u0192\u02c6\u02c7\u02d8\u02db\u02dc\u2020\u2021\u2030\u2310\u25ca\ufffd"
    "\u00aa\u00ba"
)
_CURRENCY = "\u00a2\u00a3\u00a5\u20a7\u20ac"
_OPENING = "\u00a1\u00ab\u00bf\u00a9\u0384\u0385\u2018\u201a\u201c\u201e\u2022\u2039\uf8ff"
_CLOSING = "\u00ae\u00bb\u02dd\u201d\u203a\u2122"
_NUMERIC = (
    "\u00b2\u00b3\u00b9\u00b1\u00bc\u00bd\u00be\u00d7\u00b5\u00f7\u2044\u2202\u2206\u220f\u2211\u221a\u221e\u2229\u222b\u2248"
    "\u2260\u2261\u2264\u2265\u2116"
)
_UPPER = (
    "\u00c0-\u00d1\u00d8\u00dc\u00dd\u0102\u0100\u0104\u0106\u010c\u010e\u0110\u0118\u011a\u0112\u0116\u011e\u0122\u0130\u012a"
    "\u0136\u0139\u013d\u0141\u013b\u0143\u0147\u0145\u0152\u0158\u015a\u015e\u0160\u0162\u0164\u016e\u0170\u0178\u0179\u017b"
    "\u017d\u0490"
)
_BOX = "\u2502\u250c\u2510\u2518\u251c\u2524\u252c\u253c\u2550-\u256c\u2580\u2584\u2588\u258c\u2590-\u2593"
# Every branch that needs two special characters needs one of these ...
_TRIGGER = _BAD + _CURRENCY + _OPENING + _CLOSING + _NUMERIC + _UPPER + _BOX + "\u00b0\u0402"
# ... beside one of these: accented Latin, Greek and Cyrillic letters, and the triggers themselves.
_PARTNER = _TRIGGER + "\u00a7\u00b6\u00b4\u00df-\u024f\ufb01\ufb02\u00d2-\u00d6\u00d9-\u00de\u0370-\u052f"
# C1 controls are a sign by themselves; they are here so that one search finds everything.
_TRIGGERS = re.compile(f"[{_TRIGGER}\u00d9\u0153\x80-\x9f]")
# Branches with a character that is nothing special, or a space, on the other side.
_WITH_ANY = frozenset("\u00c2\u00c3\u00ce\u00d0\u00d8\u00d9")
_WITH_SPACE = frozenset("\u00c2\u00c3")
_LIGATURES = frozenset("\u0152\u0153")
# The longest branch of the large expression spans eight characters.
_REACH = 8
# As many windows as cost what one search over a page of text does.
_DENSE = 256


def surely_clean(text: str) -> bool:
    """Say whether ftfy with safe options would return this text unchanged; False where unsure."""
    if "&" in text and _ENTITY.search(text):
        return False
    if text.isascii():
        return not _ASCII_SUSPECT.search(text)
    return not _SUSPECT.search(text) and unicodedata.is_normalized("NFC", text) and not looks_bad(text)


def looks_bad(text: str) -> bool:
    """Say whether any line holds what mojibake has and writing has not: characters side by side, or a C1 control."""
    bad = None
    partners = _partners()
    suspects = 0
    for trigger in _TRIGGERS.finditer(text):
        start = trigger.start()
        if not _is_suspect(text, start, partners):
            continue
        suspects += 1
        if bad is None:
            bad = _badness()
        # Where suspects are many, one search of the rest costs less than a window at each.
        end = start + _REACH if suspects < _DENSE else len(text)
        if suspects <= _DENSE and bad(text, max(0, start - _REACH), end):
            return True
        # ftfy sees lines, so these stand at a start even where the text has a line before them.
        if text[start] in _WITH_SPACE and text[start + 1 : start + 2] == " " and _begins_line(text, start):
            return True
    return False


def ftfy_safe(text: str) -> str:
    """Return what `ftfy.fix_text` with safe options returns, entities and its `<` state included.

    Only lines that the gate does not pass reach ftfy. It serves comparison, not the flow.
    """
    if surely_clean(text):
        return text
    from ftfy import TextFixerConfig, fix_and_explain

    config = TextFixerConfig(
        uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False, fix_line_breaks=False, explain=False
    )
    parts: list[str] = []
    for segment in _segments(text):
        if config.unescape_html == "auto" and "<" in segment:
            config = config._replace(unescape_html=False)
        parts.append(segment if surely_clean(segment) else fix_and_explain(segment, config).text)
    return "".join(parts)


def _is_suspect(text: str, position: int, partners: frozenset[str]) -> bool:
    """Say whether a trigger stands beside a character that makes it one."""
    if text[position] <= "\x9f":
        return True
    following = text[position + 1 : position + 2]
    if following in partners or (position and text[position - 1] in partners):
        return True
    trigger = text[position]
    if trigger in _WITH_ANY and following > "\x7f":
        return True
    if trigger in _LIGATURES:
        return not (following.isascii() and following.isalpha())
    return trigger in _WITH_SPACE and following == " "


def _begins_line(text: str, position: int) -> bool:
    return position == 0 or text[position - 1] == "\n" or len(text) > SEGMENT


def _segments(text: str) -> Iterator[str]:
    """Cut a text as ftfy does: after each line break, and inside longer lines every million code points."""
    position = 0
    while position < len(text):
        end = text.find("\n", position, position + SEGMENT) + 1 or min(len(text), position + SEGMENT)
        yield text[position:end]
        position = end


@cache
def _partners() -> frozenset[str]:
    # Sixty thousand characters are asked once, and only where a text is not ASCII.
    return frozenset(re.findall(f"[{_PARTNER}]", "".join(map(chr, range(0x80, 0xFB03)))))


@cache
def _badness() -> Callable[[str, int, int], re.Match[str] | None]:
    # Here, since importing ftfy costs more than cleaning most texts.
    from ftfy.badness import BADNESS_RE

    return BADNESS_RE.search
