"""Packed: files compressed with gzip or Zstandard, read and written as streams.

A file that ends too early is an error, never a shorter file: a cut-off corpus must not
pass for a whole one.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, Protocol, cast

from cleantext.errors import InputError, MissingExtraError

_CHUNK = 1 << 17
# What gzip itself takes as a default costs twice the time for 1 % less.
_GZIP_LEVEL = 6


class Writable(Protocol):
    """What bytes can be written to."""

    def write(self, data: bytes) -> int:
        """Write bytes."""


def check(packing: str) -> None:
    """Look whether this kind can be read.

    Raises:
        MissingExtraError: what reads it is not installed.
    """
    if packing == "zst":
        _zstandard()


@contextmanager
def reading(stream: BinaryIO, packing: str) -> Iterator[BinaryIO]:
    """Yield what a stream holds, unpacked.

    Raises:
        InputError: what is not whole, or no such file; when it is read that far.
    """
    try:
        if packing == "gz":
            with gzip.GzipFile(fileobj=stream, mode="rb") as plain:
                yield io.BufferedReader(plain, _CHUNK)
        elif packing == "zst":
            yield io.BufferedReader(_Frames(stream), _CHUNK)
        else:
            yield stream
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InputError(f"is not whole ({str(error).rstrip('.')}); get the file again") from error


@contextmanager
def writing(sink: Writable, packing: str) -> Iterator[Writable]:
    """Yield a place whose bytes are packed on their way; the same bytes give the same file, on any day."""
    if packing == "gz":
        with gzip.GzipFile("", "wb", _GZIP_LEVEL, cast("Any", sink), mtime=0) as packer:
            yield packer
    elif packing == "zst":
        with _zstandard().ZstdCompressor().stream_writer(sink, closefd=False) as packer:
            yield packer
    else:
        yield sink


class _Frames(io.RawIOBase):
    """The content of frames, one after the other. The package's own reader takes a cut-off frame for a whole one."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._make = _zstandard().ZstdDecompressor().decompressobj
        self._error = _zstandard().ZstdError
        self._frame: Any = None
        self._waiting = b""
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._waiting:
            packed = self._rest or self._stream.read(_CHUNK)
            self._rest = b""
            if not packed:
                if self._frame is not None:
                    raise EOFError("a frame was cut off")
                return 0
            self._waiting = self._unpacked(packed)
        size = min(len(buffer), len(self._waiting))
        buffer[:size] = self._waiting[:size]
        self._waiting = self._waiting[size:]
        return size

    def _unpacked(self, packed: bytes) -> bytes:
        if self._frame is None:
            self._frame = self._make()
        try:
            plain: bytes = self._frame.decompress(packed)
        except self._error as error:
            raise EOFError(str(error)) from error
        if self._frame.eof:
            self._rest = self._frame.unused_data
            self._frame = None
        return plain


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError(
            "a .zst file needs the package zstandard; run pip install 'cleantext-kit[zstd]'"
        ) from error
    return zstandard
