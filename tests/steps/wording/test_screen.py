"""The screen lets through what holds enough different telling phrases close together."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.steps.wording.screen import _LEAST, _NEEDED, _SPAN, Screen, packaged_entries

PHRASES = [f"telling {letter}" for letter in "abcdefghij"]
WEIGHT = 4.0
SCREEN = Screen((phrase, WEIGHT) for phrase in PHRASES)
# How many different phrases a long text must show, and the shortest one.
ENOUGH, FEWEST = math.ceil(_NEEDED / WEIGHT), math.ceil(_LEAST / WEIGHT)
ENGLISH = "in the rain and the wind "


def suspects(text: str, windows=None) -> list[tuple[int, int]]:
    return list(SCREEN.suspects(Doc(text), windows or [(0, len(text))]))


def is_suspect(text: str) -> bool:
    return bool(suspects(text))


def with_phrases(count: int, length: int) -> str:
    return (ENGLISH + " ".join(PHRASES[:count]) + " x").ljust(length, "x")


def test_enough_different_phrases_are_suspect():
    assert is_suspect(with_phrases(ENOUGH, _SPAN))


def test_too_few_are_not():
    assert not is_suspect(with_phrases(ENOUGH - 1, _SPAN))


def test_one_phrase_repeated_is_not():
    assert not is_suspect(ENGLISH + " ".join(PHRASES[:1] * 20))


def test_capitals_do_not_matter():
    assert is_suspect(with_phrases(4, 300).upper())


def test_a_shorter_text_needs_fewer():
    # So long a text needs just what two phrases weigh.
    length = int(_SPAN * 2 * WEIGHT / _NEEDED)
    assert [is_suspect(with_phrases(2, length + more)) for more in (0, 9)] == [True, False]
    assert is_suspect(with_phrases(3, length + 9))


def test_the_shortest_text_needs_some():
    assert [is_suspect(with_phrases(count, 60)) for count in (FEWEST - 1, FEWEST)] == [False, True]


def test_weights_count_and_not_the_number_of_phrases():
    phrases = " ".join(PHRASES[:2])
    light, heavy = (Screen((phrase, weight) for phrase in PHRASES) for weight in (_LEAST / 2 - 0.1, _LEAST / 2))
    doc = Doc(ENGLISH + phrases)
    assert [bool(list(screen.suspects(doc, [(0, len(doc.text))]))) for screen in (light, heavy)] == [False, True]


def test_text_in_another_language_is_not_read():
    assert not is_suspect(" ".join(PHRASES) + " der Regen und the Wind")


@pytest.mark.parametrize("place", [0, 4_000, 20_000])
def test_phrases_close_together_are_suspect_wherever_they_stand(place):
    assert is_suspect(ENGLISH + "x" * place + " " + " ".join(PHRASES[:5]) + " x".ljust(20_000, "x"))


def test_phrases_far_apart_are_not():
    assert not is_suspect(ENGLISH + (" " + "x" * 2_000 + " ").join(PHRASES))


def test_a_phrase_that_is_repeated_meanwhile_counts_as_long_as_one_is_near():
    near = " ".join([PHRASES[0], "x" * 2_900, PHRASES[0], PHRASES[1], "x" * 2_000, *PHRASES[2:4]])
    assert is_suspect(f"{ENGLISH} {near} {'x' * 3_000}")


def test_each_window_is_asked_alone():
    text = with_phrases(5, 400) + " " + ENGLISH * 30
    assert suspects(text, [(0, 400), (400, len(text))]) == [(0, 400)]


def test_phrases_of_two_windows_do_not_add_up():
    half = ENOUGH - 1
    text = with_phrases(half, _SPAN) + " " + " ".join(PHRASES[half : 2 * half]).ljust(_SPAN, "x")
    assert suspects(text, [(0, _SPAN), (_SPAN, len(text))]) == []
    assert is_suspect(ENGLISH + " ".join(PHRASES[: 2 * half]).ljust(_SPAN, "x"))


@given(st.lists(st.sampled_from([*PHRASES, "the", "rain", "x" * 700]), max_size=60).map(" ".join))
def test_a_long_text_is_suspect_where_some_stretch_of_3_000_characters_holds_enough(text):
    text = ENGLISH + text.ljust(_SPAN + 1, "x")
    places = [
        (place, phrase) for phrase in PHRASES for place in range(len(text)) if text.startswith(phrase, place)
        and not text[place + len(phrase) : place + len(phrase) + 1].isalnum()
    ]  # fmt: skip
    densest = max(
        (len({other for near, other in places if 0 <= near - place <= _SPAN}) for place, _ in places), default=0
    )
    assert is_suspect(text) is (densest >= ENOUGH)


class TestRemains:
    def rest_of(self, doc: Doc, cut: int) -> Doc:
        rest = doc.successor((Edit(0, cut, doc.text[:cut], "", "r.x/a"),))
        assert rest.remains_of is doc
        return rest

    def seen(self, doc: Doc) -> list[tuple[int, int]]:
        return list(SCREEN.suspects(doc, [(0, len(doc.text))]))

    def test_of_a_text_without_phrases_are_not_read_again(self, monkeypatch):
        doc = Doc("a line\n" + ENGLISH * 9)
        assert self.seen(doc) == []
        monkeypatch.setattr(SCREEN, "_matcher", None)
        assert self.seen(self.rest_of(doc, 7)) == []

    def test_of_those_are_not_read_either(self, monkeypatch):
        doc = Doc("a line\n" * 2 + ENGLISH * 9)
        self.seen(doc)
        monkeypatch.setattr(SCREEN, "_matcher", None)
        rest = self.rest_of(doc, 7)
        assert self.seen(rest) == self.seen(self.rest_of(rest, 7)) == []

    def test_may_be_suspect_though_the_whole_was_not(self):
        doc = Doc("x" * 2_900 + "\n" + ENGLISH + " ".join(PHRASES[:2]))
        assert self.seen(doc) == []
        assert self.seen(self.rest_of(doc, 2_901)) != []

    def test_of_what_nobody_read_are_read(self):
        doc = Doc("a line\n" + with_phrases(4, 300))
        assert self.seen(self.rest_of(doc, 7)) != []


def test_what_ships_is_folded_and_weighs_something():
    entries = dict(packaged_entries())
    assert len(entries) > 100
    assert [phrase for phrase, weight in entries.items() if phrase != phrase.lower() or weight <= 0] == []
