"""Articles: "a" or "an" before a restored word; spinners leave the one that was there.

What counts is the sound: "an hour", "a union", "an MP", "a UN envoy", "an 8-year plan".
"""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import normalize

_ARTICLE = re.compile(r"(?<![^\W_])(an?|An?)[ \t]+\Z")
# Blanks and an article; what stands further left is another word's.
_REACH = 16
_FIRST_WORD = re.compile(r"[^\s-]+")
_LAST = re.compile(r"(?<![^\W_])(an?|An?)\Z")
# Spelled with a vowel, said with a consonant, and the other way round.
_CONSONANT_SOUND = re.compile(
    r"(?:uni(?:anim|corn|cycl|form|fi[ce]|fy|lat|on|que|sex|son|t|vers)|unanim|us(?:ab|ag|e|i|u)|eu|ewe|one\b|once|"
    r"u(?:biq|kr|ran|rin|rug|te|ti|top))",
    re.IGNORECASE,
)
_VOWEL_SOUND = re.compile(r"(?:hour|honest|hono(?:u?r)|heir)", re.IGNORECASE)
_EIGHT = re.compile(r"8|1[18](?!\d)")
_LETTERS_WITH_VOWEL = frozenset("AEFHILMNORSX")
# Abbreviations of so many letters are spelled out, longer ones with a vowel are read as words.
_SPELLED_OUT = 3


class Article(NamedTuple):
    """An article in a text: its place, and how it reads."""

    start: int
    seen: str


def article_before(text: str, place: int) -> Article | None:
    """Return the article that stands right before a place on its line."""
    match = _ARTICLE.search(text, max(0, place - _REACH), place)
    return Article(match.start(), match.group(1)) if match else None


def article_for(seen: str, phrase: str) -> str:
    """Return the article that a phrase takes, with the capital of the one that was seen."""
    return seen[0] + ("n" if _starts_with_vowel(phrase) else "")


def with_article_for(text: str, phrase: str) -> str:
    """Return a text whose last word, if it is an article, fits the phrase that follows."""
    match = _LAST.search(text)
    return text[: match.start()] + article_for(match.group(1), phrase) if match else text


def share_first_word(before: str, after: str) -> bool:
    """Say whether two phrases begin with the same word, so that an article before it stays as it is."""
    return _first_word(before).lower() == _first_word(after).lower()


def _first_word(phrase: str) -> str:
    match = _FIRST_WORD.match(phrase)
    return match.group() if match else phrase


def _starts_with_vowel(phrase: str) -> bool:
    word = _first_word(phrase)
    if word[:1].isdigit():
        return _EIGHT.match(word) is not None
    letters = word.replace(".", "")
    if len(letters) > 1 and letters.isupper() and (len(letters) <= _SPELLED_OUT or not set(letters) & set("AEIOU")):
        return letters[0] in _LETTERS_WITH_VOWEL
    if _VOWEL_SOUND.match(phrase):
        return True
    plain = normalize("NFD", phrase[:1].lower())[:1]
    return plain in tuple("aeiou") and not _CONSONANT_SOUND.match(phrase)
