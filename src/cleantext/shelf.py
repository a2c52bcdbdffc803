"""Shelf: the rule packs of one step under a configuration."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from cleantext.config import Config

if TYPE_CHECKING:
    from cleantext.core.rule import Pack, Rule


class Shelf:
    """The packs of a step under a configuration, read when first asked for: a short text may need none."""

    def __init__(self, step: str, config: Config) -> None:
        self._step = step
        self._config = config

    def __iter__(self) -> Iterator[Pack]:
        from cleantext.core.load import packaged

        if self._step == "names" and self._config.names is not None:
            return iter([self._config.names, *self.own])
        return iter([*packaged(self._step), *self.own])

    def shipped(self, language: str) -> tuple[Pack, ...]:
        """Return the packs that ship for one language."""
        from cleantext.core.load import packaged_in

        return packaged_in(self._step, language)

    @property
    def own(self) -> list[Pack]:
        """The packs that the configuration brings itself."""
        return [pack for pack in self._config.rules if pack.step == self._step]

    @cached_property
    def report_only(self) -> frozenset[str]:
        """The rules whose proposals are told and not made; of those that ship there are none."""
        return frozenset(rule.id for pack in self.own for rule in pack.rules if rule.safety == "report")

    def rule(self, rule: str) -> Rule | None:
        """Return the rule of an id; None where it is no entry of a pack."""
        # An id begins with the language of its pack, so that the other languages need not be read.
        packs = [*self.own, *self.shipped(rule.partition(".")[0])]
        return next((one for pack in packs for one in pack.rules if one.id == rule), None)

    def kind(self, rule: str) -> str:
        """Return what the lines are that a rule removes; "" where its pack does not say."""
        found = self.rule(rule)
        return found.kind if found else ""
