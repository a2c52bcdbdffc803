"""Progress: how far a run is, as one line on a terminal that is drawn again, else as a line now and then."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import TextIO

# Seconds between two looks, for a person and for a log.
_BAR, _LINE = 0.1, 10.0
_MEGABYTE = 1_000_000
_ERASE = "\r\x1b[K"
_WIDTH = 20


class Progress:
    """Tells of documents, megabytes a second and the time left; `clock` counts seconds."""

    def __init__(
        self, stream: TextIO | None, total: int, pending: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Write to a stream, or nowhere; what the files in the folder `pending` hold is on its way."""
        self._stream = stream
        self._total = total
        self._pending = pending
        self._clock = clock
        self._started = self._shown = clock()
        self._is_bar = stream is not None and stream.isatty()
        self._is_drawn = False
        self._documents = self._made = self._skipped = 0

    def add(self, documents: int, size: int, *, is_new: bool) -> None:
        """Count what is finished; what was finished before says nothing about the speed."""
        self._documents += documents
        if is_new:
            self._made += size
        else:
            self._skipped += size

    def show(self) -> None:
        """Tell how far it is, if it is time to."""
        now = self._clock()
        if self._stream is None or now - self._shown < (_BAR if self._is_bar else _LINE):
            return
        self._shown = now
        if self._is_bar:
            self._write(_ERASE + self._bar())
            self._is_drawn = True
        else:
            self._write(f"cleantext: {self._line(self._on_the_way())}\n")

    def clear(self) -> None:
        """Leave the line empty for whoever writes next."""
        if self._is_drawn:
            self._is_drawn = False
            self._write(_ERASE)

    def end(self) -> None:
        """Tell the end."""
        self.clear()
        seconds = self._clock() - self._started
        done = f"{_documents(self._documents)}, {_megabytes(self._made + self._skipped)} in {_time(seconds)}"
        skipped = f"; {_megabytes(self._skipped)} done before" if self._skipped else ""
        self._write(f"cleantext: {done} ({self._made / _MEGABYTE / max(seconds, 0.001):.1f} MB/s){skipped}\n")

    def _bar(self) -> str:
        going = self._on_the_way()
        share = min(1.0, (self._made + self._skipped + going) / max(1, self._total))
        bar = "#" * round(share * _WIDTH)
        # One cell less than there are: some terminals begin a new line with the last.
        return f"[{bar:<{_WIDTH}}] {share:4.0%} {self._line(going)}"[: _columns(self._stream) - 1]

    def _line(self, going: int) -> str:
        made = self._made + going
        rate = made / max(0.001, self._clock() - self._started)
        left = max(0, self._total - self._skipped - made)
        remaining = f", {_time(left / rate)} left" if rate > 1 else ""
        done = f"{_megabytes(self._skipped + made)} of {_megabytes(self._total)}"
        return f"{_documents(self._documents)}, {done}, {rate / _MEGABYTE:.1f} MB/s{remaining}"

    def _on_the_way(self) -> int:
        """Return the bytes of what is being written: about as many were read for it."""
        size = 0
        try:
            with os.scandir(self._pending) as entries:
                for entry in entries:
                    try:
                        size += entry.stat().st_size
                    except FileNotFoundError:
                        # It has its own name by now.
                        continue
        except OSError:
            return 0
        return min(size, max(0, self._total - self._made - self._skipped))

    def _write(self, text: str) -> None:
        if self._stream is None:
            return
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, ValueError):
            # Nobody looks on any more, which is no reason to stop the work.
            self._stream = None


def standard_error() -> TextIO | None:
    """Return where progress is told; None where there is no such place."""
    return sys.stderr


def _documents(count: int) -> str:
    return f"{count:,} document{'' if count == 1 else 's'}"


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:,.1f} MB"


def _time(seconds: float) -> str:
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def _columns(stream: TextIO | None) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80 if stream else 80
    except (OSError, ValueError):
        return 80
