"""Draw how spun, genuine, translated and paraphrased texts score: `docs/spun-scores.svg`.

A dot is a text, placed by the nats of evidence behind its score, as scores crowd at 0 and 1. Run it
after every change of the tables; without the evaluation kit beside the checkout it draws nothing:

    python benchmarks/statistics/wording_plot.py [DATA_DIRECTORY]
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

import cleantext
from cleantext.steps.wording.gate import OPENS_AT, STEP, SURE_AT, score_of

_ROOT = Path(__file__).resolve().parents[2]
_DATA = _ROOT.parent / "shared" / "eval" / "spun" / "data"
_OWN = _ROOT / "benchmarks" / "quality" / "spun"
_OUT = _ROOT / "docs" / "spun-scores.svg"
# What lies beyond stands on the edge: nothing more is decided there.
_LEAST, _MOST = 0.0, SURE_AT + 20
# The picture, in pixels.
_WIDTH, _LEFT, _RIGHT, _TOP, _ROW = 860, 215, 22, 92, 82
_RADIUS, _PITCH = 3.0, 6.2
_COLOURS = ("#b3261e", "#d9822b", "#2f6f4f", "#3a5f9e")


class Text(NamedTuple):
    """A text of a set; `kind` is what its file calls it."""

    kind: str
    text: str


class Row(NamedTuple):
    """A strip of the picture: the evidence of each of its texts, in nats, and where they are from."""

    name: str
    source: str
    nats: tuple[float, ...]


def main(arguments: list[str]) -> None:
    data = Path(arguments[0]) if arguments else _DATA
    if not data.is_dir():
        print(f"{data} is not there; nothing is drawn")
        return
    rows = list(_rows(data))
    for row in rows:
        print(f"{row.name}: {len(row.nats)} texts, {_over(row)} at .5 or above, highest {max(row.nats):.1f} nats")
    _OUT.write_text(_svg(rows), encoding="utf-8")


def _rows(data: Path) -> Iterator[Row]:
    seeds = list(_texts([data / "spun.jsonl"]))
    own = list(_texts(sorted(_OWN.glob("*.jsonl"))))
    light = [text for text in _texts([data / "synth.jsonl.gz"]) if text.kind == "light"]
    genuine = list(_texts([data / "clean.jsonl.gz"]))
    alien = list(_texts([data / "alien.jsonl"]))
    from_own = f" and {len(own)} of our own" if own else ""
    yield _row("Spun throughout", f"seed 001{from_own}", seeds + own)
    yield _row("Lightly spun", "genuine news, some words spun by a script", light)
    yield _row("Genuine", "web articles and news", genuine)
    yield _row("Translated, paraphrased", "seeds 004 (machine) and 002 (AI)", alien)


def _row(name: str, source: str, texts: Sequence[Text]) -> Row:
    return Row(name, source, tuple(sorted(_nats(text.text) for text in texts)))


def _texts(files: Iterable[Path]) -> Iterator[Text]:
    for path in files:
        for line in _read(path).splitlines():
            record = json.loads(line)
            yield Text(record.get("family", ""), record["spun"] if "spun" in record else record["text"])


def _read(path: Path) -> str:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")


def _nats(text: str) -> float:
    """Return the evidence behind a text's score, cut off where the picture ends."""
    score = cleantext.explain(text, steps="wording", spun="flag", language="en").scores["spun"]
    if score <= 0:
        return _LEAST
    if score >= 1:
        return _MOST
    return min(max(OPENS_AT + STEP * math.log(score / (1 - score)), _LEAST), _MOST)


def _over(row: Row) -> int:
    """Count the texts for which the gate may open."""
    return sum(nats >= OPENS_AT for nats in row.nats)


def _svg(rows: Sequence[Row]) -> str:
    bottom = _TOP + _ROW * len(rows)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {bottom + 112}" role="img" '
        'font-family="sans-serif" font-size="12" fill="#222">',
        "<title>Evidence of spinning in spun, genuine, translated and paraphrased texts</title>",
        f"<desc>{escape(_said(rows))}</desc>",
        '<rect width="100%" height="100%" fill="#fff"/>',
        _label(16, 26, "How much a text reads as spun", size=16),
        _label(16, 46, f"A dot is a text; cleantext {cleantext.__version__}, every family that ships."),
        *_lines(bottom),
    ]
    for number, row in enumerate(rows):
        parts += _strip(row, _TOP + _ROW * number, _COLOURS[number % len(_COLOURS)])
    parts += _axis(bottom)
    parts += [
        _label(
            16,
            bottom + 72,
            "Left of .5 nothing is changed; what the contexts do not agree to counts as less, and stands there.",
        ),
        _label(
            16,
            bottom + 88,
            "Seed 001 and the words of the lightly spun texts were known to who wrote the tables, and texts of our",
        ),
        _label(
            16,
            bottom + 104,
            "own helped to tune: the upper strips show the best case. Two texts say little about the last kind.",
        ),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _said(rows: Sequence[Row]) -> str:
    """Say in words what the picture shows."""
    return " ".join(
        f"{row.name} ({row.source}): {len(row.nats)} texts, {_over(row)} at a score of .5 or above, "
        f"{_edge(min(row.nats))} to {_edge(max(row.nats))} nats."
        for row in rows
    )


def _edge(nats: float) -> str:
    return f"{nats:.0f}{' or more' if nats >= _MOST else ' or less' if nats <= _LEAST else ''}"


def _strip(row: Row, top: int, colour: str) -> Iterator[str]:
    base = top + _ROW - 8
    yield f'<line x1="{_LEFT}" y1="{base + 4}" x2="{_WIDTH - _RIGHT}" y2="{base + 4}" stroke="#ddd"/>'
    yield _label(16, top + 32, row.name, size=14, colour=colour)
    said = f"{len(row.nats)} texts, {_over(row)} at .5 or above: {row.source}"
    for number, line in enumerate(_wrapped(said)):
        yield _label(16, top + 48 + 14 * number, line, size=11, colour="#555")
    # Dots of one column stand on each other; where a column is full they lie closer.
    columns = Counter(_column(nats) for nats in row.nats)
    placed: Counter[int] = Counter()
    for nats in row.nats:
        column = _column(nats)
        step = min(_PITCH, (_ROW - 20) / columns[column])
        y = base - step * placed[column]
        placed[column] += 1
        x = _LEFT + _PITCH * (column + 0.5)
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_RADIUS}" fill="{colour}" fill-opacity=".6"/>'


def _wrapped(text: str) -> Iterator[str]:
    line = ""
    for word in text.split():
        if len(line) + len(word) > 30:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    yield line


def _lines(bottom: int) -> Iterator[str]:
    for nats, said in ((OPENS_AT, "the gate may open"), (SURE_AT, "no agreement needed")):
        x = _x(nats)
        yield _dashed(x, _TOP - 8, bottom + 4)
        yield _label(x, _TOP - 14, said, size=11, anchor="middle")


def _dashed(x: float, top: int, bottom: int) -> str:
    return f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{bottom}" stroke="#222" stroke-dasharray="4 3"/>'


def _axis(bottom: int) -> Iterator[str]:
    for nats in (_LEAST, OPENS_AT / 2, OPENS_AT, *range(20, int(_MOST) + 1, 10)):
        edge = " and more" if nats == _MOST else " or less" if nats == _LEAST else ""
        score = score_of(nats)
        yield _label(_x(nats), bottom + 20, f"{nats:.0f}{edge}", anchor="end" if nats == _MOST else "middle")
        yield _label(_x(nats), bottom + 36, f"{score:.2f}" if score < 0.99 else f"{score:.4f}", 11, "#555", "middle")
    yield _label(16, bottom + 20, "evidence, nats")
    yield _label(16, bottom + 36, "score", size=11, colour="#555")


def _x(nats: float) -> float:
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * (nats - _LEAST) / (_MOST - _LEAST)


def _column(nats: float) -> int:
    last = int((_WIDTH - _LEFT - _RIGHT) / _PITCH) - 1
    return min(int((_x(nats) - _LEFT) / _PITCH), last)


def _label(x: float, y: float, text: str, size: int = 12, colour: str = "#222", anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}" text-anchor="{anchor}">{escape(text)}</text>'
    )


if __name__ == "__main__":
    main(sys.argv[1:])
