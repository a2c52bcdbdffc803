"""The console entries, beside the package: `cleantext doctor` must run even where another package overwrote ours.

Two other distributions, clean-text and cleantext, install a package `cleantext` into
the same folder. So nothing here imports ours before it is needed, and the doctor
never does: it reads what pip wrote down, and the files.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from importlib.metadata import Distribution

OURS = "cleantext-kit"
PACKAGE = "cleantext"
NEEDED = ("ahocorasick_rs", "ftfy", "langdetect", "regex")
# The other distributions of the name, with a module of the package that only they have.
FOREIGN = {"clean-text": "specials.py", "cleantext": "cleantext.py"}
_HERE = os.path.dirname(os.path.abspath(__file__))
_VERSION = re.compile(r'^__version__ = "([^"\n]{1,40})"', re.MULTILINE)


def main() -> int:
    """Run `cleantext` with the words of the command line and return the exit code."""
    words = sys.argv[1:]
    try:
        return _doctor_main(words[1:]) if words[:1] == ["doctor"] else _run("cleantext.cli")
    finally:
        _let_go_of_output()


def rules() -> int:
    """Run `cleantext-rules` with the words of the command line and return the exit code."""
    try:
        return _run("cleantext.rules_cli")
    finally:
        _let_go_of_output()


class Finding(NamedTuple):
    """What the doctor found: lines that say so, and for what is wrong the commands that mend it."""

    says: tuple[str, ...]
    wrong: bool = False
    uninstall: tuple[str, ...] = ()
    reinstall: bool = False


def examine() -> list[Finding]:
    """Look at the installation; imports nothing of the package and changes nothing."""
    ours = _distribution(OURS)
    found = [Finding((f"Python {sys.version.split()[0]}, {sys.executable}",)), _version(ours)]
    found += [_imported(), _intact(ours), *_foreign(), *map(_need, NEEDED)]
    return found


def _run(module: str) -> int:
    from importlib import import_module

    try:
        run = import_module(module).main
    except (ImportError, AttributeError) as error:
        _tell(f"the package {PACKAGE!r} that Python finds is not all ours ({error}); run `cleantext doctor`")
        return 2
    return int(run() or 0)


def _doctor_main(words: list[str]) -> int:
    if words in (["-h"], ["--help"]):
        print("usage: cleantext doctor\n\nSay whether cleantext-kit is installed well, and how to mend it if not.")
        return 0
    if words:
        _tell(f"doctor takes no options, but was given {words[0]!r}; run `cleantext doctor`")
        return 2
    found = examine()
    for finding in found:
        print("\n".join(finding.says))
    if not any(finding.wrong for finding in found):
        print("healthy")
        return 0
    print("\nnot healthy; to mend it:")
    for command in _commands(found):
        print(f"  {command}")
    return 1


def _commands(found: list[Finding]) -> Iterator[str]:
    import shlex

    python = shlex.quote(sys.executable or "python3")
    foreign = sorted({name for finding in found for name in finding.uninstall})
    if foreign:
        yield f"{python} -m pip uninstall {' '.join(foreign)}"
    # Without the other one's files ours are gone, too, where the two had the same name.
    if foreign or any(finding.reinstall for finding in found):
        yield f"{python} -m pip install --force-reinstall {OURS}"
    for finding in found:
        if finding.wrong and not finding.uninstall and not finding.reinstall:
            yield f"({finding.says[-1].strip()})"


def _version(ours: Distribution | None) -> Finding:
    if ours is not None:
        return Finding((f"{OURS} {ours.version}",))
    try:
        with open(os.path.join(_HERE, PACKAGE, "__init__.py"), encoding="utf-8") as stream:
            known = _VERSION.search(stream.read())
    except (OSError, UnicodeDecodeError):
        known = None
    if known is None:
        return Finding((f"{OURS} is not installed",), wrong=True, reinstall=True)
    return Finding((f"{OURS} {known[1]}, not installed: run from {_HERE}",))


def _imported() -> Finding:
    """Say which package Python would import, and whether it is the one beside this file."""
    from importlib.util import find_spec

    try:
        spec = find_spec(PACKAGE)
    except (ImportError, ValueError):
        spec = None
    if spec is None:
        return Finding((f"Python finds no package {PACKAGE!r}",), wrong=True, reinstall=True)
    places = list(spec.submodule_search_locations or [])
    place = os.path.dirname(spec.origin) if spec.origin and places else spec.origin or ", ".join(places)
    says = f"Python imports {PACKAGE!r} from {place}"
    expected = os.path.join(_HERE, PACKAGE)
    if os.path.realpath(place) == os.path.realpath(expected):
        return Finding((says,))
    return Finding((says, f"  not from {expected}; move or rename what comes first on the path"), wrong=True)


def _intact(ours: Distribution | None) -> Finding:
    """Compare the package's files with what pip wrote down when it installed them."""
    import base64
    import hashlib

    recorded = [
        file
        for file in (ours.files if ours is not None else None) or []
        if file.parts[0] == PACKAGE and file.hash is not None and file.hash.mode == "sha256"
    ]
    if not recorded:
        return Finding(("  its files cannot be compared: nothing is on record (an editable install, or none)",))
    damaged: list[str] = []
    for file in recorded:
        try:
            with open(str(file.locate()), "rb") as stream:
                digest = hashlib.sha256(stream.read()).digest()
        except OSError:
            damaged.append(f"{file} is missing")
            continue
        written = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if file.hash is not None and file.hash.value != written:
            damaged.append(f"{file} is not as it was installed")
    if not damaged:
        return Finding((f"  its {len(recorded)} files are intact",))
    return Finding(tuple(f"  {fault}" for fault in damaged[:5]), wrong=True, reinstall=True)


def _foreign() -> Iterator[Finding]:
    """Yield the other distributions that install the package, and files that one of them left behind."""
    from importlib.metadata import packages_distributions

    installed = {name for name in FOREIGN if _distribution(name) is not None}
    installed |= {name for name in packages_distributions().get(PACKAGE, ()) if _plain(name) != OURS}
    for name in sorted(installed, key=_plain):
        distribution = _distribution(name)
        version = distribution.version if distribution is not None else ""
        yield Finding((f"{name} {version} installs a package {PACKAGE!r}, too",), wrong=True, uninstall=(_plain(name),))
    for name, module in FOREIGN.items():
        if name not in installed and os.path.exists(os.path.join(_HERE, PACKAGE, module)):
            says = f"{PACKAGE}/{module} is a file of {name}, which is not installed any more; delete it"
            yield Finding((f"  {says}: {os.path.join(_HERE, PACKAGE, module)}",), wrong=True)


def _need(name: str) -> Finding:
    distribution = _distribution(name)
    if distribution is None:
        return Finding((f"needs {name}, which is not installed",), wrong=True, reinstall=True)
    return Finding((f"needs {name}: {distribution.version}",))


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _distribution(name: str) -> Distribution | None:
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _tell(message: str) -> None:
    if sys.stderr is not None:
        print(f"cleantext: {message}", file=sys.stderr)


def _let_go_of_output() -> None:
    """Send off what waits; what a closed pipe or a full disk refused is not tried again at exit, with a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except (OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
