"""Extras: the optional packages that the adapters stand on."""

from __future__ import annotations

from importlib import import_module

from cleantext.errors import MissingExtraError


def require(module: str, extra: str) -> None:
    """Import a package of an extra, so that what is missing is told before any work.

    Raises:
        MissingExtraError: it is not installed, or lacks a package of its own; with the command that installs it.
    """
    try:
        import_module(module)
    except ImportError as error:
        raise MissingExtraError(
            f"{module} cannot be imported ({error}): pip install 'cleantext-kit[{extra}]'"
        ) from error
