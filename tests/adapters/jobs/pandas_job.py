"""Clean a Parquet file with pandas: pages.parquet -> clean/part.parquet."""

from pathlib import Path

import pandas

from cleantext import Config
from cleantext.adapters.pandas import clean_dataframe

Path("clean").mkdir()
pages = pandas.read_parquet("pages.parquet")
clean_dataframe(pages, Config(), column="text").to_parquet("clean/part.parquet")
