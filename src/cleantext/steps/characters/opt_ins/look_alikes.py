"""Look-alikes: letters of another script inside a word, in words of capitals as well.

The hygiene stage leaves alone what may be meant: a name in capitals in which one letter
is Cyrillic, a word of two letters. Here every word of two scripts is brought to one, if
each letter of the other has a twin in it; what stands beside a hyphen is judged alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.characters.align import trimmed

_CYRILLIC = dict(zip("АВЕКМНОРСТХІЈЅУԚԜаеорсухіјѕԁԛԝһӏ", "ABEKMHOPCTXIJSYQWaeopcyxijsdqwhl"))
# Small Greek letters are symbols beside Latin ones: only omicron has no use of its own.
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo"))
_TWINS = {
    ("cyrillic", "latin"): _CYRILLIC,
    ("greek", "latin"): _GREEK,
    ("latin", "cyrillic"): {latin: letter for letter, latin in _CYRILLIC.items()},
    ("latin", "greek"): {latin: letter for letter, latin in _GREEK.items()},
}
_OTHER = "\u0370-\u03ff\u0400-\u052f"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_MIXED = re.compile(f"[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}]")
_WORD = re.compile(f"[{_LATIN}{_OTHER}]{{2,64}}")
_SCRIPTS = {
    "latin": re.compile(f"[{_LATIN}]"),
    "cyrillic": re.compile("[\u0400-\u052f]"),
    "greek": re.compile("[\u0370-\u03ff]"),
}


def look_alikes(doc: Doc) -> Iterator[Edit]:
    """Yield words of two scripts in the one that they are written in."""
    if doc.text.isascii() or not _MIXED.search(doc.text):
        return
    for start, line in zip(doc.line_starts, doc.lines):
        if _MIXED.search(line):
            around = _counts(line)
            for found in _WORD.finditer(line):
                meant = _meant(found[0], around)
                if meant != found[0]:
                    yield trimmed(start + found.start(), found[0], meant, "any.characters.look-alikes/letter")


def _counts(text: str) -> dict[str, int]:
    return {name: len(letters.findall(text)) for name, letters in _SCRIPTS.items()}


def _meant(word: str, around: dict[str, int]) -> str:
    """Return a word in one script; `around` counts the letters of its line, by script, its own included."""
    counts = _counts(word)
    present = [name for name, count in counts.items() if count]
    if len(present) != 2 or "latin" not in present:
        return word
    choices = [
        (counts[target], target, source)
        for target, source in (present, reversed(present))
        if _can_become(word, source, target)
    ]
    if not choices:
        return word
    choices.sort(reverse=True)
    count, target, source = choices[0]
    is_tie = len(choices) == 2 and choices[1][0] == count
    if is_tie or count < 2:
        # Too little in the word itself: the rest of the line decides.
        leaders = {name: around[name] - counts[name] for name in present}
        target = max(leaders, key=lambda name: leaders[name])
        source = next(name for name in present if name != target)
        if len(set(leaders.values())) == 1 or not any(choice[1] == target for choice in choices):
            return word
    twins = _TWINS[source, target]
    return "".join(twins.get(letter, letter) if _SCRIPTS[source].match(letter) else letter for letter in word)


def _can_become(word: str, source: str, target: str) -> bool:
    twins = _TWINS[source, target]
    return all(letter in twins for letter in _SCRIPTS[source].findall(word))
