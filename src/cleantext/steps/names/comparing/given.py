"""Given names: the classes of names that are one name in different languages, or one and its short form.

Sergei, Serhii and Siarhei are one class, Bill and William another. Two names of one class
may name the same person; two names of different classes name two, however close the letters.
A form that belongs to two classes (Hamid) agrees with both.
"""

from __future__ import annotations

import os
from functools import cache
from typing import NamedTuple

from cleantext.core.load import RULES
from cleantext.steps.names.comparing.romanise import fold, script
from cleantext.steps.names.comparing.romanise_abjad import unfold
from cleantext.steps.names.comparing.sounds import sound

TABLE = os.path.join(RULES, "any", "names", "given-names.tsv")
# Shorter class strings are syllables of many names.
_SHORTEST_SOUND = 3
_NONE: frozenset[int] = frozenset()


class _Classes(NamedTuple):
    heads: tuple[str, ...]
    by_text: dict[str, frozenset[int]]
    by_sound: dict[str, frozenset[int]]


def classes(text: str, heard: str) -> frozenset[int]:
    """Return the classes of a folded word and its class string: by its letters, else by its sound."""
    table = _classes()
    found = table.by_text.get(text)
    if found is None and len(heard) >= _SHORTEST_SOUND:
        found = table.by_sound.get(heard)
    return _NONE if found is None else found


def by_sound(heard: str) -> frozenset[int]:
    """Return the classes that have a form of this class string."""
    return _classes().by_sound.get(heard, _NONE)


def head(number: int) -> str:
    """Return the name that stands first in a class."""
    return _classes().heads[number]


@cache
def _classes() -> _Classes:
    heads: list[str] = []
    by_text: dict[str, set[int]] = {}
    by_heard: dict[str, set[int]] = {}
    with open(TABLE, encoding="utf-8") as file:
        for line in file:
            if line.startswith("#") or not line.strip():
                continue
            forms = line.split()
            for form in forms:
                folded = fold(form)
                text = unfold(folded) if script(folded) == "arabic" else folded
                by_text.setdefault(text, set()).add(len(heads))
                heard = sound(folded)
                # A skeleton fits several names; it is one only where the letters are the same.
                if not heard.startswith("*"):
                    by_heard.setdefault(heard, set()).add(len(heads))
            heads.append(forms[0])
    return _Classes(tuple(heads), _frozen(by_text), _frozen(by_heard))


def _frozen(table: dict[str, set[int]]) -> dict[str, frozenset[int]]:
    return {key: frozenset(numbers) for key, numbers in table.items()}
