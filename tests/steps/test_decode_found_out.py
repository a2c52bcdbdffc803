"""Decode where nothing says what the encoding is: each text is ours, a few lines of plain prose."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.core.encoding import encode_runs
from cleantext.steps.decode.whole import decode

FRENCH = (
    "Le maire a inauguré la médiathèque du quartier.\nLes élèves étaient très nombreux à l’entrée.\n"
    "Après la cérémonie, on a servi du café et des gâteaux.\nLa fête s’est achevée à la tombée de la nuit."
)
POLISH = (
    "Wczoraj późnym wieczorem doszło do awarii wodociągu.\nMieszkańcy przez całą noc czekali na wodę.\n"
    "Burmistrz obiecał, że usterka zostanie usunięta.\nSzkoły będą w piątek zamknięte."
)
HUNGARIAN = (
    "A képviselő szerint a költségvetésről még döntenek.\nA falu lakói őszig várnak az új hídra.\n"
    "A gyűlésen több mint kétszázan vettek részt.\nHétfőtől újra közlekedik a hűtőkocsi."
)
CZECH = (
    "Řidiči musí počítat se zpožděním až hodinu.\nMěsto chce opravit střechu staré školy.\n"
    "Příští týden začne výstava o dějinách železnice.\nVstupné je pro děti snížené."
)
TURKISH = (
    "Belediye başkanı yeni köprünün açılışını yaptı.\nÖğrenciler bu yıl okula bir hafta geç başlıyor.\n"
    "Yağmur yüzünden maç ertelendi.\nÇarşıda sabah erken saatte işler başladı."
)
LATVIAN = (
    "Pilsētas dome nolēma atjaunot veco tirgus ēku.\nSkolēni šogad mācības sāks vēlāk.\n"
    "Zvejnieki sūdzas par sliktiem laikapstākļiem.\nNākamnedēļ gaidāms stiprs vējš."
)
RUSSIAN = (
    "Вчера в городе открыли новый мост через реку.\nЖители ждали этого события много лет.\n"
    "Мэр пообещал, что движение начнётся в понедельник."
)
UKRAINIAN = "Мешканці міста чекають на відкриття їхньої нової школи.\nЄ надія, що її добудують до осені."
GREEK = "Ο δήμαρχος εγκαινίασε χθες τη νέα βιβλιοθήκη.\nΟι μαθητές γέμισαν την αίθουσα από νωρίς το πρωί."
HEBREW = "ראש העיר פתח אתמול את הספרייה החדשה.\nהתושבים חיכו לכך שנים רבות."
ARABIC = "افتتح رئيس البلدية أمس المكتبة الجديدة في المدينة.\nوقد انتظر السكان هذا اليوم سنوات طويلة."
THAI = "นายกเทศมนตรีเปิดห้องสมุดแห่งใหม่เมื่อวานนี้\nชาวบ้านรอคอยมานานหลายปี"
CHINESE = "市长昨天为新图书馆揭幕。\n居民们等待这一天已经很多年了。"
TAIWANESE = "市長昨天為新圖書館揭幕。\n居民們等待這一天已經很多年了。"
JAPANESE = "市長は昨日、新しい図書館の開館式に出席しました。\n住民は何年もこの日を待っていました。"
KOREAN = "시장은 어제 새 도서관의 문을 열었다.\n주민들은 오랫동안 이 날을 기다려 왔다."

WRITTEN = {
    FRENCH: ("cp1252", "mac_roman"),
    FRENCH.replace("’", "'"): ("iso8859_15", "cp850"),
    POLISH: ("cp1250", "iso8859_2", "cp852"),
    HUNGARIAN: ("cp1250", "iso8859_2", "cp852"),
    CZECH: ("cp1250", "iso8859_2", "cp852"),
    TURKISH: ("cp1254", "iso8859_9"),
    LATVIAN: ("cp1257", "iso8859_13"),
    RUSSIAN: ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"),
    UKRAINIAN: ("cp1251", "koi8_u", "mac_cyrillic"),
    GREEK: ("cp1253", "iso8859_7"),
    HEBREW: ("cp1255", "iso8859_8"),
    ARABIC: ("cp1256", "iso8859_6"),
    THAI: ("cp874",),
    CHINESE: ("gbk", "gb18030", "hz"),
    TAIWANESE: ("big5",),
    JAPANESE: ("cp932", "euc_jp", "iso2022_jp"),
    KOREAN: ("cp949", "iso2022_kr"),
}
CASES = [pytest.param(text, codec, id=f"{codec}-{text[:8]}") for text, codecs in WRITTEN.items() for codec in codecs]
SCRIPTS = (RUSSIAN, GREEK, HEBREW, ARABIC, THAI, CHINESE, JAPANESE, KOREAN, FRENCH)
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


def text_of(data: bytes) -> str:
    return decode(data)[0]


def mixed(*files: tuple[str, str]) -> tuple[str, bytes]:
    """Take lines in turn from several files."""
    rows = zip(*(text.split("\n")[:2] for text, _ in files), strict=True)
    lines = [(line, line.encode(codec)) for row in rows for line, (_, codec) in zip(row, files, strict=True)]
    return "\n".join(line for line, _ in lines), b"\n".join(data for _, data in lines)


@pytest.mark.parametrize(("text", "codec"), CASES)
def test_a_short_file_is_read(text, codec):
    assert text_of(text.encode(codec)) == text


@pytest.mark.parametrize(("text", "codec"), CASES)
def test_its_bytes_can_be_had_again(text, codec):
    data = text.encode(codec)
    assert encode_runs(*decode(data)) == data


class TestFewBytes:
    @pytest.mark.parametrize("text", ["café", "naïve", "£5", "It’s late", "10 €", "Zürich", "“No”", "5 °C", "señor"])
    def test_are_western_ones(self, text):
        assert text_of(text.encode("cp1252")) == text

    def test_of_a_word_of_another_script_are_not(self):
        assert text_of("Здравствуйте".encode("cp1251")) == "Здравствуйте"


class TestWide:
    @pytest.mark.parametrize("codec", WIDE)
    @pytest.mark.parametrize("text", SCRIPTS, ids=lambda text: text[:6])
    def test_it_is_told_without_a_mark(self, text, codec):
        assert text_of(text.encode(codec)) == text

    @pytest.mark.parametrize("codec", WIDE)
    @pytest.mark.parametrize("text", ["Привет", "わたしたちのまち", "مكتبة", "ห้องสมุด"])
    def test_a_word_is_enough(self, text, codec):
        assert text_of(text.encode(codec)) == text

    @pytest.mark.parametrize("data", [b"a\0b and so on", b"\0" * 12, b"\1\2\3\4 control", b"key\0values\0key\0item\0"])
    def test_controls_do_not_make_it(self, data):
        assert text_of(data) == data.decode()


class TestEscapes:
    @pytest.mark.parametrize("text", ["\x1b[31mred\x1b[0m", "a ~{b} c", "~{ braces ~}", "~{foo bar~}", "cost: \x1b$5"])
    def test_what_looks_like_one_is_text(self, text):
        assert text_of(text.encode()) == text


class TestSeveralEncodings:
    @pytest.mark.parametrize(
        "files",
        [
            ((RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r")),
            ((RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (RUSSIAN, "cp866")),
            ((RUSSIAN, "utf-8"), (FRENCH, "cp1252")),
            ((CHINESE, "utf-8"), (CHINESE, "gb18030")),
            ((CHINESE, "gb18030"), (FRENCH, "cp1252")),
            ((GREEK, "cp1253"), (RUSSIAN, "cp1251"), (FRENCH, "cp1252")),
            ((KOREAN, "cp949"), (KOREAN, "utf-8")),
            ((POLISH, "utf-8"), (POLISH, "cp1250")),
        ],
        ids=lambda files: "-".join(codec for _, codec in files),
    )
    def test_each_line_is_read_as_what_it_is(self, files):
        text, data = mixed(*files)
        assert text_of(data) == text
        assert encode_runs(*decode(data)) == data

    def test_a_legacy_word_in_a_utf8_line_is_read_with_its_own_table(self):
        data = "Журнал «Мост» ".encode() + "читают".encode("cp1251") + " во всех школах города".encode()
        assert text_of(data).endswith(" во всех школах города")
        assert encode_runs(*decode(data)) == data


class TestDamage:
    def test_a_bad_byte_costs_a_line_of_chinese_one_character(self):
        data = CHINESE.encode("gb18030") + b"\n" + CHINESE.encode("gb18030") + b"\xff\n"
        assert text_of(data) == CHINESE + "\n" + CHINESE + "\ufffd\n"
        assert encode_runs(*decode(data)) == data

    def test_a_picture_is_some_text_and_the_same_bytes_again(self):
        data = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes((place * place * 7 + place // 3) % 256 for place in range(5000))
        assert encode_runs(*decode(data)) == data

    @pytest.mark.parametrize("unit", [b"\xe9", b"\xc3\xa9\xe9", b"\xff", b"\xb0\xa1", b"\x81\x8d"])
    def test_a_long_line_is_read_in_linear_memory_and_few_runs(self, unit):
        data = unit * (300_000 // len(unit))
        text, runs = decode(data)
        assert len(runs) < 2_000
        assert encode_runs(text, runs) == data

    @given(data=st.binary(max_size=60).map(lambda data: bytes(byte | 128 for byte in data)))
    def test_bytes_beyond_ascii_come_back(self, data):
        assert encode_runs(*decode(data)) == data

    @given(
        lines=st.lists(
            st.tuples(
                st.sampled_from([FRENCH, RUSSIAN, CHINESE, JAPANESE]),
                st.sampled_from(["utf-8", "cp1251", "gb18030", "cp932"]),
            ).map(lambda pair: pair[0].encode(pair[1], "ignore")),
            max_size=4,
        ),
        cut=st.integers(0, 40),
    )
    def test_mixtures_cut_anywhere_come_back(self, lines, cut):
        data = b"\n".join(lines)[cut:]
        assert encode_runs(*decode(data)) == data


def test_the_same_bytes_are_read_the_same_way_twice():
    data = POLISH.encode("iso8859_2")
    assert decode(data) == decode(data)


def test_utf8_needs_no_statistics():
    code = (
        "import sys; from cleantext.steps.decode.whole import decode; decode('café 東京'.encode()); decode(b'plain');"
        "sys.exit('cleantext.core.model' in sys.modules or 'cleantext.steps.decode.detect' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
