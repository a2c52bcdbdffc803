"""`cleantext learn`: the pages of a site in, a file of rules for the site out.

The input is read page by page, with `--by` more than once, so it is a file or a folder
and never a pipe. A record that cannot be read costs that record only.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple, NoReturn

from cleantext.cli.json_lines import locate
from cleantext.cli.options import UsageError, say
from cleantext.cli.output import output
from cleantext.cli.records import STANDARD, check_inputs, unreadable
from cleantext.corpus import Learned, learn
from cleantext.errors import DecodeError, InputError
from cleantext.steps.decode.whole import decode

DONE, BAD_RECORDS = 0, 1
# What the name of an output file must hold where there is one for each site.
_SITE = "{site}"
_NO_NAME = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 100
_USAGE = "cleantext learn [--by FIELD] [--field NAME] [-o FILE] FOLDER|FILE"
_DESCRIPTION = """\
Find the lines that repeat on the pages of a site, and write them as a file of rules
for cleantext --rules. FOLDER has a page in each file; FILE a page in each JSON line."""


def main(words: Sequence[str]) -> int:
    """Run the subcommand and return its exit code.

    Raises:
        UsageError: an option that does not exist, or options that do not go together.
        InputError: input that cannot be read, or in which nothing repeats.
        OutputError: a file that cannot be written.
    """
    given = _parser().parse_args(words)
    options = _Options(given.input, given.by, given.field or "text", given.output or STANDARD)
    _check(options, is_named=given.field is not None)
    pages = _Folder(options.input) if os.path.isdir(options.input) else _JsonLines(options)
    if options.by is None:
        learned = learn(pages.texts(None), site=_site_of(options.output))
        if not learned.furniture.repeated:
            raise InputError(f"{options.input}: no line repeats on its {learned.pages} pages; give more of one site")
        _write(learned, options.output)
    else:
        _write_each(pages, options)
    return BAD_RECORDS if pages.bad else DONE


class _Options(NamedTuple):
    input: str
    by: str | None
    field: str
    output: str


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Raise what is wrong instead of leaving the process."""
        raise UsageError(f"learn: {message}; see cleantext learn --help")


def _parser() -> _Parser:
    parser = _Parser(
        prog="cleantext learn",
        usage=_USAGE,
        description=_DESCRIPTION,
        formatter_class=lambda prog: argparse.RawDescriptionHelpFormatter(prog, width=80),
        allow_abbrev=False,
    )
    parser.add_argument("input", metavar="FOLDER|FILE", help="the pages: of JSON lines, the name ends as it likes")
    parser.add_argument("--by", metavar="FIELD", help="the field that names the site; one file of rules for each")
    parser.add_argument("--field", metavar="NAME", help="the field that holds the text (text)")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there; with --by the name holds {site}")
    return parser


def _check(options: _Options, *, is_named: bool) -> None:
    if options.input == STANDARD:
        raise UsageError("learn: standard input can be read only once; name a file or a folder")
    if os.path.isdir(options.input):
        if options.by is not None or is_named:
            raise UsageError(f"{options.input}: is a folder, whose files have no fields; leave --by and --field out")
    else:
        check_inputs([options.input])
    if options.by is not None and _SITE not in options.output:
        raise UsageError(f"-o {options.output}: --by writes a file for each site; put {_SITE} into the name")


def _site_of(path: str) -> str:
    """Return the name that a pack of this file has: the file's, without what cannot stand in an id."""
    return _plain(os.path.splitext(os.path.basename(path))[0]) or "site"


def _plain(name: str) -> str:
    return _NO_NAME.sub("-", name).strip("-.")[:_LONGEST_NAME]


def _write(learned: Learned, path: str) -> None:
    with output(path) as sink:
        sink.write(learned.toml().encode())


def _write_each(pages: _Folder | _JsonLines, options: _Options) -> None:
    """Write a file for each site; a site on whose pages nothing repeats is told of and left out."""
    named: dict[str, str] = {}
    written = 0
    for value in pages.sites():
        site = _plain(value)
        if not site or site in named:
            other = f"is written as {named[site]!r} is" if site else "has no letter"
            say(f"{options.input}: the site {value!r} {other}; rename it")
            pages.bad += 1
            continue
        named[site] = value
        learned = learn(pages.texts(value), site=site)
        if learned.furniture.repeated:
            _write(learned, options.output.replace(_SITE, site))
            written += 1
        else:
            say(f"{options.input}: {value}: no line repeats on its {learned.pages} pages; left out")
    if not written:
        raise InputError(f"{options.input}: no line repeats on the pages of any site; give more pages")


class _Folder:
    """The files of a folder and of those in it, by name; hidden ones are none."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.bad = 0

    def sites(self) -> list[str]:
        """Return nothing: files have no fields."""
        return []

    def texts(self, site: str | None) -> Iterator[str]:
        """Yield the text of each file."""
        for folder, folders, files in os.walk(self._path, onerror=_raise):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                if not name.startswith("."):
                    yield from self._text(os.path.join(folder, name))

    def _text(self, path: str) -> Iterator[str]:
        try:
            with open(path, "rb") as stream:
                yield decode(stream.read(), None)[0]
        except (OSError, DecodeError) as error:
            say(unreadable(path, error) if isinstance(error, OSError) else f"{path}: {error}")
            self.bad += 1


def _raise(error: OSError) -> NoReturn:
    raise unreadable(str(error.filename), error) from error


class _JsonLines:
    """The lines of a file; of each site the places of its lines are remembered, eight bytes each."""

    def __init__(self, options: _Options) -> None:
        self._options = options
        self._places: dict[str, array[int]] = {}
        self.bad = 0

    def sites(self) -> list[str]:
        """Return the sites in the order in which they come, and remember where their lines are."""
        for place, number, line in self._lines():
            try:
                value = json.loads(line).get(self._options.by)
            except (ValueError, AttributeError, RecursionError):
                value = None
            if isinstance(value, str | int) and not isinstance(value, bool):
                self._places.setdefault(str(value), array("q")).extend((place, number))
            else:
                self._tell(number, f"no site in the field {self._options.by!r}; name another with --by")
        return list(self._places)

    def texts(self, site: str | None) -> Iterator[str]:
        """Yield the text of each line, or of each line of a site."""
        lines = self._lines() if site is None else self._lines_of(site)
        for _, number, line in lines:
            try:
                yield locate(line.decode(), self._options.field).text
            except UnicodeDecodeError:
                self._tell(number, "not UTF-8, as JSON must be; convert the file first")
            except InputError as error:
                self._tell(number, str(error))

    def _tell(self, number: int, what: str) -> None:
        say(f"{self._options.input}:{number}: {what}")
        self.bad += 1

    def _lines(self) -> Iterator[tuple[int, int, bytes]]:
        """Yield where each line begins, its number, and its bytes."""
        place = 0
        try:
            with open(self._options.input, "rb") as stream:
                for number, line in enumerate(stream, 1):
                    if not line.isspace():
                        yield place, number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
                    place += len(line)
        except OSError as error:
            raise unreadable(self._options.input, error) from error

    def _lines_of(self, site: str) -> Iterator[tuple[int, int, bytes]]:
        places = self._places[site]
        try:
            with open(self._options.input, "rb") as stream:
                for place, number in zip(places[::2], places[1::2]):
                    stream.seek(place)
                    line = stream.readline()
                    yield place, number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        except OSError as error:
            raise unreadable(self._options.input, error) from error
