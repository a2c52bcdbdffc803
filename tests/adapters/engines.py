"""One engine at work in a process of its own: `python engines.py ENGINE JOB ANSWER`.

A process each keeps the engines apart: what one imports, warns of or leaves running says
nothing of another. JOB is a pickled `Job`, ANSWER is written as JSON.
"""

from __future__ import annotations

import json
import os
import pickle
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from cleantext import Config

Row = dict[str, Any]
# The package that an engine's module cannot do without, by the name of the module.
PACKAGES = {
    "batch": "pyarrow",
    "dask": "dask",
    "datasets": "datasets",
    "datatrove": "datatrove",
    "duckdb": "duckdb",
    "pandas": "pandas",
    "polars": "polars",
    "ray": "ray",
    "spark": "pyspark",
}
# Engines that keep texts as str objects, in which lone surrogates can stand.
OBJECTS = ("datatrove", "pandas")
# What may be imported beside an engine: pyarrow looks for frames of pandas in whatever it is given.
BESIDE = {"pandas", "pyarrow"}


class Job(NamedTuple):
    """Rows with `id`, `text` and `tags`, and what is to be done with them."""

    rows: list[Row]
    config: Config
    account: bool


def _batch(job: Job) -> list[Row]:
    import pyarrow as pa

    from cleantext.adapters.batch import clean_batch

    batch = pa.RecordBatch.from_pylist(job.rows)
    return clean_batch(batch, job.config, account=job.account).to_pylist()


def _spark(job: Job) -> list[Row]:
    from cleantext.adapters.spark import clean_dataframe

    session = spark_session()
    frame = session.createDataFrame(
        [(row["id"], row["text"], row["tags"]) for row in job.rows], "id bigint, text string, tags array<string>"
    )
    cleaned = clean_dataframe(frame, job.config, account=job.account)
    return [row.asDict(recursive=True) for row in cleaned.collect()]


def spark_session() -> Any:
    """Start Spark with two cores and four attempts a task, or return the one that runs."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    return session


def ray_started() -> Any:
    """Start Ray with two cores, or return it as it runs."""
    import ray

    if not ray.is_initialized():
        ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=200 * 2**20)
        context = ray.data.DataContext.get_current()
        context.execution_options.preserve_order = True
        context.enable_progress_bars = False
    return ray


def _ray(job: Job) -> list[Row]:
    import pyarrow as pa

    from cleantext.adapters.ray import clean_dataset

    dataset = ray_started().data.from_arrow(pa.Table.from_pylist(job.rows)).repartition(3)
    return list(clean_dataset(dataset, job.config, account=job.account).take_all())


def _datasets(job: Job) -> list[Row]:
    from datasets import Dataset, disable_progress_bars

    from cleantext.adapters.datasets import clean_dataset

    disable_progress_bars()
    return clean_dataset(Dataset.from_list(job.rows), job.config, account=job.account).to_list()


def _datatrove(job: Job) -> list[Row]:
    from datatrove.data import Document

    from cleantext.adapters.datatrove import CleanText

    documents = (Document(text=row["text"], id=row["id"], metadata={"tags": row["tags"]}) for row in job.rows)
    step = CleanText(job.config, account=job.account)
    return [{"id": one.id, "text": one.text, **one.metadata} for one in step.run(documents)]


def _pandas(job: Job) -> list[Row]:
    import pandas

    from cleantext.adapters.pandas import clean_dataframe

    frame = pandas.DataFrame({"id": [row["id"] for row in job.rows], "tags": [row["tags"] for row in job.rows]})
    frame["text"] = pandas.Series([row["text"] for row in job.rows], dtype=object)
    return clean_dataframe(frame, job.config, account=job.account).to_dict("records")


def _dask(job: Job) -> list[Row]:
    import dask
    import dask.dataframe
    import pandas
    import pyarrow as pa

    from cleantext.adapters.dask import clean_dataframe

    # Of Arrow's types, since Dask writes lists among Python's objects down as text.
    frame = pa.Table.from_pylist(job.rows).to_pandas(types_mapper=pandas.ArrowDtype)
    frame = dask.dataframe.from_pandas(frame, npartitions=3)
    with dask.config.set(scheduler="processes", num_workers=2):
        return clean_dataframe(frame, job.config, account=job.account).compute().to_dict("records")


def _polars(job: Job) -> list[Row]:
    import polars

    from cleantext.adapters.polars import clean_dataframe

    return clean_dataframe(polars.DataFrame(job.rows).lazy(), job.config, account=job.account).collect().to_dicts()


def _duckdb(job: Job) -> list[Row]:
    import duckdb
    import pyarrow as pa

    from cleantext.adapters.duckdb import register

    with duckdb.connect() as connection:
        register(connection, job.config, account=job.account)
        connection.register("pages", pa.Table.from_pylist(job.rows))
        query = "SELECT * EXCLUDE (text), unnest(cleantext(text)) FROM pages"
        return connection.sql(query).to_arrow_table().to_pylist()


ENGINES: dict[str, Callable[[Job], list[Row]]] = {
    "batch": _batch,
    "dask": _dask,
    "datasets": _datasets,
    "datatrove": _datatrove,
    "duckdb": _duckdb,
    "pandas": _pandas,
    "polars": _polars,
    "ray": _ray,
    "spark": _spark,
}


def main(engine: str, job: str, answer: str) -> None:
    """Do every job of a list with one engine, and write the rows, the seconds and what was imported."""
    jobs: list[Job] = pickle.loads(Path(job).read_bytes())
    start = time.monotonic()
    rows = [ENGINES[engine](one) for one in jobs]
    seconds = time.monotonic() - start
    # Missing values have a name of their own in every engine.
    found = {"rows": rows, "seconds": seconds, "modules": sorted(sys.modules)}
    Path(answer).write_text(json.dumps(found, default=_plain), encoding="ascii")


def _plain(value: Any) -> Any:
    """Write down what JSON does not know: arrays as lists, an engine's word for missing as null."""
    return value.tolist() if hasattr(value, "tolist") else None


if __name__ == "__main__":
    # Pickles name this module, and not the program that it is now.
    sys.modules["engines"] = sys.modules["__main__"]
    main(*sys.argv[1:])
