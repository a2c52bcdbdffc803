"""Memory: as much for a large file as for a small one, in the process that leads and in those that work."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from runs import environment

MB = 1 << 20
# The steps cost the same memory for any number of lines; without them the test is of what carries the lines.
_PROGRAM = """
import resource, sys
from cleantext.cli.filter import main
code = main(sys.argv[1:])
for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
    print(resource.getrusage(who).ru_maxrss)
sys.exit(code)
"""


def grown(path: Path, size: int) -> Path:
    """Write JSON lines of so many bytes, some of them to be repaired."""
    lines = [json.dumps({"id": n, "text": f"{n} R&amp;D " * (n % 7 + 1) + "word " * 150}) + "\n" for n in range(1000)]
    block = "".join(lines).encode()
    with path.open("wb") as stream:
        for _ in range(size // len(block) + 1):
            stream.write(block)
    return path


def peaks(folder: Path, size: int) -> tuple[int, int]:
    """Return the most memory that the leading process had, and the largest of the others, in KB."""
    source = grown(folder / f"{size}.jsonl", size)
    words = [
        "run",
        str(source),
        "-o",
        str(folder / f"out-{size}"),
        "-j",
        "2",
        "--steps",
        "characters/escapes",
        "--quiet",
    ]
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *words], env=environment(), capture_output=True, check=True, timeout=3_000
    )
    assert (folder / f"out-{size}" / source.name).stat().st_size > size * 0.9
    source.unlink()
    leading, working = map(int, done.stdout.split())
    return leading, working


def rise(folder: Path, small: int, large: int) -> float:
    """Return by what factor memory rises from a small file to a large one, at the most."""
    return max(after / before for before, after in zip(peaks(folder, small), peaks(folder, large)))


def test_memory_is_the_same_for_four_times_the_input(tmp_path):
    assert rise(tmp_path, 16 * MB, 64 * MB) < 1.1


@pytest.mark.huge
def test_memory_is_the_same_for_two_gigabytes(tmp_path):
    assert rise(tmp_path, 64 * MB, 2048 * MB) < 1.1
