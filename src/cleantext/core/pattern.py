"""Patterns: what a rule's regular expression must be before it may run on millions of texts.

It must have a keyword, a plain word that every match contains, so that an automaton
can look for that first; and it must run in linear time. Both are read off the parsed
pattern: nothing is executed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from re import _constants as ops  # type: ignore[attr-defined]
from typing import NamedTuple

from cleantext.core.fold import fold
from cleantext.core.linear import slow
from cleantext.core.parsed import REPEATS, Node, first, last, parse

# The shortest plain word worth an entry in the automaton; two letters hit everywhere, but for two
# ideographs or syllables, which say as much as a word elsewhere.
KEYWORD_LENGTH = 3
_WORD = re.compile(r"\w{3,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2}")
# What a node's match can begin (or end) with, and whether it can be empty.
_Edge = Callable[[Node], tuple[frozenset[str], bool]]


def faults(pattern: str) -> list[str]:
    """Say what is wrong with a pattern, each fault with what to do; empty where it may run."""
    try:
        nodes = parse(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        return [f"pattern {pattern!r} does not compile ({error}); correct it"]
    found = slow(nodes)
    if not keyword(pattern):
        found.append(
            f"pattern {pattern!r} has no plain word of {KEYWORD_LENGTH} letters (two in Chinese, Japanese, Korean)"
            " that every match contains;"
            " add one, the scanner looks for it first"
        )
    return found


def keyword(pattern: str) -> str:
    """Return a word that every match of the pattern contains, folded; '' where there is none.

    The longest whole word; where there is none, the longest part of one ("share" of
    `shared? on`). So it has to be looked for inside words too.
    """
    return _best(pattern).text


def is_part(pattern: str) -> bool:
    """Say whether the keyword of a pattern may be part of a longer word in what it matches."""
    return not _best(pattern).is_whole


def _best(pattern: str) -> _Word:
    words = _words(parse(pattern), _Sides(False, False))
    return max(words, key=lambda word: (word.is_whole, len(word.text)), default=_Word("", False))


class _Sides(NamedTuple):
    """Whether a letter may stand right before and right after a part of a pattern."""

    before: bool
    after: bool


class _Word(NamedTuple):
    text: str
    is_whole: bool


def _words(nodes: list[Node], sides: _Sides) -> Iterator[_Word]:
    """Yield the words that must occur, outside options and alternatives."""
    index = 0
    while index < len(nodes):
        operation, argument = nodes[index]
        if operation is ops.LITERAL:
            end = index
            while end < len(nodes) and nodes[end][0] is ops.LITERAL:
                end += 1
            run = fold("".join(chr(node[1]) for node in nodes[index:end]))
            before = _may_be_letter(nodes[:index][::-1], sides.before, last)
            after = _may_be_letter(nodes[end:], sides.after, first)
            for word in _WORD.finditer(run):
                is_part = (before and word.start() == 0) or (after and word.end() == len(run))
                yield _Word(word[0], not is_part)
            index = end
            continue
        if operation is ops.SUBPATTERN:
            before = _may_be_letter(nodes[:index][::-1], sides.before, last)
            after = _may_be_letter(nodes[index + 1 :], sides.after, first)
            yield from _words(list(argument[3]), _Sides(before, after))
        elif operation in REPEATS and argument[0] > 0:
            # Beside one round may stand another, so a word at its border may be part of a longer one.
            yield from _words(list(argument[2]), _Sides(True, True))
        elif operation is ops.ATOMIC_GROUP:
            yield from _words(list(argument), _Sides(True, True))
        index += 1


def _may_be_letter(beside: list[Node], outside: bool, edge: _Edge) -> bool:
    """Say whether the parts on one side of a word, nearest first, can put a letter right beside it."""
    for node in beside:
        if node == (ops.AT, ops.AT_BOUNDARY):
            return False
        characters, may_be_empty = edge(node)
        if any(character.isalnum() for character in characters):
            return True
        if not may_be_empty:
            return False
    return outside
