from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT

from cleantext._foreign import FOREIGN, advice, found


@pytest.fixture
def copied(tmp_path):
    """The package, copied to where files can be put beside it."""
    shutil.copytree(
        ROOT / "src" / "cleantext", tmp_path / "cleantext", ignore=shutil.ignore_patterns("rules", "__pycache__")
    )
    return tmp_path / "cleantext"


def imported(folder) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(folder.parent)}
    return subprocess.run(
        [sys.executable, "-c", "import cleantext"], capture_output=True, text=True, check=False, env=environment
    )


def test_nothing_foreign_lies_in_our_folder():
    assert found() == []


def test_a_folder_that_is_not_there_holds_nothing_foreign(tmp_path):
    assert found(str(tmp_path / "none")) == []


@pytest.mark.parametrize("foreign", FOREIGN)
def test_a_foreign_module_is_found(foreign, tmp_path):
    (tmp_path / FOREIGN[foreign]).touch()
    assert found(str(tmp_path)) == [foreign]


@pytest.mark.parametrize("foreign", FOREIGN)
def test_the_advice_says_what_to_uninstall(foreign):
    assert f"pip uninstall {foreign} " in advice(foreign)


@pytest.mark.parametrize("foreign", FOREIGN)
def test_the_import_warns_of_a_foreign_module(foreign, copied):
    (copied / FOREIGN[foreign]).touch()
    done = imported(copied)
    assert (done.returncode, f"pip uninstall {foreign} " in done.stderr) == (0, True)


def test_the_import_is_silent_otherwise(copied):
    done = imported(copied)
    assert (done.returncode, done.stderr) == (0, "")
