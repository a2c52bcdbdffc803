"""Worker: what runs in the processes of a run: tasks done, parts joined.

A worker lives no longer than the process that started it. It holds one end of a pipe,
and when the other end goes, closed or with its process, the worker goes at once.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, cast

from cleantext.cli.output import OutputError
from cleantext.errors import CleanTextError, InputError
from cleantext.jobs.cleaning import Cleaning, ErrorLog
from cleantext.jobs.formats import json_lines, parquet, text
from cleantext.jobs.task import Done, Failure, Job, Join, Joined, Outcome, Setup, Task
from cleantext.jobs.whole import Sink, digest, errors_of, part_of, remove, whole

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_MAKERS = {"text": text.make, "jsonl": json_lines.make, "parquet": parquet.make}


# Of the run that this process works for.
_setup: Setup | None = None


def begin(setup: Setup, leash: Connection) -> None:
    """Make this process a worker."""
    global _setup
    _setup = setup
    threading.Thread(target=_watch, args=(leash,), daemon=True).start()


def work(jobs: tuple[Job, ...]) -> list[Outcome]:
    """Do some jobs, one after the other.

    Raises:
        OutputError: the disk takes no more, which ends the run.
    """
    return [do(job, cast(Setup, _setup)) for job in jobs]


def do(job: Job, setup: Setup) -> Outcome:
    """Do one job in this process; a failure is an outcome like others.

    Raises:
        OutputError: the disk takes no more.
    """
    try:
        return _join(job, setup) if isinstance(job, Join) else _make(job, setup)
    except OutputError:
        raise
    except CleanTextError as error:
        return Failure(job, type(error).__name__, str(error))
    except Exception as error:  # One file that fails must not cost the others.
        return Failure(job, type(error).__name__, str(error))


def _watch(leash: Connection) -> None:
    try:
        leash.recv()
    except (EOFError, OSError):
        pass
    # Not sys.exit, which would end the thread alone. What is half-written has a temporary name.
    os._exit(1)


def _make(task: Task, setup: Setup) -> Done:
    source, part = task.source, (task.source.relative, task.part)
    hashed = f"{task.footer}{digest(source.path, task.start, task.end)}"
    if task.earlier is not None and task.earlier.digest == hashed:
        return task.earlier
    started = time.perf_counter()
    remove(os.path.join(setup.folder, errors_of(*part)))
    target = source.relative if task.parts == 1 else part_of(*part)
    with ExitStack() as places:
        cleaning = Cleaning(setup, source.relative, ErrorLog(setup.folder, part, places))
        with whole(setup.folder, target) as sink:
            _MAKERS[source.format](task, setup, cleaning, sink)
            _check_same(task)
    seconds = round(time.perf_counter() - started, 3)
    counts = cleaning.counts()._replace(bytes_in=task.end - task.start, bytes_out=sink.size, seconds=seconds)
    return Done(*part, task.parts, hashed, setup.fingerprint, sink.size, counts)


def _check_same(task: Task) -> None:
    """Refuse a file that is not the one that was hashed."""
    status = os.stat(task.source.path)
    if (status.st_size, status.st_mtime_ns) != (task.source.size, task.source.modified):
        raise InputError("was changed while it was read; run again")


def _join(job: Join, setup: Setup) -> Joined:
    parts = [os.path.join(setup.folder, part_of(job.relative, number)) for number in range(job.parts)]
    with whole(setup.folder, job.relative) as sink:
        if job.format == "parquet":
            parquet.join(parts, sink)
        else:
            _put_together(parts, sink)
    return Joined(job.relative, sink.size)


def _put_together(parts: list[str], sink: Sink) -> None:
    for part in parts:
        with open(part, "rb") as stream:
            shutil.copyfileobj(stream, sink, 1 << 20)
