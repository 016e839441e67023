"""Tables of texts, and what statements give."""

from typing import Final

import duckdb

MODEL: Final = "databricks-meta-llama-3-3-70b-instruct"
EMBEDDER: Final = "databricks-gte-large-en"

Row = tuple[object, ...]


def table(connection: duckdb.DuckDBPyConnection, number: int) -> None:
    """Make a table of so many different texts."""
    texts = f"SELECT i, 'text ' || i AS text FROM range({number}) numbers(i)"
    connection.execute(f"CREATE OR REPLACE TABLE texts AS {texts}")


def rows(connection: duckdb.DuckDBPyConnection, statement: str) -> list[Row]:
    """What a statement gives."""
    found: list[Row] = connection.execute(statement).fetchall()
    return found
