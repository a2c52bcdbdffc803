"""Encodings as mojibake knows them: every byte means something, and what was read goes back to its bytes."""

from __future__ import annotations

import pytest

from cleantext.core.tables import EIGHT_BIT, MULTI_BYTE, decode, encode, table

ALL_BYTES = bytes(range(256))
# ISO 8859-8 has the multiplication sign at 0xAA and none at 0xD7, whose number is that sign again.
ONE_TO_ONE = [codec for codec in EIGHT_BIT if codec != "iso8859_8"]


@pytest.mark.parametrize("codec", EIGHT_BIT)
def test_every_byte_means_one_character(codec):
    shown = decode(ALL_BYTES, codec)
    assert shown is not None
    assert len(shown) == 256
    assert shown[:128] == ALL_BYTES[:128].decode("ascii")
    assert table(codec).characters == shown


@pytest.mark.parametrize("codec", ONE_TO_ONE)
def test_every_byte_comes_back(codec):
    assert encode(table(codec).characters, codec) == ALL_BYTES


@pytest.mark.parametrize("codec", EIGHT_BIT)
def test_bytes_that_python_knows_are_read_as_python_reads_them(codec):
    for byte in range(256):
        known = bytes([byte]).decode(codec, "ignore")
        assert table(codec).characters[byte] == (known or chr(byte))


@pytest.mark.parametrize(
    ("byte", "character"), [(0x81, "\x81"), (0x8D, "\x8d"), (0x90, "\x90"), (0x92, "’"), (0x9D, "\x9d"), (0x80, "€")]
)
def test_what_cp1252_leaves_open_is_the_code_point_of_its_number(byte, character):
    assert decode(bytes([byte]), "cp1252") == character
    assert encode(character, "cp1252") == bytes([byte])


@pytest.mark.parametrize(
    ("text", "codec"), [("ж", "cp1252"), ("é", "cp1251"), ("字", "mac_roman"), ("\ud800", "latin-1")]
)
def test_a_text_that_was_not_read_with_a_table_has_no_bytes_in_it(text, codec):
    assert encode(text, codec) is None


@pytest.mark.parametrize("codec", MULTI_BYTE)
def test_an_eastern_encoding_takes_its_own_characters_there_and_back(codec):
    text = {"big5": "漁夫回村", "cp949": "어부는 마을로"}.get(codec, "海辺の日")
    data = encode(text, codec)
    assert data is not None
    assert decode(data, codec) == text


@pytest.mark.parametrize("codec", MULTI_BYTE)
def test_an_eastern_encoding_refuses_half_a_character(codec):
    assert decode(b"abc\x8e", codec) is None


@pytest.mark.parametrize("data", [b"\xc3", b"\xc0\x80", b"\xed\xa0\x80", b"\xff", b"caf\xe9"])
def test_what_is_not_utf8_is_not_read_as_it(data):
    assert decode(data, "utf-8") is None


@pytest.mark.parametrize("codec", [*EIGHT_BIT, *MULTI_BYTE])
@pytest.mark.parametrize("text", ["", "\0", "plain words, 1–2"[:12]])
def test_ascii_is_the_same_in_every_encoding(codec, text):
    assert encode(text, codec) == text.encode("ascii")
    assert decode(text.encode("ascii"), codec) == text


@pytest.mark.parametrize("codec", [*EIGHT_BIT, *MULTI_BYTE])
@pytest.mark.parametrize("text", ["\ud800", "\udfff\0", "\U0010ffff", "a\ufffd"])
def test_no_text_raises(codec, text):
    assert encode(text, codec) is None or isinstance(encode(text, codec), bytes)
