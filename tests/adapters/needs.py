"""What a test needs that may not be installed: it is skipped, or fails where CLEANTEXT_ENGINES lists it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest
from engines import PACKAGES

HERE = Path(__file__).parent
# Spark's jobs here last seconds: not long enough for Java's better compiler to pay.
_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


def environment(home: Path, paths: Sequence[Path] = ()) -> dict[str, str]:
    """Return the environment of an engine's process: a home of its own, since some write caches and keys there."""
    found = os.pathsep.join(map(str, [HERE.parents[1] / "src", *paths]))
    return os.environ | {"HOME": str(home), "PYTHONPATH": found, "JAVA_TOOL_OPTIONS": _JAVA}


def needs(engine: str) -> None:
    """Skip the test without the engine's packages; CLEANTEXT_ENGINES holds names of engines with commas between."""
    wanted = os.environ.get("CLEANTEXT_ENGINES", "").replace(" ", "").split(",")
    missing = [package for package in (PACKAGES[engine], "pyarrow") if find_spec(package) is None]
    if engine == "datatrove":
        missing = [package for package in missing if package != "pyarrow"]
    if missing and engine in wanted:
        pytest.fail(f"{', '.join(missing)} is missing, and CLEANTEXT_ENGINES lists {engine}")
    if missing:
        pytest.skip(f"{', '.join(missing)} is not installed")
