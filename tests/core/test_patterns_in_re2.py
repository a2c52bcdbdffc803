"""The static check says that patterns run in linear time; an engine that cannot do otherwise agrees on them."""

from __future__ import annotations

import re

import pytest

from cleantext.core.load import read_sources

re2 = pytest.importorskip("re2", reason="google-re2 only cross-checks; pip install google-re2")

# It knows no look-ahead, which is bounded where a rule has one.
RULES = [rule for pack in read_sources() for rule in pack.rules if rule.pattern and "(?!" not in rule.pattern]
_CODE_POINT = re.compile(r"\\u([0-9a-fA-F]{4})")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_shipped_pattern_means_the_same_to_a_linear_engine(rule):
    linear = re2.compile("(?i)" + _CODE_POINT.sub(r"\\x{\1}", rule.pattern))
    ours = re.compile(rule.pattern, re.IGNORECASE)
    # What is a letter to that engine is one of ASCII, so in other scripts words have no borders for it.
    for line in filter(str.isascii, (*rule.removes, *rule.keeps)):
        assert bool(linear.fullmatch(line)) == bool(ours.fullmatch(line)), line
