"""Places: whether a place's name stands for the place.

Names of towns live on in dishes, clubs, films, ships and in towns overseas, which keep
their spelling. So a place needs evidence of its own: a preposition of place before it,
or an ending that only places take.
"""

from __future__ import annotations

import re

_WINDOW = 60
_SENTENCE = 200
_BEFORE = re.compile(
    r"\b(?:in|to|from|near|at|on|outside|around|over|between|across|through|towards?|into|via|leaving|visit(?:s|ed|ing)?"
    r"|(?:mayor|city|capital|suburbs?|outskirts|streets|governor|port|town|region|residents|north|south|east|west) of)"
    r"[ \u00a0]$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"-(?:based|born|held|controlled|backed|bound)\b|['’]s (?:mayor|airport|streets|port|suburbs|residents)\b"
)
# "Moscow-Kiev talks", "Kiev-Moscow relations": both sides are places.
_PAIRED = re.compile(r"-[A-Z][a-z]+ (?:talks|ties|relations|train|road|highway|border)\b")
_PAIR = re.compile(r"\b[A-Z][a-z]+-$")
_ABROAD = re.compile(
    r"\b(?:County|Hall of Fame|Ohio|Texas|Florida|Michigan|Missouri|Delaware|Illinois|Minnesota|Pennsylvania|Tennessee"
    r"|Alabama|Kansas|New York|Maine|Mississippi|Georgia, US)\b"
)


def is_place(text: str, start: int, end: int) -> bool:
    """Tell whether the words around the span speak of a place, and not of a namesake overseas."""
    if _ABROAD.search(text, max(0, start - _SENTENCE), min(len(text), end + _SENTENCE)):
        return False
    return (
        _BEFORE.search(text, max(0, start - _WINDOW), start) is not None
        or _AFTER.match(text, end) is not None
        or _PAIRED.match(text, end) is not None
        or (_PAIR.search(text, max(0, start - _WINDOW), start) is not None and text[end : end + 1] == " ")
    )
