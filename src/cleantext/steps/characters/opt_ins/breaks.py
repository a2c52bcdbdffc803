"""Breaks and controls: what the hygiene stage sees to as well, for runs that leave it out.

Who wants ftfy's answer names these two and none of the rest of hygiene, since ftfy leaves
runs of blanks, odd spaces and joiners alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit

_BREAK = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_CONTROL = re.compile(
    "\x1b\\[[0-9;]{0,64}[a-zA-Z]|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]"
    "|[\x00-\x08\x0b\x0e-\x1f\x7f\u206a-\u206f\ufeff\ufff9-\ufffc]{1,256}"
)


def line_breaks(doc: Doc) -> Iterator[Edit]:
    """Yield a line feed for every other line break; form feeds and vertical tabs stay."""
    for found in _BREAK.finditer(doc.text):
        rule = "any.characters.line-breaks/break"
        if found[0] == "\r\n":
            yield Edit(found.start(), found.start() + 1, "\r", "", rule)
        else:
            yield Edit(*found.span(), found[0], "\n", rule)


def control_characters(doc: Doc) -> Iterator[Edit]:
    """Yield the removal of controls, terminal codes and marks of interchange, and surrogates as what they stand for."""
    for found in _CONTROL.finditer(doc.text):
        after = ""
        if "\ud800" <= found[0][0] <= "\udfff":
            is_pair = len(found[0]) == 2
            after = found[0].encode("utf-16", "surrogatepass").decode("utf-16") if is_pair else "\ufffd"
        yield Edit(*found.span(), found[0], after, "any.characters.control-characters/control")
