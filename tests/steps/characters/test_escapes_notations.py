"""Each notation decodes, alone, in a line and in a document."""

from __future__ import annotations

import json
import quopri
from urllib.parse import quote, quote_plus

import pytest

from cleantext import clean

GERMAN = (
    "Die Fähre fährt zweimal täglich, sagte Frau Müller am Freitag; „das genügt“, fügte sie hinzu.\n"
    "Die Gemeinde hätte gern mehr Überfahrten, auch für Schüler und für Ärzte aus der Stadt."
)
RUSSIAN = "Паром ходит дважды в день.\nШкольники едут утром, врачи — вечером."
CHINESE = "渡轮每天航行两次，学生在早上乘坐。"
PUNJABI = "ਕਿਸ਼ਤੀ ਦਿਨ ਵਿੱਚ ਦੋ ਵਾਰ ਚੱਲਦੀ ਹੈ।"
TEXTS = (GERMAN, RUSSIAN, CHINESE, PUNJABI)


def decoded(text: str) -> str:
    return clean(text, steps="characters/escapes")


def misread(data: bytes, table: str) -> str:
    """Decode bytes with a table, those it lacks as controls."""
    return "".join(bytes([byte]).decode(table, "ignore") or chr(byte) for byte in data)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It\\u2019s \\u201cfine\\u201d", "It’s “fine”"),
        ("see https://a.example/x\\u201d now", "see https://a.example/x” now"),
        ("\\ud83d\\ude00 \\U0001F600 caf\\U000000e9", "😀 😀 café"),
        ("caf\\u{e9} \\u{1F600}.", "café 😀."),
        ("\\u4f60\\u597d\\uff0c\\u4e16\\u754c", "你好，世界"),
        ("3\\u03bcm and \\u03b1-helix", "3μm and α-helix"),
        ("\\ufeffHello", "\ufeffHello"),
        ("one\\u200btwo", "one\u200btwo"),
        ("AT\\u0026T\\u2019s", "AT&T’s"),
        ('\\"So\\" \\u2013 he left.\\n\\nShe stayed.', '"So" – he left.\n\nShe stayed.'),
        ('"So" \\u2013 \\"he', '"So" – \\"he'),
        ("caf\\xc3\\xa9 \\xe2\\x80\\x94 \\xf0\\x9f\\x98\\x80", "café — 😀"),
        ("b'caf\\xc3\\xa9'", "b'café'"),
        ("caf\\xc3\\xa9 \\xe2\\x80", "café \\xe2\\x80"),
        ("(voir l\\u2019annexe de l\\u2019acte);", "(voir l’annexe de l’acte);"),
        ("na\\303\\257ve caf\\303\\251", "naïve café"),
        ("it<U+2019>s <U+0001F600> <U+D83D><U+DE00>", "it’s 😀 😀"),
        ("caf<c3><a9>", "café"),
        ("caf%C3%A9 cr%c3%a8me", "café crème"),
        ("caf%C3%A9, 100% arabica", "café, 100% arabica"),
        ("It%u2019s", "It’s"),
        ("Fr%C3%BChst%C3%BCck f%C3%BCr/an J%C3%BCrgen/a/b", "Frühstück für/an Jürgen/a/b"),
        ("It=E2=80=99s a soft=\n break", "It’s a soft break"),
        ("x=1 and caf=C3=A9", "x=1 and café"),
        ("K=F6rper und Gef=FChl", "Körper und Gefühl"),
        ("a line_x000D_\nand two_x000d__x000A_three_x0009_x", "a line\nand two\nthree\tx"),
        ("word_x000D_ word_x000D_", "word word"),
        ("one_x000D_two", "one\ntwo"),
        ("\ud83d\ude00 \ud83c\uddea", "😀 🇪"),
        ("ï»¿Hello", "Hello"),
        ("п»їПривет", "Привет"),
        ("caf+AOk- cr+AOg-me", "café crème"),
        ("+BBwEOARA", "Мир"),
    ],
)
def test_it_becomes_what_it_stands_for(text, wanted):
    assert decoded(text) == wanted


@pytest.mark.parametrize("text", TEXTS)
def test_a_line_out_of_json_is_read(text):
    line = text.replace("\n", " ")
    assert decoded(json.dumps(line)[1:-1]) == line


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_written_as_bytes_is_read(text):
    written = "".join(c if c < "\x80" else "".join(f"\\x{byte:02x}" for byte in c.encode()) for c in text)
    assert decoded(written) == text
    assert decoded(written.replace("\\x", "%")) == text


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_mail_in_quoted_printable_is_read(text, line_end):
    coded = quopri.encodestring((text * 9).encode()).decode()
    assert decoded(coded.replace("\n", line_end)) == (text * 9).replace("\n", line_end)


def test_a_mail_in_a_western_table_is_read():
    assert decoded(quopri.encodestring(GERMAN.encode("cp1252")).decode()) == GERMAN


def test_a_paragraph_of_quoted_printable_is_read_beside_others():
    coded = quopri.encodestring((CHINESE * 3).encode()).decode()
    assert decoded(f"Now a=b.\n{coded}\nNo more.") == f"Now a=b.\n{CHINESE * 3}\nNo more."


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_form_has_sent_is_read(text):
    assert decoded(quote_plus(text)) == text
    assert decoded("\n".join(map(quote_plus, text.split("\n")))) == text
    line = text.replace("\n", " ")
    assert decoded(quote(line, safe=",;!'()")) == line


@pytest.mark.parametrize("text", TEXTS)
def test_utf_7_is_read(text):
    assert decoded(text.encode("utf-7").decode()) == text


@pytest.mark.parametrize("text", [*TEXTS, "plain ASCII\nof two lines"])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize("table", ["latin-1", "cp1252"])
def test_utf_16_read_as_8_bit_is_read(text, codec, table):
    assert decoded(misread(text.encode(codec), table)) == text


def test_lines_of_utf_16_are_read_one_by_one():
    first, second = (misread(line.encode("utf-16-le"), "latin-1") for line in GERMAN.split("\n"))
    assert decoded(f"{first}\n{second}") == GERMAN
    assert decoded(f"{misread(GERMAN.encode('utf-16-le'), 'latin-1')}\n") == f"{GERMAN}\n"


def test_what_a_split_at_line_feeds_has_left_of_utf_16_is_read():
    first, second = misread(RUSSIAN.encode("utf-16-le"), "latin-1").split("\n", 1)
    assert (decoded(first), decoded(second)) == tuple(RUSSIAN.split("\n"))
    assert decoded("w\0h\0o\0l\0e\0x") == "w\0h\0o\0l\0e\0x"


@pytest.mark.parametrize(
    "text",
    [
        "one\0two\0three\0four\0",
        "ab\0cd\0ef\0gh\0",
        "abc\0def\0ghi\0jkl\0",
        "a\0",
        "un été\0un hiver\0au printemps\0à la mer\0",
        "caf\x0c\x01é " * 9,
        "Ð\x9fÐ°Ñ\x80Ð¾Ð¼\x0cÐ¸Ð´Ñ\x91Ñ\x82" * 4,
    ],
)
def test_other_controls_are_not_utf_16(text):
    assert decoded(text) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("K&#154;rper und Gef&#159;hl", "Körper und Gefühl"),
        ("K&#154;rper", "Körper"),
        ("Ku&#154;ej &#150; Mili&#154;evi&#263;", "Kušej – Milišević"),
        ("c&#156;ur, it&#146;s &#147;so&#148;", "cœur, it’s “so”"),
        ("More&#151;and more", "More—and more"),
        ("dal&#154;&iacute; Bor&#154;t", "další Boršt"),
        ("&ETH;&#157;", "Ð\x9d"),
        ("a&#157;b &#150;", "a&#157;b –"),
    ],
)
def test_a_number_is_read_in_the_table_it_was_written_in(text, wanted):
    assert decoded(text) == wanted


def test_what_hides_behind_an_entity_is_read_in_the_next_round():
    assert decoded("it&amp;#92;u2019s") == "it’s"


def test_a_decoded_form_makes_no_tag():
    text = "Ecrire+%3Cb%3E+en+gras+%C3%A9"
    assert decoded(text) == text


def test_a_number_that_windows_leaves_empty_is_read_where_others_are_of_the_mac():
    assert decoded("Fran&#141;ais, d&#142;j&#136;") == "Français, déjà"
