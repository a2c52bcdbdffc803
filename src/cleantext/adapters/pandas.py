"""Pandas: a column of a DataFrame cleaned; index, order and all other columns stay.

The text column keeps its type, a category becomes that of its values. What is added is
of Arrow's types, so that a frame without a single change has the same columns as others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext.adapters.batch import account_arrays, account_fields, check_columns
from cleantext.adapters.documents import checked, clean_documents
from cleantext.adapters.extras import require
from cleantext.config import Config
from cleantext.errors import InputError

if TYPE_CHECKING:
    from pandas import DataFrame, Series


def clean_dataframe(
    frame: DataFrame, config: Config | None = None, *, column: str = "text", account: bool = True
) -> DataFrame:
    """Clean the texts of one column; the frame that comes in stays as it is.

    What is missing (None, NaN, NA) stays missing. A value that is no text, in a column of
    objects, stays as it is and is told of in `error`.

    Raises:
        MissingExtraError: pandas or pyarrow is not installed.
        InputError: no such column, one that holds no text, or one whose name we need is there already.
        OptionError: no `Config`, or one that names what there is none of.
    """
    require("pandas", "pandas")
    require("pyarrow", "pandas")
    import pandas

    config = checked(config)
    check_columns(list(frame.columns), column, account)
    texts = _texts(frame[column], column)
    missing = texts.isna()
    values = texts.astype(object).where(~missing, None)
    cleaned = list(clean_documents(values, config, account=account))
    new = pandas.Series([one.text for one in cleaned], index=frame.index, dtype=object)
    # What was missing comes back as the very value that said so.
    new = new.where(~missing, texts.astype(object)).astype(texts.dtype)
    added = {
        field.name: pandas.Series(pandas.arrays.ArrowExtensionArray(array), index=frame.index)
        for field, array in zip(account_fields(account), account_arrays(cleaned, account), strict=True)
    }
    return frame.assign(**{column: new}, **added)


def _texts(texts: Series, column: str) -> Series:
    """Return the column with a type that holds any text."""
    from pandas import CategoricalDtype
    from pandas.api.types import is_object_dtype, is_string_dtype

    if isinstance(texts.dtype, CategoricalDtype):
        texts = texts.astype(texts.cat.categories.dtype)
    if is_object_dtype(texts.dtype) or is_string_dtype(texts.dtype):
        return texts
    raise InputError(f"column {column!r}: {texts.dtype}, not text; cast it to text, or name another with column=")
