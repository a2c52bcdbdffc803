"""Batch: Arrow in, Arrow out; what every engine's module stands on.

The text column is replaced in its place, columns that say what was done come last, and
all others pass through untouched, the very same buffers. Which columns come out, and of
which types, depends on the schema alone and never on what the rows hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from cleantext.adapters.documents import CHANGE, NUMBERS, SCORES, Cleaned, checked, clean_documents, columns
from cleantext.config import Config
from cleantext.errors import InputError

if TYPE_CHECKING:
    import pyarrow as pa

# Rows that are cleaned at a time. From 128 to 2,048 speed and memory are the same (docs/engines.md), so
# this is for long pages: their account waits in memory until the batch is done.
ROWS = 1024


def clean_batch(
    batch: pa.RecordBatch, config: Config | None = None, *, column: str = "text", account: bool = True
) -> pa.RecordBatch:
    """Clean the texts of one column; without `account` only `error` stands beside them.

    The column may be any of Arrow's text types, dictionaries of text included, which are
    decoded. A null stays null, in all columns that are added as well.

    Raises:
        InputError: no such column, one that holds no text, or one whose name we need is there already.
        OptionError: no `Config`, or one that names what there is none of.
    """
    import pyarrow as pa

    schema = output_schema(batch.schema, column=column, account=account)
    at = batch.schema.get_field_index(column)
    cleaned = clean_array(batch.column(at), config, account=account).flatten()
    arrays = [*batch.columns[:at], cleaned[0], *batch.columns[at + 1 :], *cleaned[1:]]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def clean_batches(
    batches: Iterable[pa.RecordBatch], config: Config | None = None, *, column: str = "text", account: bool = True
) -> Iterator[pa.RecordBatch]:
    """Clean batches as they come, cut into such of at most 1,024 rows; raises what `clean_batch` raises."""
    for batch in batches:
        for start in range(0, max(1, batch.num_rows), ROWS):
            yield clean_batch(batch.slice(start, ROWS), config, column=column, account=account)


def clean_table(
    table: pa.Table, config: Config | None = None, *, column: str = "text", account: bool = True
) -> pa.Table:
    """Clean the texts of one column of a table; raises what `clean_batch` raises."""
    import pyarrow as pa

    schema = output_schema(table.schema, column=column, account=account)
    # Every text column may be cut in places of its own.
    batches = table.to_batches(max_chunksize=ROWS)
    return pa.Table.from_batches(clean_batches(batches, config, column=column, account=account), schema)


def clean_array(
    texts: pa.Array | pa.ChunkedArray, config: Config | None = None, *, account: bool = True
) -> pa.StructArray:
    """Clean an array of texts; the fields are `text` and the columns that `clean_batch` adds.

    Raises:
        InputError: the array holds no text.
        OptionError: no `Config`, or one that names what there is none of.
    """
    import pyarrow as pa

    text_type = _text_type(texts.type, "text")
    cleaned = list(clean_documents(texts.to_pylist(), checked(config), account=account))
    arrays = [pa.array([one.text for one in cleaned], text_type), *account_arrays(cleaned, account)]
    fields = [pa.field("text", text_type), *account_fields(account)]
    return pa.StructArray.from_arrays(arrays, fields=fields)


def output_schema(schema: pa.Schema, *, column: str = "text", account: bool = True) -> pa.Schema:
    """Return the schema of what becomes of a batch; metadata stays.

    Raises:
        InputError: as `clean_batch`.
    """
    check_columns(schema.names, column, account)
    at = schema.get_field_index(column)
    schema = schema.set(at, schema.field(at).with_type(_text_type(schema.field(at).type, column)))
    for field in account_fields(account):
        schema = schema.append(field)
    return schema


def check_columns(names: Sequence[str], column: str, account: bool) -> None:
    """Look whether the text column is there, and none of those that are added.

    Raises:
        InputError: it is missing or there twice, or another has the name of one that is added.
    """
    if names.count(column) != 1:
        found = "there twice" if column in names else f"missing; there are {', '.join(map(repr, names)) or 'none'}"
        raise InputError(f"column {column!r}: {found}; name the one that holds the text with column=")
    taken = [name for name in columns(account) if name in names]
    if taken:
        raise InputError(f"column {taken[0]!r}: there already, and we add one of this name; rename it before cleaning")


def account_fields(account: bool) -> list[pa.Field]:
    """Return the columns that are added, with their types."""
    import pyarrow as pa

    change = pa.struct([(name, pa.int64() if name in NUMBERS else pa.string()) for name in CHANGE])
    types = {
        "changes": pa.list_(change),
        "removed_kinds": pa.list_(pa.string()),
        "scores": pa.struct([(name, pa.float64()) for name in SCORES]),
        "error": pa.string(),
    }
    return [pa.field(name, types[name]) for name in columns(account)]


def account_arrays(cleaned: Sequence[Cleaned], account: bool) -> list[pa.Array]:
    """Return the columns that are added, filled; null where there was no text."""
    import pyarrow as pa

    errors = pa.array([one.error for one in cleaned], pa.string())
    if not account:
        return [errors]
    changes, kinds, scores, _ = (field.type for field in account_fields(account))
    every = [change for one in cleaned for change in one.changes or ()]
    parts = [pa.array([getattr(one, field.name) for one in every], field.type) for field in changes.value_type]
    # Column by column: rows of dicts cost Arrow three times as long.
    ends = accumulate((len(one.changes or ()) for one in cleaned), initial=0)
    absent = pa.array([one.changes is None for one in cleaned], pa.bool_())
    values = pa.StructArray.from_arrays(parts, fields=list(changes.value_type))
    return [
        pa.ListArray.from_arrays(pa.array(ends, pa.int32()), values, type=changes, mask=absent),
        pa.array([one.removed_kinds for one in cleaned], kinds),
        pa.array([one.scores and dict(zip(SCORES, one.scores)) for one in cleaned], scores),
        errors,
    ]


def _text_type(found: pa.DataType, column: str) -> pa.DataType:
    """Return the type that a text column leaves with."""
    import pyarrow as pa

    if pa.types.is_dictionary(found):
        found = found.value_type
    if pa.types.is_string(found) or pa.types.is_large_string(found) or pa.types.is_string_view(found):
        return found
    if pa.types.is_null(found):
        return pa.string()
    raise InputError(f"column {column!r}: {found}, not text; cast it to text, or name another with column=")
