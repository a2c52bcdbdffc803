"""Parquet: a document a row, in one column; the other columns, the schema and the row groups stay.

A part is a row group. Each is written as a file of its own, and the files are joined
without decoding them again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache, partial
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from cleantext.cli.record import Source
from cleantext.errors import InputError, MissingExtraError
from cleantext.jobs.formats import footer
from cleantext.jobs.task import Input, Setup, Task
from cleantext.jobs.whole import Sink

if TYPE_CHECKING:
    from cleantext.jobs.cleaning import Cleaning

# Rows turned into Python's strings at a time.
_ROWS = 1024
_CHUNK = 1 << 20
# What a footer calls a codec, and what the writer does, where they differ.
_CODECS = {"UNCOMPRESSED": "none", "LZ4_RAW": "lz4"}
_LISTED = 5


def check(source: Input, setup: Setup) -> None:
    """Look whether there is such a column, of texts.

    Raises:
        InputError: there is not, or this is no Parquet file.
        MissingExtraError: pyarrow is not installed.
        OSError: it cannot be read.
    """
    schema = _opened(source.path).schema_arrow
    names = schema.names
    if setup.field not in names:
        listed = ", ".join(map(repr, names[:_LISTED])) + (", ..." if len(names) > _LISTED else "")
        raise InputError(f"{source.path}: no column {setup.field!r}; name one with --text-field: {listed}")
    if names.count(setup.field) > 1:
        raise InputError(f"{source.path}: two columns are called {setup.field!r}; rename one")
    kind = schema.field(setup.field).type
    if not _is_text(kind):
        raise InputError(f"{source.path}: column {setup.field!r} is {kind}, no text; name another with --text-field")
    if setup.changes and setup.changes in names:
        raise InputError(f"{source.path}: has a column {setup.changes!r} already; name another with --changes-field")


def cuts(source: Input) -> tuple[list[tuple[int, int]], str]:
    """Return the row groups as bytes from and to, which together are the whole file, and the hash of its footer.

    Raises:
        InputError: this is no Parquet file.
        OSError: it cannot be read.
    """
    metadata = _opened(source.path).metadata
    starts = [_start(metadata.row_group(number)) for number in range(metadata.num_row_groups)]
    with open(source.path, "rb") as stream:
        end = blake2b(_footer(stream, source.size), digest_size=20).hexdigest()
    if len(starts) < 2:
        return [(0, source.size)], end
    if starts != sorted(starts):
        # Row groups in another order than their bytes: any change of the file is one of every part.
        return [(0, source.size)] * len(starts), end
    return list(zip([0, *starts[1:]], [*starts[1:], source.size])), end


def make(task: Task, setup: Setup, cleaning: Cleaning, sink: Sink) -> None:
    """Clean a row group and write it as a file.

    Raises:
        InputError: this is no Parquet file any more, or it is damaged.
        OSError: it cannot be read.
        OutputError: the disk takes no more.
    """
    import pyarrow
    from pyarrow import parquet

    file = _kept(task.source.path, task.source.modified)
    try:
        if file.metadata.num_row_groups:
            table = file.read_row_group(task.part, use_threads=False)
        else:
            table = file.schema_arrow.empty_table()
    except (pyarrow.ArrowInvalid, pyarrow.ArrowNotImplementedError, OSError) as error:
        raise InputError(f"row group {task.part}: cannot be read ({_first_line(error)}); get the file again") from error
    cleaned = _cleaned(table, setup, cleaning)
    with parquet.ParquetWriter(
        _Stream(sink), cleaned.schema, compression=_compression(file.metadata, task.part, setup)
    ) as writer:
        if file.metadata.num_row_groups:
            writer.write_table(cleaned, row_group_size=max(1, cleaned.num_rows))


def join(parts: list[str], sink: Sink) -> None:
    """Write one file of those of its row groups.

    Raises:
        OSError: a part cannot be read.
        OutputError: the disk takes no more.
    """
    footers: list[footer.Footer] = []
    shifts: list[int] = []
    sink.write(footer.MAGIC)
    for part in parts:
        size = os.stat(part).st_size
        with open(part, "rb") as stream:
            end = _footer(stream, size)
            footers.append(footer.parse(end[:-8]))
            shifts.append(sink.size - len(footer.MAGIC))
            stream.seek(len(footer.MAGIC))
            left = size - len(footer.MAGIC) - len(end)
            while left:
                chunk = stream.read(min(_CHUNK, left))
                sink.write(chunk)
                left -= len(chunk)
    sink.write(footer.joined(footers, shifts))


class _Stream:
    """A sink as pyarrow wants to see it: a file that is only written to."""

    closed = False

    def __init__(self, sink: Sink) -> None:
        self._sink = sink

    def write(self, data: Any) -> int:
        return self._sink.write(bytes(data))

    def tell(self) -> int:
        return self._sink.size

    def flush(self) -> None:
        """Do nothing: what is here counts only when all is."""

    def writable(self) -> bool:
        return True

    def readable(self) -> bool:
        return False

    def seekable(self) -> bool:
        return False

    def close(self) -> None:
        self.closed = True


def _cleaned(table: Any, setup: Setup, cleaning: Cleaning) -> Any:
    """Return a table with its texts cleaned, and with the account of that if it is asked for."""
    import pyarrow

    at = table.schema.get_field_index(setup.field)
    field = table.schema.field(at)
    identities = table.column(setup.identity) if setup.identity in table.schema.names else None
    texts: list[Any] = []
    accounts: list[Any] = []
    for rows, values in _batches(table.column(at)):
        made = [_row(value, rows + row, cleaning, identities) for row, value in enumerate(values)]
        texts.append(pyarrow.array([text for text, _ in made], field.type))
        if setup.changes:
            accounts.append(pyarrow.array([account for _, account in made], pyarrow.string()))
    table = table.set_column(at, field, pyarrow.chunked_array(texts, field.type))
    if setup.changes:
        table = table.append_column(setup.changes, pyarrow.chunked_array(accounts, pyarrow.string()))
    return table


def _batches(column: Any) -> Iterator[tuple[int, list[str | None]]]:
    for start in range(0, len(column), _ROWS):
        yield start, column.slice(start, _ROWS).to_pylist()


def _row(value: str | None, row: int, cleaning: Cleaning, identities: Any) -> tuple[str | None, str | None]:
    """Return the clean text of a row, and the account of its changes."""
    cleaning.records += 1
    if value is None:
        return None, None
    cleaned = cleaning.clean(Source(value, b""), cleaning.records, partial(_identity, identities, row))
    return value if cleaned is None else cleaned.text, cleaning.account(cleaned)


def _identity(identities: Any, row: int) -> object:
    return None if identities is None else identities[row].as_py()


def _is_text(kind: Any) -> bool:
    from pyarrow import types

    if types.is_dictionary(kind):
        kind = kind.value_type
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def _compression(metadata: Any, group: int, setup: Setup) -> Any:
    """Return how each column is compressed in a row group."""
    if not metadata.num_row_groups:
        return "snappy"
    columns = metadata.row_group(group)
    chunks = [columns.column(number) for number in range(columns.num_columns)]
    codecs = {chunk.path_in_schema: _CODECS.get(chunk.compression, chunk.compression.lower()) for chunk in chunks}
    if setup.changes:
        codecs[setup.changes] = codecs[setup.field]
    return codecs


def _start(group: Any) -> int:
    chunks = (group.column(number) for number in range(group.num_columns))
    return min((chunk.dictionary_page_offset or chunk.data_page_offset for chunk in chunks), default=0)


def _footer(stream: Any, size: int) -> bytes:
    stream.seek(max(0, size - 8))
    try:
        length = footer.length_of(stream.read(8))
    except ValueError as error:
        raise InputError(f"{error}; get the file again") from error
    stream.seek(size - length)
    data: bytes = stream.read(length)
    return data


@lru_cache(maxsize=1)
def _kept(path: str, modified: int) -> Any:
    """Return a file that is open already where the part before was one of it: its footer may be large."""
    return _opened(path)


def _opened(path: str) -> Any:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtraError("a Parquet file needs pyarrow; run pip install 'cleantext-kit[parquet]'") from error
    try:
        return parquet.ParquetFile(path)
    except (pyarrow.ArrowInvalid, pyarrow.ArrowNotImplementedError) as error:
        raise InputError(f"{path}: is no Parquet file ({_first_line(error)}); get the file again") from error


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(". ")
