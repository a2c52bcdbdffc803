"""Dask: a column of a Dask DataFrame cleaned, partition by partition."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cleantext.adapters.documents import checked
from cleantext.adapters.extras import require
from cleantext.adapters.pandas import clean_dataframe as on_pandas
from cleantext.config import Config

if TYPE_CHECKING:
    from dask.dataframe import DataFrame


def clean_dataframe(
    frame: DataFrame, config: Config | None = None, *, column: str = "text", account: bool = True
) -> DataFrame:
    """Clean the texts of one column; runs when Dask computes.

    Raises:
        MissingExtraError: Dask's DataFrame or pyarrow is not installed.
        InputError: no such column, one that holds no text, or one whose name we need is there already.
        OptionError: no `Config`, or one that names what there is none of.
    """
    require("dask.dataframe", "dask")
    require("pyarrow", "dask")
    clean = partial(on_pandas, config=checked(config), column=column, account=account)
    return frame.map_partitions(clean, meta=clean(frame._meta))
