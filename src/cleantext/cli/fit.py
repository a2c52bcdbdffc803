"""Fit: what a clean text must still be to leave as a line, as a document, and in UTF-8.

Cleaning may take a record's last line away, or make a line break of U+2028. What mends
that is edits like all others, in a layer of its own, so that the log stays exact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cleantext.core.edit import Edit, apply
from cleantext.core.layer import Layer

STEP = "output"
_END = f"{STEP}/final-line-end"
_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_FEEDS = re.compile("\n+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def final_break(text: str, steps: Sequence[str]) -> str:
    """Say which line break the clean text has to end in, given the one before cleaning; "" for none."""
    if not text or text[-1] not in _BREAKS:
        return ""
    # The stage that writes every line break as a line feed.
    if "characters/hygiene" in steps:
        return "\n"
    return "\r\n" if text.endswith("\r\n") else text[-1]


def utf8(text: str) -> bytes:
    """Write any text in UTF-8, with U+FFFD for what UTF-8 has no bytes for."""
    return (text if text.isascii() else _SURROGATE.sub("\ufffd", text)).encode()


def fit_document(text: str, end: str) -> tuple[str, tuple[Layer, ...]]:
    """Return the text as one that ends as the original did, and in UTF-8; an empty text stays empty."""
    return _made(text, (_final, _surrogates), end)


def fit_line(text: str, end: str) -> tuple[str, tuple[Layer, ...]]:
    """Return the text as one line that ends as the original did, and in UTF-8.

    A line break inside becomes a space, one before the end goes.
    """
    return _made(text, (_one_line, _surrogates), end)


_Proposer = Callable[[str, str], Iterator[Edit]]


def _made(text: str, proposers: tuple[_Proposer, ...], end: str) -> tuple[str, tuple[Layer, ...]]:
    layers: list[Layer] = []
    for propose in proposers:
        edits = tuple(propose(text, end))
        if edits:
            layers.append(Layer(STEP, edits))
            text = apply(text, edits)
    return text, tuple(layers)


def _final(text: str, end: str) -> Iterator[Edit]:
    if not text:
        return
    if end and text[-1] not in _BREAKS:
        yield Edit(len(text), len(text), "", end, _END)
    elif not end and text[-1] in _BREAKS:
        start = len(text.rstrip(_BREAKS))
        yield Edit(start, len(text), text[start:], "", _END)


def _one_line(text: str, end: str) -> Iterator[Edit]:
    body = len(text) - len(end) if end and text.endswith(end) else len(text)
    if body == len(text) and not end and "\n" not in text:
        return
    kept = len(text[:body].rstrip("\n"))
    for found in _FEEDS.finditer(text, 0, kept):
        yield Edit(found.start(), found.end(), found[0], " ", f"{STEP}/one-line")
    if text[kept:] != end:
        yield Edit(kept, len(text), text[kept:], end, _END)


def _surrogates(text: str, end: str) -> Iterator[Edit]:
    """Yield what UTF-8 has no bytes for; there is none of it where the characters step runs."""
    if text.isascii():
        return
    for found in _SURROGATE.finditer(text):
        yield Edit(found.start(), found.end(), found[0], "\ufffd", f"{STEP}/lone-surrogate")
