"""Targets: what an escape may stand for, and how to read bytes that were written out.

Nothing here knows how an escape is spelt. A run of bytes is evidence by itself: what is
not UTF-8 hardly ever decodes. A single code unit needs a look at what it would put there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Letters that writing puts together; what lies in none of these stands with everything.
_SCRIPTS = (
    ("latin", "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff"),
    ("greek", "\u0370-\u03ff\u1f00-\u1fff"),
    ("cyrillic", "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f"),
    ("armenian", "\u0531-\u0587"),
    ("hebrew", "\u0591-\u05f4"),
    ("arabic", "\u0610-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"),
    ("syriac", "\u0700-\u074f"),
    ("thaana", "\u0780-\u07bf"),
    ("nko", "\u07c0-\u07ff"),
    ("devanagari", "\u0900-\u0963\u0966-\u097f"),
    ("bengali", "\u0980-\u09ff"),
    ("gurmukhi", "\u0a00-\u0a7f"),
    ("gujarati", "\u0a80-\u0aff"),
    ("oriya", "\u0b00-\u0b7f"),
    ("tamil", "\u0b80-\u0bff"),
    ("telugu", "\u0c00-\u0c7f"),
    ("kannada", "\u0c80-\u0cff"),
    ("malayalam", "\u0d00-\u0d7f"),
    ("sinhala", "\u0d80-\u0dff"),
    ("thai", "\u0e00-\u0e7f"),
    ("lao", "\u0e80-\u0eff"),
    ("tibetan", "\u0f00-\u0fff"),
    ("burmese", "\u1000-\u109f\ua9e0-\ua9fe\uaa60-\uaa7f"),
    ("georgian", "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2d"),
    ("ethiopic", "\u1200-\u139f\u2d80-\u2ddf"),
    ("cherokee", "\u13a0-\u13ff\uab70-\uabbf"),
    ("canadian", "\u1400-\u167f\u18b0-\u18ff"),
    ("khmer", "\u1780-\u17ff"),
    ("mongolian", "\u1800-\u18af"),
    ("tifinagh", "\u2d30-\u2d7f"),
    ("yi", "\ua000-\ua4cf"),
    ("vai", "\ua500-\ua63f"),
    ("han", "\u3005\u3007\u3040-\u30ff\u3100-\u312f\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"),
    ("hangul", "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"),
)
_SCRIPT = re.compile("|".join(f"(?P<{name}>[{letters}]+)" for name, letters in _SCRIPTS))
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|(?<![^\x00-\x7f])[\x80-\x9f]")
_BAD_CATEGORIES = frozenset(("Cn", "Co", "Cs"))


def is_sensible(text: str) -> bool:
    """Say whether a text is made of characters that documents hold: assigned, and neither control nor private.

    A C1 control passes behind a character beyond ASCII: such a pair is the beginning of mojibake.
    """
    if _CONTROL.search(text):
        return False
    return all(character <= "\xff" or unicodedata.category(character) not in _BAD_CATEGORIES for character in set(text))


def is_visible(text: str) -> bool:
    """Say whether a text has a character that leaves ink."""
    return any(unicodedata.category(character)[0] not in "CZ" for character in text)


def scripts(text: str) -> set[str]:
    """Return the names of the scripts that a text's letters are of; Japanese syllables count as Han."""
    # Each character once: one that is no letter is looked for in all the classes.
    return {str(found.lastgroup) for found in _SCRIPT.finditer("".join(set(text)))}


def from_utf8(data: bytes) -> str | None:
    """Return the sensible text that bytes are as UTF-8; None where they are not."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if is_sensible(text) else None


def bytes_pattern(two: str, three: str, four: str, more: str) -> str:
    """Return a pattern of whole UTF-8 characters beyond ASCII, made of those of their lead and further bytes."""
    return f"(?:{two}{more}|{three}{more}{more}|{four}{more}{more}{more}){{1,1000}}"


def hex_pattern(prefix: str, between: str = "", after: str = "") -> str:
    """Return such a pattern for bytes in hexadecimal; `between` may stand in front of all but the first."""
    digit = "[0-9A-Fa-f]"
    return bytes_pattern(
        f"{prefix}[cCdD]{digit}{after}",
        f"{prefix}[eE]{digit}{after}",
        f"{prefix}[fF][0-4]{after}",
        f"{between}{prefix}[89abAB]{digit}{after}",
    )


def byte_runs(text: str, run: re.Pattern[str], stray: re.Pattern[str], width: int) -> Iterator[re.Match[str]]:
    """Yield the runs in which no byte is left over; `stray` matches any byte beyond ASCII, as `width` code points.

    A byte too many shows that the run is not UTF-8, but another table, or a program.
    """
    reached = -1
    for found in run.finditer(text):
        start, end = found.span()
        is_first = start != reached and stray.fullmatch(text, max(0, start - width), start)
        reached = end
        if is_first or (stray.match(text, end) and not run.match(text, end)):
            continue
        yield found


def damaged_lines(text: str, sign: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Yield each line in which a sign occurs, without its line feed, with the place where it begins."""
    position = 0
    while found := sign.search(text, position):
        start = text.rfind("\n", position, found.start()) + 1 or position
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        yield start, text[start:end]
        position = end
