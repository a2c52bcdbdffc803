"""Mojibake: text that was decoded with the wrong table, repaired by ftfy where the gate lets a line through.

Only the encoding part of ftfy runs, on one line at a time, with an explicit
configuration (`fix_text` ignores some options without one). Long lines go in slices cut
at white space: mojibake never spans a space that is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.characters.align import edits_between
from cleantext.steps.characters.dense import thinned
from cleantext.steps.characters.gate import looks_bad

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

# One line of 20 MB sent to ftfy whole took 599 MB; slices of this size cost nothing in quality.
SLICE = 65_536
_CUT = re.compile(r"[ \t]")
# Without a space, a cut must not part the characters of one damaged letter: after ASCII none is open,
# and before a letter that stands for a lead byte none goes on.
_BETWEEN = re.compile("[\x00-\x7f](?=[^\x00-\x7f])|[^\u00c2-\u00f4\u0410-\u044f](?=[\u00c2-\u00f4\u0410-\u044f])")
_CODECS = {"sloppy-windows-1252": "cp1252", "sloppy-windows-1250": "cp1250", "sloppy-windows-1251": "cp1251"}
_CODECS |= {"sloppy-windows-1253": "cp1253", "sloppy-windows-1254": "cp1254", "sloppy-windows-1257": "cp1257"}
_CODECS |= {"macroman": "mac-roman", "utf-8-variants": "utf-8"}


class Mojibake:
    """Proposes what a line read before it was decoded wrongly."""

    name = "characters/encoding"
    is_local = True
    is_settled = False

    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Yield the changed words of damaged lines; the rule names the tables, as in `cp1252>utf-8`."""
        if doc.text.isascii() or not looks_bad(doc.text):
            return ()
        return thinned(_repaired(doc), doc.text)


def _repaired(doc: Doc) -> Iterator[Edit]:
    start = 0
    for line in doc.lines:
        if not line.isascii():
            # With its break: a character at the line's end looks worse beside it than beside nothing.
            for piece_start, piece in _slices(line + "\n"):
                if looks_bad(piece):
                    yield from _repair(piece, start + piece_start)
        start += len(line) + 1


def _slices(line: str) -> Iterator[tuple[int, str]]:
    position = 0
    while len(line) - position > SLICE:
        low, high = position + SLICE - 1024, position + SLICE
        cut = _CUT.search(line, low, high) or _BETWEEN.search(line, low, high)
        end = cut.end() if cut else high
        yield position, line[position:end]
        position = end
    yield position, line[position:]


def _repair(piece: str, start: int) -> Iterator[Edit]:
    from ftfy import fix_encoding_and_explain

    fixed, plan = fix_encoding_and_explain(piece, _config())
    if fixed == piece or piece.endswith("\n") != fixed.endswith("\n"):
        return
    yield from edits_between(piece, fixed, start, f"any.characters.mojibake/{_plan_name(plan or [])}")


def _plan_name(plan: Iterable[tuple[str, str]]) -> str:
    """Name a plan by its tables, in order: `cp1252>utf-8`, `cp1252>utf-8,latin-1>cp1252`."""
    names: list[str] = []
    for action, parameter in plan:
        codec = _CODECS.get(parameter, parameter)
        if action == "encode":
            names.append(codec)
        elif action == "decode" and names:
            names[-1] += f">{codec}"
        elif action == "apply":
            names.append(codec)
    return ",".join(dict.fromkeys(names)) or "unknown"


@cache
def _config() -> TextFixerConfig:
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False,
        uncurl_quotes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        fix_line_breaks=False,
        explain=True,
    )
