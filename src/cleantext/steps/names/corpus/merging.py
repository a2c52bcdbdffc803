"""Merging: the spellings of a corpus in groups, each of one person as far as letters can tell.

Blocks of equal consonants make it near-linear: names of different blocks are never compared.
Each spelling is judged against the most frequent one of its group, never against another
variant, so that no chain of small steps leads from one person to the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cleantext.core.fold import fold
from cleantext.core.load import packaged
from cleantext.steps.names.comparing.compare import compare
from cleantext.steps.names.comparing.given import classes
from cleantext.steps.names.comparing.part_words import MARKS, OF, PARTICLES, TITLES
from cleantext.steps.names.comparing.parts import INITIAL, Part, read
from cleantext.steps.names.comparing.romanise import romanise, script
from cleantext.steps.names.comparing.sounds import likeness, sound
from cleantext.steps.names.corpus.spelled import is_fixed, is_inflected, is_one_syllable, skeleton, undoubled
from cleantext.steps.names.gazetteer import entities

if TYPE_CHECKING:
    from cleantext.steps.names.gazetteer import Entity

# In clean news nearly all that is less alike is two people's.
_LEAST = 0.9
_LEAST_PART = 0.8
# Two forms of one given name that are less alike are two languages': Ibrahim and Abraham.
_LEAST_GIVEN = 0.9
# Shorter names are many people's: Ali Amin, Li Na.
_FEWEST_CONSONANTS = 4
# Heads that a spelling is compared with; a block with more is no block of names.
_MOST_HEADS = 40
# A misspelling is so much rarer than the name.
_RARE = 10
# A name with a word too many is so much rarer than the name.
_STRAY = 2


class Group(NamedTuple):
    """Spellings of one person with their counts, the canonical form, and the judgement that is least sure."""

    canonical: str
    spellings: tuple[tuple[str, int], ...]
    score: float
    why: str


class _Unit(NamedTuple):
    """The spellings that differ in capitals alone, and what they are as a name."""

    name: str
    uses: int
    spellings: tuple[tuple[str, int], ...]
    parts: tuple[Part, ...]
    marks: frozenset[str]
    known: Entity | None


class _Found(NamedTuple):
    """A group that grows; the units are judged against the first, or listed with it."""

    units: list[_Unit]
    judged: list[tuple[float, str]]
    # Of one person, as far as is known; whether spellings that are not listed may join.
    is_one: bool
    is_open: bool


def groups(counts: Mapping[str, int], persons: AbstractSet[str], *, english: bool = True) -> Iterator[Group]:
    """Yield the groups of two spellings or more; `persons` are names of which a text said what they are.

    `english` is the corpus' language; in any other, the spellings that may be right there are left alone, and the
    most frequent one wins over ours.
    """
    found: list[_Found] = []
    listed: dict[str, _Found] = {}
    for block in _blocks(_units(counts, _known(english))):
        _gather(block, found, listed)
    for one in found:
        if one.is_one and sum(len(unit.spellings) for unit in one.units) > 1 and _is_person(one, persons):
            yield _group(one, english=english)


def _units(counts: Mapping[str, int], known: Mapping[str, Entity | None]) -> Iterator[_Unit]:
    """Yield the names that may have another spelling."""
    together: dict[str, list[tuple[str, int]]] = {}
    for name, count in counts.items():
        together.setdefault(fold(name), []).append((name, count))
    totals = {key: sum(count for _, count in spellings) for key, spellings in together.items()}
    rough = {key: _rough(key) for key in totals}
    alike = Counter(rough.values())
    for key, spellings in together.items():
        is_alone = alike[rough[key]] == 1 and len(spellings) == 1 and key not in known
        if is_alone or _is_stray(key, totals) or (key in known and known[key] is None):
            continue
        spellings.sort(key=_by_use)
        names = read(spellings[0][0])
        if names and len(names[0].parts) > 1:
            yield _Unit(spellings[0][0], totals[key], tuple(spellings), names[0].parts, names[0].marks, known.get(key))


def _rough(key: str) -> str:
    """Return the consonants of a name at little cost: reading a name takes ten times as long."""
    words = key.replace("-", " ").replace(".", " ").split()
    return skeleton("".join(sound(word) for word in words if len(word) > 1 and word not in _SMALL))


def _by_use(spelling: tuple[str, int]) -> tuple[int, int, str]:
    """Sort the most frequent spelling first, of equally frequent ones the longest, then by letters."""
    return -spelling[1], -len(spelling[0]), spelling[0]


def _is_stray(key: str, totals: Mapping[str, int]) -> bool:
    """Say whether a run is a more frequent name with a word too many: "Moscow Ivan Sokolov", "Ivan Sokolov Says"."""
    words = key.split(" ")
    if len(words) < 3:
        return False
    least = _STRAY * totals[key]
    if totals.get(" ".join(words[:-1]), 0) >= least:
        return True
    # "Ortiz Mena" is the surname of Antonio Ortiz Mena.
    return totals.get(" ".join(words[1:]), 0) >= least and not classes(words[0], sound(words[0]))


@cache
def _known(english: bool) -> dict[str, Entity | None]:
    """Return whose the spellings are that ship, folded; None for one that stays as it is.

    That is what two entities have, what is no person's, and outside English what another language writes.
    """
    known: dict[str, Entity | None] = {}
    for entity in entities(packaged("names")):
        for text, language in (*entity.aliases, (entity.canonical, "")):
            key = fold(text)
            owner = known.get(key, entity)
            is_clear = owner is not None and owner.rule == entity.rule and entity.type == "PER"
            known[key] = entity if is_clear and (english or not language) else None
    return known


def _blocks(units: Iterable[_Unit]) -> Iterator[list[_Unit]]:
    """Yield the units that have the same consonants: the known ones first, then by use."""
    blocks: dict[tuple[str, str], list[_Unit]] = {}
    for unit in units:
        key = skeleton(_sounds(unit))
        blocks.setdefault((script(fold(unit.name)), key), []).append(unit)
    for _, block in sorted(blocks.items()):
        yield sorted(block, key=lambda unit: (unit.known is None, *_by_use((unit.name, unit.uses))))


def _gather(block: Sequence[_Unit], found: list[_Found], listed: dict[str, _Found]) -> None:
    heads: list[tuple[_Unit, _Found]] = []
    for unit in block:
        if unit.known is not None:
            group = _listed(unit, unit.known, found, listed)
        else:
            judged = [(head, group, why) for head, group in heads[:_MOST_HEADS] if (why := _judge(head, unit))]
            owners = {id(group) for _, group, _ in judged}
            if len(owners) == 1 and judged[0][1].is_open:
                judged[0][1].units.append(unit)
                judged[0][1].judged.append(max(why for _, _, why in judged))
                continue
            # One that may be two persons' is left alone.
            group = _Found([unit], [], is_one=True, is_open=not judged)
            found.append(group)
        heads.append((unit, group))


def _listed(unit: _Unit, entity: Entity, found: list[_Found], listed: dict[str, _Found]) -> _Found:
    """Return the group of a known person, with one more of the known spellings in it."""
    if entity.rule not in listed:
        is_one = "ambiguous" not in entity.flags
        listed[entity.rule] = _Found([], [], is_one, is_open=is_one and "never-fuzzy" not in entity.flags)
        found.append(listed[entity.rule])
    group = listed[entity.rule]
    group.units.append(unit)
    group.judged.append((1.0, f"listed as {entity.canonical}"))
    return group


def _judge(head: _Unit, unit: _Unit) -> tuple[float, str] | None:
    """Return how sure it is that two spellings are one person's, and why; None where it is not."""
    if head.marks != unit.marks or _small_words(head.name) != _small_words(unit.name):
        return None
    if not _same_parts(head, unit):
        return None
    compared = compare(head.name, unit.name)
    if compared.score < _LEAST:
        return None
    return compared.score, f"{unit.name}: {', '.join(compared.why)}"


def _same_parts(head: _Unit, unit: _Unit) -> bool:
    if is_one_syllable(part.sound for part in head.parts):
        return _letters(head) == _letters(unit)
    if len(head.parts) != len(unit.parts):
        # "Abdul-Malik" and "Abdulmalik"
        return _sounds(head) == _sounds(unit)
    if _is_fixed(head) or _is_fixed(unit):
        is_rare = unit.uses * _RARE <= head.uses
        return _letters(head) == _letters(unit) or (is_rare and undoubled(_letters(head)) == undoubled(_letters(unit)))
    pairs = list(zip(head.parts, unit.parts, strict=True))
    if _consonants(head) < _FEWEST_CONSONANTS and not all(_is_one_word(one, other) for one, other in pairs):
        return False
    return all(_same_part(one, other) for one, other in pairs)


def _is_fixed(unit: _Unit) -> bool:
    return is_fixed(unit.parts[0].text, unit.parts[-1].text)


def _is_one_word(one: Part, other: Part) -> bool:
    return one.sound == other.sound or bool(one.classes & other.classes)


def _same_part(one: Part, other: Part) -> bool:
    if one.kind != other.kind or one.segment != other.segment:
        return False
    if one.kind == INITIAL or one.sound == other.sound:
        return one.sound == other.sound
    if one.classes and other.classes and not one.classes & other.classes:
        return False
    if skeleton(one.sound) != skeleton(other.sound) or is_inflected(one.text, other.text):
        return False
    return likeness(one.sound, other.sound) >= (_LEAST_GIVEN if one.classes & other.classes else _LEAST_PART)


def _sounds(unit: _Unit) -> str:
    return "".join(part.sound for part in unit.parts)


def _letters(unit: _Unit) -> str:
    return "".join(romanise(part.text) for part in unit.parts)


def _consonants(unit: _Unit) -> int:
    return sum(len(skeleton(part.sound)) for part in unit.parts)


def _small_words(name: str) -> tuple[str, ...]:
    words = fold(name).replace(".", " ").split()
    return tuple("bin" if word in _SONS else word for word in words if word in _MATTER or len(word) == 1)


def _is_person(found: _Found, persons: AbstractSet[str]) -> bool:
    return any(
        unit.known is not None or unit.parts[0].classes or any(name in persons for name, _ in unit.spellings)
        for unit in found.units
    )


def _group(found: _Found, *, english: bool) -> Group:
    spellings = sorted((spelling for unit in found.units for spelling in unit.spellings), key=_by_use)
    score, why = min(found.judged, default=(1.0, "capitals"))
    known = next((unit.known for unit in found.units if unit.known), None)
    # The forms that ship are those of English.
    ships = english and known is not None and "style-only" not in known.flags
    return Group(known.canonical if known and ships else spellings[0][0], tuple(spellings), score, why)


# What a rough look leaves out, as reading a name does.
_SMALL = OF | PARTICLES | MARKS.keys() | {"al", "el", "ul", "as", "ash", "an", "ad", "ar", "at", "az", "ud"}
# Whose son one is, and of which house: "Ali bin Omar" is not "Ali Omar". An article is no such word; a title may be
# a surname, as in Billie Jean King.
_MATTER = (OF | PARTICLES | TITLES) - {"al", "el", "ul"}
_SONS = frozenset({"bin", "ben", "ibn"})
