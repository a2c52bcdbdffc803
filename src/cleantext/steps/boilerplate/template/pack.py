"""Pack: the furniture of a site as an ordinary pack of rules.

Rules are made here as reading them from a file would make them: parsing each pattern
again to find its keyword takes milliseconds, and a site has dozens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleantext.core.rule import STATISTICS, Pack, Rule
from cleantext.language import SAMPLE, UNKNOWN, detect_in, likely
from cleantext.steps.boilerplate import lexicons
from cleantext.steps.boilerplate.lexicon import Lexicon
from cleantext.steps.boilerplate.lines import REACH
from cleantext.steps.boilerplate.template.counts import Count
from cleantext.steps.boilerplate.template.learned import Furniture

KIND = "template"
# The most frequent lines of a site; beyond these are the headlines of the day.
_LINES = 5_000
_PATTERNS = 300
_EXAMPLES = 2
# Kinds whose lines the step does not only remove, but learns names from.
_READ_OTHERWISE = frozenset({"byline", "caption", "legal"})
# A sentence that holds the words of the line and is none of the site's. Its signs and numbers, a
# copyright before a year above all, would make a sentence boilerplate to other rules.
_NEAR_MISS = "The words “{line}” were read out in the harbour office on Monday, and nobody could say what they meant."
_LETTERS = re.compile(r"[^\W\d_]+")
_SLUG = re.compile(r"[a-z]{2,20}")
_UNNEEDED = re.compile(r"\\([ #&~\-])")
# The words of a form that the scanner can look for, as `core.pattern` sees them.
_WORD = re.compile("\\w{3,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2}")


class Entry(NamedTuple):
    """A rule and the counts behind it, one for each of its lines, or one for its pattern."""

    rule: Rule
    counts: tuple[Count, ...]


def pack_of(furniture: Furniture, site: str) -> Pack:
    """Return the furniture as a pack; it has no rules where nothing repeats."""
    rules = tuple(entry.rule for entry in entries(furniture, site))
    return Pack(f"user.boilerplate.{site}", "user", "boilerplate", site, source=STATISTICS, rules=rules)


def entries(furniture: Furniture, site: str) -> list[Entry]:
    """Return the rules in order: literals by kind, the certain ones first, then a pattern for each form."""
    counts = sorted(furniture.repeated.values(), key=lambda count: (-count.pages, count.name))
    forms = [count for count in counts if count.is_form and _may_be_pattern(count.name)]
    shipped = _shipped(counts)
    known = shipped.look_up([count.spelling for count in forms])
    forms = [
        count for number, count in enumerate(forms) if number not in known or _where(count, furniture) == "anywhere"
    ][:_PATTERNS]
    covered = {count.name for count in forms}
    literals = [count for count in counts if not count.is_form and count.form not in covered][:_LINES]
    found = list(_literals(literals, furniture, shipped))
    used: set[str] = set()
    for count in forms:
        word = _keyword(count.name)
        rule = Rule(
            _slug(count.name, used),
            pattern=pattern_of(count.name),
            keyword=word.text,
            in_words=not word.is_whole,
            where=_where(count, furniture),
        )
        found.append(Entry(rule, (count,)))
    return [entry._replace(rule=_finished(entry, f"user.boilerplate.{site}/")) for entry in found]


def pattern_of(form: str) -> str:
    """Return the regular expression of a form: any number where one changes."""
    return r"\d{1,20}".join(_UNNEEDED.sub(r"\1", re.escape(part)) for part in form.split("#"))


def _may_be_pattern(form: str) -> bool:
    # A date in ideographs, one between two numbers, has no word to be found by.
    return len(form) <= REACH and any(map(_WORD.search, form.split("#")))


def _literals(literals: list[Count], furniture: Furniture, shipped: Lexicon) -> Iterator[Entry]:
    """Yield rules of literals, without the lines that a shipped rule takes more than themselves by."""
    verdicts = shipped.look_up([count.spelling for count in literals])
    blocks: dict[tuple[str, str], list[Count]] = {}
    for number, count in enumerate(literals):
        verdict = verdicts.get(number)
        # A label that takes a list along is known better; what is known as an edge already gains nothing.
        if verdict is not None and (verdict.takes != "line" or _where(count, furniture) == "edge"):
            continue
        kind = verdict.kind if verdict is not None and verdict.kind not in _READ_OTHERWISE else KIND
        blocks.setdefault((_where(count, furniture), kind), []).append(count)
    for (where, kind), counts in sorted(blocks.items()):
        name = kind if where == "anywhere" else f"{kind}-{where}"
        rule = Rule(name, kind, tuple(_readable(count.spelling) for count in counts), where=where)
        yield Entry(rule, tuple(counts))


def _shipped(counts: list[Count]) -> Lexicon:
    """Return the rules that ship for the language that the lines seem to be in."""
    sample = "\n".join(count.spelling for count in counts)[:SAMPLE]
    language = detect_in(sample)
    return lexicons.shipped(likely(sample) if language == UNKNOWN else (language,))


def _where(count: Count, furniture: Furniture) -> str:
    return "anywhere" if count.name in furniture.certain else "edge"


class _Word(NamedTuple):
    text: str
    is_whole: bool


def _keyword(form: str) -> _Word:
    """Return the word by which a form is found: the longest whole one, else the longest beside a number."""
    parts = form.split("#")
    words = [
        _Word(word[0], not ((number and word.start() == 0) or (number < len(parts) - 1 and word.end() == len(part))))
        for number, part in enumerate(parts)
        for word in _WORD.finditer(part)
    ]
    return max(words, key=lambda word: (word.is_whole, len(word.text)))


def _finished(entry: Entry, prefix: str) -> Rule:
    """Return a rule with its id, kind, source and examples."""
    spellings = sorted(
        (_readable(count.spelling) for count in entry.counts), key=lambda text: (len(text) > REACH, text.endswith("."))
    )
    return entry.rule._replace(
        id=prefix + entry.rule.id,
        kind=entry.rule.kind or KIND,
        source=STATISTICS,
        removes=tuple(spellings[:_EXAMPLES]),
        keeps=(_NEAR_MISS.format(line=" ".join(word[:20] for word in _LETTERS.findall(spellings[0])[:4])),),
    )


def _readable(spelling: str) -> str:
    """Return a line as a file can hold it: a lone surrogate is no character, and the fold makes the same of it."""
    return spelling.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _slug(form: str, used: set[str]) -> str:
    words = "-".join(_SLUG.findall(form)[:3]) or "line"
    name, number = f"number-{words}", 2
    while name in used:
        name, number = f"number-{words}-{number}", number + 1
    used.add(name)
    return name
