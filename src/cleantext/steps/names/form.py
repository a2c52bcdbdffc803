"""Form: how a canonical name looks in the place of the spelling that was found.

It takes over what is the text's own and not the name's: capitals of a headline, a line
break or no-break space between two words, the capital of a sentence's first word.
"""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s")
# What may stand between the end of one sentence and the first word of the next.
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n])[\s\"'“‘(\[]*$")
_LOOK_BACK = 8


def dress(canonical: str, text: str, start: int, end: int, *, shouts: bool = False) -> str | None:
    """Return the canonical form as `text[start:end]` calls for it.

    `shouts` says that the alias is an acronym, whose capitals tell nothing of the text's.
    None if the found spelling has a line break for which the canonical form has no place.
    """
    found = text[start:end]
    if found.isupper() and not shouts:
        canonical = _upper(canonical, dotted="İ" in found)
    elif canonical[0].islower() and found[0].isupper() and starts_sentence(text, start):
        canonical = canonical[0].upper() + canonical[1:]
    return _with_spaces(canonical, _SPACE.findall(found))


def starts_sentence(text: str, start: int) -> bool:
    """Tell whether a word at `start` is the first of a sentence."""
    window = text[max(0, start - _LOOK_BACK) : start]
    return not window or _SENTENCE_START.search(window) is not None


def _upper(name: str, *, dotted: bool) -> str:
    # A headline that writes İ keeps its capitals Turkish: i must not become I there.
    return (name.replace("i", "İ") if dotted else name).upper()


def _with_spaces(name: str, spaces: list[str]) -> str | None:
    words = name.split(" ")
    gaps = len(words) - 1
    lost = spaces[: max(0, len(spaces) - gaps)]
    if any(space != " " for space in lost):
        return None
    # Where the name has more gaps than what was found, the last ones correspond.
    kept = [" "] * (gaps - len(spaces)) + spaces[len(lost) :]
    return words[0] + "".join(space + word for space, word in zip(kept, words[1:], strict=True))
