"""`benchmarks/run` works from a checkout that has nothing beside it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SMALL = ("--quick", "--sets", "residue", "--rounds", "1", "--megabytes", "0.01")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the benchmarks and the seeds, and no kit beside it."""
    folder = tmp_path_factory.mktemp("beside-nothing") / "checkout"
    ignored = shutil.ignore_patterns(".venv", "__pycache__", "quality", "statistics", "engines")
    shutil.copytree(ROOT / "benchmarks", folder / "benchmarks", ignore=ignored)
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    (folder / "src").symlink_to(ROOT / "src", target_is_directory=True)
    return folder


def run(checkout: Path, *words: str) -> subprocess.CompletedProcess[str]:
    folders = os.pathsep.join([str(checkout / "src"), str(checkout / "benchmarks")])
    command = [sys.executable, "-m", "side_by_side", *words]
    environment = os.environ | {"PYTHONPATH": folders}
    return subprocess.run(command, env=environment, cwd=checkout, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def saved(checkout: Path) -> Path:
    """A run of two contenders on one small set."""
    done = run(checkout, *SMALL, "--only", "flow", "str.lower", "--save", "run.json")
    assert done.returncode == 0, done.stderr
    return checkout / "run.json"


def test_a_quick_run_measures_what_it_is_asked_for_and_ftfy(saved: Path):
    rows = json.loads(saved.read_text(encoding="utf-8"))["rows"]
    assert {(row["contender"], row["sight"]) for row in rows} == {
        ("flow", "first"),
        ("flow", "again"),
        ("ftfy", "first"),
        ("str.lower", "first"),
    }


def test_the_run_says_which_corpus_it_had(saved: Path):
    assert json.loads(saved.read_text(encoding="utf-8"))["corpus"] == "the seed corpus, varied"


def test_a_peer_that_is_not_installed_is_reported_as_missing(checkout: Path):
    done = run(checkout, *SMALL, "--only", "clean-text", "--save", "peer.json")
    assert json.loads((checkout / "peer.json").read_text(encoding="utf-8"))["missing"].keys() == {"clean-text"}, done


def test_the_page_is_renewed_from_a_saved_run(checkout: Path, saved: Path):
    (checkout / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "benchmarks.md", checkout / "docs")
    done = run(checkout, "--page", "--save", str(saved))
    assert done.returncode == 0, done.stderr
    assert "on the seed corpus, varied" in (checkout / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert (checkout / "docs" / "speed-sets.svg").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("--sets residu", "--sets residu: no such set; known are full-pages, residue"),
        ("--only flwo", "--only flwo: no part or contender; known are speed, peers"),
        ("--page --save nowhere.json", "nowhere.json: is no saved run; run benchmarks/run first"),
    ],
)
def test_what_does_not_exist_is_named_with_what_does(checkout: Path, words: str, message: str):
    done = run(checkout, *words.split())
    assert done.returncode == 2
    assert message in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell script; elsewhere it is python -m side_by_side")
def test_the_command_itself_can_be_run():
    done = subprocess.run([str(ROOT / "benchmarks" / "run"), "--help"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "--quick" in done.stdout
