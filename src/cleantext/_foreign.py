"""Foreign: two other distributions install a package of the same name into the same folder.

`clean-text` brings `specials.py`, `cleantext` brings `cleantext.py`; we have neither, so
one of them beside us says that files of two packages are mixed.
"""

from __future__ import annotations

import os
from typing import NamedTuple

_HERE = os.path.dirname(os.path.abspath(__file__))


class Foreign(NamedTuple):
    """A distribution that shares our package's name, and a module that only it has."""

    distribution: str
    module: str


FOREIGN = (Foreign("clean-text", "specials.py"), Foreign("cleantext", "cleantext.py"))


def found(folder: str = _HERE) -> list[Foreign]:
    """Return the foreign distributions whose files lie in the package's folder."""
    return [foreign for foreign in FOREIGN if os.path.exists(os.path.join(folder, foreign.module))]


def advice(foreign: Foreign) -> str:
    """Say what is wrong and what to do about it."""
    return (
        f"the distribution {foreign.distribution!r} installed files into the package of cleantext-kit; uninstall it:"
        f" pip uninstall {foreign.distribution} && pip install --force-reinstall cleantext-kit"
    )


def warn_if_shared() -> None:
    """Warn, once an import, about each foreign distribution found."""
    for foreign in found():
        import warnings

        warnings.warn(advice(foreign), RuntimeWarning, stacklevel=3)
