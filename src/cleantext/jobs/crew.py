"""Crew: the processes of a run: jobs handed out, outcomes taken in, processes that die replaced.

A ProcessPoolExecutor says that a process died, but not over which job. So the jobs that
were on the way are then done alone, one at a time, until the one is known that kills.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import NamedTuple

from cleantext.jobs import worker
from cleantext.jobs.task import Failure, Job, Outcome, Setup

# How often a job is tried again after its process died.
_RETRIES = 2
LOST = "WorkerLost"
_WHY = "its process was killed {} times, which want of memory does; give it more, or fewer processes with -j"


class _Suspect(NamedTuple):
    job: Job
    tries: int


class Crew:
    """Some processes at work. Use it as a context: they are gone when it ends, whatever they were at."""

    def __init__(self, setup: Setup, count: int) -> None:
        self._setup = setup
        self._count = count
        # Started afresh, not forked: a fork would hold the other end of its leash, and locks of other threads.
        self._context = get_context("spawn")
        self._suspects: deque[_Suspect] = deque()
        self._running: dict[Future[list[Outcome]], tuple[_Suspect, ...]] = {}
        self._open()

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *raised: object) -> None:
        self._close()

    @property
    def has_room(self) -> bool:
        """Whether more jobs can be handed out: so many that no process waits, so few that memory stays flat."""
        return not self._suspects and len(self._running) < 2 * self._count

    @property
    def is_busy(self) -> bool:
        """Whether outcomes are still to come."""
        return bool(self._running or self._suspects)

    def submit(self, jobs: tuple[Job, ...]) -> None:
        """Hand out some jobs for one process to do."""
        self._start(tuple(_Suspect(job, 0) for job in jobs))

    def outcomes(self, seconds: float) -> Iterator[Outcome]:
        """Wait so long at most, and yield what came of jobs since.

        Raises:
            OutputError: the disk takes no more.
        """
        if self._suspects and not self._running:
            self._start((self._suspects.popleft(),))
        finished, _ = wait(self._running, seconds, FIRST_COMPLETED)
        broken: list[_Suspect] = []
        for future in finished:
            jobs = self._running.pop(future)
            try:
                yield from future.result()
            except BrokenProcessPool:
                broken += jobs
        if broken:
            yield from self._recover(broken)

    def _start(self, jobs: tuple[_Suspect, ...]) -> None:
        with _no_interrupts():
            try:
                future = self._pool.submit(worker.work, tuple(suspect.job for suspect in jobs))
            except BrokenProcessPool:
                # A process died between two looks.
                self._suspects.extend(jobs)
                if not self._running:
                    self._close()
                    self._open()
                return
        self._running[future] = jobs

    def _recover(self, broken: list[_Suspect]) -> Iterator[Outcome]:
        """Begin with new processes; what is left of the jobs on the way is done one at a time."""
        self._close()
        for future, jobs in self._running.items():
            try:
                yield from future.result()
            except (BrokenProcessPool, CancelledError):
                broken += jobs
        self._running.clear()
        self._open()
        for suspect in broken:
            if suspect.tries == _RETRIES:
                yield Failure(suspect.job, LOST, _WHY.format(suspect.tries + 1))
            else:
                self._suspects.append(suspect._replace(tries=suspect.tries + 1))

    def _open(self) -> None:
        self._leash, self._holder = self._context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(self._count, self._context, worker.begin, (self._setup, self._leash))

    def _close(self) -> None:
        self._holder.close()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._leash.close()


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Keep Ctrl-C from processes that start in the block: it is for the one that started them to end them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
