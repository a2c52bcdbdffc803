"""Atoms: an expression over them finds what the same expression over characters does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.steps.characters.mojibake import suspicion
from cleantext.steps.characters.mojibake.atoms import TOLD, atomic
from cleantext.steps.characters.mojibake.ideographs import is_rare, rare_class

SCRIPTS = ("latin", "other", "eastern", "han")
_pieces = st.sampled_from(
    [
        *"aeZ .,\n1\u2013\u2026\u201c\u201d\u00ab\u00bb",
        *"\u00e9\u00c3\u00a9\u0130\u015f\u0153\u20ac\u2122\u1ebf\u0111\x85",
    ]
    + [
        *"\u0430\u0420\u0451\u0456\u03b1\u039e\u03cd\u05d0\u0627\u0915\u0e01",
        *"\u4e2d\u56cd\u4e02\u306e\u30c6\uac00\ub222\uff76\ue000\ufffd",
    ]
)
_texts = st.lists(_pieces | st.characters(), max_size=24).map("".join)


def over_atoms(script):
    return atomic(suspicion._expression(script, TOLD), is_rare)


@pytest.fixture(scope="module")
def both():
    """Return each expression over atoms and over characters."""
    return [
        (over_atoms(script), re.compile(suspicion._expression(script, rare_class()), re.DOTALL)) for script in SCRIPTS
    ]


@given(text=_texts)
def test_the_same_places_are_found(both, text):
    for small, large in both:
        assert [found.start() for found in small.finditer(small.rewritten(text), 0)] == [
            found.start() for found in large.finditer(text)
        ]


def test_a_text_keeps_its_length():
    small = over_atoms("other")
    text = "a\u4e2d\U0001f600\ud800\n\x00"
    assert len(small.rewritten(text)) == len(text)


def test_what_a_function_tells_is_in_the_class_that_asks_for_it():
    vowels = atomic(f"[0-9{TOLD}](?=[a-z])", lambda character: character in "aeiou")
    found = [place.start() for place in vowels.finditer(vowels.rewritten("ab 1c b2"), 0)]
    assert found == [0, 3]


def test_a_text_of_every_character_fills_no_memory():
    atoms = over_atoms("latin").atoms
    "".join(map(chr, range(0x20000))).translate(atoms)
    assert len(atoms) <= 16_384


@pytest.mark.parametrize(("character", "rare"), [("\u7684", False), ("\u4e02", True), ("\uac00", False), ("a", False)])
def test_a_character_of_daily_use_is_not_rare(character, rare):
    assert is_rare(character) is rare
    assert (re.match(f"[{rare_class()}]", character) is not None) is rare


@given(text=_texts)
def test_a_short_text_is_judged_alike_with_and_without_an_expression(text):
    with_it = suspicion.suspicious_spans(text)
    small, large = dict(suspicion._BY_ATOMS), dict(suspicion._BY_CHARACTERS)
    suspicion._BY_ATOMS.clear()
    suspicion._BY_CHARACTERS.clear()
    without = suspicion.suspicious_spans(text)
    suspicion._BY_ATOMS.update(small)
    suspicion._BY_CHARACTERS.update(large)
    assert without == with_it
