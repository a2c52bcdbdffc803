"""Restore: the edits that put the meant words back into the passages that read as spun.

Names are the danger: a capitalised word is touched only where the table lists it with its
capitals, or where it opens a sentence and nothing capitalised follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.wording.choose import Place, choose
from cleantext.steps.wording.gate import Hit
from cleantext.steps.wording.neighbours import Neighbours
from cleantext.steps.wording.table import Phrases, Row
from cleantext.steps.wording.tokens import first_token, last_token

# Left of a phrase: part of an address, a handle, a path, a number with a unit; right of it likewise.
_GLUED_LEFT = frozenset("@#/\\_&=.:$£€+~")
_GLUED_RIGHT = frozenset("@/\\_&=+~")
_SENTENCE_START = re.compile(r"(?:^|[\n.!?:;…—–•*>|]|[\"“”‘'(\[])[\s\"“”‘'(\[•*-]{0,4}\Z")
_NEXT_CAPITAL = re.compile(r"[ \t]+[\"“‘']?[A-Z]")
_BRACES = re.compile(r"\{([a-z][a-z' -]{0,40})\}")
_ARTICLE = re.compile(r"(?<![^\W_])(an?|An?)[ \t]+\Z")
# Spelled with a vowel, said with a consonant, and the other way round.
_CONSONANT_SOUND = re.compile(r"(?:uni(?!n|m)|us[aeiu]|eu|one\b|once|ut[ei]|ubiq)", re.IGNORECASE)
_VOWEL_SOUND = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
# Words that open sentences and are no part of a name, whatever follows them.
_OPENERS = frozenset(
    {
        "additionally",
        "amongst",
        "and",
        "as",
        "by",
        "each",
        "every",
        "extra",
        "final",
        "however",
        "if",
        "in",
        "it",
        "lastly",
        "lately",
        "merely",
        "moreover",
        "nevertheless",
        "nonetheless",
        "on",
        "presently",
        "regardless",
        "simply",
        "solely",
        "that",
        "the",
        "though",
        "till",
        "towards",
        "underneath",
        "whereas",
        "within",
    }
)


class Suspect(NamedTuple):
    """A hit that may be restored, and how reluctantly: see `Place.caution`."""

    hit: Hit
    caution: float


def restore(doc: Doc, suspects: Sequence[Suspect], phrases: Phrases, neighbours: Neighbours) -> Iterator[Edit]:
    """Yield the edits for suspects, which are in order and do not overlap."""
    text, folded = doc.text, doc.folded
    found = [(hit, row, caution) for hit, caution in suspects if (row := _row(text, hit, phrases)) is not None]
    followers = [*(hit for hit, _, _ in found[1:]), None]
    places = [
        Place(row, last_token(folded, hit.start), first_token(folded, hit.end), _touches(text, hit, following), caution)
        for (hit, row, caution), following in zip(found, followers)
    ]
    for (hit, row, _), fix in zip(found, choose(places, neighbours)):
        if fix != row.spun:
            yield from _edits(text, hit, row, fix)


def braces(text: str, start: int, end: int, rule: str) -> Iterator[Edit]:
    """Yield the edits that take away the braces a template engine left around plain words."""
    for match in _BRACES.finditer(text, start, end):
        yield Edit(match.start(), match.start() + 1, "{", "", rule)
        yield Edit(match.end() - 1, match.end(), "}", "", rule)


def _row(text: str, hit: Hit, phrases: Phrases) -> Row | None:
    """Return the row that may act on a hit, None where the text forbids it."""
    if _is_glued(text, hit):
        return None
    seen = text[hit.start : hit.end].replace("\u2019", "'").replace("\u2018", "'").replace("\u00a0", " ")
    opens = _SENTENCE_START.search(text[max(0, hit.start - 8) : hit.start]) is not None or not hit.start
    for row in phrases.rows[hit.phrase]:
        if row.keep >= 1:
            continue
        if seen == row.spun:
            return row
        if opens and seen == row.spun[:1].upper() + row.spun[1:] and not _is_name(text, hit, row):
            return row
    return None


def _is_glued(text: str, hit: Hit) -> bool:
    left = text[hit.start - 1 : hit.start]
    right = text[hit.end : hit.end + 1]
    if left in _GLUED_LEFT and left and text[hit.start - 2 : hit.start - 1].strip():
        return True
    if left and left in "@#":
        return True
    # An editor's own words inside a quotation, as in "[conflict in Ukraine]", were never spun.
    if left == "[" or right == "]":
        return True
    if right and right in _GLUED_RIGHT:
        return True
    return right == "." and text[hit.end + 1 : hit.end + 2].isalnum()


def _is_name(text: str, hit: Hit, row: Row) -> bool:
    if " " in row.spun or row.spun in _OPENERS:
        return False
    return _NEXT_CAPITAL.match(text, hit.end) is not None


def _touches(text: str, hit: Hit, following: Hit | None) -> bool:
    return following is not None and text[hit.end : following.start] == " "


def _edits(text: str, hit: Hit, row: Row, fix: str) -> Iterator[Edit]:
    before = text[hit.start : hit.end]
    after = fix
    if before[:1].isupper() and row.spun[:1].islower():
        after = after[:1].upper() + after[1:]
    if "'" in after and "\u2019" in before:
        after = after.replace("'", "\u2019")
    article = _ARTICLE.search(text[max(0, hit.start - 4) : hit.start])
    if article is not None:
        yield from _article(hit, article, after, row.rule)
    yield Edit(hit.start, hit.end, before, after, row.rule)


def _article(hit: Hit, article: re.Match[str], after: str, rule: str) -> Iterator[Edit]:
    """Mend a/an where it disagrees with the restored word: spinners leave it as it was."""
    seen = article.group(1)
    wanted = seen[0] + ("n" if _starts_with_vowel(after) else "")
    if seen != wanted:
        start = hit.start - len(article.group())
        yield Edit(start, start + len(seen), seen, wanted, rule)


def _starts_with_vowel(word: str) -> bool:
    if _VOWEL_SOUND.match(word):
        return True
    return word[:1].lower() in "aeiou" and not _CONSONANT_SOUND.match(word)
