"""Parts: the words of a name string, each with what it sounds like and what it is there for.

Nothing is decided about which word is the family name: lists turn names round. Titles and
particles are gone from the parts; 'Jr' and numbers are kept apart, because they must agree.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cleantext.steps.names.comparing.given import by_sound, classes
from cleantext.steps.names.comparing.letters import latin_sound
from cleantext.steps.names.comparing.part_words import HONORIFICS, LEGAL, MARKS, OF, PARTICLES, TITLES
from cleantext.steps.names.comparing.romanise import bare, fold, romanise, script
from cleantext.steps.names.comparing.romanise_abjad import unfold, without_article
from cleantext.steps.names.comparing.romanise_asian import chinese, syllables
from cleantext.steps.names.comparing.sounds import sound

WORD, INITIAL, PATRONYMIC, HONORIFIC, LEGAL_FORM = range(5)
_CACHED = 32_768
# Longer strings are no names; a page pasted in must cost no more than one.
_LONGEST = 240
_MOST_PARTS = 12


class Part(NamedTuple):
    """One word of a name.

    `plain` is its letters without marks, `sound` its class string, `classes` its classes of
    given names, `segment` how many words like 'bin' stand before it.
    """

    text: str
    plain: str
    sound: str
    classes: frozenset[int]
    kind: int
    segment: int


class Name(NamedTuple):
    """A name string that was read. `marks` are 'jr', 'ii', numbers; `initials` in their order, as one word."""

    parts: tuple[Part, ...]
    marks: frozenset[str]
    initials: str
    # How many are words, patronymic included; whether a 'bin' says whose son the bearer is.
    words: int
    has_father: bool


def read(name: str) -> tuple[Name, ...]:
    """Return the names of a string: one, or several where commas divide whole names; empty for no name."""
    return _names(name[:_LONGEST])


@lru_cache(_CACHED)
def _names(name: str) -> tuple[Name, ...]:
    folded = fold(name)
    whole = _read(folded)
    found = [whole] if whole.parts else []
    if "," in folded or ";" in folded:
        pieces = [_read(piece) for piece in _DIVIDED.split(folded)]
        if len(pieces) > 1 and all(piece.words > 1 for piece in pieces):
            found.extend(pieces)
    return tuple(found)


def _read(folded: str) -> Name:
    words = _split(folded)
    marks: list[str] = []
    kept: list[tuple[str, int]] = []
    segment = 0
    for index, (word, _) in enumerate(words):
        if word not in _BESIDE and not word.isdigit():
            # Most words are a name's own; the rest is asked of few.
            kept.append((word, segment))
        elif word in MARKS and index:
            marks.append(MARKS[word])
        elif word.isdigit():
            marks.append(word)
        elif word in OF and index and index + 1 < len(words):
            segment += 1
        elif not (word in TITLES and _is_title(words, index)) and not _is_particle(words, index):
            kept.append((word, segment))
    parts = _settled([_part(word, place) for word, place in _joined(kept)[:_MOST_PARTS]])
    initials = "".join(part.text for part in parts if part.kind == INITIAL)
    words_in = sum(part.kind == WORD for part in parts)
    return Name(tuple(_with_patronymic(parts)), frozenset(marks), initials, words_in, segment > 0)


def _split(folded: str) -> list[tuple[str, bool]]:
    """Return the words, each with whether a hyphen joins it to the next."""
    words: list[tuple[str, bool]] = []
    for found in _WORD.finditer(folded):
        word = found[0]
        kind = script(word)
        if kind in ("han", "hangul"):
            words.extend((syllable, False) for syllable in syllables(word))
        else:
            words.append((word, folded[found.end() : found.end() + 1] in _HYPHENS))
    return chinese(words) if len(words) > 1 else words


def _is_title(words: list[tuple[str, bool]], index: int) -> bool:
    # John Major is none. Lists in Arabic letters turn names round, titles and all.
    return index + 1 < len(words) or (index > 1 and not words[index][0].isascii())


def _is_particle(words: list[tuple[str, bool]], index: int) -> bool:
    if index + 1 == len(words):
        return False
    (word, hyphen), follows, count = words[index], words[index + 1][0], len(words)
    if word in _ARTICLES:
        if hyphen or (word in ("al", "el", "ul") and (index or count > 2)):
            return True
        # 'as Sistani': the article takes the sound of what it stands before.
        return index > 0 and follows[0] == word[-1]
    return word in PARTICLES and (index > 0 or word not in _ALSO_GIVEN)


def _joined(words: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Join what is one Arabic name in two words: Abd al-Rahman, Nasr Allah, Salah ad-Din, Abu Bakr."""
    if _JOINING.isdisjoint(word for word, _ in words):
        return words
    out: list[tuple[str, int]] = []
    for word, segment in words:
        last = out[-1][0] if out else ""
        if {last, word} & _PROOF and {last, word} & _OF_ISLAM:
            out[-1] = (_CLERIC, out[-1][1])
            continue
        if last and (last in _SERVANT or word in _TAILS or (last in _FATHER and word in _FATHERED)):
            out[-1] = (last + word, out[-1][1])
        else:
            out.append((word, segment))
    return out


@lru_cache(_CACHED)
def _part(word: str, segment: int) -> Part:
    kind = script(word)
    if kind == "arabic":
        text = _SEYYED.sub("", unfold(word))
        found = classes(text, "")
        if not found:
            text = _GOD_ARABIC.sub("", _ABD_ARABIC.sub(r"عبد\1", without_article(text)))
            found = classes(text, "")
        heard = sound(text)
    elif kind == "hebrew":
        text, heard = word, sound(word)
        found = classes(word, "")
    else:
        text = romanise(word)
        heard = latin_sound(_servant(text) if len(text) > 5 else text)
        found = classes(word, heard)
    plain = bare(word) if kind == "latin" else text
    if word in HONORIFICS:
        return Part(text, plain, heard, found, HONORIFIC, segment)
    if word in LEGAL:
        return Part(word, word, heard, frozenset(), LEGAL_FORM, segment)
    if len(word) == 1 and word.isalpha() and kind not in ("han", "hangul", "kana"):
        return Part(text[:1], text[:1], text[:1], frozenset(), INITIAL, segment)
    return Part(text, plain, heard, found, WORD, segment)


def _settled(parts: list[Part]) -> list[Part]:
    """Leave out what has no sound, and take for a word what only looks like an honorific or a legal form."""
    parts = [part for part in parts if part.sound]
    words = sum(part.kind == WORD for part in parts)
    last = len(parts) - 1
    for index, part in enumerate(parts):
        if (part.kind == HONORIFIC and words < 2) or (part.kind == LEGAL_FORM and _is_word(part, index, last)):
            parts[index] = part._replace(kind=WORD)
    return parts


def _is_word(part: Part, index: int, last: int) -> bool:
    # "Pak Se Bong": two letters are a legal form at the end of a name, or in front of it in Russian.
    return not last or (len(part.text) == 2 and index not in (0, last))


def _servant(word: str) -> str:
    """Return 'abdulaziz' and its like with one joint, and '-ullah', '-uddin' without theirs."""
    word = _ABD.sub("abd", _SEYYED.sub("", word))
    return _GOD.sub("lah", _FAITH.sub("din", word))


def _with_patronymic(parts: list[Part]) -> list[Part]:
    """Mark the patronymic in a name of three words or more; with two, -ovich ends a surname."""
    if sum(part.kind == WORD for part in parts) < 3:
        return parts
    for index in range(1, len(parts)):
        part = parts[index]
        found = _PATRONYMIC.search(part.sound)
        if found is not None and part.kind == WORD:
            stem = part.sound[: found.start()]
            parts[index] = Part(part.text, part.plain, stem, _father(stem, found[0]), PATRONYMIC, part.segment)
            break
    return parts


@lru_cache(4096)
def _father(stem: str, ending: str) -> frozenset[int]:
    tails = ("ei", "i", "", "e", "a") if ending[0] in "ei" else ("", "o", "a", "i")
    for tail in tails:
        found = by_sound(_DOUBLE.sub(r"\1", stem + tail))
        if found:
            return found
    return frozenset()


_HYPHENS = ("-", "‐", "‑", "–")
_WORD = re.compile(r"[^\s,.;:/\\()\[\]{}<>\"“”„«»|!?&+_*=#@%^~،؛·•・‐‑–—-]+")
_DIVIDED = re.compile("[,;]")
_DOUBLE = re.compile(r"(.)\1+")
_ARTICLES = frozenset(
    ("al", "el", "ul", "as", "ash", "an", "ad", "ar", "at", "az", "ud", "ur", "uz", "il", "ol", "es", "ez", "ed")
)
_ALSO_GIVEN = frozenset(("ben", "van", "della", "dan", "do", "da", "san", "lo", "ten", "la"))
_SERVANT = frozenset(["abd", "abdul", "abdel", "abdal", "abdol", "abdur", "abdus", "abdoul", "عبد"])
_TAILS_LATIN = ("allah", "ullah", "ollah", "ellah", "ulla", "din", "deen", "eddin", "eddine", "uddin")
_TAILS = frozenset((*_TAILS_LATIN, "الله", "اله", "الدین", "دین", "الدين"))
# 'Hojjat al-Eslam', proof of Islam, is a rank of the clergy; lists in Arabic letters turn it round.
_PROOF = frozenset(("hojjat", "hojat", "hodjat", "hujjat", "hojjatol", "حجت", "حجة"))
_OF_ISLAM = frozenset(("eslam", "islam", "اسلام", "الاسلام", "الإسلام"))
_CLERIC = "hojatoleslam"
_FATHER = frozenset(["abu", "abou", "abo", "bu", "ابو", "أبو"])
_FATHERED = frozenset(["bakr", "bakar", "baker", "bakir", "bakker", "bekr", "bekir", "بكر", "بکر"])
_BESIDE = frozenset((*MARKS, *OF, *TITLES, *PARTICLES, *_ARTICLES))
_JOINING = frozenset((*_SERVANT, *_TAILS, *_PROOF, *_FATHER))
_ABD = re.compile("^(?:abd|abed|ebd)(?:[aeiou]+l?)(?=[^l])|^abd[aeou]l?l(?=l)")
_ABD_ARABIC = re.compile("^عبد(?:ال)?(.)")
_SEYYED = re.compile("^سید(?=...)|^(?:s[ae]y+[ei]d)(?=...)")
_GOD = re.compile("(?<=[a-z]{3})[aeou](?:lla?h?|lah)$")
# The article inside -allah and -aldin, which Latin letters may leave out.
_GOD_ARABIC = re.compile("(?<=..)ال(?=دین$)|(?<=..)ال(?=له$)")
_FAITH = re.compile("(?<=[a-z]{2})(?:[aeiou]+[ld]*|l)d[ie]+n+e?$")
# Of a class string: -ovich, -evna, Ukrainian -ivna, Belarusian -auna; Ilyich, Kuzmich, Nikitichna.
_PATRONYMIC = re.compile("(?:[oaei]viC|[oaei]vna|(?<=l)yiC|(?<=[mtl])iC|iCna|ini[Cs]na)$")
