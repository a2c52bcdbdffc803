"""Kind: whether a name is a person's or an organisation's, where a list does not say.

A person's surname is changed where it stands alone; taking a company for a person would
change words of the language. So what is not plainly a person counts as an organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cleantext.steps.names.neighbours import words

# What lists call the three types; the first is ours.
_CALLED = {
    "PER": "per person persons people human individual p q5",
    "ORG": "org orgs organisation organization company legalentity publicbody group party agency business o q43229",
    "LOC": "loc place location gpe city country town region settlement q515 q6256 q486972",
}
_TYPES = {called: kind for kind, names in _CALLED.items() for called in names.split()}
_COLLECTIVE = words(
    """
    academy administration agency airlines airways alliance army assembly associates association authority bank board
    brigade brigades brothers bureau cabinet center centre chamber church city club coalition college commission
    committee community companies company conference confederation congress consortium corp corporation corps council
    county court department directorate district enterprises federation fc force forces foundation front fund gmbh
    government group guard guards holding holdings hospital inc industries institute international islamic island
    islands kingdom league liberation limited llc llp ltd media militia ministry mission movement museum national
    network news north observatory office organisation organization parliament partners party plc police press
    province radio region republic republics resistance river sa school sea secretariat senate service services sons
    south squad state states street syndicate systems team technologies television territory times trust tv union
    united university valley west east new port mount lake cape gulf fort upper lower
    """
)
_PARTICLES = words(
    "al el ul ud ad as ash an ar bin ibn ben bint abu von van der den de di da del della dos du la le y e zu ten ter"
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'’ʼ‘.‑-])*")


def type_of(called: str) -> str | None:
    """Return the type of an entity that a list calls so; empty where it says nothing, None where it is another."""
    return _TYPES.get(called.strip().lower().rpartition("/")[2].strip("<>")) if called.strip() else ""


def guessed(name: str, spellings: Iterable[str]) -> str:
    """Return what a name is: a person's if it looks so and no spelling speaks of a body, else an organisation's."""
    return "PER" if _is_person(name) and not any(map(_is_collective, spellings)) else "ORG"


def _is_person(name: str) -> bool:
    parts = name.replace(",", " ").split()
    if not 2 <= len(parts) <= 7 or not all(_WORD.fullmatch(part) for part in parts):
        return False
    if _is_collective(name):
        return False
    # Scripts without capitals have no lower case either.
    return all(not part[0].islower() or part.lower().partition("-")[0] in _PARTICLES for part in parts)


def _is_collective(name: str) -> bool:
    return any(part.strip(".,") in _COLLECTIVE for part in name.lower().split())
