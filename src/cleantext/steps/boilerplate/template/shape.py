"""Shape: a line as it is compared with lines of other pages.

Two lines are the same where their keys are, capitals and marks around them aside, or
where their forms are: the key with every number written as `#`, so that a date, a
price or a count may change from page to page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cleantext.core.fold import fold
from cleantext.steps.boilerplate.lines import is_paragraph, key_of, spaceless

# Longer lines are stories pasted into one line; no chrome is.
LONGEST = 2_000
# Lines whose facts are kept, some ten megabytes.
_REMEMBERED = 1 << 14
_DIGITS = re.compile(r"\d+")
# A lone letter, a number, a sign says nothing about a site: every table has them.
_TELLING = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[^\\W\\d_].{0,40}?[^\\W\\d_]")
# What a form needs beside its numbers: "12 km" may be a cell of anybody's table.
_WORDS = re.compile("(?:[^\\W\\d_].{0,40}?){3}|(?:[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3].{0,40}?){2}")


class Line(NamedTuple):
    """A line that is not blank: its number in the page, and what is compared of it.

    key: '' where it has too few letters to tell anything. form: '' where it has no number,
    or too few letters beside it. weight: its letters, an ideograph counted three times.
    """

    number: int
    text: str
    key: str
    form: str
    weight: int
    is_prose: bool

    @property
    def name(self) -> str:
        """What the line is called among the lines of its site: its form, else its key."""
        return self.form or self.key


def lines_of(text: str) -> list[Line]:
    """Return the lines of a page that are not blank, in order."""
    return [
        Line(number, *(_facts(line) if len(line) <= LONGEST else _found_out(line)))
        for number, line in enumerate(text.split("\n"))
        if line and not line.isspace()
    ]


def form_of(key: str) -> str:
    """Return a key with `#` for each number; '' where it has none, or too few letters."""
    form = _DIGITS.sub("#", key)
    return form if form != key and _WORDS.search(form) else ""


def _found_out(line: str) -> tuple[str, str, str, int, bool]:
    written = line.strip()
    key = key_of(fold(line)) if len(written) <= LONGEST else ""
    # Most lines begin with a word, which is seen faster than searched for.
    if not (len(key) > 1 and key[:2].isalpha()) and not _TELLING.search(key):
        key = ""
    # Columns side by side are blanks for the most part, which make no paragraph.
    joined = " ".join(written.split()) if "  " in written or "\t" in written else written
    weight = len(joined)
    if not joined.isascii():
        weight += 2 * len(spaceless().findall(joined))
    return written, key, form_of(key), weight, is_paragraph(joined)


# What a line says about itself: furniture is looked at on every page, and every page some six times.
_facts = lru_cache(maxsize=_REMEMBERED)(_found_out)
