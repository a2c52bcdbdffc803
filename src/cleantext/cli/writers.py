"""Writers: what becomes of a cleaned record: its text, a report, or nothing in a dry run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from cleantext.cli.fit import utf8
from cleantext.cli.output import Sink
from cleantext.cli.record import Cleaned
from cleantext.cli.records import Record
from cleantext.pipeline import Flow


class Writer:
    """Takes the records of a run in order, and writes nothing."""

    def clean(self, record: Record, cleaned: Cleaned) -> None:
        """Take a record that was cleaned."""

    def unchanged(self, record: Record) -> None:
        """Take a record that is to stay as it is, byte by byte."""


def text_writer(sink: Sink, *, at_once: bool) -> Writer:
    """Return a writer of clean texts; `at_once` sends off each record, as somebody may wait for it."""
    return _Texts(sink, at_once)


def diff_writer(sink: Sink, unit: str) -> Writer:
    """Return a writer of unified diffs, in colours where a person looks on and NO_COLOR is not set."""
    colours = sink.is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return _LineDiffs(sink, colours) if unit == "line" else _Diffs(sink, colours)


def line_writer(sink: Sink, flow: Flow) -> Writer:
    """Return a writer of the lines that are no story, with the reasons."""
    return _Lines(sink, flow)


class _Texts(Writer):
    def __init__(self, sink: Sink, at_once: bool) -> None:
        self._sink = sink
        self._at_once = at_once

    def clean(self, record: Record, cleaned: Cleaned) -> None:
        self._write(record, cleaned.written())

    def unchanged(self, record: Record) -> None:
        self._write(record, record.data)

    def _write(self, record: Record, data: bytes) -> None:
        self._sink.write(record.lead + data + record.end if record.lead or record.end else data)
        if self._at_once:
            self._sink.flush()


class _Diffs(Writer):
    """Writes a diff a record, each under its own name."""

    def __init__(self, sink: Sink, colours: bool) -> None:
        self._sink = sink
        self._colours = colours

    def clean(self, record: Record, cleaned: Cleaned) -> None:
        if cleaned.text == cleaned.source.text:
            return
        from cleantext.report.diff import hunks

        self._write_header(record.where)
        self._write(hunks(cleaned.source.text, cleaned.net()))

    def _write_header(self, name: str) -> None:
        from cleantext.report.diff import header

        # The bytes that the file's name has on this system.
        self._write(header(name), os.fsencode)

    def _write(self, lines: Iterator[str], encode: Callable[[str], bytes] = utf8) -> None:
        if self._colours:
            from cleantext.report.diff import coloured

            lines = coloured(lines)
        for line in lines:
            self._sink.write(encode(line))
        self._sink.flush()


class _LineDiffs(_Diffs):
    """Writes one diff a file; without the lines around a change, which a stream has let go of."""

    _file = ""

    def clean(self, record: Record, cleaned: Cleaned) -> None:
        if cleaned.text == cleaned.source.text:
            return
        from cleantext.report.diff import line_hunk

        if record.file != self._file:
            self._file = record.file
            self._write_header(record.file)
        self._write(line_hunk(record.number, cleaned.source.text, cleaned.text))


class _Lines(Writer):
    """Writes what goes or is held back of a record, under its name."""

    def __init__(self, sink: Sink, flow: Flow) -> None:
        self._sink = sink
        self._flow = flow

    def clean(self, record: Record, cleaned: Cleaned) -> None:
        from cleantext.report.lines import lines_of, table

        lines = list(table(lines_of(cleaned.result(self._flow), self._flow)))
        if lines:
            self._sink.write(os.fsencode(record.where) + b"\n")
            self._sink.write(utf8("".join(f"{line}\n" for line in lines)))
            self._sink.flush()
