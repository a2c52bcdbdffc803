"""JSON lines: one field of a line found, and another text put in its place, every other byte as it was.

Reading the line and writing it anew would round its numbers, drop a field that stands
there twice and lay out the rest in our way.
"""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple, NoReturn

from cleantext.errors import InputError

_DECODER = json.JSONDecoder()
_BLANK = re.compile(r"[ \t\r\n]*")
# Breaks to some readers of lines, though not to JSON.
_LINE_BREAKS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_LISTED = 5


class Place(NamedTuple):
    """A field's text, and the span of its JSON form in the line."""

    text: str
    start: int
    end: int


def locate(line: str, field: str) -> Place:
    """Find the text of a field; of a field that stands there twice the last, as JSON readers do.

    Raises:
        InputError: no JSON object, no such field, or one that holds no text.
    """
    try:
        values = _members(line) if line.lstrip()[:1] == "{" else _no_object(line)
    except (ValueError, RecursionError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"no JSON ({_reason(error)}); correct the line") from error
    if field not in values:
        raise InputError(f"no field {field!r}; {_fields(list(values))}")
    value, start, end = values[field]
    if not isinstance(value, str):
        raise InputError(f"field {field!r} is {_kind(value)}, no text; name another with --field")
    return Place(value, start, end)


def put(line: str, place: Place, text: str) -> str:
    """Return the line with a text in the field's place; ASCII where the line was."""
    written = json.dumps(text, ensure_ascii=line.isascii())
    for character, escape in _LINE_BREAKS.items():
        written = written.replace(character, escape)
    return line[: place.start] + written + line[place.end :]


def _no_object(line: str) -> NoReturn:
    value: object = json.loads(line)
    kind = "a text" if isinstance(value, str) else _kind(value)
    raise InputError(f'no JSON object ({kind}); put the text into a field, as in {{"text": ...}}')


def _members(line: str) -> dict[str, tuple[Any, int, int]]:
    """Return each member of the object that the line is: its value, and where that stands."""
    members: dict[str, tuple[Any, int, int]] = {}
    position = _expect(line, 0, "{")
    if line[position : position + 1] == "}":
        return _finished(line, position, members)
    while True:
        if line[position : position + 1] != '"':
            raise json.JSONDecodeError("Expecting the name of a field in double quotes", line, position)
        name, position = _DECODER.raw_decode(line, position)
        start = _expect(line, position, ":")
        value, end = _DECODER.raw_decode(line, start)
        members[name] = (value, start, end)
        position = _skip(line, end)
        if line[position : position + 1] != ",":
            return _finished(line, position, members)
        position = _expect(line, position, ",")


def _finished(line: str, position: int, members: dict[str, tuple[Any, int, int]]) -> dict[str, tuple[Any, int, int]]:
    position = _expect(line, position, "}")
    if position < len(line):
        raise json.JSONDecodeError("Extra data", line, position)
    return members


def _expect(line: str, position: int, character: str) -> int:
    position = _skip(line, position)
    if line[position : position + 1] != character:
        raise json.JSONDecodeError(f"Expecting {character!r}", line, position)
    return _skip(line, position + 1)


def _skip(line: str, position: int) -> int:
    found = _BLANK.match(line, position)
    return found.end() if found else position


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at column {error.pos + 1}"
    return "nested too deep" if isinstance(error, RecursionError) else str(error).partition(";")[0]


def _fields(names: list[str]) -> str:
    if not names:
        return "the line has none"
    listed = ", ".join(map(repr, names[:_LISTED])) + (", ..." if len(names) > _LISTED else "")
    return f"name one with --field: {listed}"


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "an object"
    return "a number"
