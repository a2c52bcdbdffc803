"""Kinds: the rules that are no entry of a pack, because a line's place or shape decides.

Every other rule's kind is in its pack.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

MENU = "any.boilerplate.navigation/menu-line"
NUMBER = "any.boilerplate.counter/number"
DUPLICATE = "any.boilerplate.caption/duplicate"
LISTED = "any.boilerplate.related/follows-label"
AFTER_STORY = "any.boilerplate.related/after-story"
NAME_BELOW = "any.boilerplate.byline/name-below"
TAGGED = "any.boilerplate.tags/follows-label"
COMMENT = "any.boilerplate.comments/below-article"
FOOT = "any.boilerplate.legal/below-article"
# The kind of what was learned of a site's pages.
TEMPLATE = "template"
# Where a line that no rule knows stands to the story, and whether it is a label or longer.
PLACES: Mapping[tuple[str, str], str] = {
    (zone, shape): f"any.boilerplate.{topic}/{zone}-story"
    for zone in ("above", "inside", "below")
    for shape, topic in (("label", "navigation"), ("teaser", "related"))
}
# The kinds of the lines that go because of their place and not because of what they say.
KINDS: Mapping[str, str] = {
    AFTER_STORY: "related",
    COMMENT: "comments",
    DUPLICATE: "caption",
    FOOT: "legal",
    LISTED: "related",
    MENU: "navigation",
    NAME_BELOW: "byline",
    NUMBER: "counter",
    TAGGED: "tags",
    **{rule: rule.split(".")[2].partition("/")[0] for rule in PLACES.values()},
}


class End(NamedTuple):
    """A line that can end an article: what goes below it, and below which share of the paragraphs it must stand."""

    taken: tuple[str, str]
    share: float


# Readers write more than some authors do, so comments may fill a third of a page. A line with a
# copyright sign may also be the credit of a picture, so it must stand below nearly everything.
ENDS = {"comments": End((COMMENT, "comments"), 0.66), "legal": End((FOOT, "legal"), 0.9)}
