"""ftfy's functions over our API, beside ftfy itself."""

from __future__ import annotations

import io

import ftfy as peer
import pytest

from cleantext.compat import ftfy
from cleantext.core.edit import Edit
from cleantext.errors import EditError, OptionError

SAME = (
    "It’s “fine” — ﬁne ＡＢＣ",
    "cafÃ© â€œxâ€\x9d, LÃ\xa0 bas",
    "&lt;b&gt; &eacute; <i>&eacute;</i>",
    "a\u200bb\u00adc\u00a0d  e",
    "\x1b[31mred\x1b[0m\x07",
    "a\r\nb\rc\n\n\n",
    "e\u0301 x² ½",
    "\ufeffa\ud83d\ude00",
    "Plain prose, with nothing to repair.",
)


def test_our_options_are_those_of_ftfy():
    assert ftfy.TextFixerConfig._field_defaults == peer.TextFixerConfig._field_defaults


@pytest.mark.parametrize("text", SAME)
def test_what_ftfy_repairs_is_repaired_alike(text):
    assert ftfy.fix_text(text) == peer.fix_text(text)


@pytest.mark.parametrize(
    "options",
    [
        {"uncurl_quotes": False},
        {"fix_latin_ligatures": False},
        {"fix_character_width": False},
        {"fix_line_breaks": False},
        {"unescape_html": False},
        {"fix_encoding": False},
        {"normalization": None},
        {"normalization": "NFKC"},
        {"normalization": "NFD"},
        {"remove_terminal_escapes": False, "fix_surrogates": False, "remove_control_chars": False},
    ],
    ids=str,
)
def test_an_option_does_what_it_does_in_ftfy(options):
    text = "“Ã©” ﬁ ＡＢ\r\n&eacute; e\u0301 x² \x1b[31m\x07"
    assert ftfy.fix_text(text, **options) == peer.fix_text(text, **options)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"decode_inconsistent_utf8": False}, "fix_encoding=False leaves all of it out"),
        ({"unescape_html": True}, "html.unescape"),
        ({"fix_surrogates": False}, "give all of them the same value"),
        ({"normalization": "NFX"}, "give one of NFC"),
        ({"max_decode_length": 10}, "leave it out"),
        ({"uncurl_quotes": 1}, "say True or False"),
        ({"uncurl_quote": False}, "did you mean 'uncurl_quotes'"),
    ],
    ids=str,
)
def test_an_option_that_cannot_be_honoured_is_refused(options, said):
    with pytest.raises(OptionError, match=said):
        ftfy.fix_text("a", **options)


def test_parts_of_the_encoding_may_be_off_where_all_of_it_is():
    assert ftfy.fix_text("Ã©", fix_encoding=False, restore_byte_a0=False) == "Ã©"


@pytest.mark.parametrize("module", [ftfy, peer], ids=["ours", "ftfy's"])
def test_a_configuration_of_either_kind_serves(module):
    assert ftfy.fix_text("“a”", module.TextFixerConfig(uncurl_quotes=False)) == "“a”"


def test_an_option_by_name_goes_before_the_configuration():
    assert ftfy.fix_text("“a”", ftfy.TextFixerConfig(uncurl_quotes=False), uncurl_quotes=True) == '"a"'


def test_a_configuration_of_another_kind_is_refused():
    with pytest.raises(OptionError, match="give a TextFixerConfig"):
        ftfy.fix_text("a", ["uncurl_quotes"])


def test_the_explanation_says_what_was_changed_and_where():
    assert ftfy.fix_and_explain("a ﬁ").explanation == (Edit(2, 3, "ﬁ", "fi", "any.characters.ligatures/letter"),)


@pytest.mark.parametrize("form", ["NFC", "NFKC", None])
def test_the_explanation_is_a_plan(form):
    text = "“cafÃ©” x² ﬁ"
    after, explanation = ftfy.fix_and_explain(text, normalization=form)
    assert ftfy.apply_plan(text, explanation) == after


def test_a_plan_fits_its_own_text_only():
    with pytest.raises(EditError):
        ftfy.apply_plan("another", ftfy.fix_and_explain("ﬁ").explanation)


def test_no_explanation_where_none_is_wanted():
    assert ftfy.fix_and_explain("ﬁ", explain=False) == ("fi", None)


def test_the_encoding_alone():
    assert ftfy.fix_encoding("“cafÃ©” ﬁ") == peer.fix_encoding("“cafÃ©” ﬁ") == "“café” ﬁ"


def test_the_encoding_alone_is_explained():
    assert [edit.after for edit in ftfy.fix_encoding_and_explain("“cafÃ©” ﬁ").explanation] == ["é"]


def test_a_segment_is_a_text():
    assert ftfy.fix_text_segment("ﬁ") == "fi"


@pytest.mark.parametrize("text", [b"a", None, 5])
def test_what_is_no_text_is_refused(text):
    with pytest.raises(OptionError, match="text is"):
        ftfy.fix_text(text)


@pytest.mark.parametrize("content", [io.StringIO("ﬁ\ncafÃ©"), io.BytesIO("ﬁ\r\ncafÃ©".encode())], ids=["text", "bytes"])
def test_a_file_comes_back_line_by_line(content):
    assert list(ftfy.fix_file(content)) == ["fi\n", "café"]


def test_the_encoding_of_a_file_can_be_named():
    assert list(ftfy.fix_file(io.BytesIO("Łódź".encode("cp1250")), encoding="cp1250")) == ["Łódź"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1252"])
def test_bytes_are_guessed(codec):
    text = "Le café était fermé à midi."
    assert ftfy.guess_bytes(text.encode(codec))[0] == text


def test_text_is_not_guessed():
    with pytest.raises(OptionError, match="not bytes"):
        ftfy.guess_bytes("a")
