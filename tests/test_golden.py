"""The seed corpus: small documents, each with one kind of damage, what must come out, and every edit on the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import READY, ROOT

from cleantext import Result, clean, explain
from cleantext.config import STEPS

SEEDS = ROOT / "seeds"
FOLDERS = sorted(path.name for path in SEEDS.iterdir() if path.is_dir())
# What we cannot restore yet; the tests below say so on the day that it works.
KNOWN_GAPS: dict[str, str] = {}
DONE = [folder for folder in FOLDERS if folder not in KNOWN_GAPS]
EVALUATION = ROOT.parent / "shared" / "eval" / "seeds" / "check_seeds.py"


def came_in(folder: str) -> str | bytes:
    as_bytes = SEEDS / folder / "in.bin"
    return as_bytes.read_bytes() if as_bytes.exists() else text_of(SEEDS / folder / "in.txt")


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def log_of(result: Result) -> list[list[str | int]]:
    return [[c.step, c.rule, c.start, c.end, c.before, c.after] for c in result.changes()]


def test_every_step_is_there():
    assert tuple(STEPS) == READY


@pytest.mark.parametrize("folder", DONE)
def test_what_the_author_wrote_comes_out(folder):
    assert clean(came_in(folder)) == text_of(SEEDS / folder / "out.txt")


@pytest.mark.parametrize("folder", DONE)
def test_every_edit_is_the_one_that_was_accepted(folder, accept):
    path = SEEDS / folder / "edits.json"
    log = log_of(explain(came_in(folder)))
    if accept:
        lines = ",\n".join(json.dumps(entry, ensure_ascii=True) for entry in log)
        path.write_bytes(f"[\n{lines}\n]\n".encode() if log else b"[]\n")
    assert path.exists(), "no edits.json; look at the edits, then run `pytest --accept`"
    assert log == json.loads(text_of(path))


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_the_author_wrote_stays(folder):
    text = text_of(SEEDS / folder / "out.txt")
    assert clean(text) == text


@pytest.mark.parametrize("folder", KNOWN_GAPS)
def test_a_known_gap_is_still_one(folder):
    assert clean(came_in(folder)) != text_of(SEEDS / folder / "out.txt"), f"{folder} works now: take it off KNOWN_GAPS"


@pytest.mark.parametrize("folder", KNOWN_GAPS)
def test_a_known_gap_has_no_accepted_edits(folder):
    assert not (SEEDS / folder / "edits.json").exists()


def test_the_score_is_that_of_the_text_that_came_in():
    assert explain(came_in("spun-article")).scores["spun"] > 0.2


def test_every_known_gap_is_a_seed():
    assert set(KNOWN_GAPS) <= set(FOLDERS)


@pytest.mark.skipif(not EVALUATION.exists(), reason="the five real seeds lie outside the repository, and not here")
def test_the_five_real_seeds_score_as_they_did():
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, str(EVALUATION), "--py", "cleantext:clean"],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    score = json.loads(done.stdout.splitlines()[-1])
    assert score["removed"] >= 31, done.stdout
    assert [score[name] for name in ("lost", "stayed", "edited", "idempotent")] == [0, 23, 5, 5], done.stdout
