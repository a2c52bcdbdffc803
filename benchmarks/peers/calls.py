"""Peers: how each is called, in the way its own documentation shows; runs in their environment.

Extractors read HTML, so each line of a text becomes a paragraph before the clock starts.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from importlib import import_module
from typing import Any

Pair = tuple[Callable[[str], Any], Callable[[Any], object]]


def contender(name: str) -> Pair:
    """Return what prepares a text for a peer, and the peer."""
    return _PEERS[name]()


def _clean_text() -> Pair:
    return str, import_module("cleantext").clean


def _ftfy() -> Pair:
    return str, import_module("ftfy").fix_text


def _textacy_normalise() -> Pair:
    return str, _textacy("normalize", ("bullet_points", "hyphenated_words", "quotation_marks", "unicode", "whitespace"))


def _textacy_full() -> Pair:
    normalise = _textacy_normalise()[1]
    remove = _textacy("remove", ("accents", "brackets", "html_tags", "punctuation"))
    replace = _textacy("replace", ("urls", "emails", "phone_numbers", "numbers", "currency_symbols", "emojis"))
    return str, lambda text: remove(replace(normalise(text)))


def _textacy(module: str, names: tuple[str, ...]) -> Callable[[Any], object]:
    functions = import_module(f"textacy.preprocessing.{module}")
    pipeline: Callable[[Any], object] = import_module("textacy.preprocessing").make_pipeline(
        *(getattr(functions, name) for name in names)
    )
    return pipeline


def _justext() -> Pair:
    justext = import_module("justext")
    stop_words = justext.get_stoplist("English")
    return _paragraphs, lambda page: justext.justext(page, stop_words)


def _trafilatura() -> Pair:
    return _paragraphs, import_module("trafilatura").extract


def _datatrove_filter(module: str, name: str) -> Pair:
    document = import_module("datatrove.data").Document
    step = getattr(import_module(f"datatrove.pipeline.filters.{module}"), name)()
    # A filter may rewrite the document it is given, so that each call gets one of its own.
    return str, lambda text: step.filter(document(text=text, id="0"))


def _datatrove_ftfy() -> Pair:
    return str, import_module("datatrove.pipeline.formatters").FTFYFormatter().format


def _paragraphs(text: str) -> str:
    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines() if line.strip())
    return f"<html><body>{lines}</body></html>"


_PEERS: dict[str, Callable[[], Pair]] = {
    "ftfy there": _ftfy,
    "clean-text": _clean_text,
    "textacy normalise": _textacy_normalise,
    "textacy full": _textacy_full,
    "jusText": _justext,
    "trafilatura": _trafilatura,
    "datatrove C4": lambda: _datatrove_filter("c4_filters", "C4QualityFilter"),
    "datatrove Gopher": lambda: _datatrove_filter("gopher_quality_filter", "GopherQualityFilter"),
    "datatrove FTFY": _datatrove_ftfy,
}
