"""N-grams come back from their packed form, and what they lack is told by shorter ones."""

from __future__ import annotations

import math
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wording_cases import ngrams_of

from cleantext.steps.wording.ngrams import (
    BACK_OFF_SHIFT,
    NUMBER,
    UNIT,
    UNKNOWN,
    YEAR,
    Ngrams,
    pack,
    packaged_ngrams,
    shape,
    unpack,
)

_lines = st.lists(st.lists(st.sampled_from("abcdé"), max_size=6).map(" ".join), max_size=6)


@pytest.fixture
def small() -> Ngrams:
    return ngrams_of("the boat sank", "the boat sailed", "the crew sailed", "a storm")


def places(ngrams: Ngrams, words: str) -> list[int]:
    return [ngrams.ids[word] for word in words.split()]


@given(lines=_lines)
def test_what_was_packed_is_unpacked(lines):
    ngrams = ngrams_of(*lines)
    assert unpack(pack(ngrams)) == ngrams


@given(
    words=st.lists(st.integers(0, 65_535), min_size=4, max_size=4),
    costs=st.binary(min_size=14, max_size=14),
)
def test_numbers_of_two_bytes_survive_packing(words, costs):
    after = array("I", [0, 1, 2])
    ngrams = Ngrams(
        {"a": 0, "b": 1},
        costs[:2],
        costs[2:4],
        after,
        array("H", words[:2]),
        costs[4:6],
        costs[6:8],
        after,
        array("H", words[2:]),
        costs[8:10],
    )
    assert unpack(pack(ngrams)) == ngrams


def test_a_word_with_many_followers_survives_packing():
    after = array("I", [0, 300])
    many = bytes(300)
    ngrams = Ngrams(
        {"a": 0}, b"x", b"y", after, array("H", range(300)), many, many, array("I", range(301)), array("H", many), many
    )
    assert unpack(pack(ngrams)) == ngrams


def test_a_known_triple_costs_what_is_kept_for_it(small):
    the, boat, sank = places(small, "the boat sank")
    first = small.after_second[small.after_first[the]]
    assert small.third[first] == sank
    assert small.cost(the, boat, sank) == small.triple[first]


def test_a_triple_that_was_seen_is_cheaper_than_one_that_was_not(small):
    the, boat, crew, sank = places(small, "the boat crew sank")
    assert small.cost(the, boat, sank) < small.cost(the, crew, sank)


def test_an_unknown_triple_of_a_known_pair_pays_to_back_off(small):
    the, boat, storm = places(small, "the boat storm")
    pair = small.after_first[the]
    assert small.second[pair] == boat
    assert small.cost(the, boat, storm) == small.pair_back_off[pair] - BACK_OFF_SHIFT + small.pair_cost(boat, storm)


def test_after_an_unknown_pair_only_its_second_word_counts(small):
    storm, boat, sank = places(small, "storm boat sank")
    assert small.cost(storm, boat, sank) == small.pair_cost(boat, sank)


def test_an_unknown_pair_pays_to_back_off_to_the_word_alone(small):
    the, storm = places(small, "the storm")
    assert small.pair_cost(the, storm) == small.single_back_off[the] - BACK_OFF_SHIFT + small.single[storm]


def test_a_back_off_may_be_a_gain():
    ngrams = Ngrams({"a": 0}, b"\x50", bytes([BACK_OFF_SHIFT - 3]), array("I", [0, 0]), array("H"), b"", b"",
                    array("I", [0]), array("H"), b"")  # fmt: skip
    assert ngrams.cost(0, 0, 0) == 0x50 - 3


def test_the_last_word_and_the_last_pair_have_followers_too():
    ngrams = ngrams_of("a a a a")
    (a,) = places(ngrams, "a")
    assert ngrams.cost(a, a, a) < ngrams.single[a] + ngrams.single_back_off[a]


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        ("1999", YEAR),
        ("1990s", YEAR),
        ("2019-20", YEAR),
        ("1499", NUMBER),
        ("2100", NUMBER),
        ("4.2", NUMBER),
        ("1,200", NUMBER),
        ("3rd", NUMBER),
        ("5bn", NUMBER),
        ("5xyz", UNKNOWN),
        ("²", UNKNOWN),
        ("x1", UNKNOWN),
        ("\ufffd", UNKNOWN),
    ],
)
def test_the_shape_of(token, kind):
    assert shape(token) == kind


def test_numbers_and_unknown_words_have_a_place_each(small):
    assert [small.id_of(token) for token in ("boat", "77", "1999", "zeppelin")] == [
        small.ids[word] for word in ("boat", NUMBER, YEAR, UNKNOWN)
    ]


def test_a_number_that_is_a_known_word_is_that_word():
    assert ngrams_of("12 months").id_of("12") == 4


def test_what_ships_is_read_once():
    assert packaged_ngrams() is packaged_ngrams()


@pytest.mark.parametrize("before", ["he would", "of the", "<s> <s>", "<s> the", "zeppelin zeppelin"])
def test_what_may_follow_in_english_adds_up_to_nearly_one(before):
    ngrams = packaged_ngrams()
    first, second = map(ngrams.id_of, before.split())
    total = sum(math.exp(-ngrams.cost(first, second, word) / UNIT) for word in range(len(ngrams.single)))
    assert total == pytest.approx(1, abs=0.2)


def test_english_says_rather_than_mentions():
    ngrams = packaged_ngrams()
    the, minister, said, mentioned = places(ngrams, "the minister said mentioned")
    assert ngrams.cost(the, minister, said) < ngrams.cost(the, minister, mentioned)
