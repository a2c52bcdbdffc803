"""Texts that were made to hurt: families of them, each a text of any wanted size.

A family is one idea of how to make a cleaner slow: what every rule begins to match and
none finishes, what nests, what is an edit at every other place. `text(family, size)` has
about `size` code points and grows by more of the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

PROSE = "The ferry to the northern islands will sail twice a day from June, the board said on Monday.\n"

_LATIN, _CYRILLIC, _GREEK = "aceopxyBEHKMT", "асеорхуВЕНКМТ", "αενορικΒΕΗΚΜΤ"
_SYLLABLES = ("Ba", "re", "mo", "Ti", "ku", "la", "Ne", "so", "vi", "Ga", "du", "pe")


def _letters(number: int) -> str:
    """A word that stands for a number, the same one for no other."""
    word = ""
    while number or not word:
        number, digit = divmod(number, len(_SYLLABLES))
        word += _SYLLABLES[digit]
    return word


def _numbered(line: Callable[[int], str]) -> Callable[[int], str]:
    """A text of lines that differ, made until there is enough of it."""

    def made(size: int) -> str:
        parts: list[str] = []
        length = 0
        for part in _each(line):
            parts.append(part)
            length += len(part)
            if length >= size:
                break
        return "".join(parts)

    return made


def _each(line: Callable[[int], str]) -> Iterator[str]:
    return (line(number) for number in count())


def _framed(before: str, piece: str, after: str) -> Callable[[int], str]:
    return lambda size: before + piece * max(1, size // len(piece)) + after


def _nested(opening: str, core: str, closing: str) -> Callable[[int], str]:
    def made(size: int) -> str:
        depth = max(1, size // (len(opening) + len(closing)))
        return opening * depth + core + closing * depth

    return made


def _growing(size: int) -> str:
    """Lines of which each is the beginning of the next, up to a width that keeps their number growing."""
    line = (
        "Read more about the ferry to the northern islands and what the board has said of it on Monday and since then"
    )
    return _numbered(lambda number: line[: 1 + number % len(line)] + "\n")(size)


def _mixed_breaks(size: int) -> str:
    breaks = ("\r", "\n", "\r\n", "\u2028", "\x85", "\n\r", "\x0b", "\x0c", "\r\r\n")
    return _numbered(lambda number: "line" + breaks[number % len(breaks)])(size)


def _alternating(*alphabets: str) -> Callable[[int], str]:
    """Words whose letters come from one alphabet after the other."""
    words = [
        "".join(alphabets[place % len(alphabets)][(number + place) % 13] for place in range(9)) for number in range(13)
    ]
    return _numbered(lambda number: words[number % 13] + " ")


FAMILIES: dict[str, Callable[[int], str]] = {
    "an address without a domain": _framed("x@", "a", ""),
    "addresses without a domain": _framed("", "a.b+c@", "\n"),
    "spaces": _framed("a", " ", "b"),
    "spaces at the end": _framed("a", " ", ""),
    "tabs and spaces before line ends": _framed("", "a" + " \t" * 40 + "\n", ""),
    "one line that ends in tabs and spaces": _framed("a", " \t", "b\n"),
    "no-break spaces": _framed("", "\xa0 ", "a"),
    "spaces of many widths": _framed("", "\u2003\u2009\u202f\u3000 ", "a"),
    "blank lines": _framed("a", "\n", "b"),
    "blank lines with blanks": _framed("a", " \t\n", "b"),
    "a nest of ampersands": _framed("&", "amp;", "lt;"),
    "nests of ampersands": _framed("", "&amp;amp;amp;amp;amp;lt; ", ""),
    "nests over the cap": _framed("", "&" + "amp;" * 12 + "lt; ", ""),
    "escaped ampersands": _framed("", "&amp;", ""),
    "ampersands never closed": _framed("", "&", ""),
    "entities never closed": _framed("", "&eacute", " &eacute;"),
    "numbers never closed": _framed("", "&#233", " &#233;"),
    "angles never closed": _framed("", "<", ""),
    "tags never closed": _framed("", "<a href=", ""),
    "units never closed": _framed("", "<U+20", " <U+2019>"),
    "backslashes": _framed("", "\\", "u2019"),
    "escapes never finished": _framed("", "\\u20", " caf\\u00e9 \\u2019"),
    "escaped letters": _framed("", "\\u00e9", ""),
    "escaped halves of pairs": _framed("", "\\ud83d", "\\ude00"),
    "escaped bytes": _framed("", "\\xc3\\xa9 ", ""),
    "escaped bytes without an end": _framed("", "\\xc3", "\\xa9"),
    "octal bytes": _framed("", "\\303\\251 \\303", ""),
    "escaped line breaks": _framed("caf\\u00e9 ", ".\\n\\n", ""),
    "percent signs": _framed("", "%", "C3%A9"),
    "percent bytes": _framed("", "%C3%A9", ""),
    "percent bytes without an end": _framed("", "%C3", "%A9"),
    "percent words": _framed("", "caf%C3%A9+", ""),
    "equals signs": _framed("", "=", "C3=A9"),
    "quoted-printable": _framed("", "=C3=A9", ""),
    "quoted-printable without an end": _framed("", "=C3", "=A9"),
    "soft breaks": _framed("K=C3=B6ln ", "=\n", ""),
    "soft breaks with blanks": _framed("K=C3=B6ln ", "=       \n", ""),
    "plus signs": _framed("", "+", "-"),
    "UTF-7": _framed("", "caf+AOk- ", ""),
    "UTF-7 without an end": _framed("", "+AOk", ""),
    "one long word of UTF-7": _framed("+", "AOkA", "-"),
    "zero-width spaces": _framed("a", "\u200b", "b"),
    "zero-width spaces in a word": _framed("", "a\u200b", ""),
    "joiners": _framed("می", "\u200c", "خواهم"),
    "joiners in words": _framed("", "می\u200cخواهم ", ""),
    "marks on one letter": _framed("a", "\u0301", ""),
    "marks of two classes on one letter": _framed("a", "\u0301\u0316", ""),
    "letters under eight marks": _framed("", "a\u0301\u0316\u0323\u0327\u0302\u0308\u030a\u0304", ""),
    "letters with their marks apart": _framed("", "e\u0301", ""),
    "Latin and Cyrillic in turn": _alternating(_LATIN, _CYRILLIC),
    "three alphabets in turn": _alternating(_LATIN, _CYRILLIC, _GREEK),
    "one word of two alphabets": _framed("", "aа", ""),
    "overrides": _framed("", "\u202e", "a"),
    "overrides over words": _framed("", "\u202eabc ", ""),
    "embeddings in embeddings": _nested("\u202bא", "a", "\u202c"),
    "isolates in isolates": _nested("\u2067א ", "a", "\u2069 "),
    "isolates never closed": _framed("", "\u2067א", ""),
    "direction marks": _framed("", "a\u200e\u200f", ""),
    "mojibake": _framed("", "Ã©", ""),
    "mojibake in words": _framed("", "cafÃ© ", ""),
    "mojibake of mojibake": _framed("", "ÃƒÂ© ", ""),
    "what mojibake begins with": _framed("", "Ã", ""),
    "what mojibake of signs begins with": _framed("", "Â", ""),
    "mojibake of apostrophes": _framed("", "â€™", ""),
    "mojibake of quotations": _framed("", "â€œaâ€\x9d ", ""),
    "half of mojibake": _framed("", "Ã Â â€ a", ""),
    "half of mojibake in words": _framed("", "naÃve cafÂ ", ""),
    "mojibake and its letters": _framed("", "Ã© é ", ""),
    "mojibake in lines": _framed("", "La cafÃ© â€™\n", ""),
    "Cyrillic mojibake": _framed("", "РїСЂРёРІРµС‚ ", ""),
    "Chinese mojibake": _framed("", "ä¸­æ–‡", ""),
    "one line of words": _framed("", "ferry island board said ", ""),
    "one line without a space": _framed("", "ferryislandboard", ""),
    "one letter": _framed("", "a", ""),
    "one line of Chinese": _framed("", "东京大学的渡轮将于六月起航", ""),
    "one line of Thai": _framed("", "ประเทศไทย", ""),
    "one line of Korean letters apart": _framed("", "\u1112\u1161\u11ab", ""),
    "half-width letters with their marks": _framed("", "ｶﾞ", ""),
    "one known name": _framed("", "Volodymyr Zelensky met Wolodymyr Selenskyj. ", ""),
    "known names in a list": _framed("", "Zelensky, Peseschkian, Lukashenka, ", ""),
    "a known name in lines": _framed("", "Wolodymyr Selenskyj\n", ""),
    "unknown names": _numbered(lambda number: f"{_letters(number).title()} {_letters(number + 999).title()} spoke. "),
    "unknown surnames": _numbered(
        lambda number: f"Mr {_letters(number).title()} met Mrs {_letters(number // 2).title()}. "
    ),
    "one run of capitals": _numbered(lambda number: _letters(number).title() + " "),
    "initials": _framed("", "J. R. R. ", "Smith"),
    "particles": _framed("Ursula ", "von der ", "Leyen"),
    "hyphens and apostrophes in names": _framed("", "O'Neill-D’Arcy-", "Smith"),
    "the the the": _framed("", "the ", ""),
    "near hits of spun phrases": _framed("", "international cover whereas the Center West a gaggle in addition ", ""),
    "spun phrases": _framed(
        "", "international coverage officers whereas the Center East in addition to fight drones ", ""
    ),
    "spun phrases in lines": _framed(
        "", "The international ministry mentioned fight drones and 1000’s of officers.\n", ""
    ),
    "share buttons": _framed(PROSE, "Share this article\n", PROSE),
    "share buttons in prose": _framed("", "Share this article\n" + PROSE, ""),
    "glued share buttons": _framed("", "Share this article " + PROSE, ""),
    "one line again and again": _framed("", PROSE, ""),
    "short lines": _framed("", "a\n", ""),
    "lines that differ by a number": _numbered(lambda number: f"{number} comments on this story\n"),
    "lines that differ": _numbered(lambda number: f"{_letters(number)} said the {_letters(number * 7)} was open.\n"),
    "paragraphs that differ": _numbered(lambda number: f"{_letters(number)} {PROSE}\n"),
    "growing lines": _growing,
    "headings and captions": _framed("", "Related\nPhotograph: A. Person/Agency\nBy Our Correspondent\n", ""),
    "dates and bylines": _numbered(lambda number: f"Published {1 + number % 28} March 2024, {number % 24}:30\n"),
    "copyright lines": _framed("", "© 2024 All rights reserved. ", ""),
    "digits": _framed("", "1", ""),
    "digits and commas": _framed("", "1,", "5 km"),
    "decimal commas": _framed("", "1,5 km ", ""),
    "digits and spaces": _framed("", "1 000 ", "km"),
    "addresses of the web": _framed("", "https://a.example/?x=1&amp;y=2 ", ""),
    "one address without end": _framed("https://a.example/", "x&amp;", ""),
    "schemes": _framed("", "http://", ""),
    "mail addresses": _framed("", "a@b.example ", ""),
    "paths": _framed("", "C:\\new\\table ", ""),
    "emoji": _framed("", "👩‍👩‍👧‍👦", ""),
    "one chain of emoji": _framed("", "👩\u200d", "👩"),
    "flags": _framed("", "🇦🇧", ""),
    "skin colours": _framed("👍", "🏽", ""),
    "selectors": _framed("", "❤️\ufe0e", ""),
    "tags of flags": _framed("🏴", "\U000e0067", "\U000e007f"),
    "lone surrogates": _framed("", "\ud800", ""),
    "surrogates in pairs": _framed("", "\ud83d\ude00", ""),
    "surrogates the wrong way round": _framed("", "\ude00\ud83d", ""),
    "NULs": _framed("a", "\x00", "b"),
    "NULs in words": _framed("", "a\x00", ""),
    "control characters": _framed("", "\x01\x02\x07\x08", "a"),
    "colours of a terminal": _framed("", "\x1b[31ma\x1b[0m", ""),
    "terminal sequences never closed": _framed("", "\x1b]", ""),
    "terminal parameters": _framed("", "\x1b[;;;", ""),
    "C1 characters": _framed("", "a\x92s \x93", ""),
    "mixed line breaks": _mixed_breaks,
    "CR": _framed("", "\r", "a"),
    "CR LF": _framed("", "a\r\n", ""),
    "CR CR LF": _framed("", "a\r\r\n", ""),
    "an edit at every other place": _framed("", "a\u200b", ""),
    "edits of many rules": _framed("", "&amp;\u200bcafÃ© e\u0301 ＡＢ \ufffda\xad ", ""),
    "quotation marks in a nest": _nested("“‘", "a", "’”"),
    "quotation marks never closed": _framed("", "“a ", ""),
    "straight quotation marks": _framed("", "\"a\" 'b' ", ""),
    "apostrophes": _framed("", "’s", ""),
    "brackets in brackets": _nested("([", "a", "])"),
    "full-width letters": _framed("", "ＡＢＣ ", ""),
    "one line of full-width letters": _framed("", "Ａ", ""),
    "styled letters": _framed("", "𝐀𝐁𝐂 ", ""),
    "ligatures": _framed("", "ﬁ", "nal"),
    "soft hyphens": _framed("a", "\xad", "b"),
    "soft hyphens in words": _framed("", "fer\xadry ", ""),
    "replacement characters": _framed("a", "\ufffd", "b"),
    "replacement characters in words": _framed("", "caf\ufffd don\ufffdt ", ""),
    "object marks": _framed("", " \ufffc", ""),
    "noncharacters": _framed("a", "\ufdd0\ufffe", "b"),
    "hyphens at line ends": _framed("", "fer-\nry ", ""),
    "wrapped lines": _framed(
        "", "The ferry to the northern islands will sail twice a day from\nJune, the board said. ", ""
    ),
    "dots": _framed("a", ".", "b"),
    "spaced dots": _framed("a", ". ", "b"),
    "question marks": _framed("a", "?", "b"),
    "spaced letters": _framed("", "F E R R Y ", ""),
    "table cells": _framed("", "| a\t| 1,5 ", "|\n"),
    "table rows": _framed("", "| a | b | c |\n", ""),
    "code": _framed("", '    x = "\\u00e9";\n', ""),
    "JSON": _framed("[", '{"a": "caf\\u00e9"}, ', "]"),
}


def text(family: str, size: int) -> str:
    """About `size` code points of a family."""
    return FAMILIES[family](size)
