"""Clean a folder of Parquet files with Ray Data: pages.parquet -> clean."""

import ray

from cleantext import Config
from cleantext.adapters.ray import clean_dataset

# On a cluster: ray.init(address="auto").
ray.init(num_cpus=2, include_dashboard=False)
pages = ray.data.read_parquet("pages.parquet")
clean_dataset(pages, Config(), column="text").write_parquet("clean")
