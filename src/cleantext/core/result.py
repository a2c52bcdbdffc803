"""Result: what came of one text, and an exact, reversible account of how.

A layer holds the edits of one step, in the text that step saw. Everything else is
derived: the original by undoing the layers, the place of a change in the original by
mapping its span back through the layers before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from cleantext.core.edit import Edit, SpanMap, apply, invert
from cleantext.core.layer import Account, Change, Held, Layer


class Result:
    """A cleaned text with its layers; immutable by convention, equal by content."""

    def __init__(
        self,
        text: str,
        layers: tuple[Layer, ...] = (),
        *,
        held: tuple[Held, ...] = (),
        encoding: tuple[tuple[str, int], ...] = (),
        language: str | Callable[[str], str] = "und",
        scores: Mapping[str, float] | None = None,
        kinds: Mapping[str, str] | None = None,
    ) -> None:
        """Take what a run found.

        `encoding` is empty where a `str` came in; else runs of (codec, code points of the
        decoded text), in order. `language` may be a function that tells it of a text, asked
        when somebody wants to know; it must be importable for the result to be pickled.
        `kinds` says for each rule that removed a line what it was.
        """
        self.text = text
        self.layers = layers
        self.held = held
        self.runs = encoding
        self._language = language
        self.scores: dict[str, float] = dict(scores or {})
        self.kinds: dict[str, str] = dict(kinds or {})

    @property
    def language(self) -> str:
        """An ISO 639-1 code of the clean text, or "und"; found when first asked for."""
        if not isinstance(self._language, str):
            self._language = self._language(self.text)
        return self._language

    @property
    def encoding(self) -> str | None:
        """The codecs that the bytes were decoded with, joined with "+"; None where a `str` came in."""
        # "bytes:..." carries the bytes of an encoding that does not make them again.
        return "+".join(dict.fromkeys(codec.partition(":")[0] for codec, _ in self.runs)) or None

    def original(self) -> str:
        """Return the text as it came in (or as the bytes were decoded), code point by code point."""
        text = self.text
        for layer in reversed(self.layers):
            text = apply(text, invert(layer.edits))
        return text

    def original_bytes(self) -> bytes:
        """Return the bytes as they came in.

        Raises:
            ValueError: a `str` came in.
        """
        if not self.runs:
            raise ValueError("this result is of a str; original() has it")
        from cleantext.core.encoding import encode_runs

        return encode_runs(self.original(), self.runs)

    def changes(self) -> tuple[Change, ...]:
        """Return every edit of every layer, placed in the original: layer by layer, sorted within each.

        Changes of different layers may nest.
        """
        original = self.original()
        undone: list[SpanMap] = []
        changes: list[Change] = []
        for layer in self.layers:
            for edit in layer.edits:
                start, end = edit.start, edit.end
                for earlier in reversed(undone):
                    start, end = earlier.span(start, end)
                kind = self.kinds.get(edit.rule, "")
                seen = edit.before, edit.after, edit.confidence
                changes.append(Change(layer.step, edit.rule, kind, start, end, original[start:end], *seen))
            undone.append(SpanMap(invert(layer.edits)))
        return tuple(changes)

    @cached_property
    def _net(self) -> tuple[Edit, ...]:
        from cleantext.core.compose import compose

        edits: tuple[Edit, ...] = ()
        for layer in self.layers:
            edits = compose(edits, layer.edits)
        return edits

    def net(self) -> tuple[Edit, ...]:
        """Return all layers as one: sorted, disjoint edits that lead from the original to the text."""
        return self._net

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Say where a span of the clean text lies in the original; it widens over edits it touches partly."""
        return SpanMap(invert(self._net)).span(start, end)

    def to_json(self) -> str:
        """Return everything as one line of JSON; `from_json` reads it back, lone surrogates included."""
        from cleantext.core.result_json import dump

        return dump(self._account())

    @staticmethod
    def from_json(line: str) -> Result:
        """Read what `to_json` wrote.

        Raises:
            InputError: the line is no result, or one of another version.
        """
        from cleantext.core.result_json import load

        text, layers, held, runs, language, scores, kinds = load(line)
        return Result(text, layers, held=held, encoding=runs, language=language, scores=scores, kinds=kinds)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Result) and self._account() == other._account()

    def __hash__(self) -> int:
        return hash((self.text, self.layers))

    def __repr__(self) -> str:
        edits = sum(len(layer.edits) for layer in self.layers)
        return f"<Result: {len(self.text)} code points, {edits} edits in {len(self.layers)} layers>"

    def _account(self) -> Account:
        return Account(self.text, self.layers, self.held, self.runs, self.language, self.scores, self.kinds)
