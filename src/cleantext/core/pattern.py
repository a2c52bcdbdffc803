"""Patterns: what a rule's regular expression must be before it may run on millions of texts.

It must have a keyword, a plain word that every match contains, so that an automaton
can look for that first; and it must run in linear time. Both are read off the parsed
pattern: nothing is executed, so no slow pattern has to be waited for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

# A repeat with a lower limit than this is as good as a list of copies. Lines that
# rules look at have at most 160 characters, so a rule has no use for a higher one.
BOUNDED = 200
# The shortest plain word worth an entry in the automaton; two letters hit everywhere.
KEYWORD_LENGTH = 3
# Bounded repeats inside bounded repeats multiply; past this a line can take seconds.
_LARGEST_PRODUCT = 2_000
_WORD = re.compile(r"\w{3,}")

# A parsed pattern is a list of (operation, argument); their types are not public.
_Node = tuple[Any, Any]
# What a node's match can begin (or end) with, and whether it can be empty.
_Edge = Callable[[_Node], tuple[frozenset[str], bool]]


def faults(pattern: str) -> list[str]:
    """Say what is wrong with a pattern, each fault with what to do; empty where it may run."""
    try:
        nodes = list(parser.parse(pattern, re.IGNORECASE))
    except (re.error, RecursionError, OverflowError) as error:
        return [f"pattern {pattern!r} does not compile ({error}); correct it"]
    found = list(dict.fromkeys(_slow(nodes, 1, False)))
    if not keyword(pattern):
        found.append(
            f"pattern {pattern!r} has no plain word of {KEYWORD_LENGTH} letters that every match contains;"
            " add one, the scanner looks for it first"
        )
    return found


def keyword(pattern: str) -> str:
    """Return a word that every match of the pattern contains, folded; '' where there is none.

    The longest whole word; where there is none, the longest part of one ("share" of
    `shared? on`). So it has to be looked for inside words too.
    """
    words = _words(list(parser.parse(pattern, re.IGNORECASE)), _Sides(False, False))
    return max(words, key=lambda word: (word.is_whole, len(word.text)), default=_Word("", False)).text


class _Sides(NamedTuple):
    """Whether a letter may stand right before and right after a part of a pattern."""

    before: bool
    after: bool


class _Word(NamedTuple):
    text: str
    is_whole: bool


def _words(nodes: list[_Node], sides: _Sides) -> Iterator[_Word]:
    """Yield the words that must occur, outside options and alternatives."""
    index = 0
    while index < len(nodes):
        operation, argument = nodes[index]
        if operation is ops.LITERAL:
            end = index
            while end < len(nodes) and nodes[end][0] is ops.LITERAL:
                end += 1
            run = "".join(chr(node[1]) for node in nodes[index:end]).lower()
            before = _may_be_letter(nodes[:index][::-1], sides.before, _last)
            after = _may_be_letter(nodes[end:], sides.after, _first)
            for word in _WORD.finditer(run):
                is_part = (before and word.start() == 0) or (after and word.end() == len(run))
                yield _Word(word[0], not is_part)
            index = end
            continue
        if operation is ops.SUBPATTERN:
            before = _may_be_letter(nodes[:index][::-1], sides.before, _last)
            after = _may_be_letter(nodes[index + 1 :], sides.after, _first)
            yield from _words(list(argument[3]), _Sides(before, after))
        index += 1


def _may_be_letter(beside: list[_Node], outside: bool, edge: _Edge) -> bool:
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


def _slow(nodes: list[_Node], product: int, repeated: bool) -> Iterator[str]:
    """Yield reasons why a sequence may take more than linear time."""
    for index, (operation, argument) in enumerate(nodes):
        if operation in (ops.MAX_REPEAT, ops.MIN_REPEAT):
            _, high, body = argument
            unbounded = high is ops.MAXREPEAT or high > BOUNDED
            if unbounded and repeated:
                yield "an unbounded repeat stands inside another repeat; bound one of them, as in {0,40}"
            if unbounded and not _is_single(list(body)):
                yield "an unbounded repeat of a group; repeat one character class, or bound it, as in {0,40}"
            if unbounded and index + 1 < len(nodes) and _may_share(list(body), nodes[index + 1 :]):
                yield (
                    "an unbounded repeat is followed by something that it can match too;"
                    " bound it, as in {0,40}, or let what follows start with another character"
                )
            if unbounded and index == 0 and not repeated:
                yield "it starts with an unbounded repeat, tried from every place; bound it, as in {0,40}"
            larger = product if unbounded else product * max(1, high)
            if not unbounded and high > 1 and larger > _LARGEST_PRODUCT:
                yield f"nested repeats come to {larger} steps; keep the product of their bounds to {_LARGEST_PRODUCT}"
            yield from _slow(list(body), larger, repeated or high is ops.MAXREPEAT or high > 1)
        elif operation is ops.SUBPATTERN:
            yield from _slow(list(argument[3]), product, repeated)
        elif operation is ops.BRANCH:
            for branch in argument[1]:
                yield from _slow(list(branch), product, repeated)
        elif operation in (ops.ASSERT, ops.ASSERT_NOT):
            yield from _slow(list(argument[1]), product, repeated)
        elif operation in (ops.GROUPREF, ops.GROUPREF_EXISTS):
            yield "a back-reference; linear-time engines have none, write the alternatives out"


def _is_single(body: list[_Node]) -> bool:
    return len(body) == 1 and body[0][0] in (ops.LITERAL, ops.NOT_LITERAL, ops.IN, ops.ANY)


def _may_share(body: list[_Node], following: list[_Node]) -> bool:
    """Say whether what follows a repeat can begin with a character the repeat takes too (or can be empty)."""
    taken = _sample(body[0]) if _is_single(body) else _ALL
    for node in following:
        first, may_be_empty = _first(node)
        if taken & first:
            return True
        if not may_be_empty:
            return False
    return False


# Characters that stand for the classes a pattern can tell apart; enough for an overlap test.
_ALPHABET = [chr(code) for code in range(1, 0x250)] + list("αяب中あ가\u00a0\u2009\u2014\u2019\u2026\u20ac")
_ALL = frozenset(_ALPHABET)


def _first(node: _Node) -> tuple[frozenset[str], bool]:
    """Return the characters that a node's match can begin with, and whether it can be empty."""
    return _edge_of(node, forwards=True)


def _last(node: _Node) -> tuple[frozenset[str], bool]:
    """Return the characters that a node's match can end with, and whether it can be empty."""
    return _edge_of(node, forwards=False)


def _edge_of(node: _Node, *, forwards: bool) -> tuple[frozenset[str], bool]:
    operation, argument = node
    if operation in (ops.LITERAL, ops.NOT_LITERAL, ops.IN, ops.ANY):
        return _sample(node), False
    if operation in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        characters, empty = _edge_of_all(list(argument[2]), forwards=forwards)
        return characters, empty or argument[0] == 0
    if operation is ops.SUBPATTERN:
        return _edge_of_all(list(argument[3]), forwards=forwards)
    if operation is ops.BRANCH:
        branches = [_edge_of_all(list(branch), forwards=forwards) for branch in argument[1]]
        return frozenset().union(*(first for first, _ in branches)), any(empty for _, empty in branches)
    if operation in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
        # What is looked at and not taken says nothing about the characters that are.
        return (_ALL, True) if operation is not ops.AT else (frozenset(), True)
    return _ALL, True


def _edge_of_all(nodes: list[_Node], *, forwards: bool) -> tuple[frozenset[str], bool]:
    characters: frozenset[str] = frozenset()
    for node in nodes if forwards else reversed(nodes):
        more, empty = _edge_of(node, forwards=forwards)
        characters |= more
        if not empty:
            return characters, False
    return characters, True


def _sample(node: _Node) -> frozenset[str]:
    operation, argument = node
    if operation is ops.ANY:
        return _ALL
    if operation is ops.LITERAL:
        letter = chr(argument)
        return frozenset({letter.lower(), letter.upper(), letter})
    if operation is ops.NOT_LITERAL:
        return _ALL - {chr(argument)}
    source = "[" + "".join(_class_part(part) for part in argument) + "]"
    accepts = re.compile(source, re.IGNORECASE).match
    outside = frozenset(chr(part[1]) for part in argument if part[0] is ops.LITERAL)
    return frozenset(letter for letter in _ALPHABET if accepts(letter)) | outside


_CATEGORIES = {
    ops.CATEGORY_DIGIT: r"\d",
    ops.CATEGORY_NOT_DIGIT: r"\D",
    ops.CATEGORY_SPACE: r"\s",
    ops.CATEGORY_NOT_SPACE: r"\S",
    ops.CATEGORY_WORD: r"\w",
    ops.CATEGORY_NOT_WORD: r"\W",
}


def _class_part(part: _Node) -> str:
    operation, argument = part
    if operation is ops.NEGATE:
        return "^"
    if operation is ops.RANGE:
        return f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
    if operation is ops.CATEGORY:
        return _CATEGORIES[argument]
    return re.escape(chr(argument))
