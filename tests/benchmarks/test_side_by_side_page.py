"""What a run found reaches the tables, the verdicts, the plots and the page, and nothing else of the page changes."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from side_by_side.measure import AGAIN, FIRST, Row
from side_by_side.memory import Peak
from side_by_side.page import BEGIN, END, placed, written
from side_by_side.plots import plots, svg
from side_by_side.results import Results, Size
from side_by_side.table import Table, markdown, plain, tables
from side_by_side.verdicts import MET, NOT_MEASURED, REQUIREMENTS, SHORT, verdicts

ROOT = Path(__file__).resolve().parents[2]


def row(documents: str, contender: str, *seconds: float, sight: str = FIRST) -> Row:
    return Row(documents, contender, sight, seconds)


RUN = Results(
    facts={"date": "2000-01-01", "commit": "abc", "processor": "Abacus"},
    corpus="the seed corpus, varied",
    options={"rounds": 2, "megabytes": 1.0, "quick": False},
    sizes={"residue": Size(10, 8.0), "mixed-pages": Size(5, 4.0), "clean-articles": Size(4, 2.0)},
    rows=(
        row("residue", "flow", 1.0, 2.0),
        row("residue", "flow", 0.5, 1.0, sight=AGAIN),
        row("residue", "ftfy", 8.0, 14.0),
        row("residue", "str.lower", 0.01, 0.01),
        row("residue", "clean-text", 10.0, 20.0),
        Row("residue", "jusText", FIRST, (), note="stopped after 5 s"),
        row("mixed-pages", "flow", 2.0, 2.0),
        row("mixed-pages", "only names", 0.5, 0.5),
        row("mixed-pages", "ftfy", 4.0, 4.0),
        row("clean-articles", "flow", 0.5, 0.5),
        row("clean-articles", "str.lower", 0.02, 0.02),
    ),
    missing={"textacy full": "no wheel"},
    cold={"python": (10.0, 12.0)},
    memory={"line": Peak(grown=60_000_000, text=20_000_000)},
    streams={"1x": 50_000_000, "16x": 51_000_000},
    cores={"clean_many, workers=1": (4.0, 4.0), "clean_many, workers=2": (2.0, 2.5)},
)
EMPTY = RUN._replace(sizes={}, rows=(), missing={}, cold={}, memory={}, streams={}, cores={})


def table(name: str) -> Table:
    return next(one for one in tables(RUN) if one.title.startswith(name))


def verdict(name: str, unit: str) -> tuple[float | None, str]:
    one = next(one for one in verdicts(RUN) if one.requirement.name == name and unit in one.requirement.unit)
    return one.figure and one.figure.median, one.word


def test_a_requirement_that_is_reached_is_met():
    assert verdict("residue of extractors", "ftfy") == (7.5, MET)


def test_a_requirement_that_is_not_reached_is_short():
    assert verdict("residue of extractors", "clean-text") == (10.0, SHORT)


def test_an_upper_limit_is_met_from_below():
    assert verdict("clean articles, time", "str.lower") == (25.0, MET)


def test_memory_counts_the_text_itself():
    assert verdict("one long line, memory", "str") == (4.0, MET)


def test_what_was_not_measured_is_not_met():
    assert {one.word for one in verdicts(EMPTY)} == {NOT_MEASURED}


def test_every_requirement_has_a_row():
    assert len(table("What the flow has to reach").rows) == len(REQUIREMENTS)


def test_new_text_and_text_seen_before_stand_apart():
    (cells,) = (cells for cells in table("The whole flow").rows if cells[0] == "residue")
    assert cells[7:9] == ("7.50 (7.00–8.00)", "15.0 (14.0–16.0)")


def test_a_step_is_shown_as_its_share_of_the_flow():
    (cells,) = (cells for cells in table("Steps").rows if cells[0] == "only names")
    assert cells[1] == "25 %"


def test_a_contender_that_was_stopped_stays_in_the_table():
    assert ("jusText", "stopped after 5 s", "", "") in table("Side by side: residue").rows


def test_a_missing_contender_is_listed_with_its_reason():
    assert table("Missing").rows == (("textacy full", "no wheel"), ("jusText on residue", "stopped after 5 s"))


def test_several_processes_are_compared_with_one():
    assert table("Several processes").rows[1] == ("clean_many, workers=2", "2.25 (2.00–2.50)", "1.80 (1.60–2.00)")


def test_a_run_of_one_part_has_only_its_tables():
    assert [one.title for one in tables(EMPTY)] == ["What the flow has to reach"]


def test_a_plain_table_has_its_figures_to_the_right():
    assert plain(Table("t", ("a", "b"), (("xx", "1"), ("y", "22")))) == "T\na    b\nxx   1\ny   22\n"


def test_a_markdown_table_escapes_its_own_sign():
    assert markdown(Table("t", ("a", "b"), (("x|y", "1"),))) == "| a | b |\n| --- | ---: |\n| x/y | 1 |\n"


def test_a_plot_is_well_formed_and_names_every_bar():
    for plot in plots(RUN):
        texts = [element.text for element in ElementTree.fromstring(svg(plot)).iter() if element.text]
        assert {bar.label for bar in plot.bars if bar.label} <= set(texts)


def test_the_plots_of_a_run_are_those_it_has_figures_for():
    assert [plot.name for plot in plots(RUN)] == ["speed-sets", "speed-peers", "speed-steps"]
    assert plots(EMPTY) == []


def test_a_floor_has_no_bar():
    assert "str.lower" not in {bar.label for plot in plots(RUN) for bar in plot.bars}


def test_the_page_keeps_what_stands_around_the_markers():
    page = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    assert placed(page, "new\n", "page.md") == f"before\n{BEGIN}\nnew\n{END}\nafter\n"


@pytest.mark.parametrize("page", ["", BEGIN, f"{END}{BEGIN}", f"{BEGIN}{BEGIN}{END}", f"{BEGIN}{END}{END}"])
def test_a_page_without_one_pair_of_markers_is_refused(page: str):
    with pytest.raises(ValueError, match=r"page\.md: has not one"):
        placed(page, "new", "page.md")


def test_the_page_of_the_project_has_its_markers():
    content = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert "new\n" in placed(content, "new\n", "benchmarks.md")


def test_what_is_written_says_where_when_and_on_what():
    part = written(RUN, ["speed-sets"])
    assert "2000-01-01 at commit abc, on the seed corpus, varied: 2 rounds" in part
    assert "* processor: Abacus\n" in part
    assert "[speed-sets](speed-sets.svg)" in part
