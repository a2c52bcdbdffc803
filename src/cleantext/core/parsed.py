"""Parsed patterns: what a regular expression can match, read off its parse tree.

The standard library's parser does the reading; nothing is executed. A tree is a list of
(operation, argument) pairs, whose types are not public, hence the `Any` here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Node = tuple[Any, Any]
REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
LEAVES = (ops.LITERAL, ops.NOT_LITERAL, ops.IN, ops.ANY)

_ALPHABET = [chr(code) for code in range(1, 0x250)] + list("αяب中あ가\u00a0\u2009\u2014\u2019\u2026\u20ac")
ALL = frozenset(_ALPHABET)


def parse(pattern: str) -> list[Node]:
    """Return the parse tree of a pattern, read without regard to capitals.

    Raises:
        re.error: the pattern does not compile. (RecursionError and OverflowError: it is out of bounds.)
    """
    return list(parser.parse(pattern, re.IGNORECASE))


def inside(nodes: list[Node]) -> Iterator[Node]:
    """Yield the nodes of a sequence and of everything inside it."""
    for operation, argument in nodes:
        yield operation, argument
        if operation in REPEATS:
            yield from inside(list(argument[2]))
        elif operation is ops.SUBPATTERN:
            yield from inside(list(argument[3]))
        elif operation is ops.ATOMIC_GROUP:
            yield from inside(list(argument))
        elif operation is ops.BRANCH:
            for branch in argument[1]:
                yield from inside(list(branch))


def characters(nodes: list[Node]) -> frozenset[str]:
    """Return every character that some part of a pattern can take."""
    leaves = [node for node in inside(nodes) if node[0] in LEAVES]
    return frozenset().union(*map(sample, leaves))


def first(node: Node) -> tuple[frozenset[str], bool]:
    """Return the characters that a node's match can begin with, and whether it can be empty."""
    return _edge_of(node, forwards=True)


def last(node: Node) -> tuple[frozenset[str], bool]:
    """Return the characters that a node's match can end with, and whether it can be empty."""
    return _edge_of(node, forwards=False)


def _edge_of(node: Node, *, forwards: bool) -> tuple[frozenset[str], bool]:
    operation, argument = node
    if operation in LEAVES:
        return sample(node), False
    if operation in REPEATS:
        characters, empty = edge_of_all(list(argument[2]), forwards=forwards)
        return characters, empty or argument[0] == 0
    if operation is ops.SUBPATTERN:
        return edge_of_all(list(argument[3]), forwards=forwards)
    if operation is ops.BRANCH:
        branches = [edge_of_all(list(branch), forwards=forwards) for branch in argument[1]]
        return frozenset().union(*(first for first, _ in branches)), any(empty for _, empty in branches)
    if operation in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
        # What is looked at and not taken says nothing about the characters that are.
        return (ALL, True) if operation is not ops.AT else (frozenset(), True)
    return ALL, True


def edge_of_all(nodes: list[Node], *, forwards: bool) -> tuple[frozenset[str], bool]:
    """Return the same for a sequence: what it can begin with, or end with, and whether it can be empty."""
    characters: frozenset[str] = frozenset()
    for node in nodes if forwards else reversed(nodes):
        more, empty = _edge_of(node, forwards=forwards)
        characters |= more
        if not empty:
            return characters, False
    return characters, True


def sample(node: Node) -> frozenset[str]:
    """Return the characters of our alphabet, and those it names, that a node of one character takes."""
    operation, argument = node
    if operation is ops.ANY:
        return ALL
    if operation is ops.LITERAL:
        letter = chr(argument)
        return frozenset({letter.lower(), letter.upper(), letter})
    if operation is ops.NOT_LITERAL:
        return ALL - {chr(argument)}
    source = "[" + "".join(_class_part(part) for part in argument) + "]"
    accepts = re.compile(source, re.IGNORECASE).match
    named = frozenset(chr(part[1]) for part in argument if part[0] is ops.LITERAL)
    return frozenset(letter for letter in ALL | named if accepts(letter))


_CATEGORIES = {
    ops.CATEGORY_DIGIT: r"\d",
    ops.CATEGORY_NOT_DIGIT: r"\D",
    ops.CATEGORY_SPACE: r"\s",
    ops.CATEGORY_NOT_SPACE: r"\S",
    ops.CATEGORY_WORD: r"\w",
    ops.CATEGORY_NOT_WORD: r"\W",
}


def _class_part(part: Node) -> str:
    operation, argument = part
    if operation is ops.NEGATE:
        return "^"
    if operation is ops.RANGE:
        return f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
    if operation is ops.CATEGORY:
        return _CATEGORIES[argument]
    return re.escape(chr(argument))
