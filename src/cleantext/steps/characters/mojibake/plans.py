"""Plans: the ways in which one single-byte table can have been read as another.

Each is told by what becomes of the characters of a document; two pairs of tables that make the
same of them are one plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from cleantext.core.tables import table
from cleantext.steps.characters.mojibake.vote_gate import READ

# The tables that texts are stored in, the commonest first.
_MEANT = (
    "cp1252", "cp1250", "cp1254", "iso8859_2", "cp1251", "cp1257", "mac_roman", "cp1253", "koi8_r", "cp866", "cp850",
    "cp852", "mac_cyrillic", "iso8859_5", "iso8859_7", "koi8_u", "iso8859_13", "iso8859_4", "iso8859_16", "mac_latin2",
    "cp857", "mac_turkish", "iso8859_3", "cp437", "cp775", "cp1255", "cp1256", "mac_greek", "cp737", "iso8859_14",
)  # fmt: skip
_CONTROLS = tuple(map(chr, range(128, 160)))


class Plan(NamedTuple):
    """Encode with `read`, decode with `meant`: what becomes of each character that changes.

    `foreign` are the characters of the document that the plan cannot have shown.
    """

    read: str
    meant: str
    changes: Mapping[str, str]
    foreign: frozenset[str]


def plans(inventory: Mapping[str, int]) -> Iterator[Plan]:
    """Yield the plans that change some characters of most that there are, each set of changes once."""
    seen: set[tuple[frozenset[tuple[str, str]], frozenset[str]]] = set()
    most = 0.75 * sum(inventory.values())
    for read in READ:
        # What it may have shown at most: its own characters, and what stands for controls.
        most_shown = {*table(read).characters, *table("cp1252").characters, *_CONTROLS}
        if sum(inventory[one] for one in inventory.keys() & most_shown) < most:
            continue
        for meant in _MEANT:
            characters = shown(read, meant)
            known = [(one, characters[one]) for one in inventory if one in characters]
            changes = {one: other for one, other in known if one != other}
            foreign = frozenset(inventory.keys() - characters.keys())
            key = frozenset(changes.items()), foreign
            if changes and key not in seen and sum(inventory[one] for one, _ in known) >= most:
                seen.add(key)
                yield Plan(read, meant, changes, foreign)


@cache
def shown(read: str, meant: str) -> dict[str, str]:
    """Return what a plan makes of each character beyond ASCII; it cannot have shown any other.

    Where the table that was read has controls, signs of cp1252 stand for them as well: an earlier repair puts them
    there.
    """
    if read == meant:
        return {}
    before, after, signs = table(read).characters, table(meant).characters, table("cp1252").characters
    numbers = {before[number]: number for number in range(128, 256)}
    for number in range(128, 160):
        # Latin-1 and its brothers show the controls themselves.
        if read == "cp1252" or read.startswith("iso8859"):
            numbers.setdefault(chr(number), number)
        if before[number] == chr(number):
            numbers.setdefault(signs[number], number)
    made = {one: after[number] for one, number in numbers.items()}
    return {one: other for one, other in made.items() if one == other or not "\x7f" < other < "\xa0"}
