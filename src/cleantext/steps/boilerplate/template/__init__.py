"""Template: what a site puts on its pages beside the stories, learned from many of them."""

from cleantext.steps.boilerplate.template.groups import SECTION, SITE, Finder, Likeness
from cleantext.steps.boilerplate.template.learned import Furniture, common_of, gather, joined
from cleantext.steps.boilerplate.template.pack import pack_of
from cleantext.steps.boilerplate.template.shape import Line, lines_of
from cleantext.steps.boilerplate.template.sides import Sides, gather_sides
from cleantext.steps.boilerplate.template.stage import Template
from cleantext.steps.boilerplate.template.write import toml_of

__all__ = [
    "SECTION",
    "SITE",
    "Finder",
    "Furniture",
    "Likeness",
    "Line",
    "Sides",
    "Template",
    "common_of",
    "gather",
    "gather_sides",
    "joined",
    "lines_of",
    "pack_of",
    "toml_of",
]
