"""Figures: where a text holds phone numbers, numbers, digits and signs of currencies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleantext.core.edit import Edit

_PHONE = re.compile(
    r"(?<![\w.,:$\u20ac\u00a3\u00a5%])(?<![\w)][-/\u2013])"
    r"[+(]{0,2}\d+(?:[ \u00a0()./\u2010-\u2013-]{1,3}\d+){0,15}"
    r"(?:[ ,]{0,2}(?:x|ext\.?) ?\d{1,6})?(?![\w%\u20ac\u00a3]|[.,:/\u2013-]\d)",
    re.ASCII,
)
_GROUP = re.compile(r"\d+", re.ASCII)
_EXTENSION = re.compile(r"[ ,]{0,2}(?:x|ext\.?) ?\d{1,6}$", re.ASCII)
_DATE = re.compile(r"(?:\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{4}([./-])\d{1,2}\2\d{1,2})(?![./-]?\d)", re.ASCII)
# E.164 has no longer ones; shorter ones are years, sums and numbers of houses.
_FEWEST, _MOST = 7, 15
_BLANKS = " \u00a0"
# North America: an area, an exchange and a line, with or without the 1 of the country.
_AMERICAN = ((3, 3, 4), (1, 3, 3, 4))

# `Su-35`, `v1.2.3`, `B12` and `w0rd` are words: they are read over, with the figures that hang on them.
_WORD_OR_NUMBER = re.compile(
    r"[^\W\d]\w*(?:[-\u2010\u2011]\d\w*|(?<=\d)[.,]\d\w*)*"
    r"|(?P<number>(?<!\w)[+-]?(?>\d{1,3}(?:[ ,.]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?|(?<![.,])[.,]\d+)"
    r"(?!_|[^\W\d_]{1,20}\d))"
)
_DIGIT = re.compile(r"\d")

_CURRENCY = re.compile(
    "[$\u00a2-\u00a5\u058f\u060b\u09f2\u09f3\u0af1\u0bf9\u0e3f\u17db\u20a0-\u20c1\ufdfc\ufe69\uff04\uffe0\uffe1\uffe5\uffe6]"
    r"|(?<![^\W\d_])zł(?![^\W\d_])"
)
# The code of the currency that a sign is most often written for; `$` alone says dollars of the United States.
_CODES = {
    "$": "USD", "\uff04": "USD", "£": "GBP", "\uffe1": "GBP", "¥": "JPY", "\uffe5": "JPY", "€": "EUR", "zł": "PLN",
    "฿": "THB", "₡": "CRC", "₦": "NGN", "₩": "KRW", "\uffe6": "KRW", "₪": "ILS", "₫": "VND", "₭": "LAK", "₮": "MNT",
    "₱": "PHP", "₲": "PYG", "₴": "UAH", "₵": "GHS", "₸": "KZT", "₹": "INR", "₺": "TRY", "₼": "AZN", "₽": "RUB",
    "₾": "GEL", "₿": "BTC", "֏": "AMD", "\u060b": "AFN", "\u09f3": "BDT", "៛": "KHR", "\ufdfc": "IRR",
}  # fmt: skip


def phone_numbers(text: str, token: str) -> Iterator[Edit]:
    """Yield a token for each run of digits that is written as phone numbers are.

    Digits alone say nothing, so the form has to: `+` or 0 at the beginning, the groups of North
    America, an area and a line of six digits or more. Dates, years and sums stay.
    """
    for found in _PHONE.finditer(text):
        span = _phone_in(text, found)
        if span:
            yield _edit(text, span, token, "phone-number")


def numbers(text: str, token: str) -> Iterator[Edit]:
    """Yield a token for each number with its sign, its groups and its decimals; numbers in words stay."""
    for found in _WORD_OR_NUMBER.finditer(text):
        if found["number"]:
            yield _edit(text, found.span(), token, "number")


def digits(text: str, token: str) -> Iterator[Edit]:
    """Yield a token for each decimal digit of any script."""
    for found in _DIGIT.finditer(text):
        yield _edit(text, found.span(), token, "digit")


def currency_symbols(text: str, token: str | None) -> Iterator[Edit]:
    """Yield a token for each sign of a currency, or its code where the token is None; `zł` is one as a word."""
    for found in _CURRENCY.finditer(text):
        after = _CODES.get(found[0]) if token is None else token
        if after is not None:
            yield _edit(text, found.span(), after, "currency")


def code_of(sign: str) -> str | None:
    """Return the code of the currency that a sign stands for."""
    return _CODES.get(sign)


def _phone_in(text: str, found: re.Match[str]) -> tuple[int, int] | None:
    """Return the span of the number in a candidate, which may have other numbers around it."""
    extension = _EXTENSION.search(found[0], max(0, len(found[0]) - 14))
    end = found.start() + extension.start() if extension else found.end()
    groups = [group.span() for group in _GROUP.finditer(text, found.start(), end)]
    for first, (start, _) in enumerate(groups):
        # A number begins with the candidate or behind a blank, and ends so.
        head = found.start() if first == 0 else _head(text, start)
        for last in range(len(groups), first, -1) if head is not None else ():
            tail = groups[last - 1][1]
            is_whole = last == len(groups)
            if (is_whole or text[tail] in _BLANKS) and _is_phone(text[head:tail], groups[first:last]):
                return head or 0, found.end() if is_whole else tail
    return None


def _head(text: str, start: int) -> int | None:
    """Return where a number begins whose first digit stands here, its bracket or plus included."""
    head = start - 1 if text[start - 1] in "(+" else start
    return head if text[head - 1] in _BLANKS else None


def _is_phone(written: str, spans: list[tuple[int, int]]) -> bool:
    lengths = tuple(end - start for start, end in spans)
    count = sum(lengths)
    if not _FEWEST <= count <= _MOST or _DATE.match(written) or written.count("(") != written.count(")"):
        return False
    is_led = written[0] == "+" or written[:2] == "(+" or (written.lstrip("(")[0] == "0" and lengths[0] > 1)
    if is_led or lengths in _AMERICAN:
        return True
    if len(lengths) == 1:
        return 10 <= count <= 11
    if len(lengths) == 2:
        # With a point between them they are a number with decimals; `300-1200` is as likely a range.
        is_area_and_line = lengths[0] > 1 and lengths[1] >= 6 and count >= 9 and "." not in written
        return is_area_and_line or (lengths == (3, 4) and written[3] == "-" and written[-2:] != "00")
    return False


def _edit(text: str, span: tuple[int, int], token: str, kind: str) -> Edit:
    start, end = span
    return Edit(start, end, text[start:end], token, f"compat.clean-text/{kind}")
