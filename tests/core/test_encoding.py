from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.core.encoding import decode_run, encode_runs

ALL_BYTES = bytes(range(256))


def test_cp1252_decodes_every_byte():
    assert len(decode_run(ALL_BYTES, "cp1252")) == 256


def test_cp1252_gives_every_byte_back():
    assert encode_runs(decode_run(ALL_BYTES, "cp1252"), (("cp1252", 256),)) == ALL_BYTES


def test_cp1252_reads_an_undefined_byte_as_its_control():
    assert decode_run(b"\x81\x9d", "cp1252") == "\x81\x9d"


def test_cp1252_reads_a_defined_byte_as_windows_does():
    assert decode_run(b"\x80\x92", "cp1252") == "€’"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16-le-sig", "utf-16-be-sig", "utf-32-le-sig", "utf-32-be-sig"])
def test_a_mark_is_cut_off_and_put_back(codec):
    marked = encode_runs("aé😀", ((codec, 3),))
    assert decode_run(marked, codec) == "aé😀"
    assert marked.decode(codec.removesuffix("-sig")) == "\ufeffaé😀"


def test_a_second_mark_is_text():
    assert decode_run(b"\xef\xbb\xbf\xef\xbb\xbfa", "utf-8-sig") == "\ufeffa"


def test_a_lone_surrogate_in_utf16_is_damage_and_stays():
    data = "a".encode("utf-16-le") + b"\x00\xd8" + "b".encode("utf-16-le")
    assert encode_runs(decode_run(data, "utf-16-le"), (("utf-16-le", 3),)) == data


def test_no_runs_are_no_bytes():
    assert encode_runs("", ()) == b""


def test_an_empty_run_may_hold_a_mark_alone():
    assert encode_runs("é", (("utf-8-sig", 0), ("cp1252", 1))) == b"\xef\xbb\xbf\xe9"


def test_another_text_cannot_be_encoded():
    with pytest.raises(UnicodeEncodeError):
        encode_runs("中", (("cp1252", 1),))


@given(data=st.binary(max_size=40))
def test_utf16_gives_any_even_number_of_bytes_back(data):
    data = data[: len(data) // 2 * 2]
    text = decode_run(data, "utf-16-be")
    assert encode_runs(text, (("utf-16-be", len(text)),)) == data
