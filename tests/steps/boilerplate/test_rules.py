"""Every rule's own examples, each in the place where the rule may act."""

from __future__ import annotations

import pytest

from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.core.load import read_sources
from cleantext.core.rule import Pack, Rule, missing_evidence
from cleantext.steps.boilerplate import Boilerplate

PACKS = tuple(pack for pack in read_sources() if pack.step == "boilerplate")
RULES = [rule for pack in PACKS for rule in pack.rules]
STAGE = Boilerplate(PACKS)
STORY = (
    "The council voted on Tuesday to reopen the old harbour to fishing boats after eleven years of dispute.",
    "Owners of the boats had asked for the decision since the spring, and several of them watched from the gallery.",
)


def cleaned(text: str) -> str:
    return apply(text, resolve(STAGE(Doc(text))))


def story_with(line: str, place: int) -> str:
    return "\n\n".join([*STORY[:place], line, *STORY[place:]])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_a_rule_removes_goes(rule: Rule) -> None:
    place = 2 if rule.where == "edge" else 1
    left = {line: cleaned(story_with(line, place)) for line in rule.removes}
    assert left == dict.fromkeys(rule.removes, "\n\n".join(STORY))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_a_rule_keeps_stays_above_inside_and_below_the_story(rule: Rule) -> None:
    texts = [story_with(line, place) for line in rule.keeps for place in (0, 1, 2)]
    assert [cleaned(text) for text in texts] == texts


def test_every_rule_shows_its_evidence() -> None:
    assert [fault for pack in PACKS for fault in missing_evidence(pack, pack.id)] == []


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_the_rules_of_a_pack_are_sorted(pack: Pack) -> None:
    keys = [rule.id for rule in pack.rules]
    assert keys == sorted(keys)
