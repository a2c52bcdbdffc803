"""Texts and JSON lines: what comes out of a file, and that the rest of it is kept byte by byte."""

import gzip
import json

import pytest
from runs import CLEAN, DAMAGED, engine, input_of, made, setup_for

from cleantext.errors import InputError, MissingExtraError
from cleantext.jobs.formats import json_lines, packed
from cleantext.jobs.plan import check, tasks
from cleantext.jobs.task import Failure
from cleantext.jobs.whole import errors_of
from cleantext.jobs.worker import do


def line(text: str, **fields: object) -> str:
    return json.dumps({"id": 1, "text": text, **fields}) + "\n"


def cleaned(folder, data: bytes, name: str = "a.txt", **options: str) -> bytes:
    path = folder / name
    path.write_bytes(data)
    assert not isinstance(made(input_of(path), setup_for(folder / "out", **options))[-1], Failure)
    return (folder / "out" / name).read_bytes()


def errors(folder, name: str = "a.jsonl") -> list[dict]:
    return [json.loads(one) for one in (folder / "out" / errors_of(name, 0)).read_text().splitlines()]


# Texts


def test_a_text_is_cleaned(tmp_path):
    assert cleaned(tmp_path, DAMAGED.encode()) == CLEAN.encode()


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_text_ends_as_it_did(tmp_path, end):
    assert cleaned(tmp_path, (DAMAGED + end).encode()) == (CLEAN + end).encode()


def test_an_empty_text_stays_empty(tmp_path):
    assert cleaned(tmp_path, b"") == b""


def test_a_byte_order_mark_goes(tmp_path):
    assert cleaned(tmp_path, b"\xef\xbb\xbfone\n") == b"one\n"


def test_carriage_returns_become_line_feeds(tmp_path):
    assert cleaned(tmp_path, b"one\r\ntwo\r\n") == b"one\ntwo\n"


def test_carriage_returns_stay_where_the_step_does_not_run(tmp_path):
    assert cleaned(tmp_path, b"one\r\ntwo\r\n", steps="names") == b"one\r\ntwo\r\n"


def test_a_legacy_encoding_is_found_out(tmp_path):
    assert cleaned(tmp_path, "Müller größer\n".encode("cp1252")) == "Müller größer\n".encode()


def test_a_text_with_nul_comes_through(tmp_path):
    assert cleaned(tmp_path, b"one\0two\n", steps="names") == b"one\0two\n"


# JSON lines


def test_only_the_field_of_a_line_changes(tmp_path):
    given = '{"n": 1.50,  "text" : "R&amp;D", "n": 2, "é": null}\n'
    wanted = '{"n": 1.50,  "text" : "R&D", "n": 2, "é": null}\n'
    assert cleaned(tmp_path, given.encode(), "a.jsonl") == wanted.encode()


def test_another_field_can_be_named(tmp_path):
    data = cleaned(tmp_path, b'{"text": "&amp;", "body": "&amp;"}\n', "a.jsonl", field="body")
    assert data == b'{"text": "&amp;", "body": "&"}\n'


@pytest.mark.parametrize("data", [b"", b"\n", b"\n\n", b' \n{"text": "a"}', b'{"text": "a"}\r\n'])
def test_lines_without_damage_are_the_same_bytes(tmp_path, data):
    assert cleaned(tmp_path, data, "a.jsonl") == data


def test_a_lone_surrogate_becomes_a_character_that_utf8_has(tmp_path):
    assert cleaned(tmp_path, b'{"text": "\\ud800"}\n', "a.jsonl", steps="names") == b'{"text": "\\ufffd"}\n'


def test_an_escaped_nul_stays_one_line(tmp_path):
    assert cleaned(tmp_path, b'{"text": "a\\u0000b\\nc"}', "a.jsonl", steps="names") == b'{"text": "a\\u0000b\\nc"}'


def test_a_mark_before_the_first_line_is_no_fault(tmp_path):
    assert json.loads(cleaned(tmp_path, b'\xef\xbb\xbf{"text": "&amp;"}\n', "a.jsonl")) == {"text": "&"}


def test_a_bad_line_is_kept_and_written_down(tmp_path):
    data = (line("a") + "nonsense\n" + line("&amp;")).encode()
    assert cleaned(tmp_path, data, "a.jsonl") == data.replace(b"&amp;", b"&")
    wanted = {"file": "a.jsonl", "record": 2, "id": None, "type": "InputError", "traceback": ""}
    assert errors(tmp_path) == [wanted | {"message": "no JSON (Expecting value at column 1); correct the line"}]


def test_a_line_without_the_field_names_the_fields_that_are_there(tmp_path):
    cleaned(tmp_path, (line("a") + '{"id": 7, "body": ""}\n').encode(), "a.jsonl", identity="id")
    [error] = errors(tmp_path)
    assert (error["id"], error["message"]) == (7, "no field 'text'; name one with --text-field: 'id', 'body'")


def test_a_document_that_fails_passes_through(tmp_path, monkeypatch):
    def broken(source, flow, options):
        raise ZeroDivisionError("no reason")

    monkeypatch.setattr("cleantext.jobs.cleaning.clean", broken)
    data = line("&amp;").encode()
    assert cleaned(tmp_path, data, "a.jsonl", identity="id") == data
    [error] = errors(tmp_path)
    assert (error["id"], error["record"], error["type"], error["message"]) == (1, 1, "ZeroDivisionError", "no reason")
    assert error["traceback"].startswith("test_run_formats.py, line ")


def test_without_errors_there_is_no_file_of_them(tmp_path):
    cleaned(tmp_path, line("&amp;").encode(), "a.jsonl")
    assert list((tmp_path / "out" / ".cleantext" / "errors").iterdir()) == []


def test_the_account_of_changes_becomes_a_field(tmp_path):
    data = cleaned(tmp_path, (line("R&amp;D") + line("plain")).encode(), "a.jsonl", changes="log")
    first, second = map(json.loads, data.splitlines())
    assert list(first) == ["id", "text", "log"]
    [change] = first["log"]
    assert (change["start"], change["end"], change["before"], change["after"]) == (1, 6, "&amp;", "&")
    assert second["log"] == []


def test_the_account_never_replaces_a_field(tmp_path):
    data = line("&amp;", changes=1).encode()
    assert cleaned(tmp_path, data, "a.jsonl", changes="changes") == data
    assert errors(tmp_path)[0]["message"] == "has a field 'changes' already; name another with --changes-field"


# Large files are cut


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr(json_lines, "_SMALLEST", 100)


def test_a_large_file_is_cut_at_line_ends(tmp_path, small_parts):
    path = tmp_path / "a.jsonl"
    path.write_text("".join(line("x" * (number % 60)) for number in range(300)))
    parts = json_lines.cuts(input_of(path))
    data = path.read_bytes()
    assert len(parts) > 10
    assert [start for start, _ in parts] == [0, *(end for _, end in parts[:-1])]
    assert all(data[:end].endswith(b"\n") for _, end in parts)
    assert parts[-1][1] == len(data)


def test_a_line_longer_than_a_part_stays_whole(tmp_path, small_parts):
    path = tmp_path / "a.jsonl"
    path.write_text(line("a") * 3 + line("x" * 5_000) + line("b") * 3)
    data = path.read_bytes()
    assert all(data[start:end].count(b"\n") for start, end in json_lines.cuts(input_of(path)))


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_file_in_parts_is_put_together_again(tmp_path, small_parts, end):
    given = "".join(line(f"{number} &amp; \u00e9 {'x' * (number % 50)}") for number in range(300)).rstrip("\n") + end
    data = cleaned(tmp_path, given.encode(), "a.jsonl")
    assert data == given.replace("&amp;", "&").encode()


def test_a_mark_inside_a_file_is_a_fault_of_that_line(tmp_path, small_parts):
    given = (line("x" * 50) * 9).encode() + b"\xef\xbb\xbf" + (line("x" * 50) * 9).encode()
    outcomes = made(input_of(_written(tmp_path / "a.jsonl", given)), setup_for(tmp_path / "out"))
    assert sum(outcome.counts.errors for outcome in outcomes[:-1]) == 1


# Packed files


def test_gzip_comes_out_as_gzip(tmp_path):
    path = _written(tmp_path / "a.jsonl.gz", gzip.compress(line("&amp;").encode()) + gzip.compress(line("b").encode()))
    made(input_of(path, "jsonl", "gz"), setup_for(tmp_path / "out"))
    assert gzip.decompress((tmp_path / "out" / "a.jsonl.gz").read_bytes()).decode() == line("&") + line("b")


def test_gzip_is_the_same_bytes_whenever_it_is_made(tmp_path):
    path = _written(tmp_path / "a.jsonl.gz", gzip.compress(line("&amp;").encode()))
    outputs = []
    for name in ("one", "two"):
        made(input_of(path, "jsonl", "gz"), setup_for(tmp_path / name))
        outputs.append((tmp_path / name / "a.jsonl.gz").read_bytes())
    assert outputs[0] == outputs[1]
    assert outputs[0][4:8] == bytes(4)


def test_zstandard_comes_out_as_zstandard(tmp_path):
    zstandard = engine("zstandard")
    frames = zstandard.compress(line("&amp;").encode()) + zstandard.compress(line("b").encode())
    made(input_of(_written(tmp_path / "a.jsonl.zst", frames), "jsonl", "zst"), setup_for(tmp_path / "out"))
    with zstandard.open(tmp_path / "out" / "a.jsonl.zst") as stream:
        assert stream.read().decode() == line("&") + line("b")


@pytest.mark.parametrize("packing", ["gz", "zst"])
@pytest.mark.parametrize("kept", [0.5, 0.99])
def test_a_packed_file_that_was_cut_off_fails_and_leaves_no_output(tmp_path, packing, kept):
    plain = "".join(line(f"{number * 7919 % 10007}") for number in range(20_000)).encode()
    data = gzip.compress(plain) if packing == "gz" else engine("zstandard").compress(plain)
    path = _written(tmp_path / f"a.jsonl.{packing}", data[: int(len(data) * kept)])
    [outcome] = made(input_of(path, "jsonl", packing), setup_for(tmp_path / "out"))
    assert isinstance(outcome, Failure)
    assert "is not whole" in outcome.message
    assert not (tmp_path / "out" / path.name).exists()


def test_a_packed_file_that_is_none_fails(tmp_path):
    path = _written(tmp_path / "a.jsonl.gz", line("a").encode())
    with pytest.raises(InputError, match=r"a\.jsonl\.gz: is not whole"):
        check([input_of(path, "jsonl", "gz")], setup_for(tmp_path / "out"))


def test_a_missing_package_is_told_with_the_way_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "zstandard", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'cleantext-kit\[zstd\]'"):
        packed.check("zst")


# Before the work


def test_a_field_that_no_line_has_is_refused_before_the_work(tmp_path):
    path = _written(tmp_path / "a.jsonl", b'\n{"id": 1, "body": "a"}\n{"id": 2}\n')
    with pytest.raises(InputError) as raised:
        check([input_of(path)], setup_for(tmp_path / "out"))
    assert str(raised.value) == f"{path}:2: no field 'text'; name one with --text-field: 'id', 'body'"


def test_a_field_that_only_some_lines_have_is_not(tmp_path):
    path = _written(tmp_path / "a.jsonl", b'{"id": 1}\n{"text": "a"}\n')
    check([input_of(path)], setup_for(tmp_path / "out"))


def test_a_file_that_changes_meanwhile_fails(tmp_path):
    path = _written(tmp_path / "a.txt", b"one")
    source = input_of(path)
    [task] = tasks(source)
    setup = setup_for(tmp_path / "out")
    stale = task._replace(source=source._replace(modified=0))
    outcome = do(stale, setup)
    assert isinstance(outcome, Failure)
    assert outcome.message == "was changed while it was read; run again"
    assert not (tmp_path / "out" / "a.txt").exists()


def _written(path, data: bytes):
    path.write_bytes(data)
    return path
