"""Clean a folder of Parquet files with Spark: pages.parquet -> clean."""

import os
import sys

from pyspark.sql import SparkSession

from cleantext import Config
from cleantext.adapters.spark import clean_dataframe

# The workers' Python, which has to be one with cleantext-kit.
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
# Two cores, and four attempts a task; on a cluster leave the master to spark-submit.
spark = SparkSession.builder.master("local[2,4]").getOrCreate()
spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "1024")

pages = spark.read.parquet("pages.parquet")
clean_dataframe(pages, Config(), column="text").write.parquet("clean")
