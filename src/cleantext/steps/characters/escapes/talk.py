"""Talk: lines that speak about entities, in which they stand for themselves.

An entity that is quoted alone, entities of markup listed side by side, and `&amp;` in a
sentence that has a plain `&` as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from cleantext.steps.characters.escapes.targets import damaged_lines

_ENTITY = r"&(?:amp;){0,8}(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ANY = re.compile(_ENTITY)
# Pairs of quotes; a bracket may hold more than its entity.
_QUOTED = re.compile(
    rf"[\"“”„](?P<double>{_ENTITY})[\"“”]|['‘’‚](?P<single>{_ENTITY})['‘’]|`(?P<tick>{_ENTITY})`"
    rf"|[«‹](?P<out>{_ENTITY})[»›]|[»›](?P<in>{_ENTITY})[«‹]|\((?P<round>{_ENTITY})(?:\)|,\s)|\[(?P<square>{_ENTITY})\]"
)
_OF_MARKUP = r"&(?:amp|quot|lt|gt|apos|#39|#x27);"
# In a list they stand apart, as nothing else does: a quote and a bracket touch a word.
_LIST = re.compile(
    rf"(?<![\w;&\"'])(?P<first>{_OF_MARKUP})[\s,;/|]{{1,3}}(?:(?:and|or|und|oder|et|ou|og|och|en|и|или)\s)?"
    rf"(?!(?P=first)){_OF_MARKUP}(?![\w&])"
)
_PLAIN = re.compile(r"&(?![\w#])|(?<=[A-Z])&(?=[A-Z])(?!\w{1,31};)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]?\s")
# A text that was escaped has them beside its letters.
_LETTER = r"&(?:amp;){0,8}(?!amp;|quot;|lt;|gt;|apos;|nbsp;|#39;|#x27;)#?\w{2,8};"
_IN_WORD = re.compile(rf"(?<=[A-Za-z]){_LETTER}|{_LETTER}(?=[A-Za-z])")
_FEW = 3


def talk_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of entities that a text speaks about, sorted."""
    for start, line in damaged_lines(text, _ANY):
        if len(_IN_WORD.findall(line)) >= _FEW:
            continue
        is_list = _LIST.search(line) is not None
        shown = {found[str(found.lastgroup)] for found in _QUOTED.finditer(line)}
        plain = [found.start() for found in _PLAIN.finditer(line)] if "&amp;" in line else []
        if not (is_list or shown or plain):
            continue
        ends = [found.start() for found in _SENTENCE_END.finditer(line)] if plain else []
        kept = {bisect_left(ends, place) for place in plain}
        for found in _ANY.finditer(line):
            is_beside = found[0] == "&amp;" and bisect_left(ends, found.start()) in kept
            if is_list or is_beside or found[0] in shown:
                yield start + found.start(), start + found.end()
