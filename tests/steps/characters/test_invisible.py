"""Each invisible character: where it goes, and where it is spelling and stays."""

from __future__ import annotations

import re
import unicodedata

import pytest

from cleantext import clean, explain
from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.steps.characters.hygiene.invisible import _LOOSE_JOINER, _joins
from cleantext.steps.characters.hygiene.stage import Hygiene

STAGE = Hygiene()


def tidy(text: str) -> str:
    return apply(text, resolve(STAGE(Doc(text))))


GOES = {
    "zero-width space in a word": ("an\u200bswer", "answer"),
    "zero-width space at the start": ("\u200banswer", "answer"),
    "zero-width space between Thai and Latin": ("ไทย\u200bok", "ไทยok"),
    "word joiner": ("mech\u2060anism", "mechanism"),
    "invisible operators": ("f\u2061(x\u2062y\u2063z\u2064)", "f(xyz)"),
    "deprecated format characters": ("a\u206ab\u206fc", "abc"),
    "byte order mark at the start": ("\ufeffThe", "The"),
    "byte order mark anywhere": ("fore\ufeffrunner", "forerunner"),
    "non-joiner between Latin letters": ("slow\u200cly", "slowly"),
    "non-joiner beside a space": ("می \u200cخواهم", "می خواهم"),
    "non-joiner at the end": ("می\u200c", "می"),
    "non-joiner between Cyrillic letters": ("сло\u200cво", "слово"),
    "joiner between Latin letters": ("slow\u200dly", "slowly"),
    "joiner behind an emoji, in front of a word": ("👩\u200dok", "👩ok"),
    "joiner at the start": ("\u200d👩", "👩"),
    "soft hyphen in a word": ("me\u00adtres", "metres"),
    "soft hyphen beside a space": ("me \u00adtres", "me tres"),
    "grapheme joiner between ASCII letters": ("a\u034fb", "ab"),
    "variation selector behind a letter": ("a\ufe0fb", "ab"),
    "variation selector at the start": ("\ufe0fa", "a"),
    "second variation selector": ("☎\ufe0f\ufe0f", "☎\ufe0f"),
    "smuggled bytes in variation selectors": ("a\U000e0101\U000e0102\U000e0150b", "ab"),
    "smuggled bytes behind an emoji": ("😀\U000e0101\U000e0102", "😀"),
    "tags without a flag": ("a\U000e0068\U000e0069b", "ab"),
    "flag tags without an end": ("🏴\U000e0067\U000e0062", "🏴"),
    "object mark": ("a\ufffcb", "ab"),
    "object mark with one of its spaces": ("a \ufffc b", "a b"),
    "annotation marks": ("\ufff9a\ufffab\ufffb", "ab"),
    "bell and backspace": ("a\x07b\x08c", "abc"),
    "NUL": ("a\0b", "ab"),
    "delete": ("a\x7fb", "ab"),
    "override": ("abc\u202edef\u202c", "abcdef"),
    "override in a line of Hebrew": ("שלום \u202eabc\u202c", "שלום abc"),
    "isolate without a letter from right to left": ("\u2066abc\u2069", "abc"),
    "mark without a letter from right to left": ("abc\u200f def\u200e", "abc def"),
    "isolate that nobody closes": ("\u2067שלום", "שלום"),
    "closer that nobody opened": ("שלום\u2069", "שלום"),
    "embedding closed by the wrong sign": ("\u202bשלום\u2069", "שלום"),
    "colour of a terminal": ("\x1b[1;31mred\x1b[0m", "red"),
    "title of a terminal, ended by a bell": ("\x1b]0;a title\x07text", "text"),
    "title of a terminal, ended by a string terminator": ("\x1b]8;;https://a.example\x1b\\text", "text"),
    "two-character escape of a terminal": ("\x1bMtext", "text"),
    "escape alone": ("a\x1b", "a"),
    "escape before a letter that it does not take": ("\x1bzoo", "zoo"),
    "link of a terminal": ("\x1b]8;;https://a.example\x07here\x1b]8;;\x07", "here"),
    "string for a terminal": ("a\x1bPq#0;2\x1b\\b", "ab"),
    "choice of a character set": ("\x1b(Btext", "text"),
    "object mark at the start of a line": ("\ufffc A photograph\n\ufffc", "A photograph\n"),
    "zero-width space between two blanks": ("one \u200b two", "one two"),
    "non-joiner before a comma": ("می\u200c، نه", "می، نه"),
    "non-joiner between Sinhala and a blank": ("වර්ෂ\u200c එක", "වර්ෂ එක"),
    "zero-width space between Chinese characters": ("天\u200b地", "天地"),
    "joiner between Greek letters": ("λό\u200dγος", "λόγος"),
}
BECOMES = {
    "CR LF": ("a\r\nb\r\n", "a\nb\n"),
    "CR": ("a\rb", "a\nb"),
    "vertical tab": ("a\x0bb", "a\nb"),
    "form feed": ("a\x0cb", "a\nb"),
    "next line": ("a\x85b", "a\nb"),
    "line separator": ("a\u2028b", "a\nb"),
    "paragraph separator": ("a\u2029b", "a\nb"),
    "CR CR LF": ("a\r\r\nb", "a\n\nb"),
    "LF CR": ("a\n\rb", "a\n\nb"),
    "Hangul filler": ("a\u3164b", "a b"),
    "half-width Hangul filler": ("a\uffa0b", "a b"),
    "Hangul filler between blanks": ("a \u3164 b", "a b"),
    "fillers of jamo without jamo": ("a\u115fb\u1160c", "a b c"),
    "fillers of jamo that hold nothing open": ("a\u115f\u1160b", "a b"),
    "lone surrogates": ("a\ud800b\udfffc", "a\ufffdb\ufffdc"),
    "surrogates in the wrong order": ("\udc00\ud800", "\ufffd\ufffd"),
    "a pair of surrogates": ("a\ud83d\ude00b", "a😀b"),
    "a non-joiner given twice": ("می\u200c\u200cخواهم", "می\u200cخواهم"),
}
STAYS = {
    "nothing": "",
    "tab and line feed": "\ta\n\n\tb",
    "non-joiner in Persian": "می\u200cخواهم کتاب\u200cها",
    "non-joiner behind a virama": "क्\u200cष",
    "non-joiner in Bengali": "র\u09cd\u200cয",
    "non-joiner in Kannada": "ರ್\u200cಕ",
    "joiner behind a virama": "क्\u200dष",
    "joiner in Sinhala": "ශ්\u200dරී",
    "joiner behind an Arabic letter": "ه\u200d",
    "joiner in a family": "👨\u200d👩\u200d👧",
    "joiner behind a skin tone": "👩🏽\u200d🚀",
    "joiner behind a selector": "🏳\ufe0f\u200d🌈",
    "selector behind a symbol": "☎\ufe0f ☎\ufe0e",
    "keycap": "1\ufe0f\u20e3 #\ufe0f\u20e3",
    "ideographic variation": "葛\U000e0100",
    "Mongolian variation": "ᠠ\u180bᠨ",
    "flag of Scotland": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "zero-width space in Thai": "ไทย\u200bไทย",
    "zero-width space in Khmer": "ខ្មែរ\u200bខ្មែរ",
    "zero-width space in Burmese": "မြန်\u200bမာ",
    "marks in a line of Hebrew": "שלום\u200f, abc\u200e!",
    "isolates in balance in a line of Arabic": "قال \u2067abc\u2069 نعم",
    "nested isolates in balance": "שלום \u2067abc \u2066def\u2069\u2069 שלום",
    "soft hyphen at the end of a line": "a bro\u00ad\nken word",
    "grapheme joiner in Hebrew": "\u05d0\u05b7\u034f\u05b4",
    "replacement character": "gar\ufffdon",
    "filler that holds a syllable open": "\u1112\u1160\u11ab \u115f\u1161 \u115f\u1160\u11ab",
    "zero-width space in Javanese": "ꦲꦤ\u200bꦕꦫ",
    "non-joiner between a digit and a Persian letter": "۲۰\u200cساله",
    "non-joiner in Urdu": "خوش\u200cحال",
    "non-joiner in Sorani": "نێو\u200cدەوڵەتی",
    "joiner in Marathi": "दुसऱ\u094d\u200dया",
    "private use": "a\ue000b\U000f0000",
    "combining marks": "e\u0301\u0323",
    "emoji beyond the first plane": "😀🇫🇮",
}


@pytest.mark.parametrize(("text", "wanted"), GOES.values(), ids=GOES)
def test_it_goes(text, wanted):
    assert tidy(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), BECOMES.values(), ids=BECOMES)
def test_it_becomes(text, wanted):
    assert tidy(text) == wanted


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_it_stays(text):
    assert tidy(text) == text


@pytest.mark.parametrize(("text", "wanted"), [*GOES.values(), *BECOMES.values()], ids=[*GOES, *BECOMES])
def test_it_is_the_same_among_a_thousand_others(text, wanted):
    # Beyond a thousand edits, those that stand close together are merged.
    many = "\x07" * 1_000 + "." + "\n" + text + "\n.\x07"
    assert tidy(many) == ".\n" + wanted + "\n."


def test_an_override_inside_the_title_of_a_terminal_goes_with_it():
    assert tidy("x\x1b]0;\u202eabc\x07y") == "xy"


def test_an_override_inside_a_title_goes_with_it_among_a_thousand_others():
    assert tidy("\x07" * 1_000 + "x\x1b]0;\u202eabc\x07y\x1b]0;\u202eabc\x07z") == "xyz"


def test_a_non_joiner_beside_a_zero_width_space_stays_in_persian():
    assert clean("می\u200b\u200cخواهم", steps="characters") == "می\u200cخواهم"


def test_a_line_is_judged_by_itself():
    assert tidy("שלום\u200f!\nabc\u200f!") == "שלום\u200f!\nabc!"


def test_of_cr_lf_the_cr_goes_alone():
    (edit,) = STAGE(Doc("a\r\nb"))
    assert (edit.start, edit.end, edit.before, edit.after) == (1, 2, "\r", "")


def test_every_change_names_its_rule():
    rules = {change.rule for change in explain("\ufeffa\u200b\x07\r\n", steps="characters/hygiene").changes()}
    assert rules == {
        "any.characters.invisible/format-control",
        "any.characters.invisible/zero-width-space",
        "any.characters.invisible/control",
        "any.characters.invisible/line-end",
    }


# The other families of odd characters have tests of their own.
ELSEWHERE = re.compile(
    "[\u115f\u1160\u3164\uffa0\ufffc\u2800\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc\uff01-\uffdc\u0370-\u052f\u1f00-\u1fff"
    "\U0001d400-\U0001d7ff]"
)


def test_no_letter_mark_number_or_symbol_of_unicode_is_touched_between_letters():
    ordinary = [
        chr(code)
        for code in range(0x20, 0x30000)
        if unicodedata.category(chr(code))[0] in "LNPS" and not ELSEWHERE.match(chr(code))
    ]
    text = "a".join(ordinary)
    assert tidy(text) is text


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d"])
@pytest.mark.parametrize(
    "before", ["", " ", "a", "é", "ж", "م", "۲", "،", "ක", "क\u094d", "א", "ᠠ", "中", "👩", "\u200b"]
)
@pytest.mark.parametrize("after", ["", " ", "\n", "a", "م", "۲", "۔", "ක", "क", "ᠠ", "👩", "\u200c", "\u200d"])
def test_a_joiner_is_judged_alike_by_the_search_and_one_by_one(joiner, before, after):
    # The quick search may pass over a joiner only where the slow judgement would keep it.
    text = before + joiner + after
    place = len(before)
    if not _LOOSE_JOINER.match(text, place):
        assert _joins(joiner, before[-1:], after[:1] or "\n")
