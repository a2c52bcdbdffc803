"""cleantext: give back what the author wrote.

`clean(text)` repairs mangled text, strips boilerplate and normalises names;
`explain(text)` says what it did, edit by edit. The names below are imported when first
asked for: what an import costs, every program pays that only might clean something.
"""

from cleantext._foreign import warn_if_shared

# Type checkers take a variable of this name for true; importing the one in `typing` is half of what we save.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from cleantext.api import clean, clean_many, explain, spun_score
    from cleantext.config import Config
    from cleantext.core.edit import Edit
    from cleantext.core.result import Result
    from cleantext.corpus import clean_corpus, learn
    from cleantext.errors import CleanTextError
    from cleantext.report.lines import LineReason, explain_lines

__all__ = [
    "CleanTextError",
    "Config",
    "Edit",
    "LineReason",
    "Result",
    "clean",
    "clean_corpus",
    "clean_many",
    "explain",
    "explain_lines",
    "learn",
    "spun_score",
]
__version__ = "0.1.0"

_HOMES = {
    "CleanTextError": "cleantext.errors",
    "Config": "cleantext.config",
    "Edit": "cleantext.core.edit",
    "LineReason": "cleantext.report.lines",
    "Result": "cleantext.core.result",
    "clean": "cleantext.api",
    "clean_corpus": "cleantext.corpus",
    "clean_many": "cleantext.api",
    "explain": "cleantext.api",
    "explain_lines": "cleantext.report.lines",
    "learn": "cleantext.corpus",
    "spun_score": "cleantext.api",
}


def __getattr__(name: str) -> object:
    """Import a public name and keep it."""
    if name not in _HOMES and name != "names":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    if name == "names":
        return import_module("cleantext.names")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])


warn_if_shared()
