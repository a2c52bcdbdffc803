"""Guards: sentences and strings in which a name must stay as it is written.

A web address is an address, and a sentence about spellings is wrong once they are made
equal. Each guard reads a bounded window at one hit, so that a text dense with names
still costs linear time. In doubt it says no: a spelling left alone costs less than a
wrong one put in.
"""

from __future__ import annotations

import re

# The window of a sentence, in code points to either side of the name.
_SENTENCE = 250
# A URL's head is looked for this far back.
_TOKEN = 200

_SENTENCE_END = re.compile(r"[.!?][\"”’)]{0,2}\s(?=[A-Z\"“])|\n\n")

# A sentence about spellings, or about what something was called, is wrong once they are made equal.
_ABOUT_NAMES = re.compile(
    r"\b(?:spell(?:s|ed|ing|ings)?|spelt|misspell\w{0,5}|mis-spell\w{0,5}|transliterat\w{1,5}|transcri(?:be|pt)\w{0,5}"
    r"|romani[sz]\w{1,6}|formerly|previously known|renam(?:e|es|ed|ing)|pronounced|alias(?:es)?|pseudonym|aka"
    r"|nom de guerre|born as|n[ée]e|known (?:as .{1,120} )?(?:until|before)|used to be called"
    r"|(?:also|sometimes|often|variously|once|originally|alternatively) (?:known|written|called|rendered|given|styled)"
    r"|(?:written|rendered) as|changed (?:its|the|his|her|their) (?:style|name)|(?:old|new|former) name|typo(?:s)?)\b",
    re.IGNORECASE,
)
_FILE = re.compile(r"(?:\.[a-z][a-z0-9]{1,4}\b|[@/\\=_])")


def in_address(text: str, start: int, end: int) -> bool:
    """Tell whether a URL, an e-mail address, a handle, a tag, a path or a file name goes through the span."""
    before = text[max(0, start - _TOKEN) : start]
    head = before.split()[-1] if before and not before[-1].isspace() else ""
    if head and (head[-1] in "@#/\\=_~" or "://" in head or head.startswith("www.")):
        return True
    return _FILE.match(text, end) is not None


def about_names(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence around the span speaks of how something is or was called."""
    left = max(0, start - _SENTENCE)
    for match in _SENTENCE_END.finditer(text, left, start):
        left = match.end()
    stop = _SENTENCE_END.search(text, end, end + _SENTENCE)
    return _ABOUT_NAMES.search(text, left, stop.start() if stop else end + _SENTENCE) is not None
