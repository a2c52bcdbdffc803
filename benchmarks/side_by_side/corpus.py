"""Corpus: the texts that sets of documents are cut from, and others to warm a process up with.

The evaluation kit beside a checkout where that is there, else the seed corpus, varied so
that there is enough of it. A process is warmed up with pages that are in no set: what it
remembers of their lines must not help it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
KIT = "the evaluation kit (../shared)"
SEEDS = "the seed corpus, varied"
# One page in so many warms up, and of each language at least one. Rules are read and compiled when they are
# first needed: after 40 pages new text still took twice the time that it took after 200.
_WARM = 3


class Page(NamedTuple):
    """A page as a converter left it; `story` is what its author wrote."""

    name: str
    language: str
    is_full: bool
    text: str
    story: str


class Corpus(NamedTuple):
    """Pages to measure with, other texts to warm up with, and where both come from."""

    source: str
    pages: tuple[Page, ...]
    warm: tuple[str, ...]

    def texts(self, *, is_full: bool) -> list[str]:
        """Return the pages whole, or what extractors left of them."""
        return [page.text for page in self.pages if page.is_full == is_full]

    def stories(self) -> list[Page]:
        """Return one entry a page, since two converters may have read the same one."""
        return list({page.name: page for page in self.pages}.values())


@cache
def corpus() -> Corpus:
    """Read the kit, or make the same of the seed corpus."""
    path = SHARED / "eval" / "boilerplate" / "dev.jsonl.gz"
    if path.exists():
        return divided(KIT, list(_kit(path)))
    return divided(SEEDS, list(_seeds()))


def divided(source: str, pages: list[Page]) -> Corpus:
    """Keep some pages of each language for warming up; which ones, their names decide."""
    by_language: dict[str, set[str]] = {}
    for page in pages:
        by_language.setdefault(page.language, set()).add(page.name)
    kept: set[str] = set()
    for names in by_language.values():
        count = max(1, len(names) // _WARM)
        kept.update(sorted(names, key=_shuffled)[:count])
    # One text of each, residue where there is some, for a full page takes long.
    warm = {page.name: page.text for page in sorted(pages, key=_full_first) if page.name in kept}
    # The seeds have every kind of damage: what is read when a gate first opens is then there.
    return Corpus(source, tuple(page for page in pages if page.name not in kept), (*warm.values(), *_damages()))


@cache
def news() -> tuple[str, ...]:
    """Return texts enough for the longest documents: English news, else stories of the corpus, varied."""
    path = SHARED / "data" / "news.jsonl.gz"
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as file:
            texts = [json.loads(line)["text"] for line in file]
        return tuple(sorted(texts, key=_shuffled))
    stories = [page.story for page in corpus().stories()]
    # Enough for the document of 50 MB.
    return tuple(varied(story, turn) for turn in range(110) for story in stories)


def varied(text: str, turn: int) -> str:
    """Return the text with a number in each line of prose, so that no line was seen before."""
    return text if turn == 0 else _PROSE.sub(rf"\g<0> {turn * 37}", text)


# The first words of a line that is long enough to be prose: chrome stays what it is.
_PROSE = re.compile(r"^[^\n]{8,24} (?=[^\n]{60})", re.MULTILINE)


def _full_first(page: Page) -> bool:
    return not page.is_full


def _shuffled(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "replace")).digest()


def _kit(path: Path) -> Iterator[Page]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for record in map(json.loads, file):
            is_full = record["tier"] == "full"
            yield Page(record["page"], record["language"], is_full, record["text"], record["gold"])


def _seeds() -> Iterator[Page]:
    """Yield each seed as residue, and three of them under each other as a full page."""
    folders = _folders()
    read = [[(folder / name).read_bytes().decode("utf-8") for name in ("in.txt", "out.txt")] for folder in folders]
    for turn in range(24):
        for place, folder in enumerate(folders):
            texts, stories = zip(*(read[(place + step) % len(read)] for step in range(3)))
            name = f"{folder.name}-{turn}"
            yield Page(name, "en", False, varied(texts[0], turn), varied(stories[0], turn))
            yield Page(name, "en", True, varied("\n\n".join(texts), turn), varied(stories[0], turn))


def _damages() -> tuple[str, ...]:
    return tuple((folder / "in.txt").read_bytes().decode("utf-8") for folder in _folders())


def _folders() -> list[Path]:
    return [folder for folder in sorted((ROOT / "seeds").iterdir()) if (folder / "in.txt").exists()]
