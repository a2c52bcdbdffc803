"""Verdict: what a rule says about a line by itself."""

from __future__ import annotations

from typing import NamedTuple

from cleantext.core.match import fold
from cleantext.core.rule import Rule
from cleantext.steps.boilerplate.lines import key_of

_TAKES = ("line", "until", "list")


class Verdict(NamedTuple):
    """A rule's word on a line: its kind, whether it goes at the story's edges only, what it takes along."""

    rule: str
    kind: str
    edge: bool
    takes: str = "line"
    until: frozenset[str] = frozenset()


def verdict_of(rule: Rule) -> Verdict:
    """Return what a rule says of the lines it matches."""
    until = frozenset(key_of(fold(line)) for line in rule.until)
    return Verdict(rule.id, rule.kind, rule.where == "edge", rule.takes, until)


def stronger(one: Verdict | None, other: Verdict) -> Verdict:
    """Choose between two rules for the same line: the surer, then the one that takes more, then the lower id."""
    if one is None:
        return other
    return min(one, other, key=lambda verdict: (verdict.edge, -_TAKES.index(verdict.takes), verdict.rule))
