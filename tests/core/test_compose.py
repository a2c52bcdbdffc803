from __future__ import annotations

from cleantext.core.compose import compose
from cleantext.core.edit import Edit, apply


def edit(start: int, end: int, before: str, after: str, rule: str = "r.x/a", confidence: float = 1.0) -> Edit:
    return Edit(start, end, before, after, rule, confidence)


def test_nothing_composed_with_nothing_is_nothing():
    assert compose((), ()) == ()


def test_edits_far_apart_stay_as_they_are():
    assert compose((edit(0, 1, "a", ""),), (edit(2, 3, "d", "x"),)) == (edit(0, 1, "a", ""), edit(3, 4, "d", "x"))


def test_a_second_edit_inside_the_first_is_merged_with_it():
    first, second = edit(1, 2, "b", "xyz"), edit(2, 3, "y", "-", "r.y/b")
    assert compose((first,), (second,)) == (edit(1, 2, "b", "x-z", "r.x/a+r.y/b"),)


def test_a_second_edit_around_the_first_takes_the_original_letters():
    first, second = edit(1, 2, "b", "X"), edit(0, 3, "aXc", "", "r.y/b")
    assert compose((first,), (second,)) == (edit(0, 3, "abc", "", "r.x/a+r.y/b"),)


def test_an_edit_taken_back_is_no_edit():
    assert compose((edit(0, 1, "a", "b"),), (edit(0, 1, "b", "a"),)) == ()


def test_an_insertion_taken_back_is_no_edit():
    assert compose((edit(1, 1, "", "x"),), (edit(1, 2, "x", ""),)) == ()


def test_what_was_deleted_and_put_back_is_no_edit():
    assert compose((edit(1, 2, "b", ""),), (edit(1, 1, "", "b"),)) == ()


def test_an_edit_over_two_first_ones_merges_all_three():
    first = (edit(0, 1, "a", "A"), edit(2, 3, "c", "CC"))
    second = (edit(0, 4, "AbCC", "z", "r.y/b"),)
    assert compose(first, second) == (edit(0, 3, "abc", "z", "r.x/a+r.y/b"),)


def test_a_chain_of_overlaps_becomes_one_edit():
    first = (edit(0, 2, "ab", "AB"), edit(3, 5, "de", "DE"))
    second = (edit(1, 4, "BcD", "-", "r.y/b"),)
    composed = compose(first, second)
    assert [(e.start, e.end, e.before, e.after) for e in composed] == [(0, 5, "abcde", "A-E")]


def test_an_insertion_where_a_deletion_was_replaces_it():
    composed = compose((edit(1, 3, "bc", ""),), (edit(1, 1, "", "x", "r.y/b"),))
    assert composed == (edit(1, 3, "bc", "x", "r.x/a+r.y/b"),)


def test_two_deletions_side_by_side_stay_in_order():
    first = (edit(0, 1, "a", ""), edit(1, 2, "b", ""))
    second = (edit(0, 1, "c", "x"),)
    assert apply("abcd", compose(first, second)) == "xd"


def test_a_rule_that_acts_twice_is_named_once():
    composed = compose((edit(0, 1, "a", "bb"),), (edit(0, 1, "b", "c"),))
    assert composed == (edit(0, 1, "a", "cb"),)


def test_edits_far_apart_are_each_as_sure_as_they_were():
    composed = compose((edit(0, 1, "a", "", confidence=0.3),), (edit(2, 3, "d", "x", confidence=0.8),))
    assert [one.confidence for one in composed] == [0.3, 0.8]


def test_merged_edits_are_as_sure_as_the_least_sure_of_them():
    first = (edit(0, 1, "a", "A", confidence=0.9), edit(2, 3, "c", "CC", confidence=0.6))
    unsure_last, unsure_first = (edit(0, 4, "AbCC", "z", "r.y/b", confidence) for confidence in (0.4, 0.7))
    assert [compose(first, (one,))[0].confidence for one in (unsure_last, unsure_first)] == [0.4, 0.6]


def test_edits_of_one_layer_alone_stay_as_sure_as_they_were():
    only = (edit(0, 1, "a", "b", confidence=0.5),)
    assert compose(only, ()) == compose((), only) == only
