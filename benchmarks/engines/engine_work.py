"""One engine cleaning a Parquet file: `python engine_work.py ENGINE FOLDER STEPS`.

Reads FOLDER/pages.parquet and writes FOLDER/clean. STEPS are names with commas between,
"all" for the default flow, or "none", which measures what the engine itself costs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from cleantext import Config


def arrow(source: Path, target: Path, config: Config) -> None:
    """Row group by row group in this process: what the others are compared with."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from cleantext.adapters.batch import clean_batches, output_schema

    pages = pq.ParquetFile(source)
    target.mkdir()
    with pq.ParquetWriter(target / "part.parquet", output_schema(pages.schema_arrow)) as writer:
        for batch in clean_batches(pages.iter_batches(), config):
            writer.write_table(pa.Table.from_batches([batch]))


def spark(source: Path, target: Path, config: Config) -> None:
    """Two cores of a local master; the memory is the driver's, which is the executor here."""
    from pyspark.sql import SparkSession

    from cleantext.adapters.spark import clean_dataframe

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.memory", "2g").getOrCreate()
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "1024")
    session.conf.set("spark.sql.files.maxPartitionBytes", "16m")
    clean_dataframe(session.read.parquet(str(source)), config).write.parquet(str(target))


def ray(source: Path, target: Path, config: Config) -> None:
    """Two cores of a cluster that is started for it."""
    import ray as engine

    from cleantext.adapters.ray import clean_dataset

    engine.init(num_cpus=2, include_dashboard=False, object_store_memory=500 * 2**20)
    clean_dataset(engine.data.read_parquet(str(source)), config).write_parquet(str(target))


def polars(source: Path, target: Path, config: Config) -> None:
    """One file, streamed."""
    import polars as engine

    from cleantext.adapters.polars import clean_dataframe

    target.mkdir()
    clean_dataframe(engine.scan_parquet(source), config).sink_parquet(target / "part.parquet")


def duckdb(source: Path, target: Path, config: Config) -> None:
    """One file, in SQL."""
    import duckdb as engine

    from cleantext.adapters.duckdb import register

    target.mkdir()
    with engine.connect() as connection:
        register(connection, config)
        rows = f"SELECT * EXCLUDE (text), unnest(cleantext(text)) FROM '{source}'"
        connection.execute(f"COPY ({rows}) TO '{target / 'part.parquet'}' (FORMAT parquet)")


def pandas(source: Path, target: Path, config: Config) -> None:
    """One file, all of it in memory."""
    import pandas as engine

    from cleantext.adapters.pandas import clean_dataframe

    target.mkdir()
    clean_dataframe(engine.read_parquet(source), config).to_parquet(target / "part.parquet")


def dask(source: Path, target: Path, config: Config) -> None:
    """Row groups in two processes."""
    import dask as engine
    import dask.dataframe

    from cleantext.adapters.dask import clean_dataframe

    engine.config.set(scheduler="processes", num_workers=2)
    pages = dask.dataframe.read_parquet(source, dtype_backend="pyarrow", split_row_groups=True)
    clean_dataframe(pages, config).to_parquet(target)


def datasets(source: Path, target: Path, config: Config) -> None:
    """Two processes over a memory-mapped copy."""
    from datasets import Dataset

    from cleantext.adapters.datasets import clean_dataset

    target.mkdir()
    pages = Dataset.from_parquet(str(source), cache_dir=str(source.parent / "cache"))
    clean_dataset(pages, config, num_proc=2).to_parquet(target / "part.parquet")


def datatrove(source: Path, target: Path, config: Config) -> None:
    """The local executor with one task, as it has one for each file."""
    import pyarrow as pa
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import ParquetReader
    from datatrove.pipeline.writers import ParquetWriter

    from cleantext.adapters.batch import output_schema
    from cleantext.adapters.datatrove import CleanText

    schema = output_schema(pa.schema({name: pa.string() for name in ("id", "url", "text")}))
    reader = ParquetReader(str(source.parent), glob_pattern=source.name)
    steps = [reader, CleanText(config), ParquetWriter(str(target), expand_metadata=True, schema=schema)]
    LocalPipelineExecutor(pipeline=steps, tasks=1, logging_dir=str(source.parent / "logs")).run()


ENGINES: dict[str, Callable[[Path, Path, Config], None]] = {
    "arrow": arrow,
    "dask": dask,
    "datasets": datasets,
    "datatrove": datatrove,
    "duckdb": duckdb,
    "pandas": pandas,
    "polars": polars,
    "ray": ray,
    "spark": spark,
}


def config_of(steps: str) -> Config:
    """Return the configuration that a word stands for."""
    if steps == "all":
        return Config()
    return Config(steps=() if steps == "none" else steps.split(","))


if __name__ == "__main__":
    engine_name, folder, wanted = sys.argv[1:]
    ENGINES[engine_name](Path(folder) / "pages.parquet", Path(folder) / "clean", config_of(wanted))
