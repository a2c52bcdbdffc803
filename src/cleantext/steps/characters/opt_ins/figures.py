"""Figures: decimal commas whatever the language says, and apostrophes in the plural of a number.

The default stage wants an English text without other commas in its numbers. Who names
these repairs vouches for that; a unit word has to follow all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.core.rule import Pack

_COMMA = re.compile(r"(?<=[0-9]),[0-9]{1,2}[ \u00a0\u202f]?[%\u00b0A-Za-z]")
_WHOLE = re.compile(r"(?:^|[^\w.,])[0-9]{1,4}$")
_PLURAL = re.compile(r"(?<![\w.,])([0-9]{0,3}(?:,000|0))(['\u2019])s(?![\w'\u2019-])")
# What makes a year a decade, and a possessive a plural.
_DECADE = re.compile(r"(?:the|early|late|mid|mid-|in|of|her|his|their)[ \u00a0-]$", re.IGNORECASE)
_OF = re.compile(r"[ \u00a0]of\b")
_END = re.compile(r"[ \u00a0]*(?:[.,;:!?)\n]|\Z|[ \u00a0](?:and|or|was|were|saw|had)\b)")


def decimal_commas(doc: Doc, packs: Iterable[Pack]) -> Iterator[Edit]:
    """Yield a point for the comma of a number with one or two decimals and a unit word after it."""
    text = doc.text
    if not _COMMA.search(text):
        return
    units = frozenset(
        unit for pack in packs if pack.topic == "decimal-comma" for rule in pack.rules for unit in rule.find
    )
    if not units:
        return
    for found in _number(units).finditer(text):
        comma = found.start()
        if _WHOLE.search(text[max(0, comma - 6) : comma]):
            yield Edit(comma, comma + 1, ",", ".", "any.characters.decimal-commas/comma")


def plural_apostrophes(doc: Doc) -> Iterator[Edit]:
    """Yield the removal of the apostrophe in 1000's of and the 1990's; a year's own things keep theirs."""
    text = doc.text
    for found in _PLURAL.finditer(text):
        number = found[1].replace(",", "")
        is_year = len(number) == 4 and 1000 < int(number) < 2100
        before = text[max(0, found.start() - 7) : found.start()]
        is_plural = _OF.match(text, found.end()) is not None or (
            (_DECADE.search(before) is not None or not is_year) and _END.match(text, found.end()) is not None
        )
        if is_plural and number != "0":
            yield Edit(found.start(2), found.end(2), found[2], "", "en.characters.plural-apostrophes/number")


@cache
def _number(units: frozenset[str]) -> re.Pattern[str]:
    choice = "|".join(re.escape(unit) for unit in sorted(units, key=lambda unit: (-len(unit), unit)))
    return re.compile(rf",[0-9]{{1,2}}[ \u00a0\u202f]?(?:{choice})(?!\w)", re.IGNORECASE)
