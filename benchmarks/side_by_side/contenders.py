"""Contenders: everything that is timed, and which sets of documents each one meets."""

from __future__ import annotations

from typing import NamedTuple

from side_by_side.documents import LONG, PARTS_OF_LONG, STEPS_SET, WITH_PEERS

FLOW = "flow"
FTFY = "ftfy"
LOWER = "str.lower"
CLEAN_TEXT = "clean-text"


class Contender(NamedTuple):
    """What is timed; one that remembers facts about lines gets a new process each round."""

    name: str
    is_peer: bool = False
    remembers: bool = False


FLOORS = ("str.encode", LOWER, "splitlines+join", "is_normalized", "re search")
PEERS = (
    CLEAN_TEXT,
    "textacy normalise",
    "textacy full",
    "jusText",
    "trafilatura",
    "datatrove C4",
    "datatrove Gopher",
    "datatrove FTFY",
)


def contenders() -> dict[str, Contender]:
    """Return every contender by its name."""
    every = [Contender(FLOW, remembers=True), Contender(FTFY)]
    every += [Contender(name, remembers=True) for name in _parts_of_the_flow()]
    every += [Contender(name) for name in FLOORS]
    every += [Contender(name, is_peer=True) for name in PEERS]
    return {contender.name: contender for contender in every}


def meeting(documents: str) -> list[str]:
    """Return the names of the contenders that a set meets."""
    if documents in LONG:
        # ftfy would take minutes for each; what counts is the pace of the same texts one by one.
        return [FLOW]
    if documents == STEPS_SET:
        return [FLOW, FTFY, *_parts_of_the_flow()]
    if documents in WITH_PEERS:
        return [FLOW, FTFY, *FLOORS, *PEERS]
    return [FLOW] if documents == PARTS_OF_LONG else [FLOW, FTFY, LOWER]


def _parts_of_the_flow() -> list[str]:
    from cleantext.config import STAGES, STEPS

    # A step of one stage is named alike.
    names = [*STEPS, *(stage for stage in STAGES if stage not in STEPS)]
    return [f"only {name}" for name in names] + [f"without {name}" for name in names]
