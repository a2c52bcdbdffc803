"""Clean a folder of Parquet files with Dask: pages.parquet -> clean."""

import dask
import dask.dataframe

from cleantext import Config
from cleantext.adapters.dask import clean_dataframe

if __name__ == "__main__":
    # On a cluster: distributed.Client("tcp://scheduler:8786").
    dask.config.set(scheduler="processes", num_workers=2)
    # Of Arrow's types, since Dask cannot write a list among Python's objects.
    pages = dask.dataframe.read_parquet("pages.parquet", dtype_backend="pyarrow")
    clean_dataframe(pages, Config(), column="text").to_parquet("clean")
