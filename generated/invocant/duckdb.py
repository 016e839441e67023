# Generated from spec/; do not edit.
"""`ai_query` in DuckDB: models, as SQL.

    connection = duckdb.connect()
    invocant.duckdb.register(connection, Client())
    connection.sql("SELECT ai_query('databricks-meta-llama-3-3-70b-instruct', text) FROM reviews")

Texts stand in single quotes: double quotes make identifiers in DuckDB, so that the statement of
Databricks' documentation, `ai_query("databricks-…", "…")`, fails with `Referenced column
"databricks-…" was not found`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from . import spec
from ._runtime.ai_query.asking import Asker
from ._runtime.arrow import arrow
from ._runtime.batch.asynchronous import DEFAULT_ATTEMPTS, DEFAULT_CONCURRENCY
from ._runtime.batch.background import Asynchronous, Closes
from ._runtime.batch.facade import Batch
from ._runtime.duckdb_function.functions import Functions
from ._runtime.duckdb_function.registration import Connection, Registration

if TYPE_CHECKING:
    from ._async_client import AsyncClient, AsyncGateway
    from ._client import Client, Gateway

__all__ = ["Connection", "Registration", "register"]


def register(
    connection: Connection,
    client: Client | AsyncClient | Gateway | AsyncGateway,
    *,
    name: str = "ai_query",
    concurrency: int = DEFAULT_CONCURRENCY,
    attempts: int = DEFAULT_ATTEMPTS,
    tasks: Mapping[str, str] | None = None,
) -> Registration:
    """Make `ai_query` a function of a connection of DuckDB.

        ai_query(endpoint, request [, returnType => …] [, failOnError => …]
                 [, modelParameters => …] [, responseFormat => …] [, files => …])

    All arguments but `request` and `files` are constants. `request` is a text, or a STRUCT of the
    inputs of a custom model; a null is the answer to a null, and nothing is sent. `returnType` is
    DDL, such as 'ARRAY<FLOAT>'; by default STRING for chats and completions, ARRAY<FLOAT> for
    embeddings, required of custom models. `responseFormat` is DDL of a STRUCT with one field,
    itself a STRUCT, whose value is returned; or a JSON schema, as in `response_format` of chats.
    With `failOnError => false` the result is STRUCT<result, errorMessage>. `modelParameters` is a
    STRUCT, such as {'max_tokens': 100}. `files` is an image, as BLOB.

    Each row is a request of its own, equal ones included. Requests are sent as they are by `Batch`,
    at once for the rows that DuckDB evaluates together, up to 2,048 in each of its threads; all of
    them share one limit. EXPLAIN sends none: while a statement is bound, only the task of its
    endpoint is looked up, once. A LIMIT without ORDER BY is applied before, a LIMIT with one after
    the rows are asked: select them in a subquery first. Ctrl-C cancels requests, and so does
    `interrupt` of what is returned.

    The function belongs to this connection alone, not to its cursors, and is nothing that a
    database would keep.

    Args:
        connection: A connection of DuckDB.
        client: Any client; requests are sent by an asynchronous one like it.
        name: What the function is called.
        concurrency: Requests in flight at most.
        attempts: How often a row is sent at most, the first time included.
        tasks: What endpoints do, by name, such as `{"my-model": "llm/v1/embeddings"}`, where that
            is not to be looked up. Gateways cannot be asked: of models that this release does not
            know, they are taken to chat.

    Raises:
        ConfigurationError: A package is missing, or a number is not positive.
        RequestError: There is no such task, or the name is none.
    """

    asking: Asynchronous[Closes] = client

    def open_batch() -> Batch[Closes]:
        return Batch(asking, concurrency=concurrency, attempts=attempts)

    arrays = arrow("duckdb")
    asker = Asker(open_batch, catalogue=spec.models, tasks=tasks or {})
    return Registration(connection, asker, Functions(asker, arrays), name)
