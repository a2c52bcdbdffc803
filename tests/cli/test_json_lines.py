"""JSON lines: one field is cleaned, every other byte of the line stays."""

import json

import pytest
from command_line import run

from cleantext.cli.json_lines import locate, put
from cleantext.errors import InputError

C = ("--steps", "characters", "--jsonl")
DAMAGED = "caf\u00c3\u00a9"


def test_the_field_is_text_by_default():
    given = '{"id": 7, "text": "caf\u00c3\u00a9", "tags": ["a", null]}\n'.encode()
    assert run(*C, given=given) == (0, '{"id": 7, "text": "caf\u00e9", "tags": ["a", null]}\n'.encode(), "")


def test_another_field_can_be_named():
    given = '{"body": "caf\u00c3\u00a9", "text": "caf\u00c3\u00a9"}\n'.encode()
    assert run(*C, "--field", "body", given=given).out == '{"body": "caf\u00e9", "text": "caf\u00c3\u00a9"}\n'.encode()


def test_the_other_fields_keep_their_order_and_every_byte():
    around = '{"z":1.10,"a" : 1E400, "big":12345678901234567890.0, "z":"\\u00e9\\/",'
    around += ' "text": "%s" ,"n":{"text":"caf\u00c3\u00a9"} }  \r\n'
    assert run(*C, given=(around % DAMAGED).encode()).out == (around % "caf\u00e9").encode()


def test_a_line_where_nothing_changes_is_the_same_bytes():
    given = b' { "text":"caf\\u00e9 \\/ \\ud83d\\ude00" }\n{"text": ""}'
    assert run(*C, given=given) == (0, given, "")


def test_an_ascii_line_stays_ascii():
    assert run(*C, given=b'{"text": "caf\\u00c3\\u00a9"}\n').out == b'{"text": "caf\\u00e9"}\n'


def test_what_some_readers_take_for_a_line_break_is_escaped():
    given = '{"text": "\u00e9 a\u200bb \u2028"}\n'.encode()
    out = run("--steps", "characters/encoding", "--jsonl", given=given).out
    assert out == given
    place = locate('{"text": "\u00e9"}', "text")
    assert put('{"text": "\u00e9"}', place, "\u2028\x85") == '{"text": "\\u2028\\u0085"}'


def test_of_a_field_that_stands_twice_the_last_counts():
    line = '{"text": "one", "text": "two"}'
    assert put(line, locate(line, "text"), "2") == '{"text": "one", "text": "2"}'


def test_blank_lines_stay():
    assert run(*C, given=b'\n{"text": "a"}\n \r\n') == (0, b'\n{"text": "a"}\n \r\n', "")


def test_a_byte_order_mark_does_no_harm():
    given = b'\xef\xbb\xbf{"text": "a"}\n'
    assert run(*C, given=given) == (0, given, "")
    assert json.loads(run(*C, given=b'\xef\xbb\xbf{"text": "a\\u200bb"}\n').out) == {"text": "ab"}


def test_the_final_newline_of_the_text_and_of_the_line_stays():
    assert run(*C, given=b'{"text": "a\\u200bb\\n"}').out == b'{"text": "ab\\n"}'


def test_lone_surrogates_become_replacement_characters_without_the_characters_step():
    ran = run("--steps", "", "--jsonl", "--stats", given=b'{"text": "a\\ud800b", "other": "\\udfff"}\n')
    assert ran.out == b'{"text": "a\\ufffdb", "other": "\\udfff"}\n'
    assert "output/lone-surrogate" in ran.err


def test_lines_of_two_files_do_not_become_one(tmp_path):
    (tmp_path / "a").write_bytes(b'{"text": "a"}')
    name = str(tmp_path / "a")
    assert run(*C, name, name).out == b'{"text": "a"}\n{"text": "a"}'


BAD = [
    (b"{bad\n", "no JSON (Expecting the name of a field in double quotes at column 2); correct the line"),
    (b'{"text": "a"\n', "no JSON (Expecting '}' at column 14); correct the line"),
    (b'{"text": "a"} x\n', "no JSON (Extra data at column 15); correct the line"),
    (b'["text"]\n', 'no JSON object (a list); put the text into a field, as in {"text": ...}'),
    (b'"text"\n', 'no JSON object (a text); put the text into a field, as in {"text": ...}'),
    (b'{"id": 1, "body": "x"}\n', "no field 'text'; name one with --field: 'id', 'body'"),
    (b"{}\n", "no field 'text'; the line has none"),
    (b'{"text": 5}\n', "field 'text' is a number, no text; name another with --field"),
    (b'{"text": null}\n', "field 'text' is null, no text; name another with --field"),
    (b'{"text": true}\n', "field 'text' is true or false, no text; name another with --field"),
    (b'{"text": ["a"]}\n', "field 'text' is a list, no text; name another with --field"),
    (b'{"text": {"a": 1}}\n', "field 'text' is an object, no text; name another with --field"),
    (b'{"text": "caf\xe9"}\n', "not UTF-8 (byte 0xe9 at 13), as JSON must be; convert the file first"),
]


@pytest.mark.parametrize(("line", "message"), BAD)
def test_a_bad_line_is_reported_and_passed_on_as_it_is(line, message):
    before, after = b'{"text": "one"}\n', '{"text": "caf\u00c3\u00a9"}\n'.encode()
    ran = run(*C, given=before + line + after)
    assert ran == (1, before + line + '{"text": "caf\u00e9"}\n'.encode(), f"cleantext: -:2: {message}\n")


@pytest.mark.parametrize(("line", "message"), BAD[:3])
def test_strict_stops_at_a_bad_line_with_what_came_before(line, message):
    before = b'{"text": "one"}\n'
    assert run(*C, "--strict", given=before + line + before) == (1, before, f"cleantext: -:2: {message}\n")


def test_nesting_without_end_is_a_bad_line_and_no_crash():
    line = b'{"text": ' + b"[" * 100_000 + b"\n"
    ran = run(*C, given=line)
    assert (ran.code, ran.out) == (1, line)
    assert "nested too deep" in ran.err


def test_a_number_too_long_to_read_is_a_bad_line_and_no_crash():
    line = b'{"n": ' + b"1" * 10_000 + b', "text": "a"}\n'
    ran = run(*C, given=line)
    assert (ran.code, ran.out) == (1, line)
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    "line", ['{"a":1,}', "{,}", '{"a" 1}', '{"a":}', "{1:2}", "", "nul", '{"a":"\t"}', '{"a":"1" "b":2}', '{"a":"1"}}']
)
def test_what_is_no_json_is_never_taken_for_it(line):
    with pytest.raises(InputError):
        locate(line, "a")
