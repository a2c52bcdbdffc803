"""Options: what each option of a configuration can be, and the one form of every value.

Steps, opt-ins and modes are listed here; kinds of boilerplate are not, since own rules
may have kinds of their own: `keep` and `drop` are compared with the rules when a flow is
built.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from cleantext.errors import OptionError

if TYPE_CHECKING:
    from cleantext.core.rule import Pack

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
PAGE = ("auto", "article", "page")
# Whose spelling of contested names is wanted; a day may follow, as in "ap@2018-05-01".
NAMES_STYLES = ("ap", "bbc", "guardian", "official")
# Of 1,569 pages of the evaluation kit this holds back two, which would lose half of their story on the mean.
MAX_REMOVED = 0.95
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


def nearest(name: object, known: Iterable[str]) -> str:
    """Return what to say of a name that is unknown: the nearest known one, or all of them."""
    from difflib import get_close_matches

    known = tuple(known)
    close = get_close_matches(str(name), known, 1)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(map(repr, known))}"


def stages(names: object) -> tuple[str, ...]:
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
            raise OptionError(f"unknown step {name!r}; {nearest(name, (*STEPS, *STAGES[:5]))}")
    return tuple(stage for stage in STAGES if stage in wanted)


def opt_ins(names: object) -> tuple[str, ...]:
    """Return the opt-in repairs that are named, sorted."""
    if isinstance(names, str):
        names = (names,)
    if not isinstance(names, Iterable):
        raise OptionError(f"also={names!r}: give names, as in also=('curly-quotes', 'hyphenation')")
    wanted: set[str] = set()
    for name in names:
        if not isinstance(name, str) or name not in ALSO:
            raise OptionError(f"also holds {name!r}, which is no opt-in repair; {nearest(name, ALSO)}")
        wanted.add(name)
    if {"curly-quotes", "straight-quotes"} <= wanted:
        raise OptionError("also holds 'curly-quotes' and 'straight-quotes', which undo each other; name one")
    return tuple(sorted(wanted))


def share(value: object) -> float:
    """Return a share as a number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise OptionError(f"max_removed={value!r}: give a share from 0 to 1, as in max_removed=0.5")
    return float(value)


def kinds(option: str, names: object) -> tuple[str, ...]:
    """Return the kinds of boilerplate that are named, sorted; own packs may have kinds of their own."""
    if isinstance(names, str):
        names = (names,)
    wanted: set[str] = set()
    for name in names if isinstance(names, Iterable) else (None,):
        if not isinstance(name, str) or not name:
            raise OptionError(f"{option}={names!r}: give kinds of boilerplate, as in {option}=('caption', 'byline')")
        wanted.add(name)
    return tuple(sorted(wanted))


def packs(rules: object) -> tuple[Pack, ...]:
    """Return own rules as packs, sorted; paths are read."""
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
    wanted: set[Pack] = set()
    for rule in rules:
        if not isinstance(rule, str | os.PathLike | Pack):
            raise OptionError(f"rules holds {rule!r}; give paths of rule files, or packs")
        wanted.add(rule if isinstance(rule, Pack) else read(Path(rule)))
    return tuple(sorted(wanted))


def gazetteer(names: object) -> Pack | None:
    """Return an own gazetteer as a pack; a path is read, in the format that its content shows."""
    if names is None:
        return None
    from cleantext.core.rule import Pack

    if isinstance(names, Pack):
        return names
    from cleantext.steps.names.gazetteer import Gazetteer

    if isinstance(names, Gazetteer):
        return names.pack
    if not isinstance(names, str | os.PathLike):
        raise OptionError(f"names={names!r}: give the path of a list of names, a Gazetteer, or a pack")
    return Gazetteer.load(names).pack


def names_style(wish: object) -> str | None:
    """Return the wish for a house's style of names: a profile, and a day if one is given."""
    if wish is None:
        return None
    profile, _, day = str(wish).partition("@")
    if not isinstance(wish, str) or profile not in NAMES_STYLES:
        raise OptionError(f"names_style={wish!r}: {nearest(profile, NAMES_STYLES)}")
    if "@" in wish and not _is_day(day):
        raise OptionError(f"names_style={wish!r}: {day!r} is no day; write it as in 'ap@2018-05-01'")
    return wish


def _is_day(day: str) -> bool:
    from datetime import date

    try:
        return date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False


def is_language(code: object) -> bool:
    """Say whether something has the form of an ISO 639 code."""
    return isinstance(code, str) and 2 <= len(code) <= 3 and code.isascii() and code.islower()
