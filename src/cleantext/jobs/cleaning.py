"""Cleaning: the documents of one task cleaned one by one, counted, and written down where one fails.

A document that fails is a fault of ours, or a record that is none. Either costs that
document only: what calls here passes it on as it was.
"""

from __future__ import annotations

import json
import os
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack

from cleantext.cli.options import Options
from cleantext.cli.record import Cleaned, Source, clean
from cleantext.cli.records import STANDARD
from cleantext.core.layer import Layer
from cleantext.jobs.task import Counts, Setup
from cleantext.jobs.whole import Sink, errors_of, whole
from cleantext.pipeline import Flow, build

# What names the document in the errors, asked for only when there is one.
Identity = Callable[[], object]
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Cleaning:
    """Cleans the documents of one task."""

    def __init__(self, setup: Setup, relative: str, log: ErrorLog) -> None:
        """Write down in `log` what fails, under the name of the file."""
        self._flow = build(setup.config)
        self._options = _options(setup)
        self._relative = relative
        self._log = log
        self._tally = _Tally(self._flow)
        self.records = self.documents = self.changed = self.errors = 0

    def clean(self, source: Source, number: int, identity: Identity) -> Cleaned | None:
        """Clean one document; None where that failed, which is written down."""
        self.documents += 1
        try:
            cleaned = clean(source, self._flow, self._options)
        except Exception as error:  # Whatever it is, it must not cost the other documents.
            self._write(number, identity, error, _place(error))
            return None
        if cleaned.layers:
            self.changed += cleaned.text != source.text
            self._tally.add(cleaned.layers)
        return cleaned

    def account(self, cleaned: Cleaned | None) -> str:
        """Return the changes of a document as a list in JSON, in ASCII."""
        if cleaned is None or not cleaned.layers:
            return "[]"
        return json.dumps([change._asdict() for change in cleaned.result(self._flow).changes()])

    def refuse(self, number: int, identity: Identity, error: Exception) -> None:
        """Write down a record that is no document."""
        self.documents += 1
        self._write(number, identity, error, "")

    def counts(self) -> Counts:
        """Return what was counted, without bytes and seconds."""
        return Counts(self.records, self.documents, self.changed, self.errors, removed=self._tally.sums())

    def _write(self, number: int, identity: Identity, error: Exception, place: str) -> None:
        self.errors += 1
        message = str(error).replace("--field", "--text-field").replace("`encoding`", "--encoding")
        entry = {"file": self._relative, "record": number, "id": _plain(identity)}
        entry |= {"type": type(error).__name__, "message": message, "traceback": place}
        self._log.write(json.dumps(entry).encode() + b"\n")


class ErrorLog:
    """The file of the errors of a part, made with the first of them; `places` finishes it, or drops it."""

    def __init__(self, folder: str, part: tuple[str, int], places: ExitStack) -> None:
        self._folder = folder
        self._relative = errors_of(*part)
        self._places = places
        self._sink: Sink | None = None

    def write(self, line: bytes) -> None:
        """Write one line.

        Raises:
            OutputError: the disk takes no more.
        """
        if self._sink is None:
            self._sink = self._places.enter_context(whole(self._folder, self._relative))
        self._sink.write(line)


class _Tally:
    """Sums of the characters that are gone, by the kind of a line or else by the step."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._names: dict[tuple[str, str], str] = {}
        self._removed: Counter[str] = Counter()

    def add(self, layers: tuple[Layer, ...]) -> None:
        for layer in layers:
            for edit in layer.edits:
                gone = len(edit.before) - len(edit.after)
                if gone > 0:
                    self._removed[self._name(layer, edit.rule)] += gone

    def sums(self) -> tuple[tuple[str, int], ...]:
        return tuple(sorted(self._removed.items()))

    def _name(self, layer: Layer, rule: str) -> str:
        name = self._names.get((layer.step, rule))
        if name is None:
            # To look for the kind of a rule costs more than to count its edit.
            name = self._flow.kinds((layer,)).get(rule) or layer.step
            self._names[layer.step, rule] = name
        return name


def _options(setup: Setup) -> Options:
    """Return what the filter would be told to clean a whole document in this way."""
    return Options(
        files=(),
        unit="file",
        field=setup.field,
        config=setup.config,
        output=STANDARD,
        explain=False,
        log=None,
        diff=False,
        why=False,
        dry_run=False,
        stats=False,
        strict=False,
    )


def _plain(identity: Identity) -> object:
    """Return what names a document, if it has a form in JSON."""
    try:
        value = identity()
    except (ValueError, RecursionError):
        return None
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _place(error: Exception) -> str:
    """Say where an exception came from: the last line of its traceback, without folders of this machine."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return ""
    last = frames[-1]
    inside = last.filename.startswith(_PACKAGE + os.sep)
    name = os.path.relpath(last.filename, _PACKAGE) if inside else os.path.basename(last.filename)
    return f"{name}, line {last.lineno}, in {last.name}"
