"""Result as one line of JSON.

JSON joins a high and a low surrogate that stand beside each other into one character,
so a text that holds surrogates is written as a list of code points instead.
"""

from __future__ import annotations

import json
from typing import Any

from cleantext.core.edit import Edit
from cleantext.core.layer import Account, Held, Layer
from cleantext.errors import InputError

_VERSION = 1


def dump(account: Account) -> str:
    """Write a result's account as one line of ASCII JSON."""
    record = {
        "version": _VERSION,
        "text": _pack(account.text),
        "layers": [[layer.step, [_pack_edit(edit) for edit in layer.edits]] for layer in account.layers],
        "held": [[held.step, _pack_edit(held.edit), held.why] for held in account.held],
        "encoding": account.runs,
        "language": account.language,
        "scores": account.scores,
        "kinds": account.kinds,
    }
    return json.dumps(record, separators=(",", ":"))


def load(line: str) -> Account:
    """Read a result's account from a line that `dump` wrote.

    Raises:
        InputError: the line is no JSON, no result, or one of another version.
    """
    try:
        record: dict[str, Any] = json.loads(line)
        if record["version"] != _VERSION:
            raise InputError(f"result of version {record['version']!r}, not {_VERSION}; explain the text again")
        return Account(
            _unpack(record["text"]),
            tuple(Layer(step, tuple(map(_unpack_edit, edits))) for step, edits in record["layers"]),
            tuple(Held(step, _unpack_edit(edit), why) for step, edit, why in record["held"]),
            tuple((codec, length) for codec, length in record["encoding"]),
            record["language"],
            dict(record["scores"]),
            dict(record["kinds"]),
        )
    except (KeyError, TypeError, ValueError, RecursionError, OverflowError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"not a result: {line[:60]!r} ({error}); give a line that Result.to_json() wrote") from error


def _pack(text: str) -> str | list[int]:
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return [ord(character) for character in text]


def _unpack(packed: str | list[int]) -> str:
    return packed if isinstance(packed, str) else "".join(map(chr, packed))


def _pack_edit(edit: Edit) -> list[Any]:
    # What is certain is left out.
    weighed = [] if edit.confidence == 1 else [edit.confidence]
    return [edit.start, edit.end, _pack(edit.before), _pack(edit.after), edit.rule, *weighed]


def _unpack_edit(packed: list[Any]) -> Edit:
    start, end, before, after, *rest = packed
    return Edit(start, end, _unpack(before), _unpack(after), *rest)
