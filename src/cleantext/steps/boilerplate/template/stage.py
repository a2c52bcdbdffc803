"""Stage: a site's pages cut down to the story, by what was learned of the site.

It goes before the boilerplate stage, which sees to the furniture inside the story by
the pack that was learned. Only here is it known on which side of a story a line stands
on the other pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.boilerplate.deletion import deletions
from cleantext.steps.boilerplate.lines import REACH
from cleantext.steps.boilerplate.story import Removed
from cleantext.steps.boilerplate.template.learned import CERTAIN, Furniture
from cleantext.steps.boilerplate.template.shape import Line, lines_of
from cleantext.steps.boilerplate.template.sides import Sides, outside

ABOVE = "any.boilerplate.template/above-story"
BELOW = "any.boilerplate.template/below-story"
REPEATED = "any.boilerplate.template/on-other-pages"


class Template:
    """Removes what stands above and below the story on a page of a known site."""

    name = "boilerplate/template"
    is_local = False
    is_settled = False
    kinds: Mapping[str, str] = dict.fromkeys((ABOVE, BELOW, REPEATED), "template")

    def __init__(self, furniture: Furniture, sides: Sides) -> None:
        self._furniture = furniture
        self._sides = sides

    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Return one edit for each line that goes; where nothing but signs would stay, nothing goes."""
        if "\n" not in doc.text or not self._furniture.certain:
            return ()
        page = lines_of(doc.text)
        removed = self._removed(page)
        if not removed or not any(line.key for line in page if line.number not in removed):
            return ()
        return list(deletions(doc, {number: Removed(rule, 1.0) for number, rule in removed.items()}))

    def _removed(self, page: list[Line]) -> dict[int, str]:
        certain = [line for line in page if self._furniture.strength(line) == CERTAIN]
        sides = outside(page, self._furniture, self._sides)
        if sides is None:
            # A list, a form, a caption: without a story there are no sides, and the step after this one does nothing.
            return {line.number: REPEATED for line in certain}
        above, below = sides
        # Inside the story the step after this one decides, but it looks at no longer line.
        removed = {line.number: REPEATED for line in certain if len(line.text) > REACH}
        return removed | {line.number: ABOVE for line in above} | {line.number: BELOW for line in below}
