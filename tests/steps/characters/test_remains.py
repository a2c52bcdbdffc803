"""What ftfy repairs of a line, told by its readings and taken only where it makes things better."""

from __future__ import annotations

from itertools import pairwise

import pytest

from cleantext.core.edit import apply
from cleantext.steps.characters.mojibake.remains import remains_repaired


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Il est allÃ© Ã  la plage.", "Il est allé à la plage."),
        ("Der BÃ¼rgermeister sprach â€žkurzâ€œ.", "Der Bürgermeister sprach „kurz“."),
        ("C\x92est fini.", "C’est fini."),
        ("naÃ¯ve and naïve", "naïve and naïve"),
    ],
)
def test_the_commonest_damage_is_repaired(line, said):
    edits = remains_repaired(line)
    assert apply(line, edits) == said
    assert all(edit.rule.startswith("any.characters.mojibake/") for edit in edits)
    assert all(before.end < after.start for before, after in pairwise(edits))


def test_an_edit_names_the_tables():
    assert [edit.rule for edit in remains_repaired("cafÃ©")] == ["any.characters.mojibake/latin-1>utf-8"]


@pytest.mark.parametrize(
    "line",
    [
        "",
        " ",
        "plain words",
        "L’hôtel « Bellevue » – 5 €",
        "Straße, “Smørrebrød”, ﬁn, Ｗｉｄｅ",
        "&eacute; &amp; <b>",
        "Привет, мир",
        "a\u2028b",
        "\ud800",
        "\0",
    ],
)
def test_a_line_that_looks_well_stays(line):
    assert remains_repaired(line) == ()


@pytest.mark.parametrize("line", ["Ã", "Ã ", "Â\xa0", "\x81", "Ã©" * 1_000, "\x92" * 100, "Ã\ud800©", "Ã\0©"])
def test_no_line_raises_and_edits_fit(line):
    apply(line, remains_repaired(line))


@pytest.mark.parametrize("line", ["«BLAÐIÐ»", "JÖRÐ®", "VIÐ\xa0SJÓ"])
def test_capitals_before_a_sign_stay(line):
    assert remains_repaired(line) == ()


@pytest.mark.xfail(strict=True, reason="ftfy takes a capital and the sign after it for one letter")
@pytest.mark.parametrize("line", ["«ROMÂ»", "XÃ\xa0AN HÒA"])
def test_capitals_before_a_sign_of_their_own_alphabet_stay(line):
    assert remains_repaired(line) == ()
