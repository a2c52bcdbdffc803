"""Scan: patterns and credits, behind one pass of an automaton over the short lines.

A pattern runs only on a line that holds its keyword. The words that
introduce a credit ("Photo") are keywords too, and so are the names of agencies.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from cleantext.core.match import Matcher, fold, is_bounded
from cleantext.core.rule import Rule
from cleantext.steps.boilerplate.introduced import (
    has_year,
    is_credit_rest,
    is_name_line,
    is_shared_credit,
    last_source,
    may_begin_credit,
)
from cleantext.steps.boilerplate.lines import key_of, written_key
from cleantext.steps.boilerplate.verdict import Verdict, verdict_of

# A colon or a slash after "Photo" says that a credit follows; a blank alone does not.
_BETWEEN = re.compile(r" ?[:/|©] ?| ")

# Below this code point letters and digits make words.
_SPACELESS = "\u0e00"


class _Pattern(NamedTuple):
    source: str
    verdict: Verdict


class _Keyword(NamedTuple):
    """What a word in a line may mean."""

    patterns: tuple[_Pattern, ...]
    in_words: bool
    credit: Verdict | None
    right: Verdict | None
    source: Verdict | None


class Scan:
    """Finds the lines that a pattern matches whole, and those that end in a credit."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        patterns: dict[str, list[_Pattern]] = {}
        in_words: set[str] = set()
        credits: dict[str, Verdict] = {}
        rights: dict[str, Verdict] = {}
        sources: dict[str, Verdict] = {}
        for rule in rules:
            verdict = verdict_of(rule)
            if rule.pattern:
                patterns.setdefault(rule.keyword, []).append(_Pattern(rule.pattern, verdict))
                if rule.in_words:
                    in_words.add(rule.keyword)
            if rule.kind == "legal":
                rights.update(dict.fromkeys(map(fold, rule.find), verdict))
            if rule.kind == "caption":
                table = credits if rule.takes == "list" else sources
                keys = filter(None, (key_of(fold(line)) for line in rule.line))
                table.update(dict.fromkeys(keys, verdict._replace(takes="line")))
        words = sorted({*patterns, *credits, *rights, *sources})
        self._sources = sources
        self.keywords = words
        self._keywords = [
            _Keyword(
                tuple(patterns.get(word, ())),
                word in in_words,
                credits.get(word),
                rights.get(word),
                sources.get(word),
            )
            for word in words
        ]
        self._matcher = Matcher(words) if words else None

    def find(self, keys: list[str], lines: list[str]) -> Iterator[tuple[int, Verdict]]:
        """Yield the number of each line that matches, with what the rule says; a line may come twice."""
        if self._matcher is None or not keys:
            return
        starts = [0, *accumulate(len(key) + 1 for key in keys)]
        last = -1
        written = ""
        tried: set[int] = set()
        everything = "\n".join(keys)
        # Inside words too: the keyword of a pattern may be part of one ("sailing" of "sailings? now").
        for word, start, end in self._matcher.find_inside(everything):
            bounded = _stands_alone(everything, start, end)
            if not bounded and not self._keywords[word].in_words:
                continue
            index = bisect_right(starts, start) - 1
            if index != last:
                last, written, tried = index, written_key(lines[index]), set()
            verdict = None
            if word not in tried:
                tried.add(word)
                verdict = self._whole(word, written)
            # Positions hold only where folding and joining blanks came to the same length.
            if verdict is None and len(written) == len(keys[index]) and bounded:
                verdict = self._judge(word, written, start - starts[index], end - starts[index])
            if verdict is not None:
                yield index, verdict

    def _whole(self, word: int, written: str) -> Verdict | None:
        for pattern in self._keywords[word].patterns:
            if _compiled(pattern.source).fullmatch(written):
                return pattern.verdict
        return None

    def _judge(self, word: int, written: str, start: int, end: int) -> Verdict | None:
        keyword = self._keywords[word]
        if keyword.right is not None and has_year(written[end : end + 24]):
            return keyword.right
        if keyword.credit is not None and may_begin_credit(written, start):
            return self._credit(keyword.credit, self.keywords[word], written[end:])
        if keyword.source is not None and written[end:].strip(" )].") == "":
            return _signed(keyword.source, written[:start])
        return None

    def _credit(self, verdict: Verdict, opener: str, rest: str) -> Verdict | None:
        between = _BETWEEN.match(rest)
        if between is None or not is_credit_rest(rest[between.end() :]):
            return None
        if between.group().strip() or last_source(rest) in self._sources:
            return verdict
        # "Copyright Name Surname/Firm", "Photo by Name Surname": nothing but names after the words.
        named = is_shared_credit(rest) or (" " in opener and is_name_line(rest.strip(" )]")))
        return verdict if named else None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say what `is_bounded` says, most of it at a glance: between blanks, or inside a word of a script with blanks."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    if before in " \n" and after in " \n":
        return True
    if before.isalnum() and before < _SPACELESS and text[start].isalnum() and text[start] < _SPACELESS:
        return False
    return is_bounded(text, start, end)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # When its keyword is met first: a short run meets few of them.
    return re.compile(pattern, re.IGNORECASE)


def _signed(verdict: Verdict, before: str) -> Verdict | None:
    """Judge a line that ends with an agency: "Name Surname / " or "Press Service via " must come before it."""
    for sign in ("/", " via "):
        if before.endswith((sign, sign + " ")):
            names = before.rstrip(" ").removesuffix(sign.strip()).strip(" (©/")
            return verdict if names == "" or is_credit_rest(names) else None
    return None
