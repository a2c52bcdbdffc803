"""Marks: where a text holds punctuation, odd quotation marks, emoji and code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from cleantext.core.edit import Edit

# Everything that might be punctuation: signs of ASCII, and what is neither a letter nor a blank beyond it.
_MAYBE = re.compile(r"[!-/:-@\[-`{-~]|[^\x00-\x7f\w\s]")

_QUOTES = {
    '"': re.compile("[\u00ab\u00bb\u201c\u201d\u201e\u201f\u2039\u203a\u275d\u275e\u301d\u301e\u301f\uff02]"),
    "'": re.compile("[`\u00b4\u2018\u2019\u201a\u201b\u275b\u275c\uff07]"),
}

# Unicode's emoji data, version 16, with the free places of their blocks. First what is a picture unless the
# selector of plain text follows, then what is a sign of writing unless the one of pictures does.
_PICTURES = (
    "\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa\u25fd\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u261d\u2620"
    "\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2648-\u2653\u2660\u2663\u2665\u2666\u2668\u267b\u267e\u267f\u2692-"
    "\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26ce\u26cf\u26d1\u26d3"
    "\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f7-\u26fa\u26fd\u2702\u2705\u2708-\u270d\u270f\u2728\u2744\u274c\u274e\u2753-\u2755"
    "\u2757\u2763\u2764\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a"
    "\U0001f201\U0001f21a\U0001f22f\U0001f232-\U0001f236\U0001f238-\U0001f23a\U0001f250\U0001f251\U0001f300-\U0001f64f"
    "\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7f0\U0001f90c-\U0001f9ff\U0001fa70-\U0001faff"
)
_SIGNS = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb\u25fc\u2640\u2642"
    "\u265f\u2712\u2714\u2716\u271d\u2721\u2733\u2734\u2747\u27a1\u2934\u2935\u2b05-\u2b07\u3030\u303d\u3297\u3299"
    "\U0001f170\U0001f171\U0001f17e\U0001f17f\U0001f202\U0001f237"
)
_ONE = (
    f"(?:[{_PICTURES}](?!\ufe0e)\ufe0f?|[{_SIGNS}]\ufe0f)[\U0001f3fb-\U0001f3ff]?\u20e3?[\U000e0020-\U000e007f]{{0,32}}"
)
# Behind a joiner the selector is often left out.
_EMOJI = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|[#*0-9]\ufe0f?\u20e3|{_ONE}(?:\u200d(?:{_ONE}|[{_SIGNS}]))*")

_TICKS = re.compile("`+|\n")
_FENCE = re.compile("(?P<fence>(?<!`)`{3,})[^`\n]*\n")


def punctuation(text: str, token: str) -> Iterator[Edit]:
    """Yield a token for each character that Unicode calls punctuation, so for no sign such as `$`, `+` or `|`."""
    for found in _MAYBE.finditer(text):
        if _is_punctuation(found[0]):
            yield _edit(text, found.span(), token, "punctuation")


def strange_quotes(text: str) -> Iterator[Edit]:
    """Yield the straight form of quotation marks and apostrophes."""
    for straight, odd in _QUOTES.items():
        for found in odd.finditer(text):
            yield _edit(text, found.span(), straight, "quote")


def emoji(text: str) -> Iterator[Edit]:
    """Yield the removal of emoji with all that belongs to one; `©`, `™` and arrows are none as plain text."""
    if text.isascii():
        return
    for found in _EMOJI.finditer(text):
        yield _edit(text, found.span(), "", "emoji")


def code(text: str, token: str) -> Iterator[Edit]:
    """Yield a token for each fenced block, and for each part of a line between backticks that no word touches."""
    if "`" not in text:
        return
    fenced = list(_fenced(text))
    start = 0
    for block in (*fenced, (len(text), len(text))):
        for span in _between_ticks(text, start, block[0]):
            yield _edit(text, span, token, "code")
        if block[0] < block[1]:
            yield _edit(text, block, token, "code")
        start = block[1]


@cache
def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] == "P"


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of fenced blocks, from the opening fence to the closing one; what is never closed is none."""
    end = 0
    # How long a fence must be to have no other behind it: looking again would take the square of the length.
    hopeless = len(text)
    while opening := _FENCE.search(text, end):
        fence = opening["fence"]
        end = opening.end() - 1
        closing = text.find(fence, end) if len(fence) < hopeless else -1
        if closing < 0:
            hopeless = min(hopeless, len(fence))
            continue
        end = closing + len(fence)
        while text[end : end + 1] == "`":
            end += 1
        yield opening.start(), end


def _between_ticks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what runs of backticks of one length enclose, on one line."""
    opened: dict[int, int] = {}
    for found in _TICKS.finditer(text, start, end):
        length = len(found[0])
        if found[0] == "\n":
            opened.clear()
        elif length in opened:
            yield opened[length], found.end()
            opened.clear()
        elif not _is_word(text, found.start() - 1):
            opened[length] = found.start()


def _is_word(text: str, place: int) -> bool:
    return 0 <= place < len(text) and text[place].isalnum()


def _edit(text: str, span: tuple[int, int], token: str, kind: str) -> Edit:
    start, end = span
    return Edit(start, end, text[start:end], token, f"compat.clean-text/{kind}")
