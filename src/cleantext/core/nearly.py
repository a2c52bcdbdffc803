"""Nearly: texts that a pattern nearly matches, made from its own parse tree.

What makes a matcher slow is a text that can be cut in many ways and fails at its end. Such
a text has what stands before a repeat, what the repeat takes, many times, and an end that
nothing takes.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import islice, permutations, product
from re import _constants as ops  # type: ignore[attr-defined]
from typing import NamedTuple

from cleantext.core.parsed import ALL, LEAVES, REPEATS, Node, sample

# How many of each part of a text are tried; the first are the likeliest to hurt.
_HEADS = 3
_LETTERS = 4
_PAIRED = 3
_WORDS = 5
# What a repeat without bound may take of a line that rules look at.
_LINE = 160


class Shape(NamedTuple):
    """The parts of texts that differ in the number of rounds only."""

    head: str
    pump: str
    tail: str

    def times(self, length: int) -> int:
        """Return how many rounds of the pump come to a length."""
        return max(1, length // len(self.pump))

    def text(self, length: int) -> str:
        """Return the text with a pump of about that length."""
        return self.head + self.pump * self.times(length) + self.tail


def shapes(nodes: list[Node]) -> Iterator[Shape]:
    """Yield the texts that a pattern's form suggests, each once."""
    heads = list(dict.fromkeys(_heads(nodes)))[:_HEADS]
    letters = _telling(nodes)
    pumps = list(dict.fromkeys(_pumps(nodes, letters)))
    # What makes a match fail late: what a full stop does not take, what least of the pattern takes, and the end.
    tails = dict.fromkeys(("\n", letters[-1] if letters else "", ""))
    for head, pump, tail in product(heads, pumps, tails):
        yield Shape(head, pump, tail)


def ways(nodes: list[Node]) -> float:
    """Return a bound of the ways in which a sequence can match one text, as a power of two."""
    power = 0.0
    for operation, argument in nodes:
        if operation in REPEATS:
            low, high, body = argument
            rounds = min(high, _LINE)
            power += math.log2(rounds - min(low, rounds) + 1) + rounds * ways(list(body))
        elif operation is ops.SUBPATTERN:
            power += ways(list(argument[3]))
        elif operation is ops.ATOMIC_GROUP:
            power += ways(list(argument))
        elif operation is ops.BRANCH:
            # Alternatives that begin alike; where they are many and differ, one remains.
            power += 1 + max(ways(list(branch)) for branch in argument[1])
        elif operation in (ops.ASSERT, ops.ASSERT_NOT):
            power += ways(list(argument[1]))
    return power


def is_endless(node: Node) -> bool:
    """Say whether a node is a repeat without bound."""
    operation, argument = node
    return operation in REPEATS and argument[1] is ops.MAXREPEAT


def inside_all(nodes: list[Node]) -> Iterator[Node]:
    """Yield the nodes of a sequence and of everything inside it, what it only looks at included."""
    for operation, argument in nodes:
        yield operation, argument
        if operation in REPEATS:
            yield from inside_all(list(argument[2]))
        elif operation is ops.SUBPATTERN:
            yield from inside_all(list(argument[3]))
        elif operation is ops.ATOMIC_GROUP:
            yield from inside_all(list(argument))
        elif operation is ops.BRANCH:
            for branch in argument[1]:
                yield from inside_all(list(branch))
        elif operation in (ops.ASSERT, ops.ASSERT_NOT):
            yield from inside_all(list(argument[1]))


def _heads(nodes: list[Node]) -> Iterator[str]:
    """Yield what leads to each repeat."""
    for place, node in enumerate(nodes):
        if any(_varies(inner) for inner in inside_all([node])):
            yield _word(nodes[:place])
    yield ""


def _pumps(nodes: list[Node], letters: list[str]) -> Iterator[str]:
    """Yield what repeats take: single letters, words of theirs, and pairs of letters."""
    repeats = [list(argument[2]) for operation, argument in inside_all(nodes) if _varies((operation, argument))]
    yield from letters[:_LETTERS]
    words = [word for body in repeats for word in _words(body) if word]
    places = [place for place, node in enumerate(nodes) if any(_varies(inner) for inner in inside_all([node]))]
    # What stands between two repeats: three that are cut by a `b` and a `c` need both to be slow.
    words += [word for place in places if (word := _word(nodes[place : places[-1] + 1]))]
    yield from islice(dict.fromkeys(words), _WORDS)
    yield from map("".join, permutations(letters[:_PAIRED], 2))


def _telling(nodes: list[Node]) -> list[str]:
    """Return a letter for each kind that a pattern tells apart, those first that most of its repeats take."""
    leaves = [sample(node) for node in inside_all(nodes) if node[0] in LEAVES]
    repeats = [list(argument[2]) for operation, argument in inside_all(nodes) if _varies((operation, argument))]
    taken = [
        frozenset[str]().union(*(sample(node) for node in inside_all(body) if node[0] in LEAVES)) for body in repeats
    ]
    kinds: dict[tuple[bool, ...], str] = {}
    for letter in sorted(ALL.union(*leaves), key=_unusual):
        kinds.setdefault(tuple(letter in leaf for leaf in leaves), letter)
    rated = [(sum(letter in repeat for repeat in taken), letter) for letter in kinds.values()]
    return [letter for _, letter in sorted(rated, key=lambda one: -one[0])]


def _unusual(letter: str) -> tuple[bool, bool, str]:
    return not letter.isascii(), not (letter.islower() or letter.isdigit() or letter == " "), letter


def _words(body: list[Node]) -> Iterator[str]:
    """Yield texts that one round of a repeat takes: one an alternative."""
    if len(body) == 1 and body[0][0] is ops.SUBPATTERN:
        body = list(body[0][1][3])
    if len(body) == 1 and body[0][0] is ops.BRANCH:
        for branch in body[0][1][1]:
            yield _word(list(branch), least=1)
        return
    yield _word(body, least=1)


def _word(nodes: list[Node], least: int = 0) -> str:
    """Return a short text that a sequence matches, looking around aside; each repeat makes `least` rounds or more."""
    parts: list[str] = []
    for operation, argument in nodes:
        if operation in LEAVES:
            parts.append(min(sample((operation, argument)), key=_unusual, default=""))
        elif operation in REPEATS:
            parts.append(_word(list(argument[2]), least) * min(max(argument[0], least), 8))
        elif operation is ops.SUBPATTERN:
            parts.append(_word(list(argument[3]), least))
        elif operation is ops.ATOMIC_GROUP:
            parts.append(_word(list(argument), least))
        elif operation is ops.BRANCH:
            parts.append(_word(list(argument[1][0]), least))
    return "".join(parts)


def _varies(node: Node) -> bool:
    """Say whether a node is a repeat that can stop at different places."""
    operation, argument = node
    return operation in REPEATS and argument[0] != argument[1]
