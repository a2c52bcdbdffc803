"""Machine: what a figure was measured on, so that nobody compares two that cannot be."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from side_by_side.corpus import ROOT
from side_by_side.processes import PYTHON_OF_PEERS, has_peers

_OURS = ("ahocorasick_rs", "ftfy", "regex", "langdetect")
_PEERS = ("clean-text", "textacy", "jusText", "trafilatura", "datatrove")


def facts() -> dict[str, str]:
    """Return the machine, the versions, the day and the commit, each as one line of text."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count() or "unknown"),
        "memory": _memory(),
        "system": f"{platform.system()} {platform.release()}, {platform.machine()}",
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "packages": ", ".join(f"{name} {_version(name)}" for name in _OURS),
        "peers": _peers(),
        "date": date.today().isoformat(),
        "commit": _commit(),
        "load at the start": _load(),
    }


def _processor() -> str:
    for line in _lines("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or "unknown"


def _memory() -> str:
    for line in _lines("/proc/meminfo"):
        if line.startswith("MemTotal"):
            return f"{int(line.split()[1]) / 1024**2:.0f} GiB"
    return "unknown"


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def _peers() -> str:
    if not has_peers():
        return "not installed"
    code = "import importlib.metadata as m, sys; known = {d.name.lower(): d.version for d in m.distributions()}\n"
    code += "print(', '.join(f'{n} {known.get(n.lower(), \"missing\")}' for n in sys.argv[1:]))"
    return _said([str(PYTHON_OF_PEERS), "-I", "-c", code, *_PEERS]) or "not known"


def _commit() -> str:
    commit = _said(["git", "-C", str(ROOT), "rev-parse", "--short=12", "HEAD"])
    if not commit:
        return "no checkout"
    changed = _said(["git", "-C", str(ROOT), "status", "--porcelain", "--untracked-files=no", "--", "src"])
    return f"{commit}, with changes not committed" if changed else commit


def _said(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if sys.platform != "win32" else "unknown"
