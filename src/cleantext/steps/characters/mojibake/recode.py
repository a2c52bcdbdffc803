"""Recode: undo one wrong reading of a piece of text, as edits that a person can read.

A reading is a pair: the encoding that the text was read with, and the one that was
meant. Characters on both sides are bytes in between, so each knows where it came from,
and an edit spans no more than what changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from cleantext.core.edit import Edit
from cleantext.core.tables import MULTI_BYTE, decode, encode

_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")


class Reading(NamedTuple):
    """A text in `meant` that was read as `read`."""

    read: str
    meant: str

    def __str__(self) -> str:
        return f"{_label(self.read)}>{_label(self.meant)}"


def recoded(text: str, reading: Reading) -> str | None:
    """Return what a text said before it was read wrongly; None where it cannot have been."""
    data = encode(text, reading.read)
    return None if data is None else decode(data, reading.meant)


def recoding_edits(text: str, reading: Reading, start: int) -> Iterator[Edit]:
    """Yield sorted, disjoint edits that recode a text standing at `start`; it must be one that `recoded` can."""
    rule = f"any.characters.mojibake/{reading}"
    if reading.meant == "utf-8" and reading.read not in MULTI_BYTE:
        # No character of UTF-8 reaches over one of ASCII, so each run stands for itself.
        for found in _BEYOND_ASCII.finditer(text):
            piece = recoded(found[0], reading)
            if piece is not None:
                yield Edit(start + found.start(), start + found.end(), found[0], piece, rule)
        return
    after = recoded(text, reading)
    if after is None or after == text:
        return
    before_ends, after_ends = _ends(text, reading.read), _ends(after, reading.meant)
    i = j = 0
    # A run of changed characters is one edit; it ends where the two sides agree again.
    run_i = run_j = -1
    for place in sorted(set(before_ends) & set(after_ends)):
        from_i, from_j = i, j
        while i < len(text) and before_ends[i] <= place:
            i += 1
        while j < len(after) and after_ends[j] <= place:
            j += 1
        if text[from_i:i] != after[from_j:j]:
            if run_i < 0:
                run_i, run_j = from_i, from_j
        elif run_i >= 0:
            yield Edit(start + run_i, start + from_i, text[run_i:from_i], after[run_j:from_j], rule)
            run_i = -1
    if run_i >= 0:
        yield Edit(start + run_i, start + i, text[run_i:i], after[run_j:j], rule)


def _ends(text: str, codec: str) -> list[int]:
    """Return where each character of a text ends, in bytes."""
    if codec == "utf-8":
        lengths = [1 if c < "\x80" else 2 if c < "\u0800" else 3 if c < "\U00010000" else 4 for c in text]
    elif codec in MULTI_BYTE:
        lengths = [len(character.encode(codec)) for character in text]
    else:
        return list(range(1, len(text) + 1))
    return list(accumulate(lengths))


def _label(codec: str) -> str:
    return codec.replace("_", "-").replace("iso8859", "iso-8859")
