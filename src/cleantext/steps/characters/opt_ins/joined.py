"""Joined: words that ran together, and sentences that did.

A word is taken apart only where it is none, every part is one, and one of the parts is
an article, a pronoun or the like: two nouns side by side may be a compound nobody listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.characters.opt_ins.lexicon import COMMON, Lexicon, english, may_be_english, words

_TOKEN = re.compile(r"(?<![\w'\u2019@#&/.\\-])[A-Za-z]{5,40}(?![\w'\u2019@/\\-]|\.[A-Za-z])")
_STICKY = words(
    "the and were that this with from been their they which would could should about there said than when what because "
    "between"
)
# As clear, but "has ten" and "was her" are words as well: what follows has to be longer.
_LEADING = words("was has had have")
_LEADING_CONTENT = 5
# Short ones are prefixes and endings of real words: they count beside another of these only.
_SHORT = words("of to in is it as at by on or be he we if an for are not but you our all who will can")
_FUNCTION = _STICKY | _LEADING | _SHORT
# Real words that news has little use for, and which come apart into such parts.
_REAL = words(
    "thereof therein thereto thereby therefrom thereupon theretofore therewith thereat thereon hereof herein hereto "
    "wherein whereof whereto whereupon wherefrom hereby hereinafter notwithstanding withal wherewithal werewolf "
    "werewolves forbear inasmuch insofar heretofore forthwith herewith hereat therefor whereabout "
    "wherewith thereunder thereabout thereabouts turnabout runabout knockabout layabout gadabout withold"
)
_CONTENT = 3
# A long string is a word by chance less often, so a rarer one will do.
_LONG, _LONG_SIZE = 6, 5
# Up to here short words make a real one by chance: "canto" is no "can to".
_LONGEST_CHANCE = 6
# The mark of a sentence between two words; or a full stop between a year and a word that goes on.
_RUN_ON = re.compile(
    r"(?<=[a-z]{2})[.!?](?=[A-Z][a-z]{0,30}(?![\w@/\\=]|[.:][\w/]))|(?<=[0-9]{2})[.](?=[A-Z][a-z]{1,30} )"
)
_NEXT = re.compile(r"[A-Z][a-z]{0,30}")
_BEFORE = re.compile(r"\S{1,60}$")
# Endings of addresses and files, which an author may write with a capital.
_ENDINGS = words(
    "com net org edu gov mil info biz name pro aero museum int io ai app dev tv fm js py ts cs go txt pdf doc docx xls "
    "csv exe zip html htm php asp aspx jsp xml json png jpg gif mov core"
)
# Top-level domains that are also words: after them a sentence has to go on.
_WORDS_TOO = words("in it me so no to be at my us is as by do am are ad")


def run_on_words(doc: Doc) -> Iterator[Edit]:
    """Yield a space at each joint of words that ran together, in English."""
    if not may_be_english(doc):
        return
    lexicon = english()
    for found in _TOKEN.finditer(doc.text):
        word = found[0]
        if lexicon.size(word) or word.lower() in _REAL or not _has_usual_capitals(doc.text, found):
            continue
        parts = _parts(word.lower(), lexicon)
        position = found.start()
        for part in parts[:-1]:
            position += len(part)
            yield Edit(position, position, "", " ", "en.characters.run-on-words/joint")


def sentence_spaces(doc: Doc) -> Iterator[Edit]:
    """Yield a space between a sentence and the next; addresses, files and abbreviations stay."""
    if not may_be_english(doc):
        return
    text = doc.text
    lexicon = english()
    for found in _RUN_ON.finditer(text):
        following = _NEXT.match(text, found.end())
        before = _BEFORE.search(text[max(0, found.start() - 60) : found.start()])
        if following is None or before is None or _is_address(before[0], following[0]):
            continue
        if following[0].lower() in _WORDS_TOO and not _goes_on(text, following.end()):
            continue
        if lexicon.size(following[0]) >= COMMON or len(following[0]) == 1:
            yield Edit(found.end(), found.end(), "", " ", "en.characters.sentence-spaces/space")


def _has_usual_capitals(text: str, found: re.Match[str]) -> bool:
    """Say whether a word is in lower case, or a capital "The..." where a sentence begins: names are not taken apart."""
    word = found[0]
    if word.islower():
        return True
    before = text[max(0, found.start() - 2) : found.start()].strip(' \n"\u201c')
    return word[1:].islower() and word.startswith(("The", "This", "That", "They")) and before in ("", ".", "!", "?")


def _parts(word: str, lexicon: Lexicon) -> list[str]:
    """Return the words that a string is made of, [] where it cannot be told; at most four, the commonest ones."""
    # For each end: cost, parts. The cost of a word is how rare it is.
    best: list[tuple[int, tuple[str, ...]] | None] = [None] * (len(word) + 1)
    best[0] = (0, ())
    for end in range(2, len(word) + 1):
        for start in range(max(0, end - 20), end - 1):
            before, part = best[start], word[start:end]
            if before is None or len(before[1]) == 4 or not _may_be_part(part, lexicon):
                continue
            cost = before[0] + 24 - lexicon.size(part)
            reached = best[end]
            if reached is None or cost < reached[0]:
                best[end] = (cost, (*before[1], part))
    found = best[len(word)]
    if found is None or len(found[1]) < 2:
        return []
    return list(found[1]) if _are_sure(found[1]) else []


def _are_sure(parts: tuple[str, ...]) -> bool:
    contents = [part for part in parts if part not in _FUNCTION]
    if not contents:
        return len("".join(parts)) >= _LONGEST_CHANCE or not (_STICKY | _LEADING).isdisjoint(parts)
    if not _STICKY.isdisjoint(parts):
        return True
    return not _LEADING.isdisjoint(parts) and min(map(len, contents)) >= _LEADING_CONTENT


def _may_be_part(part: str, lexicon: Lexicon) -> bool:
    if part in _FUNCTION:
        return True
    least = COMMON if len(part) < _LONG else _LONG_SIZE
    return len(part) >= _CONTENT and lexicon.size(part) >= least and part not in lexicon.names


def _is_address(before: str, following: str) -> bool:
    return (
        following.lower() in _ENDINGS
        or "@" in before
        or "/" in before
        or "www" in before.lower()
        or "." in before.rstrip(".")
    )


def _goes_on(text: str, place: int) -> bool:
    """Say whether a lower-case word follows."""
    return text[place : place + 1] == " " and text[place + 1 : place + 2].islower()
