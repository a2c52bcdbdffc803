"""Documents: texts cleaned for an engine, each with its account as plain values.

What an engine runs must not stop at one text among millions: whatever cleaning a text
raises becomes its `error`, and the text stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cleantext.config import Config, configure
from cleantext.core.edit import Edit, apply
from cleantext.core.layer import Change, Layer
from cleantext.core.result import Result
from cleantext.pipeline import Flow, Outcome, build, run

# The scores that a document can have, in the order in which they are kept.
SCORES = ("spun",)
# What is told of a change, in this order (`Change` has more).
CHANGE = ("step", "rule", "kind", "start", "end", "before", "after")
NUMBERS = frozenset({"start", "end"})
# The columns that say what was done to a document; `error` stands in every output.
ACCOUNT = ("changes", "removed_kinds", "scores")
ERROR = "error"


class Cleaned(NamedTuple):
    """What became of one text; all of it None where there was none.

    The text, and what is said of it, can be written in UTF-8.
    """

    text: object
    changes: tuple[Change, ...] | None = None
    removed_kinds: tuple[str, ...] | None = None
    scores: tuple[float | None, ...] | None = None
    error: str | None = None


def checked(config: Config | None) -> Config:
    """Return the configuration, None being the default one, after building its flow once.

    A fault of it is then told where the job is written and not by its first worker.

    Raises:
        OptionError: no `Config`, or one that names what there is none of.
    """
    config = configure(config, {})
    build(config)
    return config


def clean_documents(texts: Iterable[object], config: Config, *, account: bool) -> Iterator[Cleaned]:
    """Yield what becomes of each text, in order; never raises for a text."""
    flow = build(config)
    for text in texts:
        yield Cleaned(None) if text is None else _clean(text, flow, account)


def columns(account: bool) -> tuple[str, ...]:
    """Name the columns that stand beside the text."""
    return (*ACCOUNT, ERROR) if account else (ERROR,)


def unchanged(text: object, error: str) -> Cleaned:
    """Return the account of a text that could not be cleaned."""
    return Cleaned(text, (), (), (None,) * len(SCORES), error)


_SURROGATE = re.compile("[\ud800-\udfff]")
_RULE = "output/lone-surrogate"


def utf8(text: str) -> str:
    """Return a text with U+FFFD for every lone surrogate, for which Arrow has no bytes."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _clean(text: object, flow: Flow, account: bool) -> Cleaned:
    if not isinstance(text, str):
        return unchanged(text, f"TypeError: {type(text).__name__} is no text; make it a str before cleaning")
    # An engine cannot ask us to go on, so nothing may leave here but what ends the process.
    try:
        outcome = run(text, flow)
        return _accounted(outcome, flow) if account else Cleaned(utf8(outcome.doc.text))
    except Exception as error:
        return unchanged(utf8(text), f"{type(error).__name__}: {utf8(str(error))}")


def _accounted(outcome: Outcome, flow: Flow) -> Cleaned:
    layers = outcome.layers
    text = outcome.doc.text
    edits = tuple(_surrogates(text))
    if edits:
        # As on the command line: what no file can hold goes last, and is on the list like every other edit.
        layers += (Layer("output", edits),)
        text = apply(text, edits)
    kinds = flow.kinds(layers)
    found = outcome.doc.scores
    return Cleaned(
        text,
        tuple(map(_writable, Result(text, layers, kinds=kinds).changes())) if layers else (),
        tuple(sorted(set(kinds.values()))),
        tuple(found.get(name) for name in SCORES),
    )


def _surrogates(text: str) -> Iterator[Edit]:
    """Yield what has no bytes; there is none of it where the characters step runs."""
    if text.isascii():
        return
    for found in _SURROGATE.finditer(text):
        yield Edit(found.start(), found.end(), found[0], "\ufffd", _RULE)


def _writable(change: Change) -> Change:
    return change._replace(before=utf8(change.before), after=utf8(change.after))
