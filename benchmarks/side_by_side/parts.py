"""Parts: what a run consists of, and how much of it is wanted."""

from __future__ import annotations

import sys
import time
from typing import NamedTuple

from side_by_side.cold import cold_starts
from side_by_side.contenders import FTFY, PEERS, Contender, contenders, meeting
from side_by_side.cores import scaling
from side_by_side.corpus import corpus, news
from side_by_side.documents import LONG, MEGABYTE, STEPS_SET, Documents, documents, names, others
from side_by_side.machine import facts
from side_by_side.measure import Bench, Row
from side_by_side.memory import Peak, of_text, streams
from side_by_side.processes import Worker, install_peers
from side_by_side.results import Results, Size

PARTS = ("speed", "peers", "steps", "long", "start", "memory", "cores")
# In a quick run: what tells most, and no languages.
_QUICK_SETS = ("full-pages", "residue", "ascii-articles", "clean-articles", "damaged", "short-texts")
# The peers that a quick run asks: one figure depends on it.
_QUICK_PEERS = ("clean-text",)


class Plan(NamedTuple):
    """How much is measured; `only` names parts and contenders, `sets` sets of documents, none of them all."""

    rounds: int = 3
    megabytes: float = 1.0
    limit: float = 600.0
    is_quick: bool = False
    only: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()

    @classmethod
    def look(cls) -> Plan:
        """Return the plan of a look."""
        return cls(rounds=2, megabytes=0.1, limit=60.0, is_quick=True)

    def has(self, part: str) -> bool:
        """Say whether a part is wanted: where none is named, all are, but for those that a look leaves out."""
        if self.only:
            return part in self.only
        return not self.sets and not (self.is_quick and part in ("long", "cores", "steps"))

    def wanted_sets(self) -> list[str]:
        """Return the sets to measure.

        Raises:
            ValueError: a set, part or contender that does not exist.
        """
        known = names()
        self._check(known)
        if self.sets:
            return [name for name in known if name in self.sets]
        chosen = [name for name in known if self._holds(name)]
        return [name for name in chosen if name in _QUICK_SETS or not self.is_quick or name == STEPS_SET]

    def _holds(self, name: str) -> bool:
        if self._contenders():
            return True
        if name == STEPS_SET:
            return self.has("steps")
        if name in (*LONG, "parts-of-long"):
            return self.has("long")
        return self.has("speed") or (self.has("peers") and PEERS[0] in meeting(name))

    def wanted(self, documents: str) -> list[Contender]:
        """Return the contenders that a set meets; ftfy always, for it is what ratios are taken of."""
        every = contenders()
        named = self._contenders()
        if named:
            return [every[name] for name in every if name in named or name == FTFY]
        meets = meeting(documents)
        peers: tuple[str, ...] = _QUICK_PEERS if self.is_quick else PEERS
        if (self.only or self.is_quick) and not self.has("peers"):
            peers = ()
        return [every[name] for name in meets if name not in PEERS or name in peers]

    def _contenders(self) -> set[str]:
        return set(self.only) & set(contenders())

    def _check(self, known: list[str]) -> None:
        for name in self.sets:
            if name not in known:
                raise ValueError(f"--sets {name}: no such set; known are {', '.join(known)}")
        for name in self.only:
            if name not in PARTS and name not in contenders():
                raise ValueError(f"--only {name}: no part or contender; known are {', '.join((*PARTS, *contenders()))}")


def measured(plan: Plan) -> Results:
    """Measure what a plan asks for."""
    sets = plan.wanted_sets()
    failed = {} if plan.is_quick or not _asks_peers(plan, sets) else install_peers(_tell)
    sizes, rows, missing = _speed(plan, sets)
    peaks, streamed = _memory(plan)
    return Results(
        facts(),
        corpus().source,
        {"rounds": plan.rounds, "megabytes": plan.megabytes, "quick": plan.is_quick},
        sizes,
        tuple(rows),
        {**failed, **missing},
        cold_starts(plan.rounds, with_peers=not plan.is_quick) if plan.has("start") else {},
        peaks,
        streamed,
        scaling(_texts(8 * plan.megabytes), plan.rounds) if plan.has("cores") else {},
    )


def _asks_peers(plan: Plan, sets: list[str]) -> bool:
    return plan.has("start") or any(contender.is_peer for name in sets for contender in plan.wanted(name))


def _speed(plan: Plan, sets: list[str]) -> tuple[dict[str, Size], list[Row], dict[str, str]]:
    bench = Bench(lambda contender: Worker(contender, plan.limit), others(), _tell)
    sizes: dict[str, Size] = {}
    rows: list[Row] = []
    try:
        for name in sets:
            # Half as much for the steps, of which there are many.
            made = documents(name, plan.megabytes / 2 if name == STEPS_SET else plan.megabytes)
            sizes[name] = Size(len(made.texts), made.megabytes)
            rows += bench.rows(made, plan.wanted(name), _rounds(plan, made))
    finally:
        bench.close()
    return sizes, rows, bench.missing


def _rounds(plan: Plan, made: Documents) -> int:
    # A text of 50 MB takes so long that what disturbs it evens out.
    return 1 if made.name in LONG else plan.rounds


def _memory(plan: Plan) -> tuple[dict[str, Peak], dict[str, int]]:
    if not plan.has("memory"):
        return {}, {}
    # A quick look has not the time to warm five processes up on everything.
    warm = others()[:: 4 if plan.is_quick else 1]
    peaks: dict[str, Peak] = {}
    for name in LONG:
        _tell(f"memory: {name}")
        made = documents(name, plan.megabytes / 2 if plan.is_quick else plan.megabytes)
        peak = of_text(made.texts[0], warm)
        if peak:
            peaks[name] = peak
    _tell("memory: streams")
    streamed = streams(_texts(32 * plan.megabytes), warm)
    return peaks, {name: peak for name, peak in streamed.items() if peak is not None}


def _texts(megabytes: float) -> list[str]:
    texts: list[str] = []
    size = 0.0
    for text in news():
        texts.append(text)
        size += len(text) / MEGABYTE
        if size >= megabytes:
            break
    return texts


def _tell(line: str) -> None:
    print(f"{time.strftime('%H:%M:%S')}  {line}", file=sys.stderr, flush=True)
