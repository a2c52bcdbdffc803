from __future__ import annotations

import pytest
from conftest import texts
from hypothesis import given

from cleantext import clean
from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.steps.characters.escapes.stage import _TAG, Escapes

STAGE = Escapes()


def decoded(text: str) -> str:
    return apply(text, resolve(STAGE(Doc(text))))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Fish &amp; chips", "Fish & chips"),
        ("&quot;Yes&quot;", '"Yes"'),
        ("caf&eacute;", "café"),
        ("caf&#233;", "café"),
        ("caf&#xE9; caf&#Xe9;", "café café"),
        ("it&rsquo;s", "it’s"),
        ("it&amp;rsquo;s", "it’s"),
        ("it&amp;#8217;s", "it’s"),
        ("it&#146;s", "it’s"),
        ("&#128;5", "€5"),
        ("&#x1F600;", "😀"),
        ("5 &lt; 6 &gt; 4", "5 < 6 > 4"),
        ("a&nbsp;b", "a\u00a0b"),
        ("x &amp; y\r\nz &amp; w", "x & y\r\nz & w"),
        ("שלום &amp; 東京 &amp; \ud800&amp;", "שלום & 東京 & \ud800&"),
        ("&#9;x", "\tx"),
    ],
)
def test_an_entity_becomes_its_character(text, wanted):
    assert decoded(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "&",
        "AT&T",
        "&amp",
        "&copy 2024",
        "&nosuchname;",
        "&;",
        "&#;",
        "&#x;",
        "&#0;",
        "&#7;",
        "&#127;",
        "&#129;",
        "&#xD800;",
        "&#1114112;",
        "&#99999999;",
        "R&D; and more",
        "?a=1&copy=2",
        "&AMP" + "x" * 40 + ";",
    ],
)
def test_what_is_no_entity_stays(text):
    assert decoded(text) == text


@pytest.mark.parametrize(
    "text", ["a <b>bold</b> claim &amp; more", "<br/>&nbsp;", "<!-- x --> &amp;", "<?xml ?> &amp;", "<p class='x'>&lt;"]
)
def test_markup_keeps_its_entities(text):
    assert decoded(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Write &lt;b&gt; for bold &amp; strong.",
        "Write &#60;b&#62; for bold.",
        "Write &#x3c;b&#x3e; for bold.",
        "Write &amp;lt;b&amp;gt; for bold.",
        "Close it with &lt;/b&gt;.",
        "&lt;!-- note --&gt;",
        "Write &LT;b&GT; for bold.",
        "Write &lt;&#98;&gt; for bold.",
        "Write <&#98;> for bold.",
        "Write &lt;b> for bold.",
        "Write <b&gt; for bold.",
    ],
)
def test_no_tag_appears(text):
    assert not _TAG.search(clean(text, steps="characters/escapes"))


@given(text=texts)
def test_no_tag_appears_in_any_text(text):
    if not _TAG.search(text):
        assert not _TAG.search(clean(text, steps="characters/escapes"))


def test_a_less_than_sign_in_one_line_does_not_stop_the_others():
    assert decoded("AT&amp;T\nif a < b\nR&amp;D") == "AT&T\nif a < b\nR&D"


@pytest.mark.parametrize("text", ["&amp;amp;amp;lt;", "&" + "amp;" * 5, "&" + "amp;" * 30 + "lt;"])
def test_a_nest_over_the_cap_stays_whole(text):
    assert decoded(text) == text


def test_a_nest_is_one_edit():
    assert len(list(STAGE(Doc("it&amp;rsquo;s")))) == 1


def test_an_address_keeps_its_parameters():
    text = "See https://a.example/?x=1&copy;=2&lang;=en for more."
    assert decoded(text) == text


def test_an_escaped_ampersand_of_an_address_is_decoded():
    assert decoded("See https://a.example/?x=1&amp;y=2 &copy; us.") == "See https://a.example/?x=1&y=2 © us."


def test_an_address_without_scheme_counts():
    assert decoded("WWW.a.example/?x=1&copy;=2") == "WWW.a.example/?x=1&copy;=2"


def test_what_stands_before_the_first_address_is_decoded():
    assert decoded("&copy; 2024 www.a.example &copy;") == "© 2024 www.a.example ©"


def test_a_chain_that_unfolds_for_ever_is_left_as_it_is():
    text = "&#38;#38;#38;#38;lt; and caf&eacute;"
    once = clean(text, steps="characters")
    assert clean(once, steps="characters") == once


def test_ftfy_and_we_agree_where_there_is_no_tag():
    import ftfy

    text = "Fish &amp; chips &mdash; &pound;5 at &ldquo;Joe&rsquo;s&rdquo;"
    assert decoded(text) == ftfy.fix_text(text, uncurl_quotes=False)
