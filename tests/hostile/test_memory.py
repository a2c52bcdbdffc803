"""Promise 5, memory: where every other character is an edit, the peak stays a small multiple of the text.

An edit of its own would cost 118 times what the character does; where they are dense they
become one. Measured in a process of its own, whose peak nothing else raises.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.huge

_PROGRAM = """
import json, resource, sys
import cleantext
from hostile_texts import text
family, size, call = json.loads(sys.argv[1])
run = getattr(cleantext, call)
run(text(family, 3_000), steps="characters")
made = text(family, size)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
run(made, steps="characters")
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([sys.getsizeof(made), (after - before) * 1024]))
"""


@pytest.mark.parametrize("call", ["clean", "explain"])
@pytest.mark.parametrize(
    "family",
    [
        "an edit at every other place",
        "CR LF",
        "letters with their marks apart",
        "mojibake in words",
        "soft hyphens in words",
        "escaped ampersands",
        "one line of full-width letters",
    ],
)
def test_the_peak_rises_by_at_most_six_times_the_text(family, call):
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, json.dumps([family, 2_000_000, call])],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent,
    )
    size, risen = json.loads(done.stdout)
    # What is not of the text: tables that are read, and what the allocator keeps.
    assert risen <= 6 * size + 10_000_000
