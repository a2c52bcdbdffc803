"""The command as a whole: what it writes, what it makes again, what it says."""

import json
import os

import pytest
from runs import CLEAN, DAMAGED, C, Ran, ended, engine, hooked, input_of, run, start, tree, until

from cleantext.cli.filter import main
from cleantext.jobs.formats import json_lines


@pytest.fixture
def corpus(tmp_path):
    """A folder with two texts and a file of JSON lines with a bad one."""
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text(DAMAGED + "\n", encoding="utf-8")
    (folder / "deep" / "b.txt").write_text("plain\n")
    (folder / "c.jsonl").write_text(json.dumps({"id": "x1", "text": DAMAGED}) + "\nnonsense\n")
    return folder


def here(capsys, *words: object) -> Ran:
    """Run the command in this process, its workers in processes of their own."""
    code = main(["run", *map(str, words)])
    return Ran(code, capsys.readouterr().err)


def seconds_of(folder) -> dict[str, int]:
    """Return when each output file was written."""
    return {name: (folder / name).stat().st_mtime_ns for name in tree(folder) if name != "errors.jsonl"}


def test_files_come_out_clean_under_the_same_paths(corpus, tmp_path):
    ran = run(corpus, "-o", tmp_path / "out", "-j", "2", *C)
    made = tree(tmp_path / "out")
    assert sorted(made) == ["a.txt", "c.jsonl", "deep/b.txt", "errors.jsonl"]
    assert made["a.txt"].decode() == CLEAN + "\n"
    assert ran.code == 1
    assert ran.err.splitlines()[-1] == f"cleantext: 1 document or file was bad; see {tmp_path / 'out' / 'errors.jsonl'}"


def test_without_errors_the_exit_code_is_0_and_there_is_no_file_of_them(corpus, tmp_path, capsys):
    ran = here(capsys, corpus / "a.txt", "-o", tmp_path / "out", *C)
    assert ran.code == 0
    assert sorted(tree(tmp_path / "out")) == ["a.txt"]


def test_one_process_and_two_write_the_same_bytes(corpus, tmp_path, capsys):
    lines = (json.dumps({"id": number, "text": f"{number} {DAMAGED}"}) for number in range(60_000))
    (corpus / "large.jsonl").write_text("\n".join(lines))
    for workers in ("1", "2"):
        here(capsys, corpus, "-o", tmp_path / workers, "-j", workers, "--steps", "characters/escapes")
    assert tree(tmp_path / "1") == tree(tmp_path / "2")


def test_the_manifest_counts_files_and_all(corpus, tmp_path, capsys):
    here(capsys, corpus, "-o", tmp_path / "out", *C)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert [(file["file"], file["documents"], file["changed"], file["errors"]) for file in manifest["files"]] == [
        ("a.txt", 1, 1, 0),
        ("c.jsonl", 2, 1, 1),
        ("deep/b.txt", 1, 0, 0),
    ]
    assert manifest["totals"]["documents"] == 4
    assert manifest["totals"]["removed"]["characters/escapes"] == 8
    assert manifest["totals"]["bytes_in"] == sum(len(path.read_bytes()) for path in corpus.rglob("*.*"))
    assert manifest["configuration"]["steps"][0] == "characters/escapes"


def test_an_error_names_file_line_and_document(corpus, tmp_path, capsys):
    (corpus / "c.jsonl").write_text('{"text": "a"}\n{"text": 5, "key": "k9"}\n')
    here(capsys, corpus, "-o", tmp_path / "out", "--id-field", "key", *C)
    [error] = map(json.loads, (tmp_path / "out" / "errors.jsonl").read_text().splitlines())
    assert (error["file"], error["record"], error["id"]) == ("c.jsonl", 2, "k9")


def test_an_error_in_a_later_part_has_the_line_of_the_file(corpus, tmp_path, capsys):
    good = json.dumps({"text": "x" * 1000}) + "\n"
    (corpus / "c.jsonl").write_text(good * 9_000 + "bad\n" + good * 10)
    assert len(json_lines.cuts(input_of(corpus / "c.jsonl"))) > 1
    here(capsys, corpus, "-o", tmp_path / "out", "--steps", "characters/escapes")
    [error] = map(json.loads, (tmp_path / "out" / "errors.jsonl").read_text().splitlines())
    assert error["record"] == 9_001


def test_a_document_that_raises_costs_itself_alone(corpus, tmp_path):
    hooks = hooked(tmp_path / "hooks", "if text == 'plain\\n': raise KeyError('no such thing')")
    ran = run(corpus / "a.txt", corpus / "deep" / "b.txt", "-o", tmp_path / "out", *C, hooks=hooks)
    assert ran.code == 1
    assert tree(tmp_path / "out")["b.txt"] == b"plain\n"
    [error] = map(json.loads, (tmp_path / "out" / "errors.jsonl").read_text().splitlines())
    assert (error["file"], error["type"]) == ("b.txt", "KeyError")


# Again


def test_a_second_run_makes_nothing_again(corpus, tmp_path, capsys):
    here(capsys, corpus, "-o", tmp_path / "out", *C)
    before, errors = seconds_of(tmp_path / "out"), (tmp_path / "out" / "errors.jsonl").read_bytes()
    ran = here(capsys, corpus, "-o", tmp_path / "out", *C)
    assert seconds_of(tmp_path / "out") == before
    assert (ran.code, (tmp_path / "out" / "errors.jsonl").read_bytes()) == (1, errors)


@pytest.mark.parametrize(
    "words", [("--also", "curly-quotes"), ("--steps", "characters/escapes"), ("--force",), ("--format", "text")]
)
def test_another_configuration_makes_all_again(corpus, tmp_path, capsys, words):
    here(capsys, corpus, "-o", tmp_path / "out", *C)
    before = seconds_of(tmp_path / "out")
    here(capsys, corpus, "-o", tmp_path / "out", *C, *words)
    after = seconds_of(tmp_path / "out")
    assert [name for name in before if before[name] == after[name]] == []


def test_only_the_file_that_changed_is_made_again(corpus, tmp_path, capsys):
    here(capsys, corpus, "-o", tmp_path / "out", *C)
    before = seconds_of(tmp_path / "out")
    (corpus / "a.txt").write_text("other\n")
    here(capsys, corpus, "-o", tmp_path / "out", *C)
    after = seconds_of(tmp_path / "out")
    assert [name for name in before if before[name] != after[name]] == ["a.txt"]
    assert tree(tmp_path / "out")["a.txt"] == b"other\n"


def test_a_change_that_keeps_size_and_time_is_seen(corpus, tmp_path, capsys):
    here(capsys, corpus, "-o", tmp_path / "out", *C)
    kept = (corpus / "deep" / "b.txt").stat()
    (corpus / "deep" / "b.txt").write_text("plein\n")
    os.utime(corpus / "deep" / "b.txt", ns=(kept.st_atime_ns, kept.st_mtime_ns))
    here(capsys, corpus, "-o", tmp_path / "out", *C)
    assert tree(tmp_path / "out")["deep/b.txt"] == b"plein\n"


@pytest.mark.parametrize("damage", ["gone", "cut off"])
def test_an_output_that_is_not_whole_is_made_again(corpus, tmp_path, capsys, damage):
    here(capsys, corpus, "-o", tmp_path / "out", *C)
    wanted = tree(tmp_path / "out")
    output = tmp_path / "out" / "a.txt"
    output.unlink() if damage == "gone" else output.write_bytes(b"ca")
    here(capsys, corpus, "-o", tmp_path / "out", *C)
    assert tree(tmp_path / "out") == wanted


def test_one_part_of_a_large_file_that_changed_is_in_the_new_output(tmp_path, capsys):
    lines = [json.dumps({"text": f"{number:05} {'x' * 990}"}) + "\n" for number in range(9_000)]
    source = tmp_path / "a.jsonl"
    source.write_text("".join(lines))
    here(capsys, source, "-o", tmp_path / "out", "--steps", "characters/escapes")
    lines[8_000] = lines[8_000].replace("08000", "&amp;")
    source.write_text("".join(lines))
    here(capsys, source, "-o", tmp_path / "out", "--steps", "characters/escapes")
    assert tree(tmp_path / "out")["a.jsonl"].decode() == "".join(lines).replace("&amp;", "&")


def test_errors_that_are_mended_go(corpus, tmp_path, capsys):
    here(capsys, corpus, "-o", tmp_path / "out", *C)
    (corpus / "c.jsonl").write_text('{"text": "a"}\n')
    assert here(capsys, corpus, "-o", tmp_path / "out", *C).code == 0
    assert "errors.jsonl" not in tree(tmp_path / "out")


def test_nothing_is_left_of_the_parts(corpus, tmp_path, capsys):
    here(capsys, corpus, "-o", tmp_path / "out", *C)
    for name in ("parts", "work"):
        assert list((tmp_path / "out" / ".cleantext" / name).iterdir()) == []


def test_what_a_dead_run_left_half_written_is_removed(corpus, tmp_path, capsys):
    work = tmp_path / "out" / ".cleantext" / "work"
    work.mkdir(parents=True)
    (work / "0123-99.tmp").write_bytes(b"half")
    here(capsys, corpus, "-o", tmp_path / "out", *C)
    assert list(work.iterdir()) == []


# What it refuses, and says


def test_a_file_that_no_run_has_written_is_not_written_over(corpus, tmp_path, capsys):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.txt").write_text("mine")
    ran = here(capsys, corpus, "-o", tmp_path / "out", *C)
    said = "stands there, and no run has written it; name another folder, or add --force"
    assert ran == (2, f"cleantext: {tmp_path / 'out' / 'a.txt'}: {said}\n")
    assert (tmp_path / "out" / "a.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["in"], "run: the following arguments are required: -o/--output; see cleantext run --help"),
        (["-o", "out"], "run: no input; name files or folders, which a run can take up again"),
        (["in", "-o", "out", "-j", "0"], "run: -j 0: give a number of processes from 1 to 1024"),
        (["in", "-o", "out", "-j", "two"], "run: -j two: give a number of processes from 1 to 1024"),
        (
            ["in", "-o", "out", "--lines"],
            "run: --lines is an option of the filter; name files whose lines are JSON, or",
        ),
        (["in", "-o", "out", "--jsonl"], "run: --jsonl is an option of the filter; say --format jsonl"),
        (["in", "-o", "out", "-0"], "run: -0 is an option of the filter; use the filter"),
        (["in", "-o", "out", "--stepz", "names"], "unknown option --stepz; did you mean --steps?"),
        (["in", "-o", "out", "--keep", "captoin"], "keep holds 'captoin', which is the kind of no rule; did you mean"),
        (["in", "-o", "out", "--changes-field", "text"], "run: --changes-field text is where the text stands"),
        (["in", "-o", "-"], "run: -o -: a run writes files; name a folder"),
        (["in", "-o", "in/out"], "in/out: lies in the input in; name a folder outside it"),
        (["none.txt", "-o", "out"], "none.txt: there is no such file; check the name"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_written(corpus, monkeypatch, capsys, words, said):
    monkeypatch.chdir(corpus.parent)
    ran = here(capsys, *words)
    assert ran.code == 2
    assert ran.err.startswith(f"cleantext: {said}")
    assert sorted(path.name for path in corpus.parent.iterdir()) == ["in"]


def test_two_runs_into_one_folder_are_refused(corpus, tmp_path):
    hooks = hooked(tmp_path / "hooks", "time.sleep(3)")
    first = start(corpus / "a.txt", "-o", tmp_path / "out", *C, hooks=hooks)
    until((tmp_path / "out" / ".cleantext" / "journal.jsonl").exists)
    second = run(corpus / "a.txt", "-o", tmp_path / "out", *C)
    assert ended(first).code == 0
    assert (second.code, "another run is writing there" in second.err) == (2, True)


def test_quiet_tells_errors_alone(corpus, tmp_path, capsys):
    assert here(capsys, corpus / "a.txt", "-o", tmp_path / "out", "--quiet", *C) == (0, "")
    assert "1 document or file was bad" in here(capsys, corpus, "-o", tmp_path / "all", "--quiet", *C).err


def test_a_file_in_another_encoding_than_named_is_an_error_and_stays(corpus, tmp_path, capsys):
    (corpus / "a.txt").write_bytes(b"caf\xe9\n")
    ran = here(capsys, corpus / "a.txt", "-o", tmp_path / "out", "--encoding", "utf-8", *C)
    assert ran.code == 1
    assert tree(tmp_path / "out")["a.txt"] == b"caf\xe9\n"


def test_own_rules_reach_the_workers(corpus, tmp_path, capsys):
    rules = tmp_path / "own.toml"
    greeting = "the osk herald greets you"
    rules.write_text(
        f'[greeting]\nkind = "share"\nline = ["{greeting}"]\nsource = "own knowledge (2020)"\n'
        f'removes = ["{greeting}"]\nkeeps = ["a greeting"]\n'
    )
    story = "The ferry will sail twice a day from June, the harbour board said on Monday.\n"
    (corpus / "a.txt").write_text(f"{story}\nThe Osk Herald greets you\n")
    here(capsys, corpus / "a.txt", "-o", tmp_path / "out", "--rules", rules)
    assert tree(tmp_path / "out")["a.txt"].decode() == story


def test_parquet_in_two_processes_is_parquet_in_one(tmp_path, capsys):
    pyarrow = engine("pyarrow")
    from pyarrow import parquet

    table = pyarrow.table({"text": [f"{number} {DAMAGED}" for number in range(5_000)]})
    parquet.write_table(table, tmp_path / "a.parquet", row_group_size=700)
    for workers in ("1", "2"):
        assert here(capsys, tmp_path / "a.parquet", "-o", tmp_path / workers, "-j", workers, *C).code == 0
    assert tree(tmp_path / "1") == tree(tmp_path / "2")
    assert parquet.read_table(tmp_path / "1" / "a.parquet")["text"][4999].as_py() == f"4999 {CLEAN}"
