"""Cluster: which of many name strings name the same.

Names meet only where two of their words share a key, the coarse consonants of the word, so the
work grows with the names and not with their pairs. Two groups join only where their members are
alike on average: a chain of names, each a little like the next, stays in pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from cleantext.steps.names.comparing.compare import score
from cleantext.steps.names.comparing.parts import PATRONYMIC, WORD, Name, Part, read

# Calibrated to lose nothing that `compare` is sure of: below it, half of the pairs are two persons.
_ALIKE = 0.8
_ALIKE_ON_AVERAGE = 0.74
# One word alone says little; it joins only what is spelled nearly the same.
_ALIKE_SINGLE = 0.93
# Of a larger block each name meets its nearest neighbours only, by the letters.
_LARGEST_BLOCK = 24
_NEIGHBOURS = 8
# Members of a group that a joining is judged by.
_JUDGES = 4
_KEY_LENGTH = 4


class _Meeting(NamedTuple):
    minus: float
    a: int
    b: int


def cluster(names: Sequence[str]) -> list[int]:
    """Return a label for each name, equal for those that name the same.

    The labels do not depend on the order of the names: they number the groups by the
    alphabetically first name in each.
    """
    strings = sorted(set(names))
    group_of = _grouped(strings, sorted(_meetings(strings)))
    number: dict[int, int] = {}
    label = {string: number.setdefault(group_of[index], len(number)) for index, string in enumerate(strings)}
    return [label[name] for name in names]


def _meetings(strings: list[str]) -> Iterator[_Meeting]:
    """Yield the pairs of strings that are alike, with how much."""
    blocks: dict[str, list[int]] = {}
    single: set[int] = set()
    sorted_by = []
    for index, string in enumerate(strings):
        found = read(string)
        sorted_by.append(" ".join(sorted(part.sound for part in found[0].parts)) if found else "")
        if not found:
            continue
        keys, is_single = _keys(found[0])
        if is_single:
            single.add(index)
        for key in keys:
            blocks.setdefault(key, []).append(index)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        block.sort(key=lambda index: (sorted_by[index], index))
        reach = len(block) if len(block) <= _LARGEST_BLOCK else _NEIGHBOURS
        for place, one in enumerate(block):
            for other in block[place + 1 : place + 1 + reach]:
                pair = (one, other) if one < other else (other, one)
                if pair in seen:
                    continue
                seen.add(pair)
                alike = score(strings[one], strings[other])
                if alike >= (_ALIKE_SINGLE if one in single or other in single else _ALIKE):
                    yield _Meeting(-alike, *pair)


def _keys(name: Name) -> tuple[set[str], bool]:
    """Return the keys under which a name meets others, and whether it has one word only."""
    words = [part for part in name.parts if part.kind in (WORD, PATRONYMIC)]
    if len(words) < 2:
        return {key for part in name.parts for key in _word_keys(part.sound)}, True
    keys: set[str] = set()
    has_plain = any(not word.classes for word in words)
    for one, other in combinations(words, 2):
        # Given name and father's name are shared by hundreds.
        if has_plain and one.classes and other.classes:
            continue
        keys.update(_both(_part_keys(one), _part_keys(other)))
    if len(words) > 2:
        # One side may write two words as one: Alibabaei, Ali Babaei.
        for place in range(len(words) - 1):
            joined = _word_keys(words[place].sound + words[place + 1].sound.lstrip("*"))
            rest = words[:place] + words[place + 2 :]
            keys.update(key for part in rest for key in _both(joined, _part_keys(part)))
    return keys, False


def _both(one: set[str], other: set[str]) -> Iterator[str]:
    """Yield the keys of two words together."""
    for key in one:
        for more in other:
            yield f"{key}|{more}" if key < more else f"{more}|{key}"


def _part_keys(part: Part) -> set[str]:
    return {*map(str, part.classes), *_word_keys(part.sound)}


def _word_keys(heard: str) -> set[str]:
    """Return the first consonants of a class string, once with throat sounds as k and once without them."""
    keys = [_DOUBLE.sub(r"\1", heard.translate(table))[:_KEY_LENGTH] for table in _COARSE]
    # A word that is all throat has no consonants left to be found by.
    return {key for key in keys if len(key) > 1} or set(keys)


def _grouped(strings: list[str], meetings: list[_Meeting]) -> list[int]:
    """Join the strings that meet, the most alike first; return the group of each."""
    group_of = list(range(len(strings)))
    members = {index: [index] for index in group_of}
    for meeting in meetings:
        one, other = group_of[meeting.a], group_of[meeting.b]
        if one == other or not _agree(strings, members[one], members[other]):
            continue
        one, other = min(one, other), max(one, other)
        for index in members[other]:
            group_of[index] = one
        members[one] = sorted(members[one] + members.pop(other))
    return group_of


def _agree(strings: list[str], one: list[int], other: list[int]) -> bool:
    scores = [score(strings[a], strings[b]) for a in _judges(one) for b in _judges(other)]
    return sum(scores) / len(scores) >= _ALIKE_ON_AVERAGE


def _judges(group: list[int]) -> list[int]:
    """Return some members, spread over the group, so that a large one costs no more."""
    return group if len(group) <= _JUDGES else group[:: -(-len(group) // _JUDGES)]


_DOUBLE = re.compile(r"(.)\1+")
# Consonants in coarse groups; vowels and what comes and goes between two spellings are left out.
_GROUPED = {
    **dict.fromkeys("bpBP", "p"),
    **dict.fromkeys("tdszTcCJSZXODW", "t"),
    **dict.fromkeys("aeiouyjvfAWEY*", ""),
}
_COARSE = (
    str.maketrans({**_GROUPED, **dict.fromkeys("kgxhGQK", "k")}),
    str.maketrans({**_GROUPED, **dict.fromkeys("kgxhGQKC", "")}),
    # A "ch" may be a German or Greek kh, a "j" the sound of joke.
    str.maketrans({**_GROUPED, **dict.fromkeys("kgxhGQKC", "k"), "j": "t"}),
)
