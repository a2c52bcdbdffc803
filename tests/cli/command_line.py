"""Ways to run the command line: in this process, for speed, and as a real one."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import cleantext
from cleantext.cli.filter import main

SOURCE = str(Path(cleantext.__file__).parent.parent)
COMMAND = (sys.executable, "-m", "cleantext")


class Ran(NamedTuple):
    code: int
    out: bytes
    err: str


def run(*words: str, given: bytes = b"") -> Ran:
    """Run the command line in this process: `run("--lines", given=b"...")`."""
    out, err = io.BytesIO(), io.BytesIO()
    kept = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(out, encoding="utf-8")
    sys.stderr = io.TextIOWrapper(err, encoding="utf-8", errors="backslashreplace")
    try:
        code = main(words)
    except SystemExit as left:
        code = int(left.code or 0)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        # The wrappers go with what they hold, so its content is read before they do.
        told = out.getvalue(), err.getvalue().decode()
        sys.stdin, sys.stdout, sys.stderr = kept
    return Ran(code, *told)


def environment() -> dict[str, str]:
    """Return what a process needs to find the package, whether it is installed or not."""
    path = os.pathsep.join(filter(None, (SOURCE, os.environ.get("PYTHONPATH"))))
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "PYTHONUNBUFFERED")}
    return {**kept, "PYTHONPATH": path}


def process(*words: str, given: bytes = b"") -> Ran:
    """Run the command line as a process of its own."""
    done = subprocess.run(
        [*COMMAND, *words], input=given, capture_output=True, check=False, env=environment(), timeout=60
    )
    return Ran(done.returncode, done.stdout, done.stderr.decode())


def start(*words: str) -> "subprocess.Popen[bytes]":
    """Start the command line and hand over the running process, all its streams open."""
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    return subprocess.Popen([*COMMAND, *words], env=environment(), **streams)


def shell(line: str, folder: Path) -> "subprocess.CompletedProcess[bytes]":
    """Run a line of shell, in which `cleantext` is the command line."""
    function = f'cleantext() {{ "{sys.executable}" -m cleantext "$@"; }}; '
    return subprocess.run(
        ["sh", "-c", function + line],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        env=environment(),
        timeout=60,
    )
