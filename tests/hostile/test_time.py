"""Promise 5, time: twice the text takes at most 2.3 times as long, whatever the text is.

The families named here run with every test run, through the whole flow and through the
parts that only some users ask for; `make nightly` runs all families through every stage
alone as well.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from growth import LIMIT, growth
from hostile_texts import FAMILIES

from cleantext import clean, explain
from cleantext.config import ALSO, STAGES, Config

# One of each idea: what every program that reads markup, mail, mojibake, names or chrome was once slow on.
DAILY = (
    "an address without a domain",
    "spaces",
    "tabs and spaces before line ends",
    "spaces of many widths",
    "blank lines",
    "a nest of ampersands",
    "ampersands never closed",
    "tags never closed",
    "escapes never finished",
    "percent signs",
    "backslashes",
    "equals signs",
    "soft breaks",
    "plus signs",
    "zero-width spaces",
    "marks on one letter",
    "three alphabets in turn",
    "overrides",
    "isolates in isolates",
    "mojibake",
    "what mojibake begins with",
    "half of mojibake in words",
    "mojibake in lines",
    "one line of words",
    "one line without a space",
    "one line of Chinese",
    "a known name in lines",
    "unknown names",
    "the the the",
    "near hits of spun phrases",
    "share buttons",
    "glued share buttons",
    "one line again and again",
    "growing lines",
    "digits and commas",
    "addresses of the web",
    "one chain of emoji",
    "lone surrogates",
    "NULs",
    "control characters",
    "mixed line breaks",
    "an edit at every other place",
    "quotation marks in a nest",
    "full-width letters",
    "soft hyphens",
    "replacement characters",
)
# The flow with all that can be asked of it but for two opt-ins: straight quotes undo the curly ones, and the
# repairs of ftfy are ftfy's own, whose time is not ours.
_REPAIRS = Config(also=[name for name in ALSO if name not in ("straight-quotes", "ftfy-repairs")])
_NAMES = Config(steps="names", fuzzy=True, names_style="ap", language="en")
_SPUN = Config(steps="wording", spun="force", language="en")


def _account(text: str) -> None:
    """Ask a result for all that it can tell."""
    result = explain(text)
    result.changes()
    result.net()
    result.original()
    result.to_json()


def _growth(family: str, config: Config) -> float:
    return growth(lambda text: clean(text, config), FAMILIES[family])


def _run_of(config: Config) -> Callable[[str], object]:
    return lambda text: clean(text, config)


@pytest.mark.parametrize("family", DAILY)
def test_the_flow_takes_twice_as_long_for_twice_the_text(family):
    assert _growth(family, Config()) <= LIMIT


@pytest.mark.parametrize(
    "family", ["an edit at every other place", "share buttons in prose", "mojibake in lines", "CR LF"]
)
def test_the_whole_account_takes_twice_as_long_for_twice_the_text(family):
    assert growth(_account, FAMILIES[family]) <= LIMIT


@pytest.mark.parametrize(
    "family",
    ["spaces of many widths", "wrapped lines", "spaced letters", "straight quotation marks", "UTF-7", "soft hyphens"],
)
def test_all_opt_ins_take_twice_as_long_for_twice_the_text(family):
    assert _growth(family, _REPAIRS) <= LIMIT


@pytest.mark.parametrize(
    "family", ["one known name", "known names in a list", "unknown surnames", "initials", "particles"]
)
def test_guessing_names_takes_twice_as_long_for_twice_the_text(family):
    assert _growth(family, _NAMES) <= LIMIT


@pytest.mark.parametrize(
    "family", ["spun phrases", "spun phrases in lines", "near hits of spun phrases", "the the the"]
)
def test_forced_restoring_takes_twice_as_long_for_twice_the_text(family):
    assert _growth(family, _SPUN) <= LIMIT


@pytest.mark.huge
@pytest.mark.parametrize("family", [family for family in FAMILIES if family not in DAILY])
def test_the_flow_takes_twice_as_long_for_twice_the_text_of_every_family(family):
    assert _growth(family, Config()) <= LIMIT


@pytest.mark.huge
@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_alone_takes_twice_as_long_for_twice_the_text(stage, family):
    assert _growth(family, Config(steps=stage, language="en")) <= LIMIT


@pytest.mark.huge
@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("run", [_account, _run_of(_REPAIRS), _run_of(_SPUN)], ids=["account", "opt-ins", "forced"])
def test_what_is_asked_for_takes_twice_as_long_for_twice_the_text_of_every_family(run, family):
    assert growth(run, FAMILIES[family]) <= LIMIT
