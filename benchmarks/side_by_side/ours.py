"""Ours: what runs in our own environment: the flow, its parts, ftfy and the floors.

A floor is a call of the standard library that has to look at every character: no cleaner
is faster than that. Each contender is a pair: what to make of a text before the clock
starts, and what to time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

# A class that no text of ours has a character of: private use of the last plane.
_NEVER = re.compile("[\U0010fff0-\U0010fffd]")


def contender(name: str) -> tuple[Callable[[str], Any], Callable[[Any], object]]:
    """Return what prepares a text for a contender, and the contender."""
    if name in _FLOORS:
        return str, _FLOORS[name]
    if name == "ftfy":
        import ftfy

        return str, ftfy.fix_text
    return str, _flow(name)


def _flow(name: str) -> Callable[[str], object]:
    from functools import partial

    from cleantext import Config, clean

    how, _, step = name.partition(" ")
    if how == "only":
        return partial(clean, config=Config(steps=step))
    if how == "without":
        return partial(clean, config=Config().replace(without=step))
    if name != "flow":
        raise ValueError(f"no contender {name!r}")
    return clean


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _lines(text: str) -> str:
    return "\n".join(text.splitlines())


def _is_normal(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)


_FLOORS: dict[str, Callable[[str], object]] = {
    "str.encode": _encode,
    "str.lower": str.lower,
    "splitlines+join": _lines,
    "is_normalized": _is_normal,
    "re search": _NEVER.search,
}
