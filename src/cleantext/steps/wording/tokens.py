"""Tokens: words and single marks of a folded text, the units that the statistics count.

Decimals, times and words with an apostrophe are one token; the s of a possessive, a hyphen and
every other mark are tokens of their own, so that `army-led` and `army's` hold the word `army`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"'s(?![^\W_])"
    r"|[^\W_]+(?:(?:[.,](?=\w)|'(?!s(?![^\W_])))[^\W_]+)*"
    r"|\S"
)


def tokens(folded: str) -> Iterator[str]:
    """Yield the tokens of a folded text in order."""
    return (match.group() for match in _TOKEN.finditer(folded))


def token_spans(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the tokens between two places, sorted."""
    return [match.span() for match in _TOKEN.finditer(folded, start, end)]
