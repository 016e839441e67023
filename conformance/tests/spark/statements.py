"""What the tests ask, and how they read what comes of it."""

from typing import Final, cast

from pyspark.sql import DataFrame, SparkSession

__all__ = ["EMBEDDER", "MODEL", "SECRET", "Row", "collected", "rows", "texts"]

MODEL: Final = "databricks-meta-llama-3-3-70b-instruct"
EMBEDDER: Final = "databricks-gte-large-en"
SECRET: Final = "dapi-8f1c2-secret"

Row = tuple[object, ...]


def texts(spark: SparkSession, number: int, *, partitions: int = 2) -> DataFrame:
    """A table of so many different texts, also as the view `texts`."""
    table = spark.range(0, number, 1, partitions).selectExpr("id", "concat('text ', id) AS text")
    table.createOrReplaceTempView("texts")
    return table


def collected(table: DataFrame) -> list[Row]:
    """The rows of a table."""
    return cast("list[Row]", [tuple(row) for row in table.collect()])


def rows(spark: SparkSession, statement: str) -> list[Row]:
    """What a statement gives."""
    return collected(spark.sql(statement))
