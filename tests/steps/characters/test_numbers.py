from __future__ import annotations

import pytest
from conftest import ROOT

from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.core.load import read
from cleantext.steps.characters.numbers import DecimalComma

PACK = ROOT / "src" / "cleantext" / "rules" / "en" / "characters" / "decimal-comma.toml"
STAGE = DecimalComma((read(PACK, "characters"),))


def pointed(text: str, language: str = "en") -> str:
    return apply(text, resolve(STAGE(Doc(text, lambda _: language))))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It weighs 1,8 tons.", "It weighs 1.8 tons."),
        ("It weighs 1,85 tonnes.", "It weighs 1.85 tonnes."),
        ("Up 3,25%, or 3,3 % of all.", "Up 3.25%, or 3.3 % of all."),
        ("After 1,5 years", "After 1.5 years"),
        ("It fell to 0,5 °C.", "It fell to 0.5 °C."),
        ("12,5\u00a0km away", "12.5\u00a0km away"),
        ("2,4 Million Euros", "2.4 Million Euros"),
        ("About 1,5 percentage points", "About 1.5 percentage points"),
        ("(2,5 km)\r\n2,5 km", "(2.5 km)\r\n2.5 km"),
    ],
)
def test_the_comma_before_a_unit_becomes_a_point(text, wanted):
    assert pointed(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        ",",
        "Scores of 3,2 and 1,5 were common.",
        "It sold 1,800 tons.",
        "It sold 1,800 tons and then 2,5 tons.",
        "Numbers 1,2,3 miles apart",
        "Version 1.2,5 km",
        "a1,5 km",
        "12345,5 km",
        "1,5 kmh",
        "1,5 tonsils",
        "1,555 km",
        "1,5\nkm",
        "1,5  km",
        "In 2019,12 men died.",
        "At 59,43 years of paying taxes are behind her.",
        "٣,٥ km",
    ],
)
def test_any_other_comma_stays(text):
    assert pointed(text) == text


@pytest.mark.parametrize("language", ["de", "fr", "und"])
def test_another_language_keeps_its_comma(language):
    assert pointed("Es wiegt 1,8 kg.", language) == "Es wiegt 1,8 kg."


def test_without_packs_nothing_happens():
    assert list(DecimalComma(())(Doc("1,8 tons", lambda _: "en"))) == []


def test_the_edit_is_the_comma_alone():
    (edit,) = STAGE(Doc("It weighs 1,8 tons.", lambda _: "en"))
    assert (edit.start, edit.end, edit.before, edit.after) == (11, 12, ",", ".")
