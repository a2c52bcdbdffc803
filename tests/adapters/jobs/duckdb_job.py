"""Clean a Parquet file with SQL: pages.parquet -> clean/part.parquet."""

from pathlib import Path

import duckdb

from cleantext import Config
from cleantext.adapters.duckdb import register

Path("clean").mkdir()
with duckdb.connect() as connection:
    register(connection, Config(), name="cleantext")
    connection.execute("""
        COPY (SELECT * EXCLUDE (text), unnest(cleantext(text)) FROM 'pages.parquet')
        TO 'clean/part.parquet' (FORMAT parquet)
    """)
