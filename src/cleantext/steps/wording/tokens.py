"""Tokens: words and single marks of a folded text, the units that the statistics count.

Hyphenated words, possessives and decimals are one token; every other mark is one of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"[^\W_]+(?:[-'.,][^\W_]+)*|[^\s]")


def tokens(folded: str) -> Iterator[str]:
    """Yield the tokens of a folded text in order."""
    return (match.group() for match in _TOKEN.finditer(folded))


def first_token(folded: str, start: int) -> str:
    """Return the token at or after `start`, "" at the text's end or past a line break."""
    match = _TOKEN.search(folded, start, start + 60)
    if match is None or "\n" in folded[start : match.start()]:
        return ""
    return match.group()


def last_token(folded: str, end: int) -> str:
    """Return the token that ends at or before `end`, "" at the text's start or past a line break."""
    left = folded[max(0, end - 60) : end]
    last = ""
    left = left[left.rfind("\n") + 1 :]
    for match in _TOKEN.finditer(left):
        last = match.group()
    return last
