from __future__ import annotations

import pytest

from cleantext.core.edit import Edit, SpanMap, apply, invert, map_span, resolve
from cleantext.errors import CleanTextError, EditError


def edit(start: int, end: int, before: str, after: str, rule: str = "r.x/a", confidence: float = 1.0) -> Edit:
    return Edit(start, end, before, after, rule, confidence)


def test_an_edit_of_a_step_that_does_not_weigh_is_certain():
    assert Edit(0, 1, "a", "x", "r.x/a").confidence == 1


class TestResolve:
    def test_nothing_proposed_is_nothing_kept(self):
        assert resolve([]) == ()

    def test_the_leftmost_wins(self):
        left, right = edit(0, 3, "abc", "x"), edit(2, 6, "cdef", "y")
        assert resolve([right, left]) == (left,)

    def test_of_two_with_one_start_the_longest_wins(self):
        short, long = edit(0, 1, "a", "x"), edit(0, 3, "abc", "y")
        assert resolve([short, long]) == (long,)

    def test_of_two_with_one_span_the_first_rule_id_wins(self):
        first, second = edit(0, 1, "a", "x", "r.x/a"), edit(0, 1, "a", "y", "r.x/b")
        assert resolve([second, first]) == (first,)

    def test_of_two_with_one_rule_the_first_replacement_wins(self):
        first, second = edit(0, 1, "a", "x"), edit(0, 1, "a", "y")
        assert resolve([second, first]) == (first,)

    def test_an_edit_that_changes_nothing_is_dropped_and_blocks_nobody(self):
        idle, real = edit(0, 3, "abc", "abc"), edit(1, 2, "b", "x")
        assert resolve([idle, real]) == (real,)

    def test_edits_that_touch_are_both_kept(self):
        both = (edit(0, 1, "a", "x"), edit(1, 2, "b", "y"))
        assert resolve(both) == both

    def test_two_insertions_at_one_place_cannot_both_be_made(self):
        assert resolve([edit(1, 1, "", "y"), edit(1, 1, "", "x")]) == (edit(1, 1, "", "x"),)

    def test_an_insertion_at_the_start_of_a_longer_edit_gives_way(self):
        longer = edit(1, 2, "b", "x")
        assert resolve([edit(1, 1, "", "y"), longer]) == (longer,)

    def test_an_insertion_inside_an_edit_gives_way(self):
        longer = edit(0, 3, "abc", "x")
        assert resolve([edit(1, 1, "", "y"), longer]) == (longer,)

    def test_an_insertion_at_the_end_of_an_edit_is_kept(self):
        both = (edit(0, 1, "a", "x"), edit(1, 1, "", "y"))
        assert resolve(both) == both

    def test_a_proposal_made_twice_is_kept_once(self):
        assert resolve([edit(0, 1, "a", "x")] * 3) == (edit(0, 1, "a", "x"),)

    def test_proposals_may_come_from_a_generator(self):
        assert resolve(edit(place, place + 1, "a", "") for place in range(3)) == tuple(
            edit(place, place + 1, "a", "") for place in range(3)
        )

    def test_confidence_is_kept(self):
        assert resolve([edit(0, 1, "a", "x", confidence=0.7)])[0].confidence == 0.7

    def test_the_leftmost_wins_however_unsure_it_is(self):
        left, right = edit(0, 3, "abc", "x", confidence=0.1), edit(2, 6, "cdef", "y", confidence=0.9)
        assert resolve([right, left]) == (left,)

    def test_of_two_that_differ_in_confidence_alone_the_same_one_wins_in_any_order(self):
        sure, unsure = edit(0, 1, "a", "x", confidence=0.9), edit(0, 1, "a", "x", confidence=0.6)
        assert resolve([sure, unsure]) == resolve([unsure, sure])


class TestApply:
    def test_no_edits_give_the_same_object(self):
        text = "a text"
        assert apply(text, ()) is text

    def test_all_edits_are_made(self):
        assert apply("abcd", (edit(0, 1, "a", "xx"), edit(2, 2, "", "-"), edit(3, 4, "d", ""))) == "xxb-c"

    def test_an_empty_text_can_be_added_to(self):
        assert apply("", (edit(0, 0, "", "x"),)) == "x"

    def test_unsure_edits_are_made_like_others(self):
        assert apply("ab", (edit(0, 1, "a", "x", confidence=0.01),)) == "xb"

    def test_positions_are_code_points(self):
        assert apply("😀é\ud800x", (edit(2, 3, "\ud800", "�"),)) == "😀é�x"

    def test_another_text_is_refused(self):
        with pytest.raises(EditError, match="belong to another text"):
            apply("xbc", (edit(0, 1, "a", "b"),))

    def test_the_message_names_the_rule_and_the_place(self):
        with pytest.raises(EditError, match=r"edit at 0-1 \(r\.x/a\): the text reads 'x', not 'a'"):
            apply("xbc", (edit(0, 1, "a", "b"),))

    def test_overlapping_edits_are_refused(self):
        with pytest.raises(EditError, match="overlaps"):
            apply("abc", (edit(0, 2, "ab", "x"), edit(1, 3, "bc", "y")))

    def test_edits_in_the_wrong_order_are_refused(self):
        with pytest.raises(EditError, match="overlaps"):
            apply("abc", (edit(2, 3, "c", "x"), edit(0, 1, "a", "y")))

    def test_a_span_inside_out_is_refused(self):
        with pytest.raises(EditError):
            apply("abc", (edit(2, 1, "", "x"),))

    def test_a_span_before_the_text_is_refused(self):
        with pytest.raises(EditError):
            apply("abc", (edit(-2, -1, "b", "x"),))

    def test_a_span_beyond_the_text_is_refused(self):
        with pytest.raises(EditError):
            apply("abc", (edit(9, 9, "", "x"),))

    def test_a_span_that_reaches_beyond_the_text_is_refused(self):
        with pytest.raises(EditError):
            apply("abc", (edit(2, 9, "c", "x"),))

    def test_the_error_is_one_of_ours(self):
        assert issubclass(EditError, CleanTextError)


class TestInvert:
    def test_of_nothing_is_nothing(self):
        assert invert(()) == ()

    def test_is_as_sure_as_the_edits_are(self):
        assert [undo.confidence for undo in invert((edit(0, 1, "a", ""), edit(1, 2, "b", "c", confidence=0.4)))] == [
            1,
            0.4,
        ]

    def test_twice_is_the_edits_themselves(self):
        edits = (edit(0, 1, "a", "xyz", confidence=0.4), edit(1, 2, "b", ""))
        assert invert(invert(edits)) == edits

    def test_moves_later_edits(self):
        assert invert((edit(0, 1, "a", "xyz"), edit(1, 2, "b", ""))) == (edit(0, 3, "xyz", "a"), edit(3, 3, "", "b"))

    def test_two_deletions_side_by_side_come_back_in_order(self):
        edits = (edit(0, 1, "a", ""), edit(1, 2, "b", ""))
        assert apply(apply("abc", edits), invert(edits)) == "abc"


class TestMapSpan:
    DELETION = (edit(2, 4, "cd", ""),)
    INSERTION = (edit(2, 2, "", "xyz"),)
    LONGER = (edit(2, 4, "cd", "wxyz"),)

    def test_without_edits_a_span_stays(self):
        assert map_span((), 1, 3) == (1, 3)

    def test_a_span_before_the_edit_stays(self):
        assert map_span(self.LONGER, 0, 2) == (0, 2)

    def test_a_span_behind_the_edit_moves(self):
        assert map_span(self.LONGER, 4, 6) == (6, 8)

    def test_a_span_over_the_edit_grows(self):
        assert map_span(self.LONGER, 1, 5) == (1, 7)

    def test_a_partial_overlap_widens_to_the_right(self):
        assert map_span(self.LONGER, 1, 3) == (1, 6)

    def test_a_partial_overlap_widens_to_the_left(self):
        assert map_span(self.LONGER, 3, 5) == (2, 7)

    def test_an_empty_span_inside_an_edit_widens(self):
        assert map_span(self.LONGER, 3, 3) == (2, 6)

    def test_a_deleted_span_falls_on_its_point(self):
        assert map_span(self.DELETION, 2, 4) == (2, 2)

    def test_a_partly_deleted_span_keeps_the_rest(self):
        assert map_span(self.DELETION, 3, 6) == (2, 4)

    def test_an_insertion_inside_a_span_belongs_to_it(self):
        assert map_span(self.INSERTION, 1, 3) == (1, 6)

    def test_an_insertion_at_the_start_of_a_span_does_not(self):
        assert map_span(self.INSERTION, 2, 4) == (5, 7)

    def test_an_insertion_at_the_end_of_a_span_does_not(self):
        assert map_span(self.INSERTION, 0, 2) == (0, 2)

    def test_an_empty_span_goes_left_of_an_insertion(self):
        assert map_span(self.INSERTION, 2, 2) == (2, 2)

    def test_an_empty_span_before_an_edit_stays_before_it(self):
        assert map_span(self.LONGER, 2, 2) == (2, 2)

    def test_an_empty_span_behind_an_edit_stays_behind_it(self):
        assert map_span(self.LONGER, 4, 4) == (6, 6)

    def test_a_map_answers_many_spans(self):
        span = SpanMap(self.DELETION).span
        assert [span(0, 2), span(2, 3), span(4, 5)] == [(0, 2), (2, 2), (2, 3)]
