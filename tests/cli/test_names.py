"""`cleantext names`: a corpus in, a table of its merges out, and what is said where that cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import process, run

from cleantext.steps.names.corpus.index import COLUMNS

TEXTS = (
    "Minister Ramil Dzhafarkhanov came by boat.\r\nIt rained.\r\n",
    "Mr Ramil Djafarkhanov, 52, left.",
    "Later Minister Ramil Dzhafarkhanov waved.",
)
HEAD = ("\t".join(COLUMNS) + "\n").encode()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    pages = tmp_path / "pages"
    (pages / "more").mkdir(parents=True)
    for number, text in enumerate(TEXTS):
        (pages / ("more" if number % 2 else ".") / f"{number}.txt").write_bytes(text.encode())
    (pages / ".hidden").write_bytes(b"Mr Ramil Jafarkhanov")
    return tmp_path


@pytest.fixture
def lines(folder: Path) -> Path:
    path = folder / "pages.jsonl"
    path.write_text("".join(json.dumps({"text": text, "body": "x"}) + "\n" for text in TEXTS), encoding="utf-8")
    return path


def row_of(table: bytes) -> list[str]:
    head, row = table.decode().splitlines()
    assert head.encode() + b"\n" == HEAD
    return row.split("\t")


def test_a_folder_becomes_a_table(folder):
    assert run("names", "pages", "-o", "merges.tsv") == (0, b"", "")
    row = row_of(Path("merges.tsv").read_bytes())
    assert row[:4] == ["p.ramil-dzhafarkhanov", "PER", "Ramil Dzhafarkhanov", "Ramil Djafarkhanov"]
    assert row[7:9] == ["corpus of 3 documents", "3"]


def test_without_a_file_the_table_goes_to_standard_output(folder):
    assert row_of(run("names", "pages").out) == row_of(run("names", "pages", "-o", "-").out)


def test_files_are_texts_and_json_lines_are_told_by_their_name(lines):
    assert row_of(run("names", "pages.jsonl").out)[8] == "3"
    assert row_of(run("names", "pages/0.txt", "pages/more/1.txt").out)[8] == "2"
    assert row_of(run("names", "pages.jsonl", "pages").out)[8] == "6"


def test_a_field_makes_json_lines_of_any_file(lines):
    lines.rename("pages.log")
    assert row_of(run("names", "--field", "text", "pages.log").out)[8] == "3"
    assert run("names", "--field", "body", "pages.log").out == HEAD


def test_standard_input_is_a_text(folder):
    assert row_of(run("names", "-", given="\n".join(TEXTS).encode()).out)[8] == "3"


def test_damaged_letters_are_repaired_before_names_are_counted(folder):
    Path("a.txt").write_bytes("Mr Andrés Quiñónez left. Mr Andres Quinonez came.".encode())
    Path("b.txt").write_bytes("Mr Andrés Quiñónez".encode().decode("cp1252").encode())
    assert row_of(run("names", "a.txt", "b.txt").out)[2:4] == ["Andrés Quiñónez", "Andres Quinonez"]


def test_the_table_can_be_used_at_once(folder):
    run("names", "pages", "-o", "merges.tsv")
    assert (
        run("--names", "merges.tsv", "--steps", "names", "pages/more/1.txt").out
        == TEXTS[1].replace("Djaf", "Dzhaf").encode()
    )


def test_the_table_of_the_run_before_is_no_text(folder):
    run("names", "pages", "-o", "pages/merges.tsv")
    first = Path("pages/merges.tsv").read_bytes()
    run("names", "pages", "-o", "pages/merges.tsv")
    assert Path("pages/merges.tsv").read_bytes() == first


def test_rare_names_are_left_out(folder):
    assert run("names", "--min-count", "4", "pages").out == HEAD
    assert row_of(run("names", "--min-count", "3", "pages").out)


def test_a_corpus_without_variants_is_told_and_gives_the_first_line(folder):
    told = "cleantext: no name is spelled in two ways; the table has no row\n"
    assert run("names", "pages/0.txt") == (0, HEAD, told)
    assert run("names", "-") == (0, HEAD, told)


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (b"no json", "pages.jsonl:4: no JSON (Expecting value at column 1); correct the line"),
        (b'{"body": "a"}', "pages.jsonl:4: no field 'text'; name one with --field: 'body'"),
        (b'{"text": 1}', "pages.jsonl:4: field 'text' is a number, no text; name another with --field"),
        (b'{"text": "\xff"}', "pages.jsonl:4: not UTF-8 (byte 0xff at 10), as JSON must be; convert the file first"),
    ],
)
def test_a_bad_record_costs_that_record(lines, bad, told):
    with lines.open("ab") as stream:
        stream.write(bad + b"\n\n")
        stream.write(json.dumps({"text": "Mr Ramil Djafarkhanov \ud800"}).encode())
    done = run("names", "pages.jsonl", "-o", "merges.tsv")
    assert (done.code, done.err) == (1, f"cleantext: {told}\n")
    assert row_of(Path("merges.tsv").read_bytes())[8] == "4"


def test_a_file_of_a_folder_that_cannot_be_read_costs_that_file(folder):
    Path("pages/gone.txt").symlink_to("nowhere")
    done = run("names", "pages")
    assert (done.code, row_of(done.out)[8]) == (1, "3")
    assert done.err.startswith("cleantext: pages/gone.txt: there is no such file")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "names: the following arguments are required: PATH; see cleantext names --help"),
        (("pages", "--min", "3"), "names: unrecognized arguments: --min"),
        (("pages", "missing"), "missing: there is no such file; check the name"),
        (("pages", "--min-count", "0"), "--min-count 0: give a whole number of 1 or more"),
        (("pages", "--min-count", "few"), "--min-count few: give a whole number of 1 or more"),
        (
            ("pages/0.txt", "-o", "pages/0.txt"),
            "-o pages/0.txt: the table would take the place of its input; name another file",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_written(folder, words, told):
    Path("merges.tsv").write_bytes(b"old")
    done = run("names", *(words if "-o" in words else (*words, "-o", "merges.tsv")))
    assert (done.code, done.out) == (2, b"")
    assert told in done.err
    assert Path("merges.tsv").read_bytes() == b"old"
    assert Path("pages/0.txt").read_bytes() == TEXTS[0].encode()


def test_a_place_that_cannot_be_written_is_told(folder):
    done = run("names", "pages", "-o", "no/such/merges.tsv")
    assert done.code == 2
    assert "no/such/merges.tsv: cannot be written" in done.err


def test_it_runs_as_a_process(folder):
    done = process("names", "pages")
    assert (done.code, row_of(done.out)[8]) == (0, "3")
    assert b"cleantext names" in process("names", "--help").out
