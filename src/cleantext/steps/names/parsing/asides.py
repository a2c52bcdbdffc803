"""Asides: nicknames between quotation marks or in brackets, and other names behind "alias".

Brackets hold suffixes ("(R-TX)"), ranks ("(ret.)") and dates as well; dates are left out.
"""

from __future__ import annotations

import re

from cleantext.steps.names.parsing.suffixes import is_suffix
from cleantext.steps.names.parsing.tables import key, listed

# Nicknames between marks that stand at the borders of words; an apostrophe inside a word is none.
_ASIDE = re.compile(
    "(?:(?<=\\s)|^)(?:\"([^\"]{1,60})\"|“([^”]{1,60})”|«([^»]{1,60})»|„([^“”]{1,60})[“”]|‘([^’]{1,60})’|'([^']{1,60})')(?=[\\s,.]|$)"
    "|[(（\\[]([^()\\[\\]（）]{1,60})[)）\\]]"
)
_ALIAS = re.compile(
    ",? ?\\b(?:a\\.?k\\.?a\\.?|alias|also known as|better known as|known as|nicknamed|n[ée]e|born) ", re.IGNORECASE
)
# One of these is in whatever `_ALIAS` finds; its cases ignored, that pattern is slow.
_ALIAS_SIGNS = re.compile("aka |AKA |a\\.k|A\\.K|alias |known as |nicknamed |n[ée]e |born ")
_MAY_HAVE_ASIDE = re.compile("[\"'“«„‘(（\\[]")
_RETIRED = listed("ret retd retired")
_PARTY = re.compile("[A-Z][A-Za-z]{0,3}(?:[-–—/ ][A-Z][A-Za-z.]{1,6})?")


def without_asides(text: str) -> tuple[str, str, str]:
    """Take out what stands between marks: the text, the nickname and what goes with the suffix."""
    if not _MAY_HAVE_ASIDE.search(text):
        return text, "", ""
    nicknames: list[str] = []
    extras: list[str] = []

    def aside(match: re.Match[str]) -> str:
        inside = " ".join(next(group for group in match.groups() if group is not None).split())
        items = [key(word) for word in inside.split()]
        if match[7] is None:
            nicknames.append(inside)
        elif len(items) == 1 and items[0] in _RETIRED:
            return " " + match[0] + " "
        elif items and (
            is_suffix(inside.split(), items) or (_PARTY.fullmatch(inside) and inside.upper()[:2] == inside[:2])
        ):
            extras.append(match[0])
        elif items and not any(letter.isdigit() for letter in inside) and items[0] not in ("nee", "born", "born:"):
            nicknames.append(inside)
        return " "

    return _ASIDE.sub(aside, text), " ".join(nicknames), " ".join(extras)


def without_alias(text: str) -> tuple[str, str]:
    """Cut off what follows "alias": the text, and the other name."""
    if not _ALIAS_SIGNS.search(text):
        return text, ""
    match = _ALIAS.search(text)
    if match is None or match.start() == 0:
        return text, ""
    return text[: match.start()], " ".join(text[match.end() :].split()).strip("\"'“”‘’,. ")
