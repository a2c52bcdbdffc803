"""Damage: clean text sent through the wrong table, as mail and databases do it.

Each chain says what a text was written in and what it was read as, once or twice. A
character that the chain has no way for leaves the line as it was.
"""

from __future__ import annotations

# UTF-8 read as each of these; twice where it happened to two programs in a row.
_CHAINS = (("cp1252",), ("latin-1",), ("cp1252", "cp1252"), ("cp1251",), ("latin-1", "cp1252"), ("mac-roman",))
# Of a text that was put together from several sources, one line in so many is damaged; 1 is every line.
_SHARES = (1, 1, 8)


def damaged(text: str, turn: int) -> str:
    """Return the text damaged in one of the ways; `turn` chooses which, and how many lines."""
    chain = _CHAINS[turn % len(_CHAINS)]
    share = _SHARES[turn % len(_SHARES)]
    lines = text.split("\n")
    return "\n".join(_misread(line, chain) if place % share == 0 else line for place, line in enumerate(lines))


def _misread(line: str, chain: tuple[str, ...]) -> str:
    for table in chain:
        try:
            line = line.encode("utf-8").decode(table)
        except UnicodeError:
            return line
    return line
