"""Story: which lines of a text belong to its story, by the chances that weights give them.

How sure a line must be to stay depends on the text: the limit is the one at which the
expected F-measure of what stays is best, with recall counting more than precision. Where
no line is sure, as in a list or a poem, it is low, and nearly all stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cleantext.steps.boilerplate.kinds import PLACES
from cleantext.steps.boilerplate.look import FIGURE, HEADLINE, LABEL, PHRASE, SENTENCE
from cleantext.steps.boilerplate.place import Page
from cleantext.steps.boilerplate.verdict import Verdict
from cleantext.steps.boilerplate.weights import Sight, Weights

# The square of how much more recall counts than precision; chosen on the dev pages, where an
# article loses by what goes wrongly what a whole page gains by what goes rightly.
_CAUTION = {"page": 2.1, "article": 8.0}
# What is left of a page without its template is the story more clearly than before; chosen on the sites of the kit.
_CAUTION_BELOW_TEMPLATE = 1.3
# A text with a smaller expected share of story than this is a whole page.
_PAGE_SHARE = 0.85
# Below so many words in lines that are likely a story's there is no story to find.
_FEWEST_WORDS = 20
_LIKELY = 0.5
# What one line between two that stay may be.
_SUBHEADS = frozenset({SENTENCE, HEADLINE, PHRASE, LABEL})
# A title, a standfirst and a question under it.
_HEADING = 3
# Added to the length of every line, as a line that stays costs a reader something however short it is.
_LINE = 0.5


class Removed(NamedTuple):
    """Why a line goes: its rule, and how sure it is that the line is no part of the story."""

    rule: str
    confidence: float


def beside_story(
    lines: tuple[Sequence[str], Sequence[Sight]],
    verdicts: Mapping[int, Verdict],
    weights: Weights,
    page: str,
    *,
    is_cut: bool = False,
) -> dict[int, Removed]:
    """Return the lines that are no part of the story, by place.

    `lines` are texts that are not blank with what is seen of each; `page` is "auto", "article" or
    "page". `is_cut` says that what stands above the story is gone already, but for the title and
    what is not the site's.
    """
    texts, sights = lines
    seen = weights.page(texts, sights, verdicts)
    chances = weights.chances(seen)
    words = [length + _LINE for length in seen.words]
    weighed = list(zip(chances, words, strict=True))
    if sum([length for chance, length in weighed if chance > _LIKELY]) < _FEWEST_WORDS:
        return {}
    expected = sum([chance * length for chance, length in weighed])
    if page == "auto":
        page = "page" if expected < _PAGE_SHARE * sum(words) else "article"
    caution = _CAUTION_BELOW_TEMPLATE if is_cut and page == "page" else _CAUTION[page]
    limit = _limit(weighed, expected, caution)
    kept = [place for place, chance in enumerate(chances) if chance >= limit]
    if not kept:
        return {}
    going = {place for place, chance in enumerate(chances) if chance < limit}
    if not is_cut:
        going.difference_update(_heading(seen))
    going.difference_update(_title(chances, seen, limit))
    # One short line between two that stay is a subhead or the title, unless a rule knows it.
    going -= {
        place
        for place in going
        if place - 1 not in going
        and place + 1 not in going
        and seen.kinds[place] in _SUBHEADS
        and place not in verdicts
    }
    # In an article a line that no rule knows goes below the story only: above stand title and standfirst.
    places = [place for place in sorted(going) if page == "page" or place > kept[-1] or place in verdicts]
    rules = [_rule_of(seen, place, kept[0], kept[-1]) for place in places]
    return {place: Removed(rule, 1 - chances[place]) for place, rule in zip(places, rules, strict=True)}


def _title(chances: Sequence[float], seen: Page, limit: float) -> Iterator[int]:
    """Yield the likeliest headline above the story, where one comes near to staying."""
    first = next((place for place, chance in enumerate(chances) if chance > _LIKELY), 0)
    above = [place for place in range(first) if seen.kinds[place] == HEADLINE and place not in seen.verdicts]
    best = max(above, key=chances.__getitem__, default=None)
    if best is not None and chances[best] >= limit / 2:
        yield best


def _heading(seen: Page) -> Iterator[int]:
    """Yield the lines that a text begins with and that can be its title and standfirst: a page begins with its menu."""
    for place, kind in enumerate(seen.kinds[:_HEADING]):
        if place in seen.verdicts or kind in (LABEL, FIGURE):
            return
        yield place


def _limit(weighed: Sequence[tuple[float, float]], expected: float, caution: float) -> float:
    """Return the chance from which on a line stays: where the expected F-measure is best, a line adds nothing.

    `weighed` are the chances of the lines with their words, `expected` the words of the story.
    """
    story = kept = best = 0.0
    for chance, length in sorted(weighed, reverse=True):
        story += chance * length
        kept += length
        best = max(best, (1 + caution) * story / (kept + caution * expected))
    return best / (1 + caution)


def _rule_of(seen: Page, place: int, first: int, last: int) -> str:
    """Return the id under which a line goes: of the rule that knows it, or of its place and shape."""
    verdict = seen.verdicts.get(place)
    if verdict is not None:
        return verdict.rule
    zone = "above" if place < first else "below" if place > last else "inside"
    return PLACES[zone, "label" if seen.kinds[place] in (PHRASE, LABEL) else "teaser"]
