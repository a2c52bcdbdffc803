"""Pages for measurements: generated text in Parquet, as long as wanted, no paragraph of it like another's.

Sentences come from the English prose of the quiet corpus, in an order of their own, so that
the flow meets the words and the marks of real text. Of a hundred pages thirty stand inside
a site's chrome and three are damaged; the lines of chrome repeat, as they do on a site.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Shares of pages with chrome around the story, and with UTF-8 read as cp1252.
_CHROME, _DAMAGED = 0.3, 0.03
ROW_GROUP = 2_000
_END = re.compile(r"(?<=[.!?]) ")
_ENGLISH = frozenset({"the", "and", "of", "was", "that"})


def pages(megabytes: float) -> Iterator[str]:
    """Yield texts until they have about so many megabytes of UTF-8; the same ones every time."""
    source = random.Random(20)
    sentences, chrome = _sentences(), _chrome()
    left = megabytes * 1e6
    while left > 0:
        text = _page(source, sentences, chrome)
        left -= len(text.encode())
        yield text


def write(path: Path, megabytes: float) -> int:
    """Write pages to a Parquet file, in row groups of 2,000, and return their bytes of UTF-8."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    texts = list(pages(megabytes))
    numbers = range(len(texts))
    # Numbers as text, since datatrove's documents have no others.
    table = pa.table({"id": [str(n) for n in numbers], "url": [f"https://example.org/{n}" for n in numbers]})
    pq.write_table(table.append_column("text", pa.array(texts)), path, row_group_size=ROW_GROUP)
    return sum(len(text.encode()) for text in texts)


def _sentences() -> list[str]:
    """Return the sentences that lie whole on a line; English, which the flow has most rules for."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "quiet").rglob("*.txt"))]
    found = {sentence.strip() for text in texts for line in text.split("\n") for sentence in _END.split(line)}
    return sorted(
        one for one in found if 40 < len(one) < 300 and one.endswith(".") and not _ENGLISH.isdisjoint(one.split())
    )


def _chrome() -> list[str]:
    folder = ROOT / "seeds" / "chrome-laden"
    story = set((folder / "out.txt").read_text(encoding="utf-8").split("\n"))
    return [line for line in (folder / "in.txt").read_text(encoding="utf-8").split("\n") if line not in story]


def _page(source: random.Random, sentences: list[str], chrome: list[str]) -> str:
    paragraphs = [" ".join(source.choices(sentences, k=3)) for _ in range(source.randint(4, 14))]
    lines = [source.choice(sentences)[:-1], *paragraphs]
    if source.random() < _CHROME:
        half = len(chrome) // 2
        lines = [*chrome[:half], *lines, *chrome[half:]]
    text = "\n\n".join(lines)
    return _misread(text) if source.random() < _DAMAGED else text


def _misread(text: str) -> str:
    """Read UTF-8 as cp1252 does; bytes that mean nothing there are lost, as they often are."""
    return text.encode().decode("cp1252", "ignore")
