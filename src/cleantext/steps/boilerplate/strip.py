"""Strip: which lines of a document go, by rules and by weights, until nothing more goes.

Rules say what is certain, alone and among its neighbours (`context`); weights say what
is likely (`story`), of the same lines, as what rules know is evidence for both. Each turn
sees only what the one before has left, so that a second run over the cleaned text finds
what the last turn found: nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cleantext.steps.boilerplate.context import removed_lines
from cleantext.steps.boilerplate.kinds import NUMBER
from cleantext.steps.boilerplate.lines import key_of
from cleantext.steps.boilerplate.story import Removed, beside_story
from cleantext.steps.boilerplate.verdict import Verdict
from cleantext.steps.boilerplate.weights import Sight, Weights

# Pages are stable after three turns; the cap is for texts made to defeat it.
_TURNS = 16


def stripped_lines(
    lines: Sequence[str], verdicts: Mapping[int, Verdict], weights: Weights, page: str, *, is_cut: bool = False
) -> dict[int, Removed]:
    """Return the numbers of the lines that go; nothing where nothing with a letter or digit would be left.

    `page` and `is_cut` are those of `beside_story`.
    """
    if not verdicts:
        return {}
    alive = [number for number, line in enumerate(lines) if line and not line.isspace()]
    removed: dict[int, Removed] = {}
    sights: Sequence[Sight] = ()
    for _ in range(_TURNS):
        known = {place: verdicts[number] for place, number in enumerate(alive) if number in verdicts}
        taken: dict[int, Removed] = {}
        if _shows_page(known.values()):
            texts = [lines[number] for number in alive]
            sights = sights or weights.sights(texts)
            beside = beside_story((texts, sights), known, weights, page, is_cut=is_cut)
            taken = {alive[place]: why for place, why in beside.items()}
        if _tells(known):
            by_rules = removed_lines(lines, {alive[place]: verdict for place, verdict in known.items()}, alive)
            taken |= {number: Removed(rule, 1.0) for number, rule in by_rules.items()}
        if not taken:
            break
        removed |= taken
        if sights:
            sights = [sight for number, sight in zip(alive, sights, strict=True) if number not in taken]
        alive = [number for number in alive if number not in taken]
    else:
        # Made to defeat us: a second run would find more, so such a text is left alone.
        return {}
    return removed if any(key_of(lines[number]) for number in alive) else {}


def _tells(verdicts: Mapping[int, Verdict]) -> bool:
    """Say whether rules know enough to act: two lines, or one that is certain.

    One label that may be anything elsewhere proves nothing, nor does the title "Comments".
    """
    labels = {place: verdict for place, verdict in verdicts.items() if verdict.rule != NUMBER}
    if len(labels) != 1:
        return len(labels) > 1
    ((place, verdict),) = labels.items()
    return not verdict.edge and (place > 0 or verdict.takes != "list")


def _shows_page(verdicts: Iterable[Verdict]) -> bool:
    """Say whether a text shows that it comes from a web page: labels of several kinds, the fewer the surer.

    Poems, recipes and programs hold a "Menu" or "Search" too, and weights were never fitted to them.
    """
    labels = [verdict for verdict in verdicts if verdict.rule != NUMBER]
    kinds = len({verdict.kind for verdict in labels})
    certain = sum(not verdict.edge for verdict in labels)
    return kinds + min(certain, 2) >= 4
