"""Restore: the edits that put the meant words back.

A word takes the capital of the phrase it replaces, its apostrophe the shape of the text's, and
the article before it is mended where spinners left it wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cleantext.core.edit import Edit
from cleantext.steps.wording.arcs import Words
from cleantext.steps.wording.articles import article_before, article_for, share_first_word, with_article_for
from cleantext.steps.wording.decoder import Choice

# Doubled braces and those after a dollar sign are code.
_BRACES = re.compile(r"(?<![{$])\{([a-z][a-z' -]{0,40})\}(?!\})")

# How far an apostrophe that shows the text's shape is looked for.
_NEARBY = 2000


def replacement(text: str, words: Words, choice: Choice) -> Edit:
    """Return the edit that puts a fix in a phrase's place."""
    arc = choice.arc
    start, end = words.spans[arc.first][0], words.spans[arc.last - 1][1]
    before, after = text[start:end], choice.option.fix
    if before[:1].isupper() and arc.row.spun[:1].islower():
        after = after[:1].upper() + after[1:]
    if "'" in after and ("\u2019" in before or ("'" not in before and _is_curly(text, start))):
        after = after.replace("'", "\u2019")
    return Edit(start, end, before, after, arc.row.rule, round(choice.confidence, 3))


def restored(text: str, words: Words, choices: Iterable[Choice]) -> list[Edit]:
    """Return the edits of choices that are in order and do not overlap, with those of the articles before them."""
    edits: list[Edit] = []
    for choice in choices:
        edit = replacement(text, words, choice)
        article = article_before(text, edit.start)
        if article is not None and not share_first_word(edit.before, edit.after):
            wanted = article_for(article.seen, edit.after)
            if edits and article.start < edits[-1].end:
                # The phrase before ends in the article.
                edits[-1] = edits[-1]._replace(after=with_article_for(edits[-1].after, edit.after))
            elif article.seen != wanted:
                end = article.start + len(article.seen)
                edits.append(Edit(article.start, end, article.seen, wanted, edit.rule, edit.confidence))
        edits.append(edit)
    return edits


def braces(text: str, start: int, end: int, rule: str) -> Iterator[Edit]:
    """Yield the edits that take away the braces a template engine left around plain words."""
    for match in _BRACES.finditer(text, start, end):
        yield Edit(match.start(), match.start() + 1, "{", "", rule)
        yield Edit(match.end() - 1, match.end(), "}", "", rule)


def _is_curly(text: str, place: int) -> bool:
    """Say whether the nearest apostrophe on the left, or else the next one on the right, is a curly one."""
    left, right = max(0, place - _NEARBY), place + _NEARBY
    straight, curly = text.rfind("'", left, place), text.rfind("\u2019", left, place)
    if straight != curly:
        return curly > straight
    straight, curly = text.find("'", place, right), text.find("\u2019", place, right)
    return curly >= 0 and not 0 <= straight < curly
