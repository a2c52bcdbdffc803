"""Remains: what ftfy repairs in a line once our own search is through.

Where characters were lost on the way no reading of the whole can be undone, and ftfy
knows the commonest losses: a no-break space that became a space, controls that were
dropped. It runs with its encoding part alone and an explicit configuration (`fix_text`
ignores some options without one), and what it makes has to be cheaper than what it took.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from cleantext.core.edit import Edit
from cleantext.steps.characters.align import edits_between
from cleantext.steps.characters.gate import looks_bad
from cleantext.steps.characters.mojibake.readings import cost, mixes_alphabets, words_without

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

_CODECS = {"sloppy-windows-1252": "cp1252", "sloppy-windows-1250": "cp1250", "sloppy-windows-1251": "cp1251"}
_CODECS |= {"sloppy-windows-1253": "cp1253", "sloppy-windows-1254": "cp1254", "sloppy-windows-1257": "cp1257"}
_CODECS |= {"macroman": "mac-roman", "utf-8-variants": "utf-8"}


def remains_repaired(line: str) -> tuple[Edit, ...]:
    """Return the edits that ftfy makes of a line, none where it looks well or would look worse."""
    # With its break: a character at the line's end looks worse beside it than beside nothing.
    text = line + "\n"
    if not looks_bad(text):
        return ()
    from ftfy import fix_encoding_and_explain

    fixed, plan = fix_encoding_and_explain(text, _config())
    if fixed == text or not fixed.endswith("\n") or cost(fixed) > cost(text) or _breaks_capitals(text, fixed):
        return ()
    return tuple(edits_between(line, fixed[:-1], 0, f"any.characters.mojibake/{_plan_name(plan or [])}"))


def _breaks_capitals(text: str, fixed: str) -> bool:
    """Say whether a word in capitals, with the sign behind it, would end in a letter of another alphabet."""
    return mixes_alphabets(text, fixed) and all(map(str.isupper, words_without(text, fixed)))


def _plan_name(plan: Iterable[tuple[str, str]]) -> str:
    """Name a plan by its tables, in order: `cp1252>utf-8`, `cp1252>utf-8,latin-1>cp1252`."""
    names: list[str] = []
    for action, parameter in plan:
        codec = _CODECS.get(parameter, parameter)
        if action == "encode":
            names.append(codec)
        elif action == "decode" and names:
            names[-1] += f">{codec}"
        elif action == "apply":
            names.append(codec)
    return ",".join(dict.fromkeys(names)) or "unknown"


@cache
def _config() -> TextFixerConfig:
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False,
        uncurl_quotes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        fix_line_breaks=False,
        explain=True,
    )
