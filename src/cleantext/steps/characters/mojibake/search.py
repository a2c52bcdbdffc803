"""Search: what a damaged line said, found by trying the wrong readings that there are.

Whole lines come first, since a partial repair destroys the evidence for the rest; then
pieces of a line; ftfy, for what lost characters on the way, comes after this search.
The cheapest reading wins if it shows enough; then the result is searched again, for
damage upon damage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cleantext.core.compose import compose
from cleantext.core.edit import Edit, apply
from cleantext.core.model import bits, language_bits, language_difference, likely_languages, strangeness
from cleantext.steps.characters.align import edits_between
from cleantext.steps.characters.mojibake.evidence import (
    LEGACY,
    UTF8,
    has_words,
    is_evident,
    legacy_evidence,
    stays_garbage,
    strange_left,
    utf8_evidence,
)
from cleantext.steps.characters.mojibake.genuine import is_genuine
from cleantext.steps.characters.mojibake.lossy import DROPPED, LOST, NO_BREAK, guesses
from cleantext.steps.characters.mojibake.pieces import chain_edits, legacy_pieces, utf8_pieces
from cleantext.steps.characters.mojibake.readings import (
    Candidate,
    cost,
    is_excused,
    is_impossible,
    is_natural,
    is_shouted_down,
    legacy_candidates,
    mixes_alphabets,
    scripts,
    utf8_candidates,
)
from cleantext.steps.characters.mojibake.recode import Reading, recoded
from cleantext.steps.characters.mojibake.remains import remains_repaired
from cleantext.steps.characters.mojibake.suspicion import may_be_damaged

# Code points. What a line says depends on nothing else, and pages repeat their lines.
_LONGEST_KEPT = 1_000
# Damage of different kinds upon each other; each round undoes one.
_ROUNDS = 4
# So many, and a result without a strange spot, need no model.
_MANY = 30
# Where the pooled statistics see readings this close, the language of the line decides between them.
_CLOSE = 20.0
_LANGUAGES = 3
# What nobody writes but a wrong table: a currency's or a degree's sign behind "Â", a quotation mark in three signs.
_UNMISTAKABLE = re.compile(
    "(?:[\x00-\x7f]|(?<![A-Za-z])\u00c2[\u00a2\u00a3\u00a5\u00a7\u00a9\u00ae\u00b0]"
    "|\u00e2\u20ac[\u02dc\u2122\u0153\u00a6\u201c\u201d])*"
)
# A character of UTF-8 is two bytes or more, none of them ASCII; in an eastern encoding, two are one character.
_PAIR = re.compile("[^\x00-\x7f]{2}|[\u2e80-\uffff]")
# Bits of strangeness without which no legacy reading saves enough.
_STRANGE = 14.0
# A word of nothing but accents, which another alphabet makes of its small letters.
_ACCENTED = re.compile("[\u00c0-\u00ff]{4}")
# A name in capitals with its trademark sign, which is UTF-8 by chance; and nothing else.
_TRADEMARK = re.compile(r"\A[\x00-\x7f]*[A-Z][^\x00-\x7f]\u2122(?!\w)[\x00-\x7f]*\Z")
# U+FFFD in UTF-8 as cp1252, cp1250, Macintosh and DOS have it.
_REPLACEMENT = re.compile("\u00ef\u00bf\u00bd|\u010f\u017c\u02dd|\u00d4\u00f8\u03a9|\u2229\u2510\u255c")
_SPACED = re.compile("[\u00c3\u00c5\u00d0\u00d1] |\u00e2\u20ac ")
# ftfy's own repairs were made for the commonest damage, word by word.
_FAMILIAR = 15.0
# What a character that stays lost costs.
_LOST = 6.0


class Repair(NamedTuple):
    """What a line said, and the edits that make it of the line; their rules name the readings."""

    text: str
    edits: tuple[Edit, ...]


def repaired(line: str) -> Repair:
    """Return the repair of a line; the line itself and no edits where nothing is evident enough."""
    return _remembered(line) if len(line) <= _LONGEST_KEPT else _searched(line)


@lru_cache(maxsize=512)
def _remembered(line: str) -> Repair:
    return _searched(line)


def _searched(line: str) -> Repair:
    text = line
    edits = _usual(text)
    if edits:
        return Repair(apply(text, edits), edits)
    if is_excused(line):
        return Repair(text, ())
    for _ in range(_ROUNDS):
        found = _once(text)
        if not found:
            break
        text = apply(text, found)
        edits = compose(edits, found)
        if not may_be_damaged(text):
            break
    return Repair(text, edits)


def _once(text: str) -> tuple[Edit, ...]:
    before = cost(text)
    is_paired = _PAIR.search(text) is not None
    if is_paired and not _TRADEMARK.search(text):
        whole = _best(text, list(utf8_candidates(text)), before - UTF8)
        if whole is not None and before - whole.cost >= utf8_evidence(text, whole.text):
            return chain_edits(text, whole.readings, 0)
        lost = _lost_characters(text)
        if lost:
            return lost
    found = [_NOTHING, *_proposals(text, before, is_paired=is_paired)]
    return max(found, key=lambda one: one.gain).edits


def _usual(text: str) -> tuple[Edit, ...]:
    """Return the edits of the commonest damage, where it is beyond doubt without a look at any other."""
    if _TRADEMARK.search(text):
        return ()
    for read in ("cp1252", "latin-1"):
        reading = Reading(read, "utf-8")
        found = recoded(text, reading)
        if found is None or found == text or is_impossible(found) or may_be_damaged(found):
            continue
        vanished = len(text) - len(found)
        if vanished > _MANY or _UNMISTAKABLE.fullmatch(text) or bits(text) - bits(found) >= utf8_evidence(text, found):
            return chain_edits(text, (reading,), 0)
    return ()


class _Proposal(NamedTuple):
    gain: float
    edits: tuple[Edit, ...]


_NOTHING = _Proposal(0.0, ())


def _proposals(text: str, before: float, *, is_paired: bool) -> Iterator[_Proposal]:
    """Yield what each way of looking at a line makes of it, until one leaves nothing strange."""
    edits = remains_repaired(text)
    after = apply(text, edits)
    if edits:
        rival = _spaced_rival(text, after)
        if rival:
            yield _Proposal(before, rival)
            return
        yield _Proposal(before - cost(after) + _FAMILIAR, edits)
    is_done = bool(edits) and not may_be_damaged(after)
    if is_paired:
        pieces = utf8_pieces(text)
        edits = pieces.edits(text) if pieces is not None else ()
        after = apply(text, edits)
        # Garbage of garbage has pieces too, in all scripts of the world.
        is_sane = is_natural(after) and len(scripts(after)) <= len(scripts(text)) + 1 and not stays_garbage(text, after)
        if pieces is not None and pieces.gain >= utf8_evidence(text, after) and is_sane:
            yield _Proposal(pieces.gain, edits)
            is_done = is_done or not may_be_damaged(after)
    if is_done:
        return
    yield from _guesses(text, before)
    if (strangeness(text) < _STRANGE and not _ACCENTED.search(text)) or is_genuine(text):
        return
    legacy = _best(text, legacy_candidates(text), before - LEGACY)
    if legacy is not None and is_evident(text, legacy, before):
        yield _Proposal(before - legacy.cost, chain_edits(text, legacy.readings, 0))
    else:
        yield from _legacy_words(text)


def _spaced_rival(text: str, repaired_by_ftfy: str) -> tuple[Edit, ...]:
    """Return the edits that take a space after "\u00c3" for half of a letter, where the language has it inside words.

    ftfy takes it for a letter and a space, as in French; in Vietnamese, say, it never is. And it takes the
    space after a quotation mark that lost its last byte for that byte, which makes a dagger.
    """
    if not _SPACED.search(text):
        return ()
    language = likely_languages(text, 1)[0]
    for one in guesses(text):
        if one.name in (NO_BREAK, DROPPED) and not may_be_damaged(one.text):
            rule = f"any.characters.mojibake/cp1252>utf-8,{one.name}"
            if language_bits(one.text, language) < language_bits(repaired_by_ftfy, language):
                return tuple(edits_between(text, one.text, 0, rule))
    return ()


def _lost_characters(text: str) -> tuple[Edit, ...]:
    """Return the edits that restore U+FFFD itself, which was UTF-8 once more."""
    return tuple(
        Edit(found.start(), found.end(), found[0], LOST, "any.characters.mojibake/replacement-character")
        for found in _REPLACEMENT.finditer(text)
    )


def _guesses(text: str, before: float) -> Iterator[_Proposal]:
    """Yield what a text may have said before it lost characters."""
    for one in guesses(text):
        gain = before - cost(one.text) - one.assumed - _LOST * one.text.count(LOST)
        if gain >= LEGACY and strangeness(one.text.replace(LOST, "")) <= strange_left(text):
            rule = f"any.characters.mojibake/cp1252>utf-8,{one.name}"
            yield _Proposal(gain, tuple(edits_between(text, one.text, 0, rule)))


def _legacy_words(text: str) -> Iterator[_Proposal]:
    """Yield a legacy reading of some words among others that are as they should be."""
    pieces = legacy_pieces(text)
    if pieces is None or pieces.shape < LEGACY:
        return
    edits = pieces.edits(text)
    after = apply(text, edits)
    old, new = "".join(edit.before for edit in edits), "".join(edit.after for edit in edits)
    if pieces.gain < legacy_evidence(old) or is_shouted_down(old, new):
        return
    if not has_words(text, after) or mixes_alphabets(text, after):
        return
    if is_natural(after):
        yield _Proposal(pieces.gain, edits)


def _best(text: str, candidates: list[Candidate], dearest: float) -> Candidate | None:
    """Return the cheapest candidate, if it costs no more than so much.

    Where several are close, it is the one that is cheapest in the line's own language.
    """
    if not candidates:
        return None
    least = min(candidates).cost
    if least > dearest:
        return None
    close = [candidate for candidate in candidates if candidate.cost - least < _CLOSE]
    if len(close) == 1:
        return close[0]
    languages = likely_languages(text, _LANGUAGES)
    return min(close, key=lambda one: (one.cost + min(language_difference(one.text, name) for name in languages), one))
