"""Decoder: the likeliest words behind a spun passage.

The best path through a lattice of the words as they stand and all that the table's phrases may
stand for (Viterbi, 1967). A path gains the odds of each fix it takes, and pays a third of
what the n-grams say of its words; phrases that overlap compete.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleantext.steps.wording.arcs import Arc, Words
from cleantext.steps.wording.channel import Channel, Option
from cleantext.steps.wording.habits import Habits
from cleantext.steps.wording.ngrams import UNIT

# Of what the n-grams say, a third counts, as more of it drowns what the table knows; and of what a word
# costs without its context, half of that. Chosen on texts that the table was not written for.
_CONTEXT = 0.35
_ALONE = 0.5


class Choice(NamedTuple):
    """A fix for a phrase; `confidence` is its probability among all that the phrase may stand for."""

    arc: Arc
    option: Option
    confidence: float = 1.0


class Prior(NamedTuple):
    """What is added to the odds of every fix of a document, and of some by the document's habits."""

    share: float
    habits: Habits

    def of(self, arc: Arc, option: Option) -> float:
        """Return what is added to the odds of a fix."""
        return self.share + self.habits.of(arc.row.rule, option.fix)


class _Step(NamedTuple):
    """The end of a path: what it gained, and the choices on it, the last one first."""

    gain: float
    before: _Step | None
    choice: Choice | None


_State = tuple[int, int]


def decode(words: Words, arcs: Sequence[Arc], channel: Channel, prior: Prior) -> Iterator[Choice]:
    """Yield the fixes of the best path, in order; none overlap.

    `arcs` are sorted by first token.
    """
    at = 0
    while at < len(arcs):
        lattice = _Lattice(words, channel, prior)
        at, choices = lattice.decode(arcs, at)
        yield from choices


def judge(
    words: Words, arcs: Sequence[Arc], path: Sequence[Choice], channel: Channel, prior: Prior
) -> Iterator[tuple[Choice, bool]]:
    """Yield each choice of a path with its confidence, and for phrases that it leaves their likeliest fix.

    The flag says whether the path has it. Every phrase is judged by the words of the path around it.
    """
    restored = list(words.ids)
    for choice in path:
        # The fix stands where its phrase began, as far as it matters to what is next to it.
        restored[choice.arc.first] = choice.option.ids[0]
        restored[choice.arc.last - 1] = choice.option.ids[-1]
    taken = {choice.arc: choice for choice in path}
    firsts = [choice.arc.first for choice in path]
    free = 0
    for arc in arcs:
        chosen = taken.get(arc)
        if chosen is None:
            # What overlaps a phrase that was taken, or an earlier one, is not judged.
            following = bisect_left(firsts, arc.first)
            if arc.first < free or (following < len(firsts) and firsts[following] < arc.last):
                continue
        free = max(free, arc.last)
        gains = _gains(words, restored, arc, channel, prior)
        total = sum(math.exp(gain) for _, gain in gains) + 1.0
        option, gain = max(gains, key=lambda item: item[1])
        if chosen is not None:
            option, gain = next(item for item in gains if item[0] == chosen.option)
        yield Choice(arc, option, math.exp(gain) / total), chosen is not None


def _gains(
    words: Words, restored: Sequence[int], arc: Arc, channel: Channel, prior: Prior
) -> list[tuple[Option, float]]:
    """Return what each fix of a phrase gains over leaving it, its neighbours as they are."""
    before, after = words.context(arc.first, restored), words.following(arc.last, restored)
    preferences = channel.preferences(arc.row, words.ids[arc.first : arc.last], before, after)
    return [
        (option, option.odds + prior.of(arc, option) + alone(option) + _CONTEXT / UNIT * saved)
        for option, saved in preferences
    ]


class _Lattice:
    """A run of arcs so close together that they judge each other."""

    def __init__(self, words: Words, channel: Channel, prior: Prior) -> None:
        self._words = words
        self._channel = channel
        self._prior = prior
        self._cost = words.ngrams.cost
        self._ends: dict[int, dict[_State, _Step]] = {}

    def decode(self, arcs: Sequence[Arc], at: int) -> tuple[int, list[Choice]]:
        """Decide from arc `at` on, until two tokens in a row leave no choice; return the next arc's number."""
        token = reach = arcs[at].first
        self._ends[token] = {self._words.context(token): _Step(0.0, None, None)}
        count = len(self._words.spans)
        while True:
            steps = self._ends.pop(token)
            starts = at < len(arcs) and arcs[at].first == token
            if token == count or (
                not starts and token >= reach and (len(steps) == 1 or token in self._words.opens_line)
            ):
                break
            if token in self._words.opens_line:
                best = max(steps.values(), key=_gain)
                steps = {self._words.context(token): best}
            self._keep(token, steps)
            while at < len(arcs) and arcs[at].first == token:
                self._take(arcs[at], steps)
                reach = max(reach, arcs[at].last)
                at += 1
            token += 1
        return at, _path(max(steps.values(), key=_gain))

    def _keep(self, token: int, steps: dict[_State, _Step]) -> None:
        """Leave a word as it stands."""
        word = self._words.ids[token]
        ends = self._ends.setdefault(token + 1, {})
        for (first, second), (gain, before, choice) in steps.items():
            gain -= _CONTEXT / UNIT * self._cost(first, second, word)
            known = ends.get((second, word))
            if known is None or known.gain < gain:
                ends[second, word] = _Step(gain, before, choice)

    def _take(self, arc: Arc, steps: dict[_State, _Step]) -> None:
        """Put each fix in a phrase's place."""
        ends = self._ends.setdefault(arc.last, {})
        for option in self._channel.options(arc.row):
            odds = option.odds + self._prior.of(arc, option) + alone(option)
            choice = Choice(arc, option)
            for (first, second), step in steps.items():
                units = 0
                for word in option.ids:
                    units += self._cost(first, second, word)
                    first, second = second, word
                gain = step.gain + odds - _CONTEXT / UNIT * units
                known = ends.get((first, second))
                if known is None or known.gain < gain:
                    ends[first, second] = _Step(gain, step, choice)


def alone(option: Option) -> float:
    """Return what is given back of a fix's cost, as the odds know already how common it is."""
    return _CONTEXT * (1 - _ALONE) / UNIT * option.alone


def _gain(step: _Step) -> float:
    return step.gain


def _path(step: _Step | None) -> list[Choice]:
    choices: list[Choice] = []
    while step is not None:
        if step.choice is not None:
            choices.append(step.choice)
        step = step.before
    return choices[::-1]
