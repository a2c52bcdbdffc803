"""Ftfy: its functions with its keywords, over our API.

The repairs are our own, which read more kinds of damage than ftfy and leave some text
alone that ftfy changes; the page "Moving over from ftfy" lists the differences. An option
that we cannot honour is an error, and none is ignored.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Literal, NamedTuple, TextIO, cast

from cleantext.api import clean, explain
from cleantext.config import Config
from cleantext.core.compose import compose
from cleantext.core.edit import Edit, apply
from cleantext.core.result import Result
from cleantext.errors import OptionError
from cleantext.options import nearest
from cleantext.steps.characters.align import edits_between

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]

__all__ = [
    "ExplainedText",
    "TextFixerConfig",
    "apply_plan",
    "fix_and_explain",
    "fix_encoding",
    "fix_encoding_and_explain",
    "fix_file",
    "fix_text",
    "fix_text_segment",
    "guess_bytes",
]


class TextFixerConfig(NamedTuple):
    """The options of ftfy, in its order and with its defaults."""

    unescape_html: str | bool = "auto"
    remove_terminal_escapes: bool = True
    fix_encoding: bool = True
    restore_byte_a0: bool = True
    replace_lossy_sequences: bool = True
    decode_inconsistent_utf8: bool = True
    fix_c1_controls: bool = True
    fix_latin_ligatures: bool = True
    fix_character_width: bool = True
    uncurl_quotes: bool = True
    fix_line_breaks: bool = True
    fix_surrogates: bool = True
    remove_control_chars: bool = True
    normalization: str | None = "NFC"
    max_decode_length: int = 1_000_000
    explain: bool = True


class ExplainedText(NamedTuple):
    """A repaired text, and the edits that lead to it from the one that came in; None where nobody wants to know."""

    text: str
    explanation: tuple[Edit, ...] | None


def fix_text(text: str, config: Iterable[object] | None = None, **options: object) -> str:
    """Return the text repaired.

    `config` may be a `TextFixerConfig` of ours or of ftfy; `options` are its fields.

    Raises:
        OptionError: an option that ftfy does not have, a value that we cannot honour, or no text.
    """
    return fix_and_explain(text, config, **(options | {"explain": False})).text


def fix_and_explain(text: str, config: Iterable[object] | None = None, **options: object) -> ExplainedText:
    """Return the text repaired with its edits, whose spans are code points of the text that came in."""
    wishes = _configured(config, options)
    flow = _flow(wishes)
    if not wishes.explain:
        return ExplainedText(_in_form(clean(_text(text), flow), wishes.normalization), None)
    result = explain(_text(text), flow)
    after = _in_form(result.text, wishes.normalization)
    return ExplainedText(after, _edits(result, after))


def fix_text_segment(text: str, config: Iterable[object] | None = None, **options: object) -> str:
    """Return the text repaired; ours needs no segments, so this is `fix_text`."""
    return fix_text(text, config, **options)


def fix_encoding(text: str, config: Iterable[object] | None = None, **options: object) -> str:
    """Return the text with its encoding repaired and nothing else."""
    return fix_encoding_and_explain(text, config, **(options | {"explain": False})).text


def fix_encoding_and_explain(text: str, config: Iterable[object] | None = None, **options: object) -> ExplainedText:
    """Return the text with its encoding repaired and nothing else, and the edits."""
    wishes = _configured(config, options)
    flow = Config(steps=("characters/encoding",) if wishes.fix_encoding else ())
    if not wishes.explain:
        return ExplainedText(clean(_text(text), flow), None)
    result = explain(_text(text), flow)
    return ExplainedText(result.text, result.net())


def fix_file(
    input_file: TextIO | BinaryIO,
    encoding: str | None = None,
    config: Iterable[object] | None = None,
    **options: object,
) -> Iterator[str]:
    """Yield the lines of a file, repaired, with line feeds at their ends.

    The file is read as a whole, since it takes many lines to tell some kinds of damage.
    `encoding` is what a file of bytes is in; None finds out.
    """
    wishes = _configured(config, options)._replace(explain=False)
    content = input_file.read()
    text = content if isinstance(content, str) else clean(content, steps=(), encoding=encoding)
    # Unlike `splitlines`, this takes a line feed alone for the end of a line.
    yield from io.StringIO(fix_text(text, wishes), newline="\n")


def guess_bytes(bstring: bytes) -> tuple[str, str]:
    """Return bytes as text, and the name of the encoding, several joined by `+`."""
    if not isinstance(bstring, bytes | bytearray | memoryview):
        raise OptionError(f"bstring is {type(bstring).__name__}, not bytes; text needs no guess, give it to fix_text()")
    result = explain(bytes(bstring), steps=())
    return result.text, result.encoding or "utf-8"


def apply_plan(text: str, plan: Iterable[Edit]) -> str:
    """Make the edits of an explanation in the text that was explained.

    Raises:
        EditError: it is another text.
    """
    return apply(text, tuple(plan))


# What is part of one repair of ours: with False in ftfy, the rest of it would still run.
_PARTS_OF_ENCODING = ("restore_byte_a0", "replace_lossy_sequences", "decode_inconsistent_utf8", "fix_c1_controls")
_CONTROLS = ("remove_terminal_escapes", "fix_surrogates", "remove_control_chars")
_REPAIRS = {
    "fix_latin_ligatures": ("ligatures",),
    "fix_character_width": ("width-forms",),
    "uncurl_quotes": ("straight-quotes", "letter-apostrophes"),
    "fix_line_breaks": ("line-breaks",),
}
_FORMS: tuple[Form, ...] = ("NFC", "NFD", "NFKC", "NFKD")
_DEFAULT = TextFixerConfig()


def _configured(config: Any, options: dict[str, object]) -> TextFixerConfig:
    """Return the options of a call, each checked; `config` is any tuple with the fields of ftfy's."""
    values: dict[str, object] = {}
    if config is not None:
        if not hasattr(config, "_asdict"):
            raise OptionError(
                f"config={config!r}: give a TextFixerConfig, or options by name, as in fix_encoding=False"
            )
        values = config._asdict()
    values |= options
    for name in values:
        if name not in TextFixerConfig._fields:
            raise OptionError(f"{name}: no option of ftfy; {nearest(name, TextFixerConfig._fields)}")
    wishes = TextFixerConfig(**values)  # type: ignore[arg-type]  # looked at below
    _check(wishes)
    return wishes


def _check(wishes: TextFixerConfig) -> None:
    """Refuse what we cannot honour."""
    for name, value in wishes._asdict().items():
        if isinstance(getattr(_DEFAULT, name), bool) and not isinstance(value, bool):
            raise OptionError(f"{name}={value!r}: say True or False")
    if wishes.unescape_html not in ("auto", False):
        raise OptionError(
            f"unescape_html={wishes.unescape_html!r}: give 'auto', which leaves a text with tags alone, or False;"
            " to decode entities beside tags, call html.unescape() first"
        )
    for name in _PARTS_OF_ENCODING:
        if wishes.fix_encoding and not getattr(wishes, name):
            raise OptionError(f"{name}=False: it is part of one repair here; fix_encoding=False leaves all of it out")
    if len({getattr(wishes, name) for name in _CONTROLS}) > 1:
        raise OptionError(f"{', '.join(_CONTROLS)}: they are one repair here; give all of them the same value")
    if wishes.normalization is not None and wishes.normalization not in _FORMS:
        raise OptionError(f"normalization={wishes.normalization!r}: give one of {', '.join(_FORMS)}, or None")
    if wishes.max_decode_length != _DEFAULT.max_decode_length:
        raise OptionError(
            "max_decode_length: nothing is cut here, since time is in proportion to the text; leave it out"
        )


def _flow(wishes: TextFixerConfig) -> Config:
    steps = {
        "characters/escapes": wishes.unescape_html == "auto",
        "characters/encoding": wishes.fix_encoding,
        "characters/normal-form": wishes.normalization == "NFC",
    }
    also = [name for option, names in _REPAIRS.items() if getattr(wishes, option) for name in names]
    if wishes.remove_control_chars:
        also.append("control-characters")
    return Config(steps=[name for name, is_wanted in steps.items() if is_wanted], also=also)


def _in_form(text: str, form: str | None) -> str:
    """Return the text in a normal form that no stage of ours makes."""
    if form == "NFC" or form is None:
        return text
    return unicodedata.normalize(cast("Form", form), text)


def _edits(result: Result, after: str) -> tuple[Edit, ...]:
    if after == result.text:
        return result.net()
    rule = "compat.ftfy/normal-form"
    return compose(result.net(), tuple(edits_between(result.text, after, 0, rule)))


def _text(text: object) -> str:
    if isinstance(text, bytes | bytearray | memoryview):
        raise OptionError("text is bytes; decode it first, as in text, encoding = guess_bytes(data)")
    if not isinstance(text, str):
        raise OptionError(f"text is {type(text).__name__}, not str; give one text")
    return text
