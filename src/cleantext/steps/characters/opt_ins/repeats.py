"""Repeats: shouted punctuation, dot leaders, and ellipses set with spaces.

Three marks stay, since an author may mean them, and so do rules of dashes and signs,
which are layout or markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit

_SHOUTED = re.compile("[!?\uff01\uff1f]{4,4096}")
# Four dots are a full stop and an ellipsis.
_LEADERS = re.compile(r"\.{5,4096}|(?<![.\w])\.(?:[ \u00a0]\.){4,1024}|(?<=\w)(?:[ \u00a0]?\.)(?:[ \u00a0]\.){4,1024}")
_COMMAS = re.compile(r"(?<=[^\W\d_]),{2,64}(?=[ \n]|\Z)")
_ELLIPSES = re.compile("\u2026{3,1024}")
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SPACED = re.compile(r"(?<!\.)(?<!\.[ \u00a0])\.(?:[ \u00a0]\.){2,3}(?![ \u00a0]?\.)")
_LONGEST_KEPT = 3


def repeated_punctuation(doc: Doc) -> Iterator[Edit]:
    """Yield runs of marks cut to three, and dot leaders to three dots."""
    text = doc.text
    found = [_shortened(match) for pattern in (_SHOUTED, _COMMAS) for match in pattern.finditer(text)]
    found += [_leaders(match) for match in _LEADERS.finditer(text)]
    if not text.isascii() and not _HAN.search(text):
        # Chinese sets two of them, and more for a long pause.
        rule = "any.characters.repeated-punctuation/ellipsis"
        found += [Edit(*match.span(), match[0], "\u2026", rule) for match in _ELLIPSES.finditer(text)]
    yield from sorted(found)


def spaced_ellipses(doc: Doc) -> Iterator[Edit]:
    """Yield three or four spaced dots set close; the space before and after them stays."""
    for found in _SPACED.finditer(doc.text):
        dots = "." * found[0].count(".")
        yield Edit(found.start(), found.end(), found[0], dots, "any.characters.spaced-ellipses/dots")


def _shortened(found: re.Match[str]) -> Edit:
    run = found[0]
    kept = run[:1] if run[0] == "," else run[:_LONGEST_KEPT]
    # From the end, so that what stays is what stood there first.
    return Edit(
        found.start() + len(kept), found.end(), run[len(kept) :], "", "any.characters.repeated-punctuation/mark"
    )


def _leaders(found: re.Match[str]) -> Edit:
    after = " ..." if found[0][0] in " \u00a0" else "..."
    return Edit(found.start(), found.end(), found[0], after, "any.characters.repeated-punctuation/leaders")
