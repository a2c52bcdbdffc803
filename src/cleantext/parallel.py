"""Parallel: many texts in several processes, in order, with a bounded number on the way.

A ProcessPoolExecutor, since multiprocessing.Pool hangs for ever when a worker is killed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice

from cleantext.config import Config

Text = str | bytes | None
Clean = Callable[[Text, Config], str | None]

# Texts per task: enough to outweigh the sending of it, few enough to keep memory flat.
_BATCH = 256


def in_processes(clean: Clean, texts: Iterable[Text], config: Config, workers: int) -> Iterator[str | None]:
    """Yield each text cleaned, in order; at most three batches a worker wait at any time.

    `clean` must be importable, since each worker imports it.
    """
    source = iter(texts)
    waiting: deque[Future[list[str | None]]] = deque()
    with ProcessPoolExecutor(workers) as pool:
        while True:
            while len(waiting) < 3 * workers and (part := list(islice(source, _BATCH))):
                waiting.append(pool.submit(_batch, clean, part, config))
            if not waiting:
                return
            yield from waiting.popleft().result()


def _batch(clean: Clean, texts: list[Text], config: Config) -> list[str | None]:
    return [clean(text, config) for text in texts]
