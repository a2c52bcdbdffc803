"""What the tests share: hypothesis profiles, `--accept`, where things lie, and texts rich in trouble."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from cleantext.config import STEPS, Config
from cleantext.core.edit import Edit, apply, resolve
from cleantext.pipeline import build

ROOT = Path(__file__).resolve().parent.parent
QUIET = sorted((ROOT / "tests" / "quiet").rglob("*.txt"))


def _is_ready(step: str) -> bool:
    try:
        build(Config(steps=step))
    except (ImportError, SyntaxError):
        return False
    return True


# Steps that can be built; test_config.py asks that every step of the flow can.
READY = tuple(step for step in STEPS if _is_ready(step))

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("nightly", max_examples=1_000, deadline=None, print_blob=True, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the edits.json of the seed corpus")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the huge tests out unless a marker expression asks for them."""
    if not config.option.markexpr:
        huge = [item for item in items if item.get_closest_marker("huge")]
        config.hook.pytest_deselected(items=huge)
        items[:] = [item for item in items if not item.get_closest_marker("huge")]


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


# Code points that have a rule, an exception or a trap somewhere in the flow.
_TRICKY = (
    "\x00\x07\x08\t\x0b\x0c\r\x1b\x7f\x80\x85\x92\x9d\xa0\xad\u0130\u0131\u017f\u0301\u0316\u0323\u0327\u034f\u03c2\u03a3"
    "\u0451\u05d0\u05b0\u061c\u0627\u0645\u06cc\u0915\u094d\u0937\u09af\u09bc\u0b95\u0bcd\u0e01\u0e32\u1100\u1161\u11a8\u115f"
    "\u180b\u1e9e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202c\u202e\u2019\u201c\u2066\u2069\u2060\u2062\u206a\u20e3"
    "\u212a\u2126\u2260\u3000\u3042\u3164\u4e2d\uac00\ud800\udbff\udc00\udfff\ufb01\ufe0e\ufe0f\ufeff\uff21\uff71\uffa0\ufffa"
    "\ufffc\ufffd\U0001d400\U0001f1e9\U0001f3f4\U0001f3fd\U0001f468\U000e0001\U000e0067\U000e007f\U000e0100\U0010ffff"
)
_MOJIBAKE = (
    "cafÃ© ",
    "â€œyesâ€\x9d ",
    "donâ€™t ",
    "Ã\xa0 la ",
    "Â ",
    "Ã ",
    "NaÃ¯ve ",
    "Ð¼Ð¸Ñ€ ",
    "Ã¢â‚¬â„¢",
    "ï¿½",
    "Â£5 ",
    "è¿™ ",
    "Ñ‚Ð",
    "Å\x81",
    "√©",
    "вЂ™",
    "Г©",
    "gyûjtõ ",
    "Ø§Ù„",
    "âˆš",
    "Ã",
    "©",
    "\x93so\x94 ",
)
_ENTITIES = (
    "AT&amp;T ",
    "&lt;",
    "b&gt;",
    "&amp;lt;",
    "&amp;amp;",
    "&amp;",
    "amp;",
    "&",
    ";",
    "#38;",
    "&#38;",
    "&#x41;",
    "&#146;",
    "&#xD800;",
    "&nbsp;",
    "&shy;",
    "&LT;",
    "&zwnj;",
    "&copy=2 ",
    "<b>",
    "<",
    "https://a.example/?x=1&amp;y=2&copy;=3 ",
    "&NewLine;",
    "&rsquo;",
    "&#0;",
    "&#x110000;",
)
_ESCAPES = (
    "\x1b[31m",
    "\x1b]0;title\x07",
    "\x1b]\u202e\x07",
    "\x1b",
    "\\u2019",
    "\\xc3\\xa9",
    "C:\\new\\table ",
    "=C3=B6",
    "<U+2019>",
    "%C3%A9",
)
_NUMBERS = ("1,8 tons ", "3,2 and 1,5 ", "1,800 tons ", "2,5 % ", "0,5 °C ", "12,34 km.", "10 000 ")
_WORDS = (
    "the ",
    "of ",
    "and ",
    "to the ",
    "was ",
    "The minister said ",
    "on Monday. ",
    "е́ ",
    "ferry ",
    "Straße ",
    "İstanbul ",
    "ΛΌΓΟΣ ",
    "न्यूज़ ",
    "می\u200cخواهم ",
    "שלום ",
    "東京 ",
    "ﬁnal ",
    "Cafe\u0301 ",
    "раураl ",
    "ＡＢＣ ",
    "👨\u200d👩\u200d👧 ",
    "  ",
    " ",
    "\t",
    "\xa0",
    ". ",
    "“Yes,” ",
)
_SPUN = (
    "international coverage ",
    "the Center East ",
    "fight drones ",
    "a gaggle of officers ",
    "1000’s of ",
    "international ministry ",
    "in addition to ",
    "whereas ",
    "sturdy financial development ",
    "the White Home ",
    "prime minister ",
    "the united states of america ",
    "President said ",
)
_NAMES = (
    "Volodymyr Zelensky ",
    "Wolodymyr Selenskyj ",
    "Zelenskiy’s ",
    "Massoud Peseschkian ",
    "Masoud Pezeshkian ",
    "Aleksandr Lukashenka ",
    "Kiev ",
    "Mr Putin ",
    "Vladimir Poutine ",
    "Svetlana Tikhanovskaya ",
    "https://zelensky.example/Selenskyj ",
    "@zelenskiy ",
    "Nato ",
    "OPEC+ ",
)
_CHROME = (
    "Advertisement",
    "ADVERTISEMENT",
    "Share this article",
    "Sign up for our newsletter",
    "skip past newsletter promotion",
    "Read more:",
    "Related",
    "after newsletter promotion",
    "Getty Images",
    "Photograph: A. Person/Agency",
    "Follow us on Facebook",
    "© 2024 All rights reserved.",
    "Loading...",
    "12 comments",
    "By Our Correspondent",
    "Published 3 March 2024",
    "5 min read",
    "Cookie settings",
    "Most read",
    "Log in",
    "Menu",
    "1/3",
)
_BREAKS = ("\n", "\n", "\n\n", "\r\n", "\r", "\u2028", "\x85", "\n \n", "\n\n\n")

_any_character = st.characters(exclude_categories=())
_piece = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from(_TRICKY),
    st.sampled_from(_MOJIBAKE + _ENTITIES),
    st.sampled_from(_ESCAPES + _NUMBERS),
    st.sampled_from(_SPUN + _NAMES),
    st.text(_any_character, max_size=4),
)
_line = st.one_of(
    st.lists(_piece, max_size=12).map("".join), st.sampled_from(_CHROME), st.sampled_from(_CHROME).map(str.lower)
)
documents = st.lists(st.tuples(_line, st.sampled_from(_BREAKS)), max_size=12).map(
    lambda lines: "".join(line + end for line, end in lines)
)
# Whole articles, since steps that look at a document as one do nothing to a heap of pieces.
_STORY = (
    "The ferry to the northern islands will sail twice a day from June, the board said on Monday, ending a dispute",
    "Crews had refused to work the late crossing without a third deckhand, and the company had refused to pay for one",
    "“We should have done this in October,” said the harbour master, who chaired the talks with the two schools",
    "Tickets for the summer go on sale next week, and fares will stay as they are until the new year",
)
_SPUN_STORY = (
    "The international ministry mentioned on Monday that a gaggle of officers would fulfill within the Center East",
    "Moscow’s international coverage depends upon fight drones, in keeping with 1000’s of officers",
    "President Volodymyr Zelensky met the prime minister, who had organized to fulfill with Massoud Peseschkian",
)
_paragraph = st.tuples(
    st.sampled_from(_STORY + _SPUN_STORY), _piece, st.sampled_from((".", "", ". ", ".\u00ad", ".\u200d"))
).map("".join)
_block = st.one_of(_paragraph, _paragraph, st.sampled_from(_CHROME), _line)
articles = st.tuples(st.lists(_block, min_size=2, max_size=14), st.sampled_from(("\n\n", "\n", "\r\n"))).map(
    lambda parts: parts[1].join(parts[0])
)
repetitive = st.tuples(_piece, st.integers(1, 300), _piece).map(lambda parts: parts[0] * parts[1] + parts[2])
# Any str at all: documents of troublesome pieces, runs of one piece, and what hypothesis thinks of.
texts = st.one_of(documents, articles, documents, articles, repetitive, st.text(_any_character, max_size=40))
short_texts = st.text(st.sampled_from("ab\n\u0301\ud800\U0001f600"), max_size=24)


@st.composite
def proposals(draw: st.DrawFn, text: str, max_size: int = 8) -> list[Edit]:
    """Edits that fit a text one by one, but may overlap, coincide or change nothing."""
    place = st.integers(0, len(text))
    edits = []
    for _ in range(draw(st.integers(0, max_size))):
        start, end = sorted((draw(place), draw(place)))
        rule = draw(st.sampled_from(("r.one/a", "r.one/b", "r.two/a")))
        edits.append(Edit(start, end, text[start:end], draw(st.text(st.sampled_from("abx\n\ud800"), max_size=3)), rule))
    return edits


@st.composite
def layered(draw: st.DrawFn, layers: int) -> tuple[str, list[tuple[Edit, ...]]]:
    """A text and layers of edits, each made on what the one before it left."""
    text = draw(short_texts)
    made: list[tuple[Edit, ...]] = []
    now = text
    for _ in range(layers):
        edits = resolve(draw(proposals(now)))
        made.append(edits)
        now = apply(now, edits)
    return text, made


# Bytes of every kind that reaches a cleaner: UTF-8, legacy tables, mixtures of both in one file, UTF-16 and noise.
_encodable = documents.map(lambda text: text.encode("utf-8", "replace").decode("utf-8"))
_codec = st.sampled_from(
    ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp1251", "gb18030")
)
_mixture = st.lists(st.tuples(_line, st.sampled_from(("utf-8", "cp1252", "latin-1"))), max_size=8).map(
    lambda lines: b"\n".join(line.encode(codec, "replace") for line, codec in lines)
)
byte_texts = st.one_of(
    st.binary(max_size=200),
    st.tuples(_encodable, _codec).map(lambda pair: pair[0].encode(pair[1], "replace")),
    _mixture,
    st.tuples(
        st.sampled_from((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\0\0\xfe\xff")),
        st.binary(max_size=60),
    ).map(b"".join),
)
