"""Letter-spacing: words set l i k e  t h i s, with two spaces between them.

Single letters in a row are as often grades, chords or initials; they are a word only
where what they make is one, or where lower-case letters stand in groups of several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.characters.opt_ins.lexicon import FREQUENT, english

# A letter, and the mark that may stand at the end of its word.
_RUN = re.compile(r"(?<![^\s(\"\u201c\u2018])[^\W\d_](?:[ \u00a0]{1,4}[^\W\d_]){3,400}(?![\w'\u2019])")
_GAP = re.compile("[ \u00a0]{2,4}")
_VOWEL = re.compile("[aeiouy\u00e0-\u00ff\u0430-\u044f\u03b1-\u03c9]", re.IGNORECASE)
# Without a word that we know: as many letters as no list of initials has.
_ENOUGH = 8


def letter_spacing(doc: Doc) -> Iterator[Edit]:
    """Yield spaced-out words closed up, the gaps between them as single spaces."""
    for found in _RUN.finditer(doc.text):
        groups = [re.sub("[ \u00a0]", "", group) for group in _GAP.split(found[0])]
        if _are_words(groups):
            yield Edit(*found.span(), found[0], " ".join(groups), "any.characters.letter-spacing/words")


def _are_words(groups: list[str]) -> bool:
    letters = "".join(groups)
    known = sum(len(group) for group in groups if _is_known(group))
    if 2 * known > len(letters):
        return True
    # Another language: words in lower case, with vowels, none of them an alphabet or a scale.
    longest = max(groups, key=len)
    return (
        len(letters) >= _ENOUGH
        and len(longest) >= 4
        and longest[1:].islower()
        and len(set(longest)) > 2
        and _VOWEL.search(longest) is not None
        and not _counts_up(longest)
        and (len(groups) > 1 or len(longest) >= _ENOUGH)
    )


def _is_known(group: str) -> bool:
    """Say whether a group is a word; short ones have to be common, since any three letters are in some list."""
    size = english().size(group)
    if group.isupper() and _counts_up(group):
        return False
    return size > 0 if len(group) > 4 else size >= FREQUENT or (len(group) == 4 and size > 4)


def _counts_up(group: str) -> bool:
    return all(ord(after) - ord(before) == 1 for before, after in pairwise(group))
