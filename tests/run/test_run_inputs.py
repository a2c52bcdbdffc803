"""What the names of a command line stand for, and what is refused before any work."""

import os

import pytest

from cleantext.errors import InputError
from cleantext.jobs.inputs import find


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working folder with `in/a.txt` and `in/deep/b.jsonl`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("a")
    (tmp_path / "in" / "deep" / "b.jsonl").write_text("{}")
    return tmp_path


def places(*names: str) -> list[str]:
    return [source.relative for source in find(names, "out", None)]


def refused(*names: str, output: str = "out", form: str | None = None) -> str:
    with pytest.raises(InputError) as raised:
        find(names, output, form)
    return str(raised.value)


def test_a_folder_is_all_its_files(folder):
    assert places("in") == ["a.txt", "deep/b.jsonl"]


def test_a_file_keeps_its_name_alone(folder):
    assert places("in/deep/b.jsonl") == ["b.jsonl"]


def test_hidden_files_and_folders_are_left_out(folder):
    (folder / "in" / ".hidden").write_text("")
    (folder / "in" / ".git").mkdir()
    (folder / "in" / ".git" / "x.txt").write_text("")
    assert places("in") == ["a.txt", "deep/b.jsonl"]


def test_files_come_in_the_order_of_their_names(folder):
    for name in ("c.txt", "B.txt", "a2.txt"):
        (folder / "in" / name).write_text("")
    assert places("in") == ["B.txt", "a.txt", "a2.txt", "c.txt", "deep/b.jsonl"]


def test_a_pattern_that_the_shell_left_is_expanded(folder):
    assert places("in/*/*.jsonl") == ["deep/b.jsonl"]


def test_two_stars_reach_any_depth(folder):
    assert places("in/**/*.*") == ["a.txt", "deep/b.jsonl"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(folder):
    (folder / "in" / "[a].txt").write_text("")
    assert places("in/[a].txt") == ["[a].txt"]


def test_the_name_tells_format_and_packing(folder):
    for name in ("1.TXT", "2.ndjson", "3.jsonl.gz", "4.jsonl.zst", "5.parquet", "6.md", "README"):
        (folder / name).write_text("")
    names = sorted(path.name for path in folder.iterdir() if path.is_file())
    found = [(source.format, source.packing) for source in find(names, "out", None)]
    packed = [("jsonl", "gz"), ("jsonl", "zst")]
    assert found == [("text", ""), ("jsonl", ""), *packed, ("parquet", ""), ("text", ""), ("text", "")]


def test_a_format_that_is_said_counts_for_all(folder):
    assert [source.format for source in find(["in"], "out", "jsonl")] == ["jsonl", "jsonl"]


def test_what_an_earlier_run_tells_of_itself_is_no_input(folder):
    (folder / "in" / ".cleantext").mkdir()
    (folder / "in" / "manifest.json").write_text("{}")
    (folder / "in" / "errors.jsonl").write_text("")
    assert places("in") == ["a.txt", "deep/b.jsonl"]


def test_no_name_is_refused(folder):
    assert refused() == "no input; name files or folders"


def test_a_missing_file_is_refused(folder):
    assert refused("none.txt") == "none.txt: there is no such file; check the name"


def test_a_pattern_without_a_file_is_refused(folder):
    assert refused("in/*.parquet") == "in/*.parquet: no file has such a name; check the pattern"


def test_an_empty_folder_is_refused(folder):
    (folder / "empty").mkdir()
    assert refused("empty") == "empty: has no files in it; check the name"


def test_standard_input_is_refused(folder):
    assert refused("-").startswith("-: a run reads files")


def test_an_output_that_is_a_file_is_refused(folder):
    assert refused("in", output="in/a.txt") == "in/a.txt: is a file, and the output is a folder; name another"


@pytest.mark.parametrize("output", ["in", "in/out", "./in/../in", "in/deep/new"])
def test_an_output_folder_in_the_input_is_refused(folder, output):
    assert refused("in", output=output) == f"{output}: lies in the input in; name a folder outside it"


def test_a_link_to_the_input_is_no_other_folder(folder):
    (folder / "link").symlink_to("in")
    assert refused("in", output="link") == "link: lies in the input in; name a folder outside it"


def test_an_input_in_the_output_folder_is_refused(folder):
    assert refused("in/deep/b.jsonl", output="in").startswith("in/deep/b.jsonl: lies in the output folder in")


def test_an_input_that_a_link_leads_over_is_refused(folder):
    (folder / "out").mkdir()
    (folder / "out" / "deep").symlink_to(folder / "in" / "deep")
    assert refused("in") == "in/deep/b.jsonl: would be written over; name another output folder"


def test_one_place_for_two_files_is_refused(folder):
    (folder / "a.txt").write_text("")
    said = "a.txt: stands for in/a.txt and for a.txt; name the folder above them, or run twice"
    assert refused("in", "a.txt") == said


def test_a_file_where_another_needs_a_folder_is_refused(folder):
    (folder / "deep").write_text("")
    assert refused("in", "deep").startswith("deep: is a file in deep and a folder in in/deep/b.jsonl")


@pytest.mark.parametrize("name", ["manifest.json", "errors.jsonl"])
def test_a_file_called_as_what_a_run_writes_is_refused(folder, name):
    (folder / name).write_text("")
    assert refused(name) == f"{name}: would take the place of what a run tells of itself; rename it"


@pytest.mark.parametrize("name", ["x.pdf", "x.csv", "x.json", "x.txt.gz", "x.jsonl.bz2", "x.PNG", "x.parquet.gz"])
def test_a_file_that_is_no_text_by_its_name_is_refused(folder, name):
    (folder / name).write_text("")
    said = f"{name}: no text, JSON lines or Parquet by the name; leave it out, or say which with --format"
    assert refused("in", name) == said


def test_of_many_such_files_three_are_named(folder):
    for number in range(5):
        (folder / "in" / f"{number}.png").write_text("")
    assert refused("in").startswith("in/0.png, in/1.png, in/2.png and 2 more: no text")


def test_a_csv_file_is_text_where_that_is_said(folder):
    (folder / "x.csv").write_text("")
    assert [source.format for source in find(["x.csv"], "out", "text")] == ["text"]


def test_packed_text_is_refused_whatever_is_said(folder):
    (folder / "x.txt.gz").write_text("")
    assert refused("x.txt.gz", form="text") == "x.txt.gz: compressed text is not read; unpack it first"


def test_a_pipe_is_refused(folder):
    os.mkfifo(folder / "pipe")
    assert refused("pipe") == "pipe: is no file; leave it out"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_refused(folder):
    (folder / "in" / "a.txt").chmod(0)
    assert refused("in").startswith("in/a.txt: may not be read (permission denied)")
