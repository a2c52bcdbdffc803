"""Index: which spellings of a person's name a corpus has, and which of them are proposed as one.

Two spellings are proposed only where they have the same words in the same order and the same
consonants, as romanisations take one for another. What would change a text's grammar (an
ending) or its people (an initial, a 'Jr', a brother) is never proposed, however alike.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from cleantext.core.fold import fold
from cleantext.errors import OptionError
from cleantext.steps.names.corpus.mentions import mentions

if TYPE_CHECKING:
    from cleantext.steps.names.corpus.merging import Group

COLUMNS = ("id", "type", "canonical", "aliases", "native", "context", "flags", "source", "count", "score", "why")
# About 60 MB. A corpus with more spellings loses the rarest of those it has met so far.
_MOST_SPELLINGS = 300_000
# Words that English does not share with its neighbours, looked for where a text begins. A text of this length
# without one is not English, and a corpus is not with more than this share of such.
_ENGLISH = re.compile(r"\b(?:the|and|said|with|his|their|who|from|were|that|this|which|would)\b", re.IGNORECASE)
_SAMPLE = 4_000
_TELLING = 120
_FOREIGN = 0.1
_NOT_IN_ID = re.compile(r"[^\w]+")


class Merge(NamedTuple):
    """Spellings proposed as one: `variants` and their counts, without the canonical form; the lowest score and why.

    `count` is that of all of them; the canonical form may be one that ships, and stand nowhere in the corpus.
    """

    canonical: str
    count: int  # type: ignore[assignment]  # nobody looks for a value in it, as tuple.count does
    variants: tuple[tuple[str, int], ...]
    score: float
    why: str


class NameIndex:
    """Counts the persons named in a corpus; `min_count` is how often, in all, a merge must be met."""

    def __init__(self, *, min_count: int = 2) -> None:
        """Begin without a document.

        Raises:
            OptionError: a count that is no positive number.
        """
        if not isinstance(min_count, int) or isinstance(min_count, bool) or min_count < 1:
            raise OptionError(f"min_count={min_count!r}: give a whole number of 1 or more")
        self._min_count = min_count
        self._documents = 0
        self._foreign = 0
        self._counts: dict[str, int] = {}
        # Those of which a text said somewhere that they are persons.
        self._persons: set[str] = set()

    def add(self, docs: Iterable[str | None] | str) -> NameIndex:
        """Count the names in a text, or in each of many, and return the index itself.

        The texts are read once and not kept; None is passed over. Memory holds the spellings,
        of which it forgets the rarest where there are more than 300,000.

        Raises:
            OptionError: a text that is none.
        """
        for number, text in enumerate([docs] if isinstance(docs, str | bytes) else docs):
            if text is None:
                continue
            if not isinstance(text, str):
                raise OptionError(f"text {number} is {type(text).__name__}, not str or None; decode it first")
            self._documents += 1
            self._foreign += len(text) >= _TELLING and _ENGLISH.search(text, 0, _SAMPLE) is None
            for name, is_person in mentions(text):
                self._counts[name] = self._counts.get(name, 0) + 1
                if is_person:
                    self._persons.add(name)
            if len(self._counts) > _MOST_SPELLINGS:
                self._forget()
        return self

    def merge(self) -> list[Merge]:
        """Return the proposed merges, the most frequent first; names with one spelling are left out."""
        from cleantext.steps.names.corpus.merging import groups

        english = self._foreign <= _FOREIGN * self._documents
        merges = [_merge(group) for group in groups(self._counts, self._persons, english=english)]
        return sorted((merge for merge in merges if merge.count >= self._min_count), key=_by_count)

    def tsv(self) -> str:
        """Return the merges as a table for review, which the option `names` reads."""
        rows = [COLUMNS, *_rows(self.merge(), self._documents)]
        return "".join("\t".join(row) + "\n" for row in rows)

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write the table, all or nothing.

        Raises:
            OSError: the place cannot be written.
        """
        target = os.path.realpath(path)
        temporary = os.path.join(os.path.dirname(target), f".cleantext-{os.urandom(6).hex()}.tmp")
        try:
            with open(temporary, "x", encoding="utf-8", newline="\n") as stream:
                stream.write(self.tsv())
            os.replace(temporary, target)
        finally:
            if os.path.exists(temporary):
                os.unlink(temporary)

    def _forget(self) -> None:
        """Drop the rarest spellings until half of the room is free."""
        floor = 0
        while len(self._counts) > _MOST_SPELLINGS // 2:
            floor += 1
            self._counts = {name: count for name, count in self._counts.items() if count > floor}
        self._persons &= self._counts.keys()


def _merge(group: Group) -> Merge:
    variants = tuple(spelling for spelling in group.spellings if spelling[0] != group.canonical)
    return Merge(group.canonical, sum(count for _, count in group.spellings), variants, group.score, group.why)


def _by_count(merge: Merge) -> tuple[int, str]:
    return -merge.count, merge.canonical


def _rows(merges: Iterable[Merge], documents: int) -> Iterator[tuple[str, ...]]:
    """Yield a row of the table for each merge; ids are the canonical form's letters, numbered where two agree."""
    source = f"corpus of {documents} document{'' if documents == 1 else 's'}"
    taken: dict[str, int] = {}
    for merge in merges:
        key = "p." + _NOT_IN_ID.sub("-", fold(merge.canonical)).strip("-")
        number = taken[key] = taken.get(key, 0) + 1
        aliases = ";".join(name for name, _ in merge.variants)
        cells = (key if number == 1 else f"{key}.{number}", "PER", merge.canonical, aliases, "", "", "", source)
        yield (*cells, str(merge.count), f"{merge.score:.2f}", merge.why)
