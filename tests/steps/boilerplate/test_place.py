"""Where lines stand, found as runs of lines: the same as counted line by line."""

from __future__ import annotations

from bisect import bisect_right

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.steps.boilerplate.place import FEATURES, LIKELY, RANGES, Page, prose_of
from cleantext.steps.boilerplate.verdict import Verdict
from cleantext.steps.boilerplate.weights import places_by_line

LABEL = Verdict("rule", "share", True)
END = Verdict("rule", "comments", False, "list")
LINE = st.tuples(
    st.floats(0, 1), st.integers(1, 90), st.booleans(), st.booleans(), st.sampled_from([None, None, LABEL, END])
)
PAGES = st.lists(LINE, min_size=1, max_size=150)


def page_of(lines: list[tuple[float, int, bool, bool, Verdict | None]]) -> Page:
    chances, words, ended, small, verdicts = zip(*lines, strict=True)
    return Page(
        [f"line {number % 7}" for number in range(len(lines))],
        [6] * len(lines),
        words,
        chances,
        [bisect_right(LIKELY, chance) for chance in chances],
        ended,
        small,
        ["shape"] * len(lines),
        {place: verdict for place, verdict in enumerate(verdicts) if verdict},
    )


def column(page: Page, feature: str) -> list[int]:
    return [ranges[FEATURES.index(feature)] for ranges in places_by_line(page)]


def ranges(feature: str, values: list[float]) -> list[int]:
    return [bisect_right(RANGES[feature], value) for value in values]


@given(PAGES)
def test_every_line_is_in_one_range_of_every_feature(lines):
    page = page_of(lines)
    found = list(places_by_line(page))
    assert len(found) == len(lines)
    for numbers in found:
        assert all(0 <= number <= len(RANGES[name]) for name, number in zip(FEATURES, numbers, strict=True))


@given(PAGES, st.sampled_from(["prose above", "prose below"]))
def test_prose_above_and_below_is_that_of_the_lines_above_and_below(lines, feature):
    page = page_of(lines)
    upto, total = prose_of(page).upto, prose_of(page).total
    shares = upto[:-1] if feature == "prose above" else [total - above for above in upto[1:]]
    for number, share in zip(column(page, feature), shares, strict=True):
        # On a limit itself either side is right, as shares are rounded.
        assert bisect_right(RANGES[feature], share / total - 1e-9) <= number
        assert number <= bisect_right(RANGES[feature], share / total + 1e-9)


@given(PAGES)
def test_the_gap_is_the_longest_run_without_prose_up_to_the_thick_of_the_story(lines):
    page = page_of(lines)
    thick = prose_of(page).thick
    expected: list[float] = []
    for place in range(len(lines)):
        between = page.chances[thick:place] if place > thick else page.chances[place + 1 : thick + 1]
        gap = max(map(len, "".join("." if chance < 0.3 else " " for chance in between).split()), default=0)
        expected.append(gap if place >= thick else -gap)
    assert column(page, "gap to story") == ranges("gap to story", expected)


@given(PAGES)
def test_labels_are_those_between_a_line_and_the_thick_of_the_story(lines):
    page = page_of(lines)
    thick = prose_of(page).thick
    expected: list[float] = []
    for place in range(len(lines)):
        low, high = sorted((place, thick))
        labels = sum(low < known < high for known in page.verdicts)
        expected.append(labels if place >= thick else -labels)
    assert column(page, "labels to story") == ranges("labels to story", expected)


@given(PAGES)
def test_the_distance_to_prose_is_counted_in_lines(lines):
    page = page_of(lines)
    strong = [chance > 0.8 and words >= 12 for chance, words, *_ in lines]
    expected = [
        float(min((place - other for other in range(place) if strong[other]), default=99))
        for place in range(len(lines))
    ]
    assert column(page, "up to prose") == ranges("up to prose", expected)


@pytest.mark.parametrize("count", [1, 2, 5])
def test_copies_are_told_from_the_first_of_them(count):
    page = page_of([(0.5, 3, True, False, None)] * count)._replace(texts=["copy"] * count)
    assert column(page, "copies") == ([0] if count == 1 else [1] + [2] * (count - 1))
