"""The public functions: clean a text, explain what was done to it, clean many.

They differ only in what they hand back; the flow behind them is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, overload

from cleantext.config import Config, configure
from cleantext.errors import OptionError
from cleantext.pipeline import build, run

if TYPE_CHECKING:
    from cleantext.core.result import Result

# Nothing but the score is wanted.
_SCORE = Config(steps=("wording",), spun="flag", language="und")


@overload
def clean(text: str | bytes, config: Config | None = None, **options: object) -> str: ...
@overload
def clean(text: None, config: Config | None = None, **options: object) -> None: ...


def clean(text: str | bytes | None, config: Config | None = None, **options: object) -> str | None:
    """Return the text as its author wrote it; the same object where there is nothing to do.

    Any `str` comes back as a `str`; bytes are decoded first; None stays None. `options` are
    the fields of `Config`, and `without`, steps to leave out.

    Raises:
        OptionError: an option that does not exist, or a value it cannot have.
        DecodeError: bytes that are not in the `encoding` that was named.
    """
    config = configure(config, options)
    if text is None:
        return None
    decoded, _ = _decoded(text, config)
    return run(decoded, build(config)).doc.text


def explain(text: str | bytes, config: Config | None = None, **options: object) -> Result:
    """Clean a text and return the whole account: text, layers of edits, scores, encoding, language.

    Takes the options of `clean` and raises what it raises.
    """
    from cleantext.core.result import Result
    from cleantext.language import identify

    config = configure(config, options)
    decoded, runs = _decoded(text, config)
    flow = build(config)
    outcome = run(decoded, flow)
    return Result(
        outcome.doc.text,
        outcome.layers,
        held=outcome.held,
        encoding=runs,
        language=config.language or identify,
        scores=outcome.doc.scores,
        kinds=flow.kinds(outcome.layers, outcome.held),
    )


def spun_score(text: str) -> float:
    """Return how surely a text reads as synonym-spun, from 0 to 1.

    From 0.5 on, with five different phrases that tell, `clean` restores it. Below 60 words
    there is too little to judge by, and the score is 0.
    """
    return run(text, build(_SCORE)).doc.scores["spun"]


def clean_many(
    texts: Iterable[str | bytes | None], config: Config | None = None, *, workers: int = 1, **options: object
) -> Iterator[str | None]:
    """Yield each text cleaned, in order, as they come; memory stays flat.

    `workers` above 1 cleans in that many processes; results do not depend on it.

    Raises:
        OptionError: as `clean`, before the first text is read; or `workers` below 1.
    """
    config = configure(config, options)
    if not isinstance(workers, int) or workers < 1:
        raise OptionError(f"workers={workers!r}: give a whole number from 1 up")
    if isinstance(texts, str | bytes):
        raise OptionError("texts is one text; use clean() for it, or put it in a list")
    if workers == 1:
        return (clean(text, config) for text in texts)
    from cleantext.parallel import in_processes

    return in_processes(clean, texts, config, workers)


def _decoded(text: str | bytes, config: Config) -> tuple[str, tuple[tuple[str, int], ...]]:
    if isinstance(text, str):
        return text, ()
    if not isinstance(text, bytes | bytearray | memoryview):
        if text is None:
            raise OptionError("text is None, of which there is nothing to explain; only clean() takes it")
        raise OptionError(f"text is {type(text).__name__}, not str, bytes or None; use clean_many() for several texts")
    from cleantext.steps.decode.whole import decode

    return decode(bytes(text), config.encoding)
