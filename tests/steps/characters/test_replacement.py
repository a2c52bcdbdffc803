from __future__ import annotations

import pytest

from cleantext import clean
from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.language import detect
from cleantext.steps.characters.hygiene.stage import Hygiene

STAGE = Hygiene()


def tidy(text: str) -> str:
    return apply(text, resolve(STAGE(Doc(text, detect))))


BECOMES = {
    "not": ("They don\ufffdt and can\ufffdt.", "They don’t and can’t."),
    "is": ("It\ufffds late.", "It’s late."),
    "all endings": (
        "I\ufffdm sure we\ufffdre late; they\ufffdve gone, he\ufffdd said she\ufffdll wait.",
        "I’m sure we’re late; they’ve gone, he’d said she’ll wait.",
    ),
    "capitals": ("DON\ufffdT WAIT", "DON’T WAIT"),
    "a possessive in an English line": (
        "The harbour master\ufffds plan was not what they had been told.",
        "The harbour master’s plan was not what they had been told.",
    ),
}
STAYS = {
    "French": "Le caf\ufffd est ferm\ufffd, les pass\ufffds sont dans la rue.",
    "Spanish": "El pa\ufffds est\ufffd m\ufffds lejos.",
    "German": "Es w\ufffdre sch\ufffdn, h\ufffdtte er gef\ufffdllt.",
    "cafés in an English line": "There are two caf\ufffds in the town that we have not been to.",
    "a Spanish name in an English line": "It was Andr\ufffds who had the keys of the house.",
    "a possessive in a line that says little": "Pask\ufffds boat",
    "a quotation mark": "\ufffdHello\ufffd",
    "a plural": "the players\ufffd strike was in the news on the day",
    "an unknown ending": "don\ufffdts gar\ufffdon",
    "two in a row": "don\ufffd\ufffdt",
    "alone": "\ufffd",
}


@pytest.mark.parametrize(("text", "wanted"), BECOMES.values(), ids=BECOMES)
def test_it_becomes_an_apostrophe(text, wanted):
    assert tidy(text) == wanted


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_it_stays(text):
    assert tidy(text) is text


def test_it_stays_in_a_document_of_another_language():
    text = "Der Hafen ist für die Schiffe nicht mehr zu groß, und das ist auch der Grund. It\ufffds so."
    assert clean(text, steps="characters/hygiene") is text
