"""Repaired: the repair of characters in a text that has exceptions.

Damage is told by what stands around it, so the text is repaired as a whole. Where damage is
dense one edit takes a whole run, and if an exception lies in that, the parts beside it are
repaired by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleantext.api import clean, explain
from cleantext.compat.guarded import Span
from cleantext.config import Config
from cleantext.core.edit import Edit


def repairs(text: str, config: Config, exceptions: tuple[Span, ...]) -> Iterator[Edit]:
    """Yield the edits of a configuration, none of which touches an exception."""
    upcoming = 0
    for edit in explain(text, config).net():
        while upcoming < len(exceptions) and exceptions[upcoming][1] <= edit.start:
            upcoming += 1
        if upcoming == len(exceptions) or edit.end <= exceptions[upcoming][0]:
            yield edit
            continue
        for start, end in _beside(edit, exceptions, upcoming):
            before = text[start:end]
            yield Edit(start, end, before, clean(before, config), edit.rule)


def _beside(edit: Edit, exceptions: tuple[Span, ...], first: int) -> Iterator[Span]:
    """Yield what an edit takes between exceptions, of which `first` is the first that it meets."""
    start = edit.start
    for index in range(first, len(exceptions)):
        if exceptions[index][0] >= edit.end:
            break
        if start < exceptions[index][0]:
            yield start, exceptions[index][0]
        start = exceptions[index][1]
    if start < edit.end:
        yield start, edit.end
