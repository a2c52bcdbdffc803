"""Options of the command line: what the words after `cleantext` mean, checked before a file is touched."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from cleantext import __version__
from cleantext.cli.records import STANDARD
from cleantext.config import STEPS, Config, configure
from cleantext.errors import CleanTextError

if TYPE_CHECKING:
    from cleantext.steps.names.gazetteer import Gazetteer

# Words that will be subcommands. Refused from the start, so that no script comes to rely on files of these names.
RESERVED = ("serve", "compare")


# Of a list of names that was not made for us so many faults are told.
_SHOWN_FAULTS = 3


class UsageError(CleanTextError):
    """A command line that cannot be meant."""


class Options(NamedTuple):
    """A command line, understood. `unit` is what a record is: "file", "line", "null" or "json"."""

    files: tuple[str, ...]
    unit: str
    field: str
    config: Config
    output: str
    explain: bool
    log: str | None
    diff: bool
    why: bool
    dry_run: bool
    stats: bool
    strict: bool


def parse(words: Sequence[str]) -> Options:
    """Understand a command line.

    Raises:
        UsageError: an option that does not exist, or options that do not go together.
        OptionError: a value that an option cannot have.
        RuleError: a rule file with faults.
    """
    if words and words[0] in RESERVED:
        word = words[0]
        raise UsageError(f"{word}: there is no such subcommand yet; if it is a file, write ./{word}")
    given = _parser().parse_args(words)
    unit = given.unit or "file"
    if given.field is not None and unit != "json":
        raise UsageError("--field names a field of a JSON line; add --jsonl")
    if given.diff and given.why:
        raise UsageError("--diff and --why both stand in place of the text; leave one out")
    if given.encoding is not None and unit == "json":
        raise UsageError("--encoding has no say over JSON lines, which are UTF-8; leave it out")
    options = Options(
        tuple(given.files) or (STANDARD,),
        unit,
        given.field if given.field is not None else "text",
        _config(given, unit),
        given.output if given.output is not None else STANDARD,
        given.explain,
        given.log,
        given.diff,
        given.why,
        given.dry_run,
        given.stats,
        given.strict,
    )
    _check_wide_records(options)
    _check_targets(options)
    return options


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Raise what is wrong instead of leaving the process, with the nearest option there is."""
        unknown = message.removeprefix("unrecognized arguments: ")
        if unknown == message:
            raise UsageError(f"{message}; see cleantext --help")
        from difflib import get_close_matches

        word = unknown.split()[0].partition("=")[0]
        close = get_close_matches(word, self._option_string_actions, 1)
        hint = f"did you mean {close[0]}?" if close else "see cleantext --help"
        raise UsageError(f"unknown option {word}; {hint}")


_DESCRIPTION = """\
Give back what the author wrote: repair mangled characters, restore spun words,
strip boilerplate, normalise names. Reads FILE, or standard input; writes UTF-8."""
_EPILOG = f"""\
Steps, in the order of the flow: {", ".join(STEPS)}.
`cleantext doctor` checks the installation, `cleantext learn` makes rules of a
site's pages, `cleantext names` lists variants of names, `cleantext run` cleans
a corpus into a folder. Files so named need ./
Exit codes: 0 done, 1 some records were bad, 2 usage, input or output."""


def _parser() -> _Parser:
    parser = _Parser(
        prog="cleantext",
        usage="cleantext [option ...] [FILE ...]",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=_formatter,
        allow_abbrev=False,
        add_help=False,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="each a document; - is standard input")
    unit = parser.add_mutually_exclusive_group()
    _flag(unit, "--lines", "a document a line; boilerplate only if in --steps", dest="unit", const="line")
    _flag(unit, "-0", "--null", "a document up to each NUL", dest="unit", const="null")
    _flag(unit, "--jsonl", "a document a JSON line, in one of its fields", dest="unit", const="json")
    _value(parser, "--field", "NAME", "that field (text)")
    _value(parser, "-o", "--output", "FILE", "write there, all or nothing; may be an input")
    _value(parser, "--steps", "A,B", "only these steps")
    _value(parser, "--without", "A,B", "all but these steps")
    _values(parser, "--rules", "FILE", "own rules; may be repeated")
    _value(parser, "--encoding", "NAME", "what the input is in (found out by default)")
    _value(parser, "--language", "CODE", "what it is written in (found out by default)")
    _value(parser, "--spun", "HOW", "spun wording: auto, flag, force or off (auto)")
    _value(parser, "--also", "A,B", "opt-in repairs of characters, such as curly-quotes")
    _value(parser, "--page", "WHAT", "what texts are: an article, a page or auto (auto)")
    _value(parser, "--max-removed", "SHARE", "leave a text that would lose more, 0 to 1 (0.95)")
    _values(parser, "--keep", "A,B", "kinds of boilerplate that stay, such as caption")
    _values(parser, "--drop", "A,B", "the only kinds of boilerplate that go")
    _value(parser, "--names", "FILE", "own list of names, in place of the packaged one")
    _value(parser, "--names-style", "HOUSE", "contested names as ap, bbc, guardian or official")
    _switch(parser, "--fuzzy", "unlisted spellings become the name they are near")
    _switch(parser, "--explain", "a JSON line a change, to standard error")
    _value(parser, "--log", "FILE", "the same, to a file")
    _switch(parser, "--diff", "the changes as a unified diff, not the text")
    _switch(parser, "--why", "the lines that boilerplate removes and why, not the text")
    _switch(parser, "--dry-run", "write no text")
    _switch(parser, "--stats", "count changes by step and rule, to standard error")
    _switch(parser, "--strict", "stop at the first bad record")
    parser.add_argument("--version", action="version", version=f"cleantext {__version__}", help="say which this is")
    parser.add_argument("-h", "--help", action="help", help="show this")
    return parser


def _formatter(prog: str) -> argparse.HelpFormatter:
    # Without a width it asks for the terminal's, and imports shutil (4 ms) even where no help is wanted.
    return argparse.RawDescriptionHelpFormatter(prog, width=80)


def _flag(group: argparse._MutuallyExclusiveGroup, *names: str, dest: str, const: str) -> None:
    *flags, text = names
    group.add_argument(*flags, dest=dest, action="store_const", const=const, help=text)


def _value(parser: argparse.ArgumentParser, *names: str) -> None:
    *flags, metavar, text = names
    parser.add_argument(*flags, metavar=metavar, help=text)


def _values(parser: argparse.ArgumentParser, flag: str, metavar: str, text: str) -> None:
    parser.add_argument(flag, metavar=metavar, action="append", default=[], help=text)


def _switch(parser: argparse.ArgumentParser, flag: str, text: str) -> None:
    parser.add_argument(flag, action="store_true", help=text)


def _config(given: argparse.Namespace, unit: str) -> Config:
    options: dict[str, object] = {}
    if given.steps is not None:
        options["steps"] = _names(given.steps)
    elif unit == "line":
        # A line alone has no neighbours, by which the step tells a caption from a sentence.
        options["steps"] = tuple(step for step in STEPS if step != "boilerplate")
    if given.without is not None:
        options["without"] = _names(given.without)
    if given.also is not None:
        options["also"] = _names(given.also)
    if given.rules:
        options["rules"] = tuple(given.rules)
    for name in ("keep", "drop"):
        listed = getattr(given, name)
        if listed:
            options[name] = _names(",".join(listed))
    if given.max_removed is not None:
        options["max_removed"] = _number(given.max_removed)
    if given.fuzzy:
        options["fuzzy"] = True
    if given.names is not None:
        options["names"] = _gazetteer(given.names)
    for name in ("encoding", "language", "spun", "page", "names_style"):
        value = getattr(given, name)
        if value is not None:
            options[name] = value
    return configure(None, options)


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in listed.split(",") if name.strip())


def _gazetteer(path: str) -> Gazetteer:
    """Read a list of names; what was left out of it is told, as it may be what the user waits for."""
    from cleantext.steps.names.gazetteer import Gazetteer

    gazetteer = Gazetteer.load(path)
    if gazetteer.faults:
        shown = gazetteer.faults[:_SHOWN_FAULTS]
        more = len(gazetteer.faults) - len(shown)
        say("\n".join((*shown, *([f"{path}: {more} more rows or spellings left out"] if more else []))))
    return gazetteer


def _number(written: str) -> float | str:
    """Return a number; what is none is refused where all values are checked."""
    try:
        return float(written)
    except ValueError:
        return written


def _check_wide_records(options: Options) -> None:
    encoding = options.config.encoding or ""
    if options.unit == "null" and encoding.startswith(("utf-16", "utf-32")):
        raise UsageError(f"--null: {encoding} has NULs in its letters; convert the input to UTF-8 first")


def _check_targets(options: Options) -> None:
    """Refuse what would write two things into one file, or a report over the text it is about."""
    inputs = {_file(name) for name in options.files}
    output = _file(options.output)
    if (options.diff or options.why) and output and output in inputs:
        report = "--diff would put the diff" if options.diff else "--why would put the reasons"
        raise UsageError(f"-o {options.output}: {report} in place of its input; name another file")
    if options.log is None:
        return
    if options.log == STANDARD:
        if options.output == STANDARD and (options.diff or options.why or not options.dry_run):
            raise UsageError("--log -: standard output has the text already; add --dry-run, or -o FILE")
        return
    log = _file(options.log)
    if log and (log in inputs or log == output):
        raise UsageError(f"--log {options.log}: that file is read or written already; name another one")


def _file(name: str) -> str | None:
    """Return the one path of a file, whichever way it was named; None for devices, which can be named twice."""
    if name == STANDARD or (os.path.exists(name) and not os.path.isfile(name)):
        return None
    return os.path.realpath(name)


def say(message: object) -> None:
    """Tell the user something on standard error, each line after the program's name."""
    if sys.stderr is None:
        return
    for line in str(message).splitlines():
        print(f"cleantext: {line}", file=sys.stderr)
