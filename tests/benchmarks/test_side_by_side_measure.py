"""Contenders take turns, remember nothing from round to round, and are never dropped silently."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from side_by_side.contenders import Contender
from side_by_side.documents import Documents
from side_by_side.measure import AGAIN, FIRST, Bench, MissingError, StoppedError, Timing, rotated
from side_by_side.results import Figure, Results, Size, fallen, figure, read, write
from side_by_side.worker import apart, timed

FLOW = Contender("flow", remembers=True)
FTFY = Contender("ftfy")
PEER = Contender("peer", is_peer=True)
DOCUMENTS = Documents("pages", ("one", "two"))
WARM = ("other",) * 30


class FakeProcess:
    """Writes down what is asked of it; each pass takes a second less than the one before."""

    def __init__(self, name: str, journal: list[str]) -> None:
        self.name = name
        self.journal = journal
        self.passes = 0
        self.note("start")

    def note(self, what: str) -> None:
        self.journal.append(f"{self.name} {what}")

    def load(self, texts):
        self.note(f"load {len(texts)}")

    def warm(self, texts):
        self.note(f"warm {len(texts)}")

    def time(self, least):
        self.note("time")
        self.passes += 1
        return Timing(10.0 - self.passes)

    def apart(self):
        self.note("apart")
        return Timing(9.0), Timing(8.0)

    def close(self):
        self.note("close")


@pytest.fixture
def journal() -> list[str]:
    return []


@pytest.fixture
def bench(journal: list[str]) -> Bench:
    return Bench(lambda contender: FakeProcess(contender.name, journal), WARM)


def test_each_round_begins_with_the_next_contender():
    assert [rotated("ABC", number) for number in range(4)] == [list("ABC"), list("BCA"), list("CAB"), list("ABC")]


def test_contenders_take_turns(bench: Bench, journal: list[str]):
    bench.rows(DOCUMENTS, [FTFY, PEER], 2)
    assert [entry for entry in journal if "time" in entry] == ["ftfy time", "peer time", "peer time", "ftfy time"]


def test_one_that_remembers_runs_apart_each_round(bench: Bench, journal: list[str]):
    bench.rows(DOCUMENTS, [FLOW], 3)
    assert journal == ["flow start", "flow warm 30", "flow load 2", *["flow apart"] * 3]


def test_one_that_remembers_nothing_is_warmed_up_on_a_few(bench: Bench, journal: list[str]):
    bench.rows(DOCUMENTS, [FTFY], 1)
    assert "ftfy warm 20" in journal


def test_the_first_pass_and_the_second_are_rows_of_their_own(bench: Bench):
    rows = bench.rows(DOCUMENTS, [FLOW], 2)
    assert [(row.sight, row.seconds) for row in rows] == [(FIRST, (9.0, 9.0)), (AGAIN, (8.0, 8.0))]


def test_a_process_lives_as_long_as_the_run(bench: Bench, journal: list[str]):
    for _ in range(2):
        bench.rows(DOCUMENTS, [FTFY], 2)
    bench.close()
    assert (journal.count("ftfy start"), journal.count("ftfy close")) == (1, 1)


def test_one_that_cannot_run_is_missing_with_its_reason():
    def start(contender: Contender) -> FakeProcess:
        raise MissingError("no module")

    bench = Bench(start, WARM)
    assert bench.rows(DOCUMENTS, [PEER, FLOW], 2) == []
    assert bench.missing == {"peer": "no module", "flow": "no module"}


def test_one_that_is_stopped_has_a_row_that_says_so(journal: list[str]):
    class Slow(FakeProcess):
        def time(self, least):
            raise StoppedError("stopped after 1 s")

    bench = Bench(lambda contender: Slow(contender.name, journal), WARM)
    (row,) = bench.rows(DOCUMENTS, [FTFY], 3)
    assert (row.seconds, row.note) == ((), "stopped after 1 s")


def test_one_that_was_stopped_is_started_anew_for_the_next_set(journal: list[str]):
    class Once(FakeProcess):
        def time(self, least):
            if journal.count("ftfy start") == 1:
                raise StoppedError("stopped")
            return super().time(least)

    bench = Bench(lambda contender: Once(contender.name, journal), WARM)
    bench.rows(DOCUMENTS, [FTFY], 1)
    assert bench.rows(DOCUMENTS, [FTFY], 1)[0].seconds == (9.0,)


def test_a_quick_contender_is_repeated_and_its_seconds_are_those_of_one_pass():
    answer = timed(str.lower, ["A"] * 100, 0.01)
    assert answer["passes"] > 1
    assert answer["seconds"] * answer["passes"] >= 0.01


def test_documents_at_which_a_contender_raises_are_counted():
    assert timed(int, ["1", "one", "two"], 0)["failed"] == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")
def test_what_runs_apart_is_forgotten():
    seen: list[str] = []
    turns = apart(seen.append, ["one", "two"], ["other"])["turns"]
    assert (len(turns), seen) == (2, [])


def results(rows=(), **parts) -> Results:
    parts = {"sizes": {"pages": Size(2, 6.0)}, "memory": {}, "missing": {}} | parts
    empty = {"facts": {}, "corpus": "none", "options": {}, "cold": {}, "streams": {}, "cores": {}}
    return Results(rows=tuple(rows), **empty, **parts)


def run_of(flow: tuple[float, ...], ftfy: tuple[float, ...] = (8.0, 8.0, 8.0)) -> Results:
    from side_by_side.measure import Row

    return results([Row("pages", "ftfy", FIRST, ftfy), Row("pages", "flow", FIRST, flow)])


def test_a_figure_is_a_median_with_its_range():
    assert figure([3.0, 1.0, 9.0]) == Figure(3.0, 1.0, 9.0)


def test_a_ratio_is_taken_within_each_round():
    # Round two was disturbed, and both took twice as long.
    assert run_of((2.0, 4.0, 2.0), (8.0, 16.0, 8.0)).ratio("pages", "flow") == Figure(4.0, 4.0, 4.0)


def test_pace_is_megabytes_a_second():
    assert run_of((2.0, 3.0, 6.0)).pace("pages", "flow") == Figure(2.0, 1.0, 3.0)


def test_what_was_not_measured_has_no_figure():
    assert run_of((2.0,)).ratio("pages", "flow", AGAIN) is None


def test_a_saved_run_is_read_as_it_was(tmp_path: Path):
    run = run_of((2.0, 3.0, 6.0))
    write(run, tmp_path / "new" / "run.json")
    assert read(tmp_path / "new" / "run.json") == run


def test_a_file_that_is_no_run_is_refused(tmp_path: Path):
    (tmp_path / "run.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"run\.json: is no run of version 1; measure anew"):
        read(tmp_path / "run.json")


def test_a_ratio_that_fell_fails_the_comparison():
    (line,) = fallen(run_of((4.0, 4.1, 4.2)), run_of((2.0, 2.1, 2.2)))
    assert line.startswith("pages, flow, first sight: 1.95 x (1.90-2.00) ftfy, was 3.81 x (3.64-4.00);")


def test_a_ratio_that_fell_by_less_than_a_quarter_passes():
    assert list(fallen(run_of((2.4, 2.5, 2.6)), run_of((2.0, 2.0, 2.0)))) == []


def test_a_ratio_within_the_range_of_the_other_run_passes():
    assert list(fallen(run_of((2.0, 4.0, 4.0)), run_of((2.0, 2.1, 5.0)))) == []


def test_a_ratio_that_rose_passes():
    assert list(fallen(run_of((1.0, 1.0, 1.0)), run_of((2.0, 2.0, 2.0)))) == []
