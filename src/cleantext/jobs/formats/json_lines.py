"""JSON lines: a document a line, in one of its fields; all other bytes of a line stay.

A large file is cut at line ends, and its parts put end to end again. A packed file
cannot be cut, and is one part.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from cleantext.cli.record import Cleaned, Source, read
from cleantext.cli.records import Record
from cleantext.errors import InputError
from cleantext.jobs.cleaning import Cleaning
from cleantext.jobs.formats.packed import reading, writing
from cleantext.jobs.task import Input, Setup, Task
from cleantext.jobs.whole import Sink

# Large enough that a process is not kept waiting for the next, small enough that the last ones end together.
_LARGEST, _SMALLEST = 32 << 20, 4 << 20
_PARTS = 16
_CHUNK = 1 << 20
# A first line alone may be a bad one; if so many lack the field it is the name that is wrong.
_PEEKED = 20
# What may stand at the head of a file is no more than this.
_LONGEST_PEEK = 1 << 20


def check(source: Input, setup: Setup) -> None:
    """Look whether the first lines have the field.

    Raises:
        InputError: none of them has, though they are JSON objects.
        OSError: the file cannot be read.
    """
    fault = None
    with open(source.path, "rb") as stream, reading(stream, source.packing) as plain:
        for number, line in _head(plain):
            try:
                read(_record(line, number), "json", setup.field)
            except InputError as error:
                if not str(error).startswith("no field"):
                    return
                fault = fault or f"{source.path}:{number}: {error}".replace("--field", "--text-field")
            else:
                return
    if fault:
        raise InputError(fault)


def cuts(source: Input) -> list[tuple[int, int]]:
    """Return the parts of a file as bytes from and to; they depend on nothing but the file.

    Raises:
        OSError: it cannot be read.
    """
    size = source.size
    step = min(_LARGEST, max(_SMALLEST, size // _PARTS))
    if source.packing or size <= step:
        return [(0, size)]
    parts: list[tuple[int, int]] = []
    start = 0
    with open(source.path, "rb") as stream:
        while start < size:
            end = _line_end(stream, start + step, size)
            parts.append((start, end))
            start = end
    return parts


def make(task: Task, setup: Setup, cleaning: Cleaning, sink: Sink) -> None:
    """Clean the lines of a part; a line that is no document is written as it was.

    Raises:
        InputError: a packed file is not whole.
        OSError: it cannot be read.
        OutputError: the disk takes no more.
    """
    # Only the first line of a file may have a mark before it.
    before = 1 if task.part else 0
    with (
        open(task.source.path, "rb") as stream,
        reading(stream, task.source.packing) as plain,
        writing(sink, task.source.packing) as packer,
    ):
        for line in plain if task.source.packing else _lines(stream, task.start, task.end):
            cleaning.records += 1
            packer.write(_cleaned(_record(line, cleaning.records + before), setup, cleaning))


def _head(plain: BinaryIO) -> Iterator[tuple[int, bytes]]:
    for number in range(1, _PEEKED + 1):
        line = plain.readline(_LONGEST_PEEK)
        if not line or len(line) == _LONGEST_PEEK:
            return
        if not line.isspace():
            yield number, line


def _line_end(stream: BinaryIO, at: int, size: int) -> int:
    """Return where the line ends that stands at a byte."""
    if at >= size:
        return size
    stream.seek(at - 1)
    while piece := stream.readline(_CHUNK):
        if piece.endswith(b"\n"):
            break
    return stream.tell()


def _lines(stream: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    stream.seek(start)
    while start < end and (line := stream.readline()):
        yield line
        start += len(line)


def _record(line: bytes, number: int) -> Record:
    return Record("", number, "", line, "utf-8", b"", b"")


def _cleaned(record: Record, setup: Setup, cleaning: Cleaning) -> bytes:
    identity = partial(_identity, record.data, setup.identity)
    try:
        source = read(record, "json", setup.field)
        if source is None:
            return record.data
        if setup.changes:
            _check_free(source.line, setup.changes)
    except InputError as error:
        cleaning.refuse(cleaning.records, identity, error)
        return record.data
    cleaned = cleaning.clean(source, cleaning.records, identity)
    if not setup.changes:
        return record.data if cleaned is None else cleaned.written()
    return _with_account(source, cleaned, setup.changes, cleaning.account(cleaned))


def _identity(line: bytes, field: str) -> object:
    """Return the field that names a document, if it has one."""
    if not field:
        return None
    values = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    return values.get(field) if isinstance(values, dict) else None


def _check_free(line: str, field: str) -> None:
    if field in json.loads(line):
        raise InputError(f"has a field {field!r} already; name another with --changes-field")


def _with_account(source: Source, cleaned: Cleaned | None, field: str, account: str) -> bytes:
    line = source.data if cleaned is None else cleaned.written()
    end = line.rindex(b"}")
    return line[:end].rstrip() + f", {json.dumps(field)}: {account}".encode() + line[end:]
