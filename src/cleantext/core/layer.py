"""Layer, Held, Change: the entries of the account of a run; Account: all that a result keeps."""

from __future__ import annotations

from typing import NamedTuple

from cleantext.core.edit import Edit


class Layer(NamedTuple):
    """The edits one step made: sorted, disjoint, their spans in the text the step saw."""

    step: str
    edits: tuple[Edit, ...]


class Held(NamedTuple):
    """A proposal that was not made, in the text its step saw, and why."""

    step: str
    edit: Edit
    why: str


class Change(NamedTuple):
    """An edit placed in the original text.

    `original[start:end] == before`, widened over every earlier edit it touches; `seen`
    is what the step read there and `after` what it made of that.
    """

    step: str
    rule: str
    kind: str
    start: int
    end: int
    before: str
    seen: str
    after: str
    confidence: float = 1.0


class Account(NamedTuple):
    """Everything a result keeps, as plain values; `runs` are (codec, code points of the decoded text)."""

    text: str
    layers: tuple[Layer, ...]
    held: tuple[Held, ...]
    runs: tuple[tuple[str, int], ...]
    language: str
    scores: dict[str, float]
    kinds: dict[str, str]
