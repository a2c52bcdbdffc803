"""Run a job on one engine and kill a worker in the middle of it: `python kill.py ENGINE FOLDER`.

The folder holds pages.parquet; the rows go to clean, and what was killed to killed.json.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from engines import ray_started, spark_session

from cleantext import Config

# Processor time after which a worker is killed; each has several times this much to do.
SECONDS = 2.0
_TICKS = os.sysconf("SC_CLK_TCK")


def spark(folder: Path) -> int:
    """Clean with Spark and return how many tasks failed on the way."""
    from cleantext.adapters.spark import clean_dataframe

    session = spark_session()
    session.conf.set("spark.sql.files.maxPartitionBytes", "64k")
    session.conf.set("spark.sql.files.openCostInBytes", "0")
    pages = session.read.parquet(str(folder / "pages.parquet"))
    clean_dataframe(pages, Config()).write.parquet(str(folder / "clean"))
    tracker = session.sparkContext.statusTracker()
    jobs = [tracker.getJobInfo(job) for job in tracker.getJobIdsForGroup()]
    stages = [tracker.getStageInfo(stage) for job in jobs if job for stage in job.stageIds]
    return sum(stage.numFailedTasks for stage in stages if stage)


def ray(folder: Path) -> int:
    """Clean with Ray Data; it does not say how many tasks failed, so 1 stands for the one that was killed."""
    from cleantext.adapters.ray import clean_dataset

    pages = ray_started().data.read_parquet(str(folder / "pages.parquet"), override_num_blocks=4)
    clean_dataset(pages, Config(), batch_size=4).write_parquet(str(folder / "clean"))
    return 1


JOBS: dict[str, Callable[[Path], int]] = {"ray": ray, "spark": spark}
# What the command line of a worker at work holds.
TITLES = {"ray": "ray::", "spark": "pyspark.daemon"}


def kill_one(title: str, killed: list[str]) -> None:
    """Wait for a worker below this process that has worked for a while, and kill it."""
    at_first: dict[int, float] = {}
    while not killed:
        for pid in workers(title):
            used = processor_seconds(pid)
            if used - at_first.setdefault(pid, used) > SECONDS:
                killed.append(command_of(pid))
                os.kill(pid, signal.SIGKILL)
                return
        time.sleep(0.05)


def workers(title: str) -> list[int]:
    """Return the processes below this one whose command line, and not that of a child, holds a title."""
    parents = {pid: parent for pid in pids() if (parent := parent_of(pid))}
    found = [pid for pid in parents if title in command_of(pid) and is_below(pid, parents)]
    return [pid for pid in found if pid not in parents.values()]


def pids() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]


def is_below(pid: int, parents: dict[int, int]) -> bool:
    while pid in parents:
        pid = parents[pid]
        if pid == os.getpid():
            return True
    return False


def fields_of(pid: int) -> list[str]:
    """Return the fields of a process from its state on; none where it has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return []


def parent_of(pid: int) -> int:
    fields = fields_of(pid)
    return int(fields[1]) if fields else 0


def processor_seconds(pid: int) -> float:
    fields = fields_of(pid)
    return (int(fields[11]) + int(fields[12])) / _TICKS if fields else 0.0


def command_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return ""


def main(engine: str, folder: str) -> None:
    """Run the job with a killer beside it, and write down what became of both."""
    killed: list[str] = []
    threading.Thread(target=kill_one, args=(TITLES[engine], killed), daemon=True).start()
    failed = JOBS[engine](Path(folder))
    Path(folder, "killed.json").write_text(json.dumps({"killed": killed, "failed": failed}), encoding="ascii")


if __name__ == "__main__":
    main(*sys.argv[1:])
