"""The jobs of docs/engines.md do what they say, each in a process of its own, from Parquet to Parquet."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from needs import environment, needs

from cleantext import clean

JOBS = Path(__file__).parent / "jobs"
DAMAGED = "The cafÃ© number {} on the quay &amp; the bar were closed on Monday.\r\nAdvertisement\r\n"


def write_pages(folder: Path) -> list[str]:
    """Write the pages that all jobs read, as a file and in a folder, and return their texts."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    texts = [DAMAGED.format(number) for number in range(200)]
    # A reader of datatrove makes the number a text; the others keep it.
    table = pa.table({"id": [f"{n:03d}" for n in range(200)], "text": texts, "tags": [["quay"]] * 200})
    pq.write_table(table, folder / "pages.parquet", row_group_size=100)
    (folder / "pages").mkdir()
    pq.write_table(table, folder / "pages" / "one.parquet")
    return texts


@pytest.mark.parametrize("engine", [path.stem.removesuffix("_job") for path in sorted(JOBS.glob("*_job.py"))])
def test_the_job_of_the_page_cleans_a_file(engine: str, tmp_path: Path):
    needs(engine)
    needs("batch")
    import pyarrow.parquet as pq

    texts = write_pages(tmp_path)
    done = subprocess.run(
        [sys.executable, JOBS / f"{engine}_job.py"],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        errors="replace",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    rows = sorted(pq.read_table(tmp_path / "clean").to_pylist(), key=lambda row: row["id"])
    assert [row["text"] for row in rows] == [clean(text) for text in texts]
    assert {name for row in rows for name in row} >= {"id", "text", "changes", "removed_kinds", "scores", "error"}
