"""Lines: what is compared of a line, and what its shape says about it.

All functions are context-free: they see one line. Whether a line of a certain shape
goes depends on its neighbours, which is decided elsewhere.
"""

from __future__ import annotations

import re
from functools import cache

# No rule looks at a longer line: chrome is short, and the paragraphs cost nothing this way.
REACH = 400
# Bullets, converter's markup and the marks that follow a label; they are not part of what it says.
MARKS = " \t\r\f\v-*•·#>|»›«‹:…_~=→▶►▸▾▼●○◦■□◆★☆✓✔–—+.!?<：\u200b\ufeff"
# The shortest line that counts as a paragraph when it ends like a sentence. On the dev pages one
# boilerplate line in thirty passes, most of them reader comments; at 40 it is one in twelve.
_PARAGRAPH = 60
# A line of this length is a paragraph whatever it ends with.
_LONG = 240
_WORDS = 9
_IDEOGRAPHS = 20
_BULLET = re.compile(r"[ \t]{0,20}(?:[-*•·●○◦■▪‣>–—]|\d{1,2}[.)])[ \t]")
_CLOSERS = "\"'”’»)]*_ \t\r"
_ENDS = (".", "!", "?", "…", "。", "！", "？", "」", "』", "؟", "۔", "।")


def key_of(folded: str) -> str:
    """Return what is compared of a folded line: no marks around it, runs of blanks one."""
    key = folded.strip(MARKS)
    return " ".join(key.split()) if "  " in key or "\t" in key else key


def written_key(line: str) -> str:
    """Return the same of a line as it is written, capitals kept, plain apostrophes."""
    return " ".join(line.strip(MARKS).replace("’", "'").split())


def without_brackets(key: str) -> str:
    """Return a key without the brackets around all of it."""
    if len(key) > 2 and key[0] in "([{" and key[-1] in ")]}":
        return key[1:-1].strip(MARKS)
    return key


def is_bullet(line: str) -> bool:
    """Say whether the line is marked as an item of a list."""
    return _BULLET.match(line) is not None


def ends_sentence(line: str) -> bool:
    """Say whether the line ends as a sentence does, quotes and brackets after the mark aside."""
    return line.rstrip(_CLOSERS).endswith(_ENDS)


def is_paragraph(line: str) -> bool:
    """Say whether the line reads like a paragraph of a story and not like a label or a headline."""
    length = len(line)
    if length < _PARAGRAPH:
        # Twenty ideographs say what sixty letters do.
        return length > _IDEOGRAPHS and not line.isascii() and _is_ideographic_sentence(line)
    if length >= _LONG:
        return True
    return ends_sentence(line) and (line.count(" ") >= _WORDS or _is_ideographic_sentence(line))


def is_headline(line: str) -> bool:
    """Say whether the line can be the headline of another story: some words, no full stop."""
    stripped = line.rstrip(_CLOSERS)
    return 25 <= len(stripped) <= 200 and not stripped.endswith((".", ":", ";", ",", "。"))


def is_stated(line: str) -> bool:
    """Say whether the line ends with a full stop, as sentences do and headlines do not."""
    stripped = line.rstrip(_CLOSERS)
    return stripped.endswith((".", "。")) and not stripped.endswith("...")


def _is_ideographic_sentence(line: str) -> bool:
    return ends_sentence(line) and len(ideograph().findall(line)) >= _IDEOGRAPHS


@cache
def ideograph() -> re.Pattern[str]:
    """Return what finds an ideograph or a kana."""
    # Compiled when first needed: so large a class takes four milliseconds.
    return re.compile("[\u3040-\u30ff\u3400-\u9fff]")


@cache
def spaceless() -> re.Pattern[str]:
    """Return what finds the signs of scripts that put no blanks between words."""
    return re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
