"""DuckDB: a function for SQL that cleans a text and says what was done, a batch of rows at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext.adapters.batch import clean_array
from cleantext.adapters.documents import SCORES, checked, columns
from cleantext.adapters.extras import require
from cleantext.config import Config

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_CHANGE = 'step VARCHAR, rule VARCHAR, kind VARCHAR, start BIGINT, "end" BIGINT, before VARCHAR, after VARCHAR'
_TYPES = {
    "changes": f"STRUCT({_CHANGE})[]",
    "removed_kinds": "VARCHAR[]",
    "scores": f"STRUCT({', '.join(f'{name} DOUBLE' for name in SCORES)})",
    "error": "VARCHAR",
}


def register(
    connection: DuckDBPyConnection, config: Config | None = None, *, name: str = "cleantext", account: bool = True
) -> None:
    """Give a connection a function of one text, whose value has the field `text` and those that are added.

    In SQL `SELECT * EXCLUDE (text), unnest(cleantext(text)) FROM pages` makes columns of it,
    and `cleantext(text).text` is the clean text alone. NULL gives NULL.

    Raises:
        MissingExtraError: duckdb or pyarrow is not installed.
        OptionError: no `Config`, or one that names what there is none of.
    """
    require("duckdb", "duckdb")
    require("pyarrow", "duckdb")
    config = checked(config)
    fields = ", ".join(["text VARCHAR", *(f"{added} {_TYPES[added]}" for added in columns(account))])
    # A lambda, since DuckDB evaluates annotations, for which pyarrow would have to be imported above.
    connection.create_function(
        name, lambda texts: clean_array(texts, config, account=account), ["VARCHAR"], f"STRUCT({fields})", type="arrow"
    )
