"""Journal: what runs have finished in an output folder, a line each, written as it happens.

Whatever it does not say is done again. So a line that was cut off in the middle costs
work, and nothing else.
"""

from __future__ import annotations

import json
import os
from typing import Any, BinaryIO

from cleantext.jobs.task import Counts, Done, Joined, Task
from cleantext.jobs.whole import STATE, part_of, size_of, unwritable, whole

_NAME = os.path.join(STATE, "journal.jsonl")
_FORMAT = 1


class Journal:
    """What is finished below an output folder. It belongs to one process, which holds the folder's lock."""

    def __init__(self, folder: str) -> None:
        """Read the journal of a folder, or begin one.

        Raises:
            OutputError: it cannot be written.
        """
        self._folder = folder
        self._done: dict[tuple[str, int], Done] = {}
        self._joined: dict[str, int] = {}
        self._begun: set[str] = set()
        self._read()
        self._names = {os.path.basename(part_of(*key)) for key in self._done}
        self._stream = self._rewritten()

    def has_begun(self, relative: str) -> bool:
        """Say whether what stands under a path was written by a run."""
        return relative in self._begun

    def earlier(self, task: Task, fingerprint: str) -> Done | None:
        """Return what an earlier run made of a task, where that is still there; of the input nothing is said."""
        relative = task.source.relative
        done = self._done.get((relative, task.part))
        if done is None or (done.parts, done.fingerprint) != (task.parts, fingerprint):
            return None
        if self.is_joined(relative):
            return done
        if task.parts > 1 and size_of(os.path.join(self._folder, part_of(relative, task.part))) == done.size:
            return done
        return None

    def is_joined(self, relative: str) -> bool:
        """Say whether a file is finished, and there as it was finished."""
        size = self._joined.get(relative)
        return size is not None and size_of(os.path.join(self._folder, relative)) == size

    def is_part(self, name: str) -> bool:
        """Say whether a file among the parts is one that is finished; all others are of no use."""
        return name in self._names

    def begin(self, relative: str) -> None:
        """Write down that a file is ours from here on, before anything of it is there."""
        if relative not in self._begun:
            self._begun.add(relative)
            self._write({"begun": relative})

    def finish(self, done: Done) -> None:
        """Write down what came of a task."""
        self._done[done.relative, done.part] = done
        # What was joined, was joined of something else.
        self._joined.pop(done.relative, None)
        self._write(_record(done))

    def join(self, joined: Joined) -> None:
        """Write down that a file is finished."""
        self._joined[joined.relative] = joined.size
        self._write({"joined": joined.relative, "size": joined.size})

    def close(self) -> None:
        """Close the file."""
        try:
            self._stream.close()
        except OSError as error:
            raise unwritable(os.path.join(self._folder, _NAME), error) from error

    def _read(self) -> None:
        try:
            with open(os.path.join(self._folder, _NAME), "rb") as stream:
                if _parsed(stream.readline()) != {"format": _FORMAT}:
                    return
                for line in stream:
                    try:
                        self._take(_parsed(line))
                    except (KeyError, TypeError, ValueError):
                        # Damaged, as after a power cut; what it said is done again.
                        continue
        except FileNotFoundError:
            return

    def _take(self, entry: dict[str, Any]) -> None:
        if "begun" in entry:
            self._begun.add(entry["begun"])
        elif "joined" in entry:
            self._joined[entry["joined"]] = entry["size"]
        elif "done" in entry:
            counts = entry["counts"]
            removed = tuple((kind, count) for kind, count in counts.pop("removed"))
            relative, part, parts, digest, fingerprint, size = entry["done"]
            done = Done(relative, part, parts, digest, fingerprint, size, Counts(**counts, removed=removed))
            self._done[done.relative, done.part] = done
            self._joined.pop(done.relative, None)

    def _rewritten(self) -> BinaryIO:
        """Write down again what still holds, and go on from there."""
        with whole(self._folder, _NAME) as sink:
            sink.write(_line({"format": _FORMAT}))
            for relative in sorted(self._begun):
                sink.write(_line({"begun": relative}))
            for _, done in sorted(self._done.items()):
                sink.write(_line(_record(done)))
            for relative, size in sorted(self._joined.items()):
                sink.write(_line({"joined": relative, "size": size}))
        path = os.path.join(self._folder, _NAME)
        try:
            return open(path, "ab", buffering=0)
        except OSError as error:
            raise unwritable(path, error) from error

    def _write(self, entry: dict[str, object]) -> None:
        try:
            self._stream.write(_line(entry))
        except OSError as error:
            raise unwritable(os.path.join(self._folder, _NAME), error) from error


def _record(done: Done) -> dict[str, object]:
    return {"done": done[:-1], "counts": done.counts._asdict()}


def _line(entry: dict[str, object]) -> bytes:
    return json.dumps(entry).encode() + b"\n"


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except ValueError:
        return {}
    return entry if isinstance(entry, dict) else {}
