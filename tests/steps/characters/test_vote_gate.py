"""The gate of the vote: shut for clean texts, whatever their language, without the model."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cleantext.steps.characters.mojibake.vote_gate import hits_of, is_near, may_vote, slices, words_of

SHUT = (
    "Plain words.",
    "Die Mühle läuft wieder, und der Müller grüßt jeden, der über die Brücke geht.",
    "L’été dernier, la forêt a brûlé près du château ; on n’a rien pu sauver.",
    "Żółte łodzie wróciły do portu, a rybacy się cieszą, że jest co jeść.",
    "Yaşlı çınarın gölgesinde oturan kadın, köyün bütün çocuklarını tanıyor ve seviyor.",
    "Það er gott að búa við sjóinn, en ekki í öllum veðrum.",
    "Корабль вышел из порта на рассвете, но ветер был слабый.",
    "Το καράβι έφυγε από το λιμάνι με την αυγή.",
    "港の朝は早い。",
    "The proof needs x² + y² and half an hour – no more.",
)
OPEN = (
    "Yaþlý kadýn köyün bütün çocuklarýný tanýyor ve seviyor.",
    "Þehrin yarýsý uyuyordu",
    "mlŠtŠ, sŠŠ, pŠivŠ",
    "det gamla huset stŒr pŒ en š bakom en lšnn",
    "jÙrgen lÈve tÍte",
    "оПХБЕР ЛНХЛ ДПСГЭЪЛ",
)


@pytest.mark.parametrize("text", SHUT)
def test_clean_texts_are_turned_away(text):
    assert not may_vote(text)


@pytest.mark.parametrize("text", OPEN)
def test_letters_that_the_language_does_not_have_open_it(text):
    assert may_vote(text)


def test_a_clean_text_does_not_load_the_model():
    check = (
        "import sys; from cleantext.steps.characters.mojibake.vote import may_vote;"
        "from cleantext.core import model;"
        "may_vote('Żółte łodzie wróciły do portu, a rybacy się cieszą, że jest co jeść. ' * 500);"
        "sys.exit(model.tables.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_slices_lie_between_both_ends():
    assert list(slices("abcdefghij", 3, 2)) == ["ab", "ef", "ij"]


def test_the_language_with_most_common_words_is_near_itself():
    hits = hits_of(words_of(["Der Hund und die Katze sind auf dem Dach."]))
    assert max(hits, key=hits.__getitem__) == "de"
    assert is_near(4, 5)
    assert not is_near(3, 5)
