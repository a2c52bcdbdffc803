"""Nests of escapes: what a program escaped twice is read in one go, and a deeper nest is left whole."""

from __future__ import annotations

import pytest

from cleantext import clean, explain


@pytest.mark.parametrize(
    ("nest", "meant"),
    [("AT&amp;amp;T", "AT&T"), ("caf&amp;eacute; au lait", "café au lait"), ("caf&amp;#233; au lait", "café au lait")],
)
def test_a_nest_of_two_is_one_edit_of_one_layer(nest, meant):
    result = explain(nest, steps="characters")
    assert (result.text, [len(layer.edits) for layer in result.layers]) == (meant, [1])


@pytest.mark.parametrize("depth", [2, 3, 8, 9, 40, 10_000])
def test_a_deeper_nest_stays_whole(depth):
    nest = "The tag &" + "amp;" * depth + "lt; stays.\n"
    assert clean(nest) is nest


def test_a_deeper_nest_keeps_none_of_those_beside_it_back():
    text = "The caf&eacute; and the &" + "amp;" * 12 + "lt; and the caf&amp;eacute;\n"
    assert clean(text) == text.replace("caf&eacute;", "café").replace("caf&amp;eacute;", "café")
