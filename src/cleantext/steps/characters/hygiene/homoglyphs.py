"""Homoglyphs: a letter of one script in a word of another, where the two are drawn the same.

The word's own letters say which script is meant: those that have no look-alike decide, and
the rest of the line must not speak against it. In Russian a foreign name takes endings
(WhatsApp with one letter behind it), so a tail of look-alikes proves nothing there. Parts
of a compound are words by themselves; symbols, units and words in capitals stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cleantext.core.edit import Edit
from cleantext.steps.characters.hygiene.kinds import CYRILLIC, GREEK
from cleantext.steps.characters.hygiene.look_alikes import (
    CYRILLIC_BY_LETTERS,
    DOTTED_I,
    INSTEAD_OF_I,
    TO_CYRILLIC,
    TO_GREEK,
    TO_LATIN,
)

_LATIN = "A-Za-z\xb5\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0259\u1e00-\u1eff"
_OTHER = GREEK + CYRILLIC
_OTHER_LETTER = re.compile(f"[{_OTHER}]")
# A letter beside one of another script.
_LATIN_BESIDE = re.compile(f"[{_LATIN}](?:(?<=[{_OTHER}].)|(?=[{_OTHER}]))")
_OTHER_BESIDE = re.compile(f"[{_OTHER}](?:(?<=[{_LATIN}].)|(?=[{_LATIN}]))")
_WORD = re.compile(f"[{_LATIN}{_OTHER}\u0300-\u036f]+")
_IS = {"latin": re.compile(f"[{_LATIN}]"), "greek": re.compile(f"[{GREEK}]"), "cyrillic": re.compile(f"[{CYRILLIC}]")}
# No word of a language is longer; what is, is not walked through.
_LONGEST = 64
# Words of one script that make a line's script plain.
_ENOUGH = 3
# How much of a line on either side says what it is written in.
_REACH = 400
_SAMPLE = 2_000
# Names of parameters in a manual: capitals, and a small letter or two that tell them apart.
_SUFFIX = 2
# Languages of the Caucasus write a stroke like a capital I behind consonants, and a soft sign behind vowels.
_STROKE = re.compile("[а-яё]I|[аоуюяАОУЮЯ]ь")
# Beside these a word is part of an address, a name in a program, or a measure.
_TECHNICAL = frozenset("0123456789_@/\\&=#$%<>{}[]^~|+*")
_RULE = "any.characters.look-alike/"


class _Word(NamedTuple):
    """A word in two scripts: where it stands, and how many letters it has of each."""

    start: int
    text: str
    counts: dict[str, int]


class _Line(NamedTuple):
    """What stands around a word: how many words of each script, and what letters become in each."""

    counts: dict[str, int]
    tables: dict[str, dict[str, str]]

    def script(self) -> str:
        """Name the script that most words are in; "" where two have as many, or there are none."""
        first, second, _ = sorted(self.counts.items(), key=lambda item: -item[1])
        return first[0] if first[1] > 2 * second[1] else ""


def homoglyph_edits(text: str) -> Iterator[Edit]:
    """Yield an edit for each letter that is in the wrong script, sorted."""
    line = _Line({}, {})
    known = -1
    for word in _mixed_words(text):
        if word.text.isupper() or _is_label(word) or _is_technical(text, word):
            continue
        if word.start >= known:
            line, known = _line_around(text, word.start)
        own = _vote(word.text)
        # A word does not speak for itself.
        others = line._replace(counts=line.counts | {own: line.counts[own] - 1}) if own else line
        meant = _meant(word, others)
        if meant:
            plain = line.tables[meant]
            for offset, letter in enumerate(word.text):
                if not _IS[meant].match(letter) and letter in plain:
                    place = word.start + offset
                    yield Edit(place, place + 1, letter, plain[letter], _RULE + meant)


def _mixed_words(text: str) -> Iterator[_Word]:
    """Yield the words of Latin letters and others, found where letters of whichever script is rarer touch others."""
    first = _OTHER_LETTER.search(text)
    if not first:
        return
    sample = text[first.start() : first.start() + _SAMPLE]
    touching = _LATIN_BESIDE if len(_OTHER_LETTER.findall(sample)) * 2 > len(sample) else _OTHER_BESIDE
    reached = 0
    while found := touching.search(text, reached):
        start = found.start()
        farthest = max(reached, start - _LONGEST - 1)
        while start > farthest and _WORD.match(text, start - 1):
            start -= 1
        whole = _WORD.match(text, start) or found
        reached = whole.end()
        if reached - start <= _LONGEST:
            word = text[start:reached]
            yield _Word(start, word, {name: len(is_letter.findall(word)) for name, is_letter in _IS.items()})


def _is_label(word: _Word) -> bool:
    """Say whether a word is a name in capitals of one script with a small suffix of another."""
    for size in range(1, _SUFFIX + 1):
        name, suffix = word.text[:-size], word.text[-size:]
        if len(name) > 1 and name.isupper() and suffix.islower():
            return any(is_letter.search(suffix) and not is_letter.search(name) for is_letter in _IS.values())
    return False


def _is_technical(text: str, word: _Word) -> bool:
    """Say whether a word stands in an address or an identifier."""
    end = word.start + len(word.text)
    before, after = text[max(0, word.start - 2) : word.start], text[end : end + 2]
    if (before[-1:] in _TECHNICAL and before) or (after[:1] in _TECHNICAL and after):
        return True
    # An option of a command, where a compound would have a letter.
    if before[-1:] == "-" and not before[:-1].isalnum():
        return True
    # The parts of a name of the internet have no space between them.
    return (before[-1:] == "." and before[:1].isalnum()) or (after[:1] == "." and after[1:].isalnum())


def _line_around(text: str, place: int) -> tuple[_Line, int]:
    """Return what stands around a place, and up to where that may be said of other places of its line."""
    start = text.rfind("\n", max(0, place - _REACH), place) + 1 or max(0, place - _REACH)
    end = text.find("\n", place, place + 2 * _REACH)
    known = end if end >= 0 else place + _REACH
    words = _WORD.findall(text, start, end if end >= 0 else place + 2 * _REACH)
    counts = dict.fromkeys(_IS, 0)
    for word in words:
        vote = _vote(word)
        if vote:
            counts[vote] += 1
    return _Line(counts, _tables(words)), known


@lru_cache(maxsize=4_096)
def _vote(word: str) -> str:
    """Name the script that a word speaks for; of a word in two, only letters without a look-alike say anything."""
    scripts = [name for name, is_letter in _IS.items() if is_letter.search(word)]
    if len(scripts) > 1:
        scripts = [
            name for name in scripts if any(_IS[name].match(letter) and letter not in _SHARED[name] for letter in word)
        ]
    return scripts[0] if len(scripts) == 1 else ""


_SHARED = {
    "latin": frozenset(TO_CYRILLIC).union(DOTTED_I, TO_GREEK),
    "greek": frozenset(TO_LATIN),
    "cyrillic": frozenset(TO_LATIN),
}


def _meant(word: _Word, line: _Line) -> str:
    """Name the script that a word in two scripts is meant to be in; "" where that is not sure."""
    scripts = [name for name, count in word.counts.items() if count]
    if len(scripts) != 2:
        return ""
    # Letters that only one of the two has.
    anchors = {name: _anchors(word, name, scripts[name == scripts[0]], line) for name in scripts}
    fitting = [name for name in scripts if not anchors[scripts[name == scripts[0]]]]
    around = line.script()
    if len(fitting) == 2:
        # Nothing in the word decides, so the line must.
        return around if around in fitting and word.counts[around] >= 2 else ""
    if not fitting:
        return ""
    (meant,) = fitting
    if word.counts[meant] < 2 and not (around == meant and line.counts[meant] >= _ENOUGH):
        # One letter of its own is enough only where the line leaves no doubt.
        return ""
    if around == meant or meant != "latin":
        # In a line of another script one letter may be all that holds the word in its own.
        return meant if around in ("", meant) or anchors[meant] >= 2 else ""
    return meant if _is_surely_latin(word, around) else ""


def _anchors(word: _Word, script: str, other: str, line: _Line) -> int:
    """Count the letters of `script` that have no look-alike in `other`."""
    table = line.tables[other]
    return sum(letter not in table for letter in _IS[script].findall(word.text))


def _is_surely_latin(word: _Word, around: str) -> bool:
    """Say whether the foreign letters are not an ending, nor a word that was glued to the name."""
    letters = word.text
    foreign = [place for place, letter in enumerate(letters) if _OTHER_LETTER.match(letter)]
    if foreign[-1] == len(letters) - 1 or word.counts["latin"] < (3 if around else 2):
        return False
    if foreign[0] > 0 or not around:
        return True
    # At the head: a capital before small letters, or the e and i of brand names before a capital.
    return foreign == [0] and (
        (letters[0].isupper() and letters[1:].islower()) or (letters[0] in "еі" and letters[1].isupper())
    )


def _tables(words: list[str]) -> dict[str, dict[str, str]]:
    """Return what letters of other scripts become in words of each, in a line that has these words."""
    letters = frozenset("".join(words))
    cyrillic = dict(TO_CYRILLIC)
    for shown_by, more in CYRILLIC_BY_LETTERS:
        if not letters.isdisjoint(shown_by):
            cyrillic.update(more)
    if any(letters.isdisjoint(instead) for instead in INSTEAD_OF_I):
        cyrillic.update(DOTTED_I)
    if any(map(_STROKE.search, words)):
        cyrillic.pop("I", None)
    return {"latin": TO_LATIN, "greek": TO_GREEK, "cyrillic": cyrillic}
