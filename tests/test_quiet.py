"""The quiet corpus: clean prose, which every configuration that is not asked to replace something leaves as it is."""

from __future__ import annotations

import unicodedata

import pytest
from conftest import QUIET, READY

from cleantext import clean, explain
from cleantext.config import STAGES

# Texts about the furniture of web pages, whose subheads are its very labels: lines of them go.
KNOWN = {
    "api-reference-menu",
    "copyright-clause",
    "deutsch-bedienungsanleitung",
    "deutsch-cookies",
    "espanol-inicio",
    "francais-abonnes",
    "francais-pigeonnier",
    "list-of-networks-in-a-report",
    "man-page-lantern",
    "photo-captions-of-an-exhibition",
    "polski-prywatnosc",
    "print-shop-closing",
    "read-more-campaign",
    "russkaya-reklama",
    "small-print-of-advertising",
    "subheads-one-word",
    "tags-in-the-playground",
    "the-man-who-wrote-share-buttons",
}
each = pytest.mark.parametrize("path", [path for path in QUIET if path.stem not in KNOWN], ids=lambda path: path.stem)


def read(path) -> str:
    return path.read_bytes().decode("utf-8")


def test_there_is_a_quiet_corpus():
    assert len(QUIET) >= 370
    assert {path.stem for path in QUIET} >= KNOWN


@pytest.mark.xfail(strict=True, reason="a subhead that is a label of web pages goes")
@pytest.mark.parametrize("name", sorted(KNOWN))
def test_what_is_known_to_change_stays(name):
    (path,) = (path for path in QUIET if path.stem == name)
    assert clean(read(path), steps=READY) == read(path)


@each
def test_it_comes_back_as_the_same_object(path):
    text = read(path)
    result = explain(text, steps=READY)
    assert [(change.rule, change.before, change.after) for change in result.changes()] == []
    assert clean(text, steps=READY) is text


@each
def test_each_stage_alone_leaves_it(path):
    text = read(path)
    assert [
        stage for stage in STAGES if stage.partition("/")[0] in READY and clean(text, steps=stage) is not text
    ] == []


@each
def test_without_its_final_line_break_it_comes_back_too(path):
    text = read(path).removesuffix("\n")
    assert clean(text, steps=READY) is text


@each
def test_with_the_line_ends_of_windows_only_they_change(path):
    text = read(path)
    assert clean(text.replace("\n", "\r\n"), steps=READY) == text


@each
def test_its_bytes_come_back_as_its_text(path):
    assert clean(path.read_bytes(), steps=READY) == read(path)


@each
def test_decomposed_it_is_composed_again(path):
    text = read(path)
    assert clean(unicodedata.normalize("NFD", text), steps=READY) == text


@each
def test_read_with_the_wrong_table_it_is_restored_or_held(path):
    text = read(path)
    spoilt = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode("utf-8"))
    if path.stem in ("french", "german", "spanish", "icelandic", "letter", "recipe"):
        assert clean(spoilt, steps="characters") == text
    else:
        once = clean(spoilt, steps="characters")
        assert clean(once, steps="characters") == once
