"""-o: a file that is replaced as a whole, or not at all."""

import os
import stat
import sys

import pytest
from command_line import run

from cleantext.cli.output import OutputError, output

C = ("--steps", "characters")
DAMAGED = "caf\u00c3\u00a9\n".encode()
CLEAN = "caf\u00e9\n".encode()


def test_the_text_goes_to_the_file_and_nowhere_else(tmp_path):
    target = tmp_path / "out.txt"
    assert run(*C, "-o", str(target), given=DAMAGED) == (0, b"", "")
    assert target.read_bytes() == CLEAN
    assert os.listdir(tmp_path) == ["out.txt"]


def test_a_dash_is_standard_output():
    assert run(*C, "-o", "-", given=DAMAGED).out == CLEAN


def test_it_may_name_its_own_input(tmp_path):
    target = tmp_path / "text.txt"
    target.write_bytes((DAMAGED + b"plain\n" * 20) * 1_000)
    assert run(*C, "--lines", str(target), "-o", str(target)).code == 0
    assert target.read_bytes() == (CLEAN + b"plain\n" * 20) * 1_000
    assert os.listdir(tmp_path) == ["text.txt"]


def test_a_file_that_was_there_keeps_its_mode(tmp_path):
    target = tmp_path / "text.txt"
    target.write_bytes(DAMAGED)
    target.chmod(0o640)
    run(*C, str(target), "-o", str(target))
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_that_new_files_have(tmp_path):
    before = os.umask(0o027)
    try:
        run(*C, "-o", str(tmp_path / "new.txt"), given=DAMAGED)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.txt").stat().st_mode) == 0o640


def test_a_symbolic_link_goes_on_being_one(tmp_path):
    (tmp_path / "real.txt").write_bytes(DAMAGED)
    (tmp_path / "link.txt").symlink_to("real.txt")
    run(*C, str(tmp_path / "link.txt"), "-o", str(tmp_path / "link.txt"))
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == CLEAN


def test_a_device_is_written_to_and_not_replaced():
    assert run(*C, "-o", os.devnull, given=DAMAGED) == (0, b"", "")
    assert not stat.S_ISREG(os.stat(os.devnull).st_mode)


def test_an_error_leaves_the_file_as_it_was_and_nothing_beside_it(tmp_path):
    target = tmp_path / "text.txt"
    target.write_bytes(b"before")

    def fail() -> None:
        with output(str(target)) as sink:
            sink.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert target.read_bytes() == b"before"
    assert os.listdir(tmp_path) == ["text.txt"]


def test_the_file_is_as_it_was_until_the_end(tmp_path):
    target = tmp_path / "text.txt"
    target.write_bytes(b"before")
    with output(str(target)) as sink:
        sink.write(b"x" * 100_000)
        sink.flush()
        assert target.read_bytes() == b"before"
    assert target.read_bytes() == b"x" * 100_000


def test_strict_leaves_the_file_as_it_was(tmp_path):
    target = tmp_path / "lines.jsonl"
    target.write_bytes(b'{"text": "a\\u200b"}\nbad\n')
    before = target.read_bytes()
    assert run(*C, "--jsonl", "--strict", str(target), "-o", str(target)).code == 1
    assert target.read_bytes() == before
    assert os.listdir(tmp_path) == ["lines.jsonl"]


def test_without_strict_a_bad_record_is_passed_on_into_the_file(tmp_path):
    target = tmp_path / "lines.jsonl"
    target.write_bytes(b'{"text": "a\\u200bb"}\nbad')
    assert run(*C, "--jsonl", str(target), "-o", str(target)).code == 1
    assert target.read_bytes() == b'{"text": "ab"}\nbad'


def test_a_missing_input_leaves_the_file_alone(tmp_path):
    target = tmp_path / "out.txt"
    (tmp_path / "a").write_bytes(b"a")
    ran = run(*C, str(tmp_path / "a"), str(tmp_path / "missing"), "-o", str(target))
    assert (ran.code, ran.out) == (2, b"")
    assert os.listdir(tmp_path) == ["a"]


@pytest.mark.parametrize("name", ["no/such/folder/out.txt", "."])
def test_a_place_that_cannot_be_written_is_an_error(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    ran = run(*C, "-o", name, given=DAMAGED)
    assert ran.code == 2
    assert ran.err.startswith(f"cleantext: {name}: cannot be written (")
    assert os.listdir(tmp_path) == []


def test_a_rename_that_fails_is_an_error_and_leaves_nothing(tmp_path, monkeypatch):
    def refuse(*names: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    message = r"out\.txt: cannot be written \(Permission denied\)"
    with pytest.raises(OutputError, match=message), output(str(tmp_path / "out.txt")) as sink:
        sink.write(b"x")
    assert os.listdir(tmp_path) == []


def test_the_output_works_outside_the_main_thread(tmp_path):
    import threading

    def write() -> None:
        with output(str(tmp_path / "out.txt")) as sink:
            sink.write(b"x")

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    assert (tmp_path / "out.txt").read_bytes() == b"x"


def test_closed_standard_streams_are_errors(monkeypatch):
    from cleantext.cli.filter import main

    monkeypatch.setattr(sys, "stdin", None)
    assert main(["--steps", ""]) == 2
    monkeypatch.undo()
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["--steps", "", os.devnull]) == 2
