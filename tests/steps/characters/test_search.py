"""The search for what a line said: clean lines of every kind stay, and whatever is made is made by sound edits.

The lines are our own, or names, formulas and sayings that belong to nobody.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from conftest import texts
from hypothesis import given

from cleantext.core.doc import Doc
from cleantext.core.edit import apply
from cleantext.steps.characters.mojibake.search import repaired
from cleantext.steps.characters.mojibake.stage import Mojibake

STAGE = Mojibake()

STAY = {
    "formulas": (
        "TNFα", "IL-1β rose twofold", "5μm", "10 µm, 3 µL each", "√π", "∆°", "∆G° = −RT ln K", "χ² = 3.84",
        "∀x∈ℝ ∃y: y²≥x", "∫₀¹ x² dx = ⅓", "∑ᵢ aᵢ ≤ ∏ᵢ bᵢ", "f: ℝ→ℝ, x↦x²", "A∩B⊂A∪B", "(a+b)²=a²+2ab+b²",
        "√2·√3=√6", "V=4/3·π·r³", "Δx·Δp ≥ ħ/2", "μ = 5, σ = 2", "H₂SO₄ → 2H⁺ + SO₄²⁻", "Δ9-THC", "ε>0 ∃δ>0",
        "∂²u/∂t² = c²∇²u",
    ),
    "measures": (
        "51°30′N 0°7′W", "25 °C–30 °C", "20°C, 5 m², 3 m³/s", "R1 = 47 kΩ", "10×20 cm² ±1", "½ TL Salz, ¼ l Öl",
        "1½–2 Std.", "¼″ × ⅜″", "µg/m³", "kWh/m²a", "5‰ und 7 %", "2.5 Å", "Nº 5, nº 4, n° 3", "№ 5", "1ª",
        "23.º", "D. Mª del Carmen", "$ € £ ¥ ₩ ₽ ₹ ₺ ₴ ₪ ₫ ฿ ¢", "€5, 5€, £3, ¥500, 10¢", "§§ 12–14 BGB, ¶ 3",
        "©2020 Éditions Rivière", "40ºC y 37,5ºC",
    ),
    "marks": (
        "ACME™", "NOKIA®", "ÉCLAT™", "CAFÉ® is a mark", "FJÄLLRÄVEN®", "ŠKODA®", "Häagen-Dazs®", "Lancôme™",
        "©®™", "Müller†, Möller‡", "José¹ y María²", "André² et René³", "I ♥ Łódź", "J’♥ Orléans", "♪♫ la là ♬",
        "B♭ F♯ C♮", "♔♕♖♗♘♙ 1.e4 e5 2.♘f3 ♞c6", "♠A ♥K ♦Q ♣J", "★★★☆☆", "✓ Erledigt ✗ nö", "• Übung • Öl",
        "🇫🇷Été 👍🏽é", "#été @josé", "münchen.example/ä?ö=ü",
    ),
    "drawings": (
        "┌──┬──┐\n│é │ü │\n└──┴──┘", "│ Größe │ 5 m² │", "║ ñ ║ 3 ║", "▓▒░ LOADING ░▒▓", "─═≡☆ﾟ", "¯\\_(ツ)_/¯",
        "( ͡° ͜ʖ ͡°)", "(╯°□°）╯︵ ┻━┻", "ಠ_ಠ", "ʕ•ᴥ•ʔ", "(´・ω・`)", "(¬_¬)", "°º¤ø,¸¸,ø¤º°`°º¤ø", "¸.·´¯`·.¸",
        "l33t H4XØR M0TÖRHEÄD", "Ünïcödé Iñtërnâtiônàl",
    ),
    "alphabets": (
        "A À Â Æ B", "a à â æ b c ç d e é è ê ë", "A Á Ä B C Č D Ď", "А Б В Г Д Е Ё Ж З", "Α Β Γ Δ Ε Ζ Η",
        "Å Ä Ö", "Æ, Ø & Å", "Ä/Ö/Ü", "„ä“, „ö“, „ü“", "» Ä «, » Ö «", "“Ğ”, “İ” ve “ı”", "la letra «Ñ»",
        "ñáéíóú", "çğıöşü", "ĉĝĥĵŝŭ", "āēīōū", "ăâîșț",
    ),
    "transcriptions": (
        "[ˈfəʊnɪm]", "/ʃtʁaːsə/", "[kʰæt] ~ [kʰæʔ]", "sʲɪˈstʲemə", "Čajkovskij, Ščedrin",
        "Ob″ektivnost′ i ètika", "saṃskṛtam bhāṣā", "kṛṣṇa ṛṣi jñāna ṭīkā", "ʿAbd al-Raḥmān, Ibn Ḫaldūn",
        "Þórr ok Óðinn, Hǫfðingi", "hwæt wē gār-dena", "nǐ hǎo, lǜsè nǚ’ér", "Thừa Thiên–Huế, ĐƯỜNG PHỐ",
        "Ẹ̀kọ́ Yorùbá: ọ̀rọ̀, ÀṢÀ", "Ndị Igbo, ụmụ", "Eʋegbe, ŋlɔ̃, mɔ̃", "ʻŌlelo Hawaiʻi",
        "Diné bizaad, łééchąąʼí", "Sámi: Čáhci, Ŋuorru", "Avañe’ẽ, kuñataĩ", "Tłı̨chǫ, Dene Sųłiné",
        "Għajn, QQÀ, ĦAL", "sääʹmǩiõll", "līvõ kēļ",
    ),
    "headlines": (
        "ГЛАВНЫЕ НОВОСТИ ДНЯ", "ПРЕЗИДЕНТ ПОСЕТИЛ ВЫСТАВКУ В МОСКВЕ", "ЁЛКА", "ЇЖА ДЛЯ ПТАХІВ", "ЂОРЂЕ ЉУБИША",
        "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ", "ΜΕΓΑΛΗ ΠΥΡΚΑΓΙΑ ΣΤΗΝ ΑΤΤΙΚΗ", "RÄKSMÖRGÅSAR PÅ ÅLAND", "RØDGRØD MED FLØDE",
        "ZAŻÓŁĆ GĘŚLĄ JAŹŃ", "ŘEKA TEČE", "GYŰRŰ, TŰZ, ŐSZ", "ŞİŞLİ ÇARŞISI", "SÃO JOÃO DEL-REI", "CORAÇÕES",
        "ÇA VA? À PARIS", "L’ÉTÉ À LA MER", "PERCHÉ LA CITTÀ È QUI", "ESPAÑA, AÑO NUEVO",
        "ÍSLAND: ÞJÓÐ Í ÖRÆFUM", "CÔTE-D’OR", "ŽĄSIS IR ĖJIMAS", "ŠĶĒRES, ĒKA", "GƏNCƏ ŞƏHƏRİ", "KÕÕM TÜÜP",
    ),
    "quotations": (
        "“Yes,” she said. ‘No.’", "„Ja“, sagte er – ‚nein‘.", "»Hier«, sagte er.", "”Hej”, sa han.",
        "« Où ça ? »", "«Да», — сказал он.", "„Tak”, powiedział.", "«¡Hola!» ¿Qué? ¿¡Cómo!?", "—Él— dijo…",
        "…und dann…", "‹Oui›", "「はい」と言った。", "“THÉ”, «CAFÉ», „ÖL“", "rock ’n’ roll, ’s-Hertogenbosch, d’où",
        "O’KONNOR и Д’АРТАНЬЯН", "М’ята й п’ять",
    ),
    "foreign words": (
        "The word „Schadenfreude“ is German.", "He wrote водка on the wall.", "The sign said Ελλάδα.",
        "Toys Я Us, KoЯn", "IT-сектор, PDF-файл", "iPhone-ом и COVID-ом", "Das Wort «fjöðr» ist isländisch.",
        "He sang “Dziękuję” and „Köszönöm”.", "Su nombre es Þorvaldur Ægisson.",
        "Le mot « smörgåsbord », le mot « łódź ».", "By Dvořák, Janáček und Martinů",
        "Erdős–Rényi and Cauchy–Буняковский", "Beyoncé said شكرا and 谢谢.",
        "Москва (Moscow), Αθήνα (Athens), القاهرة", "ไทย Thai, ქართული Georgian, አማርኛ", "München–Zürich–Århus",
        "Łódź–Kraków–Poznań", "Ngôn ngữ: tiếng Việt, čeština, türkçe", "naïve, façade, coöperate, Brontë",
        "Åland–Öland",
    ),
    "eastern": (
        "東京2020のTV局", "『本』〜から々", "美 대통령, 北·美", "한국어(韓國語) ㅋㅋㅋ ㅠㅠ",
        "ㄅㄆㄇㄈ", "Ｆｕｌｌ　ｗｉｄｔｈ　１２３", "ｶﾀｶﾅ", "魑魅魍魎と饕餮",
        "囧rz", "臺北，新竹", "ב־2020, ש״ח", "٪٥٠ ١٢", "می‌خواهم", "हिंदी-English ₹५००", "฿100 ๆ ฯลฯ",
    ),
    "spaces": (
        "В\xa0Москве и\xa0О\xa0мире", "МИД\xa0РФ, ЕС\xa0и\xa0ООН", "«Où\xa0?»\xa0À\xa0Paris\xa0!",
        "5\xa0€ À\xa050\xa0%", "Å\xa0og Ø\xa0er", "co\xadöp",
    ),
}  # fmt: skip
LINES = [line for lines in STAY.values() for line in lines]
# What was changed once and must not be again.
SPARED = (
    "IL-1β, TNFα, IFNγ and TGFβ",
    "x² + y² = r²",
    "√π ≈ 1.772",
    "47 kΩ ± 5 %",
    "A≤B≤C",
    "59 kΩ ±; µF; kΩ",
    "mcm²,  kΩ,  cm², r £",
    "α = β + γ (see Fig. 3)",
    "x ≥ 0, y ≤ 1 | Z ≈ 50 Ω",
    "Levels of ERα, TNFα, °C rose.",
    "ω-3, TGFβ, ΔF508 were measured",
    "Levels of HIF-1α, ERβ, IFNγ, ΔΨm rose.",
    "José™",
    "été™ et café™",
    "André³, García¹, José³",
    "Åland–Öland, Åland–Öland, Åland–Öland",
    "das »ß« und das »Ü«",
    "Er sagte ПРЕЗИДЕНТ ПОСЕТИЛ ВЫСТАВКУ В МОСКВЕ, und ging.",
    "áéíóúüñ",
    "ąćęłńóśźż",
    "ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ",
    "ÀÈÌÒÙ",
    "†‡†",
    "¤¤¤ SALE ¤¤¤",
    "®©™®©",
    "×÷×÷",
    "∑∏∫",
    "┌──┐",
    "╔═══╗",
    "██████████",
    "東京ﾀﾜｰ",
    "ﾃﾞｰﾀを送信",
    "ｱｲﾃﾑ名",
    "㈱ﾔﾏﾀﾞです",
    "「ﾒﾆｭｰ」",
    "ｽﾏﾎで見る",
    "A sign said ПУТИН И ТРАМП ЇЖАК І ҐАНОК in red.",
    "VIÐ\xa0SJÓ",
    "JÖRÐ®",
)
# What is changed today and should not be; each of them is a plausible text.
SPOILT = (
    "d³±s",
    "Anlaß€",
    "Ä–Ö–Ü",
    "Р–С–Т",
    "—Ñ—",
    "KoЯn KoЯn",
    "ÁÁÁ ÁÁÁ",
    "XÃ\xa0AN HÒA",
    "«ROMÂ»",
)
# What the gate alone keeps from being changed.
GATED = (
    "┌──┬──┐\n│é │ü │\n└──┴──┘",
    "Å\xa0og Ø\xa0er",
)


def staged(text: str) -> str:
    return apply(text, tuple(STAGE(Doc(text))))


@pytest.mark.parametrize("line", LINES)
def test_a_clean_line_stays(line):
    assert staged(line) == line


@pytest.mark.parametrize("line", [line for line in LINES if line not in GATED])
def test_a_clean_line_that_comes_through_the_gate_stays(line):
    assert repaired(line) == (line, ())


@pytest.mark.xfail(strict=True, reason="taken for damage if anything else in the line is odd")
@pytest.mark.parametrize("line", GATED)
def test_a_clean_line_stays_without_the_gate(line):
    assert repaired(line) == (line, ())


@pytest.mark.parametrize("kind", STAY)
def test_clean_lines_of_a_kind_stay_as_one_document(kind):
    text = "\n".join(STAY[kind])
    assert staged(text) == text


@pytest.mark.parametrize("line", LINES)
def test_a_clean_line_stays_in_capitals_and_in_small_letters(line):
    assert staged(line.lower()) == line.lower()


@pytest.mark.parametrize("line", SPARED)
def test_a_clean_line_that_was_once_taken_for_damage_stays(line):
    assert staged(line) == line


@pytest.mark.xfail(strict=True, reason="taken for damage")
@pytest.mark.parametrize("line", SPOILT)
def test_a_clean_line_that_is_taken_for_damage_stays(line):
    assert staged(line) == line


@pytest.mark.parametrize(
    ("line", "said", "rules"),
    [
        ("Le cafÃ© est fermÃ©.", "Le café est fermé.", {"cp1252>utf-8", "latin-1>utf-8"}),
        ("Ïðèâåò, ìèð è äðóæáà!", "Привет, мир и дружба!", {"cp1252>cp1251", "latin-1>cp1251"}),
        ("Er ist h√∂flich und gr√º√üt.", "Er ist höflich und grüßt.", {"mac-roman>utf-8"}),
        ("µ¨ÕÇ ÇßÕÇ", "µ¨ÕÇ ÇßÕÇ", set()),
        ("ï¿½", "\ufffd", {"replacement-character"}),
    ],
)
def test_the_rule_of_every_edit_names_the_readings(line, said, rules):
    repair = repaired(line)
    assert repair.text == said
    assert {edit.rule.removeprefix("any.characters.mojibake/") for edit in repair.edits} <= rules
    assert bool(repair.edits) == (line != said)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "\0",
        " ",
        "é",
        "Ã",
        "\x81",
        "\ufffd",
        "\udc00\ud800 Ã©",
        "Ã\0©",
        "Ã©\r",
        "\u202eÃ©",
        "錕斤拷",
        "Ã" * 5_000,
        "Ã© é " * 1_000,
        "é" * 5_000,
        "\x81" * 5_000,
        "ÐЖα字" * 1_000,
        "的一是" * 1_000,
        "Ã ? ' \ufffd" * 400,
    ],
    ids=ascii,
)
def test_no_line_raises_and_what_is_made_fits_and_is_stable(line):
    repair = repaired(line)
    assert apply(line, repair.edits) == repair.text
    assert all(before.end <= after.start for before, after in pairwise(repair.edits))
    assert repaired(repair.text) == (repair.text, ())


@given(text=texts)
def test_any_line_has_a_repair_that_its_edits_make(text):
    line = text.split("\n", 1)[0]
    repair = repaired(line)
    assert apply(line, repair.edits) == repair.text
    assert all(edit.before != edit.after for edit in repair.edits)
    assert all(before.end <= after.start for before, after in pairwise(repair.edits))
    assert repaired(repair.text).text == repair.text
