"""Measure: contenders take turns on the same documents, and each is timed inside its own process.

    round 1: A B C    round 2: B C A    round 3: C A B

So that a disturbance of the machine falls on all of them, and none always comes after the
same neighbour. Each process is warmed up once on other documents. A contender that remembers
facts about lines runs apart each round, in a copy of its process that then ends: its first
pass is the speed on new text, its second that on text it has seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from side_by_side.contenders import Contender
from side_by_side.documents import Documents

Turn = TypeVar("Turn")
FIRST, AGAIN = "first", "again"
# A floor takes milliseconds; it is repeated for so long in each turn.
_LEAST = 0.05
# What remembers nothing has but to read its own tables.
_FEW = 20


class Timing(NamedTuple):
    """What a turn took, in seconds of the processor for one pass; `failed` documents raised."""

    seconds: float
    failed: int = 0


class Row(NamedTuple):
    """One contender on one set: its seconds round by round, and what went wrong, or nothing."""

    documents: str
    contender: str
    sight: str
    seconds: tuple[float, ...]
    failed: int = 0
    note: str = ""


class Process(Protocol):
    """Where a contender runs."""

    def load(self, texts: Sequence[str]) -> None:
        """Take the texts that turns are about."""

    def warm(self, texts: Sequence[str]) -> None:
        """Run over other texts, untimed."""

    def time(self, least: float) -> Timing:
        """Run over the texts that were loaded, for at least so many seconds."""

    def apart(self) -> tuple[Timing, Timing]:
        """Run over them twice, and remember nothing of it."""

    def close(self) -> None:
        """End."""


class MissingError(Exception):
    """A contender cannot run, and why."""


class StoppedError(Exception):
    """A turn took longer than it may."""


Start = Callable[[Contender], Process]


class Bench:
    """Runs rounds; processes that outlive a round end with `close`."""

    def __init__(self, start: Start, warm: Sequence[str], tell: Callable[[str], None] = lambda line: None) -> None:
        self._start = start
        self._warm = warm
        self._tell = tell
        self._living: dict[str, Process] = {}
        self.missing: dict[str, str] = {}

    def rows(self, documents: Documents, contenders: Sequence[Contender], rounds: int) -> list[Row]:
        """Time some contenders on a set; one that is missing has no row and stands in `missing`."""
        turns: dict[tuple[str, str], list[Timing]] = {}
        notes: dict[str, str] = {}
        for contender in contenders:
            self._prepare(contender, documents)
        for number in range(rounds):
            for contender in rotated(contenders, number):
                if contender.name in self.missing or contender.name in notes:
                    continue
                try:
                    for sight, timing in self._turn(contender, documents):
                        turns.setdefault((contender.name, sight), []).append(timing)
                except MissingError as error:
                    self._leave_out(contender, error)
                except StoppedError as error:
                    notes[contender.name] = str(error)
                    self._living.pop(contender.name, None)
        rows = [_row(documents.name, names, timings) for names, timings in turns.items()]
        rows += [Row(documents.name, name, FIRST, (), note=note) for name, note in notes.items()]
        return rows

    def close(self) -> None:
        """End every process."""
        for process in self._living.values():
            process.close()
        self._living.clear()

    def _prepare(self, contender: Contender, documents: Documents) -> None:
        """Hand a contender the documents of a set, once for all rounds; its process is started where there is none."""
        if contender.name in self.missing:
            return
        try:
            if contender.name not in self._living:
                self._tell(f"{contender.name}: warming up")
                self._living[contender.name] = self._start(contender)
                self._living[contender.name].warm(self._warm if contender.remembers else self._warm[-_FEW:])
            self._living[contender.name].load(documents.texts)
        except (MissingError, StoppedError) as error:
            self._leave_out(contender, error)

    def _turn(self, contender: Contender, documents: Documents) -> list[tuple[str, Timing]]:
        self._tell(f"{documents.name}: {contender.name}")
        process = self._living[contender.name]
        if contender.remembers:
            return list(zip((FIRST, AGAIN), process.apart()))
        return [(FIRST, process.time(_LEAST))]

    def _leave_out(self, contender: Contender, error: Exception) -> None:
        self._living.pop(contender.name, None)
        self.missing[contender.name] = str(error)
        self._tell(f"{contender.name} is missing: {error}")


def rotated(turns: Sequence[Turn], number: int) -> list[Turn]:
    """Return the order of a round: each round begins with the next one."""
    place = number % len(turns) if turns else 0
    return [*turns[place:], *turns[:place]]


def _row(documents: str, names: tuple[str, str], timings: list[Timing]) -> Row:
    failed = max(timing.failed for timing in timings)
    return Row(documents, *names, tuple(timing.seconds for timing in timings), failed)
