"""The filter: what goes in as a file, a line, a NUL-terminated record, and what comes out."""

from pathlib import Path

import pytest
from command_line import run

from cleantext.cli.options import parse
from cleantext.config import STAGES, STEPS, Config
from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.pipeline import Flow, Shelf

C = ("--steps", "characters")
DAMAGED = "caf\u00c3\u00a9\n".encode()
CLEAN = "caf\u00e9\n".encode()


def test_standard_input_is_read_by_default():
    assert run(*C, given=DAMAGED) == (0, CLEAN, "")


def test_a_dash_is_standard_input():
    assert run(*C, "-", given=DAMAGED).out == CLEAN


def test_all_steps_run_by_default():
    assert parse([]).config.steps == STAGES
    assert run(given=DAMAGED) == (0, CLEAN, "")


def test_files_are_documents_put_out_in_order(tmp_path):
    (tmp_path / "b").write_bytes(b"second\xc2\xad.\n")
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbffirst without an end")
    assert run(*C, str(tmp_path / "b"), str(tmp_path / "a")).out == b"second.\nfirst without an end"


def test_standard_input_can_stand_between_files(tmp_path):
    (tmp_path / "a").write_bytes(b"a\n")
    assert run(*C, str(tmp_path / "a"), "-", str(tmp_path / "a"), given=b"-\n").out == b"a\n-\na\n"


def test_an_empty_input_gives_an_empty_output():
    for unit in ((), ("--lines",), ("-0",), ("--jsonl",)):
        assert run(*C, *unit) == (0, b"", "")


@pytest.mark.parametrize("unit", [(), ("--lines",), ("-0",), ("--null",)])
@pytest.mark.parametrize("end", [b"", b"\n"])
def test_the_final_newline_stays_as_it_was(unit, end):
    assert run(*C, *unit, given=b"one\xc2\xad\ntwo\xc2\xad." + end).out in (
        b"one\ntwo." + end,
        # A soft hyphen at the end of a line is the trace of a broken word.
        b"one\xc2\xad\ntwo." + end,
    )


# Lines


def test_one_line_in_is_one_line_out():
    given = "caf\u00c3\u00a9\n\n \na\u200bb\n".encode()
    assert run(*C, "--lines", given=given).out == "caf\u00e9\n\n \nab\n".encode()


@pytest.mark.parametrize("inside", ["\u2028", "\u2029", "\r", "\x0b", "\x0c", "\r\r", "\u2028\x0b"])
def test_a_line_break_inside_a_line_becomes_one_space(inside):
    given = f"left{inside}right\nnext\n".encode()
    assert run(*C, "--lines", given=given).out == b"left right\nnext\n"


@pytest.mark.parametrize("last", ["\u2028", "\r", "\x0b", "\r\r"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_a_line_break_at_the_end_of_a_line_goes(last, end):
    assert run(*C, "--lines", given=f"left{last}{end}".encode()).out == f"left{end}".encode()


def test_cleaning_lines_twice_is_cleaning_them_once():
    # A soft hyphen before a line break is kept, one before the space that it becomes is not.
    once = run(*C, "--lines", given="a\u2028b\rc\r\nd\x0b\ne\xad\rf\n".encode()).out
    assert run(*C, "--lines", given=once).out == once


def test_crlf_becomes_lf_where_the_characters_step_runs():
    assert run(*C, "--lines", given=b"one\r\ntwo\nthree\r\n").out == b"one\ntwo\nthree\n"


def test_crlf_stays_crlf_line_by_line_where_it_does_not():
    given = b"one\r\ntwo\nthree\r\nfour"
    assert run("--steps", "", "--lines", given=given).out == given


def test_boilerplate_is_off_in_lines_unless_it_is_named():
    assert "boilerplate" not in parse(["--lines"]).config.steps
    assert "boilerplate" in parse(["--lines", "--steps", "boilerplate"]).config.steps
    assert "boilerplate" in parse(["-0"]).config.steps
    assert "boilerplate" in parse(["--jsonl"]).config.steps


class _Remover:
    """Stands for a step that takes whole lines away."""

    name = "boilerplate"
    is_local = False
    is_settled = False

    def __call__(self, doc: Doc) -> list[Edit]:
        found = doc.text.find("Buy our lamp oil")
        return [Edit(found, len(doc.text), doc.text[found:], "", "test/banner")] if found >= 0 else []


@pytest.fixture
def remover(monkeypatch):
    flow = Flow((_Remover(),), {"boilerplate": Shelf("boilerplate", Config())}, lambda doc: "en")
    monkeypatch.setattr("cleantext.cli.filter.build", lambda config: flow)


@pytest.mark.usefixtures("remover")
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_a_removed_line_is_an_empty_line(end):
    given = b"The lamp burned all night.\nBuy our lamp oil today" + end
    assert run("--lines", "--steps", "", given=given).out == b"The lamp burned all night.\n" + end


@pytest.mark.usefixtures("remover")
def test_a_removed_line_ends_as_the_characters_step_ends_lines():
    assert run("--lines", *C, given=b"Buy our lamp oil today\r\nx\r\n").out == b"\nx\r\n"


@pytest.mark.usefixtures("remover")
@pytest.mark.parametrize("end", [b"\n", b""])
def test_the_final_newline_stays_where_a_last_line_is_removed(end):
    for unit, last in (((), b""), (("-0",), b"\0")):
        given = b"The lamp burned all night.\nBuy our lamp oil today" + end + last
        assert run(*unit, "--steps", "", given=given).out == b"The lamp burned all night." + end + last


@pytest.mark.usefixtures("remover")
def test_a_document_that_is_removed_whole_leaves_nothing():
    assert run("--steps", "", given=b"Buy our lamp oil today\n").out == b""


def test_lines_of_two_files_do_not_become_one(tmp_path):
    (tmp_path / "a").write_bytes(b"one\ntwo")
    (tmp_path / "empty").write_bytes(b"")
    names = [str(tmp_path / name) for name in ("a", "empty", "a")]
    assert run(*C, "--lines", *names).out == b"one\ntwo\none\ntwo"


# NUL-terminated records


def test_a_record_ends_at_each_nul():
    given = "a\u200bb\nc\0\0caf\u00c3\u00a9\0last".encode()
    assert run(*C, "-0", given=given).out == "ab\nc\0\0caf\u00e9\0last".encode()


def test_a_record_may_be_longer_than_one_read():
    long = b"word " * 50_000 + b"end"
    assert run(*C, "--null", given=long + b"\0" + long).out == long + b"\0" + long


# Bytes


def test_bytes_in_cp1252_come_out_as_utf8():
    assert run(*C, given=b"caf\xe9\n").out == CLEAN


def test_lines_are_decoded_one_by_one():
    assert run(*C, "--lines", given=b"caf\xe9\ncaf\xc3\xa9\n").out == CLEAN + CLEAN


def test_the_encoding_can_be_told():
    text = "\u041c\u0438\u0440\n"
    assert run(*C, "--encoding", "cp1251", given=text.encode("cp1251")).out == text.encode()


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("told", [(), ("told",)])
def test_wide_encodings_are_cut_at_their_own_line_ends(codec, told):
    # U+0A0A and U+0A00 have the byte of a line feed in them.
    text = "First line here\n\u0a0a\u0a00\u0a15\n\u010a more\n\nlast"
    words = ("--encoding", codec) if told or codec == "utf-16-be" else ()
    if codec == "utf-32" and told:
        words = ("--encoding", "utf-32")
    ran = run("--steps", "", "--lines", *words, given=text.encode(codec))
    assert ran == (0, text.encode(), "")


def test_what_was_taken_for_utf16_is_never_bad():
    for given in (b"\r \xed\xa0\x80\0\n\xd7\xa9\xd7", "one\n".encode("utf-16") + b"x"):
        assert run("--steps", "", "--lines", given=given).code == 0


def test_a_byte_order_mark_is_not_part_of_the_first_line():
    assert run(*C, "--lines", given=b"\xef\xbb\xbfone\ntwo\n").out == b"one\ntwo\n"


def test_lone_surrogates_leave_as_replacement_characters_without_the_characters_step():
    given = "a\ud800b\n".encode("utf-16-le", "surrogatepass")
    ran = run("--steps", "", "--encoding", "utf-16-le", "--stats", given=given)
    assert ran.out == "a\ufffdb\n".encode()
    assert "1    output/lone-surrogate" in ran.err


# Options


def test_steps_and_without_take_names_with_commas():
    assert parse(["--steps", "names, characters"]).config.steps == (*STEPS["characters"], "names")
    assert parse(["--without", "names,wording"]).config.steps == (*STEPS["characters"], "boilerplate")
    assert parse(["--lines", "--without", "names"]).config.steps == (*STEPS["characters"], "wording")


def test_the_other_options_reach_the_configuration(tmp_path):
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text('[x]\nkind = "share"\nline = ["pass it on"]\n')
    words = ["--rules", str(tmp_path / "a.toml"), "--rules", str(tmp_path / "b.toml")]
    config = parse([*words, "--encoding", "latin1", "--spun", "off", "--language", "en"]).config
    assert [pack.topic for pack in config.rules] == ["a", "b"]
    assert (config.encoding, config.spun, config.language) == ("iso8859-1", "off", "en")


@pytest.mark.parametrize("how", ["auto", "flag", "force", "off"])
def test_spun_takes_its_four_values(how):
    assert parse(["--spun", how]).config.spun == how


def test_a_dry_run_writes_no_text(tmp_path):
    assert run(*C, "--dry-run", given=DAMAGED) == (0, b"", "")
    target = tmp_path / "out.txt"
    assert run(*C, "--dry-run", "-o", str(target), given=DAMAGED) == (0, b"", "")
    assert not target.exists()


def test_the_version_is_ours():
    import cleantext

    assert run("--version") == (0, f"cleantext {cleantext.__version__}\n".encode(), "")


def test_the_help_fits_a_screen():
    shown = run("--help").out.decode().splitlines()
    assert len(shown) <= 44
    assert max(map(len, shown)) <= 80
    options = "--lines --null --jsonl --field --steps --without --rules --encoding --spun --language --explain --log"
    for option in (options + " --diff --dry-run --stats --strict --version --help -o -0").split():
        assert any(option in line for line in shown), option


def test_every_seed_comes_out_as_the_library_has_it():
    from cleantext import clean

    seeds = sorted((Path(__file__).parents[2] / "seeds").glob("*/in.txt"))
    assert seeds
    for seed in seeds:
        assert run(*C, str(seed)).out.decode() == clean(seed.read_bytes(), steps="characters")
