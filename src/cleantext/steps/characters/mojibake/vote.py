"""Vote: one single-byte table read as another, decided by all lines of a document together.

`iþleri` is `işleri` read with the table next door. A line rarely proves it, ten lines do:
a plan (the table the text was read with, the table that was meant) is made for the whole
document or not at all. It needs a language whose alphabet has every letter of the result
and whose commonest words stand in the text, and it must save bits against the best that
any language can say for the text as it stands. That keeps the Icelandic þ and the
Portuguese õ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from typing import NamedTuple

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.core.model import bits, language_bits, language_difference, tables
from cleantext.core.tables import decode, encode
from cleantext.steps.characters.dense import thinned
from cleantext.steps.characters.mojibake.alphabets import alphabets
from cleantext.steps.characters.mojibake.genuine import are_in_words, is_inventory
from cleantext.steps.characters.mojibake.plans import Plan, plans, shown
from cleantext.steps.characters.mojibake.recode import Reading
from cleantext.steps.characters.mojibake.vote_gate import (
    FEWEST,
    READ,
    SIGNS,
    hits_of,
    is_near,
    may_vote,
    slices,
    words_of,
)

__all__ = ["may_vote", "vote_edits"]

_SIGNS = SIGNS | frozenset("²³½¼¾±º¿ª")
# Code points of a document that are judged, in slices, and those by which plans are ranked.
_SLICES, _SLICE, _RANKED = 5, 1_500, 1_200
# No plan is elected that saves nothing with all languages pooled; so many code points tell that nearly always.
_GLANCE, _AT_A_GLANCE = 300, 1.25
_FINALISTS = 12
# Languages of the text as it stands, the best of which is what a plan has to beat.
_NEAREST = 12
# What a line counts against a plan whose table could not have shown it.
_AGAINST = 20.0
# Misfits among the letters of a result: names from other languages.
_MISFITS, _MANY = 0.04, 15
# Common words that, undamaged, say which languages come into question.
_TELLING, _SHARE_OF_TOP = 5, 0.3
# Bits that a plan must save in all, and for each character: damage saves 7 to 40 a character, by chance it is 1 to 4.
_GAIN, _GAIN_EACH = 30.0, 4.0
# Tables so seldom met that chance is likelier.
_RARE, _RARE_GAIN_EACH = frozenset(("cp857", "mac_turkish", "cp775", "mac_greek", "cp737", "iso8859_14")), 8.0
# Bits that a result may cost for each character beyond ASCII: texts cost 4 to 12, names of many countries 16.
_DEAREST, _SHORT_DEAREST = 16.5, 9.0
# The language's common words are one word in six of a text; in twenty where it is telegraphic.
_WORDS_PER_HIT = 20
# A text of a few words has no common ones; then each of its letters must tell, and be a letter.
_FEW_WORDS, _SHORT_GAIN, _SHORT_GAIN_EACH = 8, 18.0, 5.5
_BEYOND = re.compile("[^\x00-\x7f]")


class Vote(NamedTuple):
    """What speaks for a plan.

    `language` is the language of the result; `gain` the bits saved against the best that any language says for the
    text as it stands, `pooled` those saved with all languages pooled, `cost` what the result costs; it has `letters`
    beyond ASCII, of which `changed` are new. `hits` of the `words` of the result are common
    ones of the language, `rival` of the one that has most.
    """

    plan: Plan
    language: str
    gain: float
    pooled: float
    cost: float
    letters: int
    changed: int
    hits: int
    rival: int
    words: int


def vote_edits(doc: Doc) -> Iterator[Edit]:
    """Yield sorted, disjoint edits that undo one wrong table for the whole document, if there was one.

    Ask `may_vote` first; this costs some 50 ms for any document.
    """
    best = election(doc.text)
    if best is not None and _is_elected(best):
        yield from thinned(_edits(doc, best), doc.text)


def election(text: str) -> Vote | None:
    """Return what speaks for the best plan, None where no plan makes a text of a language's letters."""
    if len(text) > _SLICES * _SLICE:
        text = "\n".join(slices(text, _SLICES, _SLICE))
    lines = [line for line in text.split("\n") if not line.isascii()]
    inventory = Counter(_BEYOND.findall(text))
    if sum(inventory.values()) < FEWEST:
        return None
    ranked = list(_within(lines, _RANKED))
    glance = list(_within(lines, _GLANCE))
    common = hits_of(word for word in words_of(text.split("\n")) if word.isascii())
    finalists: list[tuple[float, int, Plan, str]] = []
    likely = _likely(common)
    for order, plan in enumerate(plans(inventory)):
        if not _may_gain(glance, plan, _AT_A_GLANCE):
            continue
        languages = _languages(inventory, plan, likely)
        if languages:
            after = _changed(ranked, plan)
            pooled = sum(map(bits, after))
            against = _AGAINST * _counts_against(ranked, plan)
            finalists += [(_cost(after, language, pooled) + against, order, plan, language) for language in languages]
    if not finalists:
        return None
    finalists.sort(key=lambda one: one[:2])
    best_standing = _standing(lines, glance)
    votes = [_vote(lines, plan, language, best_standing) for _, _, plan, language in finalists[:_FINALISTS]]
    # Languages without statistics save less; their words speak for them.
    best = max(votes, key=lambda vote: (is_near(vote.hits, vote.rival), vote.gain + vote.hits), default=None)
    if best is None or any(_is_utf8(lines, codec) for codec in (*READ, "latin-1")):
        return None
    return best if are_in_words(lines, list(best.plan.changes)) and not is_inventory("\n".join(lines)) else None


def _is_elected(vote: Vote) -> bool:
    if vote.pooled < 0 or not is_near(vote.hits, vote.rival):
        return False
    if vote.words <= _FEW_WORDS:
        least = max(_SHORT_GAIN, _SHORT_GAIN_EACH * vote.changed)
        only_letters = all(map(str.isalpha, vote.plan.changes.values()))
        return only_letters and vote.gain >= least and vote.cost <= _SHORT_DEAREST * vote.letters
    each = _RARE_GAIN_EACH if vote.plan.meant in _RARE else _GAIN_EACH
    least = max(_GAIN, each * vote.changed)
    return vote.gain >= least and vote.cost <= _DEAREST * vote.letters and vote.hits * _WORDS_PER_HIT >= vote.words


def _edits(doc: Doc, vote: Vote) -> Iterator[Edit]:
    """Yield the edits of the lines that the plan can have shown and makes no worse."""
    read, meant = vote.plan.read, vote.plan.meant
    rule = f"any.characters.mojibake/{Reading(read, meant)}"
    characters = shown(read, meant)
    known = re.compile(f"[\x00-\x7f{re.escape(''.join(characters))}]*")
    changing = re.compile(f"[{re.escape(''.join(one for one, other in characters.items() if one != other))}]+")
    translation = str.maketrans(characters)
    for start, line in zip(doc.line_starts, doc.lines, strict=True):
        if line.isascii() or not known.fullmatch(line) or _stands(line, line.translate(translation), vote.language):
            continue
        for found in changing.finditer(line):
            yield Edit(start + found.start(), start + found.end(), found[0], found[0].translate(translation), rule)


def _stands(line: str, after: str, language: str) -> bool:
    """Say whether a line is right as it is, in a language of its own among damaged ones."""
    if line == after:
        return True
    saving = language_bits(after, language) if language in tables().languages else bits(after)
    return saving > bits(line)


def _within(lines: Iterable[str], length: int) -> Iterator[str]:
    for line in lines:
        if length <= 0:
            break
        yield line[:length]
        length -= len(line)


def _likely(hits: Mapping[str, int]) -> list[str]:
    """Return the languages that a text may be in, by its common words that are whole; all where they say nothing."""
    top = max(hits.values(), default=0)
    return [one for one in alphabets() if top < _TELLING or hits.get(one, 0) >= _SHARE_OF_TOP * top]


def _languages(inventory: Mapping[str, int], plan: Plan, likely: Iterable[str]) -> list[str]:
    """Return the languages that have nearly all of the letters that a plan makes; none where it changes too little."""
    after: Counter[str] = Counter()
    changed = 0
    for character, count in inventory.items():
        if character not in plan.foreign:
            new = plan.changes.get(character, character)
            after[new] += count
            changed += count if new != character else 0
    if changed < FEWEST:
        return []
    total = after.total()
    most = total * _MISFITS + (total >= _MANY)
    letters = after.keys() - _SIGNS
    odd = ((one, letters - alphabets()[one].letters) for one in likely)
    # Each odd letter counts once at least, so most languages need no sum.
    return [one for one, rest in odd if len(rest) <= most and sum(map(after.__getitem__, rest)) <= most]


def _changed(lines: Iterable[str], plan: Plan) -> list[str]:
    """Return what lines become; a line with a character that the plan cannot have shown stays."""
    translation = str.maketrans(dict(plan.changes))
    return [line.translate(translation) if plan.foreign.isdisjoint(line) else line for line in lines]


def _may_gain(lines: Sequence[str], plan: Plan, most: float) -> bool:
    """Say whether a plan makes lines not much dearer than they are, with all languages pooled."""
    return sum(map(bits, _changed(lines, plan))) <= most * sum(map(bits, lines)) + _AGAINST


def _counts_against(lines: Iterable[str], plan: Plan) -> int:
    return sum(not plan.foreign.isdisjoint(line) for line in lines)


def _is_utf8(lines: Iterable[str], codec: str) -> bool:
    """Say whether lines are UTF-8 that was read with a table: nothing of that is for the vote."""
    data = encode("".join(lines), codec)
    return data is not None and decode(data, "utf-8") is not None


def _vote(lines: Sequence[str], plan: Plan, language: str, standing: float) -> Vote:
    after = _changed(lines, plan)
    pooled = sum(map(bits, after))
    cost = _cost(after, language, pooled)
    against = _AGAINST * _counts_against(lines, plan)
    changed = sum(map(str.__ne__, "".join(lines), "".join(after)))
    words = words_of(after)
    hits = hits_of(words)
    return Vote(
        plan=plan,
        language=language,
        gain=standing - cost - against,
        pooled=sum(map(bits, lines)) - pooled - against,
        cost=cost,
        letters=sum(len(_BEYOND.findall(line)) for line in after),
        changed=changed,
        hits=hits[language],
        rival=max(hits.values(), default=0),
        words=len(words),
    )


def _standing(lines: Sequence[str], glance: Sequence[str]) -> float:
    """Return the least that the lines cost as they stand, in the languages in which a glance at them costs least."""
    pooled = sum(map(bits, lines))
    nearest = nsmallest(_NEAREST, tables().languages, key=lambda language: _cost(glance, language, 0.0))
    return min(pooled, *(_cost(lines, language, pooled) for language in nearest))


def _cost(lines: Iterable[str], language: str, pooled: float) -> float:
    """Return what lines cost in a language; where there are no statistics of it, what they cost in all pooled."""
    if language not in tables().languages:
        return pooled
    return pooled + sum(language_difference(line, language) for line in lines)
