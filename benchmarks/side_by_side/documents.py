"""Documents: the sets that contenders are timed on, by kind and by language.

A set is made when it is asked for, and the same on every machine that has the same corpus:
nothing is drawn by chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from side_by_side.corpus import Corpus, corpus, news
from side_by_side.damage import damaged

# A language needs this much text of its own for a figure that means something.
_LEAST_OF_A_LANGUAGE = 30_000
_SHORT = 140
MEGABYTE = 1_000_000
LINE, DOCUMENT = 20, 50
# The last of the news warm processes up, and are in no set.
_LAST = 60


class Documents(NamedTuple):
    """A set: its name and its texts."""

    name: str
    texts: tuple[str, ...]

    @property
    def megabytes(self) -> float:
        """The size in UTF-8."""
        return sum(len(text.encode("utf-8", "replace")) for text in self.texts) / MEGABYTE


# Which contenders a set meets: peers too, the flow, ftfy and the floor only, or the flow alone.
WITH_PEERS = ("full-pages", "residue", "ascii-articles")
STEPS_SET = "mixed-pages"
LONG = ("line", "document")
PARTS_OF_LONG = "parts-of-long"


def names() -> list[str]:
    """Return the names of all sets, in the order in which they are measured."""
    kinds = ["clean-articles", "damaged", "short-texts"]
    languages = [f"news-{language}" for language in _languages(corpus())]
    return [*WITH_PEERS, *kinds, *languages, STEPS_SET, PARTS_OF_LONG, *LONG]


def documents(name: str, megabytes: float) -> Documents:
    """Make the set of a name, of about so many megabytes.

    `line` and `document` are one text each, of 20 and 50 MB; smaller where `megabytes` is below 1.

    Raises:
        ValueError: no set has that name.
    """
    texts: Iterable[str]
    if name.startswith("news-"):
        texts = _of_language(name.removeprefix("news-"))
        megabytes /= 4
    elif name in _SETS:
        texts = _SETS[name](megabytes)
    else:
        raise ValueError(f"no set {name!r}; known are {', '.join(names())}")
    return Documents(name, tuple(texts) if name in LONG else spread(texts, megabytes))


def others() -> tuple[str, ...]:
    """Return texts that are in no set, to warm a process up with."""
    return (*corpus().warm, *news()[-_LAST:])


def spread(texts: Iterable[str], megabytes: float) -> tuple[str, ...]:
    """Take every k-th text, so that about so much is left and all sources have their part."""
    texts = [text for text in texts if text]
    size = sum(len(text.encode("utf-8", "replace")) for text in texts)
    step = max(1.0, size / (megabytes * MEGABYTE))
    return tuple(texts[int(place * step)] for place in range(int(len(texts) / step) or 1)) if texts else ()


def short(texts: Iterable[str]) -> Iterator[str]:
    """Cut texts into pieces of at most 140 characters, between words where there are blanks."""
    for text in texts:
        for line in text.split("\n"):
            while line.strip():
                end = len(line) if len(line) <= _SHORT else line.rfind(" ", 1, _SHORT + 1)
                end = end if end > 0 else _SHORT
                yield line[:end].strip()
                line = line[end:].lstrip()


def _languages(source: Corpus) -> list[str]:
    sizes: dict[str, int] = {}
    for page in source.stories():
        sizes[page.language] = sizes.get(page.language, 0) + len(page.story.encode("utf-8", "replace"))
    large = [language for language, size in sizes.items() if size >= _LEAST_OF_A_LANGUAGE]
    return sorted(large, key=lambda language: (-sizes[language], language))


def _of_language(language: str) -> list[str]:
    if language not in _languages(corpus()):
        raise ValueError(f"no set 'news-{language}'; the corpus has {', '.join(_languages(corpus()))}")
    return [page.story for page in corpus().stories() if page.language == language]


def _stories(megabytes: float) -> list[str]:
    return [page.story for page in corpus().stories()]


def _clean_articles(megabytes: float) -> list[str]:
    from cleantext import clean

    # More are looked at than are wanted: of some the flow has something to say.
    return [story for story in spread(_stories(megabytes), 1.5 * megabytes) if clean(story) is story]


def _damaged(megabytes: float) -> list[str]:
    foreign = [story for story in _stories(megabytes) if not story.isascii()]
    return [damaged(story, turn) for turn, story in enumerate(spread(foreign, megabytes))]


def _parts(megabytes: float) -> Iterator[str]:
    """Yield what long documents are put together from: news, with a story of any language among them."""
    others = iter([*_stories(megabytes), *corpus().texts(is_full=False)] * 3)
    for place, text in enumerate(news()[:-_LAST]):
        yield text
        if place % 20 == 0:
            yield next(others, "")


def _long(megabytes: float, joint: str) -> list[str]:
    """Return one text of so many megabytes; `joint` stands between its parts."""
    size = int(megabytes * MEGABYTE)
    parts: list[str] = []
    have = 0
    for part in _parts(megabytes):
        part = " ".join(part.split()) if joint == " " else part
        parts.append(part)
        have += len(part.encode("utf-8", "replace")) + len(joint)
        if have >= size:
            break
    return [joint.join(parts)]


_SETS: dict[str, Callable[[float], Iterable[str]]] = {
    "full-pages": lambda megabytes: corpus().texts(is_full=True),
    "residue": lambda megabytes: corpus().texts(is_full=False),
    "ascii-articles": lambda megabytes: [story for story in _stories(megabytes) if story.isascii()],
    "clean-articles": _clean_articles,
    "damaged": _damaged,
    "short-texts": lambda megabytes: short(_stories(megabytes)),
    STEPS_SET: lambda megabytes: [page.text for page in corpus().pages],
    PARTS_OF_LONG: lambda megabytes: islice(_parts(megabytes), 40_000),
    "line": lambda megabytes: _long(LINE * min(1, megabytes), " "),
    "document": lambda megabytes: _long(DOCUMENT * min(1, megabytes), "\n\n"),
}
