"""Mixed: files that are not UTF-8 as a whole, read line by line.

A line that is UTF-8 is that. The others are looked at together, since one line says
little about its encoding; what the encoding of most of them reads badly is looked at
again, so a file may be the work of three programs. A line that holds UTF-8 and other
bytes is read in parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from cleantext.core.encoding import decode_run, kept
from cleantext.core.model import bits
from cleantext.steps.decode.detect import MULTI_BYTE, Reading, beyond_ascii, cost, detect, limited, strangeness

Runs = tuple[tuple[str, int], ...]


class _Piece(NamedTuple):
    """A part of a text and the codec that it was read with."""

    codec: str
    text: str


# What a line is by itself.
_ASCII, _UTF8, _MIXED, _OTHER = range(4)
# Bytes that are not UTF-8, as "surrogateescape" decodes them.
_BAD = re.compile("[\udc80-\udcff]+")
_RUN = re.compile(b"[\x80-\xff]+")
_HIGH = bytes(range(0x80, 0x100))
_ESCAPED = 0xDC00
_NOT_BAD = re.compile("[^\x00-\x7f\udc80-\udcff]")
# Bytes beyond ASCII from which it is told whether a file has several encodings.
_MANY = 4_000
_ENCODINGS = 3
# Bits: what another encoding must save on a line to have it, and on all its lines to be there at all.
_ON_A_LINE, _ON_ALL = 10.0, 40.0
# More bytes beyond ASCII than this are not valid UTF-8 by chance.
_BY_CHANCE = 8
# Bytes of a line by which it is told whether it is read in parts.
_HEAD = 4_096
# Parts of a line that are told apart, and the characters around one by which it is judged.
_MOST_PARTS, _AROUND = 500, 20
# A character in so many may be damage in a line of a multi-byte encoding.
_DAMAGED = 10


def by_line(data: bytes) -> tuple[str, Runs]:
    """Return the text of bytes of one or more encodings, and its runs of (codec, code points)."""
    lines = data.splitlines(keepends=True)
    kinds = bytes(map(_kind, lines))
    pool = [line for line, kind in zip(lines, kinds, strict=True) if kind == _OTHER]
    mixed = [line for line, kind in zip(lines, kinds, strict=True) if kind == _MIXED]
    readings = _readings(pool or mixed)
    # Where all lines are mixed, their other parts are read as what these parts are.
    rest = readings[0] if pool else detect(limited(_bad_parts(mixed), _MANY))
    texts: list[str] = []
    runs: list[tuple[str, int]] = []
    for line, kind in zip(lines, kinds, strict=True):
        for codec, text in _pieces(line, kind, readings, rest):
            texts.append(text)
            # ASCII is the same in all, so it goes with its neighbour: few runs for a long file.
            if runs and (runs[-1][0] == codec or text.isascii()) and not runs[-1][0].startswith("bytes:"):
                runs[-1] = (runs[-1][0], runs[-1][1] + len(text))
            else:
                runs.append((codec, len(text)))
    return "".join(texts), tuple(runs)


def _kind(line: bytes) -> int:
    if line.isascii():
        return _ASCII
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        bad = len(line) - len(line.decode("utf-8", "ignore").encode())
        return _MIXED if bad * 2 < beyond_ascii(line) else _OTHER
    return _UTF8


def _readings(lines: Sequence[bytes]) -> list[Reading]:
    """Return the readings of some lines that are not UTF-8, that of the most first."""
    sample = limited(dict.fromkeys(line.rstrip(b"\r\n") for line in lines), _MANY)
    found = [detect(sample)]
    while len(found) < _ENCODINGS and len(sample) > 1:
        costs = [min(cost([piece], reading) for reading in found) for piece in sample]
        # What is read worst: a third of the lines, by the bits of each pair of characters that counts.
        order = sorted(range(len(sample)), key=lambda place: -costs[place] / _pairs(sample[place]))
        other = detect([sample[place] for place in order[: -(-len(order) // 3)]])
        if other.codec in {reading.codec for reading in found}:
            break
        savings = (before - cost([piece], other) for piece, before in zip(sample, costs, strict=True))
        if sum(saving for saving in savings if saving >= _ON_A_LINE) < _ON_ALL:
            break
        found.append(other)
    if len(found) > 1:
        # Each was chosen with lines of the others in sight.
        own = [[piece for piece in sample if _best(piece, found) is reading] for reading in found]
        found = list(dict.fromkeys(detect(pieces) for pieces in own if pieces))
    # A sample may miss the few lines that an encoding of several bytes has no room for.
    damaged = [line for line in lines if _is_damaged(line, _best(line, found))]
    if damaged:
        other = detect(limited(damaged, _MANY))
        found += [other] if other.codec not in {reading.codec for reading in found} else []
    return found


def _pairs(piece: bytes) -> int:
    """Count the pairs of bytes that are not both ASCII."""
    return beyond_ascii(piece) + len(_RUN.findall(piece))


def _is_damaged(line: bytes, reading: Reading) -> bool:
    """Say whether a line has more places than a bad byte here and there that the reading's codec cannot decode."""
    if reading.codec not in MULTI_BYTE:
        return False
    return line.decode(reading.codec, "replace").count("\ufffd") * _DAMAGED > beyond_ascii(line)


def _bad_parts(lines: Iterable[bytes]) -> list[bytes]:
    """Return what is not UTF-8 in lines that partly are, with the ASCII around it."""
    parts: list[bytes] = []
    for line in lines:
        text = line.decode("utf-8", "surrogateescape")
        for found in islice(_BAD.finditer(text), _MOST_PARTS):
            around = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
            # Other characters of the line say nothing about these bytes.
            parts.append(_NOT_BAD.sub(" ", around).encode("ascii", "surrogateescape"))
    return parts


def _pieces(line: bytes, kind: int, readings: Sequence[Reading], rest: Reading) -> Iterator[_Piece]:
    if kind == _ASCII:
        yield _Piece("utf-8", line.decode("ascii"))
        return
    reading = _best(line, readings)
    if kind == _UTF8:
        if beyond_ascii(line) <= _BY_CHANCE and _is_better(reading, line, line.decode("utf-8")):
            yield _read(line, reading)
        else:
            yield _Piece("utf-8", line.decode("utf-8"))
    elif kind == _MIXED and not _is_better(reading, line[:_HEAD], _text(_mixed(line[:_HEAD], rest))):
        yield from _mixed(line, rest)
    else:
        yield _read(line, reading)


def _best(line: bytes, readings: Sequence[Reading]) -> Reading:
    """Return the reading of a line: the first, unless another saves so much that it must be."""
    best = readings[0]
    if len(readings) > 1:
        sample = limited([line], _MANY)
        least = cost(sample, best) - _ON_A_LINE
        for reading in readings[1:]:
            bits_here = cost(sample, reading)
            if bits_here < least:
                best, least = reading, bits_here
    return best


def _is_better(reading: Reading, line: bytes, text: str) -> bool:
    """Say whether a line is better read in an encoding than as a text that was read as UTF-8, or in parts."""
    return cost([line], reading) + _ON_A_LINE < bits(text) + strangeness(text)


def _mixed(line: bytes, rest: Reading) -> Iterator[_Piece]:
    """Yield a line in parts, UTF-8 and what is not; one of very many parts as a whole, with its bytes kept."""
    text = line.decode("utf-8", "surrogateescape")
    if sum(1 for _ in islice(_BAD.finditer(text), _MOST_PARTS)) < _MOST_PARTS:
        yield from _parts(text, rest)
        return
    # One by one, each byte is a character, or none that is known.
    characters = decode_run(_HIGH, rest.codec) if rest.codec not in MULTI_BYTE else "\ufffd" * len(_HIGH)
    yield _Piece(
        kept(line), text.translate({0xDC00 + byte: known for byte, known in zip(_HIGH, characters, strict=True)})
    )


def _parts(text: str, rest: Reading) -> Iterator[_Piece]:
    position = 0
    for found in _BAD.finditer(text):
        if found.start() > position:
            yield _Piece("utf-8", text[position : found.start()])
        yield _read(found[0].encode("ascii", "surrogateescape"), rest)
        position = found.end()
    if position < len(text):
        yield _Piece("utf-8", text[position:])


def _text(pieces: Iterable[_Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _read(line: bytes, reading: Reading) -> _Piece:
    """Decode bytes; where the codec would not make them again, the bytes themselves stand for it."""
    codec = reading.codec
    if codec not in MULTI_BYTE:
        return _Piece(codec, decode_run(line, codec))
    text = line.decode(codec, "replace")
    try:
        comes_back = text.encode(codec) == line
    except UnicodeEncodeError:
        comes_back = False
    return _Piece(codec if comes_back else kept(line), text)
