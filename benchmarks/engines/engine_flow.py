"""The flow in one process, without an engine: `python engine_flow.py FOLDER STEPS ROWS ACCOUNT`.

Cleans batches of ROWS pages as a worker does and prints JSON: megabytes a second of
processor time, and the memory that the process took beyond what it had before.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from engine_work import config_of

from cleantext.adapters.batch import clean_batch

# Pages cleaned before the clock runs: what is read and built once is no matter of terabytes.
_WARM = 100


def measure(source: Path, steps: str, rows: int, account: bool) -> dict[str, float]:
    """Return the figures of a run over all pages of a file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    config = config_of(steps)
    warm = next(pq.ParquetFile(source).iter_batches(_WARM))
    clean_batch(warm, config, account=account)
    before = _peak()
    megabytes = seconds = 0.0
    for batch in pq.ParquetFile(source).iter_batches(rows):
        size = pa.compute.sum(pa.compute.binary_length(batch.column("text"))).as_py()
        megabytes += size / 1e6
        start = time.process_time()
        clean_batch(batch, config, account=account)
        seconds += time.process_time() - start
    return {"speed": megabytes / seconds, "before": before, "peak": _peak()}


def _peak() -> float:
    """Return the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    import pyarrow.compute  # noqa: F401  # pa.compute is there after this import alone

    folder, wanted, size_of_batch, with_account = sys.argv[1:]
    print(json.dumps(measure(Path(folder) / "pages.parquet", wanted, int(size_of_batch), with_account == "account")))
