"""Detect: which encoding, of some forty, pieces of bytes are in that are not UTF-8.

The reading of the bytes that costs the fewest bits wins (see `characters.model`). Tables
that make Latin letters of the same bytes are told apart by language: each is charged as
the language that suits it best, so the letters of several languages do not add up to a
text in none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from math import log2
from typing import NamedTuple

from cleantext.core import model
from cleantext.core.encoding import decode_run, holes


class Reading(NamedTuple):
    """How bytes are read: a codec, and the language that its costs are of ("" where that is all together)."""

    codec: str
    language: str


# What a table costs before the text says anything, in bits: the rarer in files found today,
# the more. The order decides where two give the same text.
_PRIORS = {
    "cp1252": 0.0, "cp1251": 4.0, "cp1250": 4.0, "cp1254": 5.0, "cp1257": 5.0, "cp1253": 5.0, "cp1255": 5.0,
    "cp1256": 5.0, "cp1258": 8.0, "cp874": 5.0, "gb18030": 12.0, "big5": 12.0, "cp932": 12.0, "euc_jp": 12.0,
    "cp949": 12.0, "iso8859-2": 7.0, "koi8-r": 5.0, "koi8-u": 5.5, "iso8859-15": 7.0, "iso8859-5": 6.5,
    "iso8859-7": 6.0, "iso8859-6": 6.0, "iso8859-9": 7.0, "iso8859-13": 6.5, "iso8859-4": 10.0,
    "iso8859-10": 12.0, "iso8859-16": 10.0, "iso8859-3": 10.0, "iso8859-14": 12.0, "mac-roman": 6.0, "cp850": 6.0,
    "cp437": 7.0, "cp866": 5.5, "cp852": 6.0, "mac-cyrillic": 6.0, "mac-latin2": 14.0, "mac-turkish": 10.0,
    "mac-greek": 10.0, "cp737": 10.0, "cp775": 10.0, "cp857": 10.0, "cp862": 10.0, "cp855": 12.0, "kz1048": 12.0,
    "big5hkscs": 16.0, "johab": 20.0,
}  # fmt: skip
MULTI_BYTE = frozenset(("gb18030", "big5", "big5hkscs", "cp932", "euc_jp", "cp949", "johab"))
# Bits for each byte that a table has no character for.
_UNDEFINED = 20.0
# What all but the first cost more where there are at most so many bytes, one or two of them beyond ASCII: "£5".
_SHORT, _SHORTEST, _SIGNED = 10.0, 16, 4.0
# The signs of cp1252 that stand in prose without any other letter beyond ASCII, and ASCII.
_SIGNS = bytes(range(128)) + b"\x80\x99\xa2\xa3\xa5\xa7\xa9\xae\xb0\xb1\xb2\xb3\xb5\xb7\xbc\xbd\xbe"
# More bad characters than one in so many are no damage, but another encoding.
_DAMAGED, _NOT_IN_IT = 20, 10_000.0
# Real text has up to 13 bits for each byte beyond ASCII in its own table, random bytes have 29; few bytes vary.
_SENSE, _ENOUGH = 20.0, 30
# What a reading as one language costs over one as all together: the choice among those of a table, and then some.
_CHOICE = 6.0
# Bytes beyond ASCII that are looked at: for the costs over all languages, and by language.
_MANY, _FEW = 4_000, 600
# Tables that are compared by language, and how far behind the first one of them may be, in bits for each such byte.
_FINALISTS, _BEHIND, _NEAR = 14, 5.0, 20.0
_ASCII = bytes(range(128))
_ORDER = {codec: place for place, codec in enumerate(_PRIORS)}
_FOREIGN = re.compile("[\u0370-\u07ff\u0e00-\u0e7f]+")
_LATIN = re.compile("[A-Za-z]")
_TORN_WORD = re.compile("[A-Za-z](?=[\u0370-\u07ff\u0e00-\u0e7f])|[\u0370-\u07ff\u0e00-\u0e7f](?=[A-Za-z])")
# A lone letter before a number was a currency sign.
_PRICE = re.compile("(?<![^\\W\\d_])[^\\W\\d_\x00-\x7f](?=[0-9])")
_PRICED = 20.0
_TORN, _LONE, _MAJORITY = 5.0, 5.0, 3
# Kana have the same bytes in GB 18030 as in EUC-JP, but Chinese has no use for them.
_NOT_JAPANESE = frozenset(("gb18030", "big5", "big5hkscs", "cp949", "johab"))
_KANA = re.compile("[\u3041-\u30fa]")
# Pieces longer than this are looked at in slices, up to so many of them.
_LONG, _SLICES = 4_096, 16
# Behind such a byte a character begins in every encoding.
_SAFE = re.compile(b"[\\x00-\\x2f]")


def detect(pieces: Sequence[bytes]) -> Reading:
    """Return how the pieces are read, all of them in one encoding; there must be at least one."""
    return ranking(pieces)[0][1]


def ranking(pieces: Sequence[bytes]) -> list[tuple[float, Reading]]:
    """Return the readings that were compared to the end, with their bits, the best first."""
    few, pieces = limited(pieces, _FEW), limited(pieces, _MANY)
    beyond = sum(map(beyond_ascii, few))
    short = 0.0
    if beyond <= 2 and sum(map(len, few)) <= _SHORTEST:
        short = _SHORT
    elif beyond <= 3 and not any(part.translate(None, _SIGNS) for part in few):
        short = _SIGNED
    costs = sorted(
        (_PRIORS[codec] + short * (codec != "cp1252") + cost(few, Reading(codec, "")), codec) for codec in _PRIORS
    )
    worst = costs[0][0] + _NEAR + _BEHIND * beyond
    scale = sum(map(beyond_ascii, pieces)) / max(1, beyond)
    compared: list[tuple[float, Reading]] = []
    for bits, codec in costs[:_FINALISTS]:
        if bits <= worst:
            saved, reading = _by_language(few, codec)
            if len(pieces) > len(few):
                bits = _PRIORS[codec] + cost(pieces, Reading(codec, ""))
            compared.append((bits - scale * saved, reading))
    compared.sort(key=lambda pair: (pair[0], _ORDER[pair[1].codec]))
    if beyond >= _ENOUGH and costs[0][0] > _SENSE * beyond:
        # No text at all: then the table that needs no guess.
        compared.insert(0, (costs[0][0], Reading("cp1252", "")))
    return compared


def cost(pieces: Iterable[bytes], reading: Reading) -> float:
    """Return the bits that pieces cost in a reading."""
    text, bad = read(pieces, reading.codec)
    bits = model.language_bits(text, reading.language) if reading.language else model.bits(text)
    if reading.codec in MULTI_BYTE and bad > 1 and bad * _DAMAGED > len(text):
        bits += _NOT_IN_IT
    if reading.codec in _NOT_JAPANESE:
        bits += len(_KANA.findall(text))
    return bits + strangeness(text) + _UNDEFINED * bad


def strangeness(text: str) -> float:
    """Return the bits for what no language writes: letters of another script in Latin words.

    Quotes and dashes of English prose are such letters in the tables of other scripts.
    """
    bits = _PRICED * len(_PRICE.findall(text))
    foreign = _FOREIGN.findall(text)
    if not foreign:
        return bits
    bits += _TORN * len(_TORN_WORD.findall(text))
    lone = sum(len(word) == 1 for word in foreign)
    if lone * 2 > len(foreign) or len(_LATIN.findall(text)) > _MAJORITY * sum(map(len, foreign)):
        bits += _LONE * lone
    return bits


def read(pieces: Iterable[bytes], codec: str) -> tuple[str, int]:
    """Return what pieces say, a line each, and how many of their bytes mean nothing in that codec."""
    if codec not in MULTI_BYTE:
        data = b"\n".join(pieces)
        return decode_run(data, codec), len(data) - len(data.translate(None, holes(codec)))
    text = "\n".join(piece.decode(codec, "replace") for piece in pieces)
    return text, text.count("\ufffd")


def _by_language(pieces: Sequence[bytes], codec: str) -> tuple[float, Reading]:
    """Return the bits that the best language of a table saves, and the reading in it."""
    if codec not in _WRITTEN_IN:
        return 0.0, Reading(codec, "")
    text, _ = read(pieces, codec)
    together = model.bits(text)
    letters = "".join(filter(str.isalpha, text))
    beyond = sum(letter > "\x7f" for letter in letters)
    best, language = 0.0, ""
    for name, share in _WRITTEN_IN[codec].items():
        saved = together - model.language_bits(text, name) - _CHOICE - _surprise(beyond, len(letters), share / 100)
        if saved > best:
            best, language = saved, name
    return best, Reading(codec, language)


def _surprise(count: int, total: int, share: float) -> float:
    """Return the bits that it costs to have so many letters beyond ASCII where a language has another share of them."""
    if not total:
        return 0.0
    found = count / total
    bits = 0.0
    for one, other in ((found, share), (1 - found, 1 - share)):
        if one:
            bits += one * log2(one / other)
    return min(_MOST_SURPRISE, _SURPRISE * total * bits)


_SURPRISE, _MOST_SURPRISE = 0.3, 40.0
# The languages with statistics, by the tables they are written in, with the letters beyond ASCII in a hundred.
_WEST = {
    "af": 0.3, "ca": 2.5, "da": 3.0, "de": 2.0, "et": 4.0, "fi": 5.0, "fr": 3.5, "ga": 6.0, "is": 13.0,
    "it": 0.8, "nb": 2.5, "nn": 2.5, "pt": 4.0, "so": 0.3, "sq": 8.0, "sv": 5.0,
}  # fmt: skip
_MIDDLE = {
    "bs": 3.0, "cs": 12.0, "de": 2.0, "hr": 3.0, "hu": 11.5, "pl": 6.5, "ro": 4.0, "sk": 10.0, "sl": 3.0, "sq": 8.0,
    "sr": 3.0,
}  # fmt: skip
_BALTIC = {"et": 4.0, "lt": 7.0, "lv": 9.0}
_TURKISH = {"az": 19.0, "tr": 10.0}
_WRITTEN_IN = {
    **dict.fromkeys(("cp1252", "iso8859-15", "mac-roman", "cp850", "cp437"), _WEST),
    **dict.fromkeys(("cp1250", "iso8859-2", "cp852", "mac-latin2", "iso8859-16"), _MIDDLE),
    **dict.fromkeys(("cp1257", "iso8859-13", "cp775", "iso8859-4", "iso8859-10"), _BALTIC),
    **dict.fromkeys(("cp1254", "iso8859-9", "cp857", "mac-turkish"), _TURKISH),
    "iso8859-3": {"eo": 2.0},
    "cp1258": {"vi": 27.0},
}


def limited(pieces: Iterable[bytes], most: int) -> list[bytes]:
    """Return pieces from all over, with about as many bytes beyond ASCII as asked for; long ones in slices."""
    slices = [part for piece in pieces for part in _slices(piece)]
    total = sum(map(beyond_ascii, slices))
    if total <= most:
        return slices
    chosen: list[bytes] = []
    taken = seen = 0
    for part in slices:
        count = beyond_ascii(part)
        seen += count
        # As much as its share of what went by.
        if taken * total <= seen * most:
            chosen.append(part)
            taken += count
    return chosen


def _slices(piece: bytes) -> Iterator[bytes]:
    if len(piece) <= _LONG:
        yield piece
        return
    for start in range(0, len(piece), max(_LONG, len(piece) // _SLICES)):
        safe = _SAFE.search(piece, start, start + _LONG) if start else None
        if safe or not start:
            begin = safe.end() if safe else 0
            yield piece[begin : begin + _LONG]


def beyond_ascii(piece: bytes) -> int:
    """Count the bytes that are not ASCII."""
    return len(piece.translate(None, _ASCII))
