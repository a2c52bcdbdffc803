"""Clean a Parquet file with Polars, never all of it in memory: pages.parquet -> clean/part.parquet."""

from pathlib import Path

import polars

from cleantext import Config
from cleantext.adapters.polars import clean_dataframe

Path("clean").mkdir()
pages = polars.scan_parquet("pages.parquet")
clean_dataframe(pages, Config(), column="text").sink_parquet("clean/part.parquet")
