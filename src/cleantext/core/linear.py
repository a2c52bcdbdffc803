"""Linear: does a pattern run in linear time?

A static check of the parse tree, stricter than need be: nothing has to be run, so no slow
pattern has to be waited for. It looks for unbounded repeats that nest, that meet what they
can match themselves or that start a pattern, and for repeats whose rounds can be cut in
more ways than one.
"""

from __future__ import annotations

from collections.abc import Iterator
from re import _constants as ops  # type: ignore[attr-defined]

from cleantext.core.parsed import ALL, LEAVES, REPEATS, Node, characters, edge_of_all, first, inside, sample

# A repeat with a lower limit than this is as good as a list of copies. Lines that
# rules look at have at most 160 characters, so a rule has no use for a higher one.
BOUNDED = 200
# Bounded repeats inside bounded repeats multiply; past this a line can take seconds.
_LARGEST_PRODUCT = 2_000


def slow(nodes: list[Node]) -> list[str]:
    """Return the reasons why a parsed pattern may take more than linear time, each with what to do."""
    return list(dict.fromkeys(_slow(nodes, 1, False)))


def _slow(nodes: list[Node], product: int, repeated: bool) -> Iterator[str]:
    """Yield reasons why a sequence may take more than linear time."""
    for index, (operation, argument) in enumerate(nodes):
        if operation in REPEATS:
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
            if high is ops.MAXREPEAT or high > 1:
                yield from _ambiguous(list(body), BOUNDED if unbounded else high)
            yield from _slow(list(body), larger, repeated or high is ops.MAXREPEAT or high > 1)
        elif operation is ops.SUBPATTERN:
            yield from _slow(list(argument[3]), product, repeated)
        elif operation is ops.BRANCH:
            for branch in argument[1]:
                yield from _slow(list(branch), product, repeated)
        elif operation is ops.ATOMIC_GROUP:
            yield from _slow(list(argument), product, repeated)
        elif operation in (ops.ASSERT, ops.ASSERT_NOT):
            yield from _slow(list(argument[1]), product, repeated)
        elif operation in (ops.GROUPREF, ops.GROUPREF_EXISTS):
            yield "a back-reference; linear-time engines have none, write the alternatives out"


def _ambiguous(body: list[Node], times: int) -> Iterator[str]:
    """Yield what is wrong with a repeated group whose rounds can be cut in more ways than one.

    Each round must begin or end with a sign that no varying repeat inside it can take, and
    alternatives that begin alike multiply round by round.
    """
    if not (_is_sign(body[:1], body[1:]) or _is_sign(body[-1:], body[:-1])):
        yield (
            "a repeat inside another can be cut in many ways; begin or end each round with a sign"
            r" that the inner one cannot take, as in (?:\w{1,9} ){0,5}"
        )
    ways = 1
    for operation, argument in inside(body):
        if operation is ops.BRANCH:
            firsts = [edge_of_all(list(branch), forwards=True) for branch in argument[1]]
            ways *= max(sum(1 for other, empty in firsts if empty or one & other) for one, _ in firsts)
    separated = len(body) > 1 and (_is_sign(body[:1], body[1:], of=ALL) or _is_sign(body[-1:], body[:-1], of=ALL))
    if ways ** min(times, 64) > _LARGEST_PRODUCT and not separated:
        yield f"alternatives that begin alike stand in a repeat of {times}; let each begin differently, or repeat less"


def _is_sign(sign: list[Node], rest: list[Node], of: frozenset[str] = frozenset()) -> bool:
    """Say whether a part takes no character that the varying repeats in the rest take; `of`: nor letters at all."""
    first, may_be_empty = edge_of_all(sign, forwards=True)
    varying = [argument for operation, argument in inside(rest) if operation in REPEATS and argument[0] != argument[1]]
    taken = characters([node for _, high, body in varying if high is ops.MAXREPEAT or high > 1 for node in body])
    if of:
        taken |= frozenset(character for character in of if character.isalnum())
    if not rest:
        # A lone part is its own sign, unless it varies.
        return not _varies(sign)
    if sign[0][0] in REPEATS and sign[0][1][0] != sign[0][1][1]:
        # "Blanks, then a word": certain where the word must come and has none of the blanks.
        return not may_be_empty and not edge_of_all(rest, forwards=True)[1] and not first & characters(rest)
    return not taken or not (may_be_empty or first & taken)


def _varies(nodes: list[Node]) -> bool:
    return any(operation in REPEATS and argument[0] != argument[1] for operation, argument in inside(nodes))


def _is_single(body: list[Node]) -> bool:
    return len(body) == 1 and body[0][0] in LEAVES


def _may_share(body: list[Node], following: list[Node]) -> bool:
    """Say whether what follows a repeat can begin with a character the repeat takes too (or can be empty)."""
    taken = sample(body[0]) if _is_single(body) else ALL
    for node in following:
        beginning, may_be_empty = first(node)
        if taken & beginning:
            return True
        if not may_be_empty:
            return False
    return False


# Characters that stand for the classes a pattern can tell apart; enough for an overlap test.
