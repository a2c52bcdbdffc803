from __future__ import annotations

import pytest
from conftest import layered
from hypothesis import given

from cleantext.core.edit import Edit, apply
from cleantext.steps.characters import dense
from cleantext.steps.characters.dense import PRECISE, thinned


def removals(count: int, step: int = 2) -> tuple[str, list[Edit]]:
    text = ("x" + "\x07" + "y" * (step - 2)) * count
    return text, [Edit(place, place + 1, "\x07", "", "r.x/a") for place in range(1, len(text), step)]


def test_no_edits_stay_none():
    assert list(thinned([], "text")) == []


@pytest.mark.parametrize("count", [1, PRECISE - 1, PRECISE])
def test_up_to_a_thousand_edits_stay_as_they_are(count):
    text, edits = removals(count)
    assert list(thinned(edits, text)) == edits


@pytest.mark.parametrize("count", [PRECISE + 1, PRECISE + 2, 3 * PRECISE, 9 * PRECISE])
def test_merged_edits_do_the_same(count):
    text, edits = removals(count)
    assert apply(text, tuple(thinned(edits, text))) == apply(text, edits)


def test_dense_edits_are_few():
    text, edits = removals(50_000)
    assert len(list(thinned(edits, text))) < PRECISE + 200


def test_edits_far_apart_stay_as_they_are():
    text, edits = removals(PRECISE + 500, 200)
    assert list(thinned(edits, text)) == edits


def test_a_merged_edit_spans_a_bounded_stretch():
    text, edits = removals(50_000)
    assert max(edit.end - edit.start for edit in thinned(edits, text)) <= dense._SPAN


def test_a_merged_edit_names_its_rules_once_each():
    text, edits = removals(PRECISE + 3)
    edits[-1] = edits[-1]._replace(rule="r.y/b")
    assert list(thinned(edits, text))[-1].rule == "r.x/a+r.y/b"


@given(case=layered(1))
def test_any_edits_do_the_same_when_merged(case):
    text, (edits,) = case
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dense, "PRECISE", 1)
        assert apply(text, tuple(thinned(edits, text))) == apply(text, edits)
