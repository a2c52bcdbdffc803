"""Compare: how likely two name strings name the same person or company.

The words of the shorter name are paired with words of the other, whatever their order. Half of
the score is the mean of the pairs, half the worst pair: one word that differs is another person.
What only one side has costs little; a 'Jr' or a number on one side only caps the score.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from cleantext.steps.names.comparing.given import classes, head
from cleantext.steps.names.comparing.part_words import LEGAL
from cleantext.steps.names.comparing.parts import HONORIFIC, INITIAL, LEGAL_FORM, PATRONYMIC, WORD, Name, Part, read
from cleantext.steps.names.comparing.sounds import likeness, sound

# Two spellings of one given name are one name, but not quite what two equal words are.
_ONE_NAME = 0.98
_OTHER_NAME = 0.55
# What one side alone has, by kind of part: the Russian press leaves out the patronymic, and so on.
_EXTRA = {WORD: 0.08, INITIAL: 0.03, PATRONYMIC: 0.03, HONORIFIC: 0.02, LEGAL_FORM: 0.02}
_WEIGHT = {WORD: 1.0, INITIAL: 0.4, PATRONYMIC: 0.7, HONORIFIC: 0.1, LEGAL_FORM: 0.15}
_EXTRA_FIRST = 0.1
# Long names prove more than short ones, which have more namesakes: so much is taken off, divided by the letters.
_UNPROVEN = 0.6
# How much the worst pair counts: in a name of two words there is less else to go by.
_WORST = 0.5
_WORST_OF_TWO = 0.7
_SINGLE = 0.5
_MARK_DIFFERS = 0.5
_INITIALS_DIFFER = 0.5
_TURNED_ROUND = 0.5
_AGREES = 0.9
_GOOD = 0.8
_BALTIC = 0.93
_SURE = 0.95


class Comparison(NamedTuple):
    """How alike two names are, from 0 to 1, and short facts that say why."""

    score: float
    why: tuple[str, ...]


class _Pair(NamedTuple):
    a: Part
    b: Part
    alike: float


class _Judged(NamedTuple):
    score: float
    pairs: tuple[_Pair, ...] = ()
    extra: tuple[Part, ...] = ()
    caps: tuple[str, ...] = ()


def compare(a: str, b: str) -> Comparison:
    """Return how likely two name strings name the same, with reasons; the order of the two is immaterial."""
    judged = _best(a, b)
    if a > b:
        judged = judged._replace(pairs=tuple(_Pair(pair.b, pair.a, pair.alike) for pair in judged.pairs))
    return Comparison(judged.score, tuple(_reasons(judged)))


def score(a: str, b: str) -> float:
    """Return how likely two name strings name the same, from 0 to 1."""
    return _best(a, b).score


def _best(a: str, b: str) -> _Judged:
    if a > b:
        a, b = b, a
    if a == b or a.casefold() == b.casefold():
        return _same(a)
    best = _NOTHING
    for one in read(a):
        for other in read(b):
            judged = _judge(one, other)
            if judged.score > best.score:
                best = judged
    return best


def _same(name: str) -> _Judged:
    found = read(name)
    if not found:
        return _NOTHING
    return _Judged(1.0, tuple(_Pair(part, part, 1.0) for part in found[0].parts))


def _judge(a: Name, b: Name) -> _Judged:
    judged = _paired(a, b)
    if max(len(a.parts), len(b.parts)) > 2 and judged.pairs and min(pair.alike for pair in judged.pairs) < _GOOD:
        for one, other in _rejoined(a, b, judged):
            again = _paired(one, other)
            if again.score > judged.score:
                judged = again
    return judged


def _paired(a: Name, b: Name) -> _Judged:
    pairs, left = _pairs(a.parts, b.parts)
    weights = alike = 0.0
    letters = 0
    worst = 1.0
    for pair in pairs:
        weight = min(_WEIGHT[pair.a.kind], _WEIGHT[pair.b.kind])
        weights += weight
        alike += weight * pair.alike
        letters += len(pair.a.sound) + len(pair.b.sound)
        if pair.alike < worst and weight >= 0.4:
            worst = pair.alike
    if not weights:
        return _NOTHING
    share = _WORST_OF_TWO if len(pairs) == 2 else _WORST
    result = (1 - share) * alike / weights + share * worst - _UNPROVEN / letters
    for part in left:
        result -= _EXTRA[part.kind]
    if left and len(a.parts) != len(b.parts) and _begins_later(a, b, pairs):
        result -= _EXTRA_FIRST
    limits = _limits(a, b, pairs)
    for limit, _ in limits:
        result = min(result, limit)
    return _Judged(max(0.0, round(result, 4)), tuple(pairs), tuple(left), tuple(why for _, why in limits))


def _begins_later(a: Name, b: Name, pairs: list[_Pair]) -> bool:
    """Say whether one name is the other with a given name in front: 'Siraj Jalal Haqqani' is Jalal Haqqani's son."""
    longer, shorter = (a.parts, b.parts) if len(a.parts) > len(b.parts) else (b.parts, a.parts)
    first, second = longer[0], longer[1 if len(longer) > 1 else 0]
    if first.kind != WORD or first.classes & classes("mohammad", ""):
        return False
    return any(
        (pair.a is second and pair.b is shorter[0]) or (pair.b is second and pair.a is shorter[0]) for pair in pairs
    )


def _limits(a: Name, b: Name, pairs: list[_Pair]) -> list[tuple[float, str]]:
    limits: list[tuple[float, str]] = []
    if a.marks != b.marks:
        limits.append((_MARK_DIFFERS, f"{', '.join(sorted(a.marks ^ b.marks))} on one side only"))
    if a.initials and b.initials and a.initials != b.initials and len(a.initials) != len(b.initials):
        limits.append((_INITIALS_DIFFER, f"initials {a.initials} and {b.initials}"))
    if max(a.words, b.words) > 1 and sum(pair.a.kind in _MAJOR or pair.b.kind in _MAJOR for pair in pairs) < 2:
        limits.append((_SINGLE, "one word against several"))
    if a.has_father and b.has_father and _change_places(pairs):
        limits.append((_TURNED_ROUND, "son and father change places"))
    return limits


def _change_places(pairs: list[_Pair]) -> bool:
    before = any(pair.a.segment and not pair.b.segment for pair in pairs)
    return before and any(pair.b.segment and not pair.a.segment for pair in pairs)


def _pairs(a: tuple[Part, ...], b: tuple[Part, ...]) -> tuple[list[_Pair], list[Part]]:
    """Pair the parts, first those that are surely one, then the rest by likeness; return what is left over, too."""
    pairs: list[_Pair] = []
    rest: list[Part] = []
    free = list(b)
    for part in a:
        heard, kind, own = part.sound, part.kind, part.classes
        for place, other in enumerate(free):
            if kind != other.kind:
                continue
            if heard == other.sound:
                alike = 1.0
            elif (own and own & other.classes) or (part.plain == other.plain and kind != INITIAL):
                alike = _ONE_NAME
            else:
                continue
            pairs.append(_Pair(part, other, alike))
            del free[place]
            break
        else:
            rest.append(part)
    if not rest or not free:
        return pairs, rest or free
    nearest, left = _nearest(rest, free)
    return pairs + nearest, left


def _nearest(rest: list[Part], free: list[Part]) -> tuple[list[_Pair], list[Part]]:
    """Pair what is most alike first, however little; return what cannot be paired, too."""
    pairs: list[_Pair] = []
    ranked = [(-part_likeness(part, other), i, j) for i, part in enumerate(rest) for j, other in enumerate(free)]
    ranked.sort()
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for minus, i, j in ranked:
        if minus > 0 or i in taken_a or j in taken_b:
            continue
        taken_a.add(i)
        taken_b.add(j)
        pairs.append(_Pair(rest[i], free[j], -minus))
    left = [part for i, part in enumerate(rest) if i not in taken_a]
    left += [part for j, part in enumerate(free) if j not in taken_b]
    return pairs, left


def part_likeness(a: Part, b: Part) -> float:
    """Return how alike two parts are, from 0 to 1; -1 where they cannot stand for each other."""
    if a.kind != b.kind:
        if INITIAL in (a.kind, b.kind):
            kinds = a.kind + b.kind
            if kinds == INITIAL + WORD or kinds == INITIAL + PATRONYMIC:
                return _AGREES if _begins(a, b) else -1.0
            return -1.0
        if LEGAL_FORM in (a.kind, b.kind):
            return -1.0
        if PATRONYMIC in (a.kind, b.kind):
            # A surname in -ovich stands last in one name and second in another; a father is nobody's given name.
            alike = likeness(sound(a.text), sound(b.text))
            return alike if alike >= _SURE else -1.0
        if HONORIFIC in (a.kind, b.kind):
            alike = likeness(a.sound, b.sound)
            return alike if alike >= _SURE else -1.0
    elif a.kind == INITIAL:
        return 1.0 if a.sound == b.sound else 0.2
    elif a.kind == LEGAL_FORM:
        return 1.0 if LEGAL[a.text] == LEGAL[b.text] else 0.5
    if a.classes and b.classes and not a.classes & b.classes:
        return min(_OTHER_NAME, likeness(a.sound, b.sound))
    return _words_alike(a.sound, b.sound)


def _begins(a: Part, b: Part) -> bool:
    initial, word = (a, b) if a.kind == INITIAL else (b, a)
    return word.text[:1] == initial.text or word.sound[:1] == initial.text


@lru_cache(65_536)
def _words_alike(a: str, b: str) -> float:
    alike = likeness(a, b)
    shorter, longer = (a, b) if len(a) < len(b) else (b, a)
    if longer == shorter + "a" and shorter[-2:] in _MASCULINE:
        return min(alike, _OTHER_NAME)
    if alike < _BALTIC and shorter[-2:] in _SLAVIC and longer in (shorter + "s", shorter + "as"):
        # Lavrovs and Lavrovas are Lavrov to his Baltic neighbours; Roberts is not Robert.
        return _BALTIC
    return alike


def _rejoined(a: Name, b: Name, judged: _Judged) -> list[tuple[Name, Name]]:
    """Return the names with two words of one of them joined, where the joined word sounds like one of the other."""
    worst = [pair for pair in judged.pairs if pair.alike < _GOOD]
    out: list[tuple[Name, Name]] = []
    for pair in worst:
        out.extend((joined, b) for joined in _joining(a, pair.b))
        out.extend((a, joined) for joined in _joining(b, pair.a))
    return out


def _joining(name: Name, wanted: Part) -> list[Name]:
    if len(name.parts) < 2 or wanted.kind != WORD:
        return []
    out: list[Name] = []
    for index in range(len(name.parts) - 1):
        one, other = name.parts[index], name.parts[index + 1]
        if one.kind != WORD or other.kind != WORD:
            continue
        heard = one.sound + other.sound.lstrip("*")
        if not 0.7 < len(heard) / len(wanted.sound) < 1.6 or likeness(heard, wanted.sound) < _GOOD:
            continue
        part = Part(one.text + other.text, one.plain + other.plain, heard, frozenset(), WORD, one.segment)
        out.append(name._replace(parts=(*name.parts[:index], part, *name.parts[index + 2 :])))
    return out


def _reasons(judged: _Judged) -> list[str]:
    reasons = []
    for a, b, alike in judged.pairs:
        common = a.classes & b.classes
        if common:
            reasons.append(f"{a.text} = {b.text}: one given name ({head(min(common))})")
        elif a.classes and b.classes and a.text != b.text:
            reasons.append(f"{a.text}, {b.text}: two given names")
        elif a.text == b.text:
            reasons.append(f"{a.text}: equal")
        else:
            reasons.append(f"{a.text}, {b.text}: {alike:.2f} by sound")
    reasons.extend(f"{part.text}: on one side only" for part in judged.extra)
    reasons.extend(judged.caps)
    return reasons


_NOTHING = _Judged(0.0)
_MAJOR = frozenset((WORD, PATRONYMIC))
_SLAVIC = frozenset(("ov", "ev", "in"))
_MASCULINE = frozenset(("ov", "ev", "in", "an", "il"))
