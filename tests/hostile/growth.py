"""Growth: how many times as long a call takes for twice the text.

No test asserts a time, only what becomes of it when the text doubles. Time is the
processor's, each size counts by its best attempt, and sizes take turns, so that a busy
moment of the machine meets all of them. What still looks slow is measured again, since
noise goes and quadratic time stays.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time

# Linear time doubles; what is left is for caches that fill and memory that gets slower as it gets larger.
LIMIT = 2.3
_ATTEMPTS = 2
_RETRIES = 7
# A run below this is too short to be measured by a clock that ticks in microseconds, on a machine with other work.
_LEAST = 0.005
_LARGEST = 1 << 20

Run = Callable[[str], object]
Make = Callable[[int], str]


def growth(run: Run, make: Make, size: int = 1_000) -> float:
    """Return how many times as long twice the text takes, from a size at which a run is long enough to be measured.

    The text doubles twice, and the smaller ratio counts: quadratic time shows in both, and a memory of lines or
    words that is full from then on in one.
    """
    gc.collect()
    run(make(size))
    while size < _LARGEST and _time(run, make(size)) < _LEAST:
        size *= 2
    texts = [make(size), make(2 * size), make(4 * size)]
    best = [float("inf")] * 3
    ratio = float("inf")
    for _ in range(_RETRIES):
        for _ in range(_ATTEMPTS):
            best = [min(before, _time(run, text)) for before, text in zip(best, texts, strict=True)]
        ratio = min(best[1] / best[0], best[2] / best[1])
        if ratio <= LIMIT:
            break
    return ratio


def _time(run: Run, text: str) -> float:
    # What the collector does depends on all that the test run has made before.
    gc.disable()
    try:
        begun = process_time()
        run(text)
        return max(process_time() - begun, 1e-6)
    finally:
        gc.enable()
