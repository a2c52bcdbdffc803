"""Write: a learned pack as the TOML file that people read, edit and ship.

Reading the file gives the pack again. What a line was counted on stands beside it as a
comment.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleantext.core.rule import STATISTICS
from cleantext.steps.boilerplate.template.learned import Furniture
from cleantext.steps.boilerplate.template.pack import Entry, entries


def toml_of(furniture: Furniture, site: str) -> str:
    """Return the file; the same text for the same furniture."""
    head = (
        f"# What repeats on the pages of {site}, on {furniture.pages} pages that tell different stories.\n"
        f'language = "user"\nstep     = "boilerplate"\nsource   = "{STATISTICS}"\n'
    )
    return "\n".join([head, *(_rule(entry, furniture.pages) for entry in entries(furniture, site))])


def quoted(text: str) -> str:
    """Write a text as a TOML string: letters as they are, what cannot be seen as an escape."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _rule(entry: Entry, pages: int) -> str:
    return "".join(f"{line}\n" for line in _lines(entry, pages))


def _lines(entry: Entry, pages: int) -> Iterator[str]:
    rule = entry.rule
    if rule.pattern:
        yield f"# On {entry.counts[0].pages} of {pages} pages."
    yield f"[{rule.id.rpartition('/')[2]}]"
    yield f'kind    = "{rule.kind}"'
    if rule.pattern:
        yield f"pattern = {_literal(rule.pattern)}"
    else:
        yield "line    = ["
        for line, count in zip(rule.line, entry.counts, strict=True):
            yield f"  {quoted(line)},  # {count.pages} of {pages}"
        yield "]"
    if rule.where != "anywhere":
        yield f'where   = "{rule.where}"'
    yield f"removes = [{', '.join(map(quoted, rule.removes))}]"
    yield f"keeps   = [{', '.join(map(quoted, rule.keeps))}]"


def _literal(pattern: str) -> str:
    """Write a pattern as a literal string, which needs no escapes, where TOML has one for it."""
    return f"'{pattern}'" if "'" not in pattern and pattern.isprintable() else quoted(pattern)


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    if letter.isprintable():
        return letter
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"
