from __future__ import annotations

import pytest
from hypothesis import given as with_any
from hypothesis import strategies as st

from cleantext.steps.names.comparing.compare import compare, score
from cleantext.steps.names.comparing.given import TABLE, classes
from cleantext.steps.names.comparing.romanise import fold
from cleantext.steps.names.comparing.sounds import sound

# Between the pairs below there is room for any threshold from here to .75.
SAME = 0.8
OTHER = 0.65


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sergei Bondarchuk", "Sergej Bondartschuk"),
        ("Mykola Azarov", "Nikolai Azarov"),
        ("Андрей Громыко", "Andrei Gromyko"),
        ("Pyotr Ilyich Klimov", "Petr Klimov"),
        ("TARASOV Viktor", "Viktor Tarasov"),
        ("Hashemi Rafsanjani", "هاشمی رفسنجانی"),
        ("Abdel Aziz Bouteflika", "Abdelaziz Bouteflika"),
        ("Habib Bourguiba", "حبيب بورقيبة"),
        ("Tariq al-Hashimi", "Tarek Hashemi"),
        ("Salah ad-Din Bitar", "Salahuddin al-Bitar"),
        ("Shimon Peres", "שמעון פרס"),
        ("Κωνσταντίνος Καραμανλής", "Konstantinos Karamanlis"),
        ("Zhu Rongji", "朱荣基"),
        ("Lin Piao", "Lin Biao"),
        ("Yoon Suk-min", "윤석민"),
        ("Radosław Sikorski", "Radoslaw Sikorski"),
        ("Bülent Ecevit", "Bulent Ecevit"),
        ("Dr. Lena Vogt", "Lena Vogt"),
        ("J. Howard", "John Howard"),
        ("Norddeutsche Wolle GmbH", "Norddeutsche Wolle"),
    ],
)
def test_spellings_of_one_name_agree(a: str, b: str) -> None:
    assert score(a, b) >= SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Robert Kennedy", "Robert Kennedy Jr."),
        ("Henry Tudor VII", "Henry Tudor VIII"),
        ("John R. Grant", "John R.T. Grant"),
        ("Hasan bin Tariq", "Tariq bin Hasan"),
        ("Ivan Petrovich Sokolov", "Ivan Nikolaevich Sokolov"),
        ("Pavel Ivanovich Orlov", "Ivan Pavlovich Orlov"),
        ("Oleg Kuznetsov", "Olga Kuznetsova"),
        ("Andrei Smirnov", "Andrei Smirnova"),
        ("Boris Kozlov", "Gleb Kozlov"),
        ("Marina Belova", "Maria Belova"),
        ("Kim Min-jun", "Kim Min-seok"),
        ("Reza Karimi", "Reza Karimian"),
        ("Mehmet", "Mehmet Yilmaz"),
        ("Airline 3000", "Airline 4000"),
    ],
)
def test_names_of_two_persons_do_not(a: str, b: str) -> None:
    assert score(a, b) <= OTHER


def test_the_reasons_are_short_facts() -> None:
    found = compare("Serhii Melnyk", "Sergey Melnik Jr")
    assert found.why == (
        "serhii = sergey: one given name (Sergei)",
        "melnyk, melnik: 1.00 by sound",
        "jr on one side only",
    )


def test_one_string_is_itself_in_any_capitals() -> None:
    assert score("Nikos Xilouris", "NIKOS XILOURIS") == 1.0


def test_whole_names_between_commas_are_compared_one_by_one() -> None:
    assert score("Ali Tahan, Aly Tahhan", "Ali Tahhan") >= SAME


def test_what_is_no_name_is_like_nothing() -> None:
    assert score("", "Ann Lee") == 0.0
    assert score("...", "---") == 0.0


@with_any(st.text(max_size=40), st.text(max_size=40))
def test_any_two_strings_have_a_score_and_no_order(a: str, b: str) -> None:
    assert 0.0 <= score(a, b) == score(b, a) <= 1.0


@pytest.mark.parametrize("text", ["\ud800", "\x00", "ا" * 100_000, "a " * 50_000, "a," * 50_000, "\u202eabc", "🙂 🙂"])
def test_bad_text_does_not_raise(text: str) -> None:
    assert 0.0 <= score(text, "Ann Lee") <= 1.0


def test_the_table_of_given_names_has_one_class_a_line() -> None:
    with open(TABLE, encoding="utf-8") as file:
        lines = [line.split() for line in file if line.strip() and not line.startswith("#")]
    assert all(len(line) == len(set(line)) for line in lines)
    assert len({" ".join(line) for line in lines}) == len(lines)


def test_two_forms_of_a_given_name_share_a_class() -> None:
    def found(name: str) -> frozenset[int]:
        return classes(fold(name), sound(name))

    assert found("Volodymyr") & found("Wladimir")
    assert not found("Vladimir") & found("Vladislav")
