"""Polars: a column of a DataFrame or LazyFrame cleaned; all others are not even looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from cleantext.adapters.batch import ROWS, check_columns, clean_array
from cleantext.adapters.documents import checked
from cleantext.adapters.extras import require
from cleantext.config import Config
from cleantext.errors import InputError

if TYPE_CHECKING:
    import polars as pl

Frame = TypeVar("Frame", "pl.DataFrame", "pl.LazyFrame")


def clean_dataframe(frame: Frame, config: Config | None = None, *, column: str = "text", account: bool = True) -> Frame:
    """Clean the texts of one column, now or, of a LazyFrame, when it is collected.

    Raises:
        MissingExtraError: polars or pyarrow is not installed.
        InputError: no such column, one that holds no text, or one whose name we need is there already.
        OptionError: no `Config`, or one that names what there is none of.
    """
    require("polars", "polars")
    require("pyarrow", "polars")
    import polars as pl

    clean = partial(_clean, config=checked(config), column=column, account=account)
    schema = frame.collect_schema()
    check_columns(schema.names(), column, account)
    # A frame without rows shows the types of one with rows.
    like = clean(pl.DataFrame(schema=schema))
    if isinstance(frame, pl.LazyFrame):
        return frame.map_batches(clean, schema=like.schema, streamable=True)
    return clean(frame)


def _clean(frame: pl.DataFrame, config: Config, column: str, account: bool) -> pl.DataFrame:
    import polars as pl

    texts = frame.get_column(column)
    if texts.dtype not in (pl.String, pl.Categorical, pl.Enum, pl.Null):
        raise InputError(f"column {column!r}: {texts.dtype}, not text; cast it to text, or name another with column=")
    texts = texts.cast(pl.String)
    parts = [texts.slice(start, ROWS).to_arrow() for start in range(0, max(1, len(texts)), ROWS)]
    cleaned = pl.concat(pl.DataFrame(clean_array(part, config, account=account)) for part in parts)
    new, *added = cleaned.get_columns()
    return frame.with_columns(new.alias(column), *added)
