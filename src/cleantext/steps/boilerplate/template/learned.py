"""Learned: which lines of a site are its furniture.

On the pages of forty sites, lines on a quarter of the pages were 78 % of the boilerplate
and 0.3 % of the stories; lines on two pages were 84 % and 5.8 %. So a quarter is
certain, and less is evidence at the edges of a page only. Of the lines of stories that
repeat, most belong to a story that is there twice, and most others are headlines that
another page shows as a teaser; both are looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cleantext.steps.boilerplate.lines import is_paragraph
from cleantext.steps.boilerplate.template.copies import Copies
from cleantext.steps.boilerplate.template.counts import ENTRIES, Count, Counts
from cleantext.steps.boilerplate.template.shape import Line

CERTAIN, EDGE, NONE = 2, 1, 0
# On the pages of a large site, a line on fewer than one in so many says nothing.
_RARE = 100
_LEAST = 2
# A paragraph on two pages is a quotation, or a teaser of the other page.
_LEAST_PROSE = 3
# A line as long as a headline has to be more than twice there, where one page has it as a headline.
_FEW = 2


class Furniture(NamedTuple):
    """What repeats on the pages of a site: keys and forms of lines, each on how many of `pages` pages."""

    pages: int
    repeated: Mapping[str, Count]
    certain: frozenset[str]

    def is_within(self, other: Furniture) -> bool:
        """Say whether the other knows all that this one knows, and is as sure of it."""
        return self.repeated.keys() <= other.repeated.keys() and self.certain <= other.certain

    def strength(self, line: Line) -> int:
        """Say how sure it is that a line is furniture: CERTAIN, EDGE or NONE."""
        if line.key in self.certain or line.form in self.certain:
            return CERTAIN
        return EDGE if line.key in self.repeated or line.form in self.repeated else NONE


def gather(pages: Iterable[list[Line]], entries: int = ENTRIES) -> Furniture:
    """Find what repeats on the pages of one site, in one pass; the pages are those of `lines_of`.

    Memory is bounded by `entries`, whatever the number of pages.
    """
    counts = Counts(entries)
    copies = Copies()
    for page in pages:
        if page and not copies.is_copy(page):
            counts.add(page)
    repeated = {count.name: count for count in counts.repeated() if _is_furniture(count, counts.pages)}
    certain = frozenset(name for name, count in repeated.items() if _is_certain(count, counts.pages))
    return Furniture(counts.pages, repeated, certain)


def common_of(furniture: Furniture) -> Furniture:
    """Return what is certain alone: of pages that may be of many sites, a line on a few says nothing."""
    certain = {name: count for name, count in furniture.repeated.items() if name in furniture.certain}
    return Furniture(furniture.pages, certain, furniture.certain)


def joined(site: Furniture, section: Furniture) -> Furniture:
    """Return what holds on the pages of a section: what is furniture of the site, or of the section alone."""
    return Furniture(section.pages, {**site.repeated, **section.repeated}, site.certain | section.certain)


def _is_certain(count: Count, pages: int) -> bool:
    return 4 * count.pages >= pages


def _is_furniture(count: Count, pages: int) -> bool:
    if count.pages < _LEAST or _RARE * count.pages < pages:
        return False
    if count.beside_prose and not (_is_certain(count, pages) and count.pages > _FEW):
        # Of two or three pages, all have it.
        return count.pages == pages
    return not is_paragraph(count.spelling) or count.pages >= min(_LEAST_PROSE, pages)
