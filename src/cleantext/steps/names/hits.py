"""Hits: what is looked for in a text, and where it was found."""

from __future__ import annotations

from typing import NamedTuple

from cleantext.steps.names.gazetteer import Entity


class Phrase(NamedTuple):
    """A spelling to look for; `entity` is None where it stays as it is.

    An alias that differs from the canonical form in capitals alone is found by `capitals`:
    the text must then read exactly so.
    """

    text: str
    language: str
    canonical: str
    entity: Entity | None
    # Whose name it is, applied or not.
    owner: Entity
    capitals: frozenset[str] = frozenset()


class Hit(NamedTuple):
    """Where a phrase stands in a text, in code points."""

    phrase: Phrase
    start: int
    end: int
