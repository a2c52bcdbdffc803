"""Errors: the exceptions that this package raises, all of them a `CleanTextError`.

A message says, in this order, where it is wrong, what was found and what to do.
Text never causes one: any `str` can be cleaned.
"""

from __future__ import annotations

from collections.abc import Iterable


class CleanTextError(Exception):
    """The base of every error that cleantext raises."""


class OptionError(CleanTextError, TypeError):
    """An option that does not exist, or a value that it cannot have."""


class EditError(CleanTextError, ValueError):
    """Edits that do not fit the text they are applied to."""


class DecodeError(CleanTextError, ValueError):
    """Bytes that are not in the encoding that the caller named."""


class InputError(CleanTextError, ValueError):
    """An input file or record that cannot be read as what the caller says it is."""


class MissingExtraError(CleanTextError, ImportError):
    """An optional package that the caller asked for is not installed."""


class RuleError(CleanTextError, ValueError):
    """Every fault of a rule file, found in one reading."""

    def __init__(self, faults: str | Iterable[str]) -> None:
        """Take one fault, or all of them; each already says where, what and what to do."""
        self.faults: tuple[str, ...] = (faults,) if isinstance(faults, str) else tuple(faults)
        super().__init__("\n".join(self.faults))

    def __reduce__(self) -> tuple[type[RuleError], tuple[tuple[str, ...]]]:
        # The default would hand the joined message back as one fault.
        return (RuleError, (self.faults,))
