"""What goes wrong: where, what was found, what to do, and the exit code."""

import os

import pytest
from command_line import run

C = ("--steps", "characters")

USAGE = [
    (("--line",), "unknown option --line; did you mean --lines?"),
    (("--Steps=x",), "unknown option --Steps; did you mean --steps?"),
    (("--qqqqq",), "unknown option --qqqqq; see cleantext --help"),
    (("--steps",), "argument --steps: expected one argument; see cleantext --help"),
    (("--lines", "-0"), "argument -0/--null: not allowed with argument --lines; see cleantext --help"),
    (("--jsonl", "--lines"), "argument --lines: not allowed with argument --jsonl; see cleantext --help"),
    (("--field", "body"), "--field names a field of a JSON line; add --jsonl"),
    (("--jsonl", "--encoding", "cp1252"), "--encoding has no say over JSON lines, which are UTF-8; leave it out"),
    (("-0", "--encoding", "UTF-16"), "--null: utf-16 has NULs in its letters; convert the input to UTF-8 first"),
    (("--diff", "--why"), "--diff and --why both stand in place of the text; leave one out"),
    (("--log", "-"), "--log -: standard output has the text already; add --dry-run, or -o FILE"),
]


@pytest.mark.parametrize(("words", "message"), USAGE)
def test_a_command_line_that_cannot_be_meant_is_an_error(words, message):
    assert run(*words, given=b"text") == (2, b"", f"cleantext: {message}\n")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--steps", "charcters"), "did you mean 'characters'?"),
        (("--without", "boilerplat"), "did you mean 'boilerplate'?"),
        (("--encoding", "utf9"), "did you mean"),
        (("--spun", "forc"), "did you mean 'force'?"),
        (("--language", "English"), "ISO 639-1"),
        (("--page", "artcle"), "did you mean 'article'?"),
        (("--max-removed", "1.5"), "give a share from 0 to 1"),
        (("--max-removed", "half"), "give a share from 0 to 1"),
        (("--max-removed", "nan"), "give a share from 0 to 1"),
        (("--keep", "capton"), "did you mean 'caption'?"),
        (("--drop", "share,capton"), "did you mean 'caption'?"),
    ],
)
def test_a_value_that_an_option_cannot_have_is_an_error(words, part):
    ran = run(*words, given=b"text")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.startswith("cleantext: ")
    assert part in ran.err


@pytest.mark.parametrize("word", ["serve", "compare"])
def test_words_reserved_for_subcommands_are_refused(word, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / word).write_bytes(b"a file of that name\n")
    message = f"cleantext: {word}: there is no such subcommand yet; if it is a file, write ./{word}\n"
    assert run(word) == (2, b"", message)
    assert run(f"./{word}", *C).out == b"a file of that name\n"
    assert run("--steps", "", word).out == b"a file of that name\n"


def test_every_fault_of_a_rule_file_is_told(tmp_path):
    rules = tmp_path / "bad.toml"
    rules.write_text('[one]\nline = ["x y z"]\n[two]\nkind = "share"\n')
    ran = run("--rules", str(rules), given=b"text")
    assert (ran.code, ran.out) == (2, b"")
    lines = ran.err.splitlines()
    assert len(lines) == 2
    assert all(line.startswith(f"cleantext: {rules}: rule ") for line in lines)


def test_a_missing_file_stops_the_run_before_anything_is_written(tmp_path):
    (tmp_path / "a").write_bytes(b"a\n")
    missing = str(tmp_path / "b")
    message = f"cleantext: {missing}: there is no such file; check the name\n"
    assert run(*C, str(tmp_path / "a"), missing) == (2, b"", message)


def test_a_folder_is_not_an_input(tmp_path):
    assert run(*C, str(tmp_path)) == (2, b"", f"cleantext: {tmp_path}: is a folder; name the files in it\n")


def test_an_unreadable_file_is_an_error(tmp_path, monkeypatch):
    name = str(tmp_path / "a")
    (tmp_path / "a").write_bytes(b"a")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    message = f"cleantext: {name}: may not be read (permission denied); change its mode, or leave it out\n"
    assert run(*C, name) == (2, b"", message)


def test_a_file_that_fails_while_it_is_read_is_an_error(tmp_path, monkeypatch):
    import cleantext.cli.records as records

    def fail(stream, encoding):
        raise OSError(5, "Input/output error")
        yield

    monkeypatch.setitem(records._CUTS, "file", fail)
    name = str(tmp_path / "a")
    (tmp_path / "a").write_bytes(b"a")
    message = f"cleantext: {name}: cannot be read (Input/output error); check the file, or leave it out\n"
    assert run(*C, name) == (2, b"", message)


# Records that are not in the encoding that was named


def test_a_line_in_another_encoding_is_reported_and_passed_on():
    given = b"caf\xc3\xa9\ncaf\xe9 \xe2\x80\x8b\nx\xe2\x80\x8by"
    ran = run(*C, "--lines", "--encoding", "utf-8", given=given)
    assert (ran.code, ran.out) == (1, b"caf\xc3\xa9\ncaf\xe9 \xe2\x80\x8b\nxy")
    assert ran.err == (
        "cleantext: -:2: not utf-8 as --encoding says (byte 0xe9 at 3); leave --encoding out to let us choose\n"
    )


def test_a_file_in_another_encoding_is_named_without_a_line(tmp_path):
    name = str(tmp_path / "news.txt")
    (tmp_path / "news.txt").write_bytes(b"\x98\r\n")
    ran = run(*C, "--encoding", "cp1251", name)
    assert (ran.code, ran.out) == (1, b"\x98\r\n")
    assert ran.err.startswith(f"cleantext: {name}: not cp1251 as --encoding says (byte 0x98 at 0)")


def test_strict_stops_at_such_a_line_and_reads_no_other_file(tmp_path):
    (tmp_path / "a").write_bytes(b"one\n\xff\ntwo\n")
    name = str(tmp_path / "a")
    ran = run(*C, "--lines", "--encoding", "utf-8", "--strict", name, name)
    assert (ran.code, ran.out) == (1, b"one\n")
    assert ran.err.count("\n") == 1


def test_a_bad_nul_terminated_record_keeps_its_nul():
    ran = run(*C, "-0", "--encoding", "utf-8", given=b"a\0\xff\0b\0")
    assert (ran.code, ran.out) == (1, b"a\0\xff\0b\0")
    assert ran.err.startswith("cleantext: -:2: ")


def test_without_an_encoding_no_bytes_are_bad():
    ran = run(*C, "--lines", given=bytes(range(256)) * 4)
    assert (ran.code, ran.err) == (0, "")
    ran.out.decode()
