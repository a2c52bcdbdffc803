"""`cleantext run`: files and folders in, the same ones clean in an output folder, on all cores.

The options that say what is changed are the filter's, and are read by it; those below
say which files, and how the work is done.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from cleantext.cli.options import Options, UsageError, parse, say
from cleantext.cli.output import OutputError
from cleantext.cli.records import STANDARD
from cleantext.jobs.fingerprint import fingerprint
from cleantext.jobs.inputs import FORMATS
from cleantext.jobs.manifest import ERRORS
from cleantext.jobs.run import Order, Summary, run
from cleantext.jobs.task import Setup
from cleantext.pipeline import build

DONE, BAD, INTERRUPTED = 0, 1, 130
_SHOWN = 5
_MOST_WORKERS = 1024
_USAGE = "cleantext run IN ... -o DIR [option ...]"
_DESCRIPTION = """\
Clean files into a folder, on all cores: texts, JSON lines (.jsonl, .ndjson, also .gz
and .zst) and Parquet. IN is a file, a folder or a pattern. What is finished stays so:
the same command takes up a run that was stopped."""
_EPILOG = """\
What is changed is said as to the filter: --steps, --without, --rules, --encoding,
--language, --spun, --also, --page, --max-removed, --keep, --drop, --names,
--names-style, --fuzzy; see cleantext --help.
Exit codes: 0 done, 1 some documents or files failed, 2 usage or input, 130 Ctrl-C."""
# Of the filter, with what stands for it here. The rest of its options say what is changed.
_FILTERS = {
    "--lines": "name files whose lines are JSON, or use the filter",
    "--null": "use the filter",
    "--jsonl": "say --format jsonl",
    "--field": "say --text-field",
    "--log": "say --changes",
    "--diff": "use the filter",
    "--why": "use the filter",
    "--dry-run": "use the filter",
    "--stats": "the counts are in manifest.json",
    "--strict": "bad records are in errors.jsonl",
}


def main(words: Sequence[str]) -> int:
    """Run the subcommand and return its exit code.

    Raises:
        UsageError: an option that does not exist, or a value that it cannot have.
        InputError: input that is not there, or not what it should be.
    """
    given, rest = _parser().parse_known_args(words)
    options = _of_filter(rest)
    setup = _setup(given, options)
    order = Order(_names(options), given.format, _workers(given.jobs), given.force)
    # What is wrong with a kind or a pack is found here, not in every process.
    build(setup.config)
    try:
        summary = run(order, setup, None if given.quiet else sys.stderr)
    except OutputError as error:
        say(f"{error}, and run again: what is finished stays")
        return BAD
    except KeyboardInterrupt:
        say("stopped; the same command goes on where this was")
        return INTERRUPTED
    _tell(summary, setup.folder)
    return BAD if summary.errors else DONE


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Raise what is wrong instead of leaving the process."""
        raise UsageError(f"run: {message}; see cleantext run --help")


def _parser() -> _Parser:
    parser = _Parser(
        prog="cleantext run",
        usage=_USAGE,
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=lambda prog: argparse.RawDescriptionHelpFormatter(prog, width=80),
        allow_abbrev=False,
    )
    parser.add_argument("-o", "--output", metavar="DIR", required=True, help="the folder to write into")
    parser.add_argument("-j", "--jobs", metavar="N", help="processes (as many as there are cores)")
    parser.add_argument("--format", choices=FORMATS, help="what all files are, whatever their names")
    parser.add_argument("--text-field", metavar="NAME", default="text", help="field or column of the text (text)")
    parser.add_argument("--id-field", metavar="NAME", default="", help="field that names a document in errors.jsonl")
    parser.add_argument("--changes", "--explain", action="store_true", help="add a field with the account of changes")
    parser.add_argument("--changes-field", metavar="NAME", help="its name (changes)")
    parser.add_argument("--force", "--rerun", action="store_true", help="make all again, over whatever stands there")
    parser.add_argument("--quiet", action="store_true", help="tell errors alone")
    return parser


def _of_filter(words: list[str]) -> Options:
    """Understand what is left: names of input, and options of the filter that say what is changed."""
    for word in words:
        name = word.partition("=")[0]
        if name in _FILTERS:
            raise UsageError(f"run: {name} is an option of the filter; {_FILTERS[name]}")
    options = parse(words)
    if options.unit != "file":
        raise UsageError("run: -0 is an option of the filter; use the filter")
    return options


def _names(options: Options) -> tuple[str, ...]:
    if options.files == (STANDARD,):
        raise UsageError("run: no input; name files or folders, which a run can take up again")
    return options.files


def _setup(given: argparse.Namespace, options: Options) -> Setup:
    changes = given.changes_field or ("changes" if given.changes else "")
    if changes and changes == given.text_field:
        raise UsageError(f"run: --changes-field {changes} is where the text stands; name another")
    if not given.output or given.output == STANDARD:
        raise UsageError(f"run: -o {given.output}: a run writes files; name a folder")
    deciding = (given.text_field, changes, given.format or "")
    hashed = fingerprint(options.config, deciding)
    return Setup(given.output, options.config, given.text_field, given.id_field, changes, hashed)


def _workers(written: str | None) -> int:
    if written is None:
        known = getattr(os, "process_cpu_count", None)
        if known is not None:
            return int(known() or 1)
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not (written.isascii() and written.isdigit() and 1 <= int(written[:9]) <= _MOST_WORKERS and len(written) < 9):
        raise UsageError(f"run: -j {written}: give a number of processes from 1 to {_MOST_WORKERS}")
    return int(written)


def _tell(summary: Summary, folder: str) -> None:
    for failure in summary.failures[:_SHOWN]:
        say(failure)
    more = len(summary.failures) - _SHOWN
    if more > 0:
        say(f"{more} more files failed")
    if summary.errors:
        what = "document or file was" if summary.errors == 1 else "documents or files were"
        say(f"{summary.errors} {what} bad; see {os.path.join(folder, ERRORS)}")
