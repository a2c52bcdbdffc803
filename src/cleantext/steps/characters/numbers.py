"""Numbers: the decimal comma that a translation left in an English text.

"1,8 tons" can only be 1.8 tons, but "3,2 and 1,5" may be scores: a unit word has to
follow, the text must be English, and no other number of it may use the comma between
thousands, as English does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.core.rule import Pack, Rule

_THOUSANDS = re.compile(r"(?<![\d,.])\d{1,3},\d{3}(?!\d)")
_DECIMAL = re.compile(r",(?<=[0-9],)[0-9]{1,2}[ \u00a0]?[%\u00b0A-Za-z]")
# What stands before the comma: a whole number that is no part of a longer one.
_WHOLE = re.compile(r"(?:^|[^\w.,])[0-9]{1,4}$")
# "At 59,43 years of paying taxes": an age and a number of years. Nobody counts years in hundredths.
_YEARS = re.compile(r",[0-9]{2}[ \u00a0]?years?(?!\w)", re.IGNORECASE)


class DecimalComma:
    """Proposes a point for the comma of a decimal number with a unit, in English."""

    name = "characters/numbers"
    is_local = False
    is_settled = False

    def __init__(self, packs: Iterable[Pack]) -> None:
        self._packs = packs

    @cached_property
    def _rules(self) -> list[Rule]:
        return [rule for pack in self._packs if pack.topic == "decimal-comma" for rule in pack.rules]

    @cached_property
    def _number(self) -> re.Pattern[str]:
        units = sorted({unit for rule in self._rules for unit in rule.find}, key=lambda unit: (-len(unit), unit))
        choice = "|".join(re.escape(unit) for unit in units)
        # Begins with the comma, which a search can leap to.
        return re.compile(rf",[0-9]{{1,2}}[ \u00a0]?(?:{choice})(?!\w)", re.IGNORECASE)

    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Yield one edit a comma."""
        text = doc.text
        if not _DECIMAL.search(text):
            return
        if not self._rules:
            return
        commas = [found.start() for found in self._number.finditer(text) if _follows_number(text, found.start())]
        if not commas or doc.language != "en" or _THOUSANDS.search(text):
            return
        for comma in commas:
            yield Edit(comma, comma + 1, ",", self._rules[0].replace, self._rules[0].id)


def _follows_number(text: str, comma: int) -> bool:
    return _WHOLE.search(text[max(0, comma - 6) : comma]) is not None and not _YEARS.match(text, comma)
