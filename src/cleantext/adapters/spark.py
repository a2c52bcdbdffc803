"""Spark: a column of a DataFrame cleaned with `mapInArrow`, on the executors.

A closure carries the configuration to the workers, which need cleantext-kit installed and
build its rules once each. Spark starts a killed worker's task again, up to
`spark.task.maxFailures` times; with a local master only as `local[cores,failures]`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cleantext.adapters.batch import check_columns, clean_batches
from cleantext.adapters.documents import CHANGE, NUMBERS, SCORES, checked, columns
from cleantext.adapters.extras import require
from cleantext.config import Config
from cleantext.errors import InputError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructField, StructType


def clean_dataframe(
    frame: DataFrame, config: Config | None = None, *, column: str = "text", account: bool = True
) -> DataFrame:
    """Clean the texts of one column; runs when Spark wants the rows.

    Raises:
        MissingExtraError: pyspark or pyarrow is not installed.
        InputError: no such column, one that holds no text, or one whose name we need is there already.
        OptionError: no `Config`, or one that names what there is none of.
    """
    require("pyspark", "spark")
    require("pyarrow", "spark")
    config = checked(config)
    schema = _schema(frame.schema, column, account)
    # A function of an installed module travels by its name, so nothing of ours is pickled but the configuration.
    return frame.mapInArrow(partial(clean_batches, config=config, column=column, account=account), schema)


def _schema(schema: StructType, column: str, account: bool) -> StructType:
    from pyspark.sql.types import StringType, StructType

    # Spark holds names that differ in capitals alone for one.
    check_columns([name if name == column else name.lower() for name in schema.names], column, account)
    if not isinstance(schema[column].dataType, StringType):
        found = schema[column].dataType.simpleString()
        raise InputError(f"column {column!r}: {found}, not text; cast it to text, or name another with column=")
    return StructType([*schema.fields, *_added(account)])


def _added(account: bool) -> list[StructField]:
    from pyspark.sql.types import ArrayType, DoubleType, LongType, StringType, StructField, StructType

    change = [StructField(name, LongType() if name in NUMBERS else StringType()) for name in CHANGE]
    types = {
        "changes": ArrayType(StructType(change)),
        "removed_kinds": ArrayType(StringType()),
        "scores": StructType([StructField(name, DoubleType()) for name in SCORES]),
        "error": StringType(),
    }
    return [StructField(name, types[name]) for name in columns(account)]
