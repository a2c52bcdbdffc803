"""Listed: where the list below a label ends, and which of its lines are the story's again.

A label such as "Read more" takes headlines and bullets along. Nothing marks the list's
end but the lines themselves: prose, or a subhead just above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleantext.steps.boilerplate.lines import is_bullet, is_headline, is_stated

# Headlines have more words than subheads: a shorter line just above a paragraph is the story's own.
_HEADLINE_WORDS = 7
_LONGEST_ITEM = 200
_LONGEST_BULLET = 300


def ends_list(line: str) -> bool:
    """Say whether a line is too long, or too much of a sentence, to belong to a list of headlines."""
    if is_bullet(line):
        return len(line) > _LONGEST_BULLET
    return len(line) > _LONGEST_ITEM or is_stated(line)


def before_prose(lines: Sequence[str], items: Sequence[int], inside: bool) -> list[int]:
    """Return the items of a list that prose follows; above the story, where its title stands, bullets alone."""
    kept: list[int] = []
    for place in items:
        line = lines[place]
        if not is_bullet(line) and not (inside and is_headline(line) and line.count(" ") >= 4):
            break
        kept.append(place)
    if kept and kept[-1] == items[-1]:
        last = lines[kept[-1]]
        if not is_bullet(last) and last.count(" ") + 1 < _HEADLINE_WORDS:
            kept.pop()
    return kept
