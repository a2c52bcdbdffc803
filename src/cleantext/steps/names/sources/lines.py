"""Lines: the lines and rows of a file, packed by gzip or not, one at a time.

A file is opened once and read forwards, so that it may be a pipe, and of any length.
"""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, NamedTuple, cast

from cleantext.errors import RuleError
from cleantext.steps.names.sources.record import Fault

_GZIP = b"\x1f\x8b"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_UTF_8_MARK = b"\xef\xbb\xbf"


class Line(NamedTuple):
    """A line without its break; lines are numbered from 1."""

    number: int
    text: str


class Row(NamedTuple):
    """The cells of a row, stripped; `number` is that of its last line."""

    number: int
    cells: list[str]


def lines(path: Path) -> Iterator[Line]:
    """Yield the lines of a file.

    Raises:
        RuleError: it cannot be read, is damaged, or is not UTF-8.
    """
    try:
        with path.open("rb") as file:
            is_packed = file.peek(2)[:2] == _GZIP
            stream = cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if is_packed else file
            yield from _decoded(path, stream)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise RuleError(f"{path}: damaged gzip data ({error}); get the file again") from error
    except OSError as error:
        raise RuleError(f"{path}: cannot be read ({error.strerror or error}); check the path") from error


def rows(source: Iterable[Line], separator: str) -> Iterator[Row | Fault]:
    """Yield the rows of a table; those without a character in them are passed over.

    With a tab each line is a row, and quotation marks around a cell go; else it is CSV, in
    which a cell in quotation marks may run over several lines.
    """
    if separator == "\t":
        for line in source:
            if line.text.strip():
                yield Row(line.number, [_unquoted(cell.strip()) for cell in line.text.split("\t")])
        return
    yield from _csv_rows(source, separator)


def _decoded(path: Path, stream: Iterable[bytes]) -> Iterator[Line]:
    offset = 0
    number = 1
    for raw in stream:
        if number == 1 and raw.startswith(_UTF_16):
            raise RuleError(f"{path}: not UTF-8 but UTF-16; save it as UTF-8")
        mark = len(_UTF_8_MARK) if number == 1 and raw.startswith(_UTF_8_MARK) else 0
        try:
            text = raw[mark:].decode()
        except UnicodeDecodeError as error:
            at = offset + mark + error.start
            raise RuleError(f"{path}:{number}: not UTF-8 (byte {at}); save it as UTF-8") from error
        offset += len(raw)
        # Spreadsheets on a Mac may still end lines by a carriage return alone.
        for part in text.rstrip("\r\n").split("\r"):
            yield Line(number, part)
            number += 1


def _csv_rows(source: Iterable[Line], separator: str) -> Iterator[Row | Fault]:
    last = 0

    def fed() -> Iterator[str]:
        nonlocal last
        for line in source:
            last = line.number
            yield line.text + "\n"

    reader = csv.reader(fed(), delimiter=separator, skipinitialspace=True)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            # A quotation mark that nothing closes runs on until a cell is too long.
            yield Fault(last, f"no row of CSV ({error}); close its quotation marks")
            continue
        if any(map(str.strip, cells)):
            yield Row(last, [cell.strip() for cell in cells])


def _unquoted(cell: str) -> str:
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell
