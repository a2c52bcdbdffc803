"""Page: the part of docs/benchmarks.md that a run writes, between two markers.

Everything outside the markers is written by hand and stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from side_by_side.results import Results
from side_by_side.table import markdown, tables

BEGIN, END = "<!-- speed: begin -->", "<!-- speed: end -->"


def renew(path: Path, results: Results, pictures: Sequence[str]) -> None:
    """Put the results of a run between the markers of a page.

    Raises:
        ValueError: the page has no markers, or has them more than once.
    """
    content = path.read_text(encoding="utf-8")
    path.write_text(placed(content, written(results, pictures), path.name), encoding="utf-8")


def placed(page: str, part: str, name: str) -> str:
    """Return the page with another part between its markers."""
    head, begin, rest = page.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end or BEGIN in rest or END in tail or END in head:
        raise ValueError(f"{name}: has not one {BEGIN} with one {END} after it; put both around the part to renew")
    return f"{head}{BEGIN}\n{part}{END}{tail}"


def written(results: Results, pictures: Sequence[str]) -> str:
    """Write the results of a run in Markdown."""
    facts = results.facts
    rounds, megabytes = results.options.get("rounds"), results.options.get("megabytes")
    parts = [
        f"Measured on {facts.get('date', 'an unknown day')} at commit {facts.get('commit', 'unknown')}, on"
        f" {results.corpus}: {rounds} rounds of sets of about {megabytes} MB"
        f"{', a quick run' if results.options.get('quick') else ''}. Figures are medians with their ranges.\n",
        "".join(f"* {name}: {value}\n" for name, value in facts.items() if name not in ("date", "commit")),
    ]
    if pictures:
        parts.append("Pictures: " + ", ".join(f"[{name}]({name}.svg)" for name in pictures) + ".\n")
    parts += [f"### {table.title}\n\n{markdown(table)}" for table in tables(results)]
    return "\n" + "\n".join(parts) + "\n"
