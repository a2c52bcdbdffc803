"""Index: the names of a corpus, which of their spellings become one, and the table that says so."""

from __future__ import annotations

import random
import time

import pytest

import cleantext
from cleantext import clean
from cleantext.errors import OptionError
from cleantext.steps.names.corpus.index import COLUMNS, Merge, NameIndex


def merges(*names: str) -> list[Merge]:
    """Return the merges of a corpus that has the first name three times, the others once."""
    counts = [3, *[1] * (len(names) - 1)]
    return (
        NameIndex()
        .add(f"Minister {name} spoke." for name, count in zip(names, counts, strict=True) for _ in range(count))
        .merge()
    )


def spellings(*names: str) -> set[str]:
    return {name for merge in merges(*names) for name in (merge.canonical, *dict(merge.variants))}


@pytest.mark.parametrize(
    "names",
    [
        ("Ramil Dzhafarkhanov", "Ramil Djafarkhanov", "Ramil Jafarkhanov"),
        ("Nikifor Svetlichny", "Nikifor Svetlichnyy", "Nikifor Svetlichniy"),
        ("Marat Gainullov", "Marat Gaynullov"),
        ("Jalal Bouazizi-Amrani", "Jalal Bouazizi Amrani"),
        ("Faruq al-Mansouri", "Farouk Mansouri", "Faruk al-Mansuri"),
        ("Abdul-Wahid Karimov", "Abdulwahid Karimov"),
        ("Şükrü Yıldızhan", "Şükrü Yildizhan"),
        ("Andrés Quiñónez", "Andres Quinonez"),
        ("Hendrik van der Linde", "Hendrik Van der Linde"),
        ("Park Hye-soo", "Park Hye Soo"),
        ("Mansur bin Talib", "Mansour ben Taleb"),
        ("Esteban Rojas Villalba", "Esteban Rojas-Villalba"),
    ],
)
def test_spellings_of_one_name_become_one(names):
    [merge] = merges(*names)
    assert merge.canonical == names[0]
    assert merge.variants == tuple((name, 1) for name in sorted(names[1:], key=lambda name: (-len(name), name)))
    assert merge.count == len(names) + 2
    assert 0.9 <= merge.score <= 1
    assert merge.why


@pytest.mark.parametrize(
    "names",
    [
        # An initial, a number, a son.
        ("Harlan W. Prescott", "Harlan Prescott"),
        ("Harlan W. Prescott", "Harlan B. Prescott"),
        ("Harlan Prescott", "Harlan Prescott Jr"),
        ("Leopold Ganz II", "Leopold Ganz III"),
        # Brothers, and husband and wife.
        ("Sergei Malakhov", "Andrei Malakhov"),
        ("Anton Zhurov", "Antonina Zhurova"),
        ("Petar Ilic", "Petra Ilic"),
        # Whose son.
        ("Rashid bin Saqr", "Rashid Saqr"),
        ("Salim bin Nasser", "Nasser bin Salim"),
        # Grammar.
        ("Zdeněk Havránek", "Zdeňka Havránka"),
        ("Тарас Вербовой", "Тараса Вербового"),
        ("Анна Лебедева", "Анны Лебедевой"),
        ("Matti Korpinen", "Matti Korpisen"),
        # Families that differ by a letter.
        ("Lars Petersen", "Lars Peterson"),
        ("Javad Moradi", "Javad Moradian"),
        ("Claire Brown", "Claire Browne"),
        ("Jonathan Reid", "Jonathan Reed"),
        ("Steven Hale", "Stephen Hale"),
        ("Chen Wei", "Chen Hui"),
        ("Kim Min-ho", "Kim Min-ha"),
        ("Billie Jean King", "Billie Jean"),
        ("Ibrahim Haddadin", "Abraham Haddadin"),
        ("Bill Thornbury", "William Thornbury"),
    ],
)
def test_what_may_be_two_people_is_not_proposed(names):
    assert merges(*names) == []


def test_scripts_are_not_mixed():
    assert merges("Тарас Вербовой", "Taras Verbovoi") == []


def test_a_chain_of_small_steps_is_not_followed():
    for merge in merges("Galib Masimov", "Galib Mesimov", "Galib Mesimof", "Qalib Mosimof", "Qelib Musimof"):
        for variant, _ in merge.variants:
            assert cleantext.names.compare(merge.canonical, variant).score >= merge.score


def test_a_spelling_that_may_be_two_persons_is_left_alone():
    found = spellings("Elgin Vasarov", "Elgin Vasarova", "Elgin Vasarow")
    assert "Elgin Vasarova" not in found


def test_of_equally_frequent_spellings_the_longest_counts():
    index = NameIndex().add("Mr Ramil Djafarkhanov met Mr Ramil Dzhafarkhanov.")
    assert [merge.canonical for merge in index.merge()] == ["Ramil Dzhafarkhanov"]


def test_a_spelling_that_ships_wins_over_a_more_frequent_one():
    [merge] = merges("Sergey Lavrov", "Sergei Lavrov")
    assert (merge.canonical, merge.variants) == ("Sergei Lavrov", (("Sergey Lavrov", 3),))
    assert merge.why == "listed as Sergei Lavrov"


GERMAN = " Am Abend regnete es auf die Dächer, und niemand wollte mehr vor die Tür, nicht einmal der Hund des Wirtes."
POLISH = " Wieczorem padało na dachy, i nikt nie chciał już wyjść za próg, nawet pies gospodarza, który lubi wodę."


def test_what_is_right_in_another_language_is_a_variant_in_english_alone():
    texts = ["Minister Wladimir Putin.", "Minister Vladimir Putin."]
    assert [merge.canonical for merge in NameIndex().add(texts).merge()] == ["Vladimir Putin"]
    assert NameIndex().add(text + GERMAN for text in texts).merge() == []


def test_outside_english_the_most_frequent_spelling_wins_over_ours():
    texts = ["Minister Władimir Putin."] * 2 + ["Minister Vladimir Putin."]
    [merge] = NameIndex().add(text + POLISH for text in texts).merge()
    assert (merge.canonical, merge.variants) == ("Władimir Putin", (("Vladimir Putin", 1),))


def test_possessives_are_no_spellings():
    assert merges("Ramil Dzhafarkhanov's", "Ramil Dzhafarkhanov’s", "Ramil Dzhafarkhanov") == []


def test_a_surname_alone_and_a_name_in_one_spelling_are_not_listed():
    assert NameIndex().add(["Mr Dzhafarkhanov and Mr Djafarkhanov met Mr Ramil Osmanov."] * 3).merge() == []


def test_what_is_no_person_is_not_listed():
    assert NameIndex().add("The Veltrium Kontora grew. The Veltrum Kontora shrank.").merge() == []
    assert merges("Labour Party", "Labor Party") == []


def test_a_name_with_a_stray_word_is_no_name():
    texts = ["Mr Ramil Dzhafarkhanov"] * 4 + ["Ramil Dzhafarkhanov Waves"] * 2 + ["Ramil Djafarkhanov Waves"]
    assert NameIndex().add(texts).merge() == []


def test_merges_come_by_frequency_and_rare_ones_not_at_all():
    docs = ["Mr Ramil Dzhafarkhanov and Mr Ramil Djafarkhanov", "Mr Marat Gainullov"] * 2 + ["Mr Marat Gaynullov"] * 3
    found = NameIndex().add(docs).merge()
    assert [(merge.canonical, merge.count) for merge in found] == [("Marat Gaynullov", 5), ("Ramil Dzhafarkhanov", 4)]
    assert [merge.count for merge in NameIndex(min_count=5).add(docs).merge()] == [5]


def test_the_order_of_the_texts_is_immaterial():
    texts = [f"Minister {name} spoke." for name in ("Marat Gainullov", "Marat Gaynullov", "Marat Gainulov") * 2]
    assert NameIndex().add(texts).tsv() == NameIndex().add(reversed(texts)).tsv()


def test_texts_can_be_added_bit_by_bit():
    index = NameIndex()
    assert index.add("Mr Marat Gainullov") is index
    index.add(iter(["Mr Marat Gaynullov\r\nleft", None, "Mr Marat Gainullov"]))
    assert index.merge()[0].variants == (("Marat Gaynullov", 1),)


@pytest.mark.parametrize("docs", [[], [""], "", [None], ["\ud800\udc00 \x00"], ["Mr Marat Gainullov"]])
def test_a_corpus_without_variants_gives_a_table_without_rows(docs):
    assert NameIndex().add(docs).tsv() == "\t".join(COLUMNS) + "\n"


def test_a_surrogate_beside_a_name_does_no_harm():
    text = "Mr Marat Gainullov\ud800 Mr Marat Gaynullov\udfff Mr Marat Gainullov"
    assert "Marat Gaynullov" in NameIndex().add(text).tsv().encode().decode()


@pytest.mark.parametrize("docs", [b"bytes", [b"bytes"], [1]])
def test_what_is_no_text_is_refused(docs):
    with pytest.raises(OptionError, match="not str or None; decode it first"):
        NameIndex().add(docs)


@pytest.mark.parametrize("count", [0, -1, True, "2", 1.5])
def test_a_least_count_that_is_none_is_refused(count):
    with pytest.raises(OptionError, match="give a whole number of 1 or more"):
        NameIndex(min_count=count)


DOCS = (
    "Minister Ramil Dzhafarkhanov came. Mr Faruq al-Mansouri, 52, stayed.",
    "Later Ramil Djafarkhanov left, and Farouk Mansouri’s aide waved. Djafarkhanov smiled.",
    "RAMIL DJAFARKHANOV LEAVES\n\nMinister Ramil Dzhafarkhanov left. “Ramil Djafarkhanov” was on the plate.",
    "Mr Faruq Al-Mansouri and Mr Faruq al-Mansouri",
)
MADE_EQUAL = (
    DOCS[0],
    "Later Ramil Dzhafarkhanov left, and Faruq al-Mansouri’s aide waved. Dzhafarkhanov smiled.",
    "RAMIL DZHAFARKHANOV LEAVES\n\nMinister Ramil Dzhafarkhanov left. “Ramil Djafarkhanov” was on the plate.",
    "Mr Faruq al-Mansouri and Mr Faruq al-Mansouri",
)


def test_the_table_can_be_given_to_clean(tmp_path):
    path = tmp_path / "merges.tsv"
    NameIndex().add(DOCS).write(path)
    assert tuple(clean(text, names=path, steps="names") for text in DOCS) == MADE_EQUAL
    again = NameIndex().add(text for text in MADE_EQUAL if "“" not in text)
    assert again.merge() == []


def test_a_row_that_was_deleted_is_not_applied(tmp_path):
    path = tmp_path / "merges.tsv"
    NameIndex().add(DOCS).write(path)
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(row for row in rows if "Dzhafarkhanov" not in row), encoding="utf-8")
    assert clean(DOCS[1], names=path, steps="names").startswith("Later Ramil Djafarkhanov left, and Faruq al-Mansouri")


def test_the_table_without_rows_can_be_given_to_clean(tmp_path):
    path = tmp_path / "merges.tsv"
    NameIndex().write(path)
    assert clean(DOCS[1], names=path) == DOCS[1]


def test_ids_differ(tmp_path):
    lines = NameIndex().add(DOCS).tsv().splitlines()
    assert lines[0].split("\t") == list(COLUMNS)
    ids = [line.split("\t")[0] for line in lines[1:]]
    assert ids == ["p.faruq-al-mansouri", "p.ramil-dzhafarkhanov"]
    assert {line.split("\t")[7] for line in lines[1:]} == {"corpus of 4 documents"}


def test_a_table_that_cannot_be_written_leaves_the_file(tmp_path, monkeypatch):
    path = tmp_path / "merges.tsv"
    path.write_text("old", encoding="utf-8")

    def fail(self):
        raise RuntimeError

    monkeypatch.setattr(NameIndex, "tsv", fail)
    with pytest.raises(RuntimeError):
        NameIndex().write(path)
    assert [file.name for file in tmp_path.iterdir()] == ["merges.tsv"]
    assert path.read_text(encoding="utf-8") == "old"


def test_rare_spellings_are_forgotten_where_there_are_too_many(monkeypatch):
    monkeypatch.setattr("cleantext.steps.names.corpus.index._MOST_SPELLINGS", 20)
    index = NameIndex().add(["Mr Marat Gainullov and Mr Marat Gaynullov"] * 3)
    ends = [one + other for one in "bdfgkl" for other in ("amik", "onar", "udel", "esht")]
    index.add(f"Mr Timur {end.capitalize()} slept." for end in ends)
    assert [merge.canonical for merge in index.merge()] == ["Marat Gainullov"]
    assert len(index._counts) <= 20


def test_a_hundred_thousand_mentions_take_seconds():
    chosen = random.Random(7)
    syllables = [one + other for one in "bdfghklmnprstvz" for other in "aeiou"]

    def word():
        return "".join(chosen.choices(syllables, k=chosen.randint(2, 4))).capitalize()

    given = [word() for _ in range(200)]
    names = [f"{chosen.choice(given)} {word()}" for _ in range(20_000)]
    docs = [" met. Minister ".join(chosen.choices(names, k=100)) for _ in range(1_000)]
    start = time.perf_counter()
    NameIndex().add(docs).merge()
    # Four to five seconds on one of two busy cores.
    assert time.perf_counter() - start < 20


def test_the_public_face_is_imported_when_first_asked_for():
    assert cleantext.names.NameIndex is NameIndex
    assert cleantext.names.compare("Marat Gainullov", "Marat Gaynullov").score > 0.9
    assert cleantext.names.parse("Marat Gainullov").family == "Gainullov"
    assert set(cleantext.names.__all__) <= set(dir(cleantext.names))
