"""Escapes: HTML entities left over in plain text.

They are decided for the whole text: where it holds tags it is markup, in which an
entity is right. ftfy decides line by line, never again after the first "<", and is
quadratic on `&amp;amp;…`; here a nest is one match, and one over the cap stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit, apply
from cleantext.steps.characters.dense import thinned

# `&amp;rsquo;` is two rounds of escaping; more than that is nobody's accident.
ROUNDS = 2
_ENTITY = re.compile(r"&((?:amp;){0,8})(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,300})?/?>|<!--|<!DOCTYPE|<\?xml", re.IGNORECASE)
_RULE = "any.characters.escape/entity"
_URL = re.compile(r"(?:[a-z][a-z0-9+.-]{1,15}://|www\.)\S{0,2000}", re.IGNORECASE)


class Escapes:
    """Proposes the characters that entities stand for."""

    name = "characters/escapes"
    is_local = False
    is_settled = False

    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Yield one edit an entity, nests in one; nothing where the text is markup."""
        text = doc.text
        if "&" not in text or not _ENTITY.search(text) or _TAG.search(text):
            return ()
        edits = tuple(thinned(_decoded(text), text))
        # Where the decoded text would hold a tag, the author was writing about markup.
        if _makes_brackets(text, edits) and _TAG.search(apply(text, edits)):
            return ()
        return edits


def _makes_brackets(text: str, edits: Iterable[Edit]) -> bool:
    return "<" in text or any("<" in edit.after for edit in edits)


def _decoded(text: str) -> Iterator[Edit]:
    urls = iter([found.span() for found in _URL.finditer(text)] if "://" in text or "www." in text.lower() else ())
    url_start, url_end = next(urls, (len(text), len(text)))
    for found in _ENTITY.finditer(text):
        while found.start() >= url_end:
            url_start, url_end = next(urls, (len(text), len(text)))
        character = _character(found)
        # In an address `&copy;` is a parameter with a stray semicolon; only `&amp;` is surely an escape.
        if character is None or (found.start() >= url_start and character != "&"):
            continue
        yield Edit(found.start(), found.end(), found[0], character, _RULE)


def _character(found: re.Match[str]) -> str | None:
    """Return what an entity or a nest of them stands for; None where it is to stay."""
    nest, decimal, hexadecimal, name = found.groups()
    rounds = nest.count(";") + 1
    if name:
        value = _names().get(name + ";")
        # `&amp;` itself is one round; in front of what is no entity the nest ends in "&".
        if value is None:
            return None
        return value if rounds <= ROUNDS else None
    if rounds > ROUNDS:
        return None
    number = int(decimal) if decimal else int(hexadecimal, 16)
    return _numbered(number)


def _numbered(number: int) -> str | None:
    if 0x80 <= number <= 0x9F:
        # Numbers in this range were written by programs that meant Windows' table.
        try:
            return bytes([number]).decode("cp1252")
        except UnicodeDecodeError:
            return None
    if (
        number > 0x10FFFF
        or 0xD800 <= number <= 0xDFFF
        or (number < 0x20 and number not in (9, 10, 13))
        or number == 0x7F
    ):
        return None
    return chr(number)


@cache
def _names() -> dict[str, str]:
    from html.entities import html5

    return html5
