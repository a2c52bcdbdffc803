"""Lexicons: which rules a document is looked up in, by its language.

What is a label in one language may be a word of a story in another, so a document meets
the rules of its own language, those of English, which sites of every country mix in, and
those of no language. Where its language cannot be told for sure, it meets the likely ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from cleantext.core.doc import Doc
from cleantext.core.load import packaged_in
from cleantext.core.rule import Pack
from cleantext.language import SAMPLE, UNKNOWN, likely
from cleantext.steps.boilerplate.lexicon import Lexicon
from cleantext.steps.boilerplate.verdict import Verdict, stronger

_EVERYWHERE = ("any", "en")
# A line of so many code points is rather a sentence than a label; some hundred words of such tell a language.
_PROSE = 80
_SAMPLE = 800
# Languages whose sites mix in another, or that function words hardly tell apart.
_NEIGHBOURS = {
    "bg": ("ru",),
    "da": ("no",),
    "hr": ("sr",),
    "no": ("da",),
    "ru": ("uk",),
    "sr": ("hr",),
    "uk": ("ru",),
}


class Lexicons:
    """The rules that ship, by language, and own ones that every text meets; safe to share between threads."""

    def __init__(self, own: Iterable[Pack] = ()) -> None:
        self._own = Lexicon(own)

    def look_up(self, doc: Doc) -> dict[int, Verdict]:
        """Return the verdict on each line of a document that has one, by its number."""
        return self.among(doc.lines, languages_of(doc))

    def among(self, lines: Sequence[str], languages: Iterable[str]) -> dict[int, Verdict]:
        """Return the same of lines in some languages, ISO 639-1 codes."""
        found = shipped(languages).look_up(lines)
        if not self._own.is_empty:
            for number, verdict in self._own.look_up(lines).items():
                found[number] = stronger(found.get(number), verdict)
        # In the order of the lines, as a menu is a run of them.
        return dict(sorted(found.items()))


def languages_of(doc: Doc) -> tuple[str, ...]:
    """Return the languages that a document is in, or may be in where that is not told for sure."""
    return _languages_in(doc, _sample_of(doc.lines) or doc.text[:SAMPLE])


def is_in_same(doc: Doc, left: Sequence[str], languages: tuple[str, ...]) -> bool:
    """Say whether a document of which these lines are left will be told to be in the languages that it is in."""
    sample = _sample_of(left)
    return sample != "" and (sample == _sample_of(doc.lines) or _languages_in(doc, sample) == languages)


def _sample_of(lines: Iterable[str]) -> str:
    """Return what a language is told by; "" where no line is long enough."""
    # A page begins with its menu, which has no function words and is in English as often as not.
    return "\n".join(_first(lines))[:_SAMPLE]


def _languages_in(doc: Doc, sample: str) -> tuple[str, ...]:
    language = doc.language_of(sample)
    return likely(sample) if language == UNKNOWN else (language,)


def _first(lines: Iterable[str]) -> Iterator[str]:
    """Yield the first longer lines, as many as a language is told by."""
    letters = 0
    for line in lines:
        if len(line) >= _PROSE:
            yield line
            letters += len(line)
            if letters >= _SAMPLE:
                return


def shipped(languages: Iterable[str]) -> Lexicon:
    """Return the lexicon of the rules that ship for texts in some languages."""
    wanted = set(_EVERYWHERE)
    for language in languages:
        wanted.update((language, *_NEIGHBOURS.get(language, ())))
    return _made(tuple(sorted(wanted)))


@cache
def _made(languages: tuple[str, ...]) -> Lexicon:
    # One a process: configurations differ in their own packs only.
    return Lexicon([pack for language in languages for pack in packaged_in("boilerplate", language)])
