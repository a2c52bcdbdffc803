"""Probe: how long a pattern takes on the worst texts that its own form suggests.

The static check reads a pattern and can only know what it was taught; the probe runs it.
From the parse tree come texts that nearly match: what stands before a repeat, what the
repeat takes, many times, and an end that fails. No text hangs the probe: each is a little
longer than one that was quick, and a match is broken off after a second.
"""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time
from typing import NamedTuple

from cleantext.core.nearly import Shape, inside_all, is_endless, shapes, ways
from cleantext.core.parsed import parse

# The longest line that rules look at; what takes longer on one costs more than all other rules together.
_SHORT = 160
_LIMIT = 0.020
_BREAK = 1.0
# Long texts tell growth: time that doubles with the text is linear, four times as long is quadratic.
# Where a repeat may go 200 letters far, time still grows by 2.3 when it is linear in the end.
_LONG = 2_048
_NOTICED = 0.002
_LINEAR = 2.8
# What has fewer ways to match one text than two to this power, and no repeat without bound, is not tried.
_FEW_WAYS = 16.0

_Search = Callable[[str], object]


class Attack(NamedTuple):
    """A text on which a pattern is slow: `head`, `pump` that many `times`, `tail`.

    `seconds` is how long it took, `growth` how many times as long as half as many rounds.
    """

    head: str
    pump: str
    times: int
    tail: str
    seconds: float
    growth: float

    def text(self) -> str:
        """Return the text itself."""
        return self.head + self.pump * self.times + self.tail


def attack(pattern: str) -> Attack | None:
    """Find a text on which a pattern takes more than linear time; None where none of those tried does.

    The pattern is run as rules are, without regard to capitals: over the whole text, and from every place.

    Raises:
        re.error: the pattern does not compile.
    """
    nodes = parse(pattern)
    if ways(nodes) < _FEW_WAYS and not any(is_endless(node) for node in inside_all(nodes)):
        return None
    compiled = re.compile(pattern, re.IGNORECASE)
    tries = list(shapes(nodes))
    # From every place: there what is slow begins anywhere, and needs nothing before it.
    anywhere = [shape for shape in tries if not shape.head and len(shape.pump) == 1]
    for search, tried in ((compiled.fullmatch, tries), (compiled.search, anywhere)):
        with _limited(search) as limited:
            found = _slowest(limited, tried)
        if found is not None:
            return found
    return None


def told(pattern: str) -> str:
    """Say on what text a pattern is slow, and what to do; "" where it is not."""
    found = attack(pattern)
    if found is None:
        return ""
    # Where half of it is too short to be tried at all, the figure says no more.
    growth = "over 1,000" if found.growth > 1_000 else f"{found.growth:.1f}"
    return (
        f"pattern {pattern!r} is slow: {found.head!r} + {found.times} * {found.pump!r} + {found.tail!r} took"
        f" {1000 * found.seconds:.0f} ms, {growth} times as long as half of that;"
        " bound its repeats, and let no two of them take the same letters side by side"
    )


def _slowest(search: _Search, tried: list[Shape]) -> Attack | None:
    """Try every shape as a short text, and the slowest of them as a long one."""
    timed: list[tuple[float, Shape]] = []
    for shape in tried:
        length, seconds = _grown(search, shape, (1, _SHORT))
        if seconds > _LIMIT:
            return _attack(search, shape, length)
        timed.append((seconds, shape))
    if not timed:
        return None
    _, shape = max(timed)
    length, seconds = _grown(search, shape, (_SHORT, _LONG))
    found = _attack(search, shape, length)
    return found if found.seconds > _NOTICED and found.growth > _LINEAR else None


def _grown(search: _Search, shape: Shape, lengths: tuple[int, int]) -> tuple[int, float]:
    """Try a shape in growing lengths until one takes too long; return the last one, and its time."""
    length, longest = lengths
    while True:
        seconds = _time(search, shape.text(length))
        if _LIMIT < seconds < 10 * _LIMIT:
            # Once more: the machine may have been busy.
            seconds = min(seconds, _time(search, shape.text(length)))
        if seconds > _LIMIT or length >= longest:
            return length, seconds
        length = min(longest, max(length + 1, int(length * _step(seconds))))


def _step(seconds: float) -> float:
    """Return how many times as long the next text may be: none must take for ever, even where time explodes."""
    return 2 if seconds < 20e-6 else 1.5 if seconds < 100e-6 else 1.2


def _attack(search: _Search, shape: Shape, length: int) -> Attack:
    times = shape.times(length)
    whole, half = (min(_time(search, shape.text(part)) for _ in range(3)) for part in (length, length // 2))
    return Attack(shape.head, shape.pump, times, shape.tail, whole, whole / max(half, 1e-6))


def _time(search: _Search, text: str) -> float:
    begun = process_time()
    try:
        search(text)
    except _LateError:
        pass
    return process_time() - begun


class _LateError(Exception):
    """A match took longer than any that tells something."""


@contextmanager
def _limited(search: _Search) -> Iterator[_Search]:
    """Give a search that is broken off after a second, where the system has timers and this is the main thread.

    What needs 60 letters to match at all, and then tries them in 2 to the 60th ways, shows nothing of it before.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield search
        return

    def limited(text: str) -> object:
        # Not a timer of the processor's time: with one of these running, that time is told in steps of 4 ms.
        signal.setitimer(signal.ITIMER_REAL, _BREAK)
        try:
            return search(text)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    before = signal.signal(signal.SIGALRM, _give_up)
    try:
        yield limited
    finally:
        signal.signal(signal.SIGALRM, before)


def _give_up(number: int, frame: object) -> None:
    raise _LateError
