from __future__ import annotations

import pytest

from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.steps.characters.hygiene.stage import Hygiene

STAGE = Hygiene()


def tidy(text: str) -> str:
    return apply(text, resolve(STAGE(Doc(text))))


BECOMES = {
    "two": ("The bell rang.\n\n\nNobody came.", "The bell rang.\n\nNobody came."),
    "many": ("One." + "\n" * 30 + "Two.", "One.\n\nTwo."),
    "with blanks in them": ("One.\n \n\t\n  \nTwo.", "One.\n\nTwo."),
    "with no-break spaces in them": ("One.\n\u00a0\n\u00a0\nTwo.", "One.\n\nTwo."),
    "with line ends of Windows": ("One.\r\n\r\n\r\nTwo.\r\n", "One.\n\nTwo.\n"),
    "before indentation": ("One.\n\n\n    Two.", "One.\n\n    Two."),
    "at the end": ("One.\n\n\n\n", "One.\n\n"),
    "between short lines that are no verse": ("Sport\n\n\nWeather\n\n\nLetters", "Sport\n\nWeather\n\nLetters"),
    "Japanese": ("一。\n\n\n\u3000二。", "一。\n\n\u3000二。"),
}
STAYS = {
    "one": "One.\n\nTwo.",
    "one with blanks in it": "One.\n  \nTwo.",
    "none": "One.\nTwo.",
    "functions": "def rise():\n    return 1\n\n\ndef fall():\n    return 2\n",
    "imports": "import os\nimport re\n\n\nRIVERS = {}\n",
    "braces": "void rise() {\n}\n\n\nvoid fall() {\n}\n",
    "a fenced block": "So:\n\n```\none\n\n\ntwo\n```\n",
    "poems": "The tide is in,\nthe boats are out.\n\n\nThe gulls are thin,\nthe herring stout.",
}


@pytest.mark.parametrize(("text", "wanted"), BECOMES.values(), ids=BECOMES)
def test_they_become_one(text, wanted):
    assert tidy(text) == wanted


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_they_stay(text):
    assert tidy(text) is text


@pytest.mark.parametrize("wanted", [wanted for _, wanted in BECOMES.values()], ids=BECOMES)
def test_what_they_became_stays(wanted):
    assert tidy(wanted) == wanted
