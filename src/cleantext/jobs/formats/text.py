"""Plain text: a file is a document, in whatever encoding; what comes out is UTF-8."""

from __future__ import annotations

from cleantext.cli.record import read
from cleantext.cli.records import Record
from cleantext.errors import DecodeError
from cleantext.jobs.cleaning import Cleaning
from cleantext.jobs.task import Setup, Task
from cleantext.jobs.whole import Sink


def make(task: Task, setup: Setup, cleaning: Cleaning, sink: Sink) -> None:
    """Clean a file; one that is not in the encoding that was named is written as it was.

    Raises:
        OSError: it cannot be read.
        OutputError: the disk takes no more.
    """
    with open(task.source.path, "rb") as stream:
        data = stream.read()
    cleaning.records += 1
    try:
        source = read(Record(task.source.path, 1, "", data, setup.config.encoding, b"", b""), "file", "")
    except DecodeError as error:
        cleaning.refuse(1, _nameless, error)
        sink.write(data)
        return
    if source is None:
        return
    cleaned = cleaning.clean(source, 1, _nameless)
    sink.write(data if cleaned is None else cleaned.written())


def _nameless() -> None:
    """Stand for the name of a document that is known by its file."""
