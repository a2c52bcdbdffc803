"""Clean a folder of Parquet files with datatrove: pages -> clean."""

import pyarrow as pa
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import ParquetReader
from datatrove.pipeline.writers import ParquetWriter

from cleantext import Config
from cleantext.adapters.batch import output_schema
from cleantext.adapters.datatrove import CleanText

# What comes out. Left to itself the writer goes by the first document, and loses what that one lacks.
SCHEMA = output_schema(pa.schema({"id": pa.string(), "text": pa.string(), "tags": pa.list_(pa.string())}))

if __name__ == "__main__":
    steps = [ParquetReader("pages"), CleanText(Config()), ParquetWriter("clean", expand_metadata=True, schema=SCHEMA)]
    LocalPipelineExecutor(pipeline=steps, tasks=2, workers=2, logging_dir="logs").run()
