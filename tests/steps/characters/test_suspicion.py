"""The gate in front of the search: damaged lines are found, clean ones left alone, and quickly."""

from __future__ import annotations

import itertools
import random
import re
import time

import pytest
from conftest import QUIET, texts
from ftfy.badness import BADNESS_RE
from hypothesis import given
from hypothesis import strategies as st

from cleantext.steps.characters import gate
from cleantext.steps.characters.mojibake.suspicion import USUAL, is_usual, may_be_damaged, suspicious_spans

GERMAN = "Die Bäckerei öffnet früh, und die Straße ist schon voller Leute."
FRENCH = "Le garçon a préféré rester là où les élèves étaient déjà rentrés."
POLISH = "Gdzie się podziała żółta łódź, którą widziałem wczoraj?"
TURKISH = "Işığı görünce çocuğun gülüşü değişti, kuşlar uçuştu."
VIETNAMESE = "Người đàn bà đứng trước cửa, đợi chuyến xe đường dài."
RUSSIAN = "Старый мост через реку закрыли на ремонт до конца осени."
UKRAINIAN = "Її ґанок виходить на південь, і взимку там є сонце."
GREEK = "Το παλιό λιμάνι γεμίζει κόσμο κάθε Κυριακή πρωί."
HEBREW = "הגשר הישן נסגר לשיפוצים עד סוף הסתיו."
ARABIC = "أغلق الجسر القديم للإصلاح حتى نهاية الخريف."
HINDI = "पुराना पुल मरम्मत के लिए शरद ऋतु के अंत तक बंद है।"
THAI = "สะพานเก่าปิดซ่อมจนถึงปลายฤดูใบไม้ร่วง"
CHINESE = "老桥因维修关闭，要到秋天才重新开放，大家只好绕路。"
JAPANESE = "古い橋は修理のため、秋の終わりまで通れません。"
KOREAN = "낡은 다리는 가을이 끝날 때까지 수리 때문에 닫혀 있다."
CLEAN = (GERMAN, FRENCH, POLISH, TURKISH, VIETNAMESE, RUSSIAN, UKRAINIAN, GREEK, HEBREW, ARABIC, HINDI, THAI, CHINESE)
CLEAN += (JAPANESE, KOREAN)
READ_AS = ["cp1252", "latin-1", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"]
READ_AS += ["cp437", "cp850", "cp866", "mac_roman", "mac_cyrillic", "iso8859_5", "iso8859_7", "iso8859_15", "koi8_r"]
READ_AS += ["gbk", "big5", "cp932", "cp949", "euc_jp"]


def misread(text: str, meant: str, read: str) -> str:
    return text.encode(meant, "ignore").decode(read, "replace")


@pytest.mark.parametrize("text", CLEAN)
def test_a_clean_line_is_left_alone(text):
    assert suspicious_spans(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "„Wohin?“, fragte er — und ging… 5 € für 3 m², ©2020, 20 °C, §5, nº 4.",
        "«Да», — сказал он. США и ООН, №5, 20°С.",
        "It’s a “quoted” word, Motörhead™, naïve café, n° 5, l·l, ½ cup.",
        "An tÉireannach agus an tAthair",
        "用iPhone手机上的app下载，KTV、X光。",
        "KBS는 美 대통령의 USB 메모리를",
        "日本のTV局でAKBがB級グルメを紹介",
        "ШКОЛА №5",
    ],
)
def test_symbols_and_borrowed_words_are_no_sign(text):
    assert not may_be_damaged(text)


@pytest.mark.parametrize("text", [GERMAN, FRENCH, POLISH, RUSSIAN, GREEK, HEBREW, THAI, CHINESE, KOREAN])
@pytest.mark.parametrize("read", READ_AS)
def test_utf_8_read_with_another_table_is_suspected(text, read):
    assert may_be_damaged(misread(text, "utf-8", read))


@pytest.mark.parametrize(
    ("text", "meant", "read"),
    [
        (RUSSIAN, "cp1251", "latin-1"),
        (RUSSIAN, "cp1251", "koi8_r"),
        (RUSSIAN, "koi8_r", "cp1251"),
        (RUSSIAN, "cp866", "cp1251"),
        ("Иван Орлов, Пётр Тихонов и Юлия Яшина ждут в порту; УВД молчит.", "cp1251", "mac_cyrillic"),
        (RUSSIAN, "iso8859_5", "cp1251"),
        (RUSSIAN, "cp1251", "iso8859_5"),
        (GREEK, "cp1253", "cp1252"),
        (HEBREW, "cp1255", "cp1252"),
        (ARABIC, "cp1256", "cp1252"),
        (FRENCH, "cp1252", "mac_roman"),
        (FRENCH, "mac_roman", "cp1252"),
        (FRENCH, "cp1252", "cp1251"),
        (FRENCH, "cp1252", "cp1253"),
        (FRENCH, "cp1252", "gbk"),
        (GERMAN, "cp1252", "cp437"),
        (CHINESE, "gbk", "cp1252"),
        (CHINESE, "gbk", "cp932"),
        (CHINESE, "gbk", "cp949"),
        (JAPANESE, "euc_jp", "gbk"),
        (JAPANESE, "cp932", "gbk"),
        (KOREAN, "cp949", "gbk"),
    ],
)
def test_one_old_table_read_as_another_is_suspected(text, meant, read):
    assert may_be_damaged(misread(text, meant, read))


@pytest.mark.parametrize("background", CLEAN)
def test_a_damaged_line_is_found_in_a_text_of_any_script(background):
    damaged = [misread(RUSSIAN, "cp1251", "koi8_r"), misread(FRENCH, "utf-8", "gbk"), misread(KOREAN, "cp949", "gbk")]
    for line in damaged:
        text = "\n".join([*[background] * 30, line, background])
        start = 30 * (len(background) + 1)
        assert suspicious_spans(text) == [(start, start + len(line))]


@given(text=texts)
def test_spans_are_lines_and_say_what_the_gate_says(text):
    spans = suspicious_spans(text)
    assert spans == sorted(set(spans))
    assert bool(spans) == may_be_damaged(text)
    for start, end in spans:
        assert start == 0 or text[start - 1] == "\n"
        assert end == len(text) or text[end] == "\n"
        assert "\n" not in text[start:end]


_near_bad = st.text(
    st.sampled_from("".join(re.findall(r"[^\x00-\x7f]", BADNESS_RE.pattern)) + "aZ \nвЂГÃœŒ"), max_size=8
)


@given(text=_near_bad, script=st.sampled_from(("", "plain ", "слово ", "漢字", "かな文字", "한국어 ")))
def test_where_ftfy_would_look_the_gate_is_open(text, script):
    text = script * 3 + text
    assert may_be_damaged(text) or not gate.looks_bad(text)


@pytest.mark.parametrize("path", QUIET, ids=lambda path: path.stem)
def test_few_lines_of_clean_prose_are_suspected(path):
    text = path.read_bytes().decode("utf-8")
    assert len(suspicious_spans(text)) <= 1 + text.count("\n") // 20


def test_any_characters_at_all_are_read_without_an_error():
    generator = random.Random(4)
    for _ in range(300):
        suspicious_spans("".join(chr(generator.randrange(0x110000)) for _ in range(30)))


@pytest.mark.parametrize("unit", ["é", "«С»", "か涪", "a漢漢漢漢", "한 漢 ", "„“", "½ ", "\ud800", "丶a"])
def test_time_grows_with_the_length_alone(unit):
    start = time.perf_counter()
    suspicious_spans(unit * (40_000 // len(unit)))
    assert time.perf_counter() - start < 5


def test_whatever_is_usual_in_a_text_shows_no_sign_of_damage_to_the_whole_expression() -> None:
    for letters in itertools.product(USUAL + 'aZ1 ."\n', repeat=3):
        text = f"the word {''.join(letters)} more"
        if is_usual(text):
            assert not may_be_damaged(text), text


def test_a_quotation_mark_inside_a_word_is_not_usual() -> None:
    assert is_usual("“Good” — said he…")
    assert not is_usual("It isn”t so.")
