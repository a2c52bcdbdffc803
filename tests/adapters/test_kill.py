"""A worker that is killed in the middle of a job costs time and no row."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from needs import environment, needs

ROWS = 48
# Every sentence is damaged, so that a worker has seconds to do on a page.
SENTENCE = "The board of harbour {} met on Monday and said naÃ¯ve things about the cafÃ©, number {} of its kind. "


def write_pages(folder: Path):
    """Write pages that take a worker a while, a few to a row group, and return them as a table."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    texts = ["".join(SENTENCE.format(page, number) for number in range(600)) for page in range(ROWS)]
    table = pa.table({"id": list(range(ROWS)), "text": texts})
    pq.write_table(table, folder / "pages.parquet", row_group_size=ROWS // 4, compression="none")
    return table


@pytest.mark.huge
@pytest.mark.parametrize("engine", ["spark", "ray"])
def test_a_killed_worker_changes_nothing_in_the_result(engine: str, tmp_path: Path):
    needs(engine)
    import pyarrow.parquet as pq

    from cleantext.adapters.batch import clean_table

    pages = write_pages(tmp_path)
    done = subprocess.run(
        [sys.executable, Path(__file__).parent / "kill.py", engine, tmp_path],
        env=environment(tmp_path, [Path(__file__).parent]),
        capture_output=True,
        text=True,
        errors="replace",
        timeout=580,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    found = json.loads((tmp_path / "killed.json").read_text(encoding="ascii"))
    assert len(found["killed"]) == 1, found
    assert found["failed"]
    rows = pq.read_table(tmp_path / "clean").sort_by("id")
    assert rows.to_pylist() == clean_table(pages).to_pylist()
