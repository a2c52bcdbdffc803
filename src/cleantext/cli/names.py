"""`cleantext names`: a corpus in, a table of the names it spells in two ways or more out.

Each text is read once and forgotten, so a corpus may be larger than memory, or a pipe. A
record that cannot be read costs that record only.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple, NoReturn

from cleantext.api import clean
from cleantext.cli.options import UsageError, say
from cleantext.cli.output import output
from cleantext.cli.record import read
from cleantext.cli.records import STANDARD, check_inputs, records, unreadable
from cleantext.config import Config
from cleantext.errors import DecodeError, InputError
from cleantext.names import NameIndex

DONE, BAD_RECORDS = 0, 1
_JSON_LINES = (".jsonl", ".ndjson")
_FIELD = "text"
# Damaged letters would be spellings of their own, and the flow repairs them before it looks for names.
_REPAIR = Config(steps="characters")
_USAGE = "cleantext names [--field NAME] [--min-count N] [-o FILE] PATH ..."
_DESCRIPTION = """\
Find the names of persons that a corpus spells in more than one way, and write them
as a table for review, which the option names of clean() reads. PATH is a text, a
folder of texts, or - for standard input; a name in .jsonl means a text in each line."""


def main(words: Sequence[str]) -> int:
    """Run the subcommand and return its exit code.

    Raises:
        UsageError: an option that does not exist, or a value that it cannot have.
        InputError: input that cannot be read.
        OutputError: a file that cannot be written.
    """
    given = _parser().parse_args(words)
    options = _Options(tuple(given.paths), given.field, given.output or STANDARD)
    index = NameIndex(min_count=_count(given.min_count))
    check_inputs(path for path in options.paths if path == STANDARD or not os.path.isdir(path))
    if any(_is_same(path, options.output) for path in options.paths):
        raise UsageError(f"-o {options.output}: the table would take the place of its input; name another file")
    texts = _Texts(options)
    index.add(texts)
    table = index.tsv()
    with output(options.output) as sink:
        sink.write(table.encode())
    if table.count("\n") == 1:
        say("no name is spelled in two ways; the table has no row")
    return BAD_RECORDS if texts.bad else DONE


class _Options(NamedTuple):
    paths: tuple[str, ...]
    field: str | None
    output: str


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Raise what is wrong instead of leaving the process."""
        raise UsageError(f"names: {message}; see cleantext names --help")


def _parser() -> _Parser:
    parser = _Parser(
        prog="cleantext names",
        usage=_USAGE,
        description=_DESCRIPTION,
        formatter_class=lambda prog: argparse.RawDescriptionHelpFormatter(prog, width=80),
        allow_abbrev=False,
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a text, a folder of texts, or JSON lines")
    parser.add_argument("--field", metavar="NAME", help="read JSON lines, with the text in that field (text)")
    parser.add_argument("--min-count", metavar="N", default="2", help="leave out names met less often, in all (2)")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there, all or nothing")
    return parser


def _count(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) < 10 and int(written)):
        raise UsageError(f"--min-count {written}: give a whole number of 1 or more")
    return int(written)


def _is_same(path: str, other: str) -> bool:
    return STANDARD not in (path, other) and os.path.isfile(other) and os.path.realpath(path) == os.path.realpath(other)


class _Texts:
    """The repaired texts of all inputs, once; what cannot be read is told and counted."""

    def __init__(self, options: _Options) -> None:
        self._options = options
        self.bad = 0

    def __iter__(self) -> Iterator[str]:
        for path in self._options.paths:
            if path == STANDARD or not os.path.isdir(path):
                yield from self._of_file(path)
                continue
            for file in _files(path):
                if _is_same(file, self._options.output):
                    # The table of the run before.
                    continue
                try:
                    yield from self._of_file(file)
                except InputError as error:
                    self._tell(str(error))

    def _of_file(self, path: str) -> Iterator[str]:
        is_lines = self._options.field is not None or path.endswith(_JSON_LINES)
        unit = "json" if is_lines else "file"
        for record in records([path], unit, "utf-8" if is_lines else None):
            try:
                source = read(record, unit, self._options.field or _FIELD)
            except (InputError, DecodeError) as error:
                self._tell(f"{record.where}: {error}")
                continue
            if source is not None:
                yield clean(source.text, _REPAIR)

    def _tell(self, what: str) -> None:
        say(what)
        self.bad += 1


def _files(folder: str) -> Iterator[str]:
    """Yield the files of a folder and of those in it, by name; hidden ones are none."""
    for place, folders, files in os.walk(folder, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(place, name) for name in sorted(files) if not name.startswith("."))


def _raise(error: OSError) -> NoReturn:
    raise unreadable(str(error.filename), error) from error
