"""The algebra of edits, checked against a model too simple to be wrong."""

from __future__ import annotations

import itertools

from conftest import layered, proposals, short_texts
from hypothesis import given
from hypothesis import strategies as st

from cleantext.core.compose import compose
from cleantext.core.edit import Edit, SpanMap, apply, invert, map_span, resolve
from cleantext.core.layer import Layer
from cleantext.core.result import Result


def _is_layer(edits) -> bool:
    return all(a.end <= b.start and (a.start, a.end) != (b.start, b.end) for a, b in itertools.pairwise(edits))


def _made_one_by_one(text: str, edits) -> str:
    """Make edits from the last to the first, so that none moves another."""
    for edit in reversed(edits):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


def _mapped_letter_by_letter(edits, start: int, end: int) -> tuple[int, int]:
    """Model of map_span: each letter has an image, and a span covers those of its letters."""
    shift = 0
    images: dict[int, tuple[int, int]] = {}
    position = 0
    for edit in [*edits, Edit(10_000, 10_000, "", "", "")]:
        for letter in range(position, edit.start):
            images[letter] = (letter + shift, letter + shift + 1)
        whole = (edit.start + shift, edit.start + shift + len(edit.after))
        for letter in range(edit.start, edit.end):
            images[letter] = whole
        shift += len(edit.after) - len(edit.before)
        position = edit.end
    covered = [images[letter] for letter in range(start, end)]
    return min(image[0] for image in covered), max(image[1] for image in covered)


def _mapped_point(edits, place: int) -> tuple[int, int]:
    """Model of map_span for an empty span: widened inside an edit, else right of what ends there."""
    shift = 0
    for edit in edits:
        if edit.start < place < edit.end:
            return edit.start + shift, edit.start + shift + len(edit.after)
        if edit.end <= place and edit.start < place:
            shift += len(edit.after) - len(edit.before)
    return place + shift, place + shift


@given(data=st.data(), text=short_texts)
def test_resolve_keeps_edits_that_can_all_be_made(data, text):
    kept = resolve(data.draw(proposals(text)))
    assert _is_layer(kept)
    assert apply(text, kept) == _made_one_by_one(text, kept)


@given(data=st.data(), text=short_texts)
def test_the_order_of_proposals_is_immaterial(data, text):
    proposed = data.draw(proposals(text))
    shuffled = data.draw(st.permutations(proposed))
    assert resolve(shuffled) == resolve(proposed)


@given(data=st.data(), text=short_texts)
def test_resolve_gives_up_no_edit_that_could_still_be_made(data, text):
    proposed = data.draw(proposals(text))
    kept = resolve(proposed)
    for edit in set(proposed) - set(kept):
        overlaps = any(edit.start < other.end and other.start < edit.end for other in kept)
        meets = any(edit.start == other.start or edit.start == edit.end == other.start for other in kept)
        assert overlaps or meets or edit.before == edit.after


@given(data=st.data(), text=short_texts)
def test_resolving_twice_is_resolving_once(data, text):
    kept = resolve(data.draw(proposals(text)))
    assert resolve(kept) == kept


@given(case=layered(1))
def test_the_inverse_undoes(case):
    text, (edits,) = case
    assert apply(apply(text, edits), invert(edits)) == text


@given(case=layered(1))
def test_the_inverse_of_the_inverse_is_the_edits(case):
    _, (edits,) = case
    assert invert(invert(edits)) == edits


@given(case=layered(2))
def test_composed_edits_do_what_both_layers_do(case):
    text, (first, second) = case
    assert apply(text, compose(first, second)) == apply(apply(text, first), second)


@given(case=layered(2))
def test_composed_edits_are_a_layer(case):
    _, (first, second) = case
    assert _is_layer(compose(first, second))


@given(case=layered(3))
def test_composing_is_associative_in_what_it_does(case):
    text, (first, second, third) = case
    left = apply(text, compose(compose(first, second), third))
    assert left == apply(text, compose(first, compose(second, third)))


@given(case=layered(1))
def test_composing_with_the_inverse_leaves_nothing(case):
    text, (edits,) = case
    assert apply(text, compose(edits, invert(edits))) == text


@given(case=layered(2))
def test_composing_with_nothing_is_the_layer_itself(case):
    _, (edits, _) = case
    assert compose(edits, ()) == edits == compose((), edits)


@given(case=layered(1), data=st.data())
def test_a_span_covers_the_images_of_its_letters(case, data):
    text, (edits,) = case
    if text:
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        assert map_span(edits, start, end) == _mapped_letter_by_letter(edits, start, end)


@given(case=layered(1), data=st.data())
def test_a_span_maps_back_over_the_images_of_its_letters(case, data):
    text, (edits,) = case
    after = apply(text, edits)
    if after:
        start = data.draw(st.integers(0, len(after) - 1))
        end = data.draw(st.integers(start + 1, len(after)))
        undo = invert(edits)
        assert map_span(undo, start, end) == _mapped_letter_by_letter(undo, start, end)


@given(case=layered(1), data=st.data())
def test_an_empty_span_goes_to_the_left_at_a_border(case, data):
    text, (edits,) = case
    place = data.draw(st.integers(0, len(text)))
    assert map_span(edits, place, place) == _mapped_point(edits, place)


@given(case=layered(1), data=st.data())
def test_spans_stay_in_order(case, data):
    text, (edits,) = case
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    span = SpanMap(edits).span
    first, second = span(places[0], places[1]), span(places[2], places[3])
    assert first[0] <= second[0] or first[0] <= second[1]
    assert first[1] <= max(second)


@given(case=layered(3))
def test_a_result_of_any_layers_keeps_its_promises(case):
    text, layers = case
    clean = text
    for edits in layers:
        clean = apply(clean, edits)
    result = Result(clean, tuple(Layer(f"step-{number}", edits) for number, edits in enumerate(layers)))
    assert result.original() == text
    assert apply(text, result.net()) == clean
    assert all(text[change.start : change.end] == change.before for change in result.changes())
    assert Result.from_json(result.to_json()) == result
