"""Fuzzy: spellings that no list holds, taken for the known name that they can only stand for.

By itself a spelling must sound like the name, consonant by consonant: "Masoud Pezechkian".
Where the words beside it say nationality and office, it may be further off: "Iranian
President Massoud Pezizian". All else is somebody else, since the world is full of names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from typing import NamedTuple

from cleantext.core.match import fold
from cleantext.steps.names.comparing.sounds import likeness, sound
from cleantext.steps.names.gazetteer import Entity
from cleantext.steps.names.neighbours import TITLES, is_part_of_longer
from cleantext.steps.names.spoken import OFFICES, nations

# A spelling without context: each part so like, and so many consonants in all, as short names are many people's.
_LEAST_PART = 0.88
_LEAST_WHOLE = 0.93
_FEWEST_CONSONANTS = 4
_MANY_CONSONANTS = 9
_LEAST_OF_LONG = (0.75, 0.86)
# With nationality and office beside it.
_LEAST_IN_CONTEXT = 0.66
_LEAST_GIVEN_IN_CONTEXT = 0.75
# There a surname of which some letters went wrong is enough beside the right given name.
_SAME_GIVEN = 0.95
_LEAST_LETTERS = 0.7
# Code points to either side in which nationality and office must stand.
_BESIDE = 48
_MOST_PARTS = 6
# Names remembered: a report repeats its few.
_REMEMBERED = 1 << 14
# Latin letters: nobody respells a name in its own script.
_CAPITAL = r"[A-Z\u00c0-\u00de\u0100-\u024f\u1e00-\u1eff]"
_PART = rf"(?:(?:al|el|a[dnrstz]|ash|[ou]l)[-‑]|d['’])?{_CAPITAL}[\w'’ʼ`-]{{0,30}}"
_PARTICLE = r"(?:al|el|bin|ibn|ben|von|van|der|de|da|di|del|dos|du)\b"
_GAP = r"[ \u00a0\n]"
_RUN = re.compile(rf"\b{_PART}(?:{_GAP}(?:{_PART}|{_PARTICLE})){{1,9}}")
_IN_RUN = re.compile(rf"{_PART}|{_PARTICLE}")
_ARTICLE = re.compile(r"^(?:al|el|as|ash|an|ad|ar|at|az|ul|ol)[-‑]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
# Consonants that one romanisation takes for the other, for a key; a vowel says little.
_MERGED = str.maketrans("zZSCWcXQgGDOdwfK", "ssssssskkktttvvk", "hjJyxAEY")
# Names of two or three syllables, which millions share, need words beside them.
_SYLLABLES = re.compile("[\u4e00-\u9fff\uac00-\ud7a3]")
_OTHER_SCRIPT = re.compile("[\u0370-\u1dff\u2e80-\ud7ff]")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile("[aeiou]+")
_NEVER = frozenset({"never-fuzzy", "ambiguous", "style-only"})
_PARTICLES = frozenset(["al", "el", "bin", "ibn", "ben", "von", "van", "der", "de", "da", "di", "del", "dos", "du"])


class Found(NamedTuple):
    """A spelling in a text, and whose name it is."""

    start: int
    end: int
    entity: Entity


class _Form(NamedTuple):
    """One known spelling of a name, part by part, by sound."""

    sounds: tuple[str, ...]
    entity: Entity
    # The words of an office among those that reports put near the person.
    offices: frozenset[str]


class Fuzzy:
    """Looks for spellings near the names of some persons; safe to share between threads."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Take the entities; those flagged as ambiguous, contested or never-fuzzy are left out."""
        persons = [entity for entity in entities if entity.type == "PER" and not entity.flags & _NEVER]
        self._seen: dict[tuple[str, ...], tuple[list[tuple[str, ...]], dict[str, Entity]]] = {}
        self._forms = [form for entity in persons for form in _forms_of(entity)]

    def find(self, text: str, taken: Iterable[tuple[int, int]]) -> Iterator[Found]:
        """Yield the spellings in a text, outside the spans that are known already; sorted, disjoint."""
        inside = bytearray(len(text))
        for start, end in taken:
            inside[start:end] = b"\x01" * (end - start)
        for run in _RUN.finditer(text):
            parts = [(run.start() + part.start(), run.start() + part.end()) for part in _IN_RUN.finditer(run.group())]
            place = 0
            while place < len(parts) - 1:
                found = self._at(text, parts[place : place + _MOST_PARTS], inside)
                if found is None:
                    place += 1
                    continue
                yield found
                place += sum(found.start <= start < found.end for start, _ in parts)

    def _at(self, text: str, parts: list[tuple[int, int]], inside: bytearray) -> Found | None:
        """Return what begins with the first of some parts: the longest that is known."""
        first = text[parts[0][0]]
        if not first.isupper():
            return None
        for count in range(len(parts), 1, -1):
            start, end = parts[0][0], parts[count - 1][1]
            words = [_without_possessive(text[one:other]) for one, other in parts[:count]]
            end -= text[start:end].endswith(("'s", "’s")) * 2
            if inside[start] or inside[end - 1] or not _are_name(words):
                continue
            entity = self._entity(text, (start, end), words)
            if entity is None or _is_style(words, entity):
                continue
            if not is_part_of_longer(text, start, end, person=True):
                return Found(start, end, entity)
        return None

    def _entity(self, text: str, span: tuple[int, int], words: list[str]) -> Entity | None:
        """Return whose name some words are; None where that is nobody's, or two persons'."""
        spellings, found = self._near(tuple(words))
        if not found:
            beside = _beside(text, *span)
            found = {
                form.entity.rule: form.entity
                for form in self._in_context(beside)
                for sounds in spellings
                if len(sounds) == len(form.sounds) and _is_near_in_context(sounds, form)
            }
        canonical = {entity.canonical for entity in found.values()}
        return next(iter(found.values())) if len(canonical) == 1 else None

    def _near(self, words: tuple[str, ...]) -> tuple[list[tuple[str, ...]], dict[str, Entity]]:
        """Return how some words sound, and whose name they are wherever they stand; both are remembered."""
        known = self._seen.get(words)
        if known is None:
            spellings = list(_spellings(list(words)))
            found = {
                form.entity.rule: form.entity
                for sounds in spellings
                for key in _keys(sounds)
                for form in self._by_skeleton.get(key, ())
                if not _is_of_syllables(form.entity) and _is_near(sounds, form.sounds)
            }
            if len(self._seen) >= _REMEMBERED:
                self._seen = {}
            known = self._seen[words] = spellings, found
        return known

    def _in_context(self, beside: frozenset[str]) -> Iterator[_Form]:
        """Yield the forms of persons of whose nationality and office the words beside a name speak."""
        for word in beside & self._by_nation.keys():
            for form in self._by_nation[word]:
                if not beside.isdisjoint(form.offices):
                    yield form

    @cached_property
    def _by_skeleton(self) -> dict[tuple[str, ...], list[_Form]]:
        forms: dict[tuple[str, ...], list[_Form]] = {}
        for form in self._forms:
            for key in _keys(form.sounds):
                forms.setdefault(key, []).append(form)
        return forms

    @cached_property
    def _by_nation(self) -> dict[str, list[_Form]]:
        forms: dict[str, list[_Form]] = {}
        for form in self._forms:
            for word in nations(form.entity):
                forms.setdefault(word, []).append(form)
        return forms


def _forms_of(entity: Entity) -> Iterator[_Form]:
    offices = OFFICES.intersection(entity.context.split())
    for spelling in dict.fromkeys((entity.canonical, *(alias.text for alias in entity.aliases))):
        words = spelling.split()
        if 2 <= len(words) <= _MOST_PARTS:
            yield from (_Form(sounds, entity, offices) for sounds in _spellings(words))


def _spellings(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield the sounds of a name without articles, part by part, and with two of its parts as one: "Nasr Allah"."""
    plain = [part for word in words if (part := _ARTICLE.sub("", word)) and not _ARTICLE.fullmatch(part + "-")]
    sounds = tuple(map(sound, plain))
    if len(sounds) > 1 and all(sounds):
        yield sounds
    if len(plain) > 2:
        for place in range(len(plain) - 1):
            yield tuple(map(sound, (*plain[:place], plain[place] + plain[place + 1].lower(), *plain[place + 2 :])))


def _beside(text: str, start: int, end: int) -> frozenset[str]:
    """Return the words beside a name, folded, up to the ends of its sentence."""
    before = text[max(0, start - _BESIDE) : start]
    after = text[end : end + _BESIDE]
    before = re.split(r"[.!?;\n](?:\s|$)", before)[-1]
    after = re.split(r"[.!?;\n](?:\s|$)", after, maxsplit=1)[0]
    return frozenset(_WORD.findall(fold(f"{before} {after}")))


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _are_name(words: list[str]) -> bool:
    """Say whether words can be a name: capitals but for articles and particles, no title, no initial."""
    plain = [_ARTICLE.sub("", word) for word in words]
    if not all(word[:1].isupper() or word in _PARTICLES for word in plain) or not plain[-1][:1].isupper():
        return False
    return not any(word.lower() in TITLES or len(word) < 2 for word in (plain[0], plain[-1]))


def _is_style(words: list[str], entity: Entity) -> bool:
    """Say whether a spelling is a house's choice: hyphens, capitals, no article ("Bashar Assad").

    So are accents where a name is written in Latin letters at home; elsewhere they are a transliteration's.
    """
    keeps_accents = _OTHER_SCRIPT.search(entity.native) is not None
    found = _plain(" ".join(words), keeps_accents)
    wanted = entity.canonical.split()
    without_articles = " ".join(_ARTICLE.sub("", word) for word in wanted)
    return found in (_plain(" ".join(wanted), keeps_accents), _plain(without_articles, keeps_accents))


def _plain(name: str, keeps_accents: bool) -> list[str]:
    letters = name.lower().replace("-", " ")
    if not keeps_accents:
        letters = "".join(
            letter for letter in unicodedata.normalize("NFD", letters) if letter.isalnum() or letter == " "
        )
    return letters.split()


def _keys(sounds: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return what a name is looked up by: its consonants, those that are taken for each other as one.

    A German ch is a Russian kh, which others write as h or k.
    """
    spellings = {sounds, *(tuple(one.replace("C", "x") for one in sounds),)}
    spellings |= {tuple(one.replace("x", "k") for one in spelling) for spelling in spellings}
    return {tuple(map(_skeleton, spelling)) for spelling in spellings}


@lru_cache(1 << 14)
def _skeleton(one: str) -> str:
    # Doubles are one before the vowels go: "-dze" is not "-dzes".
    return _VOWELS.sub("", _DOUBLED.sub(r"\1", one.translate(_MERGED).replace("ts", "s")))


def _is_near(sounds: tuple[str, ...], form: tuple[str, ...]) -> bool:
    """Say whether a spelling of the same consonants is near enough by its vowels."""
    parts = [likeness(one, other) for one, other in zip(sounds, form, strict=True)]
    consonants = sum(len(_skeleton(one)) for one in form)
    # What agrees in so many consonants can be nobody else.
    least_part, least_whole = (_LEAST_PART, _LEAST_WHOLE) if consonants < _MANY_CONSONANTS else _LEAST_OF_LONG
    if consonants < _FEWEST_CONSONANTS or min(parts) < least_part or sum(parts) / len(parts) < least_whole:
        return False
    # "Raisi" and "Rais", "Nasrallah" and "Nasrallahi", "Petrov" and "Petrova" are different families.
    return _ending(sounds[-1]) == _ending(form[-1])


def _ending(sounds: str) -> str:
    """Return what a surname ends with, as far as it makes another surname: "i", another vowel, or nothing."""
    last = sounds.rstrip("h")[-1:]
    return "i" if last == "i" else "a" if last in ("a", "o") else ""


def _is_of_syllables(entity: Entity) -> bool:
    return _SYLLABLES.search(entity.native) is not None and "japan" not in entity.context


def _is_near_in_context(sounds: tuple[str, ...], form: _Form) -> bool:
    if _is_of_syllables(form.entity):
        return _is_near(sounds, form.sounds)
    parts = [likeness(one, other) for one, other in zip(sounds, form.sounds, strict=True)]
    whole = 0.5 * sum(parts) / len(parts) + 0.5 * min(parts)
    if whole >= _LEAST_IN_CONTEXT and parts[0] >= _LEAST_GIVEN_IN_CONTEXT:
        return True
    return (
        min(parts[:-1]) >= _SAME_GIVEN and SequenceMatcher(None, sounds[-1], form.sounds[-1]).ratio() >= _LEAST_LETTERS
    )
