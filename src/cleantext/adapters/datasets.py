"""Datasets: a column of a Hugging Face dataset cleaned with `map`, as Arrow tables.

`map` keeps what it computed and finds it again by what the function was given, and an
installed function is known by its name alone. So our version is given too: an upgrade
never finds the results of the version before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext import __version__
from cleantext.adapters.batch import ROWS, clean_table, output_schema
from cleantext.adapters.documents import checked, columns
from cleantext.adapters.extras import require
from cleantext.config import Config

if TYPE_CHECKING:
    import pyarrow as pa
    from datasets import Dataset


def clean_dataset(
    dataset: Dataset, config: Config | None = None, *, column: str = "text", account: bool = True, **options: object
) -> Dataset:
    """Clean the texts of one column of a dataset; of an `IterableDataset` when its rows are read.

    What comes back has no format set. `options` are those of `Dataset.map`, as in `num_proc=8`.

    Raises:
        MissingExtraError: datasets is not installed.
        InputError: no such column, one that holds no text, or one whose name we need is there already.
        OptionError: no `Config`, or one that names what there is none of.
    """
    require("datasets", "datasets")
    from datasets import Features

    given = {"config": checked(config), "column": column, "account": account, "version": __version__}
    if dataset.features is not None:
        schema = output_schema(dataset.features.arrow_schema, column=column, account=account)
        found = Features.from_arrow_schema(schema)
        # The others keep theirs, an Image for one, of which Arrow knows less.
        new = {name: found[name] for name in (column, *columns(account))}
        options = {"features": Features(dataset.features | new)} | options
    mapped = dataset.with_format("arrow").map(_clean, batched=True, **{"batch_size": ROWS} | options, fn_kwargs=given)
    return mapped.with_format(None)


def _clean(table: pa.Table, config: Config, column: str, account: bool, version: str) -> pa.Table:
    return clean_table(table, config, column=column, account=account)
