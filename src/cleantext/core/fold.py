"""Fold: a text in the form in which phrases are looked for.

The folded text is as long as the text, code point by code point, so a span found in one
is a span of the other.
"""

from __future__ import annotations

import re

# What has more than one usual form; all one to one.
_SINGLE_FORMS = (("\u2019", "'"), ("\u2018", "'"), ("\u00a0", " "), ("\u03c2", "\u03c3"))
# The automaton takes UTF-8, which has no lone surrogates.
_SURROGATE = re.compile("[\ud800-\udfff]")


def fold(text: str) -> str:
    """Return the text in lower case with plain apostrophes and spaces, code point by code point as long.

    Lone surrogates become U+FFFD.
    """
    if text.isascii():
        return text.lower()
    # İ goes first: it alone would be lengthened, to two code points.
    text = text.replace("\u0130", "i").lower()
    for usual, plain in _SINGLE_FORMS:
        if usual in text:
            text = text.replace(usual, plain)
    try:
        # Ten times as fast as looking for them, and nearly no text has any.
        text.encode()
    except UnicodeEncodeError:
        text = _SURROGATE.sub("\ufffd", text)
    return text
