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
from collections.abc import Iterator
from functools import cache, partial

from cleantext.steps.characters.normalised import is_nfc

# ftfy cuts lines at this length, and each cut is the start of a line to it.
SEGMENT = 1_000_000

# Classes of single characters are searched ten times faster than alternatives, so entities are apart.
_ASCII_SUSPECT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# Controls, C1, surrogates, and the format characters that ftfy drops.
_NEVER_CLEAN = "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\u206a-\u206f\ufeff\ufff9-\ufffc"
_SUSPECT = re.compile(f"[{_NEVER_CLEAN}]")
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
_GREEK_AND_CYRILLIC = "\u0370-\u052f"
# Every branch that needs two special characters needs one of these ...
TRIGGERS = _BAD + _CURRENCY + _OPENING + _CLOSING + _NUMERIC + _UPPER + _BOX + "\u00b0\u0402\u00d9\u0153\x80-\x9f"
# ... beside one of these or a Greek or Cyrillic letter. A C1 control is a sign by itself.
_PARTNERS = TRIGGERS + "\u0491\u00a7\u00b6\u00b4\u00df-\u024f\ufb01\ufb02\u00d2-\u00d6\u00da-\u00de"
_WITH_SPACE = frozenset("\u00c2\u00c3")
# What stands around a trigger that is one. A Greek or Cyrillic letter counts beside letters and the
# worst symbols only: beside quotation marks it would be every quotation of a Russian text.
BESIDE_TRIGGER = (
    f"(?<=[\x80-\x9f])|(?=[{_PARTNERS}])|(?<=[{_PARTNERS}].)"
    "|(?<=[\u0412\u0413\u0420\u0421\u0392\u0393\u039e\u039f\u03b2].)"
    f"|(?<=[{_BAD}{_UPPER}\u0402])(?=[{_GREEK_AND_CYRILLIC}])|(?<=[{_GREEK_AND_CYRILLIC}][{_BAD}{_UPPER}\u0402])"
    # Branches with a character that is nothing special, or a space, on the other side.
    "|(?<=[\u00c2\u00c3\u00ce\u00d0\u00d8\u00d9])(?=[^\x00-\x7f])|(?<=[\u0152\u0153])(?![A-Za-z])"
    "|(?<=[\u00c2\u00c3])(?= )"
)
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
    return is_nfc(text) and not _is_found(_doubtful(_NEVER_CLEAN), text)


def looks_bad(text: str) -> bool:
    """Say whether any line holds what mojibake has and writing has not: characters side by side, or a C1 control."""
    return _is_found(_doubtful("\x80-\x9f"), text)


class Badness:
    """Says of rising positions in a text whether what `looks_bad` looks for is around them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._windows = 0
        self._next = -1

    def is_at(self, position: int) -> bool:
        """Answer for a position that is not before the last one."""
        text = self._text
        self._windows += 1
        if self._windows < _DENSE:
            if _badness().search(text, max(0, position - _REACH), position + _REACH):
                return True
        else:
            # Where doubtful places are many, one search of the rest costs less than a window at each.
            if self._next < position - _REACH:
                found = _badness().search(text, max(0, position - _REACH))
                self._next = found.start() if found else len(text)
            if self._next < min(position + _REACH, len(text)):
                return True
        # ftfy sees lines, so these stand at a start even where the text has a line before them.
        follows = text[position + 1 : position + 2] == " " and text[position] in _WITH_SPACE
        return follows and (position == 0 or text[position - 1] == "\n" or len(text) > SEGMENT)


def ftfy_safe(text: str) -> str:
    """Return what `ftfy.fix_text` with safe options returns, entities and its `<` state included.

    Only lines that the gate does not pass are repaired. It serves comparison, not the flow.
    """
    if surely_clean(text):
        return text
    parts: list[str] = []
    unescapes = True
    for segment in _segments(text):
        unescapes = unescapes and "<" not in segment
        parts.append(segment if surely_clean(segment) else _fixed(segment, unescapes))
    return "".join(parts)


def _is_found(expression: re.Pattern[str], text: str) -> bool:
    """Say whether one of the places that an expression finds is bad, or a character that is never clean."""
    badness = Badness(text)
    return any(
        _SUSPECT.match(text, found.start()) or badness.is_at(found.start()) for found in expression.finditer(text)
    )


def _segments(text: str) -> Iterator[str]:
    """Cut a text as ftfy does: after each line break, and inside longer lines every million code points."""
    position = 0
    while position < len(text):
        end = text.find("\n", position, position + SEGMENT) + 1 or min(len(text), position + SEGMENT)
        yield text[position:end]
        position = end


def _fixed(segment: str, unescapes: bool) -> str:
    """Repair a segment as ftfy does, without the second pass that only shows that nothing is left to do."""
    from ftfy import fixes

    text = segment
    while True:
        before = text
        if unescapes and "&" in text:
            text = fixes.unescape_html(text)
        text = repaired = _fixed_encoding(text)
        if _SUSPECT.search(text):
            text = fixes.remove_terminal_escapes(fixes.fix_surrogates(fixes.fix_c1_controls(text)))
            text = fixes.remove_control_chars(text)
        text = unicodedata.normalize("NFC", text)
        # The encoding was repaired until it stayed; where nothing moved since, it would stay again.
        if text == before or (text == repaired and not (unescapes and _ENTITY.search(text))):
            return text


def _fixed_encoding(text: str) -> str:
    while True:
        after = _one_step(text)
        if after == text:
            return text
        text = after


def _one_step(text: str) -> str:
    """Undo one wrong decoding as ftfy does: the first table in its order that leads to UTF-8, else what is left."""
    if text.isascii() or not _is_bad(text):
        return text
    from ftfy import chardata, fixes

    is_latin_1 = False
    for encoding in chardata.CHARMAP_ENCODINGS:
        try:
            encoded = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        is_latin_1 = is_latin_1 or encoding == "latin-1"
        decoded = _as_utf8(encoded, encoding)
        if decoded is not None:
            return decoded
    if chardata.UTF8_DETECTOR_RE.search(text):
        fixed = chardata.UTF8_DETECTOR_RE.sub(partial(_fixed_part, whole=text), text)
        if fixed != text:
            return fixed
    if is_latin_1:
        try:
            fixed = text.encode("latin-1").decode("cp1252")
        except UnicodeDecodeError:
            fixed = text
        if fixed != text:
            return fixed
    return fixes.fix_c1_controls(text)


def _as_utf8(encoded: bytes, encoding: str) -> str | None:
    from ftfy import chardata, fixes

    is_sloppy = encoding.startswith("sloppy")
    if not (is_sloppy and b"\x1a" in encoded):
        # What ftfy looks for and replaces before it decodes is, byte 1A apart, never part of valid UTF-8.
        try:
            return encoded.decode("utf-8")
        except UnicodeDecodeError:
            pass
    if encoding != "macroman" and chardata.ALTERED_UTF8_RE.search(encoded):
        encoded = fixes.restore_byte_a0(encoded)
    if is_sloppy:
        encoded = fixes.replace_lossy_sequences(encoded)
    try:
        return encoded.decode("utf-8-variants" if 0xED in encoded or 0xC0 in encoded else "utf-8")
    except UnicodeDecodeError:
        return None


def _fixed_part(found: re.Match[str], whole: str) -> str:
    part = found[0]
    return _fixed_encoding(part) if len(part) < len(whole) and _is_bad(part) else part


def _is_bad(segment: str) -> bool:
    """Answer what ftfy's `is_bad` does, for one segment."""
    if not looks_bad(segment):
        return False
    # An entity may have put a line break inside, and only a real start is one to ftfy.
    return "\n" not in segment[:-1] or bool(_badness().search(segment))


@cache
def _doubtful(self_evident: str) -> re.Pattern[str]:
    # Here, since large classes take milliseconds to compile and ASCII text needs none.
    return re.compile(f"[{TRIGGERS}{self_evident}](?:(?<=[{self_evident}])|{BESIDE_TRIGGER})", re.DOTALL)


@cache
def _badness() -> re.Pattern[str]:
    # Here, since importing ftfy costs more than cleaning most texts.
    from ftfy.badness import BADNESS_RE

    return BADNESS_RE
