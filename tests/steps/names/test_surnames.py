"""Surnames: the surname alone follows the full name, and nobody else's does."""

from __future__ import annotations

import pytest

from cleantext.core.doc import Doc
from cleantext.core.edit import apply
from cleantext.core.rule import Pack
from cleantext.steps.names import Names
from cleantext.steps.names.surnames import surnames

COLUMNS = ("id", "type", "canonical", "aliases", "native", "context", "flags")
ROWS = (
    ("p.eltsin", "PER", "Boris Yeltsin", "Boris Eltsin;de:Boris Jelzin", "", "", ""),
    ("p.qaddafi", "PER", "Muammar Gaddafi", "Moammar Gadhafi;Muammar al-Qaddafi", "", "", ""),
    ("p.saif", "PER", "Saif Gaddafi", "Seif Gadhafi", "", "", ""),
    ("p.sisi", "PER", "Abdel Fattah al-Sisi", "Abdel Fattah el-Sissi;Abdel Fattah Sissi", "", "", ""),
    ("p.laden", "PER", "Osama bin Laden", "Usama ben Ladin", "", "", ""),
    ("p.zhou", "PER", "Zhou Enlai", "Chou En-lai", "周恩来", "china chinese premier", ""),
    ("p.abe", "PER", "Shinzo Abe", "Abe Shinzo;Schinzo Abeh", "安倍晋三", "japan japanese", ""),
    ("p.kara", "PER", "Anna Karadic", "Anna Karadich", "", "", ""),
    ("p.kara2", "PER", "Olga Karadich", "Olga Karaditch", "", "", ""),
)
STEP = Names((Pack("any.names.test", "any", "names", "test", columns=COLUMNS, table=ROWS),))


def cleaned(text: str) -> str:
    return apply(text, tuple(STEP(Doc(text, lambda doc: "en"))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boris Eltsin won. Eltsin thanked them.", "Boris Yeltsin won. Yeltsin thanked them."),
        ("Eltsin wins\n\nBoris Eltsin won again.", "Yeltsin wins\n\nBoris Yeltsin won again."),
        ("ELTSIN WINS\n\nBoris Eltsin won again.", "YELTSIN WINS\n\nBoris Yeltsin won again."),
        ("Boris Yeltsin won. Mr Eltsin’s aides sang.", "Boris Yeltsin won. Mr Yeltsin’s aides sang."),
        ("Boris Eltsin won an Eltsin-Clinton summit.", "Boris Yeltsin won an Yeltsin-Clinton summit."),
        ("Boris Eltsin saw the pro-Eltsin crowd.", "Boris Yeltsin saw the pro-Yeltsin crowd."),
        (
            "Boris Eltsin met aides. A Clinton-Eltsin call followed.",
            "Boris Yeltsin met aides. A Clinton-Yeltsin call followed.",
        ),
        (
            "Seif Gadhafi and Moammar Gadhafi fled. Gadhafi was seen.",
            "Saif Gaddafi and Muammar Gaddafi fled. Gaddafi was seen.",
        ),
        (
            "Abdel Fattah el-Sissi flew. El-Sissi landed; Sissi spoke.",
            "Abdel Fattah al-Sisi flew. Al-Sisi landed; Sisi spoke.",
        ),
        ("Usama ben Ladin hid. Men of ben Ladin saw Ladin.", "Osama bin Laden hid. Men of bin Laden saw Laden."),
        ("Chou En-lai came. Chou smiled.", "Zhou Enlai came. Zhou smiled."),
        ("Schinzo Abeh spoke. Abeh left.", "Shinzo Abe spoke. Abe left."),
        ("Abe Shinzo spoke. Abe left.", "Shinzo Abe spoke. Abe left."),
    ],
)
def test_the_surname_alone_is_his(text, expected):
    assert cleaned(text) == expected
    assert cleaned(expected) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Eltsin thanked them.",
        "Boris Yeltsin won. The dancer Olga Eltsin did, too. Eltsin was glad.",
        "Boris Yeltsin won. Eltsin Street was closed.",
        'Boris Yeltsin won. The banner read "Eltsin out".',
        "Boris Yeltsin won. See www.example.org/Eltsin for more.",
        "Boris Yeltsin (Eltsin) won.",
        "Boris Yeltsin won. His name is also spelled Eltsin.",
        "Boris Yeltsin won. Two Eltsins sang.",
        "Boris Yeltsin won. The eltsin is a bird.",
        "Anna Karadic met Olga Karadich. Karadich sang.",
    ],
)
def test_what_may_be_somebody_else_stays(text):
    assert cleaned(text) == text


@pytest.mark.parametrize(
    "text", ["", "E", "\ud800 Eltsin", "Boris Yeltsin\x00Eltsin\ud800" * 3, "Boris Yeltsin Eltsin " * 2000]
)
def test_odd_texts_do_not_raise(text):
    assert cleaned(cleaned(text)) == cleaned(text)


def test_a_nom_de_guerre_is_no_spelling_of_the_surname():
    assert list(surnames("Abu Mazen", "Mahmoud Abbas")) == []
    assert list(surnames("Boris Eltsin Jr", "Boris Yeltsin")) == []
    assert list(surnames("Abe Shinzo", "Shinzo Abe")) == []
    assert list(surnames("Eltsin", "Boris Yeltsin")) == []
