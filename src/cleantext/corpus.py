"""Corpus: many pages of a site say what belongs to the site and not to a story.

`learn` writes that down as a pack of rules; `clean_corpus` uses it at once, page by
page. Both go over the texts more than once, so an iterator that can be read only once
is copied to a temporary file, which has no name and is gone with the process.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from cleantext.api import clean
from cleantext.config import STAGES, Config, configure
from cleantext.core.rule import Pack
from cleantext.errors import InputError, OptionError
from cleantext.pipeline import Flow, build, run
from cleantext.steps.boilerplate import TEMPLATE, Boilerplate
from cleantext.steps.boilerplate.template import (
    SECTION,
    SITE,
    Finder,
    Furniture,
    Likeness,
    Line,
    Sides,
    Template,
    common_of,
    gather,
    gather_sides,
    joined,
    lines_of,
    pack_of,
    toml_of,
)

# What repairs letters and wording goes before the lines are compared, as in the flow.
_BEFORE = STAGES[: STAGES.index("boilerplate")]
_REPAIR = Config(steps="characters")
# Of a larger number of sections only the largest are learned apart, so that memory stays bounded.
_SECTIONS = 50
_NAME = re.compile(r"[\w.-]{1,100}")
_NOTHING = Furniture(0, {}, frozenset())


class Learned(NamedTuple):
    """What repeats on the pages of a site."""

    site: str
    furniture: Furniture

    @property
    def pages(self) -> int:
        """How many pages were counted; a page that tells the story of another is not."""
        return self.furniture.pages

    @property
    def pack(self) -> Pack:
        """The furniture as a rule pack, for `Config.rules`; without rules where nothing repeats."""
        return pack_of(self.furniture, self.site)

    def toml(self) -> str:
        """Return the pack as the TOML file that people edit."""
        return toml_of(self.furniture, self.site)

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write the TOML file, all or nothing.

        Raises:
            InputError: nothing repeats, so there is no rule to write.
            OSError: the place cannot be written.
        """
        if not self.furniture.repeated:
            raise InputError(f"{self.site}: no line repeats on its {self.pages} pages; give more pages of the site")
        target = os.path.realpath(path)
        temporary = os.path.join(os.path.dirname(target), f".cleantext-{os.urandom(6).hex()}.tmp")
        try:
            with open(temporary, "x", encoding="utf-8", newline="\n") as stream:
                stream.write(self.toml())
            os.replace(temporary, target)
        finally:
            if os.path.exists(temporary):
                os.unlink(temporary)


def learn(texts: Iterable[str | None], *, site: str = "site") -> Learned:
    """Find the lines that repeat on the pages of one site, in one pass and bounded memory.

    `site` names the pack: letters, digits, `.`, `-` and `_`. None is passed over.

    Raises:
        OptionError: a name that cannot stand in the id of a rule, or a text that is none.
    """
    if not isinstance(site, str) or not _NAME.fullmatch(site):
        raise OptionError(f"site={site!r}: give a name of letters, digits, '.', '-' and '_'")
    repaired = (clean(text, _REPAIR) for text in _checked(texts) if text is not None)
    return Learned(site, gather(map(lines_of, repaired)))


def clean_corpus(
    texts: Iterable[str | None],
    groups: Iterable[Hashable] | None = None,
    config: Config | None = None,
    **options: object,
) -> Iterator[str | None]:
    """Clean many pages by what those of one site have in common; as many texts come back, in order.

    `groups` names the site of each text; without it the sites are found by the lines that
    their pages share. None stays None. All texts are read, and cleaned, before the first
    comes back.

    Raises:
        OptionError: as `clean`; groups of another length than the texts; or a text that is none.
    """
    config = configure(config, options)
    first = tuple(stage for stage in config.steps if stage in _BEFORE)
    repair = config.replace(steps=first)
    repaired = (text if text is None or not first else clean(text, repair) for text in _checked(texts))
    pages: Sequence[str | None] = list(repaired) if isinstance(texts, Sequence) else _spooled(repaired)
    if groups is not None:
        return _cleaned(_Job(pages, config, _NOTHING), _named(groups, len(pages)))
    # The list may be of one site that was redesigned: what is everywhere in it holds for all its pages.
    common = common_of(gather(_lines(range(len(pages)), pages)))
    return _cleaned(_Job(pages, config, common), _found(pages, SITE))


def _checked(texts: Iterable[str | None]) -> Iterator[str | None]:
    if isinstance(texts, str | bytes):
        raise OptionError("texts is one text; use clean() for it, or put the pages in a list")
    for number, text in enumerate(texts):
        if text is not None and not isinstance(text, str):
            raise OptionError(f"text {number} is {type(text).__name__}, not str or None; decode it first")
        yield text


def _found(pages: Iterable[str | None], likeness: Likeness) -> list[int]:
    finder = Finder(likeness)
    for text in pages:
        finder.add(lines_of(text or ""))
    return finder.groups()


def _named(groups: Iterable[Hashable], length: int) -> list[int]:
    if isinstance(groups, str | bytes):
        raise OptionError(f"groups={groups!r}: give one name for each text, in a list")
    numbers: dict[Hashable, int] = {}
    named = [numbers.setdefault(name, len(numbers)) for name in groups]
    if len(named) != length:
        raise OptionError(f"groups has {len(named)} names for {length} texts; give one for each text")
    return named


class _Job(NamedTuple):
    """All pages, how they are to be cleaned, and what is furniture on every one of them."""

    pages: Sequence[str | None]
    config: Config
    common: Furniture


def _cleaned(job: _Job, sites: list[int]) -> Iterator[str | None]:
    """Clean site by site; the results are kept where the pages are kept, and come back in order."""
    by_site = _together(range(len(sites)), sites)
    in_turn = (result for numbers in by_site.values() for result in _site_cleaned(numbers, job))
    results = list(in_turn) if isinstance(job.pages, list) else _spooled(in_turn)
    places = array("q", bytes(8 * len(sites)))
    for place, number in enumerate(number for numbers in by_site.values() for number in numbers):
        places[number] = place
    return (results[place] for place in places)


def _together(numbers: Sequence[int], groups: Iterable[int]) -> dict[int, array[int]]:
    """Return the numbers of each group, in the order in which they come."""
    by_group: dict[int, array[int]] = {}
    for number, group in zip(numbers, groups):
        by_group.setdefault(group, array("q")).append(number)
    return by_group


def _site_cleaned(numbers: Sequence[int], job: _Job) -> Iterator[str | None]:
    """Yield the pages of a site cleaned, in the order of their numbers."""
    sections = _found((job.pages[number] for number in numbers), SECTION)
    flows = _flows(numbers, sections, job)
    for number, section in zip(numbers, sections):
        text = job.pages[number]
        yield None if text is None else run(text, flows[section]).doc.text


def _flows(numbers: Sequence[int], sections: list[int], job: _Job) -> dict[int, Flow]:
    """Return the flow for the pages of each section: with what they have in common, where they have anything."""
    by_section = _together(numbers, sections)
    if "boilerplate" not in job.config.steps:
        return dict.fromkeys(by_section, build(job.config))
    whole = job.common
    if len(numbers) > 1:
        whole = joined(whole, gather(_lines(numbers, job.pages)))
    largest = sorted(by_section, key=lambda section: (-len(by_section[section]), section))[:_SECTIONS]
    known = dict.fromkeys(by_section, whole)
    for section in largest:
        inside = by_section[section]
        if len(inside) not in (1, len(numbers)):
            known[section] = joined(whole, gather(_lines(inside, job.pages)))
    sides = gather_sides((page, known[section]) for page, section in zip(_lines(numbers, job.pages), sections))
    # Many a section adds nothing to the site, and a flow of its own is a lexicon more.
    flows = dict.fromkeys(by_section, _flow(whole, sides, job.config))
    apart = [section for section in largest if not known[section].is_within(whole)]
    return flows | {section: _flow(known[section], sides, job.config) for section in apart}


def _flow(furniture: Furniture, sides: Sides, config: Config) -> Flow:
    is_kept = TEMPLATE in config.keep or (config.drop and TEMPLATE not in config.drop)
    if is_kept or not furniture.repeated:
        return build(config)
    flow = build(config.replace(rules=(*config.rules, pack_of(furniture, "corpus"))))
    place = [stage.name for stage in flow.stages].index("boilerplate")
    step = flow.stages[place]
    cut = step.below_template() if isinstance(step, Boilerplate) else step
    return flow._replace(stages=(*flow.stages[:place], Template(furniture, sides), cut, *flow.stages[place + 1 :]))


def _lines(numbers: Sequence[int], pages: Sequence[str | None]) -> Iterator[list[Line]]:
    return (lines_of(pages[number] or "") for number in numbers)


class _Spool(Sequence[str | None]):
    """Texts in a temporary file without a name; memory holds eight bytes for each."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  # it lives as long as the texts are wanted
        self._starts = array("q")

    def append(self, text: str | None) -> None:
        self._starts.append(self._file.tell())
        # In ASCII, which holds lone surrogates, too.
        self._file.write(json.dumps(text).encode() + b"\n")

    def __del__(self) -> None:
        # With the last who wants a text; a file without a name is gone when it is closed.
        self._file.close()

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number):  # type: ignore[no-untyped-def]
        self._file.seek(self._starts[number])
        return json.loads(self._file.readline())


def _spooled(texts: Iterable[str | None]) -> _Spool:
    spool = _Spool()
    for text in texts:
        spool.append(text)
    return spool
