"""Neighbours: may these characters stand side by side in anything people write?

Saying odd of clean text costs a millisecond, saying nothing of a damaged line leaves it
damaged; so whatever clean text hardly ever has is odd. The places to ask about are found
by an expression (`suspicion`); nothing here looks farther than a few characters.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cleantext.steps.characters.mojibake.ideographs import is_japanese, is_rare

# What may follow an accented letter among accented letters: pairs of alphabets in use.
_FOLLOWERS = (
    "àìíóŋṣáùò áàŋðžščřìéæíňťđőķģṣ âïşţîçêư ãõĩ äñčßťščž åš æðøþóå çıüóõëöûâáéúòàãíêôèî èñŋéóâòçß"
    " éŋèðžčâřúťšçßőß êçŋ ëãñ ìíàŋïóṣ íŋðàìžříčšṣòñľťáãþďŕĺćđ îşţ ïëñç ðæáúóíöýþ ñõıáëéüóäíúèê òŋèóìúṣç"
    " óðžłòżźŋóčþćšťň ôžľťšçđ õñãüũçšž öğðäßçıőšžşű øðåæ ùŋúç účžťšðñùľŋřúďň ûòèçşßť üşçğßñıšžőä ýðšžřčťňď"
    " þáúóæíéýöð āšņģžķļčē ăţșşîâ ążćłžšśńź ćěčšžęąó číáłščúůěéýāēīūėįųęą"
    " đưộãểịầếóồạáềâàổảủấẹốúôơặăẩậứêĩờắằựốộéèìíòùũõẽẻẳẵỗỡởừữöšž ēšļģķžņčļ ėšžčįųę ęćłżśžšńźė ěřłžćčšťďňú"
    " ğıüçöşâ ģēīāū ĩã īšļņžķģč įžėšč ışğñıçö ķēīāļū ĺň ļūāšņģīēķ ľúňčíáéš łóąężśćń ńšśćż ņēāšķīūģ ňáúůéíěž"
    " ŋèàéáòóẽ ŕňš říáůýéěžčšň śćęóńął şıüğçöâə šíčāīćķťěšėįēąļņáľęéóųžňůúýđìū ťáíéěů ţăâîş țăâîș șăâțî ũĩ"
    " ūšžčāķļņģėį ůžčšřťň űőéá őűéáö ųžšč źěćńąęół żąóęłź žíāėáňšūēąďđīįųčúéěýůľ ơưĩ ườợớơởỡừứựửữ əşçğıüö ẽĩõŋ"
    " ɛŋ ḍḥ ḥā ṛạ ṣẹùàọòèáìíóú ṯẖ ŝĉĝ ĉŝ ĝŝ ŭĝŝ"
)
_KNOWN = frozenset(group[0] + follower for group in _FOLLOWERS.split() for follower in group[1:])
# What single Cyrillic alphabets add to the common letters; no word has letters of two rows.
_EXTRA_CYRILLIC = tuple(map(frozenset, ("іїєґ", "іўё", "ђјљњћџ", "ѓѕјљњќџѐѝ", "ёі")))
_CURRENCY_AND_MEASURE = frozenset(
    "\u20ac\u00a3\u00a5\u00a2\u00a7\u2116\u00b5\u00d7\u00f7\u00bd\u00bc\u00be\u00b1\u2212"
)
_LINKS = frozenset("\u2013\u2014\u2026")
_MISPLACED = frozenset("\u201e\u201a\u2039\u00a1\u00bf")
_SYMBOLS = (
    "\u00a2-\u00aa\u00ac\u00ae-\u00b3\u00b5\u00b6\u00b8-\u00ba\u00bc-\u00be\u00d7\u00f7\u0192\u02c6\u02c7\u02d8-\u02dd\u2020\u2021\u2030"
    "\u207f\u20a7-\u20ac\u2116\u2122\u2202\u2206\u220f\u2211\u2212\u2219-\u221e\u2229\u222b\u2248\u2260-\u2265\u2310\u2320\u2321"
    "\u2500-\u25a0\u25ca\u3200-\u33ff\ufffd"
)
# Scripts in which Latin words stand without spaces.
_UNSPACED = "[\u0e00-\u0eff\u1000-\u17ff\u2e80-\U0010ffff]"
_SPACED_HAN = "[\u3300-\u9fff\uac00-\ud7a3] (?=[\u3400-\u9fff])"
# Irish puts small letters before the capital of a name.
_IRISH = frozenset("ÁÉÍÓÚ")
# Words of capitals alone are headlines; a whole sentence of them came out of KOI8.
_HEADLINE = 24


def is_odd(text: str, place: int) -> bool:
    """Say whether the character at `place` stands beside one that it should not stand beside."""
    verdict = _verdict(text[place - 1 : place] or "\n", text[place], text[place + 1 : place + 2] or "\n")
    return _is_odd_in_context(text, place) if verdict is None else verdict


def is_spaced(text: str, place: int) -> bool:
    """Say whether ideographs stand in words with spaces between, as no language that uses them has it."""
    return len(re.findall(_SPACED_HAN, text[place : place + _HEADLINE])) >= 3


def members(inside: str) -> frozenset[str]:
    """Return the characters of a character class, which make a set in a tenth of the time that it takes to compile."""
    spans = ((found[1] or found[0], found[2] or found[0]) for found in re.finditer("(.)-(.)|.", inside, re.DOTALL))
    return frozenset(chr(code) for first, last in spans for code in range(ord(first), ord(last) + 1))


@lru_cache(maxsize=4_096)
def _verdict(before: str, character: str, after: str) -> bool | None:
    """Judge by the two neighbours; None where they do not suffice."""
    if character + after in _KNOWN and before.isascii():
        return False
    if "\x80" <= character <= "\x9f" or "\ue000" <= character <= "\uefff" or "\uff61" <= character <= "\uff9f":
        return True
    if character == "\uf8ff":
        # Apple's sign. The rest of that block are letters of symbol fonts, as in much Yoruba.
        return True
    if character in _MISPLACED:
        return _is_western(before) or _is_symbol(after)
    if character in "\u201c\u201d":
        return before.islower() and after.islower()
    others = _others(before, character, after)
    if others:
        return None if all(map(_is_unspaced, others)) else True
    if _is_symbol(character):
        return _is_odd_symbol(character, before, after)
    if _is_latin(character):
        return _is_odd_latin(character, before, after)
    if "\u0370" <= character <= "\u0491":
        return _is_odd_greek_or_cyrillic(character, before, after)
    return _is_odd_ideograph(character, before, after) if character >= "\u2e80" else False


def _is_odd_in_context(text: str, place: int) -> bool:
    character, before = text[place], text[place - 1 : place]
    if before in _LINKS:
        return text[place - 2 : place - 1].isalpha()
    if "\u0400" <= character <= "\u042f":
        capitals = text[place : place + _HEADLINE]
        return len(capitals) == _HEADLINE and capitals.isupper()
    if character in _IRISH and before in "htn":
        return text[max(0, place - 3) : place - 1].isalpha()
    if character >= "\u2e80" and text[place + 1 : place + 2] == " " and is_spaced(text, place):
        return True
    around = text[max(0, place - 12) : place + 12]
    return 4 * len(re.findall(_UNSPACED, around)) < len(around) and 2 * sum(map(_is_any_latin, around)) > len(around)


def _is_odd_symbol(symbol: str, before: str, after: str) -> bool:
    if _is_symbol(after) and (after != symbol or "\u3200" <= symbol <= "\u33ff"):
        return True
    if symbol == "\ufffd":
        return any(neighbour.isalpha() or neighbour > "\x7f" for neighbour in (before, after))
    if before in _LINKS:
        return symbol not in _CURRENCY_AND_MEASURE and symbol not in "\u00a9\u00b0"
    if symbol in "\u00aa\u00ba\u00b2\u00b3\u00b9":
        return _is_western(before) and (before > "\x7f" or after.isalpha())
    if symbol == "\u00b0":
        return (_is_western(before) and before not in "nN") or (
            after > "\x7f" and _is_western(after) and after not in "СФЦ"
        )
    if symbol in "\u00ae\u2122\u00a9":
        return (before > "\x7f" or _is_western(after)) and _is_western(before)
    if symbol in _CURRENCY_AND_MEASURE or symbol == "\u0192":
        return _is_western(before) and (symbol != "\u0192" or before > "\x7f")
    return _is_western(before) or _is_western(after)


def _is_odd_latin(letter: str, before: str, after: str) -> bool | None:
    if _is_latin(after):
        pair = (letter + after).lower()
        if pair not in _KNOWN and pair[0] != pair[1:] and max(pair) < "\u1e00":
            return True
    if letter.isupper() and before.islower():
        return None if letter in _IRISH and before in "htn" else True
    if after in "\u00b4\u00ad" or after in _MISPLACED or (before in _LINKS and after in _LINKS):
        return True
    return None if before in _LINKS else False


def _is_odd_greek_or_cyrillic(letter: str, before: str, after: str) -> bool | None:
    if letter.isupper() and before.islower():
        return True
    if _is_extra(letter) and _is_extra(after):
        pair = {letter.lower(), after.lower()}
        return not any(pair <= alphabet for alphabet in _EXTRA_CYRILLIC)
    if after in _MISPLACED or (before in _LINKS and after in _LINKS):
        return True
    return None if "\u0400" <= letter <= "\u042f" and after.isupper() and before in " \n" else False


def _is_odd_ideograph(character: str, before: str, after: str) -> bool | None:
    if "\u3041" <= character <= "\u30f6":
        return any(_is_han(neighbour) and not is_japanese(neighbour) for neighbour in (before, after))
    # Korean news begin a word with an ideograph at times and end none in one.
    if (_is_han(character) and _is_hangul(before)) or (_is_hangul(character) and _is_han(after)):
        return True
    if after == " " and _is_han(character):
        return None
    if not is_rare(character):
        return False
    return is_rare(after) or "\u3100" <= after <= "\u312f" or (_is_hangul(character) and _is_han(before))


def _others(before: str, character: str, after: str) -> list[str]:
    """Return the letters of another alphabet where a Latin letter touches one."""
    if _is_any_latin(character):
        return [neighbour for neighbour in (before, after) if _is_other(neighbour)]
    if _is_other(character) and (_is_any_latin(before) or _is_any_latin(after)):
        return [character]
    return []


def _is_symbol(character: str) -> bool:
    return character in _symbols()


@cache
def _symbols() -> frozenset[str]:
    return members(_SYMBOLS)


def _is_latin(character: str) -> bool:
    """Say whether this is a Latin letter beyond ASCII."""
    is_inside = "\u00c0" <= character <= "\u024f" or "\u1e00" <= character <= "\u1eff"
    return is_inside and character not in "\u00d7\u00f7\u0192"


def _is_any_latin(character: str) -> bool:
    return (character.isascii() and character.isalpha()) or _is_latin(character)


def _is_other(character: str) -> bool:
    if "\u0590" <= character <= "\u05f4" or "\u0e30" <= character <= "\u0e4e":
        # Points and vowel signs, which are no letters to Python.
        return True
    is_latin = (
        "\u1d00" <= character <= "\u1eff" or "\u2c60" <= character <= "\u2c7f" or "\ua720" <= character <= "\ua7ff"
    )
    return character >= "\u0370" and character.isalpha() and not is_latin


def _is_unspaced(character: str) -> bool:
    return re.match(_UNSPACED, character) is not None


def _is_western(character: str) -> bool:
    """Say whether this is a letter, or a Hebrew point, of a script that puts no symbols among its letters."""
    return character < "\u2e80" and (character.isalpha() or "\u0591" <= character <= "\u05f4")


def _is_extra(character: str) -> bool:
    return "\u0450" <= character <= "\u045f" or "\u0400" <= character <= "\u040f" or character in "\u0490\u0491"


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _is_hangul(character: str) -> bool:
    return "\uac00" <= character <= "\ud7a3"
