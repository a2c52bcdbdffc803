"""An engine that is not installed is told of with the command that installs it, before any work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cleantext.errors import CleanTextError, MissingExtraError

SRC = Path(__file__).resolve().parents[2] / "src"
# What is called, by the extra that it needs and the package that is made to be missing.
CALLS = [
    ("spark", "pyspark", "from cleantext.adapters.spark import clean_dataframe as call"),
    ("ray", "ray", "from cleantext.adapters.ray import clean_dataset as call"),
    ("datasets", "datasets", "from cleantext.adapters.datasets import clean_dataset as call"),
    ("pandas", "pandas", "from cleantext.adapters.pandas import clean_dataframe as call"),
    ("polars", "polars", "from cleantext.adapters.polars import clean_dataframe as call"),
    ("dask", "dask", "from cleantext.adapters.dask import clean_dataframe as call"),
    ("duckdb", "duckdb", "from cleantext.adapters.duckdb import register as call"),
    ("datatrove", "datatrove", "from cleantext.adapters.datatrove import CleanText as call"),
]
ENGINES = {package for _, package, _ in CALLS} | {"pyarrow"}


def _run(program: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(SRC)}
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=False)


@pytest.mark.parametrize(("extra", "package", "call"), CALLS, ids=[extra for extra, _, _ in CALLS])
def test_a_missing_engine_is_told_of_with_its_extra(extra: str, package: str, call: str):
    done = _run(f"import sys\nsys.modules[{package!r}] = None\n{call}\ncall(None)")
    assert "MissingExtraError" in done.stderr
    assert f"pip install 'cleantext-kit[{extra}]'" in done.stderr


@pytest.mark.parametrize("module", ["batch", *(extra for extra, _, _ in CALLS if extra != "datatrove")])
def test_importing_an_adapter_imports_no_engine(module: str):
    done = _run(f"import cleantext.adapters.{module}, sys\nprint(*sys.modules)")
    assert done.returncode == 0, done.stderr
    assert {name.partition(".")[0] for name in done.stdout.split()} & ENGINES == set()


def test_a_missing_extra_is_an_error_of_ours():
    assert issubclass(MissingExtraError, CleanTextError)
