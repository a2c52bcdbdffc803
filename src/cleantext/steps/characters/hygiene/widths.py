"""Widths: full-width Latin letters outside East Asian text, half-width kana and Hangul anywhere.

In Chinese and Japanese a full-width letter or mark is typography and stays. Where a line
has no character of those scripts, nor the text around it, it comes from an input method
that was left on. Half-width kana are a relic of terminals; in faces made of signs, such
as those of message boards, a single one is part of the drawing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cleantext.core.edit import Edit
from cleantext.steps.characters.hygiene.kinds import NARROW, WIDE

_EAST_ASIAN = (
    "\u1100-\u11ff\u2e80-\u2fff\u3001-\u30ff\u3105-\u318f\u31a0-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\uff66-\uffdc\U00016fe0-\U00018cff\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
)
_ASIAN = re.compile(f"[{_EAST_ASIAN}]")
_LETTER = re.compile("[0-9A-Za-z\u00c0-\u024f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
# With marks and ideographic spaces between them, which are of their width.
_WIDE_RUN = re.compile("[\uff01-\uff5e]{1,256}")
_NARROW_RUN = re.compile("[\uff61-\uff9f]{1,256}|[\uffa1-\uffdc]{1,256}")
_KANA = re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d]")
_NARROW_KANA = re.compile("[\uff66-\uff9d]")
_VOICE_MARKS = "\uff9e\uff9f"
_ODD = re.compile(f"[{WIDE}{NARROW}]")
# As much of a text as says what it is written in; an article is that from its first lines on.
_SAMPLE = 20_000
# A text in which East Asian characters are more than this share of all letters is East Asian.
_SHARE = 0.1
_RULE = "any.characters.width/"


def width_edits(text: str) -> Iterator[Edit]:
    """Yield an edit a run, sorted."""
    is_asian: bool | None = None
    position = 0
    while True:
        spot = _ODD.search(text, position)
        if not spot:
            return
        start = text.rfind("\n", position, spot.start()) + 1 or position
        end = text.find("\n", spot.start())
        end = len(text) if end < 0 else end
        if _ASIAN.search(text, start, end):
            yield from _narrow_edits(text, start, end)
        else:
            if is_asian is None:
                is_asian = _is_asian(text[:_SAMPLE])
            if not is_asian:
                yield from _wide_edits(text, start, end)
        position = end


def _is_asian(sample: str) -> bool:
    asian = len(_ASIAN.findall(sample))
    return asian > _SHARE * (asian + len(_LETTER.findall(sample)))


def _wide_edits(text: str, start: int, end: int) -> Iterator[Edit]:
    for found in _WIDE_RUN.finditer(text, start, end):
        plain = found[0].translate(_TO_ASCII)
        yield Edit(found.start(), found.end(), found[0], plain, _RULE + "full-width")


_TO_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def _narrow_edits(text: str, start: int, end: int) -> Iterator[Edit]:
    for found in _NARROW_RUN.finditer(text, start, end):
        run_start, run = found.start(), found[0]
        if run[0] >= "\uffa1":
            yield Edit(run_start, found.end(), run, _syllables(run), _RULE + "half-width-hangul")
            continue
        if _is_drawing(text, run_start, run):
            continue
        # A voice mark with nothing to sound would settle on whatever stands before it.
        head = 0 if run_start and _KANA.match(text, run_start - 1) else len(run) - len(run.lstrip(_VOICE_MARKS))
        plain = run[:head] + _composed(run[head:])
        if plain != run:
            yield Edit(run_start, found.end(), run, plain, _RULE + "half-width-kana")


def _composed(run: str) -> str:
    """Return the full-width form of a run, voice marks joined to the letters that take them."""
    # Behind a letter that takes none, a voice mark becomes the spacing one, which hides nothing.
    return unicodedata.normalize("NFKC", run).replace("\u3099", "\u309b").replace("\u309a", "\u309c")


def _syllables(run: str) -> str:
    """Return the syllables of half-width Hangul, whose consonants do not say whether they begin or end one."""
    letters = unicodedata.normalize("NFKD", run)
    placed = [
        _FINALS.get(letter, letter)
        if _is_vowel(letters[index - 1 : index]) and not _is_vowel(letters[index + 1 : index + 2])
        else letter
        for index, letter in enumerate(letters)
    ]
    return unicodedata.normalize("NFC", "".join(placed))


def _is_vowel(letter: str) -> bool:
    return "\u1161" <= letter <= "\u1175"


# The consonants that can end a syllable; three of the nineteen cannot.
_FINALS = dict(
    zip(
        "\u1100\u1101\u1102\u1103\u1105\u1106\u1107\u1109\u110a\u110b\u110c\u110e\u110f\u1110\u1111\u1112",
        "\u11a8\u11a9\u11ab\u11ae\u11af\u11b7\u11b8\u11ba\u11bb\u11bc\u11bd\u11be\u11bf\u11c0\u11c1\u11c2",
        strict=True,
    )
)


def _is_drawing(text: str, start: int, run: str) -> bool:
    """Say whether a short run stands among signs, as the eyes and arms of a drawn face do."""
    if not _NARROW_KANA.search(run):
        return not _is_among_kana(text, start, start + len(run))
    if len(run.rstrip(_VOICE_MARKS)) > 1:
        return False
    around = text[max(0, start - 1) : start] + text[start + len(run) : start + len(run) + 1]
    return any(not (sign.isalnum() or sign.isspace() or sign in "\u3001\u3002\u300c\u300d,.") for sign in around)


def _is_among_kana(text: str, start: int, end: int) -> bool:
    return bool(start and _KANA.match(text, start - 1)) and (end == len(text) or not _is_sign(text[end]))


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS" and character not in "\u3001\u3002\u300c\u300d"
