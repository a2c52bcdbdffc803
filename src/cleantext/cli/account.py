"""Account: what the command line tells about a run: a JSON line a change, and counts at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from cleantext.cli.output import Sink
from cleantext.cli.records import Record
from cleantext.core.layer import Change, Held, Layer


class Log:
    """Writes one line of JSON a change, with the file and the record it belongs to."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink

    def add(self, record: Record, changes: Iterable[Change]) -> None:
        """Write the changes of a record; spans are code points of its text."""
        for change in changes:
            line = {"file": record.file, "record": record.number, **change._asdict()}
            self._sink.write(_readable(line).encode() + b"\n")
        self._sink.flush()


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
