from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import ROOT, texts
from hypothesis import given

from cleantext.core.doc import Doc
from cleantext.language import MINIMUM_LETTERS, SAMPLE, UNKNOWN, detect, identify

# The quiet corpus, told by what its files are called.
NAMED = {
    "arabic": "ar",
    "chinese": "zh",
    "french": "fr",
    "german": "de",
    "greek": "el",
    "hebrew": "he",
    "hindi": "hi",
    "hungarian": "hu",
    "japanese": "ja",
    "korean": "ko",
    "persian": "fa",
    "polish": "pl",
    "russian": "ru",
    "spanish": "es",
    "thai": "th",
    "turkish": "tr",
    "ukrainian": "uk",
    "obituary": "en",
    "poem": "en",
    "minutes": "en",
    "weather": "en",
    "short-story": "en",
    "finance-note": "en",
}


@pytest.mark.parametrize("name", NAMED)
def test_a_page_of_prose_is_told_by_script_and_function_words(name):
    text = (ROOT / "tests" / "quiet" / f"{name}.txt").read_bytes().decode("utf-8")
    assert detect(Doc(text)) == NAMED[name]


@pytest.mark.parametrize(
    "text", ["", "\n", "Loader", "Advertisement", "1234567890" * 9, "\ud800" * 99, "🎉" * 50, "\0" * 30, "東京"]
)
def test_too_few_letters_are_not_guessed_at(text):
    assert detect(Doc(text)) == identify(text) == UNKNOWN


def test_a_language_of_neither_list_is_left_to_langdetect():
    text = "Eesti keel on soome-ugri keel, mida räägib ligi miljon inimest ja millel on palju käändeid."
    assert identify(text) == "et"


def test_the_first_paragraphs_decide():
    english = "The cat sat on the mat and was not at all sorry for it. " * (SAMPLE // 50)
    assert detect(Doc(english + "Die Katze und der Hund sind nicht in dem Haus. " * 1_000)) == "en"


def test_two_languages_by_halves_are_not_guessed_at():
    assert detect(Doc("the cat and the dog of the house. le chat et la souris dans les rues. ")) in (
        UNKNOWN,
        "en",
        "fr",
    )


def test_capitals_are_no_other_language():
    text = "THE CAT SAT ON THE MAT AND WAS NOT SORRY FOR IT, AS IT WAS HIS."
    assert detect(Doc(text)) == detect(Doc(text.lower())) == "en"


@given(text=texts)
def test_any_text_gets_a_code(text):
    code = identify(text)
    assert code == UNKNOWN or (code.isascii() and code.islower() and 2 <= len(code) <= 3)


@given(text=texts)
def test_the_same_text_gets_the_same_code(text):
    assert identify(text) == identify(text)


def test_somebody_elses_use_of_langdetect_changes_nothing():
    from langdetect import DetectorFactory, detect_langs

    doc = "Loader " + "lorem ipsum dolor sit amet consectetur " * 3
    before = identify(doc)
    DetectorFactory.seed = 12345
    detect_langs("Otec matka syn vnuk kra Otec matka syn vnuk kra")
    assert identify(doc) == before
    DetectorFactory.seed = None


def test_langdetect_is_asked_only_where_function_words_do_not_tell():
    program = (
        "import sys\nfrom cleantext.core.doc import Doc\nfrom cleantext.language import detect, identify\n"
        "identify('The cat sat on the mat and was not sorry for it, as it was his.')\n"
        "assert 'langdetect' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_few_letters_are_fewer_than_a_sentence_has():
    assert len("The cat sat on the mat.") > MINIMUM_LETTERS
