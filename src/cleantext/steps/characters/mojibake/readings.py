"""Readings: which wrong readings are tried, and what the text would cost by each.

UTF-8 proves itself: bytes of another encoding are hardly ever valid UTF-8. A legacy
encoding accepts any bytes, so there the text alone decides, by the model; `evidence` says
how. Exchanges of letters for letters have no such evidence; they are the vote's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cleantext.core.classes import class_of, is_everyday
from cleantext.core.model import bits, shape_bits
from cleantext.core.tables import EIGHT_BIT, MULTI_BYTE, decode, encode
from cleantext.steps.characters.mojibake.genuine import IDEOGRAPH
from cleantext.steps.characters.mojibake.recode import Reading, recoded
from cleantext.steps.characters.mojibake.suspicion import may_be_damaged

# What UTF-8 is read as.
UTF8_READ = (*EIGHT_BIT, "gbk", "big5", "cp932", "cp949", "euc_jp")
# Quadruple encoding is seen in the wild, more is not.
DEPTH = 5
# What each encoding stands for when a legacy text is read as it: the encodings of other
# countries on a Western machine, the rivals for one script, DOS and Macintosh beside Windows.
_WESTERN = ("cp1252", "mac_roman", "cp850", "cp437")
_EASTERN = ("gb18030", "big5", "cp932", "euc_jp", "cp949")
_CYRILLIC = ("cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5", "koi8_u")
_CENTRAL = ("cp1250", "iso8859_2", "cp852", "cp1254", "cp1257")
_OTHER = ("cp1253", "iso8859_7", "cp1255", "cp1256", "iso8859_6", "cp874", "cp1258")
_MEANT = {
    "cp1252": (*_WESTERN, *_EASTERN, *_CYRILLIC, *_CENTRAL, *_OTHER),
    "latin-1": (*_WESTERN, *_EASTERN, *_CYRILLIC, *_CENTRAL, *_OTHER),
    "mac_roman": (*_WESTERN, *_EASTERN, *_CYRILLIC, "cp1250", "cp1253", "cp1255", "cp1256"),
    "cp437": (*_WESTERN, *_EASTERN, *_CYRILLIC, "cp852"),
    "cp850": (*_WESTERN, *_EASTERN, *_CYRILLIC, "cp852", "cp1250"),
    "cp1250": (*_WESTERN, *_EASTERN, "cp1251", *_CENTRAL),
    "iso8859_2": ("cp1250", "cp852", "cp1252"),
    "cp1251": (*_WESTERN, *_EASTERN, *_CYRILLIC),
    "koi8_r": _CYRILLIC,
    "cp866": (*_CYRILLIC, "cp437", "cp1252"),
    "mac_cyrillic": (*_CYRILLIC, "mac_roman", "cp1252"),
    "iso8859_5": (*_CYRILLIC, "cp1252"),
    "cp1253": ("cp1252", "iso8859_7"),
    "cp1254": ("cp1252", "cp1250"),
    "iso8859_9": ("cp1254",),
    "gbk": (*_EASTERN, "cp1252", "cp1251"),
    "big5": (*_EASTERN, "cp1252"),
    "cp932": (*_EASTERN, "cp1252", "cp1251"),
    "euc_jp": (*_EASTERN, "cp1252"),
    "cp949": (*_EASTERN, "cp1252", "cp1251"),
}
_BY_READ = {read: [Reading(read, one) for one in meant if one != read] for read, meant in _MEANT.items()}
# Code points of the damaged words that a first look goes by, and how many readings get a second.
SAMPLE, _FINALISTS = 48, 10
WORD = re.compile(r"[^ \t\n]*[^\x00-\x7f \t\n][^ \t\n]*")
# Bits: how much rarer than cp1252 or UTF-8 an encoding is as one side of a wrong reading. A judgement.
_RARE = 6.0
_RARITY = {
    "utf-8": 0.0,
    "cp1252": 0.0,
    "latin-1": 0.0,
    "cp1251": 1.0,
    "gbk": 2.0,
    "gb18030": 2.0,
    "big5": 2.0,
    "cp932": 2.0,
}
_RARITY |= {"cp949": 2.0, "euc_jp": 2.0, "cp1250": 2.0, "cp1254": 2.0, "cp1257": 2.0, "cp1253": 2.0, "cp1255": 2.0}
_RARITY |= {
    "cp1256": 2.0,
    "cp874": 2.0,
    "iso8859_2": 2.0,
    "koi8_r": 3.0,
    "cp866": 3.0,
    "mac_roman": 3.0,
    "mac_cyrillic": 4.0,
}
_RARITY |= {"iso8859_15": 4.0, "iso8859_9": 4.0, "cp437": 5.0, "cp850": 5.0}
# Bits for a letter of ASCII that was half of another character: few texts have many of them.
_NEW_ASCII = 6.0
# Bits; a script that a text did not have before is not lightly assumed.
_SCRIPT = 10.0
# Bits a character; of 8,000 genuine lines in 79 languages, eight were above 23.4, and one at 26.
_ODDEST = 24.0
# One or two may stand anywhere.
_TELLING = 4
_MIXED = re.compile("[A-Za-z][\u0370-\u1cff]|[\u0370-\u1cff][A-Za-z]")
# One word in so many may.
_MIXED_SHARE = 5
# Greek and Cyrillic letters that nobody notices in a Latin word.
# In the case of the letters around them, or a capital at a word's start.
_LOOK_ALIKE = re.compile(
    "(?:(?<=[A-Za-z])|(?=.[a-z]))[\u03bf\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u04d9]"
    "|(?:(?<=[A-Z])|(?=.[A-Z])|(?<![^\\W\\d_])(?=.[a-z]))[\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1"
    "\u03a4\u03a5\u03a7\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c-\u041e\u0420-\u0423\u0425]"
)
_OTHER_ALPHABETS = re.compile("[\u0370-\u1cff\u1f00-\u1fff]")
_GLUED = re.compile("(?<=[\u0370-\u1cff\u1f00-\u1fff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u0370-\u1cff\u1f00-\u1fff])")
_HALF_KANA = re.compile("[\uff61-\uff9f]+")
# Of the ideographs of a genuine line, one in so many may be rare.
_RARE_ONE = 10
# Not behind what may be the first byte of two.
_BEHIND = re.compile(
    "(?<=[^\\W\\d_\u00c2-\u00df])[\u2122\u00ae\u00a9\u00b9\u00b2\u00b3\u2070-\u2079\u00aa\u00ba]+(?!\\w)"
)
_DASH = re.compile("(?<=[a-z])[\u2013\u2014](?=[^\\W\\d_])")
_UNSEEN = {0xAD: None, 0xA0: " "} | {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}
# Unassigned, surrogates; private use has sense in fonts of some languages, and costs enough.
_SENSELESS = (" Cn", " Cs")
_MODEST = frozenset(("ascii", "signs", "ipa", "latin"))
_CJK = frozenset(("han-common", "han-some", "han-rare", "hiragana", "katakana", "cjk-sign", "half-kana", "wide"))


class Candidate(NamedTuple):
    """What a text may have said, by which readings, and what that costs in bits."""

    cost: float
    text: str
    readings: tuple[Reading, ...]


def cost(text: str) -> float:
    """Return the bits of a text and of the scripts that it mixes."""
    return bits(text) + _SCRIPT * len(scripts(text))


def price(readings: Iterable[Reading]) -> float:
    """Return the bits that it takes to say which readings it were: the usual ones fewer, the same again none."""
    return sum(
        _RARITY.get(reading.read, _RARE) + _RARITY.get(reading.meant, _RARE) for reading in dict.fromkeys(readings)
    )


def utf8_candidates(text: str) -> Iterator[Candidate]:
    """Yield every text that this one can be if it was UTF-8, read wrongly once or several times."""
    seen = {text}
    layer: list[tuple[str, tuple[Reading, ...]]] = [(text, ())]
    for _ in range(DEPTH):
        following: list[tuple[str, tuple[Reading, ...]]] = []
        for known, readings in layer:
            for read in UTF8_READ:
                data = encode(known, read)
                if data is None or data.isascii():
                    continue
                found = decode(data, "utf-8")
                if found is None or found in seen:
                    continue
                seen.add(found)
                following.append((found, (*readings, Reading(read, "utf-8"))))
        for found, readings in following:
            if not is_impossible(found):
                yield Candidate(cost(found) + price(readings), found, readings)
        if not following:
            return
        layer = following


def legacy_candidates(text: str) -> list[Candidate]:
    """Return the cheapest texts that this one can be if one legacy encoding was read as another, the best first."""
    sample = " ".join(WORD.findall(text))[:SAMPLE]
    seen = {text}
    candidates: list[Candidate] = []
    for reading in likely_readings(sample, encodable=text):
        found = recoded(text, reading)
        if found is not None and found not in seen and not is_impossible(found):
            seen.add(found)
            new = max(0, count_beyond(text) - count_beyond(found) + len(found) - len(text))
            candidates.append(Candidate(cost(found) + price((reading,)) + _NEW_ASCII * new, found, (reading,)))
    return sorted(candidates)


def likely_readings(sample: str, encodable: str) -> list[Reading]:
    """Return the few legacy readings that make most of a sample, of a text that they must be able to encode."""
    rated: list[tuple[float, Reading]] = []
    tried: set[bytes] = set()
    for read, readings in _BY_READ.items():
        data = encode(sample, read)
        # cp1252 and latin-1 are mostly the same bytes.
        if data is None or data in tried or encode(encodable, read) is None:
            continue
        tried.add(data)
        for reading in readings:
            found = _decoded(data, reading.meant)
            if found is not None:
                rated.append((bits(found) + price((reading,)), reading))
    return [reading for _, reading in sorted(rated)[:_FINALISTS]]


def _decoded(data: bytes, codec: str) -> str | None:
    """Decode bytes whose last character may be cut; one of GB 18030 has up to four."""
    cuts = range(4) if codec in MULTI_BYTE else (0,)
    return next((found for cut in cuts if (found := decode(data[: len(data) - cut], codec)) is not None), None)


def shape_gain(before: str, after: str) -> float:
    """Return the bits that a repair saves by the order of classes alone."""
    return shape_bits(before) - shape_bits(after)


def is_impossible(text: str) -> bool:
    """Say whether a text holds what nobody writes: C1 controls, U+FFFD, code points without a meaning."""
    return any(
        "\x80" <= c <= "\x9f" or c == "\ufffd" or c >= "\U000f0000" or class_of(c).endswith(_SENSELESS)
        for c in set(text)
        if c > "\x7f"
    )


def is_shouted_down(before: str, after: str) -> bool:
    """Say whether capitals became small letters throughout: KOI8 is its own opposite, and headlines are written so."""
    return before.isupper() and after.islower()


def is_natural(text: str) -> bool:
    """Say whether a text costs no more for each character beyond ASCII than the oddest of genuine lines do."""
    beyond = count_beyond(text)
    return beyond < _TELLING or bits(text) <= _ODDEST * beyond


def as_plain(text: str) -> str:
    """Return a text in which what hygiene sees to stands as it will: no reading may rest on that.

    Soft hyphens, no-break spaces, full-width letters, and letters in Latin words that only look like Latin ones.
    """
    return _LOOK_ALIKE.sub("e", text.translate(_UNSEEN))


def is_excused(text: str) -> bool:
    """Say whether what makes a text suspicious is only something that writers do.

    Look-alikes in Latin words, a Latin word glued to one of the alphabet in which the rest is written,
    half-width kana, a dash between two words, trademark signs and footnotes behind one.
    """
    plain = _DASH.sub("-", _BEHIND.sub("", _LOOK_ALIKE.sub("e", text)))
    if _HALF_KANA.search(plain) and is_everyday("".join(IDEOGRAPH.findall(plain)), _RARE_ONE):
        plain = _HALF_KANA.sub(lambda found: unicodedata.normalize("NFKC", found[0]), plain)
    if 2 * len(_OTHER_ALPHABETS.findall(plain)) > sum(map(str.isalpha, plain)):
        plain = _GLUED.sub(" ", plain)
    return plain != text and not may_be_damaged(plain)


def count_beyond(text: str) -> int:
    """Return how many characters of a text are beyond ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


def words_without(text: str, other: str) -> list[str]:
    """Return the words of a text that another text does not have, in order."""
    known = set(other.split())
    return [word for word in text.split() if word not in known]


def mixes_alphabets(before: str, after: str) -> bool:
    """Say whether a repair puts letters of two alphabets into many of the words that it changes."""
    new = words_without(after, before)
    return sum(_MIXED.search(word) is not None for word in new) * _MIXED_SHARE > len(new)


def scripts(text: str) -> set[str]:
    """Return the names of the scripts of a text's letters; those of Chinese, Japanese count as one."""
    blocks = {class_of(character).split(" ")[0] for character in set(text) if character.isalpha()}
    return {"latin" if block in _MODEST else "cjk" if block in _CJK else block for block in blocks}
