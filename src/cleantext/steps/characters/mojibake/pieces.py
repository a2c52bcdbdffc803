"""Pieces: damage in a part of a line, where the rest of it is as it should be.

UTF-8 that was read wrongly shows in a line as runs that are whole characters of it; a
legacy encoding shows as words. Each piece has to be cheaper when repaired, and all
together have to show as much as a whole line has to.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cleantext.core.compose import compose
from cleantext.core.edit import Edit, apply
from cleantext.core.model import bits, strangeness
from cleantext.core.tables import MULTI_BYTE, encode, table
from cleantext.steps.characters.mojibake.readings import (
    SAMPLE,
    UTF8_READ,
    WORD,
    Candidate,
    as_plain,
    count_beyond,
    is_impossible,
    likely_readings,
    price,
    shape_gain,
    utf8_candidates,
)
from cleantext.steps.characters.mojibake.recode import Reading, recoded, recoding_edits
from cleantext.steps.characters.mojibake.suspicion import first_place

# Bits a single piece has to save; less is as likely chance.
_EACH = 6.0
# How many of the tables are usual ones.
_USUAL = 10
# Of the strangeness of a piece, what may be left.
_LEFT = 0.5
# U+FFFD in UTF-8 as cp1251 has it: what it stood for is gone, and by chance it is two letters of another table.
_LOST = "\u043f\u0457\u0405"
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")


class Piece(NamedTuple):
    """A part of a text and the readings that repair it, one upon another."""

    start: int
    end: int
    readings: tuple[Reading, ...]


class Pieces(NamedTuple):
    """The pieces of a text that one reading repairs, and the bits that they save."""

    gain: float
    shape: float
    pieces: tuple[Piece, ...]

    def edits(self, text: str) -> tuple[Edit, ...]:
        """Return the edits that make the repair; sorted, disjoint."""
        return tuple(
            edit
            for piece in self.pieces
            for edit in chain_edits(text[piece.start : piece.end], piece.readings, piece.start)
        )


def utf8_pieces(text: str) -> Pieces | None:
    """Return the runs of a text that are UTF-8 read as the one encoding with which they save most."""
    found = (_utf8_pieces_read_as(text, read) for read in UTF8_READ)
    return max((pieces for pieces in found if pieces is not None), default=None)


def legacy_pieces(text: str) -> Pieces | None:
    """Return the words that one pair of legacy encodings makes cheapest, among others that are no such bytes."""
    words = [found.span() for found in WORD.finditer(text)]
    place = first_place(text)
    best = None
    for read in ("cp1252", "latin-1", "mac_roman", "cp850", "cp1251", "koi8_r", "cp866"):
        spans = [span for span in words if encode(text[slice(*span)], read) is not None]
        # Where every word is in the encoding, the whole line is.
        if not spans or len(spans) == len(words):
            continue
        # What made the text suspicious has to be in one of the words.
        if place is None or not any(start - 1 <= place <= end for start, end in spans):
            continue
        sample = " ".join(text[slice(*span)] for span in spans)
        for reading in likely_readings(sample[:SAMPLE], encodable=sample):
            if reading.read == read:
                pieces = _gathered(text, spans, reading)
                best = max(best, pieces) if best and pieces else pieces or best
    return best


def looks_like_utf8(text: str) -> bool:
    """Say whether most of what a text has beyond ASCII are whole characters of UTF-8, read as some usual table."""
    beyond = count_beyond(text)
    return any(2 * sum(len(found) for found in _sequences(read).findall(text)) > beyond for read in UTF8_READ[:_USUAL])


def chain_edits(text: str, readings: tuple[Reading, ...], start: int) -> tuple[Edit, ...]:
    """Return the edits that undo wrong readings one after the other, of a text standing at `start`."""
    if len(readings) == 1:
        return tuple(recoding_edits(text, readings[0], start))
    edits: tuple[Edit, ...] = ()
    for reading in readings:
        step = tuple(recoding_edits(text, reading, 0))
        text = apply(text, step)
        edits = compose(edits, step)
    rule = "any.characters.mojibake/" + ",".join(map(str, readings))
    return tuple(edit._replace(start=edit.start + start, end=edit.end + start, rule=rule) for edit in edits)


def _utf8_pieces_read_as(text: str, read: str) -> Pieces | None:
    pattern = _BEYOND_ASCII if read in MULTI_BYTE else _sequences(read)
    spans = [found.span() for found in pattern.finditer(text)]
    if read in MULTI_BYTE:
        # Two bytes of one everyday ideograph can be valid by chance, unless it stands in a Latin word.
        spans = [span for span in spans if span[1] - span[0] > 2 or _is_beside_letter(text, *span)]
    return _gathered(text, spans, Reading(read, "utf-8"))


def _is_beside_letter(text: str, start: int, end: int) -> bool:
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    return any(character.isascii() and character.isalpha() for character in beside)


def _gathered(text: str, spans: list[tuple[int, int]], reading: Reading) -> Pieces | None:
    pieces: list[Piece] = []
    # A damaged text has the same few characters again and again.
    deepest: dict[str, Candidate | None] = {}
    gain = shape = 0.0
    for start, end in spans:
        before = text[start:end]
        after = recoded(before, reading) if _LOST not in text[max(0, start - 2) : end + 2] else None
        if after is None or after == before or (reading.meant != "utf-8" and as_plain(before).isascii()):
            continue
        readings: tuple[Reading, ...] = (reading,)
        if reading.meant == "utf-8" and not after.isascii():
            if after not in deepest:
                deepest[after] = min(utf8_candidates(after), default=None)
            deeper = deepest[after]
            if deeper is not None and (is_impossible(after) or deeper.cost < bits(after)):
                after, readings = deeper.text, (reading, *deeper.readings)
        if is_impossible(after):
            continue
        left, right = text[start - 1 : start], text[end : end + 1]
        saved = bits(left + before + right) - bits(left + after + right)
        if saved < _EACH or _is_out_of_case(text, start, end, after):
            continue
        # Valid UTF-8 is evidence by itself; a legacy reading has to leave a piece less strange as well.
        left_strange = strangeness(left + after + right)
        if reading.meant == "utf-8" or left_strange <= _LEFT * strangeness(left + before + right):
            pieces.append(Piece(start, end, readings))
            gain += saved
            shape += shape_gain(left + before + right, left + after + right)
    return Pieces(gain - price((reading,)), shape, tuple(pieces)) if pieces else None


def _is_out_of_case(text: str, start: int, end: int, after: str) -> bool:
    """Say whether a repair would put small letters into a word of capitals."""
    if not after.islower():
        return False
    head, tail = text.rfind(" ", 0, start) + 1, text.find(" ", end)
    rest = text[head:start] + text[end : tail if tail >= 0 else len(text)]
    return rest.isupper() and sum(map(str.isupper, rest)) > 1


@cache
def _sequences(codec: str) -> re.Pattern[str]:
    """Return what finds runs of well-formed UTF-8 sequences among the characters of an 8-bit encoding."""
    characters = table(codec).characters

    def among(first: int, last: int) -> str:
        return "[" + "".join(map(re.escape, characters[first : last + 1])) + "]"

    more = among(0x80, 0xBF)
    return re.compile(
        f"(?:{among(0xC2, 0xDF)}{more}|{among(0xE0, 0xEF)}{more}{more}|{among(0xF0, 0xF4)}{more}{more}{more})+"
    )
