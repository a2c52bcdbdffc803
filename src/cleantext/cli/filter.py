"""The command line: a filter that cleans files, lines, NUL-terminated records or JSON lines.

It streams: a record is read, cleaned, written and forgotten. What goes wrong with a
record costs that record only; what goes wrong with a file or an option ends the run.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from typing import NamedTuple

from cleantext.cli.account import Log, Stats
from cleantext.cli.options import Options, parse, say
from cleantext.cli.output import opened, output, standard_error, standard_output
from cleantext.cli.record import clean, read
from cleantext.cli.records import STANDARD, Record, check_inputs, records
from cleantext.cli.writers import Writer, diff_writer, line_writer, text_writer
from cleantext.errors import CleanTextError, DecodeError, InputError
from cleantext.pipeline import Flow, build

DONE, BAD_RECORDS, FAILED = 0, 1, 2
# What a shell reports for a process that Ctrl-C or a closed pipe ended.
INTERRUPTED, BROKEN_PIPE = 130, 141


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; `words` are those after the program's name."""
    words = sys.argv[1:] if words is None else words
    try:
        if words[:1] in (["learn"], ("learn",)):
            from cleantext.cli.learn import main as learn

            return learn(words[1:])
        if words[:1] in (["names"], ("names",)):
            from cleantext.cli.names import main as names

            return names(words[1:])
        if words[:1] in (["run"], ("run",)):
            from cleantext.cli.run import main as run_files

            return run_files(words[1:])
        return _run(parse(words))
    except BrokenPipeError:
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except CleanTextError as error:
        say(error)
        return FAILED


class _Work(NamedTuple):
    """What every record of a run is cleaned with, and who is told of it."""

    options: Options
    flow: Flow
    stats: Stats
    log: Log | None
    writer: Writer


class _StoppedError(CleanTextError):
    """A bad record, with --strict."""


def _run(options: Options) -> int:
    flow = build(options.config)
    check_inputs(options.files)
    stats = Stats()
    encoding = "utf-8" if options.unit == "json" else options.config.encoding
    try:
        with ExitStack() as places:
            work = _Work(options, flow, stats, _log(options, places), _writer(options, flow, places))
            for record in records(options.files, options.unit, encoding):
                _take(record, work)
    except _StoppedError:
        # With -o the file stays as it was; on standard output stands all that came before.
        pass
    if options.stats:
        for line in stats.lines():
            print(line, file=sys.stderr)
    return BAD_RECORDS if stats.bad else DONE


def _log(options: Options, places: ExitStack) -> Log | None:
    if options.log is None:
        return Log(places.enter_context(standard_error())) if options.explain else None
    return Log(places.enter_context(standard_output() if options.log == STANDARD else opened(options.log)))


def _writer(options: Options, flow: Flow, places: ExitStack) -> Writer:
    if options.dry_run and not options.diff and not options.why:
        return Writer()
    sink = places.enter_context(output(options.output))
    if options.diff:
        return diff_writer(sink, options.unit)
    if options.why:
        return line_writer(sink, flow)
    return text_writer(sink, at_once=options.unit != "file" and options.output == STANDARD)


def _take(record: Record, work: _Work) -> None:
    try:
        source = read(record, work.options.unit, work.options.field)
    except (InputError, DecodeError) as error:
        say(f"{record.where}: {error}".replace("`encoding`", "--encoding"))
        work.stats.bad += 1
        if work.options.strict:
            raise _StoppedError from error
        work.writer.unchanged(record)
        return
    if source is None:
        work.writer.unchanged(record)
        return
    cleaned = clean(source, work.flow, work.options)
    work.stats.add(cleaned.layers, cleaned.held)
    if work.log:
        work.log.add(record, cleaned.result(work.flow), work.flow)
    work.writer.clean(record, cleaned)
