"""Callables: the plain functions that scorers are pointed at, thin over the public API.

What is scored here is what users get: no function does more than call it with options.
"""

from __future__ import annotations

from collections.abc import Mapping

import cleantext
from cleantext import names as _names_of
from cleantext.steps.characters.gate import ftfy_safe as _ftfy_safe
from cleantext.steps.characters.gate import surely_clean as _surely_clean
from cleantext.steps.decode.whole import decode as _decode

_DEFAULT = cleantext.Config()
_CHARACTERS = cleantext.Config(steps=("characters",))
_REPAIR = cleantext.Config(steps=("characters/escapes", "characters/encoding"))
_WORDING = cleantext.Config(steps=("wording",))
_BOILERPLATE = cleantext.Config(steps=("boilerplate",))
_NAMES = cleantext.Config(steps=("names",))
_EVERYTHING = cleantext.Config(steps=("names",), names_style="guardian", fuzzy=True)
# What ftfy does by default, and none of our own stages, which repair more than it does.
_FTFY_LIKE = cleantext.Config(
    steps="characters/normal-form",
    also=(
        "control-characters",
        "ftfy-repairs",
        "letter-apostrophes",
        "ligatures",
        "line-breaks",
        "straight-quotes",
        "width-forms",
    ),
)
# The opt-in repairs that a category of hygiene cases is about.
_OPT_INS = {
    "shy": ("hyphenation",),
    "nbsp": ("no-break-spaces",),
    "ctrl": ("overstrikes",),
    "enclosed": ("enclosed-letters",),
    "zalgo": ("stacked-marks",),
    "homoglyph": ("look-alikes",),
    "hyph": ("hyphenation",),
    "wrap": ("line-wraps",),
    "spaced": ("letter-spacing",),
    "runon": ("run-on-words", "sentence-spaces"),
    "ocr": ("scanning-errors",),
    "quotes": ("curly-quotes",),
    "ellipsis": ("spaced-ellipses",),
    "rep": ("repeated-punctuation",),
    "decimal": ("decimal-commas", "plural-apostrophes"),
    "entity": ("bare-entities",),
    "utf7": ("utf-7",),
    "excel": ("spreadsheet-formulas",),
    "csv": ("doubled-quotes",),
    "lossy": ("lost-quotes",),
    "arabic": ("persian-letters",),
    "ro": ("romanian-commas",),
    "width": ("wide-letters",),
}
_TYPOGRAPHIC = frozenset("\u2018\u2019\u201a\u201c\u201d\u201e")


def default(text: str) -> str:
    """Run the whole flow with default options."""
    return cleantext.clean(text, _DEFAULT)


def characters(text: str) -> str:
    """Run the whole characters step."""
    return cleantext.clean(text, _CHARACTERS)


def repair(text: str) -> str:
    """Repair encoding damage and escapes alone, no hygiene."""
    return cleantext.clean(text, _REPAIR)


def characters_optin(text: str, category: str) -> str:
    """Clean with the option that a category of hygiene cases names."""
    names = _OPT_INS.get(category, ())
    if category == "quotes" and not _TYPOGRAPHIC.isdisjoint(text):
        # The one category with two options that exclude each other: typographic quotes are to become straight.
        names = ("straight-quotes",)
    return cleantext.clean(text, _CHARACTERS.replace(also=names))


def decode(data: bytes) -> str:
    """Decode bytes without being told the encoding."""
    return _decode(data)[0]


def ftfy_safe(text: str) -> str:
    """Return what ftfy with safe options returns, its `<` behaviour included."""
    return _ftfy_safe(text)


def surely_clean(text: str) -> bool:
    """Ask the gate in front of ftfy."""
    return _surely_clean(text)


def ftfy_like(text: str) -> str:
    """Return what ftfy with its default options returns."""
    return cleantext.clean(text, _FTFY_LIKE)


def wording(text: str) -> str:
    """Restore synonym-spun wording alone."""
    return cleantext.clean(text, _WORDING)


def spun_score(text: str) -> float:
    """Score how likely a text is spun; 0.0 below 60 words."""
    return cleantext.spun_score(text)


def boilerplate(text: str) -> str:
    """Strip boilerplate alone."""
    return cleantext.clean(text, _BOILERPLATE)


def boilerplate_corpus(texts: list[str]) -> list[str]:
    """Strip boilerplate from many pages at once; a list of one site's pages, or of the pages of many."""
    return [text or "" for text in cleantext.clean_corpus(texts, config=_BOILERPLATE)]


def names(text: str, gazetteer: str | None = None) -> str:
    """Normalise names by exact alias; a gazetteer file replaces the packaged list."""
    return cleantext.clean(text, _NAMES if gazetteer is None else _NAMES.replace(names=gazetteer))


def names_everything(text: str, gazetteer: str | None = None) -> str:
    """Normalise names with places by style and fuzzy matching on."""
    return cleantext.clean(text, _EVERYTHING if gazetteer is None else _EVERYTHING.replace(names=gazetteer))


def compare(a: str, b: str) -> float:
    """Say how likely two strings name the same."""
    return _names_of.score(a, b)


def parse(name: str) -> Mapping[str, str]:
    """Split a name into title, given, middle, family, suffix and nickname."""
    return _names_of.parse(name)._asdict()


def cluster(names: list[str]) -> list[int]:
    """Label each of a list of names with the entity it belongs to."""
    return _names_of.cluster(names)
