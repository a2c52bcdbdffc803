"""One record: from its bytes to a text, through the flow, and back to bytes.

The flow is run directly: `explain` would ask for each record which language it is
in, at milliseconds a line, and nothing that the command line writes answers that.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, NamedTuple

from cleantext.cli.fit import final_break, fit_document, fit_line
from cleantext.cli.options import Options
from cleantext.cli.records import Record
from cleantext.core.edit import Edit
from cleantext.core.layer import Held, Layer
from cleantext.core.result import Result
from cleantext.errors import InputError
from cleantext.pipeline import ROUNDS, Flow, run
from cleantext.steps.decode.whole import decode

if TYPE_CHECKING:
    from cleantext.cli.json_lines import Place


class Source(NamedTuple):
    """A record's text; of a JSON line also the line, and where the text stands in it."""

    text: str
    data: bytes
    line: str = ""
    place: Place | None = None


class Cleaned(NamedTuple):
    """What became of a record; the layers lead from the source's text to `text`."""

    source: Source
    text: str
    layers: tuple[Layer, ...]
    held: tuple[Held, ...]

    def written(self) -> bytes:
        """Return the record with its clean text, in UTF-8; a JSON line where nothing changed is the same bytes."""
        source = self.source
        if source.place is None:
            return self.text.encode()
        if self.text == source.text:
            return source.data
        from cleantext.cli.json_lines import put

        return put(source.line, source.place, self.text).encode()

    def result(self, flow: Flow) -> Result:
        """Return the account of the changes that a flow made."""
        return Result(self.text, self.layers, held=self.held, kinds=flow.kinds(self.layers, self.held))

    def net(self) -> tuple[Edit, ...]:
        """Return all changes as one layer, from the source's text to the clean one."""
        return Result(self.text, self.layers).net()


def read(record: Record, unit: str, field: str) -> Source | None:
    """Take the text out of a record; None for a blank line between JSON lines.

    Raises:
        InputError: a JSON line that is none, or lacks a text in that field.
        DecodeError: bytes that are not in the encoding that was named.
    """
    if unit != "json":
        return Source(decode(record.data, record.codec)[0], record.data)
    if record.data.isspace():
        return None
    from cleantext.cli.json_lines import locate

    data = record.data.removeprefix(codecs.BOM_UTF8) if record.number == 1 else record.data
    try:
        line = data.decode()
    except UnicodeDecodeError as error:
        raise InputError(
            f"not UTF-8 (byte 0x{data[error.start]:02x} at {error.start}), as JSON must be; convert the file first"
        ) from error
    place = locate(line, field)
    return Source(place.text, record.data, line, place)


def clean(source: Source, flow: Flow, options: Options) -> Cleaned:
    """Send a record's text through the flow, and see to it that it is still one record that ends as it did."""
    outcome = run(source.text, flow)
    if not outcome.layers and source.text.isascii():
        # The usual line: as it came, it is one line already, and in UTF-8.
        return Cleaned(source, source.text, (), outcome.held)
    end, fit = final_break(source.text, options.config.steps), fit_document
    if options.unit == "line":
        # Lines are cut at line feeds alone: another break at the end of the input adds none.
        end, fit = end if source.text.endswith("\n") else "", fit_line
    layers, held = outcome.layers, outcome.held
    text, fitted = fit(outcome.doc.text, end)
    for _ in range(ROUNDS):
        if not fitted:
            break
        # A word may stand beside a space now where a line ended; cleaning the output again must find nothing.
        outcome = run(text, flow)
        layers += fitted + outcome.layers
        held += outcome.held
        text, fitted = fit(outcome.doc.text, end)
    return Cleaned(source, text, layers + fitted, held)
