"""The flow: which steps run, in which order, and what becomes of their proposals.

    bytes - decode -> str - characters - wording - boilerplate - names -> str + layers of edits

Each stage of a step looks at the text as the stages before it left it and proposes
edits; `resolve` keeps those that can all be made and `apply` makes them. A document
that changed goes through the flow again, until a round changes nothing: that is what
makes `clean(clean(x)) == clean(x)` true by construction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from cleantext.config import Config
from cleantext.core.doc import Doc
from cleantext.core.edit import Edit, resolve
from cleantext.core.result import Held, Layer

if TYPE_CHECKING:
    from cleantext.core.rule import Pack

# Round three only checks where round two was the last to change something. What still
# moves then is rare (chains of damage made by hand), and is not made.
ROUNDS = 3


class Stage(Protocol):
    """What a step consists of: built once per configuration, shared between threads, without memory."""

    name: str
    # True where what it proposes for a line depends on that line alone.
    is_local: bool

    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Propose edits of `doc.text`; nothing at all is the usual answer."""


class Flow(NamedTuple):
    """The stages of a configuration, with what the log needs to know about their rules."""

    stages: tuple[Stage, ...]
    report_only: frozenset[str]
    kinds: dict[str, str]
    detect: Callable[[Doc], str]


class Outcome(NamedTuple):
    """What a run found; `doc` wraps the clean text."""

    doc: Doc
    layers: tuple[Layer, ...]
    held: tuple[Held, ...]


def run(text: str, flow: Flow) -> Outcome:
    """Send a text through the flow until it is stable; the same `str` object comes back where nothing changed."""
    outcome, moving = _attempt(text, flow)
    if moving and _attempt(outcome.doc.text, flow)[0].doc.text != outcome.doc.text:
        # Without the steps that keep moving it would still not stay as it is: leave the document alone.
        held = tuple(Held(layer.step, edit, _UNSTABLE) for layer in outcome.layers for edit in layer.edits)
        return Outcome(_document(text, flow), (), held)
    return outcome


@lru_cache(maxsize=16)
def build(config: Config) -> Flow:
    """Make the flow of a configuration; the last few are kept."""
    stages: list[Stage] = []
    for name in config.steps:
        stages.append(_BUILDERS[name](config))
    steps = dict.fromkeys(name.partition("/")[0] for name in config.steps)
    packs = [pack for step in steps for pack in _packs(step, config)]
    rules = [rule for pack in packs for rule in pack.rules]
    kinds = {rule.id: rule.kind for rule in rules if rule.kind}
    for stage in stages:
        kinds |= getattr(stage, "kinds", {})
    report_only = frozenset(rule.id for rule in rules if rule.safety == "report")
    return Flow(tuple(stages), report_only, kinds, _detector(config))


_UNSTABLE = f"the document was still changing after {ROUNDS} rounds"


def _attempt(text: str, flow: Flow) -> tuple[Outcome, bool]:
    """Run rounds until one changes nothing; else again without the steps that were still changing something.

    The second value says whether a step had to be left out.
    """
    doc = _document(text, flow)
    layers: list[Layer] = []
    held: list[Held] = []
    made: list[Layer] = []
    content: dict[str, Doc] = {}
    for _ in range(ROUNDS):
        doc, made = _round(doc, flow, held, content)
        layers += made
        if not made:
            return Outcome(doc, tuple(layers), tuple(dict.fromkeys(held))), False
    moving = {layer.step for layer in made}
    calmer = flow._replace(stages=tuple(stage for stage in flow.stages if stage.name not in moving))
    outcome, _ = _attempt(text, calmer)
    unstable = tuple(Held(layer.step, edit, _UNSTABLE) for layer in made for edit in layer.edits)
    return outcome._replace(held=outcome.held + unstable), True


def _round(doc: Doc, flow: Flow, held: list[Held], content: dict[str, Doc]) -> tuple[Doc, list[Layer]]:
    """Run every stage that may have something to say; `content` is the last text of which each had nothing."""
    layers: list[Layer] = []
    for stage in flow.stages:
        if _has_nothing_new(stage, doc, content):
            continue
        edits = _proposed(stage, doc, flow, held)
        if edits:
            layers.append(Layer(stage.name, edits))
            doc = doc.successor(edits)
        else:
            content[stage.name] = doc
    return doc, layers


def _has_nothing_new(stage: Stage, doc: Doc, content: dict[str, Doc]) -> bool:
    """Say whether a stage had nothing to propose for this very text, or for one that only lost lines since."""
    seen = content.get(stage.name)
    while seen is not None and seen is not doc:
        if not stage.is_local or doc.remains_of is None:
            return False
        doc = doc.remains_of
    return seen is not None


def _proposed(stage: Stage, doc: Doc, flow: Flow, held: list[Held]) -> tuple[Edit, ...]:
    proposed = list(stage(doc))
    if not proposed:
        return ()
    if flow.report_only:
        held += [Held(stage.name, edit, "its rule only reports") for edit in proposed if edit.rule in flow.report_only]
        proposed = [edit for edit in proposed if edit.rule not in flow.report_only]
    return resolve(proposed)


def _document(text: str, flow: Flow) -> Doc:
    return Doc(text, flow.detect)


def _detector(config: Config) -> Callable[[Doc], str]:
    if config.language is not None:
        return partial(_told, language=config.language)
    from cleantext.language import detect

    return detect


def _told(doc: Doc, *, language: str) -> str:
    """Stand in for a detector where the caller says which language it is."""
    return language


def _packs(step: str, config: Config) -> tuple[Pack, ...]:
    from cleantext.core.load import packaged

    return packaged(step) + tuple(pack for pack in config.rules if pack.step == step)


# One line a stage. The imports stand here because a run pays only for the steps it has.
def _escapes(config: Config) -> Stage:
    from cleantext.steps.characters import Escapes

    return Escapes()


def _encoding(config: Config) -> Stage:
    from cleantext.steps.characters import Mojibake

    return Mojibake()


def _hygiene(config: Config) -> Stage:
    from cleantext.steps.characters import Invisible

    return Invisible()


def _normal_form(config: Config) -> Stage:
    from cleantext.steps.characters import NormalForm

    return NormalForm()


def _numbers(config: Config) -> Stage:
    from cleantext.steps.characters import DecimalComma

    return DecimalComma(_packs("characters", config))


def _wording(config: Config) -> Stage:
    from cleantext.steps.wording import Wording

    return Wording(_packs("wording", config), config.spun)


def _boilerplate(config: Config) -> Stage:
    from cleantext.steps.boilerplate import Boilerplate

    return Boilerplate(_packs("boilerplate", config))


def _names(config: Config) -> Stage:
    from cleantext.steps.names import Names

    return Names((config.names,) if config.names else _packs("names", config))


_BUILDERS: dict[str, Callable[[Config], Stage]] = {
    "characters/escapes": _escapes,
    "characters/encoding": _encoding,
    "characters/hygiene": _hygiene,
    "characters/normal-form": _normal_form,
    "characters/numbers": _numbers,
    "wording": _wording,
    "boilerplate": _boilerplate,
    "names": _names,
}
