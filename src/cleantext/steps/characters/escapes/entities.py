"""Entities: `&eacute;`, `&#233;`, `&#xE9;`, and nests of two as in `&amp;eacute;`.

Numbers from 128 to 159 were written by programs that meant the table of their own
system: nearly always Windows', now and then the old Mac's, which a text shows where
Windows' table would put a sign or a capital inside a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleantext.core.edit import Edit
from cleantext.steps.characters.escapes.addresses import Walk, address_spans
from cleantext.steps.characters.escapes.talk import talk_spans

# `&amp;rsquo;` is two rounds of escaping; more than that is nobody's accident.
ROUNDS = 2
ENTITY = re.compile(r"&((?:amp;){0,8})(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
_RULE = "any.characters.escape/entity"
# What Windows' table has at these numbers, a capital or a sign, no word has between two letters; and no language
# that writes š or ž puts them between these consonants. The Mac has accented letters there. Numbers that Windows
# leaves empty would say so too, but they are all that is left once the others have been read.
_MAC = re.compile(
    r"(?<=[A-Za-z])&#(?:131|13[4-8]|140|142|152|159);(?=[a-z])"
    r"|(?<=[bcdfghkpqtwxBCDFGHKPQTWX])&#15[48];(?=[rln])"
)
# A dash on its own, a quote in front of a word and an apostrophe are Windows'.
_WINDOWS = re.compile(
    r"(?<![A-Za-z;])&#(?:12[89]|1[345][0-9]);(?![A-Za-z&])"
    r"|(?<![A-Za-z;])&#14[5-8];|[a-z]&#146;(?:s|t|re|ll|ve|d|m)\b"
)


def entity_edits(text: str) -> Iterator[Edit]:
    """Yield sorted, disjoint edits, one an entity or a nest of them; whether the text is markup is not asked."""
    addresses, talk = Walk(address_spans(text)), Walk(talk_spans(text))
    table = "mac_roman" if _MAC.search(text) and not _WINDOWS.search(text) else "cp1252"
    reached, before = -1, ""
    for found in ENTITY.finditer(text):
        start, end = found.span()
        character = _character(found, table, before if start == reached else text[max(0, start - 1) : start])
        # In an address `&copy;` is a parameter with a stray semicolon; only `&amp;` is surely an escape.
        if character is None or talk.holds(start) or (addresses.holds(start) and character != "&"):
            continue
        reached, before = end, character
        yield Edit(start, end, found[0], character, _RULE)


def _character(found: re.Match[str], table: str, before: str) -> str | None:
    """Return what an entity or a nest of them stands for, in a table, behind a character; None where it is to stay."""
    nest, decimal, hexadecimal, name = found.groups()
    if nest.count(";") + 1 > ROUNDS:
        return None
    if name:
        # `&amp;` itself is one round; in front of what is no entity the nest ends in "&".
        return _names().get(name + ";")
    number = int(decimal) if decimal else int(hexadecimal, 16)
    if 0x80 <= number <= 0x9F:
        return _tabled(number, table, before)
    if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF or (number < 0x20 and chr(number) not in "\t\n\r"):
        return None
    return None if number == 0x7F else chr(number)


def _tabled(number: int, table: str, before: str) -> str | None:
    try:
        return bytes([number]).decode(table)
    except UnicodeDecodeError:
        # Where the table is empty, the number is half of a letter whose other half comes first, or nothing.
        return chr(number) if before > "\x7f" else None


@cache
def _names() -> dict[str, str]:
    from html.entities import html5

    return html5
