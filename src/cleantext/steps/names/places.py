"""Places: whether a place's name stands for the place.

Names of towns live on in dishes, clubs, films, ships and in towns overseas, which keep
their spelling. So a place needs evidence of its own: a preposition of place before it,
or an ending that only places take.
"""

from __future__ import annotations

import re

from cleantext.steps.names.neighbours import words

_WINDOW = 60
_SENTENCE = 200
# Words after which the name of a place stands: prepositions, and what people and armies do to places.
_BEFORE = words(
    "in to from near at on outside around over between across through toward towards into via inside against within "
    "beyond past round leave leaves leaving left quit quits enter enters entering entered reach reaches reached "
    "flee flees fleeing fled visit visits visiting visited tour tours touring toured cross crosses crossing crossed "
    "besiege besieges besieging besieged capture captures capturing captured recapture recaptures recaptured retake "
    "retakes retaking retook seize seizes seizing seized bomb bombs bombing bombed shell shells shelling shelled pound "
    "pounds pounding pounded attack attacks attacking attacked hit hits hitting strike strikes striking struck storm "
    "storms storming stormed liberate liberates liberating liberated occupy occupies occupying occupied surround "
    "surrounds surrounding surrounded evacuate evacuates evacuating evacuated shake shakes shook rock rocks rocked "
    "defend defends defending defended abandon abandons abandoning abandoned threaten threatens threatened downtown "
    "central northern southern eastern western north-eastern south-eastern neighbouring neighboring war-torn"
)
_LAST_WORD = re.compile(r"([\w-]{1,30})[ \u00a0\n]$")
_OF = re.compile(
    r"\b(?:mayor|city|capital|suburbs?|outskirts|streets|governor|port|town|village|region|province|residents|people|fall"
    r"|centre|center|north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east"
    r"|south-west|outside|much|parts|most) of[ \u00a0]$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"-(?:based|born|held|controlled|backed|bound)\b|['’]s (?:mayor|airport|streets|port|suburbs|residents|government"
    r"|foreign|parliament|defence|defense|forces|army|police|governor|outskirts|main|international)\b"
    # Governments are called by their capitals.
    r"|[ \u00a0](?:said|says|has|have|had|will|would|denie[sd]|accuse[sd]|insist(?:s|ed)|wants|fears|hopes|blame[sd])\b"
    # The dateline of an agency.
    r"|,? \((?:Reuters|AP|AFP|TASS|Interfax|dpa|EFE|Xinhua|ANSA|IRNA|CNN)\)|, [A-Z][a-z]{2,8}\.? \d{1,2}\b"
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
        _follows(text, start)
        or _AFTER.match(text, end) is not None
        or _PAIRED.match(text, end) is not None
        or (_PAIR.search(text, max(0, start - _WINDOW), start) is not None and text[end : end + 1] == " ")
    )


def _follows(text: str, start: int) -> bool:
    window = max(0, start - _WINDOW)
    before = _LAST_WORD.search(text, window, start)
    return (before is not None and before[1].lower() in _BEFORE) or _OF.search(text, window, start) is not None
