"""Config: every option of a run, as one frozen value.

It travels by value: to other threads, to worker processes, into caches. Collections
are sorted tuples, and rule files are carried as what they say, not as paths, since a
worker on another machine lacks the path.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from cleantext.errors import OptionError
from cleantext.options import (
    ALSO,
    MAX_REMOVED,
    PAGE,
    SPUN,
    STAGES,
    STEPS,
    gazetteer,
    is_language,
    kinds,
    nearest,
    opt_ins,
    packs,
    share,
    stages,
)
from cleantext.options import names_style as style_of_names

if TYPE_CHECKING:
    import os

    from cleantext.core.rule import Pack
    from cleantext.steps.names.gazetteer import Gazetteer

    Path = str | os.PathLike[str]

__all__ = ["ALSO", "DEFAULT", "MAX_REMOVED", "PAGE", "SPUN", "STAGES", "STEPS", "Config", "check_kinds", "configure"]


class _Fields(NamedTuple):
    """The fields of a configuration as they are kept."""

    steps: tuple[str, ...]
    rules: tuple[Pack, ...]
    encoding: str | None
    language: str | None
    names: Pack | None
    spun: str
    also: tuple[str, ...]
    page: str
    max_removed: float
    keep: tuple[str, ...]
    drop: tuple[str, ...]
    names_style: str | None
    fuzzy: bool


# A tuple, not a dataclass: importing dataclasses costs as much as all the rest of the package.
class Config(_Fields):
    """The options of a run; frozen, hashable and picklable, equal where they do the same.

    steps: which steps or stages run, in any order; they always run in the order of the
        flow. A stage of a step is named as in "characters/encoding".
    rules: own rule packs: paths of TOML files, or packs.
    encoding: what bytes are in; None lets us choose.
    language: ISO 639-1 code of the documents; None lets us tell.
    names: an own list of names instead of the packaged one: a path, a `Gazetteer` or a pack.
    spun: what to do about synonym-spun text: "auto" restores what the gate recognises,
        "flag" scores it only, "force" restores without asking the gate, "off" ignores it.
    also: repairs of characters that run only where they are named, as in "curly-quotes".
    page: what texts are to the boilerplate step: a whole "page" of a site, of which it finds
        the story, an "article" that an extractor left, or "auto", by each text's own shape.
    max_removed: a text of which boilerplate would take more than this share is held back
        as it was, from 0 to 1.
    keep, drop: kinds of boilerplate that stay whatever rules say, as in "caption"; with
        `drop` only the kinds that it names go.
    names_style: whose spelling contested names get, "ap", "bbc", "guardian" or "official", as
        that house writes today, or wrote on a day: "ap@2018-05-01". None leaves them.
    fuzzy: whether spellings that no list holds are taken for a known name that they are near.
    """

    __slots__ = ()

    def __new__(
        cls,
        steps: str | Iterable[str] = tuple(STEPS),
        rules: Path | Pack | Iterable[Path | Pack] = (),
        encoding: str | None = None,
        language: str | None = None,
        names: Path | Gazetteer | Pack | None = None,
        spun: str = "auto",
        also: str | Iterable[str] = (),
        page: str = "auto",
        max_removed: float = MAX_REMOVED,
        keep: str | Iterable[str] = (),
        drop: str | Iterable[str] = (),
        names_style: str | None = None,
        fuzzy: bool = False,
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
            raise OptionError(f"spun={spun!r}: {nearest(spun, SPUN)}")
        if language is not None and not is_language(language):
            raise OptionError(f"language={language!r}: give an ISO 639-1 code such as 'en', or leave it out")
        if encoding is not None:
            from cleantext.steps.decode.whole import known_encoding

            encoding = known_encoding(encoding)
        if not isinstance(fuzzy, bool):
            raise OptionError(f"fuzzy={fuzzy!r}: say True or False")
        if page not in PAGE:
            raise OptionError(f"page={page!r}: {nearest(page, PAGE)}")
        return super().__new__(
            cls,
            stages(steps),
            packs(rules),
            encoding,
            language,
            gazetteer(names),
            spun,
            opt_ins(also),
            page,
            share(max_removed),
            kinds("keep", keep),
            kinds("drop", drop),
            style_of_names(names_style),
            fuzzy,
        )

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


def check_kinds(config: Config, known: Iterable[str]) -> None:
    """Compare the kinds that a configuration names with those that its rules have.

    Raises:
        OptionError: a kind that no rule has, with the nearest one that a rule has.
    """
    known = sorted(known)
    for option in ("keep", "drop"):
        for kind in getattr(config, option):
            if kind not in known:
                raise OptionError(f"{option} holds {kind!r}, which is the kind of no rule; {nearest(kind, known)}")


def _config(values: dict[str, object], options: dict[str, object]) -> Config:
    options = dict(options)
    without = options.pop("without", ())
    for name in options:
        if name not in _NAMES:
            raise OptionError(_unknown(name))
    values = values | options
    if without:
        left_out = set(stages(without))
        values["steps"] = [stage for stage in stages(values.get("steps", tuple(STEPS))) if stage not in left_out]
    return Config(**values)  # type: ignore[arg-type]  # __post_init__ takes any value apart, and says what is wrong


def _unknown(name: str) -> str:
    if name in _CLEAN_TEXT:
        return f"{name}: a keyword of clean-text, not of cleantext-kit; {_CLEAN_TEXT[name]}"
    if name.startswith("replace_with_"):
        return f"{name}: a keyword of clean-text, not of cleantext-kit; tokens are not part of this version"
    return f"unknown option {name!r}; {nearest(name, (*_NAMES, 'without'))}"


DEFAULT = Config()
