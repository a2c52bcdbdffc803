"""Foreign: two other distributions install a package of the same name into the same folder.

`clean-text` brings `specials.py`, `cleantext` brings `cleantext.py`; we have neither, so
one of them beside us says that files of two packages are mixed.
"""

from __future__ import annotations

import os

_HERE = os.path.dirname(os.path.abspath(__file__))


# Each distribution with the module that it alone has. Plain texts: this is read at every import.
FOREIGN = {"clean-text": "specials.py", "cleantext": "cleantext.py"}


def found(folder: str = _HERE) -> list[str]:
    """Return the foreign distributions whose files lie in the package's folder."""
    return [distribution for distribution, module in FOREIGN.items() if os.path.exists(os.path.join(folder, module))]


def advice(distribution: str) -> str:
    """Say what is wrong and what to do about it."""
    return (
        f"the distribution {distribution!r} installed files into the package of cleantext-kit; uninstall it:"
        f" pip uninstall {distribution} && pip install --force-reinstall cleantext-kit"
    )


def warn_if_shared() -> None:
    """Warn, once an import, about each foreign distribution found."""
    for distribution in found():
        import warnings

        warnings.warn(advice(distribution), RuntimeWarning, stacklevel=3)
