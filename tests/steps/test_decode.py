from __future__ import annotations

import codecs

import pytest
from conftest import byte_texts, texts
from hypothesis import given

from cleantext import clean, explain
from cleantext.errors import DecodeError, OptionError
from cleantext.steps.decode.whole import decode, known_encoding

MARKS = {
    "utf-8-sig": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
PROSE = "The mayor’s café – “open”, she said: 東京 😀"


def text_of(data: bytes, encoding: str | None = None) -> str:
    return decode(data, encoding)[0]


class TestWithoutAName:
    def test_no_bytes_are_no_text(self):
        assert text_of(b"") == ""

    @pytest.mark.parametrize("byte", range(256))
    def test_any_single_byte_is_a_character(self, byte):
        assert len(text_of(bytes([byte]))) == 1

    def test_utf8_is_read_as_such(self):
        assert decode(PROSE.encode()) == (PROSE, (("utf-8", len(PROSE)),))

    @pytest.mark.parametrize("name", MARKS)
    def test_a_mark_says_what_it_is(self, name):
        codec = name.removesuffix("-sig")
        assert text_of(MARKS[name] + PROSE.encode(codec)) == PROSE

    @pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
    def test_a_mark_alone_is_an_empty_text(self, mark):
        assert text_of(mark) == ""

    @pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
    def test_utf16_without_a_mark_is_told_by_its_nuls(self, codec):
        text = "The harbour board met on Monday.\r\nIt was the café’s turn.\n"
        assert text_of(text.encode(codec)) == text

    def test_a_nul_in_utf8_is_no_utf16(self):
        assert text_of(b"a\0b and some more text") == "a\0b and some more text"

    def test_nuls_alone_are_nuls(self):
        assert text_of(b"\0" * 10) == "\0" * 10

    def test_cp1252_is_the_rest(self):
        assert text_of("The café – “open”".encode("cp1252")) == "The café – “open”"

    def test_each_line_is_read_by_itself(self):
        data = "café – UTF-8\n".encode() + "café – cp1252\r\n".encode("cp1252") + "東京\r".encode() + b"\xe9"
        assert text_of(data) == "café – UTF-8\ncafé – cp1252\r\n東京\ré"

    def test_a_line_of_both_is_read_in_parts(self):
        data = "東京 naïveté ".encode() + b"caf\xe9"
        assert text_of(data) == "東京 naïveté café"

    def test_cp1252_that_happens_to_hold_utf8_stays_cp1252(self):
        assert text_of("Ã©".encode("cp1252") + "é ö ü ä ß".encode("cp1252")) == "Ã©é ö ü ä ß"

    def test_a_marked_file_with_a_bad_byte_is_read_by_line(self):
        assert text_of(codecs.BOM_UTF8 + "café\n".encode() + b"caf\xe9") == "café\ncafé"

    def test_utf16_with_an_odd_byte_at_the_end_keeps_it(self):
        assert text_of(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"c") == "abc"

    def test_utf16_with_a_lone_surrogate_is_still_utf16(self):
        assert text_of(codecs.BOM_UTF16_LE + b"a\0\x00\xd8b\0") == "a\ud800b"

    def test_a_false_mark_of_utf32_is_no_error(self):
        assert isinstance(text_of(b"\xff\xfe\0\0\xff\xff\xff\xff"), str)

    def test_the_runs_cover_the_text(self):
        text, runs = decode("é\n".encode() + b"\xe9\nplain\n" + "東".encode())
        assert sum(length for _, length in runs) == len(text)

    def test_plain_lines_make_no_runs_of_their_own(self):
        assert len(decode(b"plain\n" * 100 + b"\xe9\n" + b"plain\n" * 100)[1]) <= 2

    @given(data=byte_texts)
    def test_any_bytes_decode(self, data):
        text, runs = decode(data)
        assert sum(length for _, length in runs) == len(text)

    @given(text=texts)
    def test_any_text_written_as_utf8_is_read_back(self, text):
        text = text.encode("utf-8", "replace").decode()
        if not text.startswith("\ufeff") and "\0" not in text:
            assert text_of(text.encode()) == text


class TestWithAName:
    @pytest.mark.parametrize("name", ["cp1251", "windows-1251", "CP1251", "Windows_1251"])
    def test_the_named_encoding_is_used(self, name):
        assert text_of("мир".encode("cp1251"), name) == "мир"

    @pytest.mark.parametrize("name", ["utf-8", "utf8", "utf-16", "utf-16-le", "utf-32"])
    def test_a_mark_is_cut_off_as_without_a_name(self, name):
        data = "\ufeffcafé".encode({"utf-16": "utf-16-be", "utf-32": "utf-32-be"}.get(name, name))
        assert text_of(data, name) == "café"

    @pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32", "utf-8"])
    def test_without_a_mark_nothing_is_cut_off(self, name):
        plain = name.removesuffix("-sig")
        data = "hello".encode(plain + "-le" if plain != "utf-8" else plain)
        assert text_of(data, name) == "hello"

    @pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32", "utf-8", "cp1252", "gb18030", "utf-16-le"])
    def test_the_bytes_can_be_had_again(self, name):
        plain = name.removesuffix("-sig")
        data = "hello".encode(plain + "-le" if plain in ("utf-16", "utf-32") else plain)
        assert explain(data, encoding=name, steps="characters").original_bytes() == data

    @pytest.mark.parametrize(
        ("name", "data"),
        [
            ("cp932", b"\xed\x40 \xfa\x54"),
            ("iso2022_jp", b'\x1b$B$"\x1b(B\x1b$B$$\x1b(B'),
            ("utf-7", b"+AGE-b"),
            ("big5hkscs", b"\x88\x62\x88\x56"),
            ("hz", b"~{<:~}~{Ky~}"),
        ],
    )
    def test_the_bytes_of_a_table_with_two_ways_to_write_a_letter_can_be_had_again(self, name, data):
        assert explain(data, encoding=name, steps="characters").original_bytes() == data

    @pytest.mark.parametrize("name", ["utf-9", "no-such", "", "rot13", "zlib", "base64", "\0", "\ud800"])
    def test_a_name_that_is_no_encoding_is_told(self, name):
        with pytest.raises(OptionError, match="there is no such encoding"):
            decode(b"a", name)

    def test_the_nearest_name_is_told(self):
        with pytest.raises(OptionError, match="did you mean 'utf_8'"):
            decode(b"a", "utf_9")

    def test_bytes_of_another_encoding_are_told_with_their_place(self):
        with pytest.raises(DecodeError, match="byte 0xe9 at 3"):
            decode(b"caf\xe9", "utf-8")

    def test_the_place_is_that_of_the_file_where_a_mark_was_cut_off(self):
        with pytest.raises(DecodeError, match="byte 0xff at 5"):
            decode(codecs.BOM_UTF8 + b"ab\xff", "utf-8")

    @pytest.mark.parametrize(
        "name", ["undefined", "idna", "punycode", "unicode_escape", "utf-7", "shift_jis", "hz", "cp1252"]
    )
    def test_bad_bytes_are_told_whatever_the_codec(self, name):
        with pytest.raises(DecodeError):
            decode(b"xn--\xff\x81\\x", name)

    def test_cp1252_by_name_is_strict(self):
        with pytest.raises(DecodeError):
            decode(b"\x81", "cp1252")


def test_a_known_encoding_has_the_name_python_gives_it():
    assert known_encoding("Latin1") == "iso8859-1"


def test_clean_reads_bytes():
    assert clean("cafÃ©".encode("cp1252") + b"\r\n", steps="characters") == "café\n"


@pytest.mark.parametrize("kind", [bytearray, memoryview])
def test_what_holds_bytes_is_bytes(kind):
    assert clean(kind("café".encode()), steps="characters") == "café"
