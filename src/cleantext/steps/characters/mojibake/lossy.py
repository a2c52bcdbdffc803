"""Lossy: UTF-8 that was read as cp1252 and then lost something on the way.

A program that cannot store undefined bytes drops them or puts a question mark, another
turns no-break spaces into spaces, a third makes small letters, straight quotes or NFKC
of the damage. Each way of losing says which characters may stand for which bytes; of
what then fits, the model takes the likeliest, and leaves U+FFFD where it cannot tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from cleantext.core.model import language_pair_cost, likely_languages
from cleantext.core.tables import table

LOST = "\ufffd"
NO_BREAK = "no-break-as-space"
DROPPED = "bytes-dropped"
# Bytes that cp1252 leaves undefined.
_UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
# Bits by which a letter has to be ahead of the next that could stand there: at 5, 1 in 32 might be wrong.
_MARGIN = 5.0
# Bits for a character and the one after it that no genuine text comes to often.
_ODD = 26.0
# Ways to a place that are kept; a line that had more is nobody's text.
_STATES = 48
_ROUND_QUOTES = {"'": (0x91, 0x92, 0x82), '"': (0x93, 0x94, 0x84)}
_COMPATIBLE = {
    "...": 0x85, "TM": 0x99, " \u0303": 0x98, " \u0308": 0xA8, "a": 0xAA, " \u0304": 0xAF, "2": 0xB2, "3": 0xB3,
    " \u0301": 0xB4, "\u03bc": 0xB5, " \u0327": 0xB8, "1": 0xB9, "o": 0xBA, "1\u20444": 0xBC, "1\u20442": 0xBD,
    "3\u20444": 0xBE, " ": 0xA0,
}  # fmt: skip


class Loss(NamedTuple):
    """A way of losing: its name, what a text has to show, which bytes stand where it has what, and what each costs."""

    name: str
    sign: re.Pattern[str]
    bytes_by_text: Mapping[str, tuple[int, ...]]
    price: float
    is_lowered: bool = False
    # U+FFFD says that something is lost; what it was is not for us to invent.
    is_marked: bool = False


class Guess(NamedTuple):
    """A text with what was lost put back, the bits that this assumes, and the way it was lost."""

    text: str
    assumed: float
    name: str


def guesses(text: str) -> Iterator[Guess]:
    """Yield what a damaged text said, for each way of losing that it shows signs of."""
    if not _intact().search(text):
        return
    language = next(iter(likely_languages(text, 1)), "")
    for loss in _losses():
        if loss.sign.search(text):
            guess = _restored(text, loss, language)
            if guess is not None:
                yield guess


@cache
def _intact() -> re.Pattern[str]:
    """Return what finds a whole character of UTF-8 as cp1252 shows it, or as it shows it in small letters.

    What loses some characters leaves others; a text without any is not damaged so.
    """
    characters = table("cp1252").characters
    more = "[" + "".join(map(re.escape, {*characters[0x80:0xC0], *characters[0x80:0xC0].lower()})) + "]"
    return re.compile(f"[\u00c2-\u00df\u00e2-\u00fe]{more}|[\u00e0-\u00ef]{more}{{2}}")


@cache
def _losses() -> tuple[Loss, ...]:
    characters = table("cp1252").characters
    leads = "".join(map(re.escape, characters[0xC2:0xF5]))
    small = {
        character.lower(): (byte,)
        for byte, character in enumerate(characters)
        if byte > 0x7F and character.lower() != character and len(character.lower()) == 1
    }
    # Of a text that lost its controls, nothing is left that stands for one.
    printable = "".join(map(re.escape, (character for character in characters[0x80:0xA0] if character > "\x9f")))
    dropped = {"": (*_UNDEFINED, 0xAD)}
    more = f"[\x80-\xbf{printable}]"
    pair = f"[{leads}][^\x00-\x7f]?"
    return (
        Loss("undefined-as-fffd", re.compile(f"{pair}\ufffd"), {"\ufffd": _UNDEFINED}, 4.0, is_marked=True),
        Loss("undefined-as-question-mark", re.compile(rf"{pair}\?"), {"?": _UNDEFINED}, 5.0),
        Loss(NO_BREAK, re.compile(f"{pair} "), {" ": (0xA0,)}, 3.0),
        Loss("straightened-quotes", re.compile(f"{pair}['\"]"), _ROUND_QUOTES, 4.0),
        Loss(DROPPED, re.compile(f"[{leads}](?!{more})|[\u00e0-\u00ef]{more}(?!{more})"), dropped, 6.0),
        Loss("lower-case", re.compile("[\u00e2-\u00ef\u00f0-\u00fe]"), small, 0.5, is_lowered=True),
        Loss("nfkc", re.compile(f"[{leads}]"), {text: (byte,) for text, byte in _COMPATIBLE.items()}, 3.0),
    )


class _Step(NamedTuple):
    """A way to read on from a place: up to where, as which character, assuming how many bits."""

    end: int
    character: str
    assumed: float


class _State(NamedTuple):
    """The cheapest way to a place that ends in a character."""

    cost: float
    assumed: float
    character: str
    before: _State | None
    # What else could stand here, None where nothing was lost.
    others: tuple[str, ...]


def _restored(text: str, loss: Loss, language: str) -> Guess | None:
    """Return the likeliest reading of a text with a loss; None where nothing of it was lost so."""
    places: dict[int, dict[str, _State]] = {0: {" ": _State(0.0, 0.0, " ", None, ())}}
    for position in range(len(text)):
        states = places.pop(position, None)
        if states is None:
            continue
        steps = _steps(text, position, loss)
        for step in steps:
            rivals = tuple(other.character for other in steps if other.assumed and other.end == step.end)
            best = min(
                _State(
                    state.cost + step.assumed + language_pair_cost(state.character[-1] + step.character, language),
                    state.assumed + step.assumed,
                    step.character,
                    state,
                    rivals if step.assumed else (),
                )
                for state in states.values()
            )
            known = places.setdefault(step.end, {})
            if step.character not in known or best.cost < known[step.character].cost:
                known[step.character] = best
                if len(known) > _STATES:
                    del known[max(known, key=lambda one: known[one].cost)]
    if len(text) not in places:
        return None
    last = min(places[len(text)].values())
    if not last.assumed:
        return None
    written = _written(last, language, loss)
    return None if written is None else Guess(written, last.assumed, loss.name)


def _written(last: _State, language: str, loss: Loss) -> str | None:
    """Return the text of a way, with U+FFFD where no character fits alone; None if those are many."""
    characters: list[str] = []
    after = " "
    assumed = lost = 0
    state: _State | None = last
    while state is not None and state.before is not None:
        character, left = state.character, state.before.character
        if state.others:
            assumed += 1

            def price(one: str, left: str = left, after: str = after) -> float:
                return language_pair_cost(left + one, language) + language_pair_cost(one + after, language)

            own = price(character)
            if (
                loss.is_marked
                or own > _ODD
                or any(price(one) - own < _MARGIN for one in state.others if one != character)
            ):
                lost += 1
                character = LOST
        characters.append(character)
        after = state.character
        state = state.before
    return "".join(reversed(characters)) if loss.is_marked or 3 * lost <= assumed else None


def _steps(text: str, position: int, loss: Loss) -> list[_Step]:
    character = text[position]
    found: list[_Step] = []
    for lead, assumed in _leads(character, loss):
        more = 1 if lead < 0xE0 else 2 if lead < 0xF0 else 3
        for end, data, lost in _continued(text, position + 1, more, loss):
            try:
                found.append(_Step(end, (bytes([lead]) + data).decode("utf-8"), assumed + loss.price * lost))
            except UnicodeDecodeError:
                continue
    exact = [step for step in found if not step.assumed]
    # What lost nothing needs no assumption.
    return exact or found or [_Step(position + 1, character, 0.0)]


def _leads(character: str, loss: Loss) -> Iterator[tuple[int, float]]:
    byte = _byte(character)
    if byte is not None and 0xC2 <= byte <= 0xF4:
        yield byte, 0.0
    if loss.is_lowered:
        for byte in loss.bytes_by_text.get(character, ()):
            if 0xC2 <= byte <= 0xF4:
                yield byte, 1.0


def _continued(
    text: str, position: int, more: int, loss: Loss, *, is_lost: bool = False
) -> Iterator[tuple[int, bytes, int]]:
    """Yield the ways to read some more bytes of a character: up to where, which, and how many of them were lost."""
    if not more:
        yield position, b"", 0
        return
    byte = _byte(text[position : position + 1])
    if byte is not None and 0x80 <= byte <= 0xBF:
        for end, data, lost in _continued(text, position + 1, more - 1, loss, is_lost=is_lost):
            yield end, bytes([byte]) + data, lost
    for written, meant in loss.bytes_by_text.items():
        # Two lost in one character leave too little to know it by.
        if text.startswith(written, position) and not is_lost:
            for end, data, lost in _continued(
                text, position + len(written), more - 1, loss, is_lost=not loss.is_lowered
            ):
                for option in meant:
                    yield end, bytes([option]) + data, lost + 1


def _byte(character: str) -> int | None:
    return _bytes_by_character().get(character)


@cache
def _bytes_by_character() -> dict[str, int]:
    return {character: byte for byte, character in enumerate(table("cp1252").characters) if byte > 0x7F}
