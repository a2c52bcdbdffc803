"""Ways to run `cleantext run`: its work in this process, the command as a real one, and mishaps made to order."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

import cleantext
from cleantext.config import Config
from cleantext.jobs.plan import tasks
from cleantext.jobs.task import Done, Input, Join, Outcome, Setup
from cleantext.jobs.whole import ERRORS, PARTS, WORK
from cleantext.jobs.worker import do

SOURCE = str(Path(cleantext.__file__).parent.parent)
C = ("--steps", "characters")
DAMAGED = "caf\u00c3\u00a9 AT&amp;T"
CLEAN = "caf\u00e9 AT&T"


class Ran(NamedTuple):
    code: int
    err: str


def engine(name: str) -> ModuleType:
    """Import an optional package, or skip; where all of them are promised to be there, fail."""
    if os.environ.get("CI_ENGINES"):
        return __import__(name)
    return pytest.importorskip(name)


# The work in this process


def setup_for(folder: Path, steps: str = "characters", **options: str) -> Setup:
    for name in (WORK, PARTS, ERRORS):
        (folder / name).mkdir(parents=True, exist_ok=True)
    values = {"field": "text", "identity": "", "changes": "", "fingerprint": "one"} | options
    return Setup(str(folder), Config(steps=steps), **values)


def input_of(path: Path, form: str = "", packing: str = "") -> Input:
    status = path.stat()
    form = form or {".jsonl": "jsonl", ".parquet": "parquet"}.get(path.suffix, "text")
    return Input(str(path), path.name, form, packing, status.st_size, status.st_mtime_ns)


def made(source: Input, setup: Setup) -> list[Outcome]:
    """Do all tasks of a file here, and join what they made."""
    outcomes = [do(task, setup) for task in tasks(source)]
    if len(outcomes) > 1 and all(isinstance(outcome, Done) for outcome in outcomes):
        outcomes.append(do(Join(source.relative, source.format, len(outcomes)), setup))
    return outcomes


# The command


def environment(hooks: Path | None = None) -> dict[str, str]:
    path = os.pathsep.join(filter(None, (str(hooks or ""), SOURCE, os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path}


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "cleantext", "run", *map(str, words)]


def run(*words: object, hooks: Path | None = None, limit: Callable[[], None] | None = None) -> Ran:
    done = subprocess.run(
        command(*words), capture_output=True, check=False, env=environment(hooks), timeout=120, preexec_fn=limit
    )
    return Ran(done.returncode, done.stderr.decode())


def start(*words: object, hooks: Path | None = None) -> "subprocess.Popen[bytes]":
    """Start it as the leader of a group of processes, as a shell does."""
    return subprocess.Popen(
        command(*words),
        stderr=subprocess.PIPE,
        env=environment(hooks),
        start_new_session=True,
        stdin=subprocess.DEVNULL,
    )


def ended(running: "subprocess.Popen[bytes]", seconds: float = 30) -> Ran:
    """Wait for the end of a process that was started."""
    _, err = running.communicate(timeout=seconds)
    return Ran(running.returncode, err.decode())


def hooked(folder: Path, body: str) -> Path:
    """Return a folder that makes every process run some lines before each document, which they know as `text`."""
    folder.mkdir()
    lines = "".join(f"    {line}\n" for line in body.strip().splitlines())
    (folder / "sitecustomize.py").write_text(
        "import os, signal, sys, time\n"
        "from cleantext.cli import record\n"
        "kept = record.clean\n"
        "def clean(source, flow, options):\n"
        "    text = source.text\n" + lines + "    return kept(source, flow, options)\n"
        "record.clean = clean\n",
        encoding="utf-8",
    )
    return folder


def workers_of(running: "subprocess.Popen[bytes]") -> list[int]:
    """Return the ids of the processes that a run has started for its work."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((place / "stat").read_text().rpartition(")")[2].split()[1])
            words = (place / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == running.pid and b"spawn_main" in words:
            found.append(int(place.name))
    return found


def is_alive(process: int) -> bool:
    try:
        return (Path("/proc") / str(process) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def until(fact: Callable[[], object], seconds: float = 30) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not fact():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.02)


def killed(running: "subprocess.Popen[bytes]") -> None:
    """Kill a run as the system does that is out of memory, and wait until its processes are gone, too."""
    workers = workers_of(running)
    os.kill(running.pid, signal.SIGKILL)
    running.communicate()
    until(lambda: not any(map(is_alive, workers)))


def tree(folder: Path) -> dict[str, bytes]:
    """Return what stands below an output folder, without what a run tells of itself."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cleantext" not in path.parts and path.name != "manifest.json"
    }
