"""Glued: chrome at the head or the tail of a line of the story, trimmed inside the line.

A converter that drops the tags sets a share bar before the first sentence and a credit or
a teaser after the last one. What the rules know as a line of its own goes from there as
well, but never where it could be part of the sentence: "Print is dead, the owner said."
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from cleantext.core.doc import Doc
from cleantext.core.edit import Edit
from cleantext.core.match import fold
from cleantext.steps.boilerplate.glue_sight import (
    BOUNDARY,
    SHORTEST,
    SHORTEST_IDEOGRAPHS,
    WINDOW,
    Sides,
    begins_label,
    is_glued,
    sides_of,
)
from cleantext.steps.boilerplate.glue_tables import begins_sentence, has_second_capital
from cleantext.steps.boilerplate.lexicon import Lexicon
from cleantext.steps.boilerplate.lines import ends_sentence, ideograph, key_of
from cleantext.steps.boilerplate.verdict import Verdict

# What a trim must leave: less is no sentence that chrome could have been glued to.
_REST = 40
_REST_IDEOGRAPHS = 14
_LONGEST_LABEL = 6
_HEAD_KINDS = frozenset(
    {"share", "tools", "interface", "advertisement", "counter", "comments", "app", "newsletter", "caption"}
)
# Labels of these kinds ask for something and need no name behind them, as "in collaboration with" does.
_ASKING = frozenset({"share", "tools", "counter", "comments", "app", "newsletter"})
_TAIL_KINDS = _HEAD_KINDS | {"related"}
# One trim may show another, a few times; a line that does not settle stays as it is.
_ROUNDS = 4
_WORD = re.compile(r"[^\s:：|]+ ?[:：|]?|[:：|]")
_TWO_WORDS = re.compile(r"\S{1,40}(?:[ \u00a0]{1,2}\S{1,40})?")
_COUNT = re.compile(r"\d[\d.,]{0,12}[kKmM]?[ \u00a0][^\W\d_]{1,20}(?:\(s\))?")
_READING_TIME = re.compile(r"\d{1,3}[ -]\w{3,8}\.?[ -]\w{3,12}")
_STOPPED = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।")
_OPENING = "\"'“‘«„‚‹「『"
_BRACKETS = "([（【"
_BOTH = Sides(True, True)


class _Cut(NamedTuple):
    start: int
    end: int
    verdict: Verdict


class _Label(NamedTuple):
    start: int
    end: int
    key: str
    verdict: Verdict


def trims(doc: Doc, lines: Iterable[int], lexicon: Lexicon, goes: Callable[[str], bool]) -> Iterator[Edit]:
    """Yield the edits that take chrome off the head and the tail of lines that stay, line by line.

    `lines` are the numbers of the story's lines; short ones are passed over. `goes` says
    whether a kind of chrome is to go. On the text that the edits make there is nothing to trim.
    """
    if lexicon.is_empty:
        return
    texts, starts = doc.lines, doc.line_starts
    openings = lexicon.openings
    for number in lines:
        line = texts[number]
        sides = sides_of(line, openings)
        if sides.head or sides.tail:
            for start, end, verdict in _settled(line, lexicon, sides):
                if goes(verdict.kind):
                    yield Edit(starts[number] + start, starts[number] + end, line[start:end], "", verdict.rule)


def _settled(line: str, lexicon: Lexicon, sides: Sides) -> list[_Cut]:
    """Return the cuts after which there is nothing more to cut; none where that is never so, or half would go."""
    first = len(line) - len(line.lstrip())
    # A carriage return is part of the line's end, so a tail never takes it.
    last = len(line.removesuffix("\r"))
    whole = last - first
    cuts: list[_Cut] = []
    for _ in range(_ROUNDS):
        # Only what is cut is copied, and lines of a megabyte are rare.
        text = line[first:last] if first or last < len(line) else line
        cut = (_tail(text, lexicon) if sides.tail else None) or (_head(text, lexicon) if sides.head else None)
        if cut is None or not _is_long(text, SHORTEST, SHORTEST_IDEOGRAPHS):
            return sorted(cuts, key=itemgetter(0)) if 2 * (last - first) >= whole else []
        sides = _BOTH
        cuts.append(_Cut(first + cut.start, first + cut.end, cut.verdict))
        if cut.start == 0:
            first += cut.end
        else:
            last = first + cut.start
    return []


def _is_long(text: str, letters: int, ideographs: int) -> bool:
    """Say whether a text has so many letters, or ideographs, in the part of it that is looked at."""
    part = text[: 2 * WINDOW]
    if sum(map(str.isalpha, part)) >= letters:
        return True
    return not part.isascii() and len(ideograph().findall(part)) >= ideographs


def _head(text: str, lexicon: Lexicon) -> _Cut | None:
    """Find the labels before the first sentence: as many as leave one that begins like a sentence."""
    if not _may_begin_label(text, lexicon) or not ends_sentence(text[-WINDOW:]):
        return None
    window = text[:WINDOW]
    labels = [*_labels(window, lexicon)]
    while labels:
        end = labels[-1].end
        while end < len(window) and window[end].isspace():
            end += 1
        if 3 * end <= len(text) and _is_long(text[end:], _REST, _REST_IDEOGRAPHS) and _is_head(labels, text[end:]):
            return _Cut(0, end, min(labels, key=lambda label: label.verdict.edge).verdict)
        labels.pop()
    return None


def _may_begin_label(text: str, lexicon: Lexicon) -> bool:
    """Say whether a text begins as some line of the rules does; the first two words tell most apart."""
    two = _TWO_WORDS.match(text)
    if two is None or text[0].isdigit() or text[0] in "【[":
        return two is not None
    starts = lexicon.label_starts
    key = fold(two.group())
    word = key.partition(" ")[0]
    second = two.group()[len(word) :].lstrip()
    # A word that goes on in small letters is no label by itself.
    if key_of(key) in starts or (not second[:1].islower() and key_of(word) in starts):
        return True
    # A colon may stand between the label and a sentence without blanks.
    return not key.isascii() and key_of(re.split("[:：|]", key, maxsplit=1)[0]) in starts


def _labels(window: str, lexicon: Lexicon) -> Iterator[_Label]:
    """Yield the labels that follow each other at the start of a text; the last may be a word of its sentence."""
    folded = fold(window)
    position = 0
    while position < len(window):
        label = _count_at(window, position, lexicon) or _literal_at(folded, window, position, lexicon)
        if label is None:
            return
        yield label
        position = label.end
        while position < len(window) and (window[position].isspace() or window[position] in "|•·"):
            position += 1


def _count_at(window: str, position: int, lexicon: Lexicon) -> _Label | None:
    """Find counts ("10278 views 22 reactions") or a reading time; the rules judge them as one line."""
    if not window[position].isdigit():
        return None
    time = _READING_TIME.match(window, position)
    if time is not None:
        verdict = lexicon.look_up([time.group()]).get(0)
        if verdict is not None and verdict.kind == "counter":
            return _Label(position, time.end(), fold(time.group()), verdict)
    found: _Label | None = None
    end = position
    while (count := _COUNT.match(window, end)) is not None:
        verdict = lexicon.look_up([window[position : count.end()]]).get(0)
        if verdict is None or verdict.kind != "counter":
            break
        found = _Label(position, count.end(), fold(window[position : count.end()]), verdict)
        end = count.end()
        while end < len(window) and window[end].isspace():
            end += 1
    return found


def _literal_at(folded: str, window: str, position: int, lexicon: Lexicon) -> _Label | None:
    """Find the longest literal line of the rules that stands at a place, written as labels are."""
    ends: list[int] = []
    place = position
    while len(ends) < _LONGEST_LABEL and (word := _WORD.match(folded, place)) is not None:
        ends.append(word.end())
        if word.group()[-1] in ":：|":
            break
        place = word.end()
        while place < len(folded) and folded[place].isspace():
            place += 1
    for end in reversed(ends):
        written = window[position:end].rstrip()
        # "Open Settings > General" is a path through a menu that the story describes.
        if written.endswith((*_STOPPED, ">", "→", "»")):
            continue
        key = key_of(folded[position:end].strip("[]【】"))
        verdict = lexicon.label(key)
        # One letter is a network, and many other things.
        if verdict is None or verdict.kind not in _HEAD_KINDS or verdict.takes == "list" or len(key) < 2:
            continue
        if verdict.edge and " " in key and all(map(lexicon.label, key.split())):
            # "Teilen Drucken" is two buttons, although a rule knows them as one line.
            continue
        first = next(filter(str.isalpha, written), "")
        return None if first.islower() else _Label(position, position + len(written), key, verdict)
    return None


def _is_head(labels: list[_Label], rest: str) -> bool:
    """Say whether labels are chrome before a sentence and not its first words."""
    last = labels[-1]
    different = len({label.key for label in labels})
    if ideograph().match(rest) or rest[0] in "「『":
        return different > 1 or not last.verdict.edge
    if rest[0] in _OPENING:
        # A title in quotation marks may be what is shared or printed.
        return different > 1 and len(rest) > 1 and rest[1].isupper()
    if rest[0].isdigit():
        return different > 2
    if not rest[0].isupper():
        return rest[0].isalpha() and not rest[0].islower() and different > 2
    if sum(1 for word in rest[:WINDOW].split()[1:12] if word[0].islower()) < 3:
        # A headline: its label may be its first word.
        return False
    if begins_sentence(rest):
        if different == 1 and " " not in last.key and last.verdict.kind != "advertisement" and has_second_capital(rest):
            # "Share The Wealth was the name of the plan".
            return False
        return different > 1 or not last.verdict.edge or _READING_TIME.fullmatch(last.key) is not None
    # A name may follow, and the last label be a part of it: "Google Search Console", "Facebook CEO Ana Lee".
    words = last.key.count(" ") + 1
    if different == 1:
        return not last.verdict.edge and (words >= 3 or last.verdict.kind == "counter") and last.verdict.kind in _ASKING
    return words > 1 or (different > 2 and last.verdict.kind != "share")


def _tail(text: str, lexicon: Lexicon) -> _Cut | None:
    """Find what stands behind the last sentence: the longest piece that the rules know, of credits the shortest."""
    offset = max(0, len(text) - WINDOW)
    window = text[offset:]
    credit: _Cut | None = None
    for boundary in BOUNDARY.finditer(window):
        piece = window[boundary.end() :].rstrip()
        if len(piece) < 2 or not _may_be_tail(piece, lexicon):
            continue
        verdict = _judge(piece, lexicon, is_glued(window, boundary))
        if verdict is None:
            continue
        start = offset + boundary.start(1)
        most = 2 if verdict.kind == "related" else 3
        if most * (len(text) - start) <= len(text) and _is_long(text[:start], _REST, _REST_IDEOGRAPHS):
            cut = _Cut(start, len(text), verdict)
            if verdict.kind != "caption":
                return credit or cut
            # A rule for credits knows a caption with a sentence before its credit, too.
            credit = cut
    return credit


def _may_be_tail(piece: str, lexicon: Lexicon) -> bool:
    """Say whether a piece is worth a look-up; the last sentence of a paragraph seldom is."""
    first = piece[0]
    if first in _BRACKETS:
        return len(piece) <= 200
    if first.islower() or first in _STOPPED:
        return False
    if not ends_sentence(piece):
        return True
    return len(piece) <= 120 and _may_begin_label(piece, lexicon)


def _judge(piece: str, lexicon: Lexicon, is_glued: bool) -> Verdict | None:
    """Return what makes a piece behind a sentence chrome, if anything does."""
    verdict = lexicon.look_up([piece]).get(0)
    stopped = piece.endswith(_STOPPED)
    if verdict is not None:
        # Brackets hold a note of the newsroom: who reported and edited, never a date.
        signed = verdict.kind == "byline" and (":" in piece or "：" in piece)
        if piece[0] in _BRACKETS and (signed or verdict.kind == "bio"):
            return verdict
        if not verdict.edge and verdict.kind in _TAIL_KINDS:
            # A headline has no full stop; a sentence that a rule knows by heart may have one.
            return None if stopped and (verdict.kind == "related" or piece.count(" ") < 3) else verdict
        if is_glued and not stopped and verdict.kind == "share" and len(piece) >= 4:
            return verdict
    if stopped or not begins_label(piece, lexicon.openings):
        return None
    labels = [*_labels(piece, lexicon)]
    asks = any(label.verdict.kind in _ASKING for label in labels)
    # "Yes No" answers a question.
    if asks and len({label.key for label in labels}) > 1 and labels[-1].end == len(piece):
        return min(labels, key=lambda label: label.verdict.edge).verdict
    return None
