"""Plan: which tasks a file is, and what can be known to be wrong with it before any work is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleantext.cli.records import unreadable
from cleantext.errors import InputError
from cleantext.jobs.formats import json_lines, packed, parquet
from cleantext.jobs.task import Input, Setup, Task

# Small files go to a process together: to send each alone took longer than to clean it.
_TOGETHER, _TOGETHER_BYTES = 64, 8 << 20


def check(sources: Iterable[Input], setup: Setup) -> None:
    """Look into every file for what would stop the work on it.

    Raises:
        InputError: a file that cannot be read, or lacks the field or column.
        MissingExtraError: a package that reads such files is not installed.
    """
    for source in sources:
        try:
            packed.check(source.packing)
            if source.format == "parquet":
                parquet.check(source, setup)
            elif source.format == "jsonl":
                json_lines.check(source, setup)
        except OSError as error:
            raise unreadable(source.path, error) from error
        except InputError as error:
            raise _named(source, error) from error


def tasks(source: Input) -> list[Task]:
    """Return the tasks that a file is; what they are depends on the file alone.

    Raises:
        InputError: it cannot be read (any more).
    """
    try:
        footer = ""
        if source.format == "parquet":
            parts, footer = parquet.cuts(source)
        elif source.format == "jsonl":
            parts = json_lines.cuts(source)
        else:
            parts = [(0, source.size)]
    except OSError as error:
        raise unreadable(source.path, error) from error
    except InputError as error:
        raise _named(source, error) from error
    return [Task(source, number, len(parts), start, end, footer) for number, (start, end) in enumerate(parts)]


def batches(made: Iterable[Task]) -> Iterator[tuple[Task, ...]]:
    """Put tasks that follow one another together while they are small."""
    batch: list[Task] = []
    size = 0
    for task in made:
        if batch and (len(batch) == _TOGETHER or size + task.end - task.start > _TOGETHER_BYTES):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(task)
        size += task.end - task.start
    if batch:
        yield tuple(batch)


def _named(source: Input, error: InputError) -> InputError:
    return error if str(error).startswith(source.path) else InputError(f"{source.path}: {error}")
