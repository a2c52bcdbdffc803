"""Every rule's own examples, each in the place where the rule may act."""

from __future__ import annotations

import pytest

from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.core.load import read_sources
from cleantext.core.rule import Pack, missing_evidence
from cleantext.steps.boilerplate import Boilerplate

PACKS = tuple(pack for pack in read_sources() if pack.step == "boilerplate")
STAGE = Boilerplate()
STORY = (
    "The council voted on Tuesday to reopen the old harbour to fishing boats after eleven years of dispute.",
    "Owners of the boats had asked for the decision since the spring, and several of them watched from the gallery.",
)
# One label that may be anything elsewhere proves nothing: this stands beside it.
CHROME = "Advertisement"


def cleaned(text: str, language: str) -> str:
    return apply(text, resolve(STAGE(Doc(text, lambda _: language))))


def story_with(line: str, place: int) -> str:
    return "\n\n".join([*STORY[:place], line, *STORY[place:]])


def goes(line: str, language: str) -> bool:
    """Say whether a line goes from inside a story, or below it beside another label."""
    story = "\n\n".join(STORY)
    return story in (cleaned(story_with(line, 1), language), cleaned(f"{story}\n\n{CHROME}\n{line}", language))


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_what_rules_remove_goes(pack: Pack) -> None:
    lines = [line for rule in pack.rules for line in rule.removes]
    assert [line for line in lines if not goes(line, pack.language)] == []


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_what_rules_keep_stays_above_inside_and_below_the_story(pack: Pack) -> None:
    texts = [story_with(line, place) for rule in pack.rules for line in rule.keeps for place in (0, 1, 2)]
    assert [text for text in texts if cleaned(text, pack.language) != text] == []


def test_every_rule_shows_its_evidence() -> None:
    assert [fault for pack in PACKS for fault in missing_evidence(pack, pack.id)] == []


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_the_rules_of_a_pack_are_sorted(pack: Pack) -> None:
    keys = [rule.id for rule in pack.rules]
    assert keys == sorted(keys)
