"""What the speed tests add to pytest: a gate on times divided by a floor of the same run.

pytest benchmarks/speed --benchmark-enable --benchmark-timer=time.process_time --floors
pytest benchmarks/speed --benchmark-enable --benchmark-timer=time.process_time --save-floors
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from ratio_gate import Timed, multiples, read, slower, write

BASELINE = Path(__file__).resolve().parent / "baseline.json"
_TIMED = pytest.StashKey[list[Timed]]()
_FOUND = pytest.StashKey[list[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("floors", "times divided by a floor of the same run")
    group.addoption(
        "--floors", nargs="?", const=BASELINE, type=Path, metavar="FILE", help="fail where one grew since FILE"
    )
    group.addoption("--save-floors", nargs="?", const=BASELINE, type=Path, metavar="FILE", help="write them to FILE")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_TIMED] = []
    config.stash[_FOUND] = []


@pytest.fixture(autouse=True)
def _timed(request: pytest.FixtureRequest, benchmark: BenchmarkFixture) -> Iterator[None]:
    yield
    # The least of many rounds: what else runs on a machine only ever adds.
    if benchmark.stats is not None:
        # A step is a test of its own; the document is the group.
        step = request.node.callspec.params.get("step")
        test = request.node.originalname + (f" {step}" if step else "")
        seconds = benchmark.stats.stats.min
        request.config.stash[_TIMED].append(Timed(test, str(benchmark.group), seconds))


def pytest_sessionfinish(session: pytest.Session) -> None:
    config = session.config
    figures = multiples(config.stash[_TIMED])
    if config.option.save_floors and figures:
        write(config.option.save_floors, figures)
    if config.option.floors:
        before = read(config.option.floors)
        config.stash[_FOUND] = list(slower(figures, before))
        if not figures.keys() & before.keys():
            config.stash[_FOUND] = ["nothing was timed that the baseline has; say --benchmark-enable"]
        if config.stash[_FOUND] and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for line in config.stash[_FOUND]:
        terminalreporter.write_line(f"SLOWER  {line}", red=True)
