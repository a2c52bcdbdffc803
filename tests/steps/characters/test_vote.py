"""The vote: whole documents whose table was mistaken for the one next door, and documents that only look like it."""

from __future__ import annotations

import pytest
from conftest import QUIET

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit, apply, resolve
from cleantext.core.tables import decode, encode
from cleantext.steps.characters.mojibake.vote import may_vote, vote_edits

TURKISH = """Belediye bu sabah yeni köprünün açılışını erteledi.
Yağmur üç gündür sürüyor ve nehir taşma sınırına yaklaştı.
İşçiler dün akşam kıyıya kum torbaları dizdi, çocuklar da onlara yardım etti.
Muhtar, "Böyle bir kış görmedik" dedi ve herkese teşekkür etti."""
HUNGARIAN = """A falu szélén álló öreg malom jövő tavasszal új tetőt kap.
A molnár unokája gyűjtötte össze a pénzt, de nem egyedül: a szomszédok is segítettek neki.
Az őszi vásáron süteményt és mézet árultak, és a bevételt is a felújításra költik.
A tetőfedők már megnézték a gerendákat, és azt mondták, hogy erősek."""
POLISH = """Stara łódź leży na brzegu od dwóch lat i nikt się po nią nie zgłasza.
Rybacy mówią, że należała do wędrownego kupca, który żył z połowu węgorzy.
Dzieci bawią się w niej w piratów, a wieczorem śpi tam rudy kot.
W środę gmina zdecyduje, czy można ją pociąć na opał."""
CZECH = """Na nádraží už třetí den nejezdí vlaky, protože voda podemlela násep.
Dělníci říkají, že oprava potrvá nejméně týden, a lidé zatím jezdí autobusem.
Starosta slíbil, že škody zaplatí kraj, ale nikdo mu příliš nevěří.
Děti si stěžují, že z okna autobusu není vidět řeka."""
LITHUANIAN = """Kaimo mokykla šį rudenį vėl atvėrė duris, nors mokinių yra tik devyni.
Mokytoja sako, kad mažoje klasėje vaikai drąsesni ir greičiau išmoksta skaityti.
Tėvai už savo pinigus nupirko naujų suolų, o senąją krosnį sutaisė kaimynas.
Jei žiema bus šalta, pamokos vyks bibliotekoje, nes ten yra šilčiau."""
FINNISH = """Kylän vanha sauna lämmitettiin viime lauantaina ensimmäistä kertaa sotien jälkeen.
Väki istui lauteilla myöhään yöhön ja kertoi, millaista elämä oli ennen sähköä.
Isäntä oli hakannut halot jo kevättalvella, joten löylyä riitti kaikille.
Ensi kesänä rantaan tehdään laituri, mutta se on vielä pelkkä haave."""
FRENCH = """Le boulanger du village a fermé sa porte après trente années de métier.
Il s’était levé chaque nuit à deux heures, même pendant les fêtes, et ne s’en plaignait guère.
Sa fille préfère la menuiserie, et personne d’autre n’a voulu reprendre le four à bois.
Depuis, les gens vont chercher leur pain à l’épicerie, où il arrive congelé."""
ROMANIAN = """Podul vechi de piatră a fost închis după ce apa a rupt o parte din mal.
Oamenii trec acum cu barca şi plătesc câte un leu, dar spun că nu este de ajuns.
Primarul a promis că lucrările încep în martie, însă nimeni nu îl crede.
Pescarii sunt singurii care se bucură: peştii s-au întors sub arcada prăbuşită."""
RUSSIAN = """Старый паром снова ходит через реку, хотя весной его хотели продать.
Капитан говорит, что мотор выдержит ещё три года, если не жалеть масла.
По утрам на нём едут школьники, а вечером возвращаются рыбаки с уловом.
Мост обещают построить, но деньги на него пока не нашли."""

# A document, the table it was stored in, the table it was read with.
DAMAGED = (
    (TURKISH, "cp1254", "cp1252"),
    (HUNGARIAN, "cp1250", "cp1252"),
    (HUNGARIAN, "iso8859_2", "latin-1"),
    (POLISH, "cp1250", "cp1252"),
    (POLISH, "iso8859_2", "latin-1"),
    (POLISH, "cp852", "cp1250"),
    (CZECH, "cp1250", "cp1252"),
    (CZECH, "iso8859_2", "cp1250"),
    (LITHUANIAN, "cp1257", "cp1252"),
    (FINNISH, "mac_roman", "cp1252"),
    (FRENCH, "mac_roman", "cp1252"),
    (FRENCH, "cp1252", "mac_roman"),
    (FRENCH, "cp1252", "cp1250"),
    (FINNISH, "cp1252", "cp850"),
    (FINNISH, "cp850", "cp1252"),
    (ROMANIAN, "cp1250", "cp1252"),
    (RUSSIAN, "cp1251", "koi8_r"),
    (RUSSIAN, "koi8_r", "cp1251"),
    (RUSSIAN, "cp866", "cp1251"),
    (RUSSIAN, "cp1251", "mac_cyrillic"),
    (RUSSIAN, "cp1251", "cp1252"),
)

ICELANDIC = """Það rigndi alla nóttina og áin flæddi yfir veginn við brúna.
Bændurnir ráku féð upp í hlíð og biðu þar þangað til stytti upp.
Gamli presturinn sagði að hann hefði aldrei séð annað eins veður."""
PORTUGUESE = """O avô não quis vender as mulas, porque os corações dos animais também cansam.
As mães põem os pães no forno antes do sol, e as lições ficam para depois.
“Être sûr, c’est déjà mûrir”, disse o professor de francês, e ninguém o entendeu."""
ESTONIAN = """Õhtul tõusis tuul ja köis läks katki, aga paat jäi õnneks kaldale.
Vanaema ütles, et sõber võib tulla ka siis, kui õues on külm."""
FAROESE = """Tað var kalt í gjár, og bátarnir lógu við bryggjuna allan dagin.
Omma segði, at hon ikki mintist eitt tílíkt veður síðan hon var ung."""
CLEAN = (
    *(text for text, _, _ in DAMAGED),
    ICELANDIC,
    PORTUGUESE,
    ESTONIAN,
    FAROESE,
    TURKISH + "\nYazar Þórður Guðmundsson da köprüye bakıp gülümsedi.",
    ICELANDIC + "\n" + TURKISH,
    "Se cyning wæs eald, and þa þegnas ne woldon þæt scip brædan.\nÐa com se stranga ceorl mid his hunde.",
    "śāntiḥ, karmaṇy evādhikāras te, yogaḥ, prāṇāyāma, ṛṣi, jñāna",
    "[ðə ˈwɛðə wəz ˈθɪk] [ʃiː ˈsɔː ðəm] [jʊəɹ ˈɹaɪt]",
    "Øystein Ðurić\nÞóra Müller\nZoë Nuñez\nJoão Šimunić\nÅse Żak\nÝmir Çelik",
    "þ, ð, ý: Icelandic; õ: Portuguese; û: French; ş, ğ, ı: Turkish",
    "├──┤ a ┌┐ a └┘ a ░▒▓",
    "Ðð Þþ Ýý",
    "Tđi sao, ´k´, ýþð",
)


def voted(text: str) -> str:
    return apply(text, resolve(vote_edits(Doc(text)))) if may_vote(text) else text


def misread(text: str, meant: str, read: str) -> str:
    data = encode(text, meant)
    assert data is not None
    found = decode(data, read)
    assert found is not None
    return found


@pytest.mark.parametrize(("text", "meant", "read"), DAMAGED)
def test_a_document_read_with_the_wrong_table_is_read_again(text, meant, read):
    assert voted(misread(text, meant, read)) == text


@pytest.mark.parametrize("text", CLEAN)
def test_what_is_right_stays(text):
    assert voted(text) == text
    assert list(vote_edits(Doc(text))) == []


@pytest.mark.parametrize("path", QUIET, ids=lambda path: path.stem)
def test_quiet_texts_stay(path):
    text = path.read_text(encoding="utf-8")
    assert voted(text) == text


def test_an_edit_spans_the_letters_that_change_and_names_both_tables():
    text = misread(TURKISH, "cp1254", "cp1252")
    first = next(iter(vote_edits(Doc(text))))
    assert first == Edit(34, 35, "ý", "ı", "any.characters.mojibake/cp1252>cp1254")


def test_a_few_words_need_letters_that_all_tell():
    assert voted("Baþarýlý öðrenciler") == "Başarılı öğrenciler"
    assert voted("Guðný Þórðardóttir") == "Guðný Þórðardóttir"


def test_a_line_that_the_table_cannot_have_shown_stays():
    text = misread(HUNGARIAN, "cp1250", "cp1252") + "\nКонец"
    assert voted(text) == HUNGARIAN + "\nКонец"


def test_a_line_in_another_language_among_damaged_ones_stays():
    damaged = misread(FINNISH, "mac_roman", "cp1252") + "\n"
    assert voted(damaged * 3 + "Être sûr, ça plaît.") == (FINNISH + "\n") * 3 + "Être sûr, ça plaît."


def test_damaged_lines_among_as_many_sound_ones_are_left_alone():
    text = TURKISH + "\n" + misread(TURKISH, "cp1254", "cp1252")
    assert voted(text) == text


def test_utf8_read_with_a_table_is_not_for_the_vote():
    for text, _, _ in DAMAGED:
        for codec in ("cp1252", "cp1251", "mac_roman"):
            mojibake = decode(text.encode("utf-8"), codec)
            assert mojibake is not None
            assert voted(mojibake) == mojibake
    for word in ("\ufffd", "é", "–", "я", "œuf", "€", "Ångström", "für"):
        mojibake = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in word.encode("utf-8"))
        assert voted(mojibake) == mojibake


@pytest.mark.parametrize(
    "text", ["", "\n", "\ud800þðý", "þ\x00ðý\x00ş", "שלום עולם þðý", "東京õõõ都", "þðý\r\nþðý\r\n", "þðý" * 5_000]
)
def test_no_text_raises_and_a_second_vote_changes_nothing(text):
    once = voted(text)
    assert voted(once) == once
    assert list(vote_edits(Doc(text))) == list(vote_edits(Doc(text)))


def test_a_long_document_is_voted_whole():
    text = misread(HUNGARIAN, "cp1250", "cp1252")
    assert voted("\n".join([text] * 100)) == "\n".join([HUNGARIAN] * 100)
