"""Plots: bars of ratios, drawn as SVG by hand, and as PNG where matplotlib is there.

An SVG made here has no random ids and no date, so that a plot changes when a figure does.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from side_by_side.contenders import FLOW, FTFY
from side_by_side.documents import STEPS_SET
from side_by_side.measure import AGAIN, FIRST
from side_by_side.results import Figure, Results

_WIDTH, _LABELS, _RIGHT, _BAR = 760, 210, 90, 14
_COLOURS = ("#2f6f9f", "#9fc3dd")
_TEXT = 'font-family="sans-serif" font-size="12" fill="#444"'


class Bar(NamedTuple):
    """A bar with the range of what it stands for, in one of two colours."""

    label: str
    value: Figure
    series: int = 0


class Plot(NamedTuple):
    """Some bars under a title; `mark` is where a line stands, 1 being as fast as ftfy."""

    name: str
    title: str
    bars: tuple[Bar, ...]
    series: tuple[str, ...] = ()
    mark: float = 1.0


def plots(results: Results) -> list[Plot]:
    """Return the plots that a run has figures for."""
    every = [
        Plot("speed-sets", "The flow: times as fast as ftfy", _sets(results), ("new text", "seen before")),
        Plot("speed-peers", "Residue: times as fast as ftfy", _contenders(results, "residue")),
        Plot("speed-steps", "Steps and stages: times as fast as ftfy", _contenders(results, STEPS_SET)),
    ]
    return [plot for plot in every if plot.bars]


def svg(plot: Plot) -> str:
    """Draw a plot."""
    top = 52 if plot.series else 34
    height = top + len(plot.bars) * (_BAR + 6) + 14
    scale = (_WIDTH - _LABELS - _RIGHT) / max(plot.mark, *(bar.value.high for bar in plot.bars))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img">',
        f"<title>{escape(plot.title)}</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        f'<text x="10" y="20" {_TEXT} font-weight="bold">{escape(plot.title)}</text>',
    ]
    for place, name in enumerate(plot.series):
        x = _LABELS + 110 * place
        parts.append(f'<rect x="{x}" y="30" width="12" height="12" fill="{_COLOURS[place]}"/>')
        parts.append(f'<text x="{x + 17}" y="40" {_TEXT}>{escape(name)}</text>')
    for place, bar in enumerate(plot.bars):
        parts += _bar(bar, top + place * (_BAR + 6), scale)
    mark = _LABELS + plot.mark * scale
    parts.append(f'<path d="M{mark:.1f} {top - 4}V{height - 8}" stroke="#b33" stroke-dasharray="3 3"/>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def png(plot: Plot, path: Path) -> bool:
    """Draw a plot as PNG; say whether matplotlib was there to do it."""
    if importlib.util.find_spec("matplotlib") is None:
        return False
    matplotlib = importlib.import_module("matplotlib")
    matplotlib.use("Agg")
    figure, axes = importlib.import_module("matplotlib.pyplot").subplots(figsize=(9, 1 + 0.28 * len(plot.bars)))
    places = range(len(plot.bars))
    middle = [bar.value.median for bar in plot.bars]
    errors = [
        [bar.value.median - bar.value.low for bar in plot.bars],
        [bar.value.high - bar.value.median for bar in plot.bars],
    ]
    axes.barh(places, middle, xerr=errors, color=[_COLOURS[bar.series] for bar in plot.bars])
    axes.set_yticks(places, [bar.label for bar in plot.bars])
    axes.invert_yaxis()
    axes.axvline(plot.mark, linestyle=":")
    axes.set_title(plot.title)
    figure.tight_layout()
    figure.savefig(path, dpi=120)
    return True


def draw(results: Results, vectors: Path, pixels: Path) -> list[Path]:
    """Write every plot of a run as SVG and, where it can be done, as PNG; return what was written."""
    written: list[Path] = []
    for plot in plots(results):
        for folder in (vectors, pixels):
            folder.mkdir(parents=True, exist_ok=True)
        path = vectors / f"{plot.name}.svg"
        path.write_text(svg(plot), encoding="utf-8")
        written.append(path)
        if png(plot, pixels / f"{plot.name}.png"):
            written.append(pixels / f"{plot.name}.png")
    return written


def _bar(bar: Bar, y: int, scale: float) -> Sequence[str]:
    middle = y + _BAR / 2
    low, median, high = (_LABELS + value * scale for value in (bar.value.low, bar.value.median, bar.value.high))
    return (
        f'<text x="{_LABELS - 8}" y="{y + 11}" text-anchor="end" {_TEXT}>{escape(bar.label)}</text>',
        f'<rect x="{_LABELS}" y="{y}" width="{median - _LABELS:.1f}" height="{_BAR}" fill="{_COLOURS[bar.series]}"/>',
        f'<path d="M{low:.1f} {middle}H{high:.1f}" stroke="#222"/>',
        f'<text x="{high + 6:.1f}" y="{y + 11}" {_TEXT}>{bar.value.median:.2f}</text>',
    )


def _sets(results: Results) -> tuple[Bar, ...]:
    bars = []
    for name in results.sizes:
        for series, sight in enumerate((FIRST, AGAIN)):
            ratio = results.ratio(name, FLOW, sight)
            if ratio and name != STEPS_SET:
                bars.append(Bar("" if series else name, ratio, series))
    return tuple(bars)


def _contenders(results: Results, documents: str) -> tuple[Bar, ...]:
    """Return a bar for each contender but floors, which are hundreds of times as fast."""
    bars = []
    for row in results.rows:
        ratio = results.ratio(documents, row.contender)
        if row.documents == documents and row.sight == FIRST and ratio and ratio.median < _FLOOR:
            bars.append(Bar(row.contender, ratio))
    return tuple(sorted(bars, key=lambda bar: -bar.value.median)) if any(bar.label != FTFY for bar in bars) else ()


_FLOOR = 60
