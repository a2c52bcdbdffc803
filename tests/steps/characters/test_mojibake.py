from __future__ import annotations

import pytest
from conftest import QUIET

from cleantext import clean, explain
from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.steps.characters.mojibake.stage import SLICE, Mojibake

STAGE = Mojibake()


def repaired(text: str) -> str:
    return apply(text, resolve(STAGE(Doc(text))))


def spoilt(text: str, codec: str = "cp1252") -> str:
    """Read UTF-8 with a table; a byte that the table lacks becomes its control, as browsers do."""
    return "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode("utf-8"))


SENTENCES = (
    "The café at the corner sold crème brûlée – “the best”, she said.",
    "Der Bürgermeister grüßte die Gäste höflich.",
    "Det är en ö i en å.",
    "Мир и труд — это хорошо.",
    "Η αλήθεια είναι εδώ.",
    "שלום עולם",
    "東京は今日も晴れです。",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_utf8_read_as_cp1252_is_undone(sentence):
    assert repaired(spoilt(sentence)) == sentence


@pytest.mark.parametrize("sentence", SENTENCES)
def test_utf8_read_as_latin1_is_undone(sentence):
    assert repaired(sentence.encode("utf-8").decode("latin-1")) == sentence


def test_utf8_read_as_mac_roman_is_undone():
    assert repaired("Er war höflich zu den Gästen.".encode().decode("mac-roman")) == "Er war höflich zu den Gästen."


@pytest.mark.parametrize("sentence", SENTENCES[:2])
def test_two_layers_are_undone(sentence):
    assert clean(spoilt(spoilt(sentence)), steps="characters/encoding") == sentence


def test_a_c1_control_is_read_as_cp1252():
    assert repaired("It\x92s \x93here\x94.") == "It’s “here”."


def test_a_no_break_space_turned_into_a_space_is_undone():
    assert repaired("voilÃ  le thÃ©") == "voilà le thé"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain ASCII",
        "The café – “the best” – cost £5 or 5 €.",
        "Ça va? À bientôt, Ângela! ÂNGULO À LA CARTE",
        "Åse Øst, Łódź, Þór, İzmir, ŞİŞLİ",
        "¿Qué? ¡No! «Sí»",
        "x² + y³ ≥ ½ · 20 °C ± 1",
        "© 2024 Müller™ ®",
        "Привет, мир! Ελλάδα",
        "┌──┐\n│ a│\n└──┘",
        "\ud800\x00",
        "日本語。한국어",
    ],
)
def test_correct_text_stays(text):
    assert repaired(text) == text


def test_only_the_damaged_line_is_touched():
    text = "Ça va à Paris\n" + spoilt("Ça va à Paris") + "\nÇa va à Paris"
    assert repaired(text) == "\n".join(["Ça va à Paris"] * 3)


def test_the_ends_of_lines_stay():
    assert repaired(spoilt("café") + "\r\n" + spoilt("thé") + "\r") == "café\r\nthé\r"


def test_the_edits_are_small():
    edits = list(STAGE(Doc("A long line about the cafÃ© at the corner of the street.")))
    assert [(edit.before, edit.after) for edit in edits] == [("Ã©", "é")]


def test_the_rule_names_the_tables():
    (change,) = explain("cafÃ© au lait", steps="characters/encoding").changes()
    assert change.rule in ("any.characters.mojibake/cp1252>utf-8", "any.characters.mojibake/latin-1>utf-8")


def test_a_long_line_is_repaired_across_its_slices():
    line = "Der Bürgermeister grüßte die Gäste höflich. " * (3 * SLICE // 40)
    assert clean(spoilt(line), steps="characters/encoding") == line


@pytest.mark.parametrize("head", ["", "x", "xx"])
def test_a_long_line_without_a_space_is_repaired_across_its_slices(head):
    line = head + "déjàvuàlépée" * (SLICE // 12 + 1)
    assert clean(spoilt(line), steps="characters/encoding") == line


@pytest.mark.parametrize("path", QUIET, ids=lambda path: path.stem)
def test_clean_prose_is_restored_or_left_but_never_spoilt_further(path):
    text = path.read_bytes().decode("utf-8")
    assert repaired(text) == text
