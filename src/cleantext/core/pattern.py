"""Patterns: what a rule's regular expression must be before it may run on millions of texts.

It must have a keyword, a plain word that every match contains, so that an automaton
can look for that first; and it must run in linear time. Both are read off the parsed
pattern: nothing is executed, so no slow pattern has to be waited for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

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
    """Return the longest plain word that every match of the pattern contains, folded; '' where there is none."""
    words: list[str] = []
    for run in _literal_runs(list(parser.parse(pattern, re.IGNORECASE))):
        words += _WORD.findall(run.lower())
    return max(words, key=len, default="")


def _literal_runs(nodes: list[_Node]) -> Iterator[str]:
    """Yield the runs of literal characters that must occur, outside options and alternatives."""
    run: list[str] = []
    for operation, argument in nodes:
        if operation is ops.LITERAL:
            run.append(chr(argument))
            continue
        if run:
            # What stands beside an optional part may be the head of a longer word, so
            # the run's own border words are kept: the automaton checks no borders here.
            yield "".join(run)
            run = []
        if operation is ops.SUBPATTERN:
            yield from _literal_runs(list(argument[3]))
        elif operation in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT) and argument[0] > 0:
            yield from _literal_runs(list(argument[2]))
    if run:
        yield "".join(run)


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
    operation, argument = node
    if operation in (ops.LITERAL, ops.NOT_LITERAL, ops.IN, ops.ANY):
        return _sample(node), False
    if operation in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        first, empty = _first_of(list(argument[2]))
        return first, empty or argument[0] == 0
    if operation is ops.SUBPATTERN:
        return _first_of(list(argument[3]))
    if operation is ops.BRANCH:
        branches = [_first_of(list(branch)) for branch in argument[1]]
        return frozenset().union(*(first for first, _ in branches)), any(empty for _, empty in branches)
    if operation in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
        # An end anchor can fail after the repeat has run: every start is tried again.
        return (_ALL, True) if operation is not ops.AT else (frozenset(), True)
    return _ALL, True


def _first_of(nodes: list[_Node]) -> tuple[frozenset[str], bool]:
    first: frozenset[str] = frozenset()
    for node in nodes:
        more, empty = _first(node)
        first |= more
        if not empty:
            return first, False
    return first, True


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
