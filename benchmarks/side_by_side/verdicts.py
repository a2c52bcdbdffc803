"""Verdicts: what the flow has to reach, and whether a run shows that it does.

Ratios of one run only: figures of a machine belong to the machine. They are those of text
that the process has not seen before.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from side_by_side.contenders import CLEAN_TEXT, FLOW, LOWER
from side_by_side.documents import LONG, PARTS_OF_LONG
from side_by_side.results import Figure, Results, over

MET, SHORT, NOT_MEASURED = "met", "short", "not measured"


class Requirement(NamedTuple):
    """What is asked for: at least, or at most, so many times something."""

    name: str
    limit: float
    unit: str
    figure: Callable[[Results], Figure | None]
    is_most: bool = False


class Verdict(NamedTuple):
    """A requirement, what was measured, and what that means."""

    requirement: Requirement
    figure: Figure | None
    word: str


def verdicts(results: Results) -> list[Verdict]:
    """Judge every requirement by its median."""
    return [_verdict(requirement, requirement.figure(results)) for requirement in REQUIREMENTS]


def _verdict(requirement: Requirement, figure: Figure | None) -> Verdict:
    if figure is None:
        return Verdict(requirement, None, NOT_MEASURED)
    sign = -1 if requirement.is_most else 1
    return Verdict(requirement, figure, MET if sign * figure.median >= sign * requirement.limit else SHORT)


def _faster(documents: str, to: str = "ftfy") -> Callable[[Results], Figure | None]:
    return lambda results: results.ratio(documents, FLOW, to=to)


def _slower(documents: str, to: str) -> Callable[[Results], Figure | None]:
    def figure(results: Results) -> Figure | None:
        ratio = results.ratio(documents, FLOW, to=to)
        return Figure(1 / ratio.median, 1 / ratio.high, 1 / ratio.low) if ratio else None

    return figure


def _keeps_pace(documents: str) -> Callable[[Results], Figure | None]:
    def figure(results: Results) -> Figure | None:
        whole, parts = results.pace(documents, FLOW), results.pace(PARTS_OF_LONG, FLOW)
        return over(whole, parts) if whole and parts else None

    return figure


def _memory(documents: str) -> Callable[[Results], Figure | None]:
    def figure(results: Results) -> Figure | None:
        peak = results.memory.get(documents)
        return Figure(peak.times, peak.times, peak.times) if peak else None

    return figure


_LONG_NAMES = {"line": "one long line", "document": "one long document"}
REQUIREMENTS = (
    Requirement("full pages", 3.5, "× ftfy", _faster("full-pages")),
    Requirement("residue of extractors", 6, "× ftfy", _faster("residue")),
    Requirement("ASCII articles", 4, "× ftfy", _faster("ascii-articles")),
    Requirement("residue of extractors", 15, "× clean-text", _faster("residue", CLEAN_TEXT)),
    Requirement("texts of 140 characters", 4, "× ftfy", _faster("short-texts")),
    Requirement("clean articles, time", 40, "× `str.lower`", _slower("clean-articles", LOWER), is_most=True),
    *(Requirement(_LONG_NAMES[one], 0.7, "× its parts one by one", _keeps_pace(one)) for one in LONG),
    *(Requirement(f"{_LONG_NAMES[one]}, memory", 6, "× the `str`", _memory(one), is_most=True) for one in LONG),
)
