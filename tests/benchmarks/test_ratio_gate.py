"""The gate of the speed tests looks at times as multiples of the floor of their document."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks" / "speed"))

from ratio_gate import Timed, multiples, read, slower, write

FLOOR = Timed("test_floor", "article", 0.5)


def test_a_time_is_divided_by_the_floor_of_its_document():
    other = Timed("test_floor", "page", 0.1)
    assert multiples([other, Timed("test_flow", "article", 2.0), FLOOR]) == {"test_flow[article]": 4.0}


def test_a_document_without_a_floor_is_left_out():
    assert multiples([FLOOR, Timed("test_flow", "page", 2.0)]) == {}


def test_what_is_not_ours_may_become_slower():
    assert multiples([FLOOR, Timed("test_ftfy", "article", 2.0)]) == {}


def test_a_machine_that_is_twice_as_slow_changes_nothing():
    fast = [FLOOR, Timed("test_flow", "article", 2.0)]
    slow = [one._replace(seconds=2 * one.seconds) for one in fast]
    assert multiples(fast) == multiples(slow)


def test_a_test_that_lost_more_than_a_quarter_of_its_speed_is_told_of():
    (line,) = slower({"a": 14.0, "b": 13.0}, {"a": 10.0, "b": 10.0})
    assert line.startswith("a: takes 14.0 times the floor, was 10.0;")


def test_a_test_of_one_run_only_is_not_told_of():
    assert list(slower({"new": 14.0}, {"old": 1.0})) == []


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path):
    write(tmp_path / "baseline.json", {"b": 2.0, "a": 1.5})
    assert read(tmp_path / "baseline.json") == {"a": 1.5, "b": 2.0}
