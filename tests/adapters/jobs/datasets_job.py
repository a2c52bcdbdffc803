"""Clean a Parquet file as a Hugging Face dataset: pages.parquet -> clean/part.parquet."""

from datasets import Dataset

from cleantext import Config
from cleantext.adapters.datasets import clean_dataset

if __name__ == "__main__":
    pages = Dataset.from_parquet("pages.parquet", cache_dir="cache")
    clean_dataset(pages, Config(), column="text", num_proc=2).to_parquet("clean/part.parquet")
