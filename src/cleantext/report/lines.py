"""Lines: every line of a text with what it is, story or a kind of boilerplate, and why.

Lines and their numbers are those of the original text; what the boilerplate step saw may
have been repaired before. A line's reasons are the words of the rule that it goes by and,
where lines were weighed, the features that counted most.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cleantext.api import explain
from cleantext.config import Config, configure
from cleantext.core.doc import Doc
from cleantext.core.edit import SpanMap, apply, invert
from cleantext.core.result import Result
from cleantext.pipeline import Flow, build
from cleantext.steps.boilerplate import Boilerplate

if TYPE_CHECKING:
    from cleantext.core.rule import Rule
    from cleantext.steps.boilerplate.judged import Weighed

STEP = "boilerplate"
STORY, BLANK = "story", "blank"
KEPT = "its kind is kept"
# Features that are told of a line; the others count for little.
_TOLD = 3
# Every line has it, so it says nothing about one.
_OF_ALL = "any"
_LINE = re.compile(r"[^\n\r\u2028\u2029]*(?:\r\n|[\n\r\u2028\u2029]|$)")
_WIDTH = 60
_TRIMMED = "cut off the line: "
_LONGEST_FORM = 80


class LineReason(NamedTuple):
    """A line of the original text: what it is, and why it goes or stays.

    `number` counts from 1, `start` is in code points; `kind` is "story", "blank" or a kind
    of boilerplate. `confidence` is how sure the kind is. `held` says why a line stays that
    is of a kind that goes; it is empty for all others.
    """

    number: int
    start: int
    text: str
    kind: str
    rule: str = ""
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    held: str = ""

    @property
    def is_removed(self) -> bool:
        """Whether the line is gone from the clean text."""
        return self.kind not in (STORY, BLANK) and not self.held

    @property
    def is_trimmed(self) -> bool:
        """Whether the line stays, and something at its ends does not."""
        return any(reason.startswith(_TRIMMED) for reason in self.reasons)


def explain_lines(text: str | bytes, config: Config | None = None, **options: object) -> tuple[LineReason, ...]:
    """Return every line of a text with its kind, its rule, how sure that is, and the reasons.

    Takes the options of `clean` and raises what it raises.
    """
    config = configure(config, options)
    return lines_of(explain(text, config), build(config))


def lines_of(result: Result, flow: Flow) -> tuple[LineReason, ...]:
    """Return the same of a result that a flow has led to."""
    return tuple(_Account(result, flow).lines())


def table(lines: Iterable[LineReason], width: int = _WIDTH) -> Iterator[str]:
    """Yield lines of text for people: each line that is not whole, or held, cut to a width; below it the reasons."""
    for line in lines:
        if line.kind in (STORY, BLANK) and not line.is_trimmed:
            continue
        text = " ".join(line.text.split())
        cut = text if len(text) <= width else text[: width - 1] + "…"
        yield f"{line.number:>5}  {line.kind:<13} {line.confidence:.2f}  {_visible(cut)}"
        for reason in filter(None, (line.rule, *line.reasons, line.held and f"stays: {line.held}")):
            yield f"{'':>7}{_visible(reason)}"


def _visible(text: str) -> str:
    """Write what cannot be seen as an escape, so that a text cannot move the cursor of whoever reads it."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


class _Found(NamedTuple):
    """What is known of one line that goes or is held."""

    rule: str
    kind: str
    confidence: float
    held: str = ""


class _Account:
    """Puts what a run found, and what it did not tell, in the places of the original lines."""

    def __init__(self, result: Result, flow: Flow) -> None:
        self._result = result
        self._flow = flow
        self._original = result.original()
        self._spans = [found.span() for found in _LINE.finditer(self._original) if found[0]]
        self._starts = [start for start, _ in self._spans]
        self._found: dict[int, _Found] = {}
        self._trims: dict[int, list[str]] = {}
        self._weighed: dict[int, Weighed] = {}

    def lines(self) -> Iterator[LineReason]:
        """Yield every line."""
        self._read_changes()
        self._read_held()
        for stage in self._flow.stages:
            if isinstance(stage, Boilerplate):
                self._read_judged(stage)
        for index, (start, end) in enumerate(self._spans):
            text = self._original[start:end].rstrip("\n\r\u2028\u2029")
            yield self._line(index, start, text)

    def _line(self, index: int, start: int, text: str) -> LineReason:
        found = self._found.get(index)
        if found is None and not text.strip():
            return LineReason(index + 1, start, text, BLANK)
        weighed = self._weighed.get(index)
        if found is None:
            chance = 1.0 if weighed is None else round(weighed.chance, 3)
            reasons = (*self._trims.get(index, ()), *_told(weighed, 1))
            return LineReason(index + 1, start, text, STORY, "", chance, reasons or (_UNWEIGHED,))
        rule = _words_of(self._flow.shelf(STEP).rule(found.rule), found.rule)
        reasons = (rule, *(_told(weighed, -1) if found.confidence < 1 else ()))
        return LineReason(index + 1, start, text, found.kind, found.rule, found.confidence, reasons, found.held)

    def _read_changes(self) -> None:
        for change in self._result.changes():
            if change.step == STEP:
                found = _Found(change.rule, change.kind, change.confidence)
                if not self._note(change.start, change.end, found):
                    self._trims.setdefault(self._at(change.start), []).append(_TRIMMED + change.rule)

    def _note(self, start: int, end: int, found: _Found) -> bool:
        """Note what is known of the lines that lie in a span; none may, where only part of one goes."""
        is_whole = False
        for index in range(self._at(start), self._at(max(start, end - 1)) + 1):
            first, last = self._spans[index]
            line = self._original[first:last]
            outside = line[: max(0, start - first)] + line[max(0, end - first) :]
            if line.strip() and (not outside.strip() or (not _shows(outside) and _shows(line))):
                self._found.setdefault(index, found)
                is_whole = True
        return is_whole

    def _at(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    def _read_held(self) -> None:
        """Note the lines that would have gone; a held edit is one of the first text that reads so in its place."""
        held = [one for one in self._result.held if one.step == STEP]
        if not held:
            return
        views = list(self._views())
        for one in held:
            edit = one.edit
            for text, maps in views:
                if text[edit.start : edit.end] == edit.before:
                    kind = self._result.kinds.get(edit.rule, "")
                    found = _Found(edit.rule, kind, edit.confidence, one.why)
                    self._note(*_mapped(edit.start, edit.end, maps), found)
                    break

    def _read_judged(self, stage: Boilerplate) -> None:
        text, maps = self._seen()
        doc = Doc(text, self._flow.detect)
        judged = stage.judge(doc)
        for number, line in enumerate(doc.lines):
            start, end = doc.line_starts[number], doc.line_starts[number] + len(line)
            if number in judged.weighed and line.strip():
                self._weighed.setdefault(self._at(_mapped(start, end, maps)[0]), judged.weighed[number])
            if number in judged.kept:
                kept = judged.kept[number]
                kind = stage.kinds.get(kept.rule) or self._flow.shelf(STEP).kind(kept.rule)
                found = _Found(kept.rule, kind, round(kept.confidence, 3), KEPT)
                self._note(*_mapped(start, end, maps), found)

    def _seen(self) -> tuple[str, Sequence[SpanMap]]:
        """Return the text that the step saw first, with the way back to the original."""
        for (text, maps), layer in zip(self._views(), self._result.layers, strict=False):
            if layer.step.partition("/")[0] not in ("characters", "wording"):
                return text, maps
        *_, last = self._views()
        return last

    def _views(self) -> Iterator[tuple[str, Sequence[SpanMap]]]:
        """Yield the text before each layer and after the last, with the maps that lead back to the original."""
        text, maps = self._original, tuple[SpanMap, ...]()
        yield text, maps
        for layer in self._result.layers:
            text = apply(text, layer.edits)
            maps = (*maps, SpanMap(invert(layer.edits)))
            yield text, maps


def _shows(text: str) -> bool:
    """Say whether anything of a text can be seen; what cannot may have gone from a line before it went."""
    return any(letter.isprintable() and not letter.isspace() for letter in text)


def _mapped(start: int, end: int, maps: Sequence[SpanMap]) -> tuple[int, int]:
    for one in reversed(maps):
        start, end = one.span(start, end)
    return start, end


_UNWEIGHED = "no rule takes it, and too few lines that rules know show a web page, of which lines would be weighed"
_WHERE = {"anywhere": "goes wherever it stands", "edge": "goes outside the story, or beside a line that goes"}
_TAKES = {
    "line": "",
    "list": ", with what it introduces",
    "until": ", with all up to the line that closes the block",
}
# What the rules say that are no entry of a pack.
_BY_PLACE: Mapping[str, str] = {
    "any.boilerplate.navigation/menu-line": "labels that rules know, on one line",
    "any.boilerplate.counter/number": "a number beside a line that goes",
    "any.boilerplate.caption/duplicate": "stands beside a copy of itself with a credit",
    "any.boilerplate.related/follows-label": "stands below a label that introduces it",
    "any.boilerplate.related/after-story": "stands below the story and a line that goes",
    "any.boilerplate.byline/name-below": "a name below a label that introduces it",
    "any.boilerplate.tags/follows-label": "stands below the label of the tags",
    "any.boilerplate.comments/below-article": "stands below the label of the comments, which end the article",
    "any.boilerplate.legal/below-article": "stands below the line that ends the page",
}


def _words_of(rule: Rule | None, name: str) -> str:
    """Say what a rule is."""
    if rule is None:
        place = name.rpartition("/")[2].removesuffix("-story")
        return _BY_PLACE.get(name, f"no rule knows it; weighed by its look and its place, {place} the story")
    if rule.pattern:
        form = f"matches {_cut(rule.pattern)}"
    else:
        form = f"made of {_listed(rule.find)}" if rule.find else f"is, or begins with, {_listed(rule.line)}"
    return f"{form}; {_WHERE.get(rule.where, rule.where)}{_TAKES.get(rule.takes, '')}"


def _listed(phrases: Sequence[str]) -> str:
    return f"“{_cut(phrases[0])}”" if len(phrases) == 1 else f"what the rule lists ({len(phrases)} phrases)"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_FORM else text[: _LONGEST_FORM - 1] + "…"


def _told(weighed: Weighed | None, sign: int) -> tuple[str, ...]:
    """Say what counted most for the way a line went: above 0 for the story, below 0 against it."""
    if weighed is None:
        return ()
    reasons = [reason for reason in weighed.reasons if reason.feature != _OF_ALL and reason.weight * sign > 0]
    return tuple(f"{weighed.look}: {reason.feature} {reason.weight:+.2f}" for reason in reasons[:_TOLD])
