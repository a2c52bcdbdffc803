"""--explain, --log, --stats and --diff: what is told about a run."""

import io
import json

import pytest
from command_line import run

from cleantext.cli.output import Sink
from cleantext.cli.writers import diff_writer

C = ("--steps", "characters")
DAMAGED = "caf\u00c3\u00a9\n".encode()
ENCODING = {
    "file": "-",
    "record": 1,
    "step": "characters/encoding",
    "kind": "",
    "start": 3,
    "end": 5,
    "before": "\u00c3\u00a9",
    "seen": "\u00c3\u00a9",
    "after": "\u00e9",
    "confidence": 1.0,
}


def _without_rule(line: str) -> dict[str, object]:
    record = json.loads(line)
    assert record.pop("rule").startswith("any.characters.")
    return record


def test_explain_writes_a_json_line_a_change_to_standard_error():
    ran = run(*C, "--explain", given=DAMAGED)
    assert ran.out == "caf\u00e9\n".encode()
    assert [_without_rule(line) for line in ran.err.splitlines()] == [ENCODING]


def test_explain_is_silent_where_nothing_changed():
    assert run(*C, "--explain", given=b"plain\n") == (0, b"plain\n", "")


def test_the_log_goes_to_a_file_without_being_asked_for_twice(tmp_path):
    log = tmp_path / "log.jsonl"
    ran = run(*C, "--log", str(log), given=DAMAGED)
    assert (ran.out, ran.err) == ("caf\u00e9\n".encode(), "")
    assert [_without_rule(line) for line in log.read_text(encoding="utf-8").splitlines()] == [ENCODING]
    assert run(*C, "--explain", "--log", str(log), given=b"plain\n").err == ""
    assert log.read_bytes() == b""


def test_the_log_can_go_to_standard_output_in_a_dry_run():
    ran = run(*C, "--dry-run", "--log", "-", given=DAMAGED)
    assert [_without_rule(line) for line in ran.out.decode().splitlines()] == [ENCODING]


def test_the_log_names_file_and_record(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"one\n" + DAMAGED)
    names = [str(tmp_path / name) for name in ("a", "b")]
    lines = [json.loads(line) for line in run(*C, "--lines", "--explain", *names).err.splitlines()]
    assert [(line["file"], line["record"]) for line in lines] == [(names[0], 2), (names[1], 2)]


def test_the_log_knows_what_the_command_line_itself_changed():
    ran = run(*C, "--lines", "--explain", given="a\u2028b\n".encode())
    assert [json.loads(line)["rule"] for line in ran.err.splitlines()][-1] == "output/one-line"


def test_the_log_holds_lone_surrogates():
    ran = run("--steps", "", "--jsonl", "--explain", given=b'{"text": "\\ud800"}')
    assert json.loads(ran.err)["before"] == "\ud800"


def test_the_log_may_not_be_a_file_that_is_read_or_written(tmp_path):
    name = str(tmp_path / "a")
    (tmp_path / "a").write_bytes(b"a")
    message = f"cleantext: --log {name}: that file is read or written already; name another one\n"
    assert run(*C, "--log", name, name) == (2, b"", message)
    assert run(*C, "--log", name, "-o", name) == (2, b"", message)
    assert (tmp_path / "a").read_bytes() == b"a"


# Counts


def test_stats_count_documents_and_changes_by_step_and_rule():
    ran = run(*C, "--lines", "--stats", given=DAMAGED * 2 + b"plain\na\xe2\x80\x8bb\n")
    assert ran.out.endswith(b"plain\nab\n")
    counts = ran.err.splitlines()
    assert counts[0] == "4 documents, 3 changed, 0 bad"
    assert counts[1] == "        2  characters/encoding"
    assert counts[2].startswith("        2    any.characters.mojibake/")
    assert counts[3:] == ["        1  characters/hygiene", "        1    any.characters.invisible/zero-width-space"]


def test_stats_count_bad_records():
    ran = run(*C, "--jsonl", "--stats", given=b'{"text": "a"}\nbad\n')
    assert ran.err.splitlines()[-1] == "2 documents, 0 changed, 1 bad"
    assert run(*C, "--jsonl", "--stats", "--strict", given=b"bad\nbad\n").err.splitlines()[-1] == (
        "1 document, 0 changed, 1 bad"
    )


def test_a_dry_run_with_stats_writes_only_the_counts():
    ran = run(*C, "--dry-run", "--stats", given=DAMAGED)
    assert (ran.out, ran.err.splitlines()[0]) == (b"", "1 document, 1 changed, 0 bad")


# Differences


def test_diff_shows_a_unified_diff_instead_of_the_text():
    ran = run(*C, "--diff", given="one\ncaf\u00c3\u00a9\r\nthree".encode())
    assert ran.err == ""
    assert ran.out.decode() == (
        "--- -\n+++ -\n@@ -1,3 +1,3 @@\n one\n-caf\u00c3\u00a9\r\n+caf\u00e9\n three\n\\ No newline at end of file\n"
    )


def test_diff_is_silent_where_nothing_changed():
    assert run(*C, "--diff", given=b"plain\n") == (0, b"", "")


def test_diff_names_the_file(tmp_path):
    (tmp_path / "a").write_bytes(DAMAGED)
    assert run(*C, "--diff", str(tmp_path / "a")).out.startswith(f"--- {tmp_path / 'a'}\n+++ ".encode())


def test_diff_of_lines_is_one_diff_with_the_numbers_of_the_lines():
    ran = run(*C, "--lines", "--diff", given=DAMAGED + b"plain\n" * 20 + DAMAGED[:-1])
    assert ran.out.decode() == (
        "--- -\n+++ -\n@@ -1 +1 @@\n-caf\u00c3\u00a9\n+caf\u00e9\n"
        "@@ -22 +22 @@\n-caf\u00c3\u00a9\n\\ No newline at end of file\n+caf\u00e9\n\\ No newline at end of file\n"
    )


def test_diff_of_other_records_names_each():
    ran = run(*C, "--jsonl", "--diff", given=b'{"text": "a"}\n{"text": "a\\u200bb"}\n')
    assert ran.out.decode().startswith("--- -:2\n+++ -:2\n@@ -1 +1 @@\n-a\u200bb\n")


def test_diff_goes_to_the_output_file(tmp_path):
    target = tmp_path / "a.diff"
    assert run(*C, "--diff", "-o", str(target), given=DAMAGED) == (0, b"", "")
    assert target.read_bytes().startswith(b"--- -\n")


def test_diff_is_never_put_in_place_of_its_input(tmp_path):
    name = str(tmp_path / "a")
    (tmp_path / "a").write_bytes(DAMAGED)
    ran = run(*C, "--diff", name, "-o", name)
    assert (ran.code, ran.out) == (2, b"")
    assert (tmp_path / "a").read_bytes() == DAMAGED


def test_diff_shows_lone_surrogates_as_replacement_characters():
    given = "a\ud800\n".encode("utf-16-le", "surrogatepass")
    assert run(*C, "--diff", "--encoding", "utf-16-le", given=given).code == 0


class _Terminal(io.BytesIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "variables", "coloured"),
    [
        (_Terminal, {}, True),
        (_Terminal, {"NO_COLOR": ""}, True),
        (_Terminal, {"NO_COLOR": "1"}, False),
        (_Terminal, {"TERM": "dumb"}, False),
        (io.BytesIO, {}, False),
    ],
)
def test_colours_are_for_terminals_and_no_color_is_respected(monkeypatch, stream, variables, coloured):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert _diff_of_a_change(stream()).startswith(b"\x1b[1m--- -\x1b[m\n" if coloured else b"--- -\n")


def _diff_of_a_change(stream: io.BytesIO) -> bytes:
    from cleantext.cli.record import Cleaned, Source
    from cleantext.cli.records import Record
    from cleantext.core.edit import Edit
    from cleantext.core.layer import Layer

    cleaned = Cleaned(Source("a\n", b"a\n"), "b\n", (Layer("x", (Edit(0, 1, "a", "b", "x"),)),), ())
    diff_writer(Sink("-", stream), "file").clean(Record("-", 1, "-", b"a\n", None, b"", b""), cleaned)
    return stream.getvalue()
