"""Output: where bytes go, standard output or a file that is replaced as a whole.

A file gets its new content by a rename, so it may be the input, and a run that fails
leaves it as it was. What cannot be renamed over, a pipe or a device, is written to.
"""

from __future__ import annotations

import os
import signal
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import BinaryIO, Literal, NoReturn

from cleantext.cli.records import STANDARD
from cleantext.errors import CleanTextError


class OutputError(CleanTextError):
    """A place that cannot be written to."""


class Sink:
    """A place that bytes are written to, with the name it has in messages."""

    def __init__(self, name: str, stream: BinaryIO) -> None:
        self._name = name
        self._stream = stream

    def write(self, data: bytes) -> None:
        """Write bytes, which may wait in a buffer.

        Raises:
            OutputError: the place takes no more. A closed pipe stays a BrokenPipeError.
        """
        try:
            self._stream.write(data)
        except OSError as error:
            raise _unwritable(self._name, error) from error

    def flush(self) -> None:
        """Send off what waits; raises what `write` raises."""
        try:
            self._stream.flush()
        except OSError as error:
            raise _unwritable(self._name, error) from error

    def is_terminal(self) -> bool:
        """Say whether a person sees the bytes as they come."""
        return self._stream.isatty()


@contextmanager
def output(name: str) -> Iterator[Sink]:
    """Open standard output or a file; the file changes only if the block ends without an error.

    Raises:
        OutputError: it cannot be written.
    """
    if name == STANDARD:
        with standard_output() as sink:
            yield sink
    elif _is_replaceable(name):
        with _replacing(name) as sink:
            yield sink
    else:
        with opened(name) as sink:
            yield sink


@contextmanager
def standard_output() -> Iterator[Sink]:
    """Write to standard output; what was written is sent off whatever happens after it."""
    if sys.stdout is None:
        raise OutputError("standard output is closed; send it to a file, or use -o FILE")
    sink = Sink("standard output", sys.stdout.buffer)
    try:
        yield sink
    finally:
        sink.flush()


@contextmanager
def standard_error() -> Iterator[Sink]:
    """Write to standard error, where there is one."""
    if sys.stderr is None:
        with opened(os.devnull) as sink:
            yield sink
        return
    yield Sink("standard error", sys.stderr.buffer)


@contextmanager
def opened(name: str) -> Iterator[Sink]:
    """Write to a file from its beginning."""
    stream = _created(name, name, "wb")
    sink = Sink(name, stream)
    try:
        yield sink
        sink.flush()
    finally:
        _close(stream)


def _created(name: str, path: str, mode: Literal["wb", "xb"]) -> BinaryIO:
    try:
        return open(path, mode)
    except (OSError, ValueError) as error:
        raise _unwritable(name, error) from error


def _close(stream: BinaryIO) -> None:
    try:
        stream.close()
    except OSError:
        # A full disk was reported by the flush before; the rest of the buffer has nowhere to go.
        return


def _is_replaceable(name: str) -> bool:
    try:
        return stat.S_ISREG(os.stat(name).st_mode)
    except FileNotFoundError:
        return True
    except (OSError, ValueError) as error:
        raise _unwritable(name, error) from error


@contextmanager
def _replacing(name: str) -> Iterator[Sink]:
    # Through a symbolic link: it goes on pointing to the file.
    target = os.path.realpath(name)
    temporary = os.path.join(os.path.dirname(target), f".cleantext-{os.urandom(6).hex()}.tmp")
    stream = _created(name, temporary, "xb")
    try:
        with _signals_as_exits():
            yield Sink(name, stream)
            _finish(name, stream, temporary, target)
    except BaseException:
        _close(stream)
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise


def _finish(name: str, stream: BinaryIO, temporary: str, target: str) -> None:
    try:
        stream.flush()
        # Else a power cut after the rename could leave the one copy of a text empty.
        os.fsync(stream.fileno())
        stream.close()
        _copy_mode(target, temporary)
        os.replace(temporary, target)
    except OSError as error:
        raise _unwritable(name, error) from error


def _copy_mode(target: str, temporary: str) -> None:
    try:
        known = os.stat(target)
    except FileNotFoundError:
        return
    if hasattr(os, "chown") and (known.st_uid, known.st_gid) != (os.getuid(), os.getgid()):
        try:
            os.chown(temporary, known.st_uid, known.st_gid)
        except PermissionError:
            # Only root can give files away; anybody else owns what they wrote, as with every editor.
            pass
    os.chmod(temporary, stat.S_IMODE(known.st_mode))


@contextmanager
def _signals_as_exits() -> Iterator[None]:
    """Let a request to end the process unwind it, so that the temporary file goes."""
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    try:
        before = {name: signal.signal(getattr(signal, name), _leave) for name in names}
    except ValueError:
        # Not the main thread: signals are somebody else's business.
        yield
        return
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def _unwritable(name: str, error: Exception) -> Exception:
    if isinstance(error, BrokenPipeError):
        return error
    reason = getattr(error, "strerror", None) or str(error)
    return OutputError(f"{name}: cannot be written ({reason}); make room or choose another place")
