"""Introduced: what a label on the same line introduces: names after "By", a credit after "Photo:".

Here capitals count, so these functions look at the line as it is written. A sentence
that begins like a byline ("By Monday the water had reached ...") gives itself away by
the ordinary words in it.
"""

from __future__ import annotations

import re

# Particles and connectors of names are this short in most languages: and, de, van, von, for, of.
_PARTICLE = 3
_LONGEST_NAMES = 110
_LONGEST_CREDIT = 90
# Where a list of names ends and the rest of a byline begins.
_AFTER_NAMES = re.compile(r"[,|•·/(–—]| - ")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR_OR_CLOCK = re.compile(r"\b\d{4}\b|\d[:.]\d\d|/\d\d")
_BARE_DATE = re.compile(
    r"(?:[^\W\d_]{3,10},? )?(?:\d{1,2}(?:st|nd|rd|th)? )?[^\W\d_]{3,10}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}"
)
_LETTER = re.compile(r"[^\W\d_]")
# What makes a credit of a run of names without a colon: an agency at its end.
_LAST_SOURCE = re.compile(r"(?:/| via | for | / )[ ]?([^/]{2,40})$")
# Before a credit at the end of a caption stands the end of its sentence, a bracket, or a gap.
_BEFORE_CREDIT = ".,;:)]\"'”’(["


def is_byline_rest(rest: str) -> bool:
    """Say whether what follows "By" is names, with at most a role, a place or a date after them."""
    rest = rest.strip(" :")
    if not rest or len(rest) > _LONGEST_NAMES or not (rest[0].isupper() or rest[0] == "@"):
        return False
    if rest.endswith((".", "?", "!", ";")):
        return False
    border = _AFTER_NAMES.search(rest)
    names = rest[: border.start()] if border else rest
    after = rest[border.end() :] if border else ""
    return _ordinary_words(names) == 0 and 1 <= len(names.split()) <= 8 and _ordinary_words(after) <= 3


def is_name_line(line: str) -> bool:
    """Say whether a line alone is a person's name: two to five capitalised words."""
    words = line.strip().split()
    return 2 <= len(words) <= 5 and len(line) <= 60 and is_byline_rest(line.strip()) and not _YEAR.search(line)


def is_credit_rest(rest: str) -> bool:
    """Say whether what follows "Photo:" is the name of somebody or of an agency."""
    rest = rest.strip(" :)]")
    if not rest or len(rest) > _LONGEST_CREDIT or not (rest[0].isupper() or rest[0] in "@©"):
        return False
    return not rest.endswith(("?", "!", ";", ",")) and _ordinary_words(rest) <= 1


def is_shared_credit(rest: str) -> bool:
    """Say whether a credit is of the form "Name Surname/Firm" or "Firm via Agency", names only."""
    return ("/" in rest or " via " in rest) and _ordinary_words(rest) == 0 and not rest.rstrip(" )]").endswith(".")


def last_source(rest: str) -> str:
    """Return what stands after the last slash or "via" of a credit, folded; '' where there is none."""
    found = _LAST_SOURCE.search(rest.rstrip(" )].").lower())
    return found.group(1).strip() if found else ""


def may_begin_credit(line: str, start: int) -> bool:
    """Say whether a credit may begin at this place of a line: what is before it has ended."""
    before = line[:start].rstrip()
    return not before or before[-1] in _BEFORE_CREDIT


def has_year_or_clock(text: str) -> bool:
    """Say whether the text holds a year in four digits or a time of day."""
    return _YEAR_OR_CLOCK.search(text) is not None


def is_bare_date(line: str) -> bool:
    """Say whether a line is a date and nothing more: no label, no time of day."""
    return _BARE_DATE.fullmatch(line.strip(" .,")) is not None


def has_year(text: str) -> bool:
    """Say whether the text holds a year of the last or this century."""
    return _YEAR.search(text) is not None


def _ordinary_words(text: str) -> int:
    """Count the words that are written small and are no particle of a name."""
    count = 0
    for word in text.split():
        first = _LETTER.search(word)
        if first and first.start() <= 1 and first.group().islower() and len(word) > _PARTICLE and not _is_address(word):
            count += 1
    return count


def _is_address(word: str) -> bool:
    return "@" in word or "." in word[:-1] or any(letter.isdigit() for letter in word)
