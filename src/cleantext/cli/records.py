"""Records: input files cut into what is cleaned one at a time, as bytes, line ends included.

Only a whole file is ever held; lines and NUL-terminated records are read as they come,
so that a pipe that stays open is answered record by record.
"""

from __future__ import annotations

import codecs
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO, NamedTuple

from cleantext.errors import InputError

STANDARD = "-"
# One read of a pipe; a record may be longer.
_CHUNK = 1 << 16
_MARKS = {
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDE = ("utf-16", "utf-32")


class Record(NamedTuple):
    """One document of the input. `where` names it in messages; `codec` is None where it is still to be found out."""

    file: str
    number: int
    where: str
    data: bytes
    codec: str | None
    # What has to be written before it, since the last record of the file before this one had no end.
    lead: bytes
    # What ends it without being part of it.
    end: bytes


class _Piece(NamedTuple):
    data: bytes
    ended: bool
    codec: str | None


_Cut = Callable[[BinaryIO, "str | None"], Iterator[_Piece]]


def check_inputs(names: Iterable[str]) -> None:
    """Look at every input before anything is read.

    Raises:
        InputError: one that does not exist, is a folder, or may not be read.
    """
    for name in names:
        if name == STANDARD:
            if sys.stdin is None:
                raise InputError("standard input is closed; name a file")
            continue
        try:
            mode = os.stat(name).st_mode
        except (OSError, ValueError) as error:
            raise unreadable(name, error) from error
        if stat.S_ISDIR(mode):
            raise InputError(f"{name}: is a folder; name the files in it")
        if not os.access(name, os.R_OK):
            raise InputError(f"{name}: may not be read (permission denied); change its mode, or leave it out")


def records(names: Sequence[str], unit: str, encoding: str | None) -> Iterator[Record]:
    """Yield the records of all inputs in order.

    Raises:
        InputError: a file that cannot be read (any more).
    """
    cut = _CUTS[unit]
    separator = b"\0" if unit == "null" else b"\n"
    is_open = False
    for name in names:
        for number, piece in enumerate(_pieces(name, cut, encoding), 1):
            where = name if unit == "file" else f"{name}:{number}"
            # Two records must not become one because a file ended early. Files are just put end to end.
            lead = separator if is_open and unit != "file" else b""
            end = b"\0" if unit == "null" and piece.ended else b""
            yield Record(name, number, where, piece.data, piece.codec, lead, end)
            is_open = not piece.ended


def _pieces(name: str, cut: _Cut, encoding: str | None) -> Iterator[_Piece]:
    try:
        if name == STANDARD:
            yield from cut(sys.stdin.buffer, encoding)
        else:
            with open(name, "rb") as stream:
                yield from cut(stream, encoding)
    except (OSError, ValueError) as error:
        raise unreadable(name, error) from error


def unreadable(name: str, error: Exception) -> InputError:
    """Return what to tell of an input that the system refused."""
    if isinstance(error, FileNotFoundError):
        return InputError(f"{name}: there is no such file; check the name")
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(f"{name}: cannot be read ({reason}); check the file, or leave it out")


def _whole(stream: BinaryIO, encoding: str | None) -> Iterator[_Piece]:
    yield _Piece(stream.read(), True, encoding)


def _lines(stream: BinaryIO, encoding: str | None) -> Iterator[_Piece]:
    first = stream.readline()
    if not first:
        return
    wide = _wide_codec(first, encoding)
    if wide is not None:
        yield from _wide_lines(first, stream, wide, encoding)
        return
    yield _Piece(first, first.endswith(b"\n"), encoding)
    for line in stream:
        yield _Piece(line, line.endswith(b"\n"), encoding)


def _wide_codec(first: bytes, encoding: str | None) -> str | None:
    """Name the codec of UTF-16 or UTF-32 input, whose line ends are not a byte; None for all others."""
    if encoding is None and b"\0" not in first and not first.startswith(_UTF16_MARKS):
        return None
    if encoding is not None and not encoding.startswith(_WIDE):
        return None
    from cleantext.steps.decode.whole import decode

    # Cut at the byte 0x0A, the sample may lack part of its last letter, without which UTF-32 is not recognised.
    codec = decode(first + bytes(-len(first) % 4))[1][0][0].removesuffix("-sig")
    if encoding is None:
        return codec if codec in _MARKS else None
    if encoding in _MARKS:
        return encoding
    # "utf-16" as people say it: what its mark says, and as in Python without one.
    return codec if codec.startswith(encoding) else f"{encoding}-le"


def _wide_lines(first: bytes, stream: BinaryIO, codec: str, encoding: str | None) -> Iterator[_Piece]:
    # Where we found the codec, the mark says so on every line, since bytes behind a mark never fail to decode.
    mark, told = (_MARKS[codec], None) if encoding is None else (b"", codec)
    lead = b"" if first.startswith(mark) else mark
    for data, ended in _cut_wide(first, stream, codec):
        yield _Piece(lead + data, ended, told)
        lead = mark


def _cut_wide(first: bytes, stream: BinaryIO, codec: str) -> Iterator[tuple[bytes, bool]]:
    unit = 4 if codec.startswith("utf-32") else 2
    is_little = codec.endswith("le")
    feed = b"\n".ljust(unit, b"\0") if is_little else b"\n".rjust(unit, b"\0")
    line = bytearray()
    piece = first
    while piece:
        line += piece
        if is_little and len(line) % unit == 1 and piece.endswith(b"\n"):
            # The byte is the first of a letter; the rest of it follows.
            line += stream.read(unit - 1)
        if len(line) % unit == 0 and line.endswith(feed):
            yield bytes(line), True
            line.clear()
        piece = stream.readline()
    if line:
        yield bytes(line), False


def _null_ended(stream: BinaryIO, encoding: str | None) -> Iterator[_Piece]:
    parts: list[bytes] = []
    # read1 hands over what is there; read would wait until a chunk is full.
    while chunk := stream.read1(_CHUNK):  # type: ignore[attr-defined]  # every buffered reader has it
        *ended, rest = chunk.split(b"\0")
        for data in ended:
            yield _Piece(b"".join((*parts, data)), True, encoding)
            parts.clear()
        parts.append(rest)
    last = b"".join(parts)
    if last:
        yield _Piece(last, False, encoding)


_CUTS: dict[str, _Cut] = {"file": _whole, "line": _lines, "null": _null_ended, "json": _lines}
