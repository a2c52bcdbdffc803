"""Examine: do rules keep what their own examples promise, alone and together?

Reading a pack finds faults of form; this finds faults of sense: an example that does
not come true, two rules for one phrase, rules that undo each other, a rule that fires on
its own output. It knows no step: the caller says what a pack does to a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from cleantext.core.fold import fold
from cleantext.core.rule import Pack, missing_evidence

# What a pack makes of a text, with its gate forced open: the new text.
Act = Callable[[Pack, str], str]
# Of two rows that lead to each other, at most one is sure: their keeps add up to this at least.
_BOTH_WAYS = 0.8
# A fix that is itself a spun phrase is meant where it stands, at least that often.
_MEANT = 0.2


class Trials(NamedTuple):
    """How examples are tried.

    act: what a pack alone makes of a text that is spun throughout; calmly: what it makes of one
    that is hardly spun, the same for all other steps; removed: whether a pack of boilerplate
    takes a line out of a story.
    """

    act: Act
    calmly: Act
    removed: Callable[[Pack, str], bool]


class Example(NamedTuple):
    """One promise of a rule or a block: `before` becomes `after`; equal where it must stay."""

    owner: str
    before: str
    after: str


def examine(packs: Iterable[Pack], trials: Trials) -> list[str]:
    """Return every fault of the packs, each saying where, what, and what to do."""
    packs = tuple(packs)
    found: list[str] = []
    for pack in packs:
        found += missing_evidence(pack, pack.id)
        found += _lines_of(pack, trials.removed) if pack.step == "boilerplate" else _texts_of(pack, trials)
        found += _loops(pack)
    return [*found, *_duplicates(packs)]


def slow_patterns(packs: Iterable[Pack]) -> list[str]:
    """Return which patterns are slow on the worst texts that their own form suggests; a tenth of a second each.

    Reading a pack has refused already what can be seen to be slow; this tries the rest.
    """
    from cleantext.core.probe import told

    return [f"{rule.id}: {fault}" for pack in packs for rule in pack.rules if (fault := told(rule.pattern))]


def _texts_of(pack: Pack, trials: Trials) -> Iterator[str]:
    for example in examples(pack):
        act = trials.calmly if example.before == example.after else trials.act
        after = act(pack, example.before)
        if after != example.after:
            verb = "stay as it is" if example.before == example.after else f"become {example.after!r}"
            yield f"{example.owner}: {example.before!r} must {verb}, and becomes {after!r}; mend one of them"
        elif trials.calmly(pack, after) != after:
            yield f"{example.owner}: fires on its own output {after!r}; narrow it"
    for rule in pack.rules:
        for before, wanted in rule.fails:
            if trials.act(pack, before) == wanted:
                yield f"{rule.id}: {before!r} is listed under `fails` and works now; move it to `changes`"


def _lines_of(pack: Pack, removed: Callable[[Pack, str], bool]) -> Iterator[str]:
    for rule in pack.rules:
        for line in rule.removes:
            if not removed(pack, line):
                yield f"{rule.id}: {line!r} must go, and stays; mend the rule or the example"
        for line in rule.keeps:
            if removed(pack, line):
                yield f"{rule.id}: {line!r} must stay, and goes; narrow the rule"
        for line, _ in rule.fails:
            if removed(pack, line):
                yield f"{rule.id}: {line!r} is listed under `fails` and works now; move it to `removes`"


def examples(pack: Pack) -> Iterator[Example]:
    """Yield every example of a pack's rules and blocks, those that must change first."""
    for rule in pack.rules:
        yield from _promises(rule.id, rule.changes, rule.keeps)
    for block in pack.blocks:
        yield from _promises(f"{pack.id}, block {block.name!r}", block.changes, block.keeps)


def _promises(owner: str, changes: tuple[tuple[str, str], ...], keeps: tuple[str, ...]) -> Iterator[Example]:
    for before, after in changes:
        yield Example(owner, before, after)
    for text in keeps:
        yield Example(owner, text, text)


def _loops(pack: Pack) -> Iterator[str]:
    """Yield phrases of a table that lead back to themselves, or whose fix would fire again."""
    if pack.step != "wording" or "fixes" not in pack.columns:
        return
    column, keep = pack.columns.index("fixes"), pack.columns.index("keep")
    # A row that is always kept is a fixed term: evidence, and a shield for the words inside it.
    acting = [row for row in pack.table if float(row[keep]) < 1]
    fixes = {fold(row[0]): [fold(fix) for fix in row[column].split("|")] for row in acting}
    keeps = {fold(row[0]): float(row[keep]) for row in acting}
    for phrase, targets in fixes.items():
        for target in targets:
            if target == phrase:
                yield f"{pack.id}: {phrase!r} is its own fix; remove the row"
            elif phrase in fixes.get(target, ()):
                if round(keeps[phrase] + keeps[target], 6) < _BOTH_WAYS:
                    yield f"{pack.id}: {phrase!r} and {target!r} become each other; decide which is the spun one"
            elif keeps.get(target, 1.0) < _MEANT:
                yield f"{pack.id}: the fix {target!r} of {phrase!r} is a spun phrase too; give the chain's last word"


def _duplicates(packs: tuple[Pack, ...]) -> Iterator[str]:
    # By language, as a text meets the rules of its own.
    seen: dict[tuple[str, str, str, str], str] = {}
    for pack in packs:
        for rule in pack.rules:
            # In boilerplate `find` lists the words that lines of a kind are made of; kinds share words.
            found = () if pack.step == "boilerplate" else rule.find
            for phrase in (*rule.line, *found, *((rule.pattern,) if rule.pattern else ())):
                key = (pack.language, pack.step, pack.topic if pack.step == "characters" else "", fold(phrase))
                if key in seen:
                    yield f"{rule.id}: {phrase!r} stands in {seen[key]} already; keep one of them"
                else:
                    seen[key] = rule.id
