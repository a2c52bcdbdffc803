"""Lexicon: what the rules say about one line, whatever stands around it.

Most lines cost one dictionary look-up. What a line must begin with to be looked at
more closely is known beforehand, and patterns run only where the automaton has found
their keyword. A rule's `find` is a vocabulary here: the line is made of nothing but
these words, and numbers; for the kind legal it is the signs before a year.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from cleantext.core.match import fold
from cleantext.core.rule import Pack, Rule
from cleantext.steps.boilerplate.glue_sight import Openings
from cleantext.steps.boilerplate.introduced import has_year_or_clock, is_byline_rest
from cleantext.steps.boilerplate.kinds import MENU, NUMBER
from cleantext.steps.boilerplate.lines import MARKS, REACH, ends_sentence, key_of, without_brackets, written_key
from cleantext.steps.boilerplate.scan import Scan
from cleantext.steps.boilerplate.verdict import Verdict, stronger, verdict_of

# Parts of a menu on one line stand between these, or blanks; a colon ends a label.
# To the end of the line, so that each line is found once.
_SIGN = re.compile(r"[:|•·»›>/].*")
_AT_SEPARATORS = re.compile(r" ?[|•·»›>] ?| / ")
_TOKEN = re.compile(r"[^\W_][^\s:;,|/()\[\]·•–—-]*")
_NUMBER = re.compile(r"\d[\d.,]*[a-z%]{0,2}")
# Dates and counts are shorter; what is longer has a word that gives it away anyway.
_LONGEST_COUNT = 90
# The rest of the words of a menu are names of sites and columns.
_MENU_SHARE = 0.8
_MENU_KINDS = frozenset(
    {"navigation", "share", "interface", "login", "newsletter", "comments", "subscription", "tools", "app"}
)
# Lines whose verdict is remembered: it depends on the line and the rules alone, so forgetting
# costs time and nothing else. At 160 code points a line this is some ten megabytes at most.
_REMEMBERED = 1 << 15
# Lines judged together: enough for one pass of the automaton to pay, few enough to keep memory flat.
_AT_ONCE = 1 << 12
_STOPS = (".", "!", "?")
_LAST_OF_SENTENCES = frozenset((*_STOPS, *filter(str.isspace, map(chr, range(0x3001)))))
_UNSEEN = Verdict("", "", False)


class _Vocabulary(NamedTuple):
    words: frozenset[str]
    verdict: Verdict


class Lexicon:
    """Looks lines up; safe to share between threads."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        rules = [rule for pack in packs for rule in pack.rules]
        self._literals: dict[str, Verdict] = {}
        self._sentences: set[str] = set()
        self._labels: dict[str, Verdict] = {}
        self._by: dict[str, list[tuple[str, Verdict]]] = {}
        for rule in rules:
            self._add_lines(rule)
        vocabularies = [
            _Vocabulary(frozenset(map(fold, rule.find)), verdict_of(rule))
            for rule in rules
            if rule.find and rule.kind != "legal"
        ]
        self._vocabularies: dict[str, list[_Vocabulary]] = {}
        for vocabulary in vocabularies:
            for word in vocabulary.words:
                self._vocabularies.setdefault(word, []).append(vocabulary)
        self._menu_words = frozenset(
            key for key, verdict in self._literals.items() if verdict.kind in _MENU_KINDS and " " not in key
        )
        self._firsts = self._menu_words.union(self._vocabularies, self._by)
        self._scan = Scan(rules)
        self._seen: dict[str, Verdict | None] = {}

    @property
    def is_empty(self) -> bool:
        """Whether there is no rule at all."""
        return not (self._literals or self._vocabularies or self._scan.keywords)

    def label(self, key: str) -> Verdict | None:
        """Return the verdict on a literal line, by its key; nothing but a look-up, no patterns."""
        return self._literals.get(key)

    @cached_property
    def label_starts(self) -> frozenset[str]:
        """How literal lines begin, folded: those of one word, and of the others the first two words."""
        return frozenset(" ".join(key.split(" ", 2)[:2]) for key in self._literals)

    @cached_property
    def openings(self) -> Openings:
        """How literal lines begin, to tell at a glance."""
        return Openings.of(self._literals)

    def look_up(self, lines: Sequence[str]) -> dict[int, Verdict]:
        """Return the verdict on each line that has one, by its number."""
        found: dict[int, Verdict] = {}
        unseen: list[int] = []
        seen = self._seen
        for number, line in enumerate(lines):
            if line and len(line) <= REACH:
                verdict = seen.get(line, _UNSEEN)
                if verdict is _UNSEEN:
                    unseen.append(number)
                elif verdict is not None:
                    found[number] = verdict
        for first in range(0, len(unseen), _AT_ONCE):
            numbers = unseen[first : first + _AT_ONCE]
            judged = self._judge([lines[number] for number in numbers])
            found.update((number, verdict) for number, verdict in zip(numbers, judged, strict=True) if verdict)
        return found

    def _judge(self, lines: list[str]) -> list[Verdict | None]:
        """Judge lines, and remember what came out: a site's furniture is on every page of it."""
        together = fold("\n".join(lines))
        folded = together.split("\n")
        has_gaps = "  " in together or "\t" in together
        keys = [key_of(line) for line in folded] if has_gaps else [line.strip(MARKS) for line in folded]
        verdicts = [self._literals.get(key) for key in keys]
        for number, line in enumerate(folded):
            if line[-1] in _LAST_OF_SENTENCES and _is_short_sentence(line) and keys[number] not in self._sentences:
                # A label has no full stop: "Close." and "Comments?" may be spoken in the story.
                keys[number] = ""
                verdicts[number] = None
        numbers = [number for number, key in enumerate(keys) if key and verdicts[number] is None]
        keys = [keys[number] for number in numbers]
        for index, verdict in self._closer(keys, [lines[number] for number in numbers]):
            number = numbers[index]
            verdicts[number] = stronger(verdicts[number], verdict)
        if len(self._seen) + len(lines) > _REMEMBERED:
            self._seen = {}
        self._seen.update(zip(lines, verdicts, strict=True))
        return verdicts

    def _add_lines(self, rule: Rule) -> None:
        verdict = verdict_of(rule)
        introduces = verdict.takes == "list" and rule.kind in ("byline", "caption")
        # A label that has nothing to introduce on its own line proves less.
        alone = verdict._replace(edge=True) if introduces else verdict
        for line in rule.line:
            key = key_of(fold(line))
            if not key:
                key = fold(line).strip()
            self._literals[key] = stronger(self._literals.get(key), alone)
            if line.endswith(_STOPS):
                self._sentences.add(key)
            if introduces and rule.kind == "byline":
                self._by.setdefault(key.split(" ")[0], []).append((key, verdict._replace(takes="line")))
            elif verdict.takes == "list" and rule.kind in ("related", "tags"):
                self._labels[key] = stronger(self._labels.get(key), verdict._replace(takes="line"))

    def _closer(self, keys: list[str], lines: list[str]) -> Iterator[tuple[int, Verdict]]:
        """Yield verdicts on lines that are no literal, the surest kind of evidence first."""
        firsts = self._firsts
        for index, key in enumerate(keys):
            # "Author: Ana Lee" begins with the label and its colon.
            first = key.partition(" ")[0].rstrip(":")
            if first in firsts or not first.isalpha():
                verdict = self._by_first(key, first, lines[index])
                if verdict is not None:
                    yield index, verdict
        yield from self._in_parts(keys)
        yield from self._scan.find(keys, lines)

    def _by_first(self, key: str, first: str, line: str) -> Verdict | None:
        """Judge a line by how it begins: a label in brackets, a byline, a date or a count, a menu."""
        verdict: Verdict | None = None
        if key[0] in "([{":
            verdict = self._literals.get(without_brackets(key))
        elif first in self._by:
            verdict = self._byline(key, first, line)
        if verdict is None and len(key) <= _LONGEST_COUNT:
            last = key.rpartition(" ")[2]
            if last in self._vocabularies or not last.isalpha():
                verdict = self._count(key)
        if verdict is None and first in self._menu_words and key.count(" ") >= 3:
            verdict = self._menu(key, line)
        return verdict

    def _byline(self, key: str, first: str, line: str) -> Verdict | None:
        for opener, verdict in self._by[first]:
            if key.startswith(opener) and key[len(opener) : len(opener) + 1] in (" ", ":"):
                written = written_key(line)
                if len(written) == len(key) and is_byline_rest(written[len(opener) :]):
                    return verdict
        return None

    def _count(self, key: str) -> Verdict | None:
        """Judge a line that may be made of numbers and of the words of one vocabulary: a date, a count."""
        words: list[str] = []
        numbers = 0
        for token in _TOKEN.findall(key):
            if _NUMBER.fullmatch(token):
                numbers += 1
                continue
            word = token.rstrip(".'")
            if word not in self._vocabularies:
                return None
            words.append(word)
        if not words:
            return Verdict(NUMBER, "counter", True) if numbers == 1 and len(key) <= 12 else None
        for vocabulary in self._vocabularies.get(words[0], ()):
            if _is_enough(vocabulary.verdict.kind, len(words), numbers, key) and vocabulary.words.issuperset(words):
                # A count may be a row of a table; two counts of different things on one line are not.
                sure = vocabulary.verdict.kind == "counter" and numbers > 1 and len(set(words)) > 1
                return vocabulary.verdict._replace(edge=False) if sure else vocabulary.verdict
        return None

    def _menu(self, key: str, line: str) -> Verdict | None:
        """Judge a line that may be a menu, all of it on one line: nearly every word is a label."""
        words = key.split()
        known = sum(1 for word in words if word in self._menu_words)
        if known < _MENU_SHARE * len(words) or ends_sentence(line) or not _is_capitalised(line):
            return None
        return Verdict(MENU, "navigation", len(words) < 6 and len(set(words)) == len(words))

    def _in_parts(self, keys: list[str]) -> Iterator[tuple[int, Verdict]]:
        """Yield verdicts on lines that a sign cuts into parts: "Label: headline", "Home | News | Sport"."""
        everything = "\n".join(keys)
        starts = [0, *accumulate([len(key) + 1 for key in keys])]
        for sign in _SIGN.finditer(everything):
            index = bisect_right(starts, sign.start()) - 1
            key = keys[index]
            if ":" in key or "|" in key:
                label = self._labels.get(key.replace("|", ":", 1).partition(":")[0].rstrip())
                if label is not None:
                    yield index, label
                    continue
            parts = _AT_SEPARATORS.split(key)
            known = sum(1 for part in parts if part.strip() in self._literals)
            if len(parts) >= 3 and known >= 0.6 * len(parts):
                yield index, Verdict(MENU, "navigation", known < len(parts))


def _is_short_sentence(folded: str) -> bool:
    line = folded.strip()
    return line.endswith(_STOPS) and not line.endswith("...") and line.count(" ") < 2 and line[0].isalpha()


def _is_enough(kind: str, words: int, numbers: int, key: str) -> bool:
    """Say whether a line of one vocabulary is what its kind needs: numbers, and for a date a year or a time."""
    if kind == "byline":
        # "9 June" heads a letter.
        return numbers > 0 and has_year_or_clock(key)
    if kind == "counter":
        return numbers > 0
    # Brackets are code: print(share).
    return words > 1 and numbers == 0 and "(" not in key


def _is_capitalised(line: str) -> bool:
    words = [word for word in line.split() if word[0].isalpha()]
    return bool(words) and sum(1 for word in words if word[0].isupper()) >= len(words) - 1
