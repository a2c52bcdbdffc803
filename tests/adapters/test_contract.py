"""The contract: one list of cases, every engine, the answers of `clean` and `explain`.

Each engine does all its jobs in one process of its own (`engines.py`), once a test run.
"""

from __future__ import annotations

import json
import math
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from engines import BESIDE, ENGINES, OBJECTS, PACKAGES, Job, Row
from needs import environment, needs

from cleantext import Config, explain
from cleantext.core.rule import Pack, Rule

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def seed(name: str) -> str:
    return (SEEDS / name / "in.txt").read_bytes().decode()


RAISES = "Nobody spoke for a while on the quay.\n\ndetonate now\n\nThe ferry left without a word being said."
CASES: dict[str, str | None] = {
    "clean": seed("clean-article"),
    "empty": "",
    "none": None,
    "blank": "  \n\n\t\n",
    "damaged": "The cafÃ© on the quay &amp; the bar\r\nwere â€œclosedâ€\x9d.\u200b",
    "boilerplate": seed("chrome-laden"),
    "spun promotion": seed("spun-promo"),
    "names": seed("machine-translated"),
    "emoji": "Thumbs up 👍🏽, a family 👩‍👩‍👧‍👦 and a flag 🇳🇴 on the ferry.",
    "NUL": "a\0b\0",
    "raises": RAISES,
    "right to left": "שלום עולם, \u202bاللغة العربية\u202c می\u200cخواهم",
    "planes": "\U0001d400\U0010ffff \ufeff\ufffd \u2028end",
    "very long": "The harbour board met on Monday and said naÃ¯ve things about the ferry. " * 3_000,
    "after it": "Nothing is wrong with this line, and it stays the last.",
}
SURROGATE = "a\ud800b \udfff"


def faulty() -> Config:
    """Return a configuration that raises for one of the texts: a pattern that reading a file would have refused."""
    rule = Rule("user.boilerplate.fault/raises", kind="fault", pattern="detonate (now", keyword="detonate")
    return Config(rules=Pack("user.boilerplate.fault", "user", "boilerplate", "fault", rules=(rule,)))


CONFIG = faulty()
ROWS = [{"id": number, "text": text, "tags": ["tag", name]} for number, (name, text) in enumerate(CASES.items())]
JOBS = [Job(ROWS, CONFIG, True), Job(ROWS, CONFIG, False)]
# With the characters step off, nothing but the adapter sees to lone surrogates.
SURROGATES = Job([{"id": 0, "text": SURROGATE, "tags": []}], Config(steps="boilerplate"), True)

Answers = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="session")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """Return what an engine answered to all its jobs; it is run when first asked."""
    folder = tmp_path_factory.mktemp("engines")
    known: dict[str, dict[str, Any]] = {}

    def answer(engine: str) -> dict[str, Any]:
        needs(engine)
        if engine not in known:
            known[engine] = _run(engine, folder)
        return known[engine]

    return answer


def _run(engine: str, folder: Path) -> dict[str, Any]:
    jobs = [*JOBS, SURROGATES] if engine in OBJECTS else JOBS
    job, answer = folder / f"{engine}.pickle", folder / f"{engine}.json"
    job.write_bytes(pickle.dumps(jobs))
    home = folder / f"{engine}-home"
    home.mkdir()
    done = subprocess.run(
        [sys.executable, Path(__file__).parent / "engines.py", engine, job, answer],
        env=environment(home, [Path(__file__).parent]),
        capture_output=True,
        text=True,
        errors="replace",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    found: dict[str, Any] = json.loads(answer.read_text(encoding="ascii"))
    return found


def plain(value: Any) -> Any:
    """Return a value with None for whatever an engine calls missing."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    return None if isinstance(value, float) and math.isnan(value) else value


def expected(row: Row) -> Row:
    """Return what cleaning here, without any adapter, says of a row."""
    text = row["text"]
    if text is None:
        return row | dict.fromkeys(("changes", "removed_kinds", "scores", "error"))
    result = explain(text, CONFIG)
    changes = [change._asdict() for change in result.changes()]
    for change in changes:
        del change["seen"], change["confidence"]
    made = {change["rule"] for change in changes}
    kinds = {kind for rule, kind in result.kinds.items() if rule in made}
    account = {"changes": changes, "removed_kinds": sorted(kinds), "scores": result.scores, "error": None}
    return row | {"text": result.text} | account


each_engine = pytest.mark.parametrize("engine", ENGINES)


@each_engine
@pytest.mark.parametrize("case", [name for name in CASES if name != "raises"])
def test_an_engine_gives_what_explain_gives(answers: Answers, engine: str, case: str):
    number = list(CASES).index(case)
    assert plain(answers(engine)["rows"][0][number]) == expected(ROWS[number])


@each_engine
@pytest.mark.parametrize("case", [name for name in CASES if name != "raises"])
def test_without_the_account_an_engine_gives_the_same_texts(answers: Answers, engine: str, case: str):
    number = list(CASES).index(case)
    wanted = expected(ROWS[number])
    for name in ("changes", "removed_kinds", "scores"):
        del wanted[name]
    assert plain(answers(engine)["rows"][1][number]) == wanted


@each_engine
@pytest.mark.parametrize("job", [0, 1])
def test_a_text_that_raises_stays_and_its_error_is_told(answers: Answers, engine: str, job: int):
    row = plain(answers(engine)["rows"][job][list(CASES).index("raises")])
    assert row["text"] == RAISES
    assert "unterminated subpattern" in row["error"]


@each_engine
def test_a_text_that_raises_has_an_account_without_changes(answers: Answers, engine: str):
    row = plain(answers(engine)["rows"][0][list(CASES).index("raises")])
    assert (row["changes"], row["removed_kinds"], row["scores"]) == ([], [], {"spun": None})


@each_engine
def test_the_rows_keep_their_order(answers: Answers, engine: str):
    assert [row["id"] for row in answers(engine)["rows"][0]] == list(range(len(CASES)))


@each_engine
def test_an_engine_imports_no_other(answers: Answers, engine: str):
    imported = {module.partition(".")[0] for module in answers(engine)["modules"]}
    assert imported & set(PACKAGES.values()) <= BESIDE | {PACKAGES[engine]}


@pytest.mark.parametrize("engine", OBJECTS)
def test_lone_surrogates_leave_as_replacement_characters(answers: Answers, engine: str):
    (row,) = answers(engine)["rows"][2]
    assert row["text"] == "a\ufffdb \ufffd"


@pytest.mark.parametrize("engine", OBJECTS)
def test_every_lone_surrogate_is_told_of(answers: Answers, engine: str):
    (row,) = answers(engine)["rows"][2]
    assert [(one["rule"], one["start"]) for one in row["changes"]] == [
        ("output/lone-surrogate", 1),
        ("output/lone-surrogate", 4),
    ]
