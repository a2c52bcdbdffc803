"""How many bits a text costs: genuine text few, damaged text many, whatever the language."""

from __future__ import annotations

import pytest

from cleantext.core import model
from cleantext.core.model import (
    bits,
    fold_letter,
    language_bits,
    language_pair_cost,
    likely_languages,
    parse,
    shape_bits,
    strangeness,
    tables,
)

GENUINE = (
    "Die Möwe kreist über dem Häuschen am Fluß.",
    "Le préfet a été reçu à l’hôtel où il déjeune.",
    "Kůň běžel přes louku a zmizel za kopcem.",
    "Gölün kıyısında küçük bir köşk vardı.",
    "Con đường làng dẫn qua cánh đồng lúa chín.",
    "Лодка медленно плыла вдоль тёмного берега.",
    "Ο δρόμος για το χωριό περνά από το ποτάμι.",
    "הסירה שטה לאט לאורך החוף החשוך.",
    "سار القارب ببطء على طول الشاطئ المظلم.",
    "नाव धीरे धीरे किनारे के साथ चल रही थी।",
    "เรือแล่นช้าๆ ไปตามชายฝั่ง",
    "小船慢慢地沿着黑暗的河岸前行。",
    "小さな船が暗い岸に沿ってゆっくり進んだ。",
    "작은 배가 어두운 강가를 따라 천천히 갔다.",
)
SMALL = parse(
    "step\tascii Ll\tlatin Ll\t32\nletter\té\t5\npair\tf\té\t)\n"
    "language\txx\nsaves\tf\té\t\u00aa\nothers\te\t1\nplain\ta\tb\t\u009c"
)


def spoilt(text: str) -> str:
    return text.encode("utf-8").decode("latin-1")


@pytest.mark.parametrize("text", GENUINE)
def test_a_genuine_text_costs_less_than_its_damage(text):
    assert bits(text) < bits(spoilt(text))
    assert shape_bits(text) < shape_bits(spoilt(text))
    assert strangeness(text) < strangeness(spoilt(text))


@pytest.mark.parametrize("text", GENUINE)
def test_the_order_of_classes_is_a_part_of_the_cost(text):
    assert 0 < shape_bits(text) <= bits(text)
    assert 0 <= strangeness(text) <= shape_bits(text)


@pytest.mark.parametrize("text", ["", " ", "plain words", "\0\t\n", "a" * 1_000])
def test_ascii_costs_nothing(text):
    assert bits(text) == shape_bits(text) == strangeness(text) == 0


def test_a_text_costs_what_its_parts_cost_where_ascii_parts_them():
    first, second = "der Müller", "die Brücke"
    assert bits(f"{first} und {second}") == bits(first) + bits(second)


def test_an_end_counts_as_a_space():
    assert bits("é") == bits(" é ") == bits("a é b")


def test_capitals_cost_the_letters_of_small_ones_and_the_step_of_their_own():
    assert bits("Élan vital") != bits("élan vital")
    assert bits("ÉÉ") - shape_bits("ÉÉ") == bits("éé") - shape_bits("éé")


def test_a_likely_letter_costs_less_than_an_unlikely_one():
    assert bits("naïve café") < bits("naħve cafŷ")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Bauern wurden von der Regierung erst am Ende des Jahres bezahlt", "de"),
        ("Les paysans ne furent payés que dans les derniers jours de cette longue saison", "fr"),
        ("Sateen jälkeen lapset juoksivat pihalle katsomaan, mihin kettu oli kadonnut", "fi"),
        ("Rolnicy nie dostali pieniędzy aż do końca tej długiej i bardzo deszczowej pory roku", "pl"),
        ("A parasztok csak annak a hosszú évszaknak a végén kapták meg a pénzüket", "hu"),
    ],
)
def test_the_ascii_letters_tell_the_language(text, language):
    assert any(name.startswith(language) for name in likely_languages(text, 3))


def test_as_many_languages_come_as_are_asked_for():
    assert len(likely_languages("", 5)) == 5
    assert len(set(likely_languages("x", 5))) == 5


def test_a_language_likes_its_own_letters_better():
    languages = tables().languages
    hungarian = next(name for name in languages if name.startswith("hu"))
    text = "őrült fűtő"
    assert language_bits(text, hungarian) < bits(text)
    assert language_bits(text, hungarian) < language_bits("õrült fûtõ", hungarian)


def test_a_language_without_statistics_is_a_key_error():
    with pytest.raises(KeyError):
        language_bits("é", "no such language")


def test_a_pair_in_an_unknown_language_costs_what_it_costs_in_all():
    assert language_pair_cost("fé", "no such language") == language_pair_cost("fé", "")


@pytest.mark.parametrize(
    "text", [chr(0xD800), "\udfff\ud800", "\0é", "é\0", "\ufffd", "\U0010ffff", "\U000f0000", "\ue000", "\x81"]
)
def test_no_text_raises(text):
    for name in ("", *likely_languages(text, 1)):
        assert language_pair_cost((text + " ")[:2], name) is not None
    assert bits(text) > 0
    assert shape_bits(text) > 0
    assert strangeness(text) >= 0


def test_a_long_line_costs_as_much_for_each_letter_as_a_short_one():
    assert bits("né " * 20_000) == pytest.approx(10_000 * bits("né né "))


def test_pairs_of_an_unknown_script_do_not_fill_the_memory():
    start = 0x20000
    bits("".join(map(chr, range(start, start + 30_000))))
    assert len(model._COSTS) <= model._KEPT + 1


@pytest.mark.parametrize(
    ("character", "folded"), [("É", "é"), ("İ", "İ"), ("\n", " "), ("\xa0", "\xa0"), ("\u3000", "\u3000")]
)
def test_a_letter_folds_to_one_letter(character, folded):
    assert fold_letter(character) == folded


def test_the_file_is_taken_apart():
    assert SMALL.steps == {("ascii Ll", "latin Ll"): 32}
    assert SMALL.letters == {"é": ord("5") - 33}
    assert SMALL.pairs == {"fé": ord(")") - 33}
    assert SMALL.languages["xx"].pairs == {"fé": 0xAA - 33 - model.SHIFT}
    assert SMALL.languages["xx"].others == {"e": ord("1") - 33}
    assert SMALL.languages["xx"].plain == {"ab": 0x9C - 33 - model.SHIFT}


def test_the_shipped_statistics_are_read_once():
    assert tables() is tables()
    assert len(tables().languages) > 40
    assert all(0 <= cost < 256 for cost in tables().letters.values())
