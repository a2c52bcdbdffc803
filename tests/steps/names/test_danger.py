"""The ways in which a known variant is not ours to change; one sentence each, all of them our own."""

from __future__ import annotations

import pytest

from cleantext.core.doc import Doc
from cleantext.core.edit import apply
from cleantext.core.rule import Pack
from cleantext.steps.names import Names

COLUMNS = ("id", "type", "canonical", "aliases", "flags")
ROWS = (
    ("p.gorbachev", "PER", "Mikhail Gorbachev", "Mikhail Gorbachov;Michail Gorbachev;de:Michail Gorbatschow", ""),
    ("p.yeltsin", "PER", "Boris Yeltsin", "Boris Eltsin", ""),
    ("p.saddam", "PER", "Saddam Hussein", "Sadam Hussein", ""),
    ("p.bush", "PER", "George Bush", "Georgie Bush", "ambiguous"),
    ("p.lula", "PER", "Luiz Inacio Lula da Silva", "Lula da Silva", ""),
    ("p.tedros", "PER", "Tedros Ghebreyesus", "Tedros Gebreyesus", ""),
    ("p.zelensky", "PER", "Volodymyr Zelensky", "Volodymyr Zelenskyy", "style-only"),
    ("o.qaida", "ORG", "al-Qaida", "al-Qaeda;Al Qaeda", ""),
    ("o.bh", "ORG", "Boko Haram", "Boko Harram", ""),
    ("l.odesa", "LOC", "Odesa", "Odessa", ""),
    ("l.kyiv", "LOC", "Kyiv", "Kiev", ""),
)
STEP = Names((Pack("any.names.test", "any", "names", "test", columns=COLUMNS, table=ROWS),))


def cleaned(text: str) -> str:
    return apply(text, tuple(STEP(Doc(text, lambda doc: "en"))))


@pytest.mark.parametrize(
    "text",
    [
        # words that belong to others, and strings that are not prose
        'A placard read "Boris Eltsin must go" in red paint.',
        "A placard read “Boris Eltsin must go” in red paint.",
        "The pamphlet ‘Boris Eltsin at Bay’ sold out.",
        "Die Zeitung schrieb: „Boris Eltsin geht“.",
        "Read https://news.example/Boris-Eltsin and www.example.org/Boris Eltsin today.",
        "Mail boris.eltsin@example.org for tickets.",
        "The account @Boris Eltsin and the tag #Boris Eltsin are jokes.",
        "Set `name = Boris Eltsin` in the settings.",
        "The scan is in archive/1991/Boris Eltsin.png on the old server.",
        # sentences about spellings
        "Western papers also spelled him Boris Eltsin in French fashion.",
        "Boris Yeltsin (Boris Eltsin in the French press) was sworn in.",
        "The pier was renamed; its sign still says Boris Eltsin in rust.",
        "The town, formerly Mikhail Gorbachov Settlement, voted.",
        # dishes, clubs, battles, books, towns overseas
        "She ordered chicken Kiev and a beer.",
        "Fans of Dynamo Kiev sang all night.",
        "The Battle of Kiev began in August.",
        "The Odessa Hotel has forty rooms.",
        "He was born in Odessa, Texas, to a driller.",
        "The cinema showed Leaving Kiev Behind on Sunday.",
        # juniors, numbers, longer names
        "Boris Eltsin Jr. runs the archive.",
        "Boris Eltsin, Jr, runs the archive.",
        "Boris Eltsin II is a racehorse.",
        "Boris Eltsin-Markov teaches chess.",
        "Boris Eltsin-hua teaches chess.",
        "Sadam Hussein al-Rawi, a barber, was freed.",
        "Sultan bin Sadam Hussein, a poet, was born there.",
        # siblings, strangers, dynasties
        "Oleg Boris Eltsin, no relation, drives a tram.",
        "Lawyers for Marta Lula da Silva objected.",
        "A. Boris Eltsin signed the lease.",
        # endings and half words
        "Boris Eltsina opened a bakery.",
        "Two Boris Eltsins attended the wedding.",
        # things named after a person
        "They met on Boris Eltsin Street at noon.",
        "The Sadam Hussein airport has one runway.",
        # ordinary words, wrong capitals
        "The boris eltsin of amateur chess lost again.",
        # known, never applied
        "Volodymyr Zelenskyy spoke by video link.",
        "Georgie Bush waved from the car.",
        # what is right already
        "Boris Yeltsin, Mikhail Gorbachev and Luiz Inacio Lula da Silva dined together.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert cleaned(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Boris Eltsin resigned.", "Then Boris Yeltsin resigned."),
        ("Boris Eltsin resigned.", "Boris Yeltsin resigned."),
        ("President Boris Eltsin resigned.", "President Boris Yeltsin resigned."),
        ("Russia's Boris Eltsin resigned.", "Russia's Boris Yeltsin resigned."),
        ("Russian leader Boris Eltsin's health failed.", "Russian leader Boris Yeltsin's health failed."),
        ("Boris Eltsin’s health failed.", "Boris Yeltsin’s health failed."),
        ("Maj. Gen. Boris Eltsin resigned.", "Maj. Gen. Boris Yeltsin resigned."),
        ("It was late in Moscow. Boris Eltsin resigned.", "It was late in Moscow. Boris Yeltsin resigned."),
        ("A Boris Eltsin-backed bill passed.", "A Boris Yeltsin-backed bill passed."),
        ("An anti-Boris Eltsin march set off.", "An anti-Boris Yeltsin march set off."),
        ("A Boko Harram-linked cell was found.", "A Boko Haram-linked cell was found."),
        ("ELTSIN: BORIS ELTSIN STEPS DOWN", "YELTSIN: BORIS YELTSIN STEPS DOWN"),
        ("Aides saw Boris\nEltsin leave.", "Aides saw Boris\nYeltsin leave."),
        ("Aides saw Boris\u00a0Eltsin leave.", "Aides saw Boris\u00a0Yeltsin leave."),
        ("In Moscow\nBoris Eltsin resigned.", "In Moscow\nBoris Yeltsin resigned."),
        ("Police blamed al-Qaeda for it.", "Police blamed al-Qaida for it."),
        ("Al Qaeda denied it.", "Al-Qaida denied it."),
        ("Police blamed Al Qaeda for it.", "Police blamed al-Qaida for it."),
        ("The 6' 1\" guest of Boris Eltsin bent down.", "The 6' 1\" guest of Boris Yeltsin bent down."),
        ('"We go," said Boris Eltsin. "They stay."', '"We go," said Boris Yeltsin. "They stay."'),
        ('He said "wait.\nBoris Eltsin resigned.', 'He said "wait.\nBoris Yeltsin resigned.'),
        ("Lula da Silva won.", "Luiz Inacio Lula da Silva won."),
    ],
)
def test_it_is_given_its_canonical_form(text: str, expected: str) -> None:
    assert cleaned(text) == expected
    assert cleaned(expected) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der frühere Präsident Michail Gorbatschow und seine Frau kamen. " + "Sie blieben noch lange. " * 6),
        ("und", "Michail Gorbatschow in Berlin"),
    ],
)
def test_a_spelling_right_in_another_language_stays_outside_english(language: str, text: str) -> None:
    assert not list(STEP(Doc(text, lambda doc: language)))


def test_a_spelling_right_in_another_language_is_changed_in_english() -> None:
    assert cleaned("The aide of Michail Gorbatschow wrote it.") == "The aide of Mikhail Gorbachev wrote it."


STYLED = Names((Pack("any.names.test", "any", "names", "test", columns=COLUMNS, table=ROWS),), style="guardian")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reporters in Kiev heard blasts.", "Reporters in Kyiv heard blasts."),
        ("The Kiev-based analyst agreed.", "The Kyiv-based analyst agreed."),
        ("Troops left Kiev at dawn.", "Troops left Kyiv at dawn."),
        ("Kiev said the talks would go on.", "Kyiv said the talks would go on."),
        ("KIEV (Reuters) - Talks began.", "KYIV (Reuters) - Talks began."),
        ("The outskirts of Kiev were shelled.", "The outskirts of Kyiv were shelled."),
        ("Volodymyr Zelenskyy spoke.", "Volodymyr Zelensky spoke."),
    ],
)
def test_contested_names_change_by_a_style_only(text: str, expected: str) -> None:
    assert cleaned(text) == text
    assert apply(text, tuple(STYLED(Doc(text, lambda doc: "en")))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She ordered chicken Kiev and a beer.",
        "Fans of Dynamo Kiev sang all night.",
        "The Battle of Kiev began in August.",
        "The Odessa Hotel has forty rooms.",
        "He was born in Odessa, Texas, to a driller.",
        "The cinema showed Leaving Kiev Behind on Sunday.",
        "Kiev was known by another name.",
        "Kyiv (formerly Kiev) lies on the Dnieper.",
    ],
)
def test_no_style_touches_what_is_called_after_a_place(text: str) -> None:
    assert not tuple(STYLED(Doc(text, lambda doc: "en")))
