"""JRC-Names: a line for each spelling, its words joined by plus signs.

The columns are a number, P or O, the language of the spelling ("u": any) and the spelling.
Lines that begin with "#" are comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleantext.steps.names.sources.lines import Line
from cleantext.steps.names.sources.record import Fault, Record, language_of

_LINE = re.compile(r"\d+\t[A-Z]\t[a-z]{1,3}\t\S")
_TYPES = {"P": "PER", "O": "ORG"}
# The languages whose spellings are those of English text.
_OF_ENGLISH = ("u", "en")


def is_jrc(line: str) -> bool:
    """Say whether a line is one of this format."""
    return _LINE.match(line) is not None


def records(source: Iterable[Line]) -> Iterator[Record | Fault]:
    """Yield the spellings of a file."""
    for number, line in source:
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != 4:
            yield Fault(number, f"{len(cells)} cells in {line[:60]!r}, not number, type, language and name")
        elif cells[1] not in _TYPES:
            yield Fault(number, f"type is {cells[1]!r}; only P, a person, and O, an organisation, are read")
        elif not cells[0] or not cells[3].strip("+"):
            yield Fault(number, f"no number or no name in {line[:60]!r}")
        else:
            entity, kind, language, name = cells
            rank = 0 if language in _OF_ENGLISH else 1
            yield Record(number, entity, _TYPES[kind], name.replace("+", " "), language_of(language), rank)
