"""Titles: how many words of a name string are title.

A role that nobody bears as a name ("president", "spokesman") makes everything before it
title, known or not: "Fox News host". Words that are names as well ("Earl", "Major") count
as titles only where the words behind them leave that reading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleantext.steps.names.parsing.known import GIVEN
from cleantext.steps.names.parsing.suffixes import is_numeral
from cleantext.steps.names.parsing.tables import (
    ARTICLES,
    CHAIN,
    FIRM,
    JOINERS,
    NEEDS_STOP,
    PEOPLES,
    PLACES,
    QUALIFIERS,
    RATHER_GIVEN,
    REIGNING,
    ROYAL,
    SOFT,
    STOPPED,
    SUFFIXES,
    TITLES,
    listed,
)

# Roles that are surnames, too: written with a capital they take no unknown words before them.
_NAMELIKE = listed(
    "singer star head judge player guard coach boss host chair whip agent pilot nurse teacher painter speaker "
    "engineer spy author deputy captain chief general constable sheriff sergeant provost rector champion cleric "
    "preacher principal advocate artist poet writer doctor colonel manager trainer winner chancellor mayor rabbi "
    "lawyer driver councilman founder ruler leader commander architect photographer designer officer soldier "
    "victim suspect rebel veteran investor banker td mp whip"
)
_NAMES_TOO = SOFT | GIVEN | _NAMELIKE
_STOPPED = NEEDS_STOP | STOPPED
# In the scripts of the press that we meet most.
_NATIVE = listed(
    "президент премьер-министр премьер министр канцлер генерал полковник майор адмирал маршал король королева "
    "князь патриарх папа митрополит сенатор депутат губернатор мэр посол г-н г-жа господин госпожа товарищ доктор "
    "д-р профессор академик президентът прем'єр-міністр міністр голова председатель председник الرئيس رئيس الوزراء "
    "وزير الشيخ الملك الأمير الدكتور السيد السيدة اللواء العميد العقيد الجنرال الإمام البابا الحاج آية دكتور "
    "الأستاذ سلطان السلطان أمير ملك"
)
_NATIVE_QUALIFIERS = listed(
    "россии сша украины рф бывший российский американский иностранных дел обороны الخارجية الدفاع الداخلية المالية "
    "الله الأسبق السابق العراقي السوري المصري الأمريكي الروسي الإيراني"
)
# "Chief Justice", "Grand Duke": no doubt of the second word is left.
_BEFORE_SOFT = listed(
    "dalai panchen his her your chief grand lord assistant associate vice deputy team court senior crown lady air "
    "field sky rear"
)
# "Emperor Emeritus", "Sgt. First Class".
_AFTER_HEAD = listed("emeritus elect designate class")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_EX = re.compile("(?:ex|co|vice|then|deputy|former|acting|mid|un|pro|anti|non|sub|ultra|arch|self)-.+")
_IAN = re.compile("[a-z]{3,12}ian")
_LOOK_AHEAD = 24


def title_length(words: Sequence[str], keys: Sequence[str]) -> int:
    """Return how many words in front are title; all of them where no name is left."""
    end = _scanned(words, keys, 0)
    later = _last_role(words, keys, end)
    if later > end:
        # "Revolutionary Guard Corps commander Maj. Gen.": more may follow.
        end = max(_scanned(words, keys, later), later)
    if end == 0:
        end = _owner_end(words, keys)
    if end == 0 and len(words) > 2 and _is_people(words[0], keys[0]) and keys[0] not in GIVEN:
        # "Iranian Mohsen Makhmalbaf": a nationality goes with a name of two words.
        return 1
    if end == len(words) and (keys[0] in GIVEN or (end == 2 and keys[0] in PLACES and keys[1] in _NAMELIKE)):
        # "Dean King", "Georgia Banker": a name and no title at all.
        return 0
    return end


def is_lone_title(word: str, item: str) -> bool:
    """Tell whether a part between commas is a title of one word that is no name: "Dr.", "Senator"."""
    return (item in TITLES or item in FIRM) and (word.endswith(".") or item not in _NAMES_TOO)


def takes_given(keys: Sequence[str]) -> bool:
    """Tell whether a single word behind this title is a given name: "King Felipe"."""
    for at in range(len(keys) - 1, -1, -1):
        item = keys[at]
        if item in ROYAL or (item in ("duke", "duchess") and keys[at - 1 : at] == ["grand"]):
            return True
        if item in TITLES or item in FIRM:
            return False
    return False


def is_reigning(keys: Sequence[str]) -> bool:
    """Tell whether the bearers of this title go by given names alone."""
    return bool(keys) and any(item in REIGNING for item in keys)


def _scanned(words: Sequence[str], keys: Sequence[str], at: int) -> int:
    """Return where the titles end that begin at `at`; 0 if none do."""
    end = _with_object(words, keys, at) if at else 0
    at, limit = end or at, min(len(words), at + _LOOK_AHEAD)
    while at < limit:
        kind = _kind(words, keys, at)
        if kind == "head":
            at = end = _with_object(words, keys, at + 1)
        elif kind or (keys[at] in JOINERS and at > end) or _joins(words, keys, at):
            at += 1
        else:
            break
    return end


def _owner_end(words: Sequence[str], keys: Sequence[str]) -> int:
    """Return the end of a country that the person is "of": "North Korea's"; 0 if there is none."""
    for at in range(min(4, len(words) - 2)):
        if words[at].lower().endswith(_POSSESSIVE):
            return at + 1
        if _kind(words, keys, at) != "modifier":
            break
    return 0


def _kind(words: Sequence[str], keys: Sequence[str], at: int) -> str:
    word, item = words[at], keys[at]
    if item in SOFT or item in _STOPPED:
        if _is_soft_title(words, keys, at):
            return "head"
        return "modifier" if item in QUALIFIERS and at + 1 < len(words) and keys[at + 1] in FIRM else ""
    if at and item in _AFTER_HEAD and at + 1 < len(words):
        return "head"
    if item in FIRM or item in TITLES or item in _NATIVE or (word[:1] == "(" and item in ("ret", "retd", "retired")):
        return "head" if at + 1 < len(words) or item in FIRM or item in TITLES else ""
    if (
        item in QUALIFIERS
        or item in PLACES
        or _is_people(word, item)
        or word.lower().endswith(_POSSESSIVE)
        or item in _NATIVE_QUALIFIERS
    ):
        return "modifier"
    if word in ("&", "/", "-", "–") or (word.isdigit() and at):
        return "modifier"
    if "-" in item or "/" in item:
        return _compound(item)
    return ""


def _joins(words: Sequence[str], keys: Sequence[str], at: int) -> bool:
    """Tell whether a word goes on with a title, as in "The Right Honourable" and "Mr. and Mrs."."""
    if keys[at] not in ("the", "and", "&", "und") or at + 2 > len(words) - 1:
        return False
    return (at == 0) == (keys[at] == "the") and _kind(words, keys, at + 1) != ""


def _compound(item: str) -> str:
    parts = [part for part in re.split("[-/]", item) if part]
    if not parts:
        return ""
    if parts[-1] in FIRM or (parts[-1] in TITLES and parts[0] not in GIVEN):
        return "head" if parts[0] not in GIVEN and parts[0] not in ARTICLES else ""
    if parts[-1] in ("elect", "designate", "emeritus") and (parts[0] in FIRM or parts[0] in TITLES):
        return "head"
    return "modifier" if all(part in QUALIFIERS or part in PEOPLES or part in PLACES for part in parts) else ""


def _is_soft_title(words: Sequence[str], keys: Sequence[str], at: int) -> bool:
    item, rest = keys[at], len(words) - at - 1
    has_stop = words[at].endswith(".")
    if item in _STOPPED:
        return (has_stop and rest > 0) or (item in ("hon", "insp", "gov", "det", "ald", "supt", "fr") and rest > 1)
    if rest == 0:
        return at > 0 and keys[at - 1] not in PLACES and keys[at - 1] not in GIVEN
    following, word = keys[at + 1], words[at + 1]
    if following in JOINERS and rest > 1:
        return following in ("of", "for", "de", "di", "von")
    if following in CHAIN or following in ARTICLES or following.startswith(("al-", "el-")):
        return False
    if has_stop and len(item) > 1:
        return True
    if len(word.rstrip(".")) == 1 or (following in SUFFIXES and rest == 1):
        # "Major R. Owens": nobody's title goes before an initial alone.
        return item == "judge"
    if at and keys[at - 1] in _BEFORE_SOFT:
        return True
    if item == "justice" and at:
        # "Mr Justice": an English judge.
        return True
    if item in ("grace", "tan"):
        return following == "sri"
    if item in RATHER_GIVEN:
        return rest > 1 and not is_numeral(words[-1]) and _rest_is_full(keys, at)
    return True


def _rest_is_full(keys: Sequence[str], at: int) -> bool:
    """Tell whether a given name stands behind: "Dean Robert Post", but "Earl Warren Burger"."""
    return keys[at + 1] in GIVEN or keys[at] in ("shri", "sri", "emir", "pan", "ir", "raja", "syed", "sayyid", "sayyed")


def _with_object(words: Sequence[str], keys: Sequence[str], at: int) -> int:
    """Return where a title ends that goes on with "of ..." at `at`."""
    count = len(words)
    while (
        at < count - 1
        and keys[at] in ("of", "for", "to", "at", "de", "del", "in")
        and (words[at].islower() or words[at].isupper())
    ):
        start = at
        at += 1
        while at < count and keys[at] in ("the", "her", "his", "la", "el"):
            at += 1
        first = at
        while at < count and _is_object(words, keys, at):
            at += 1
        if (
            at == first
            and keys[start] in ("of", "for", "at")
            and at < count
            and (count - at > 2 or (count - at == 1 and start > 1))
        ):
            # "Archbishop of Canterbury Justin Welby": one word we do not know.
            at += 1
        elif at == first and start == 1 and count - at == 1 and keys[start] == "of":
            at += 1
        if at == first:
            return start
        if at < count and keys[at] in ("and", "&") and at + 1 < count and _is_object(words, keys, at + 1):
            at += 1
            while at < count and _is_object(words, keys, at):
                at += 1
    return at


def _is_object(words: Sequence[str], keys: Sequence[str], at: int) -> bool:
    item, word = keys[at], words[at]
    if item in ("state", "states", "staff", "affairs", "nations", "union") or word.lower().endswith(_POSSESSIVE):
        return True
    if item in ("jordan", "chad", "israel", "georgia", "virginia", "paris", "costa", "leone", "washington", "austin"):
        return at + 1 < len(words)
    if item in PLACES or item in QUALIFIERS:
        return item not in SOFT and item not in GIVEN
    return len(item) > 1 and len(word) < 6 and word.isupper() and not all(other.isupper() for other in words)


def _last_role(words: Sequence[str], keys: Sequence[str], start: int) -> int:
    """Return the end of the last sure role that has words of a name behind it; 0 if none."""
    if len(words) < 3 + start:
        return 0
    shouted = all(word.isupper() for word in words)
    for at in range(min(len(words) - 2, _LOOK_AHEAD), start, -1):
        item = keys[at]
        if (item in FIRM or ("-" in item and item.rpartition("-")[2] in FIRM)) and (
            words[at].islower() or (item not in _NAMELIKE and item not in GIVEN and not shouted)
        ):
            return at + 1
    return 0


def _is_people(word: str, item: str) -> bool:
    return word[:1].isupper() and (
        item in PEOPLES
        or (item.endswith("ian") and _IAN.fullmatch(item) is not None and item not in GIVEN and item[-3:] != "yan")
    )
