"""Atoms: a large expression, compiled for a small alphabet in which whole classes are single letters.

Python takes a millisecond to compile a character class beyond Latin-1, and an expression
may have a hundred of them. Characters that every class of an expression treats alike are
one atom; with atoms for characters both the classes and the text fit into 8 bits, where a
class costs next to nothing. Rewriting the text costs more than to search it, so this pays
where texts are short.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

# What stands for the characters that a function tells, as a range cannot.
TOLD = "\U0010ffff"
# A class, or a single character that stands for itself; all else in an expression is structure.
_PIECE = re.compile(r"\[(\^?)([^\]]+)\]|( )")
# What an expression reads as itself inside a class.
_ALPHABET = [code for code in range(0x30, 0x100) if chr(code).isalnum()]
# No text that means anything has more characters.
_MOST = 16_384
_RANGE = re.compile("(.)-(.)|(.)", re.DOTALL)


class Atomic(NamedTuple):
    """An expression over atoms, and the atom of each character."""

    finditer: Callable[[str, int], Iterator[re.Match[str]]]
    atoms: Atoms

    def rewritten(self, text: str) -> str:
        """Return a text in atoms, as long as it is in characters."""
        return text.translate(self.atoms)


class Atoms(dict[int, int]):
    """The atom of each code point, found when first asked for."""

    def __init__(
        self, starts: list[int], atoms: list[int], told: dict[int, int], is_told: Callable[[str], bool]
    ) -> None:
        self._starts = starts
        self._atoms = atoms
        self._told = told
        self._is_told = is_told

    def __missing__(self, code: int) -> int:
        """Find the atom of a code point and keep it."""
        atom = self._atoms[bisect_right(self._starts, code) - 1]
        if atom in self._told and self._is_told(chr(code)):
            atom = self._told[atom]
        if len(self) < _MOST:
            self[code] = atom
        return atom


def atomic(expression: str, is_told: Callable[[str], bool]) -> Atomic:
    """Compile an expression of classes, groups, dots and spaces for a text in atoms.

    A class may hold `TOLD`, which stands for the characters of which `is_told` is true.
    """
    classes = list(dict.fromkeys(found[2] or found[3] for found in _PIECE.finditer(expression)))
    spans = [_spans(inside) for inside in classes]
    starts = sorted({0, *(edge for ranges in spans for first, last in ranges for edge in (first, last + 1))})
    place = {start: index for index, start in enumerate(starts)}
    # Of each run of code points that no class divides, the classes that it is in, as bits.
    signatures = [0] * len(starts)
    for number, ranges in enumerate(spans):
        for first, last in ranges:
            for index in range(place[first], place[last + 1]):
                signatures[index] |= 1 << number
    told = signatures[place[ord(TOLD)]] if ord(TOLD) in place else 0
    distinct = dict.fromkeys([*signatures, *(signature | told for signature in signatures)])
    atom_of = dict(zip(distinct, _ALPHABET, strict=False))
    by_class = {
        inside: "".join(chr(atom) for signature, atom in atom_of.items() if signature >> number & 1)
        for number, inside in enumerate(classes)
    }
    compiled = re.compile(
        _PIECE.sub(lambda found: f"[{found[1] or ''}{by_class[found[2] or found[3]]}]", expression), re.DOTALL
    )
    kinds = {atom_of[one]: atom_of[one | told] for one in signatures if one | told != one}
    return Atomic(compiled.finditer, Atoms(starts, [atom_of[one] for one in signatures], kinds, is_told))


def _spans(inside: str) -> list[tuple[int, int]]:
    return [(ord(found[1] or found[3]), ord(found[2] or found[3])) for found in _RANGE.finditer(inside)]
