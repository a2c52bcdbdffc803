"""Parallel: many texts in several processes, in order, with a bounded number on the way.

A ProcessPoolExecutor, since multiprocessing.Pool hangs for ever when a worker is killed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice

from cleantext.config import Config

Text = str | bytes | None


def clean_in_processes(texts: Iterable[Text], config: Config, workers: int, batch: int) -> Iterator[str | None]:
    """Yield each text cleaned, in order; at most three batches a worker wait at any time."""
    source = iter(texts)
    waiting: deque[Future[list[str | None]]] = deque()
    with ProcessPoolExecutor(workers) as pool:
        while True:
            while len(waiting) < 3 * workers and (part := list(islice(source, batch))):
                waiting.append(pool.submit(_clean_batch, part, config))
            if not waiting:
                return
            yield from waiting.popleft().result()


def _clean_batch(texts: list[Text], config: Config) -> list[str | None]:
    from cleantext.api import clean

    return [clean(text, config) for text in texts]
