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
from typing import NamedTuple, Protocol

from cleantext.config import Config, check_kinds
from cleantext.core.doc import Doc
from cleantext.core.edit import Edit, resolve
from cleantext.core.layer import Held, Layer
from cleantext.shelf import Shelf

# Round three only checks where round two was the last to change something. What still
# moves then is rare (chains of damage made by hand), and is not made.
ROUNDS = 3


class Stage(Protocol):
    """What a step consists of: built once per configuration, shared between threads, without memory."""

    name: str
    # True where what it proposes for a line depends on that line alone.
    is_local: bool
    # True where it has nothing to say about what its own edits have made.
    is_settled: bool

    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Propose edits of `doc.text`; nothing at all is the usual answer."""


class Flow(NamedTuple):
    """The stages of a configuration, with the packs of each step."""

    stages: tuple[Stage, ...]
    shelves: dict[str, Shelf]
    detect: Callable[[Doc], str]

    def shelf(self, stage: str) -> Shelf:
        """Return the packs of the step that a stage belongs to."""
        return self.shelves[stage.partition("/")[0]]

    def kinds(self, layers: Iterable[Layer], held: Iterable[Held] = ()) -> dict[str, str]:
        """Return the kind of every rule in some layers that removes lines of a kind, sorted by rule."""
        used = {(edit.rule, layer.step) for layer in layers for edit in layer.edits}
        used |= {(one.edit.rule, one.step) for one in held}
        by_place = {stage.name: getattr(stage, "kinds", {}) for stage in self.stages}
        kinds: dict[str, str] = {}
        for rule, step in sorted(used):
            if step in by_place:
                kind = by_place[step].get(rule) or self.shelf(step).kind(rule)
                if kind:
                    kinds[rule] = kind
        return kinds


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
    names = _stage_names(config)
    shelves = {name.partition("/")[0]: Shelf(name.partition("/")[0], config) for name in names}
    stages = tuple(_BUILDERS[name](config, shelves[name.partition("/")[0]]) for name in names)
    return Flow(stages, shelves, _detector(config))


def _stage_names(config: Config) -> tuple[str, ...]:
    """Return the stages in order, the one of the opt-in repairs among them where some are named."""
    if not set(config.also) - _SETTINGS:
        return config.steps
    place = sum(name in _BEFORE_OPT_INS for name in config.steps)
    return (*config.steps[:place], "characters/opt-in", *config.steps[place:])


# Opt-ins read repaired characters, and come before what they look for is tidied away.
_BEFORE_OPT_INS = ("characters/escapes", "characters/encoding")
# Names of opt-ins that are no repairs, but tell another stage to leave something as it is.
_SETTINGS = frozenset({"no-break-spaces"})
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
            is_settled = stage.is_settled or stage.name in doc.settled
            doc = doc.successor(edits)
            if is_settled and not held:
                content[stage.name] = doc
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
    if doc.held:
        held += [Held(stage.name, edit, why) for edit, why in doc.held]
        doc.held.clear()
    if not proposed:
        return ()
    report_only = flow.shelf(stage.name).report_only
    if report_only:
        held += [Held(stage.name, edit, "its rule only reports") for edit in proposed if edit.rule in report_only]
        proposed = [edit for edit in proposed if edit.rule not in report_only]
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


# One line a stage. The imports stand here because a run pays only for the steps it has.
def _escapes(config: Config, packs: Shelf) -> Stage:
    from cleantext.steps.characters.escapes.stage import Escapes

    return Escapes()


def _encoding(config: Config, packs: Shelf) -> Stage:
    from cleantext.steps.characters.mojibake.stage import Mojibake

    return Mojibake()


def _opt_ins(config: Config, packs: Shelf) -> Stage:
    from cleantext.steps.characters.opt_ins.stage import OptIns

    return OptIns(config.also, packs)


def _hygiene(config: Config, packs: Shelf) -> Stage:
    from cleantext.steps.characters.hygiene.stage import Hygiene

    return Hygiene(config.also)


def _normal_form(config: Config, packs: Shelf) -> Stage:
    from cleantext.steps.characters.normal import NormalForm

    return NormalForm()


def _numbers(config: Config, packs: Shelf) -> Stage:
    from cleantext.steps.characters.numbers import DecimalComma

    return DecimalComma(packs)


def _wording(config: Config, packs: Shelf) -> Stage:
    from cleantext.steps.wording import Wording

    return Wording(packs, config.spun, own=packs.own)


def _boilerplate(config: Config, packs: Shelf) -> Stage:
    from cleantext.steps.boilerplate import KINDS, TEMPLATE, Boilerplate

    if config.keep or config.drop:
        check_kinds(config, {TEMPLATE, *KINDS.values(), *(rule.kind for pack in packs for rule in pack.rules)})
    return Boilerplate(packs.own, config.page, config.max_removed, keep=config.keep, drop=config.drop)


def _names(config: Config, packs: Shelf) -> Stage:
    from cleantext.steps.names import Names

    return Names(packs, style=config.names_style, fuzzy=config.fuzzy)


_BUILDERS: dict[str, Callable[[Config, Shelf], Stage]] = {
    "characters/escapes": _escapes,
    "characters/encoding": _encoding,
    "characters/opt-in": _opt_ins,
    "characters/hygiene": _hygiene,
    "characters/normal-form": _normal_form,
    "characters/numbers": _numbers,
    "wording": _wording,
    "boilerplate": _boilerplate,
    "names": _names,
}
