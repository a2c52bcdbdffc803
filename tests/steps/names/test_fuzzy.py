"""Fuzzy: an unlisted spelling of a known name is taken for it; a name near to it is not."""

from __future__ import annotations

import pytest

from cleantext.core.doc import Doc
from cleantext.core.edit import apply
from cleantext.core.rule import Pack
from cleantext.steps.names import Names

COLUMNS = ("id", "type", "canonical", "aliases", "native", "context", "flags")
ROWS = (
    ("p.berdy", "PER", "Gurbanguly Berdymukhamedov", "", "", "turkmenistan turkmen president leader", ""),
    ("p.shevardnadze", "PER", "Eduard Shevardnadze", "", "", "georgia georgian soviet foreign minister president", ""),
    ("p.rafsan", "PER", "Akbar Hashemi Rafsanjani", "Hashemi Rafsanjani", "", "iran iranian president cleric", ""),
    ("p.jumblatt", "PER", "Walid Jumblatt", "Walid Jumblat", "", "lebanon lebanese druze leader", ""),
    ("p.douri", "PER", "Izzat Ibrahim al-Douri", "", "", "iraq iraqi vice president", ""),
    ("p.duc", "PER", "Le Duc Tho", "", "", "vietnam vietnamese negotiator", ""),
    ("p.rais", "PER", "Reza Rahimi", "", "", "iran iranian vice president", ""),
    ("p.kim", "PER", "Kim Il-sung", "", "김일성", "north korea korean leader", "never-fuzzy"),
    ("p.two", "PER", "Viktor Sokolov", "", "", "russia russian admiral", ""),
    ("p.three", "PER", "Victor Sokolow", "", "", "poland polish senator", ""),
)
STEP = Names((Pack("any.names.test", "any", "names", "test", columns=COLUMNS, table=ROWS),), fuzzy=True)
PLAIN = Names((Pack("any.names.test", "any", "names", "test", columns=COLUMNS, table=ROWS),))


def cleaned(text: str) -> str:
    return apply(text, tuple(STEP(Doc(text, lambda doc: "en"))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # by sound alone
        ("Gourbangouly Berdymoukhamedov spoke.", "Gurbanguly Berdymukhamedov spoke."),
        ("Eduard Schewardnadse spoke.", "Eduard Shevardnadze spoke."),
        ("EDUARD SCHEWARDNADSE SPOKE", "EDUARD SHEVARDNADZE SPOKE"),
        ("It was Walid Joumblatt's house.", "It was Walid Jumblatt's house."),
        ("Izzat Ibrahim ad-Duri fled.", "Izzat Ibrahim al-Douri fled."),
        ("Eduard\nSchewardnadse spoke.", "Eduard\nShevardnadze spoke."),
        ("Eduard Schewardnadse spoke. Schewardnadse left.", "Eduard Shevardnadze spoke. Shevardnadze left."),
        # further off, with nationality and office beside it
        ("Georgian President Edvard Shevarnadze resigned.", "Georgian President Eduard Shevardnadze resigned."),
        (
            "The Georgian president, Edvard Shevarnadze, resigned.",
            "The Georgian president, Eduard Shevardnadze, resigned.",
        ),
        (
            "Edvard Shevarnadze, the Georgian president, resigned.",
            "Eduard Shevardnadze, the Georgian president, resigned.",
        ),
    ],
)
def test_an_unlisted_spelling_becomes_the_name(text, expected):
    assert cleaned(text) == expected
    assert cleaned(expected) == expected
    assert not list(PLAIN(Doc(text, lambda doc: "en")))


@pytest.mark.parametrize(
    "text",
    [
        "Edvard Shevarnadze resigned.",
        "The Polish president, Edvard Shevarnadze, resigned.",
        "Georgian wine pleased Edvard Shevarnadze.",
        "Eduard Shevardnadzes resigned.",
        "Paata Schewardnadse resigned.",
        "Eduard Schewardnadse Jr. resigned.",
        "Eduard Schewardnadse Street was closed.",
        'The sign read "Eduard Schewardnadse".',
        "His name is also spelled Eduard Schewardnadse.",
        "See www.example.org/Eduard Schewardnadse for more.",
        "Walid Jumblati is a baker.",
        "Kim Il Sun sells noodles.",
        "Viktor Sokoloff spoke.",
        "Эдуард Шеварднадзе подал в отставку.",
        "Reza Rahim bowled.",
        "R. Rahimi bowled.",
        # a house's choice, no error
        "Lê Đức Thọ spoke.".replace("Đ", "D"),
        "Izzat Ibrahim Douri fled.",
        "Le Duc-Tho spoke.",
    ],
)
def test_another_name_stays(text):
    assert cleaned(text) == text


@pytest.mark.parametrize(
    "text", ["", "A", "A B", "\ud800 \ud800", "Aa Bb\x00 Cc\ud800 Dd " * 200, "Z " * 5000, "Abc-" * 5000]
)
def test_odd_texts_do_not_raise(text):
    assert cleaned(cleaned(text)) == cleaned(text)
