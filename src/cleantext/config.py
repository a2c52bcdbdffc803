"""Config: every option of a run, as one frozen value.

It travels by value: to other threads, to worker processes, into caches. Collections
are sorted tuples, and rule files are carried as what they say, not as paths, since a
worker on another machine lacks the path.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from cleantext.errors import OptionError

if TYPE_CHECKING:
    from cleantext.core.rule import Pack

    Path = str | os.PathLike[str]

# The steps in the order of the flow, each with its stages, which can be named apart.
STEPS: dict[str, tuple[str, ...]] = {
    "characters": (
        "characters/escapes",
        "characters/encoding",
        "characters/hygiene",
        "characters/normal-form",
        "characters/numbers",
    ),
    "wording": ("wording",),
    "boilerplate": ("boilerplate",),
    "names": ("names",),
}
STAGES: tuple[str, ...] = tuple(stage for stages in STEPS.values() for stage in stages)
SPUN = ("auto", "flag", "force", "off")
# Repairs that run only where they are named, in one stage of their own.
ALSO = (
    "bare-entities",
    "control-characters",
    "curly-quotes",
    "decimal-commas",
    "doubled-quotes",
    "enclosed-letters",
    "ftfy-repairs",
    "hyphenation",
    "letter-apostrophes",
    "letter-spacing",
    "ligatures",
    "line-breaks",
    "line-wraps",
    "look-alikes",
    "lost-quotes",
    "no-break-spaces",
    "overstrikes",
    "persian-letters",
    "plural-apostrophes",
    "repeated-punctuation",
    "romanian-commas",
    "run-on-words",
    "scanning-errors",
    "sentence-spaces",
    "spaced-ellipses",
    "spreadsheet-formulas",
    "stacked-marks",
    "straight-quotes",
    "utf-7",
    "wide-letters",
    "wide-punctuation",
    "width-forms",
)


class _Fields(NamedTuple):
    """The fields of a configuration as they are kept."""

    steps: tuple[str, ...]
    rules: tuple[Pack, ...]
    encoding: str | None
    language: str | None
    names: Pack | None
    spun: str
    also: tuple[str, ...]


# A tuple, not a dataclass: importing dataclasses costs as much as all the rest of the package.
class Config(_Fields):
    """The options of a run; frozen, hashable and picklable, equal where they do the same.

    steps: which steps or stages run, in any order; they always run in the order of the
        flow. A stage of a step is named as in "characters/encoding".
    rules: own rule packs: paths of TOML files, or packs.
    encoding: what bytes are in; None lets us choose.
    language: ISO 639-1 code of the documents; None lets us tell.
    names: an own gazetteer instead of the packaged one: the path of a TSV file, or a pack.
    spun: what to do about synonym-spun text: "auto" restores what the gate recognises,
        "flag" scores it only, "force" restores without asking the gate, "off" ignores it.
    also: repairs of characters that run only where they are named, as in "curly-quotes".
    """

    __slots__ = ()

    def __new__(
        cls,
        steps: str | Iterable[str] = tuple(STEPS),
        rules: Path | Pack | Iterable[Path | Pack] = (),
        encoding: str | None = None,
        language: str | None = None,
        names: Path | Pack | None = None,
        spun: str = "auto",
        also: str | Iterable[str] = (),
        **unknown: object,
    ) -> Config:
        """Bring every option to its one form.

        Raises:
            OptionError: a value that an option cannot have, with the nearest one that it can.
            RuleError: a rule file or gazetteer with faults, all of them.
        """
        for name in unknown:
            raise OptionError(_unknown(name))
        if spun not in SPUN:
            raise OptionError(f"spun={spun!r}: {_hint(spun, SPUN)}")
        if language is not None and not _is_language(language):
            raise OptionError(f"language={language!r}: give an ISO 639-1 code such as 'en', or leave it out")
        if encoding is not None:
            from cleantext.steps.decode.whole import known_encoding

            encoding = known_encoding(encoding)
        gazetteer = _gazetteer(names)
        return super().__new__(cls, _stages(steps), _packs(rules), encoding, language, gazetteer, spun, _opt_ins(also))

    def replace(self, **options: object) -> Config:
        """Return this configuration with some options changed; takes `without` as well.

        Raises:
            OptionError: an option that does not exist, with the nearest name that does.
        """
        return _config({name: getattr(self, name) for name in _NAMES}, options)


_NAMES = _Fields._fields

# Keywords of clean-text, which also installs a `cleantext.clean`, and what to say instead.
_CLEAN_TEXT = {
    "fix_unicode": 'the characters step does this by default; leave it out, or say without={"characters"}',
    "to_ascii": "we never force ASCII, since it destroys other scripts; leave it out",
    "lower": "we never change case; call .lower() on the result",
    "normalize_whitespace": "the characters step sees to runs of blanks, odd spaces and line ends; leave it out",
    "no_line_breaks": 'line breaks stay; call " ".join(text.split()) on the result',
    "strip_lines": "spaces at the ends of lines stay; strip the lines of the result",
    "keep_two_line_breaks": "the characters step leaves one blank line of several; leave it out",
    "lang": "say language='en', or leave it out: it is found by itself",
    "no_urls": "tokens for URLs are not part of this version; replace them in the result",
    "no_emails": "tokens for e-mail addresses are not part of this version; replace them in the result",
    "no_phone_numbers": "tokens for phone numbers are not part of this version; replace them in the result",
    "no_numbers": "tokens for numbers are not part of this version; replace them in the result",
    "no_digits": "tokens for digits are not part of this version; replace them in the result",
    "no_currency_symbols": "tokens for currency symbols are not part of this version; replace them in the result",
    "no_punct": "punctuation stays; remove it from the result",
    "no_emoji": "emoji stay; remove them from the result",
}


def configure(config: Config | None, options: dict[str, object]) -> Config:
    """Return the configuration that a call asks for; the default one is always the same object.

    Raises:
        OptionError: an option that does not exist, or a value it cannot have.
    """
    if config is None:
        return _config({}, options) if options else DEFAULT
    if not isinstance(config, Config):
        raise OptionError(f"config={config!r}: give a cleantext.Config, or options by name, as in steps=...")
    return config.replace(**options) if options else config


def _config(values: dict[str, object], options: dict[str, object]) -> Config:
    options = dict(options)
    without = options.pop("without", ())
    for name in options:
        if name not in _NAMES:
            raise OptionError(_unknown(name))
    values = values | options
    if without:
        left_out = set(_stages(without))
        values["steps"] = [stage for stage in _stages(values.get("steps", tuple(STEPS))) if stage not in left_out]
    return Config(**values)  # type: ignore[arg-type]  # __post_init__ takes any value apart, and says what is wrong


def _unknown(name: str) -> str:
    if name in _CLEAN_TEXT:
        return f"{name}: a keyword of clean-text, not of cleantext-kit; {_CLEAN_TEXT[name]}"
    if name.startswith("replace_with_"):
        return f"{name}: a keyword of clean-text, not of cleantext-kit; tokens are not part of this version"
    return f"unknown option {name!r}; {_hint(name, (*_NAMES, 'without'))}"


def _hint(name: object, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    known = tuple(known)
    close = get_close_matches(str(name), known, 1)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(map(repr, known))}"


def _stages(names: object) -> tuple[str, ...]:
    """Return the stages that names of steps and stages stand for, in the order of the flow."""
    if isinstance(names, str):
        names = (names,)
    if not isinstance(names, Iterable):
        raise OptionError(f"steps={names!r}: give names, as in steps=('characters', 'names')")
    wanted: set[str] = set()
    for name in names:
        if not isinstance(name, str):
            raise OptionError(f"steps holds {name!r}; give names, as in steps=('characters', 'names')")
        if name in STEPS:
            wanted.update(STEPS[name])
        elif name in STAGES:
            wanted.add(name)
        else:
            raise OptionError(f"unknown step {name!r}; {_hint(name, (*STEPS, *STAGES[:5]))}")
    return tuple(stage for stage in STAGES if stage in wanted)


def _opt_ins(names: object) -> tuple[str, ...]:
    """Return the opt-in repairs that are named, sorted."""
    if isinstance(names, str):
        names = (names,)
    if not isinstance(names, Iterable):
        raise OptionError(f"also={names!r}: give names, as in also=('curly-quotes', 'hyphenation')")
    wanted: set[str] = set()
    for name in names:
        if not isinstance(name, str) or name not in ALSO:
            raise OptionError(f"also holds {name!r}, which is no opt-in repair; {_hint(name, ALSO)}")
        wanted.add(name)
    if {"curly-quotes", "straight-quotes"} <= wanted:
        raise OptionError("also holds 'curly-quotes' and 'straight-quotes', which undo each other; name one")
    return tuple(sorted(wanted))


def _packs(rules: object) -> tuple[Pack, ...]:
    if isinstance(rules, str | os.PathLike):
        rules = (rules,)
    if not rules:
        return ()
    from pathlib import Path

    from cleantext.core.load import read
    from cleantext.core.rule import Pack

    if isinstance(rules, Pack):
        rules = (rules,)
    if not isinstance(rules, Iterable):
        raise OptionError(f"rules={rules!r}: give paths of rule files, or packs")
    packs: set[Pack] = set()
    for rule in rules:
        if not isinstance(rule, str | os.PathLike | Pack):
            raise OptionError(f"rules holds {rule!r}; give paths of rule files, or packs")
        packs.add(rule if isinstance(rule, Pack) else read(Path(rule)))
    return tuple(sorted(packs))


def _gazetteer(names: object) -> Pack | None:
    if names is None:
        return None
    from cleantext.core.rule import Pack

    if isinstance(names, Pack):
        return names
    if not isinstance(names, str | os.PathLike):
        raise OptionError(f"names={names!r}: give the path of a gazetteer (TSV), or a pack")
    from pathlib import Path

    from cleantext.steps.names.gazetteer import read

    return read(Path(names))


def _is_language(code: object) -> bool:
    return isinstance(code, str) and 2 <= len(code) <= 3 and code.isascii() and code.islower()


DEFAULT = Config()
