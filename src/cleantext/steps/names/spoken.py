"""Spoken: whether a text speaks of what a person is known for.

The column `context` of a gazetteer holds a country, a nationality, offices, institutions.
A name that many people have, flagged `in-context`, is changed in a text that has one of
these words only, offices apart, which every text has.
"""

from __future__ import annotations

from cleantext.core.doc import Doc
from cleantext.steps.names.gazetteer import Entity
from cleantext.steps.names.neighbours import TITLES, words

# What an office is called; all else in a context is a country, a nationality or an institution.
OFFICES = TITLES | words(
    "foreign defence defense finance interior justice oil energy economy trade culture education health security "
    "council party army navy air force chief staff military militia rebel opposition parliament parliamentary speaker "
    "central bank spiritual religious supreme crown deputy vice first national state government former leader lawyer "
    "journalist activist dissident analyst negotiator nuclear atomic intelligence police prosecutor court human rights "
    "election commission committee agency united nations un peace prize nobel writer politician statesman diplomat "
    "revolutionary economist scholar north south east west new republic democratic states union director list of and "
    "the editor company business banker author prominent founder"
)
# Country and nationality come first in a context; what follows may be any word.
_FIRST = 3
# Shorter words stand inside others: "un".
_SHORTEST = 4


def nations(entity: Entity) -> list[str]:
    """Return the words of an entity's context that are its country and nationality, or an institution."""
    return [word for word in entity.context.split()[:_FIRST] if word not in OFFICES]


def is_spoken_of(doc: Doc, entity: Entity) -> bool:
    """Say whether a text has a word that speaks of an entity; an entity without such words always is."""
    known = [word for word in nations(entity) if len(word) >= _SHORTEST]
    return not known or any(word in doc.folded for word in known)
