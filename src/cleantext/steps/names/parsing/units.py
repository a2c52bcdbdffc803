"""Units: a name in Western or Arab order, cut into words that belong together.

"Abdel Fattah", "bin Salman", "al-Sisi" and "von der Leyen" are one unit each. The first
unit is the given name; which of the others are family name depends on their kinds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cleantext.steps.names.parsing.known import COMPOUND, DOUBLE, GIVEN, GIVEN_IBERIAN, ONLY_IBERIAN, SURNAMES_IBERIAN
from cleantext.steps.names.parsing.order import Parts
from cleantext.steps.names.parsing.tables import (
    ARTICLES,
    CHAIN,
    EUROPEAN,
    EUROPEAN_LOWER,
    FAITH,
    JOINING,
    SERVANT,
    listed,
)

# Hyphenated or elided ones: "al-Assad", "d'Estaing".
_ARTICLE_PREFIXES = tuple(f"{article}-" for article in sorted(ARTICLES))
_PREFIXES = (*_ARTICLE_PREFIXES, "ben-", "bin-", "bar-")
_PARTICLES = EUROPEAN | CHAIN | ARTICLES
_ELIDED = ("d'", "d’", "dell'", "dell’", "dall'", "dall’")
# "María del Carmen", "José de Jesús": the particle belongs to the given name.
_DEVOTION = listed(
    "carmen pilar rosario mar rocio jesus angeles dolores mercedes luz sol pino consuelo socorro lourdes fatima "
    "remedios nieves milagro milagros guadalupe refugio transito"
)
# Given names in front of a word with a capital: "Al Gore", "Van Morrison", "Ben Affleck".
_ALSO_GIVEN = listed("al van ben el san st saint mac santa ap lo la do di as an ash art bar")


# "Heydar oglu": those that stand behind the father's name.
_BEHIND = listed("oglu ogly uulu")


class _Unit(NamedTuple):
    """Words that belong together; kind is word, initial, chain ("bin"), article ("al-") or european ("von")."""

    kind: str
    start: int
    end: int


def split(words: Sequence[str], keys: Sequence[str]) -> Parts:
    """Split a name that begins with the given name, or is a family name with its particles alone."""
    units = _units(words, keys)
    if len(units) == 1:
        text = " ".join(words)
        return (
            Parts("", "", text, "single")
            if units[0].kind in ("article", "european", "chain")
            else Parts(text, "", "", "single")
        )
    if units[0].kind in ("article", "european", "chain"):
        return Parts("", "", " ".join(words), "single")
    first = 1
    while first < len(units) - 1 and (keys[units[first - 1].start], keys[units[first].start]) in DOUBLE and first < 2:
        first += 1
    family = _family_start(words, keys, units, first)
    given = " ".join(words[: units[first].start])
    middle = " ".join(words[units[first].start : units[family].start])
    return Parts(given, middle, " ".join(words[units[family].start :]), "western")


def given_length(keys: Sequence[str]) -> int:
    """Return how many words in front are one given name, in a part that holds no family name."""
    if len(keys) > 1 and (keys[0], keys[1]) in DOUBLE:
        return 2
    if keys and keys[0] in SERVANT and len(keys) > 1:
        return _servant_end(keys, 0)
    if len(keys) > 1 and keys[1].startswith(_ARTICLE_PREFIXES) and _is_faith(keys[1]):
        return 2
    if len(keys) > 2 and keys[1] in ARTICLES and _is_faith(keys[2]):
        return 3
    return 1


def particles(family: str) -> tuple[str, ...]:
    """Return the particles of a family name, in order."""
    found: list[str] = []
    for word in family.split(" "):
        item = word.lower()
        if item in _PARTICLES or word in EUROPEAN_LOWER:
            found.append(word)
        elif item.startswith(_ARTICLE_PREFIXES):
            found.append(word[: item.index("-") + 1])
        elif item.startswith(_ELIDED) and len(item) > 2:
            found.append(word[: 5 if item.startswith(("dell", "dall")) else 2])
    return tuple(found)


def is_particle(word: str, item: str) -> bool:
    """Tell whether a word behind an inverted name's comma belongs before the family name."""
    return (
        word.endswith("-")
        or word in EUROPEAN_LOWER
        or (word.islower() and (item in EUROPEAN or item in ARTICLES or (item in CHAIN and item not in _BEHIND)))
    )


def _units(words: Sequence[str], keys: Sequence[str]) -> list[_Unit]:
    units: list[_Unit] = []
    at, count = 0, len(words)
    while at < count:
        unit = _unit(words, keys, at)
        if units and unit.kind == "article" and units[-1].kind == "word" and _is_faith(keys[unit.end - 1]):
            unit = _Unit("word", units.pop().start, unit.end)
        units.append(unit)
        at = unit.end
    return units


def _unit(words: Sequence[str], keys: Sequence[str], at: int) -> _Unit:
    item, word, count = keys[at], words[at], len(words)
    is_last = at + 1 == count
    if len(word.rstrip(".")) == 1 or (word.endswith(".") and len(word) < 6):
        return _Unit("initial", at, at + 1)
    if at == 0 and item in _ALSO_GIVEN and word[:1].isupper():
        return _Unit("word", at, at + 1)
    if not is_last:
        if item in SERVANT:
            return _Unit("word", at, _servant_end(keys, at))
        if item in CHAIN:
            # One element only, so that a chain of any length is read in one go.
            following = at + 1
            if keys[following] in SERVANT and following + 1 < count:
                return _Unit("chain", at, _servant_end(keys, following))
            return _Unit("chain", at, following + 1 + (keys[following] in ARTICLES and following + 1 < count))
        if item in ARTICLES and (word.islower() or at > 0) and item not in ("as", "at", "an", "ad"):
            return _Unit("article", at, at + 2)
        if (item in EUROPEAN or word in EUROPEAN_LOWER) and not _is_initial_like(word):
            if at and item in ("del", "de", "la", "los") and keys[at - 1] in GIVEN_IBERIAN:
                end = at + 1 + (keys[at + 1] in ("la", "los", "las"))
                if end < count - 1 and keys[end] in _DEVOTION:
                    return _Unit("word", at, end + 1)
            return _Unit("european", at, count)
    if (item.startswith(_PREFIXES) and len(item) > 4) or (item.startswith("ال") and len(item) > 3):
        return _Unit("article", at, at + 1)
    if at and word.startswith(("d'", "d’")):
        return _Unit("european", at, count)
    return _Unit("word", at, at + 1)


def _is_initial_like(word: str) -> bool:
    return len(word) == 2 and word.endswith(".")


def _servant_end(keys: Sequence[str], at: int) -> int:
    """Return the end of "Abdel Fattah", "Abd al-Aziz" or "Abu al Hassan" at `at`."""
    end = at + 1
    if keys[end] in ARTICLES and end + 1 < len(keys):
        end += 1
    return end + 1


def _is_faith(item: str) -> bool:
    return item in FAITH or item.rpartition("-")[2] in FAITH


def _family_start(words: Sequence[str], keys: Sequence[str], units: Sequence[_Unit], first: int) -> int:
    """Return the index of the unit that the family name begins with; at least `first`."""
    last = len(units) - 1
    for index in range(first, last + 1):
        if units[index].kind == "european":
            return _joined_start(keys, units, index, first)
        if units[index].kind == "article":
            return index
    if units[last].kind != "word":
        return last
    return _double_start(words, keys, units, first)


def _joined_start(keys: Sequence[str], units: Sequence[_Unit], index: int, first: int) -> int:
    """Extend the family name to the left of its particle: "Lula da Silva", "Giscard d'Estaing"."""
    particle = keys[units[index].start]
    if particle not in JOINING and not particle.startswith("d'"):
        return index
    while index > first and units[index - 1].kind == "word" and keys[units[index - 1].start] not in GIVEN:
        index -= 1
    return index


def _double_start(words: Sequence[str], keys: Sequence[str], units: Sequence[_Unit], first: int) -> int:
    """Return where a family name of two words begins; the last word where nothing says so."""
    last = len(units) - 1
    if last <= first - 1 or last == first:
        return last
    before, final = keys[units[last - 1].start], keys[units[last].start]
    if units[last - 1].kind != "word":
        return last
    if (before, final) in COMPOUND:
        return last - 1
    for index in range(first, last):
        unit = units[index]
        if unit.kind == "word" and unit.end - unit.start == 1 and _is_iberian(keys[unit.start]) and index >= last - 2:
            return index
    if before in GIVEN:
        return last
    if _is_iberian(final) or (keys[0] in ONLY_IBERIAN and last == 2 + (first > 1)):
        return last - 1
    if words[units[last - 1].start].startswith("Mc"):
        # Nobody is christened so: it is the surname a woman brought.
        return last - 1
    return last


def _is_iberian(item: str) -> bool:
    if item in GIVEN:
        return False
    return (
        item in SURNAMES_IBERIAN
        or (item.endswith("ez") and len(item) > 4)
        or ("-" in item and item.partition("-")[0] in SURNAMES_IBERIAN)
    )
