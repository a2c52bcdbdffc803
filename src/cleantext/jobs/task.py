"""Task: the part of a file that one process does at a time, and what came of it."""

from __future__ import annotations

from typing import NamedTuple

from cleantext.config import Config


class Setup(NamedTuple):
    """What every task of a run is done with. `changes` is the field for the account of changes; "" for none."""

    folder: str
    config: Config
    field: str
    identity: str
    changes: str
    # Of all that decides what comes out: equal where the same input gives the same output.
    fingerprint: str


class Input(NamedTuple):
    """A file to clean; `relative` is its path below the output folder, `packing` "", "gz" or "zst"."""

    path: str
    relative: str
    format: str
    packing: str
    size: int
    modified: int


class Counts(NamedTuple):
    """What was counted. `records` are lines or rows, blank lines included; `removed` characters by kind or step."""

    records: int = 0
    documents: int = 0
    changed: int = 0
    errors: int = 0
    bytes_in: int = 0
    bytes_out: int = 0
    seconds: float = 0.0
    removed: tuple[tuple[str, int], ...] = ()

    def plus(self, other: Counts) -> Counts:
        """Return the sums."""
        removed = dict(self.removed)
        for kind, count in other.removed:
            removed[kind] = removed.get(kind, 0) + count
        return Counts(
            self.records + other.records,
            self.documents + other.documents,
            self.changed + other.changed,
            self.errors + other.errors,
            self.bytes_in + other.bytes_in,
            self.bytes_out + other.bytes_out,
            self.seconds + other.seconds,
            tuple(sorted(removed.items())),
        )


class Done(NamedTuple):
    """What came of a task: the hash of what it read, and the bytes it wrote."""

    relative: str
    part: int
    parts: int
    digest: str
    fingerprint: str
    size: int
    counts: Counts


class Task(NamedTuple):
    """A part of a file: bytes from `start` to `end` of it. `earlier` is what an earlier run made of this part.

    A part of a Parquet file is the row group of that number; `footer` is the hash of what
    says how to read it.
    """

    source: Input
    part: int
    parts: int
    start: int
    end: int
    footer: str = ""
    earlier: Done | None = None


class Join(NamedTuple):
    """The parts of a file, all of them there, to be made into the file."""

    relative: str
    format: str
    parts: int


class Joined(NamedTuple):
    """A file made of its parts, with its bytes."""

    relative: str
    size: int


class Failure(NamedTuple):
    """A job that could not be done, and why."""

    job: Task | Join
    type: str
    message: str


Job = Task | Join
Outcome = Done | Joined | Failure
