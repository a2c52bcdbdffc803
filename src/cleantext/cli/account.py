"""Account: what the command line tells about a run: a JSON line a change, and counts at the end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleantext.cli.output import Sink
from cleantext.cli.records import Record
from cleantext.core.layer import Change, Held, Layer
from cleantext.core.result import Result
from cleantext.pipeline import Flow

if TYPE_CHECKING:
    from cleantext.report.lines import LineReason

_STEP = "boilerplate"


class Log:
    """Writes one line of JSON a change, with the file and the record it belongs to."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink

    def add(self, record: Record, result: Result, flow: Flow) -> None:
        """Write the changes of a record, and the lines held back; spans are code points of its text."""
        lines = _Lines(result, flow)
        for change in result.changes():
            self._write(record, {**change._asdict(), **lines.of(change)})
        for held in lines.held():
            self._write(record, held)
        self._sink.flush()

    def _write(self, record: Record, entry: dict[str, object]) -> None:
        line = {"file": record.file, "record": record.number, **entry}
        self._sink.write(_readable(line).encode() + b"\n")


class _Lines:
    """What the log tells beside the changes, of the lines that boilerplate removes or would remove."""

    def __init__(self, result: Result, flow: Flow) -> None:
        self._lines: list[LineReason] = []
        if any(step == _STEP for step, *_ in (*result.layers, *result.held)):
            from cleantext.report.lines import KEPT, lines_of

            # A kind that is kept was asked for; the log tells what was done, and what was not done after all.
            lines = lines_of(result, flow)
            self._lines = [line for line in lines if line.is_trimmed or (line.rule and line.held != KEPT)]
        self._starts = [line.start for line in self._lines]

    def of(self, change: Change) -> dict[str, object]:
        """Return the number of the line that a change takes or cuts, and the reasons; nothing for other changes."""
        if change.step != _STEP:
            return {}
        first = max(0, bisect_right(self._starts, change.start) - 1)
        for line in self._lines[first : bisect_left(self._starts, change.end)]:
            if not line.held and change.start < line.start + len(line.text):
                return {"line": line.number, "reasons": line.reasons}
        return {}

    def held(self) -> Iterator[dict[str, object]]:
        """Yield the lines that stay for a reason of their own."""
        for line in self._lines:
            if line.held:
                end = line.start + len(line.text)
                change = Change(_STEP, line.rule, line.kind, line.start, end, line.text, line.text, line.text)
                told = {"line": line.number, "reasons": line.reasons, "held": line.held}
                yield {**change._replace(confidence=line.confidence)._asdict(), **told}


class Stats:
    """Counts documents, and changes by step and rule."""

    def __init__(self) -> None:
        self.bad = 0
        self._documents = 0
        self._changed = 0
        self._held = 0
        self._rules: Counter[tuple[str, str]] = Counter()

    def add(self, layers: tuple[Layer, ...], held: tuple[Held, ...]) -> None:
        """Count one document that was cleaned."""
        self._documents += 1
        self._changed += bool(layers)
        self._held += len(held)
        for layer in layers:
            self._rules.update((layer.step, edit.rule) for edit in layer.edits)

    def lines(self) -> Iterator[str]:
        """Yield the counts: documents first, then each step and under it its rules, most frequent first."""
        documents = self._documents + self.bad
        yield f"{documents} document{'' if documents == 1 else 's'}, {self._changed} changed, {self.bad} bad"
        steps: dict[str, list[tuple[str, int]]] = {}
        for (step, rule), count in sorted(self._rules.items(), key=lambda item: (-item[1], item[0])):
            steps.setdefault(step, []).append((rule, count))
        for step, rules in sorted(steps.items()):
            yield f"{sum(count for _, count in rules):>9}  {step}"
            for rule, count in rules:
                yield f"{count:>9}    {rule}"
        if self._held:
            yield f"{self._held:>9}  proposed, but held"


def _readable(line: dict[str, object]) -> str:
    """Write JSON that a person can read: letters as they are, what cannot be seen as an escape.

    That holds lone surrogates, which UTF-8 does not, and U+2028, at which some programs end a line.
    """
    import json

    written = json.dumps(line, ensure_ascii=False)
    if written.isprintable():
        return written
    return "".join(letter if letter.isprintable() else json.dumps(letter)[1:-1] for letter in written)
