"""Sides: where on a site's pages the story begins and ends.

A line of furniture that stands above the longest run of prose on nearly every page heads
the story, one below it ends it, and one that stands now above and now below, such as an
advertisement's label, is inside. A page's story reaches from the last heading line
to the first ending one; what no other page has goes with the furniture around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from cleantext.steps.boilerplate.template.learned import CERTAIN, NONE, Furniture
from cleantext.steps.boilerplate.template.shape import Line

# Below so much prose in one run a page is a list, a form, a video: nothing is said of its sides.
_LEAST_PROSE = 200
# A line must be on one side on so many of its pages.
_AGREE = 0.8
_LEAST_PAGES = 2
# Prose may go on above a heading line (the first paragraph stands over the tools) and below an
# ending one (an advertisement): so many lines of furniture are looked across, for so much prose.
_ABOVE_LINES, _ABOVE_PROSE = 12, 60
_BELOW_LINES, _BELOW_PROSE = 4, 250
# A line so often on one page divides reader comments, and what is below it is no story.
_DIVIDES = 3
# The title is looked for among so many lines above the story.
_TITLE_LINES = 25
_TITLE_RUN = 2
_TITLE_WEIGHT = range(12, 301)
# A line with more digits is a date.
_DIGITS = 0.25


class Sides(NamedTuple):
    """The names of the lines of furniture that head a story, and of those that end it."""

    heads: frozenset[str]
    ends: frozenset[str]


def gather_sides(pages: Iterable[tuple[list[Line], Furniture]]) -> Sides:
    """Learn which lines of furniture stand above the stories and which below, in one pass over a site's pages.

    Each page comes with what is furniture on it.
    """
    above: dict[str, int] = {}
    below: dict[str, int] = {}
    seen: dict[str, int] = {}
    for page, furniture in pages:
        strengths = [furniture.strength(line) for line in page]
        run = _longest_run(page, strengths)
        if run is None:
            continue
        before = {line.name for line, strength in zip(page[: run.start], strengths) if strength == CERTAIN}
        after = {line.name for line, strength in zip(page[run.stop :], strengths[run.stop :]) if strength == CERTAIN}
        for table, names in ((above, before - after), (below, after - before), (seen, before | after)):
            for name in names:
                table[name] = table.get(name, 0) + 1
    return Sides(_agreed(above, seen), _agreed(below, seen))


def outside(page: list[Line], furniture: Furniture, sides: Sides) -> tuple[list[Line], list[Line]] | None:
    """Return the lines above the story and those below it, without its title; None where no story is found."""
    strengths = [furniture.strength(line) for line in page]
    run = _longest_run(page, strengths)
    if run is None:
        return None
    start = _first(page, strengths, run, sides)
    stop = _last(page, strengths, run, sides)
    title = _title(page, strengths, start)
    return [line for place, line in enumerate(page[:start]) if place not in title], page[stop:]


def _longest_run(page: list[Line], strengths: list[int]) -> range | None:
    """Return the places of the run of lines between furniture that has most prose; None where none has enough."""
    best = range(0)
    most = 0
    start = prose = 0
    for place in range(len(page) + 1):
        if place < len(page) and strengths[place] != CERTAIN:
            if page[place].is_prose and strengths[place] == NONE:
                prose += page[place].weight
            continue
        if prose > most:
            best, most = range(start, place), prose
        start, prose = place + 1, 0
    return best if most >= _LEAST_PROSE else None


def _agreed(side: dict[str, int], seen: dict[str, int]) -> frozenset[str]:
    return frozenset(
        name for name, count in side.items() if seen[name] >= _LEAST_PAGES and count >= _AGREE * seen[name]
    )


def _first(page: list[Line], strengths: list[int], run: range, sides: Sides) -> int:
    """Return the place of the story's first line: below the nearest heading line over which no prose goes on."""
    stop = _border(page, strengths, range(run.start - 1, -1, -1), _Reach(sides.heads, _ABOVE_LINES, _ABOVE_PROSE))
    return 0 if stop is None else stop + 1


def _last(page: list[Line], strengths: list[int], run: range, sides: Sides) -> int:
    """Return the place after the story's last line."""
    count: dict[str, int] = {}
    for line in page:
        count[line.name] = count.get(line.name, 0) + 1
    reach = _Reach(sides.ends, _BELOW_LINES, _BELOW_PROSE, lambda line: count[line.name] >= _DIVIDES)
    stop = _border(page, strengths, range(run.stop, len(page)), reach)
    return len(page) if stop is None else stop


class _Reach(NamedTuple):
    """How far a border is looked across: lines of furniture, the prose that must be there, and what forbids it."""

    borders: frozenset[str]
    lines: int
    prose: int
    divides: Callable[[Line], bool] = lambda line: False


def _border(page: list[Line], strengths: list[int], places: range, reach: _Reach) -> int | None:
    """Return the place of the border, walking away from the story; None where there is none."""
    border: int | None = None
    crossed = prose = 0
    is_divided = False
    for place in places:
        line = page[place]
        if strengths[place] == CERTAIN:
            if border is None:
                if line.name not in reach.borders:
                    continue
                border, crossed, is_divided = place, 0, False
            crossed += 1
            prose = 0
            is_divided = is_divided or reach.divides(line)
            if crossed > reach.lines:
                return border
        elif border is not None and strengths[place] == NONE and line.is_prose:
            prose += line.weight
            if prose >= reach.prose and not is_divided:
                border = None
    return border


def _title(page: list[Line], strengths: list[int], start: int) -> set[int]:
    """Return the places of the nearest lines above the story that few other pages have: its title."""
    found: set[int] = set()
    for place in range(start - 1, max(-1, start - 1 - _TITLE_LINES), -1):
        if strengths[place] != CERTAIN and _may_be_title(page[place]):
            found.add(place)
        elif found:
            break
        if len(found) == _TITLE_RUN:
            break
    return found


def _may_be_title(line: Line) -> bool:
    digits = sum(map(str.isdigit, line.text))
    return line.weight in _TITLE_WEIGHT and digits < _DIGITS * len(line.text)
