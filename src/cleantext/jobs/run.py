"""Run: files in, the same files clean in an output folder, and what is finished stays so.

A run that was stopped, in whatever way, is taken up where it was by the same command: what
an earlier run made of the same bytes, with the same configuration, is not made again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple, TextIO

from cleantext.errors import InputError
from cleantext.jobs.crew import Crew
from cleantext.jobs.inputs import find
from cleantext.jobs.journal import Journal
from cleantext.jobs.manifest import MANIFEST, FileReport, write_errors, write_manifest
from cleantext.jobs.plan import batches, check, tasks
from cleantext.jobs.progress import Progress
from cleantext.jobs.task import Done, Failure, Input, Join, Joined, Outcome, Setup, Task
from cleantext.jobs.whole import ERRORS, PARTS, STATE, WORK, part_of, remove, unwritable

# A look at the progress is due so often.
_TICK = 0.1


class Order(NamedTuple):
    """What is asked for: names of input, a format for all of them or None, and how it is to be done."""

    names: tuple[str, ...]
    form: str | None
    workers: int
    again: bool


class Summary(NamedTuple):
    """What came of a run: whole files that could not be cleaned, and documents that could not."""

    failures: tuple[str, ...]
    errors: int


def run(order: Order, setup: Setup, told: TextIO | None) -> Summary:
    """Clean files into a folder; progress goes to `told`.

    Raises:
        InputError: input that is not there, or not what it should be; before anything is written.
        OutputError: the disk takes no more. What is finished stays.
    """
    sources = find(order.names, setup.folder, order.form)
    check(sources, setup)
    with _prepared(setup.folder):
        journal = Journal(setup.folder)
        try:
            if not order.again:
                _check_targets(sources, setup.folder, journal)
            _remove_stale(setup.folder, journal)
            progress = Progress(told, sum(source.size for source in sources), os.path.join(setup.folder, WORK))
            reports = _Run(order, setup, journal, progress).do(sources)
        finally:
            journal.close()
        write_errors(setup, reports)
        write_manifest(setup, reports)
        progress.end()
    failures = (f"{report.source.path}: {failure.message}" for report in reports for failure in report.failures)
    return Summary(tuple(failures), sum(report.counts().errors for report in reports))


class _File:
    """A file on its way: which of its parts are done, and which are done again."""

    def __init__(self, made: list[Task]) -> None:
        self.source = made[0].source
        self.tasks = made
        self.done: dict[int, Done] = {}
        self.failures: list[Failure] = []

    @property
    def is_answered(self) -> bool:
        return len(self.done) + len(self.failures) == len(self.tasks)

    def report(self) -> FileReport:
        parts = tuple(done for _, done in sorted(self.done.items()))
        return FileReport(self.source, () if self.failures else parts, tuple(self.failures))


class _Run:
    """Hands out the tasks of files in order, and sees to it that each file is put together."""

    def __init__(self, order: Order, setup: Setup, journal: Journal, progress: Progress) -> None:
        self._order = order
        self._setup = setup
        self._journal = journal
        self._progress = progress
        self._files: dict[str, _File] = {}
        self._reports: dict[str, FileReport] = {}
        # What has to be done before the next files are begun.
        self._next: list[Task | Join] = []

    def do(self, sources: Sequence[Input]) -> list[FileReport]:
        """Return what came of each file, in order."""
        waiting = batches(task for source in sources for task in self._begun(source))
        try:
            with Crew(self._setup, self._order.workers) as crew:
                is_more = True
                while is_more or self._next or crew.is_busy:
                    while crew.has_room and (is_more or self._next):
                        batch = (self._next.pop(0),) if self._next else next(waiting, None)
                        if batch is None:
                            is_more = False
                        else:
                            crew.submit(batch)
                    if crew.is_busy:
                        for outcome in crew.outcomes(_TICK):
                            self._take(outcome)
                    self._progress.show()
        finally:
            self._progress.clear()
        return [self._reports[source.relative] for source in sources]

    def _begun(self, source: Input) -> list[Task]:
        try:
            made = tasks(source)
        except InputError as error:
            reason = str(error).removeprefix(f"{source.path}: ")
            failure = Failure(Task(source, 0, 1, 0, source.size), type(error).__name__, reason)
            self._reports[source.relative] = FileReport(source, (), (failure,))
            return []
        if not self._order.again:
            made = [task._replace(earlier=self._journal.earlier(task, self._setup.fingerprint)) for task in made]
        self._files[source.relative] = _File(made)
        self._journal.begin(source.relative)
        return made

    def _take(self, outcome: Outcome) -> None:
        if isinstance(outcome, Joined):
            self._finish(outcome)
        elif isinstance(outcome, Done):
            file = self._files[outcome.relative]
            file.done[outcome.part] = outcome
            is_new = outcome != file.tasks[outcome.part].earlier
            if is_new:
                self._journal.finish(outcome)
            self._progress.add(outcome.counts.documents, outcome.counts.bytes_in, is_new=is_new)
            self._look(file)
        else:
            job = outcome.job
            file = self._files[job.relative if isinstance(job, Join) else job.source.relative]
            file.failures.append(outcome)
            if isinstance(job, Join):
                self._report(file)
            else:
                self._look(file)

    def _look(self, file: _File) -> None:
        """Decide what is to be done with a file when all its parts are answered."""
        if not file.is_answered:
            return
        relative = file.source.relative
        if file.failures:
            self._report(file)
        elif len(file.tasks) == 1:
            self._finish(Joined(relative, file.done[0].size))
        elif all(file.done[task.part] == task.earlier for task in file.tasks) and self._journal.is_joined(relative):
            self._report(file)
        else:
            missing = [task for task in file.tasks if not self._is_there(task)]
            for task in missing:
                # It was part of the file that stood here, of which another part has changed.
                del file.done[task.part]
            file.tasks = [task._replace(earlier=None) if task in missing else task for task in file.tasks]
            again: list[Task | Join] = [task for task in file.tasks if task.part not in file.done]
            self._next += again or [Join(relative, file.source.format, len(file.tasks))]

    def _is_there(self, task: Task) -> bool:
        return os.path.exists(os.path.join(self._setup.folder, part_of(task.source.relative, task.part)))

    def _finish(self, joined: Joined) -> None:
        file = self._files[joined.relative]
        self._journal.join(joined)
        for task in file.tasks if len(file.tasks) > 1 else ():
            remove(os.path.join(self._setup.folder, part_of(joined.relative, task.part)))
        self._report(file)

    def _report(self, file: _File) -> None:
        self._reports[file.source.relative] = file.report()
        del self._files[file.source.relative]


def _check_targets(sources: Sequence[Input], folder: str, journal: Journal) -> None:
    """Refuse to write over files that no run has written."""
    for source in sources:
        target = os.path.join(folder, source.relative)
        if os.path.isdir(target):
            raise InputError(f"{target}: is a folder, where the output of {source.path} belongs; name another folder")
        if os.path.lexists(target) and not journal.has_begun(source.relative):
            raise InputError(f"{target}: stands there, and no run has written it; name another folder, or add --force")


def _remove_stale(folder: str, journal: Journal) -> None:
    """Remove what an earlier run has left and nothing will ask for, and the manifest, which comes last."""
    remove(os.path.join(folder, MANIFEST))
    parts = os.path.join(folder, PARTS)
    for name in os.listdir(parts):
        if not journal.is_part(name):
            remove(os.path.join(parts, name))


@contextmanager
def _prepared(folder: str) -> Iterator[None]:
    """Have the output folder to ourselves, without what a run that died has left half-written.

    Raises:
        OutputError: it cannot be written.
        InputError: another run is writing there.
    """
    try:
        for name in (WORK, PARTS, ERRORS):
            os.makedirs(os.path.join(folder, name), exist_ok=True)
        lock = os.open(os.path.join(folder, STATE, "lock"), os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise unwritable(folder, error) from error
    try:
        _lock(lock, folder)
        work = os.path.join(folder, WORK)
        for name in os.listdir(work):
            remove(os.path.join(work, name))
        yield
    finally:
        os.close(lock)


def _lock(lock: int, folder: str) -> None:
    try:
        import fcntl
    except ImportError:
        # No such locks on this system; two runs into one folder are then for their user to avoid.
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise InputError(f"{folder}: another run is writing there; wait for it, or name another folder") from error
