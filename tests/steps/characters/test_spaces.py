"""Blanks: which runs become one, which odd spaces become plain, and where both are typography or layout."""

from __future__ import annotations

import pytest

from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.steps.characters.hygiene.stage import Hygiene

STAGE = Hygiene()


def tidy(text: str) -> str:
    return apply(text, resolve(STAGE(Doc(text))))


BECOMES = {
    "two blanks": ("The ferry  was late.", "The ferry was late."),
    "two blanks between sentences": (
        "It rained.  Nobody came.  We went home.",
        "It rained. Nobody came. We went home.",
    ),
    "many blanks": ("one" + " " * 40 + "two", "one two"),
    "two blanks behind indentation": ("    a quoted  line", "    a quoted line"),
    "blanks and a tab": ("left \t right", "left right"),
    "tab and blanks": ("left\t  right", "left right"),
    "a list with wide numbers": ("1.  Bread\n2.  Salt", "1. Bread\n2. Salt"),
    "Hebrew": ("שלום  עולם", "שלום עולם"),
    "Chinese": ("今天  很好", "今天 很好"),
    "no-break space": ("a\u00a0town", "a town"),
    "no-break space and blank": ("a\u00a0 town", "a town"),
    "no-break space before a unit": ("a load of 30\u00a0kg", "a load of 30 kg"),
    "narrow no-break space in a name": ("Dr\u202fWeiss", "Dr Weiss"),
    "typographic spaces": ("a\u2003b\u2009c\u200ad\u205fe\u2007f", "a b c d e f"),
    "blank Braille cell between letters": ("so\u2800far", "so far"),
    "ideographic space between Latin words": ("Room\u3000Nine", "Room Nine"),
    "no-break spaces as indentation": ("\u00a0\u00a0It began", "  It began"),
    "no-break space at the end": ("It ended\u00a0\nthen", "It ended \nthen"),
    "a line of no-break spaces": ("one\n\u00a0\ntwo", "one\n \ntwo"),
    "two spaces before a French mark": ("Pourquoi\u00a0 ?", "Pourquoi\u00a0?"),
    "hard wrapped prose": (
        "The pier  was built in the year that the king\ndied, and  nobody has painted it.\nIt stands all the  same.",
        "The pier was built in the year that the king\ndied, and nobody has painted it.\nIt stands all the same.",
    ),
    "a row of bars is no table": ("one  | two", "one | two"),
    "two blanks beside quoted code": ("run `a  b`  twice", "run `a  b` twice"),
}
STAYS = {
    "single blanks": "It rained. Nobody came.",
    "indentation": "    four\n\ttab\n  two",
    "blanks at the end of a line": "one  \ntwo   ",
    "blanks alone": "   ",
    "columns of text": "Name:     Ida\nAge:      41\nTown:     Lund",
    "columns with a heading": "Goods       Price\n\nRye         4.20\n\nOats        3.10",
    "numbers aligned to the right": "Rye       4.20\nOats     13.10\nBarley  113.00",
    "columns of a listing": "drwx  3 ida ida   96 May\n-rwx 11 ida ida 1024 May",
    "a rule between the head and the rows": "Tide   Hour\n-----------\nhigh   6:12\nlow   12:31",
    "tabs": "Station\tDate\tHeight\nWeir\t14 May\t3.2 m",
    "an empty cell between tabs": "a\t\tb",
    "blanks in a line with a tab": "one  two\tthree",
    "rows with tabs and blanks": "Weir \t 3.2\nHead \t 4.1",
    "a row between bars": "| a   | b  |",
    "a box": "│ a   │\n└─────┘",
    "a program": "int tide() {\n  int  high = 3;\n  return high;\n}",
    "comments in columns": "weir = 1   # the first\nhead = 22  # the second",
    "a block that Markdown fences": "Use it so:\n\n```\ntide  --all\n```\n\nDone.",
    "quoted code": "Write `a  b` and nothing else.",
    "verse with a gap in each line": (
        "Fire on water   wind on stone\nrope of hemp   ring of bone\nwho goes   goes alone"
    ),
    "French marks": "Quoi\u00a0! Non\u00a0; oui\u00a0: où\u202f? «\u00a0Ici\u00a0»",
    "thousands": "10\u00a0000 and 10\u202f000 and 10\u2009000",
    "per cent and currency": "5\u00a0% of 7\u00a0€",
    "ideographic space between Chinese words": "北京\u3000上海",
    "paragraphs that begin with ideographic spaces": "\u3000\u3000他说。\n\u3000\u3000她笑了。",
    "Braille": "⠓⠑\u2800⠺⠁⠎",
    "Ogham": "ᚐ\u1680ᚑ",
}


@pytest.mark.parametrize(("text", "wanted"), BECOMES.values(), ids=BECOMES)
def test_it_becomes(text, wanted):
    assert tidy(text) == wanted


@pytest.mark.parametrize("wanted", [wanted for _, wanted in BECOMES.values()], ids=BECOMES)
def test_what_it_became_stays(wanted):
    assert tidy(wanted) == wanted


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_it_stays(text):
    assert tidy(text) is text


def test_a_slip_beside_a_table_is_still_one():
    table = "Rye         4.20\nOats        3.10\n"
    far = "\n".join(["A line of prose with nothing odd in it."] * 12)
    assert tidy(f"{table}\n{far}\nOne  slip.") == f"{table}\n{far}\nOne slip."


def test_the_edit_is_the_run_alone():
    (edit,) = STAGE(Doc("one  two"))
    assert (edit.start, edit.end, edit.before, edit.after, edit.rule) == (
        3,
        5,
        "  ",
        " ",
        "any.characters.space/blank-run",
    )


def test_an_odd_space_has_a_rule_of_its_own():
    (edit,) = STAGE(Doc("one\u00a0two"))
    assert (edit.start, edit.end, edit.rule) == (3, 4, "any.characters.space/odd-space")


def test_no_break_spaces_stay_on_request():
    kept = Hygiene(also=["no-break-spaces"])
    text = "a\u00a0town, Dr\u202fWeiss, b\u2003c  d"
    assert apply(text, resolve(kept(Doc(text)))) == "a\u00a0town, Dr\u202fWeiss, b c d"
