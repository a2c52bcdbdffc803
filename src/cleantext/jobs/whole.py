"""Whole: files that are there complete or not at all.

Bytes go to a temporary name in the output folder, and the name changes when all of them
are on the disk. What a run that died leaves behind lies in one place, and is removed there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from typing import BinaryIO

from cleantext.cli.output import OutputError

# The folder inside the output folder that is ours.
STATE = ".cleantext"
WORK, PARTS, ERRORS = (os.path.join(STATE, name) for name in ("work", "parts", "errors"))
_CHUNK = 1 << 20


class Sink:
    """A file on its way: it counts what it is given, and names the place it will have when it cannot take more."""

    def __init__(self, name: str, stream: BinaryIO) -> None:
        self.name = name
        self.size = 0
        self._stream = stream

    def write(self, data: bytes) -> int:
        """Write bytes, which may wait in a buffer.

        Raises:
            OutputError: the disk takes no more.
        """
        try:
            self._stream.write(data)
        except OSError as error:
            raise unwritable(self.name, error) from error
        self.size += len(data)
        return len(data)

    def flush(self) -> None:
        """Do nothing: what is here counts only when all is."""


@contextmanager
def whole(folder: str, relative: str) -> Iterator[Sink]:
    """Write a file of an output folder, which appears under its name at the end of the block, or never.

    Raises:
        OutputError: it cannot be written.
    """
    target = os.path.join(folder, relative)
    temporary = os.path.join(folder, WORK, f"{key(relative)}-{os.getpid()}.tmp")
    stream = _created(temporary, target)
    try:
        yield Sink(target, stream)
        _finish(stream, temporary, target)
    except BaseException:
        _drop(stream, temporary)
        raise


def key(relative: str) -> str:
    """Return a name for a file that has no folders in it and is never too long."""
    return blake2b(os.fsencode(relative), digest_size=12).hexdigest()


def part_of(relative: str, part: int) -> str:
    """Return where a finished part of a file waits for the others."""
    return os.path.join(PARTS, f"{key(relative)}-{part}")


def errors_of(relative: str, part: int) -> str:
    """Return where the errors of a part of a file are kept."""
    return os.path.join(ERRORS, f"{key(relative)}-{part}.jsonl")


def size_of(path: str) -> int | None:
    """Return the bytes of a file; None where there is none."""
    try:
        return os.stat(path).st_size
    except OSError:
        return None


def remove(path: str) -> None:
    """Remove a file, if it is there.

    Raises:
        OutputError: it stays there.
    """
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
    except OSError as error:
        raise unwritable(path, error) from error


def digest(path: str, start: int, end: int) -> str:
    """Return the hash of some bytes of a file.

    Raises:
        OSError: it cannot be read.
    """
    hashed = blake2b(digest_size=20)
    with open(path, "rb", buffering=0) as stream:
        stream.seek(start)
        while start < end and (chunk := stream.read(min(_CHUNK, end - start))):
            hashed.update(chunk)
            start += len(chunk)
    return hashed.hexdigest()


def unwritable(path: str, error: OSError) -> OutputError:
    """Return what to tell of a place that cannot be written to."""
    return OutputError(f"{path}: cannot be written ({error.strerror or error}); make room or choose another place")


def _created(temporary: str, target: str) -> BinaryIO:
    try:
        return open(temporary, "wb")
    except OSError as error:
        raise unwritable(target, error) from error


def _finish(stream: BinaryIO, temporary: str, target: str) -> None:
    try:
        stream.flush()
        # Else a power cut after the rename could leave a whole name with half a file.
        os.fsync(stream.fileno())
        stream.close()
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.replace(temporary, target)
    except OSError as error:
        raise unwritable(target, error) from error


def _drop(stream: BinaryIO, temporary: str) -> None:
    try:
        stream.close()
    except OSError:
        # The rest of its buffer has nowhere to go, which was told already.
        pass
    try:
        os.unlink(temporary)
    except OSError:
        # The next run removes it.
        pass
