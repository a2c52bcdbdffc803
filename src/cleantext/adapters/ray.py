"""Ray: a column of a Ray Data dataset cleaned with `map_batches`, as Arrow tables.

Ray starts a task again whose worker was killed. It hands blocks on as they are ready:
set `DataContext.execution_options.preserve_order` where the order of rows matters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext.adapters.batch import ROWS, clean_table, output_schema
from cleantext.adapters.documents import checked
from cleantext.adapters.extras import require
from cleantext.config import Config

if TYPE_CHECKING:
    from ray.data import Dataset


def clean_dataset(
    dataset: Dataset, config: Config | None = None, *, column: str = "text", account: bool = True, **options: object
) -> Dataset:
    """Clean the texts of one column; runs when Ray wants the rows.

    `options` are those of `Dataset.map_batches`, as in `concurrency=8` or `memory=2**30`.

    Raises:
        MissingExtraError: Ray Data or pyarrow is not installed.
        InputError: no such column, one that holds no text, or one whose name we need is there
            already; only the job tells it where the dataset does not know its columns yet.
        OptionError: no `Config`, or one that names what there is none of.
    """
    require("ray.data", "ray")
    require("pyarrow", "ray")
    import pyarrow as pa

    config = checked(config)
    known = dataset.schema(fetch_if_missing=False)
    if known is not None and isinstance(known.base_schema, pa.Schema):
        output_schema(known.base_schema, column=column, account=account)
    given = {"config": config, "column": column, "account": account}
    options = {"batch_size": ROWS, "zero_copy_batch": True} | options
    return dataset.map_batches(clean_table, batch_format="pyarrow", fn_kwargs=given, **options)
