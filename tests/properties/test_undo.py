"""Promise 1: every change can be undone, and every span holds what it claims."""

from __future__ import annotations

import itertools

import pytest
from conftest import READY, byte_texts, texts
from hypothesis import given
from hypothesis import strategies as st

from cleantext import Result, explain
from cleantext.core.edit import apply

FLOWS = [*((step,) for step in READY), READY]
whole_and_alone = pytest.mark.parametrize("steps", FLOWS, ids="+".join)


@whole_and_alone
@given(text=texts)
def test_undoing_all_layers_gives_the_text_that_came_in(steps, text):
    assert explain(text, steps=steps).original() == text


@whole_and_alone
@given(text=texts)
def test_a_change_holds_what_it_claims_in_the_original(steps, text):
    for change in explain(text, steps=steps).changes():
        assert 0 <= change.start <= change.end <= len(text)
        assert text[change.start : change.end] == change.before


@given(text=texts)
def test_changes_of_one_layer_are_sorted(text):
    result = explain(text, steps=READY)
    changes = iter(result.changes())
    for layer in result.layers:
        starts = [next(changes).start for _ in layer.edits]
        assert starts == sorted(starts)


@given(text=texts)
def test_a_change_of_the_first_layer_is_its_edit(text):
    result = explain(text, steps=READY)
    for layer in result.layers[:1]:
        assert [(c.step, c.rule, c.start, c.end, c.seen, c.after) for c in result.changes()][: len(layer.edits)] == [
            (layer.step, e.rule, e.start, e.end, e.before, e.after) for e in layer.edits
        ]


@whole_and_alone
@given(text=texts)
def test_the_net_edits_lead_from_the_original_to_the_text(steps, text):
    result = explain(text, steps=steps)
    assert apply(text, result.net()) == result.text


@given(text=texts)
def test_the_net_edits_are_sorted_and_disjoint(text):
    net = explain(text, steps=READY).net()
    for first, second in itertools.pairwise(net):
        assert first.end <= second.start
        assert (first.start, first.end) != (second.start, second.end)


@given(text=texts)
def test_the_net_edits_all_change_something(text):
    assert all(edit.before != edit.after for edit in explain(text, steps=READY).net())


@given(text=texts, data=st.data())
def test_a_span_of_the_clean_text_lies_inside_the_original(text, data):
    result = explain(text, steps=READY)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(result.text))] * 2)))
    place = result.to_original(start, end)
    assert 0 <= place[0] <= place[1] <= len(text)


@given(text=texts)
def test_the_whole_clean_text_is_the_whole_original_but_for_what_was_cut_at_its_ends(text):
    result = explain(text, steps=READY)
    start, end = result.to_original(0, len(result.text))
    if result.text:
        cut = [edit for edit in result.net() if not edit.after]
        assert start in (0, *(edit.end for edit in cut))
        assert end in (len(text), *(edit.start for edit in cut))


@given(text=texts)
def test_what_no_edit_touched_is_found_at_its_place(text):
    result = explain(text, steps=READY)
    position = shift = 0
    for edit in result.net():
        if edit.start > position:
            start, end = position + shift, edit.start + shift
            assert result.to_original(start, end) == (position, edit.start)
            assert result.text[start:end] == text[position : edit.start]
        position = edit.end
        shift += len(edit.after) - len(edit.before)


@whole_and_alone
@given(text=texts)
def test_a_result_survives_json(steps, text):
    result = explain(text, steps=steps)
    assert Result.from_json(result.to_json()) == result


@given(text=texts)
def test_json_is_one_line_of_ascii(text):
    line = explain(text, steps=READY).to_json()
    assert line.isascii()
    assert len(line.splitlines()) == 1


@given(data=byte_texts)
def test_the_bytes_that_came_in_can_be_had_again(data):
    assert explain(data, steps=READY).original_bytes() == data


@given(data=byte_texts)
def test_the_bytes_can_be_had_again_from_json(data):
    assert Result.from_json(explain(data, steps="characters").to_json()).original_bytes() == data


@given(text=texts)
def test_the_change_log_names_a_rule_for_every_change(text):
    assert all(change.rule and change.step for change in explain(text, steps=READY).changes())
