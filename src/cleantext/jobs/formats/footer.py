"""Footer: Parquet files of one row group each put together without reading their pages.

A Parquet file ends in a footer that says where everything is, in Thrift's compact form.
The pages are copied as they are; of the footers only the places change. To decode and
encode all columns again, in one process, took as long as cleaning the text in two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

MAGIC = b"PAR1"
_TAIL = 8
# Fields of FileMetaData, by their numbers in the format's definition.
_ROWS, _ROW_GROUPS = 3, 4
# Places in the file that a row group tells: of each column chunk (field 1) its own and those of its pages.
_PLACES = frozenset({(1, 2), (1, 3, 9), (1, 3, 10), (1, 3, 11), (5,)})
_ORDINAL = (7,)
# Places of indexes and filters, which are not written by us, and would have to be moved, too.
_UNKNOWN = frozenset({(1, 4), (1, 6), (1, 3, 14)})
_TRUE, _FALSE, _BYTE, _DOUBLE, _BINARY, _LIST, _SET, _STRUCT = 1, 2, 3, 7, 8, 9, 10, 12
_INTEGERS = (4, 5, 6)


class Footer(NamedTuple):
    """A footer taken apart: what stands before, between and after the row count and the row groups."""

    before: bytes
    rows: int
    between: bytes
    groups: tuple[bytes, ...]
    after: bytes


def length_of(tail: bytes) -> int:
    """Return how many bytes of a file's end the footer takes, tail included, given the last eight.

    Raises:
        ValueError: they are not the end of a Parquet file.
    """
    if tail[4:] != MAGIC:
        raise ValueError("does not end as a Parquet file")
    return int.from_bytes(tail[:4], "little") + _TAIL


def parse(data: bytes) -> Footer:
    """Take a footer apart, given without its tail.

    Raises:
        ValueError: it is no footer.
    """
    spans = {field: (head, start, end) for field, head, start, end in _fields(data, 0)}
    rows, groups = spans[_ROWS], spans[_ROW_GROUPS]
    count, at = _list_head(data, groups[1])
    parts: list[bytes] = []
    for _ in range(count):
        end = _end(data, at, _STRUCT)
        parts.append(data[at:end])
        at = end
    number = _integer(data, rows[1])[0]
    return Footer(data[: rows[1]], number, data[rows[2] : groups[1]], tuple(parts), data[groups[2] :])


def joined(footers: Sequence[Footer], shifts: Sequence[int]) -> bytes:
    """Return one footer, tail included, of files whose pages stand so many bytes further on.

    Raises:
        ValueError: they are of different schemas, or have what cannot be moved.
    """
    first = footers[0]
    if any((one.before, one.between, one.after) != (first.before, first.between, first.after) for one in footers):
        raise ValueError("parts have different schemas")
    groups = [(group, shift) for footer, shift in zip(footers, shifts) for group in footer.groups]
    written = b"".join(_moved(group, shift, ordinal) for ordinal, (group, shift) in enumerate(groups))
    rows = _written_integer(sum(footer.rows for footer in footers))
    data = first.before + rows + first.between + _written_list_head(len(groups)) + written + first.after
    return data + len(data).to_bytes(4, "little") + MAGIC


def _moved(group: bytes, shift: int, ordinal: int) -> bytes:
    parts: list[bytes] = []
    done = 0
    for path, start, end in _integers(group, 0, ()):
        if path in _UNKNOWN:
            raise ValueError("a part has an index or a filter")
        if path in _PLACES:
            value = _integer(group, start)[0]
            # Nothing stands at 0 but the magic: it means that no place is given.
            value += shift if value else 0
        elif path == _ORDINAL:
            # A small integer; beyond it readers do without.
            value = min(ordinal, 0x7FFF)
        else:
            continue
        parts += (group[done:start], _written_integer(value))
        done = end
    return b"".join((*parts, group[done:]))


def _integers(data: bytes, at: int, path: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], int, int]]:
    """Yield each integer of a struct and of those in it, with the numbers of the fields that lead there."""
    for field, head, start, end in _fields(data, at):
        kind = data[head] & 15
        if kind in _INTEGERS:
            yield (*path, field), start, end
        elif kind == _STRUCT:
            yield from _integers(data, start, (*path, field))
        elif kind == _LIST and data[start] & 15 == _STRUCT:
            count, inside = _list_head(data, start)
            for _ in range(count):
                yield from _integers(data, inside, (*path, field))
                inside = _end(data, inside, _STRUCT)


def _fields(data: bytes, at: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield the fields of a struct: number, and where its head, its value and what follows stand."""
    field = 0
    while data[at]:
        head, at = at, at + 1
        if data[head] >> 4:
            field += data[head] >> 4
        else:
            field, at = _integer(data, at)
        end = _end(data, at, data[head] & 15)
        yield field, head, at, end
        at = end


def _end(data: bytes, at: int, kind: int) -> int:
    """Return where a value ends."""
    if kind in (_TRUE, _FALSE):
        return at
    if kind == _BYTE:
        return at + 1
    if kind in _INTEGERS:
        return _integer(data, at)[1]
    if kind == _DOUBLE:
        return at + 8
    if kind == _BINARY:
        length, at = _varint(data, at)
        return at + length
    if kind in (_LIST, _SET):
        return _list_end(data, at)
    if kind == _STRUCT:
        for *_, end in _fields(data, at):
            at = end
        return at + 1
    # Maps are in no footer.
    raise ValueError(f"a value of kind {kind}")


def _list_end(data: bytes, at: int) -> int:
    kind = data[at] & 15
    count, at = _list_head(data, at)
    if kind in (_TRUE, _FALSE):
        # In a list a truth value takes a byte.
        return at + count
    for _ in range(count):
        at = _end(data, at, kind)
    return at


def _list_head(data: bytes, at: int) -> tuple[int, int]:
    count = data[at] >> 4
    return (count, at + 1) if count < 15 else _varint(data, at + 1)


def _written_list_head(count: int) -> bytes:
    return bytes([count << 4 | _STRUCT]) if count < 15 else bytes([0xF0 | _STRUCT]) + _written_varint(count)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def _written_varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def _integer(data: bytes, at: int) -> tuple[int, int]:
    value, at = _varint(data, at)
    return (value >> 1) ^ -(value & 1), at


def _written_integer(value: int) -> bytes:
    return _written_varint((value << 1) ^ (value >> 63))
