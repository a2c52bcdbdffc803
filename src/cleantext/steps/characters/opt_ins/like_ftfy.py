"""Like ftfy: its repairs with the safe options, as edits, for who needs its very answer.

Our own stages read more kinds of damage than ftfy does and decide differently here and
there, so a run that is to equal ftfy leaves them out and names this.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.characters.align import edits_between
from cleantext.steps.characters.gate import ftfy_safe

_RULE = "any.characters.ftfy-repairs/line"


def ftfy_repairs(doc: Doc) -> Iterator[Edit]:
    """Yield what ftfy changes with its safe options: no quotes, ligatures, widths or line breaks."""
    text = doc.text
    after = ftfy_safe(text)
    if after == text:
        return
    before_lines, after_lines = text.split("\n"), after.split("\n")
    if len(before_lines) != len(after_lines):
        # An entity stood for a line feed.
        yield from edits_between(text, after, 0, _RULE)
        return
    for start, before, line in zip(doc.line_starts, before_lines, after_lines):
        if before != line:
            yield from edits_between(before, line, start, _RULE)
