"""The lists that ship: every alias works, nothing is found twice, no name belongs to two entities."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import cleantext
from cleantext.core.doc import Doc
from cleantext.core.edit import apply
from cleantext.core.load import read_sources
from cleantext.core.match import fold
from cleantext.core.rule import Pack, missing_evidence
from cleantext.steps.names import Names, entities

FOLDER = Path(cleantext.__file__).parent / "rules" / "any" / "names"


@cache
def packs() -> tuple[Pack, ...]:
    return tuple(pack for pack in read_sources() if pack.step == "names")


@cache
def step() -> Names:
    return Names(packs())


def cleaned(text: str) -> str:
    return apply(text, tuple(step()(Doc(text, lambda doc: "en"))))


def test_every_block_shows_its_evidence() -> None:
    assert not [fault for pack in packs() for fault in missing_evidence(pack, pack.id)]


def test_the_examples_hold() -> None:
    for pack in packs():
        for block in pack.blocks:
            for before, after in block.changes:
                assert cleaned(before) == after
            for text in block.keeps:
                assert cleaned(text) == text


def test_every_alias_becomes_its_canonical_form_and_stays_so() -> None:
    for entity in entities(packs()):
        for alias in entity.aliases:
            text = f"On Monday the envoy wrote to {alias.text} and others, speaking of {entity.context}."
            expected = text.replace(alias.text, entity.canonical) if entity.is_applied else text
            assert cleaned(text) == expected
            assert cleaned(expected) == expected


def test_what_a_comment_says_of_a_style_holds() -> None:
    told = re.findall(r"^# as (\S+): (.+) => (.+)$", (FOLDER / "places.tsv").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(told) > 20
    for wish, before, after in told:
        stage = Names(packs(), style=wish)
        assert apply(before, tuple(stage(Doc(before, lambda doc: "en")))) == after, wish
        assert not tuple(stage(Doc(after, lambda doc: "en")))


def test_no_spelling_belongs_to_two_entities() -> None:
    owners: dict[str, str] = {}
    for entity in entities(packs()):
        for spelling in {fold(entity.canonical), *(fold(alias.text) for alias in entity.aliases)}:
            assert owners.setdefault(spelling, entity.rule) == entity.rule


def test_no_alias_of_a_person_is_a_surname_alone() -> None:
    for entity in entities(packs()):
        if entity.type == "PER":
            assert all(" " in alias.text for alias in entity.aliases)


def test_contested_spellings_stay() -> None:
    for text in (
        "The envoy met Volodymyr Zelenskyy and Alyaksandr Lukashenka.",
        "Hizbullah and al-Qaeda denied it; so did ISIS.",
        "Recep Tayyip Erdoğan and Recep Tayyip Erdogan are one man.",
        "He flew from Kiev to Odessa and Bombay.",
    ):
        assert cleaned(text) == text


def test_a_caption_is_put_right() -> None:
    caption = "Iranian President Massoud Pezizian with Foreign Minister Abbas Araqchi in Tehran (file), Photo: AFP"
    fixed = caption.replace("Massoud Pezizian", "Masoud Pezeshkian").replace("Araqchi", "Araghchi")
    assert cleaned(caption) == fixed
