"""Styles: how a house writes what houses write differently, and from which day on.

The cell `styles` of a gazetteer holds "ap=Kiev;ap@2019-08-14=Kyiv": a profile, the day from
which it writes so, the form. A wish is "ap", for what the house writes today, or
"ap@2015-03-01", for what it wrote then. Without a wish nothing contested changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cleantext.core.match import fold
from cleantext.steps.names.gazetteer import Alias, Entity

PROFILES = ("ap", "bbc", "guardian", "official")
_ENTRY = re.compile(r"([a-z]+)(?:@(\d{4}-\d\d-\d\d))?=(.+)")
# Later than every day in a table.
_TODAY = "9999-12-31"
_CONTESTED = frozenset({"style-only", "ambiguous"})


class Style(NamedTuple):
    """A house's style on a day, an ISO 8601 date."""

    profile: str
    day: str = _TODAY

    @classmethod
    def of(cls, wish: str) -> Style:
        """Read "ap" or "ap@2015-03-01"."""
        profile, _, day = wish.partition("@")
        return cls(profile, day or _TODAY)

    def form(self, entity: Entity) -> str | None:
        """Return how the house writes an entity's name; None where that is not known."""
        dated = [(day, form) for profile, day, form in _entries(entity.styles) if profile == self.profile]
        known = [(day, form) for day, form in dated if day <= self.day]
        if known:
            return max(known)[1]
        if dated:
            # Before the first day that the table knows, the house wrote something else.
            return None
        return None if "ambiguous" in entity.flags else entity.canonical


def styled(entities: Iterable[Entity], style: Style | None) -> Iterator[Entity]:
    """Yield the entities as a style has them; contested ones and packaged places stay as they are without one."""
    for entity in entities:
        is_contested = bool(entity.flags & _CONTESTED or entity.styles or entity.type == "LOC")
        if not is_contested or (style is None and entity.everywhere):
            yield entity
        elif style is None:
            yield entity._replace(flags=entity.flags | {"style-only"})
        else:
            yield _in_style(entity, style.form(entity))


def faults_in(styles: str) -> Iterator[str]:
    """Say what is wrong with a cell of styles."""
    for part in filter(None, map(str.strip, styles.split(";"))):
        entry = _ENTRY.fullmatch(part)
        if entry is None:
            yield f"style {part!r}: write it as ap=Form or ap@2019-08-14=Form"
        elif entry[1] not in PROFILES:
            yield f"style {part!r}: unknown profile {entry[1]!r}; known are {', '.join(PROFILES)}"


def _in_style(entity: Entity, form: str | None) -> Entity:
    if form is None:
        return entity._replace(flags=entity.flags | {"style-only"})
    forms = [entity.canonical, *(other for _, _, other in _entries(entity.styles))]
    known = {fold(alias.text) for alias in entity.aliases} | {fold(form)}
    added = {fold(other): Alias(other) for other in forms if fold(other) not in known}
    aliases = (*(alias for alias in entity.aliases if alias.text != form), *added.values())
    return entity._replace(canonical=form, aliases=aliases, flags=entity.flags - _CONTESTED)


def _entries(styles: str) -> Iterator[tuple[str, str, str]]:
    for part in styles.split(";"):
        entry = _ENTRY.fullmatch(part.strip())
        if entry is not None:
            yield entry[1], entry[2] or "", entry[3].strip()
