"""Processes: starts the worker of a contender, in our environment or in that of the peers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from side_by_side.contenders import Contender
from side_by_side.corpus import ROOT
from side_by_side.measure import MissingError, StoppedError, Timing

HERE = Path(__file__).resolve().parent
PEERS = HERE.parent / "peers"
_ENVIRONMENT = PEERS / ".venv"
PYTHON_OF_PEERS = _ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_REQUIREMENTS = PEERS / "requirements.txt"
# Beside the environment, what was installed into it; another list of peers makes it anew.
_INSTALLED = _ENVIRONMENT / "installed.txt"


class Worker:
    """A process that times one contender; killed when an answer takes longer than `limit` seconds."""

    def __init__(self, contender: Contender, limit: float) -> None:
        self._limit = limit
        self._process = subprocess.Popen(
            _command(contender),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            text=True,
            encoding="utf-8",
            # A group of its own, so that copies of the process end with it.
            start_new_session=True,
        )
        self._answer()

    def load(self, texts: Sequence[str]) -> None:
        """Hand the texts over; they are prepared on the other side."""
        self._ask({"do": "load", "texts": list(texts)})

    def warm(self, texts: Sequence[str]) -> None:
        """Have it run over other texts, untimed."""
        self._ask({"do": "warm", "texts": list(texts)})

    def time(self, least: float) -> Timing:
        """Have it run over the texts that were loaded."""
        answer = self._ask({"do": "time", "least": least})
        return Timing(answer["seconds"], answer["failed"])

    def apart(self) -> tuple[Timing, Timing]:
        """Have it run over them twice in a copy of the process."""
        first, again = self._ask({"do": "apart"})["turns"]
        return Timing(**first), Timing(**again)

    def close(self) -> None:
        """End the process and wait until it has gone."""
        self._kill()
        self._process.communicate()

    def _kill(self) -> None:
        if hasattr(os, "killpg") and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()

    def _ask(self, command: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        timer = threading.Timer(self._limit, self._kill)
        timer.start()
        try:
            # ASCII escapes, so that lone surrogates arrive as they are.
            self._process.stdin.write(json.dumps(command) + "\n")
            self._process.stdin.flush()
            return self._answer()
        except BrokenPipeError:
            raise StoppedError(self._end()) from None
        finally:
            timer.cancel()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise StoppedError(self._end())
        answer: dict[str, Any] = json.loads(line)
        if "missing" in answer:
            self.close()
            raise MissingError(answer["missing"])
        if "stopped" in answer:
            self.close()
            raise StoppedError(answer["stopped"])
        return answer

    def _end(self) -> str:
        code = self._process.wait()
        return f"stopped after {self._limit:.0f} s" if code < 0 else f"its process ended with {code}"


def install_peers(tell: Any = print) -> dict[str, str]:
    """Make the environment of the peers where it is missing or out of date.

    Returns what could not be installed, and why; the rest is there all the same.
    """
    wanted = _REQUIREMENTS.read_text(encoding="utf-8")
    if _INSTALLED.exists() and _INSTALLED.read_text(encoding="utf-8") == wanted:
        return {}
    tell(f"installing the peers into {os.path.relpath(_ENVIRONMENT, ROOT)}; this takes a while")
    made = _run([sys.executable, "-m", "venv", str(_ENVIRONMENT)])
    if made:
        return {"peers": made}
    if not _pip(["-r", str(_REQUIREMENTS)]):
        _INSTALLED.write_text(wanted, encoding="utf-8")
        return {}
    # One that cannot be had must not keep the others out.
    lines = [line for line in wanted.splitlines() if line and not line.startswith("#")]
    return {line: why for line in lines if (why := _pip([line]))}


def has_peers() -> bool:
    """Say whether the environment of the peers is there, in whatever state."""
    return PYTHON_OF_PEERS.exists()


def environment() -> dict[str, str]:
    """Return ours with the checkout first, and modules compiled: else a cold start is that of compiling them."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return environment | {"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "0"}


def _pip(what: list[str]) -> str:
    return _run([str(PYTHON_OF_PEERS), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what])


def _run(command: list[str]) -> str:
    """Run a command; return the last line that it complained with, or nothing."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stderr.strip().splitlines() or [f"failed with {done.returncode}"])[-1] if done.returncode else ""


def _command(contender: Contender) -> list[str]:
    worker = str(HERE / "worker.py")
    if contender.is_peer:
        if not has_peers():
            raise MissingError("not installed; benchmarks/run without --quick installs it")
        # Isolated: a package `cleantext` of ours must not stand before that of clean-text.
        return [str(PYTHON_OF_PEERS), "-I", worker, str(PEERS / "calls.py"), contender.name]
    return [sys.executable, "-P", worker, str(HERE / "ours.py"), contender.name]
