"""Story: which lines of a text belong to its story, by the chances that weights give them.

How sure a line must be to stay depends on the text: the limit is the one at which the
expected F-measure of what stays is best, with recall counting more than precision. Where
no line is sure, as in a list or a poem, it is low, and nearly all stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cleantext.steps.boilerplate.kinds import PLACES
from cleantext.steps.boilerplate.look import HEADLINE, LABEL
from cleantext.steps.boilerplate.place import Line
from cleantext.steps.boilerplate.verdict import Verdict
from cleantext.steps.boilerplate.weights import Weights

# The square of how much more recall counts than precision; chosen on the dev pages, where an
# article loses by what goes wrongly what a whole page gains by what goes rightly.
_CAUTION = {"page": 2.5, "article": 8.0}
# A text with a smaller expected share of story than this is a whole page.
_PAGE_SHARE = 0.85
# Below so many expected words of a story there is no story to find.
_FEWEST_WORDS = 20
# Added to the length of every line, as a line that stays costs a reader something however short it is.
_LINE = 0.5


class Removed(NamedTuple):
    """Why a line goes: its rule, and how sure it is that the line is no part of the story."""

    rule: str
    confidence: float


def beside_story(
    texts: Sequence[str], verdicts: Mapping[int, Verdict], weights: Weights, page: str
) -> dict[int, Removed]:
    """Return the lines that are no part of the story, by place.

    `texts` are lines that are not blank; `page` is "auto", "article" or "page".
    """
    if not verdicts:
        # No rule knows a line of it: whatever it is, it shows no sign of a web page.
        return {}
    lines = weights.lines(texts, verdicts)
    chances = weights.chances(lines)
    words = [line.look.words + _LINE for line in lines]
    expected = sum(chance * length for chance, length in zip(chances, words, strict=True))
    if expected < _FEWEST_WORDS:
        return {}
    if page == "auto":
        page = "page" if expected < _PAGE_SHARE * sum(words) else "article"
    limit = _limit(chances, words, _CAUTION[page])
    kept = [place for place, chance in enumerate(chances) if chance >= limit]
    if not kept:
        return {}
    return {
        place: Removed(_rule_of(lines, place, kept[0], kept[-1]), 1 - chance)
        for place, chance in enumerate(chances)
        # In an article a line that no rule knows goes below the story only: above stand title and standfirst.
        if chance < limit and (page == "page" or place > kept[-1] or place in verdicts)
    }


def _limit(chances: Sequence[float], words: Sequence[float], caution: float) -> float:
    """Return the chance from which on a line stays: where the expected F-measure is best, a line adds nothing."""
    expected = sum(chance * length for chance, length in zip(chances, words, strict=True))
    story = kept = best = 0.0
    for chance, length in sorted(zip(chances, words, strict=True), reverse=True):
        story += chance * length
        kept += length
        best = max(best, (1 + caution) * story / (kept + caution * expected))
    return best / (1 + caution)


def _rule_of(lines: Sequence[Line], place: int, first: int, last: int) -> str:
    """Return the id under which a line goes: of the rule that knows it, or of its place and shape."""
    line = lines[place]
    if line.verdict is not None:
        return line.verdict.rule
    zone = "above" if place < first else "below" if place > last else "inside"
    shape = "label" if line.look.kind > HEADLINE and line.look.kind <= LABEL else "teaser"
    return PLACES[zone, shape]
