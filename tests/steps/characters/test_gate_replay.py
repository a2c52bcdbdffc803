"""ftfy's repairs without its second pass: the same output, whatever is wrong with a line."""

from __future__ import annotations

import random

import ftfy
import pytest
from conftest import QUIET
from ftfy.chardata import CHARMAP_ENCODINGS, possible_encoding
from hypothesis import given
from hypothesis import strategies as st

from cleantext.steps.characters import gate
from cleantext.steps.characters.gate import ftfy_safe

SAFE = ftfy.TextFixerConfig(
    uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False, fix_line_breaks=False, explain=False
)
PROSE = "Über den Zaun – “schön”, naïve façade… Пожалуй, ещё чаю? Ωραία μέρα, 東京 はれ, voilà à Łódź, 5 €"
_damaged = st.text(
    st.sampled_from("Ã©â€™œ\x9d Â\xa0\x81\x1a?\ufffdÐ¡ï¿½ðŸ˜€&amp;<\r\n\x1b[0mé√ñ‚Äôрџ\ud83d"), max_size=14
)


def misread(text: str, encoding: str) -> str:
    return text.encode("utf-8").decode(encoding, "replace")


@given(text=_damaged)
def test_pieces_of_damage_come_out_as_from_ftfy(text):
    assert ftfy_safe(text) == ftfy.fix_text(text, SAFE)


@pytest.mark.parametrize("encoding", CHARMAP_ENCODINGS)
@pytest.mark.parametrize("times", [1, 2, 3])
def test_prose_misread_comes_out_as_from_ftfy(encoding, times):
    text = PROSE
    for _ in range(times):
        text = misread(text, encoding)
    for line in (text, f"{text}\n{PROSE}\n{text}", f"{PROSE} {text}", text.replace("\xa0", " "), text.lower()):
        assert ftfy_safe(line) == ftfy.fix_text(line, SAFE)


@pytest.mark.parametrize("path", QUIET, ids=lambda path: path.stem)
def test_damaged_pages_come_out_as_from_ftfy(path):
    generator = random.Random(2)
    for encoding in ("latin-1", "sloppy-windows-1252", "sloppy-windows-1251"):
        lines = path.read_bytes().decode("utf-8").split("\n")
        text = "\n".join(misread(line, encoding) if generator.random() < 0.5 else line for line in lines)
        assert ftfy_safe(text) == ftfy.fix_text(text, SAFE)


@pytest.mark.parametrize("encoding", CHARMAP_ENCODINGS)
def test_a_table_takes_the_characters_that_ftfy_thinks_it_takes(encoding):
    for code in (*range(0xD800), *range(0xE000, 0x10000)):
        try:
            chr(code).encode(encoding)
        except UnicodeEncodeError:
            assert not possible_encoding(chr(code), encoding), hex(code)
        else:
            assert possible_encoding(chr(code), encoding), hex(code)


@pytest.mark.parametrize(
    "text", ["&#10;Ã b", "x&#10;Â b&amp;#10;", "&amp;lt;", "&#x1b;[0mx", "&#xC3;&#xA9;", "a\u0301&eacute;"]
)
def test_what_an_entity_brings_in_is_repaired_as_by_ftfy(text):
    assert ftfy_safe(text) == ftfy.fix_text(text, SAFE)


def test_many_doubtful_places_hide_no_bad_one():
    filler = "\u00abС\u00bb " * (2 * gate._DENSE)
    assert not gate.looks_bad(filler)
    assert gate.looks_bad(filler + "schÃ¶n")
    assert gate.looks_bad(filler + "schÃ¶n" + filler)
    assert gate.looks_bad(filler + "\n\u00c3 la carte")
