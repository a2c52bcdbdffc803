"""`cleantext learn`: pages in, a file of rules out, and what is said where that cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import run

from cleantext.core.load import read

WORDS = ("ferry", "school", "library", "bridge", "market")
STORY = "The {word} will open again in June, the harbour board said on Monday, after a year of repairs to the roof."


def page(word: str, site: str = "Vennholm Herald") -> str:
    return (
        f"{site}\nTides and weather\nIssue {len(word)} of the year\n\n{STORY.format(word=word)}\n\nWrite to the desk\n"
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    pages = tmp_path / "pages"
    (pages / "more").mkdir(parents=True)
    for number, word in enumerate(WORDS):
        (pages / ("more" if number % 2 else ".") / f"{word}.txt").write_text(page(word), encoding="utf-8")
    (pages / ".hidden").write_bytes(b"\xff\xfe")
    return tmp_path


@pytest.fixture
def lines(folder: Path) -> Path:
    records = [{"body": page(word), "site": "herald"} for word in WORDS]
    records += [{"body": page(word, "Skerry Gazette"), "site": "the gazette"} for word in WORDS]
    path = folder / "pages.jsonl"
    path.write_text("\n".join(map(json.dumps, records)) + "\n", encoding="utf-8")
    return path


def test_a_folder_becomes_a_file_of_rules(folder):
    assert run("learn", "pages", "-o", "herald.toml") == (0, b"", "")
    pack = read(folder / "herald.toml")
    assert pack.id == "user.boilerplate.herald"
    assert "Vennholm Herald" in pack.rules[0].line
    assert [rule.pattern for rule in pack.rules if rule.pattern] == [r"issue \d{1,20} of the year"]


def test_the_file_can_be_used_at_once(folder):
    run("learn", "pages", "-o", "herald.toml")
    done = run("--rules", "herald.toml", given=page("lighthouse").encode())
    assert done.out.decode() == STORY.format(word="lighthouse") + "\n"


def test_without_a_file_the_rules_go_to_standard_output(folder):
    done = run("learn", "pages")
    assert done.out.startswith(b"# What repeats on the pages of site, on 5 pages")


def test_each_site_becomes_a_file(lines):
    assert run("learn", "--by", "site", "--field", "body", "-o", "{site}.toml", "pages.jsonl") == (0, b"", "")
    assert "Vennholm Herald" in read(Path("herald.toml")).rules[0].line
    assert "Skerry Gazette" in read(Path("the-gazette.toml")).rules[0].line


def test_json_lines_without_a_field_for_the_site_are_one_site(lines):
    run("learn", "--field", "body", "-o", "both.toml", "pages.jsonl")
    assert "Tides and weather" in read(Path("both.toml")).rules[0].line


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (b"no json", "11: no JSON (Expecting value at column 1); correct the line"),
        (b'{"site": "a"}', "11: no field 'body'; name one with --field: 'site'"),
        (b'{"body": 1}', "11: field 'body' is a number, no text; name another with --field"),
        (b'{"body": "\xff"}', "11: not UTF-8, as JSON must be; convert the file first"),
    ],
)
def test_a_bad_record_costs_that_record(lines, bad, told):
    with lines.open("ab") as stream:
        stream.write(bad + b"\n")
    done = run("learn", "--field", "body", "-o", "both.toml", "pages.jsonl")
    assert done.code == 1
    assert told in done.err
    assert Path("both.toml").exists()


def test_a_record_without_a_site_is_told(lines):
    with lines.open("ab") as stream:
        stream.write(b'{"body": "text"}\n')
    done = run("learn", "--by", "site", "--field", "body", "-o", "{site}.toml", "pages.jsonl")
    assert (done.code, done.err) == (
        1,
        "cleantext: pages.jsonl:11: no site in the field 'site'; name another with --by\n",
    )


def test_a_site_of_one_page_is_left_out(lines):
    with lines.open("ab") as stream:
        stream.write(json.dumps({"body": page("mill", "Lone Star"), "site": "lone"}).encode() + b"\n")
    done = run("learn", "--by", "site", "--field", "body", "-o", "{site}.toml", "pages.jsonl")
    assert (done.code, done.err) == (0, "cleantext: pages.jsonl: lone: no line repeats on its 1 pages; left out\n")
    assert not Path("lone.toml").exists()


def test_two_sites_with_one_name_are_told(lines):
    with lines.open("ab") as stream:
        stream.write(json.dumps({"body": page("mill"), "site": "the/gazette"}).encode() + b"\n")
    done = run("learn", "--by", "site", "--field", "body", "-o", "{site}.toml", "pages.jsonl")
    assert done.code == 1
    assert "the site 'the/gazette' is written as 'the gazette' is; rename it" in done.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "learn: the following arguments are required: FOLDER|FILE; see cleantext learn --help"),
        (("-",), "learn: standard input can be read only once; name a file or a folder"),
        (("missing",), "missing: there is no such file; check the name"),
        (("--by", "site", "pages"), "pages: is a folder, whose files have no fields; leave --by and --field out"),
        (("--field", "site", "pages"), "pages: is a folder, whose files have no fields; leave --by and --field out"),
        (
            ("--by", "site", "-o", "x.toml", "pages.jsonl"),
            "-o x.toml: --by writes a file for each site; put {site} into the name",
        ),
        (("--sites", "pages"), "learn: unrecognized arguments: --sites; see cleantext learn --help"),
    ],
)
def test_what_cannot_be_meant_is_refused(lines, words, told):
    assert run("learn", *words) == (2, b"", f"cleantext: {told}\n")


def test_where_nothing_repeats_no_file_is_written(folder):
    (folder / "one").mkdir()
    (folder / "one" / "page.txt").write_text(page("ferry"), encoding="utf-8")
    done = run("learn", "one", "-o", "one.toml")
    assert (done.code, done.err) == (2, "cleantext: one: no line repeats on its 1 pages; give more of one site\n")
    assert not Path("one.toml").exists()


def test_an_output_that_cannot_be_written_is_told(folder):
    done = run("learn", "pages", "-o", "no/such/folder.toml")
    assert done.code == 2
    assert "no/such/folder.toml: cannot be written" in done.err


def test_help_is_shown():
    done = run("learn", "--help")
    assert done.code == 0
    assert done.out.startswith(b"usage: cleantext learn ")
