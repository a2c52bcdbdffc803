"""Mentions: which stretches of running text name a person in full.

A run of capitalised words, cut where a title, a day or a word in capitals stands in it. In
doubt a stretch is no mention: a name that is missed here and there still counts elsewhere.
Scripts without capital letters have none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cleantext.steps.names.form import starts_sentence
from cleantext.steps.names.parsing.tables import FIRM, PEOPLES, PLACES, QUALIFIERS, SOFT, TITLES

# A run of more words is a headline or a list.
_MOST_WORDS = 9
_MOST_PARTS = 6
# Code points before a run in which its introduction stands.
_BEFORE = 24


class Mention(NamedTuple):
    """A name in full, without title and possessive; `is_person` says that the words beside it speak of a person."""

    name: str
    is_person: bool


class _Word(NamedTuple):
    """A capitalised word or a particle, without its possessive, and what it can be to a name."""

    text: str
    is_possessive: bool
    # No part of a name, which ends before it; a title says that a person follows.
    is_cut: bool
    is_title: bool
    # Part of the name of something else.
    is_thing: bool
    # What may stand before a name; what is neither initial nor particle.
    is_attribute: bool
    is_full: bool


class _Piece(NamedTuple):
    """Part of a run: its words, whether a title stands before them, and where it begins."""

    words: list[_Word]
    is_titled: bool
    start: int


def mentions(text: str) -> Iterator[Mention]:
    """Yield the names of persons in a text, in order."""
    text = text.translate(_PLAIN)
    for run in _runs().finditer(text):
        words = _GAP.split(run[0])
        if len(words) > _MOST_WORDS:
            continue
        begins = words[0].lower() in _OPENERS and starts_sentence(text, run.start())
        for piece in _pieces(words, run.start(), int(begins)):
            name = _name(piece)
            if name:
                yield from _judged(text, piece, name, run.end())


def _pieces(words: list[str], start: int, skipped: int) -> Iterator[_Piece]:
    """Cut a run where it cannot be one name."""
    kept: list[_Word] = []
    begin, is_titled = 0, False
    for number, written in enumerate(words):
        word = _word(written)
        if number < skipped or word.is_cut:
            if len(kept) > 1:
                yield _Piece(kept, is_titled, begin)
            kept, is_titled = [], word.is_title
        else:
            if not kept:
                begin = start
            kept.append(word)
            if word.is_possessive:
                yield _Piece(kept, is_titled, begin)
                kept, is_titled = [], False
        start += len(written) + 1
    if len(kept) > 1:
        yield _Piece(kept, is_titled, begin)


# Words of names come again and again.
@lru_cache(65_536)
def _word(written: str) -> _Word:
    text, is_possessive = _without_possessive(written)
    key = text.lower().rstrip(".")
    is_title = _is_title(key)
    return _Word(
        text,
        is_possessive,
        is_cut=is_title or key in _CUTS or _is_shouted(text),
        is_title=is_title,
        is_thing=key in _THINGS or _NO_NAME.search(key) is not None,
        is_attribute=key in PEOPLES or key in QUALIFIERS or key in PLACES or text[:1].islower(),
        is_full=len(text) > 1 and text[1] != "." and not text.islower(),
    )


def _without_possessive(word: str) -> tuple[str, bool]:
    if word.endswith(("'s", "'S")):
        return word[:-2], True
    return word.rstrip("'-‑"), word.endswith("'")


def _is_title(key: str) -> bool:
    last = key.rpartition("-")[2]
    return key not in SOFT and any(word in FIRM or word in TITLES or word in _MORE_TITLES for word in (key, last))


def _is_shouted(word: str) -> bool:
    """Say whether a word is an abbreviation or from a headline; initials and "II" are not."""
    return len(word) > 1 and word.isupper() and "." not in word and _NUMERAL.fullmatch(word) is None


def _name(piece: _Piece) -> str:
    """Return the name that the words are, or "" where they are none or less than a full one."""
    words = piece.words
    while len(words) > 2 and words[0].is_attribute:
        words = words[1:]
    if words[0].text.lower() in _RANKS:
        # "Prince Charles" is none in full.
        words = words[1:]
    while words and not words[-1].is_full and words[-1].text.islower():
        words = words[:-1]
    if not words or len(words) > _MOST_PARTS or not words[0].text[:1].isupper():
        return ""
    if sum(word.is_full for word in words) < 2 or any(word.is_thing for word in words):
        return ""
    if words[-1].text.lower() in PEOPLES or all(word.is_attribute for word in words):
        # "South-East Asian", for the price of Dawn French; "Georgian Foreign", of Israel Jordan.
        return ""
    name = " ".join(word.text for word in words)
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def _judged(text: str, piece: _Piece, name: str, end: int) -> Iterator[Mention]:
    """Yield a name, if what stands before it does not make a thing of it."""
    before = _INTRODUCED.search(text, max(0, piece.start - _BEFORE), piece.start)
    word = before[1].lower() if before else ""
    if word in _ARTICLES and not piece.is_titled:
        # "the Aswan Dam", "la Casa Blanca"
        return
    yield Mention(name, piece.is_titled or word in _ROLES or _TOLD_OF.match(text, end) is not None)


@cache
def _runs() -> re.Pattern[str]:
    """Return what finds runs of capitalised words, with the particles of names between them."""
    capital = _capitals()
    prefix = r"(?:(?:al|el|an|as|ash|at|ul|ud|ad|ar|az)[-‑]|[dl]')?"
    part = rf"{prefix}[{capital}](?:\.(?:[ -]?[{capital}]\.){{0,3}}|[\w'‑-]{{0,40}})(?![\w@/\\]|\.\w)"
    gap = "[ \u00a0]"
    particle = r"(?:al|el|bin|ibn|ben|bint|abu|von|van|der|den|de|da|di|do|del|della|dos|das|du|la|ter|ten|zu|af)"
    return re.compile(rf"(?<![\w@#/\\._&‑-])(?<!\w'){part}(?:{gap}(?:{particle}{gap}){{0,3}}{part}){{1,12}}")


def _capitals() -> str:
    """Return the capital letters of Latin, Greek, Cyrillic and Armenian, for a class of a pattern."""
    scripts = ((0x41, 0x250), (0x370, 0x530), (0x531, 0x557), (0x1E00, 0x2000))
    letters = [code for start, end in scripts for code in range(start, end) if chr(code).isupper()]
    return "".join(map(chr, letters))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The forms of an apostrophe, which are no forms of a name; one for one, so that spans stay.
_PLAIN = str.maketrans("’ʼ‘", "'''")
_GAP = re.compile("[ \u00a0]")
_NO_NAME = re.compile(r"[\d_]")
_NUMERAL = re.compile("[IVX]{1,5}")
# The word before a name, and the stop that a title may have.
_INTRODUCED = re.compile(r"([^\W\d_][\w-]*)\.?[ \u00a0]$")
# What speaks of a person: an age, a life. Verbs of saying do not, as companies say a lot.
_TOLD_OF = re.compile(r", (?:who|whose|aged|\d\d)\b| \(\d\d\)| \((?:born|b\.) ")
_ARTICLES = _words("the a an la le les el los las il lo gli der die das dem den des het ein eine una un")
_ROLES = (
    FIRM | TITLES | _words("mr mrs ms dr journalist minister wife husband son daughter brother sister named called")
)
_MORE_TITLES = _words(
    "präsident präsidentin bundeskanzler bundeskanzlerin außenminister kanzler président présidente ministre "
    "presidente presidenta ministro ministra presidenten statsminister президент министр премьер председатель депутат "
    "prezydent premiera minister-president republican democrat rep sen gov"
)
_CUTS = _words(
    "the monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december reuters afp ap tass getty photo photograph image file twitter facebook "
    "youtube video"
)
# Titles that are surnames as well, and so cut nothing further on.
_RANKS = _words("prince princess king queen sultan emir sheikh judge justice bishop baron count duke sergeant sir lord")
# Capitalised because a sentence begins with them.
_OPENERS = _words(
    "a about according after against all along also although amid among an and another any as asked at because before "
    "behind beside besides between both but by can could critics despite did do does during each earlier either even "
    "ever every except few following for former formerly from given had has have he her here hers his how however i if "
    "in including indeed inside instead into is it its just last late later least less let like likewise many may "
    "maybe meanwhile more moreover most much my nearly neither never nevertheless next no nobody none nor not nothing "
    "now of off often on once one only or other others our out outside over perhaps please presumably previously "
    "rather recently say says should similarly since so some sometimes somewhere soon still such supporters than that "
    "the their them then there therefore these they this those though through throughout thus to today together "
    "tomorrow tonight too toward towards two under unless unlike until up upon versus via was we were what when where "
    "whereas whether which while who whom whose why will with within without would yesterday yet you your aber als "
    "auch auf aus bei bis da dann dem den der des die doch ein eine für hat heute im ist mit nach nachdem ob seit sie "
    "und unter von vor wenn wie à après avant avec comme dans de depuis elle en est et il ils la le les lors mais pour "
    "quand que selon si sous sur un une al ante con cuando del desde el entre es las los para pero por según sin su "
    "también tras una y и в во на с но а по для от к о об при после что как"
)
# No word of these is part of a person's name.
_THINGS = _words(
    "academy accord act administration ag agency agreement air airlines airport army art arts assembly associates "
    "association authority avenue award awards bank basin battalion battle board bridge brigade broadcasting brothers "
    "bureau cabinet calle campaign canal capital cathedral cemetery center centre championship charter city club co "
    "coalition coast college command commission committee communications community company computer computers "
    "conference congress constitution convention corp corporation corps council country county court crescent cross "
    "cup daily defence defense department desert district doctrine dynasty east electric embassy empire energy "
    "entertainment evening exchange federation festival finance financial fleet foods force forces forest fort forum "
    "foundation front fund gardens gate gazette gmbh government grand great group gulf health herald high holding "
    "holdings hospital hotel inc independent industrial industries initiative institute insurance international "
    "investment investments investors island islands journal kingdom laboratories las law laws league library limited "
    "llc los ltd magazine management market markets memorial ministerio ministerium ministry ministère mission "
    "monastery monument morning mosque motors mount mountain mountains movement museum nations navy network new news "
    "ocean office oil olympic olympics organisation organization oy palace parliament partei parti partido partners "
    "party peace peninsula petroleum pharmaceuticals pictures platz plaza plc police policy press prize products "
    "program programme project properties province radio railway records region report republic resolution resources "
    "review revolution ridge river road rue sa saint san santa school science sciences sea secretariat securities "
    "security semiconductor senate series service services show society software south spa squadron square stadium "
    "state states station steel stock strait straße street studio studios summit supreme syndicate syndrome system "
    "systems são team technologies technology telecommunications television temple times tower town trade treaty "
    "tribunal tribune trust tunnel ulica union united universidad university università universität université "
    "uniwersytet valley ventures village war weekly world zone партия проспект улица университет"
)
