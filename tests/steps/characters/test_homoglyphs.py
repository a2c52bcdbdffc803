"""Look-alike letters: which script a word in two of them is meant to be in, and when that is left open."""

from __future__ import annotations

import pytest

from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.steps.characters.hygiene.look_alikes import TO_CYRILLIC, TO_GREEK, TO_LATIN
from cleantext.steps.characters.hygiene.stage import Hygiene

STAGE = Hygiene()


def tidy(text: str) -> str:
    return apply(text, resolve(STAGE(Doc(text))))


BECOMES = {
    "Cyrillic in English": ("The hаrbоur mаster", "The harbour master"),
    "a Cyrillic capital alone": ("Веrlin", "Berlin"),
    "nearly all Cyrillic, in English": ("log in to раураl with your own name", "log in to paypal with your own name"),
    "Cyrillic in German": ("Der Hafеnmeister wаr müde", "Der Hafenmeister war müde"),
    "Cyrillic in Turkish": ("Akşаm vаpuru", "Akşam vapuru"),
    "Cyrillic in Azeri": ("Axşаm gәmisi gecikdi", "Axşam gəmisi gecikdi"),
    "Cyrillic in Kurdish": ("Kеştiya êvarê dеreng ma", "Keştiya êvarê dereng ma"),
    "Greek in English": ("The Αthenian fleet", "The Athenian fleet"),
    "Latin in Russian": ("Пaром oпоздал нa час", "Паром опоздал на час"),
    "Latin in Ukrainian": ("Вечiрнiй пором запiзнився", "Вечірній пором запізнився"),
    "Latin in Ukrainian, with the double dots": ("Моï друзi", "Мої друзі"),
    "Latin in Belarusian": ("Паром спазнiўся ўначы", "Паром спазніўся ўначы"),
    "Latin in Kazakh": ("Кешкi кеме кешiктi, ал қала ұйықтады", "Кешкі кеме кешікті, ал қала ұйықтады"),
    "Latin in Macedonian": ("Вечерниот бродоj доцни во Скопjе и ѕвони", "Вечерниот бродој доцни во Скопје и ѕвони"),
    "a capital in Ukrainian": ("Вчора Iван спiзнився", "Вчора Іван спізнився"),
    "dze in Macedonian": ("Ноќта е полна со sвезди", "Ноќта е полна со ѕвезди"),
    "Latin in Bulgarian": ("Вечерният фeрибот закъсня", "Вечерният ферибот закъсня"),
    "Latin in Mongolian": ("Оройн усан онгоц хoцорлоо", "Оройн усан онгоц хоцорлоо"),
    "Latin in Greek": ("Tα πλοία έφυγαν, Mεγάλη μέρα", "Τα πλοία έφυγαν, Μεγάλη μέρα"),
    "micro sign in Greek": ("το λι\u00b5άνι", "το λιμάνι"),
    "a name in a line of Russian": ("Новая версия WhаtsApp вышла вчера", "Новая версия WhatsApp вышла вчера"),
    "a name that begins with a Cyrillic capital": ("Компания Сanon открыла завод", "Компания Canon открыла завод"),
    "a name that begins with a small Cyrillic letter": (
        "Він купив іPhone і чохол до нього",
        "Він купив iPhone і чохол до нього",
    ),
    "one part of a compound": ("the hаrbour-side and the пирс-line", "the harbour-side and the пирс-line"),
}
STAYS = {
    "pure words of two scripts": "The bell is called Анна; she is from Прага.",
    "pure words of Greek": "The word λόγος means reason.",
    "a compound of two scripts": "iPhone-ом и USB-порт, веб-site",
    "an ending behind a name": "Он написал в WhatsAppе и ушёл.",
    "an ending behind a name alone": "Вookе",
    "an ending behind an abbreviation": "Пришла SMSка от PRщика",
    "a unit": "Мощность 5 kВт, ток 3 mА",
    "units with Greek letters": "5μm and 5µm, 10 kΩ, 3 MΩ",
    "symbols": "α-helix, TNFα, NFκB, ΔT, PPARγ, TGFβ1",
    "formulas": "δx = λy, ψ(x)dx, σxx",
    "capitals": "SENSЕ and МTC and USАID",
    "letters alone": "Vitamin С and а cat",
    "an identifier": "user_nаme, Cоvid19, x.hоst",
    "an address": "see аpple.example/nаme or ida@pаsk.example",
    "two words run together": "субъективнаяCroatia, TwitterΜοιραστείτε",
    "two letters that may be either": "по осям хy и xу",
    "a letter without a look-alike": "okuluηηa, Карkзs, Бержé",
    "a dotted i in Russian": "Он пошёл вперёд и увидел скалу: это Кадiг",
    "Serbian in two scripts": "Он чита New York Times и пије Coca-Colu",
    "an option of a command": "  -cБЕЛЕГ, --add-comments",
    "an option behind a backslash": "\\-Psмоја",
    "a label with a suffix": "ПРЕФИКСa, ПРЕФИКСab",
    "a label with a suffix, the other way": "NAMEа, NAMEаб",
    "a stroke in Chechen": "АфгIанистан махкахь",
    "a stroke at the head of a word": "Iаьржа гIала",
    "dze in Serbian": "Приказујеs све поруке",
    "a font made of letters": "zσєввιαηι",
}


@pytest.mark.parametrize(("text", "wanted"), BECOMES.values(), ids=BECOMES)
def test_it_becomes(text, wanted):
    assert tidy(text) == wanted


@pytest.mark.parametrize("wanted", [wanted for _, wanted in BECOMES.values()], ids=BECOMES)
def test_what_it_became_stays(wanted):
    assert tidy(wanted) is wanted


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_it_stays(text):
    assert tidy(text) is text


def test_each_letter_is_an_edit_that_names_the_script_of_the_word():
    edits = [(edit.start, edit.before, edit.after, edit.rule) for edit in STAGE(Doc("hаrbоur"))]
    assert edits == [
        (1, "а", "a", "any.characters.look-alike/latin"),
        (4, "о", "o", "any.characters.look-alike/latin"),
    ]


def test_a_line_is_judged_without_the_one_above():
    russian = "Паром опоздал на час.\n"
    assert tidy(russian + "Bооk") == russian + "Book"


def test_a_word_that_no_language_has_is_left():
    text = "аb" * 40
    assert tidy(text) is text


def test_the_tables_change_the_script_of_each_letter():
    assert all(not "\u0370" <= plain <= "\u052f" for plain in TO_LATIN.values())
    assert all("\u0400" <= plain <= "\u052f" for plain in TO_CYRILLIC.values())
    assert all("\u0370" <= plain <= "\u03ff" for plain in TO_GREEK.values())
    assert all(letter.isupper() == plain.isupper() for letter, plain in TO_LATIN.items())
