"""Trial: what a pack does to an example, with every gate forced open.

A rule's examples ask about the rule, not about the evidence a whole document must show,
so packs run here on a sentence. A line of boilerplate is tried where it would stand:
at the head of a story, between two paragraphs, and at its end.
"""

from __future__ import annotations

from functools import lru_cache

from cleantext.config import Config
from cleantext.core.doc import Doc
from cleantext.core.edit import apply, resolve
from cleantext.core.examine import Trials
from cleantext.core.load import packaged
from cleantext.core.rule import Pack
from cleantext.pipeline import Stage

_STORY = (
    "The ferry to the northern islands will sail twice a day from June, the harbour board said on Monday, ending"
    " a dispute that had kept the second boat in port since the autumn.",
    "Crews had refused to work the late crossing without a third deckhand, and the company had refused to pay for"
    " one. Under the agreement the board will meet half of the cost for two years.",
    "“We should have done this in October,” said the harbour master, who chaired the talks. The islands' schools"
    " and the creamery had both asked for the evening boat to be restored.",
    "Tickets for the summer go on sale next week, and fares will stay as they are until the new year.",
)


_CHROME = "Advertisement"

# The share of replaced words in a document that is hardly spun: what is plainly meant stays there.
_HARDLY = 0.1


def act(pack: Pack, text: str) -> str:
    """Return what one pack, alone and without its gate, makes of a text."""
    return _made(_stage(pack), pack, text)


def act_calmly(pack: Pack, text: str) -> str:
    """Return what one pack makes of a text in a document that is hardly spun."""
    return _made(_calm_stage(pack) if pack.step == "wording" else _stage(pack), pack, text)


def _made(stage: Stage, pack: Pack, text: str) -> str:
    doc = Doc(text, lambda _: "en" if pack.language == "any" else pack.language)
    return apply(text, resolve(stage(doc)))


def removed(pack: Pack, line: str) -> bool:
    """Say whether the step, with this pack beside those that ship, takes a line out of a story anywhere."""
    stage = _boilerplate(pack)
    for place in (0, 3, len(_STORY) + 1):
        # A label that may be anything goes only where another shows that the text is from a web page.
        paragraphs = [*_STORY[:1], _CHROME, *_STORY[1:]]
        paragraphs.insert(place, line)
        doc = Doc("\n\n".join(paragraphs), lambda _: pack.language)
        if line not in apply(doc.text, resolve(stage(doc))).split("\n"):
            return True
    return False


TRIALS = Trials(act, act_calmly, removed)


@lru_cache(maxsize=8)
def _calm_stage(pack: Pack) -> Stage:
    from cleantext.steps.wording import Wording

    return Wording((pack,), "force", share=_HARDLY)


@lru_cache(maxsize=64)
def _stage(pack: Pack) -> Stage:
    if pack.step == "wording":
        from cleantext.steps.wording import Wording

        return Wording((pack,), "force")
    if pack.step == "names":
        from cleantext.steps.names import Names

        return Names((pack,))
    if pack.step == "characters":
        from cleantext.steps.characters.numbers import DecimalComma

        return DecimalComma((pack,))
    return _boilerplate(pack)


@lru_cache(maxsize=8)
def _boilerplate(pack: Pack) -> Stage:
    from cleantext.pipeline import build

    shipped = packaged("boilerplate")
    own = () if any(pack.id == known.id for known in shipped) else (pack,)
    (stage,) = build(Config(steps="boilerplate", rules=own)).stages
    return stage
