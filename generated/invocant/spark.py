# Generated from spec/; do not edit.
"""`ai_query` in Spark: models, as SQL and as columns.

    invocant.spark.register(spark, Client())
    spark.sql('SELECT ai_query("databricks-meta-llama-3-3-70b-instruct", text) FROM reviews')
    reviews.select(ai_query("databricks-gte-large-en", "text"))

Executors need this package, with the extra `spark`. Credentials reach them as a broadcast, or are
read where they are: they stand in no plan, no log and no event log.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from . import spec
from ._runtime.ai_query.tasks import task_named
from ._runtime.batch.asynchronous import DEFAULT_ATTEMPTS, DEFAULT_CONCURRENCY, check, check_rate
from ._runtime.errors import ConfigurationError
from ._runtime.spark_function.registration import Registration, spark_functions
from ._runtime.spark_function.workers import Broadcasted, Held, MakesClient, Settings

if TYPE_CHECKING:
    from pyspark.sql import Column, SparkSession

    from ._async_client import AsyncClient, AsyncGateway
    from ._client import Client, Gateway

__all__ = ["ai_query", "register"]

_AnyClient: TypeAlias = "Client | AsyncClient | Gateway | AsyncGateway"

_REGISTERED: Final[list[Registration[Column]]] = []


def register(
    spark: SparkSession,
    client: _AnyClient | Callable[[], _AnyClient] | None = None,
    *,
    name: str = "ai_query",
    concurrency: int = DEFAULT_CONCURRENCY,
    attempts: int = DEFAULT_ATTEMPTS,
    rate: float | None = None,
    tasks_at_once: int | None = None,
    tasks: Mapping[str, str] | None = None,
) -> None:
    """Make `ai_query` a function of a session of Spark, and let the column function work with it.

        ai_query(endpoint, request [, returnType => …] [, failOnError => …]
                 [, modelParameters => …] [, responseFormat => …] [, files => …])

    In SQL results are texts: those of models, or JSON where the result is no text; with
    `failOnError => false` JSON of `result` and `errorMessage`. All arguments but `endpoint`,
    `request` and `files` are constants. For typed results, see :func:`ai_query`.

    Each row is a request of its own; a null is the answer to a null, and nothing is sent. Spark
    hands over up to `spark.sql.execution.arrow.maxRecordsPerBatch` rows at a time. A task that is
    run again, because it failed or its executor was lost, and one that is run twice, as
    `spark.speculation` has it, asks all its rows again: the results are right, and cost twice. A
    row's error makes its task fail, which Spark runs four times: `failOnError => false`, or
    `spark.task.maxFailures`, avoids that.

    Args:
        spark: The session; functions belong to it alone.
        client: A client, which goes to the workers as a broadcast; or what makes one there, such
            as `Client`, the default, which reads the environment of the worker. Spark Connect has
            no broadcasts.
        name: What the function is called in SQL.
        concurrency: Requests in flight at most, for each task that runs.
        attempts: How often a row is sent at most, the first time included.
        rate: Requests a second at most, in the whole cluster; each task has its share.
        tasks_at_once: How many tasks the cluster runs at once; by default the cores that Spark
            knows of when this is called.
        tasks: What endpoints do, by name, such as `{"my-model": "llm/v1/embeddings"}`, where that
            is not to be looked up.

    Raises:
        ConfigurationError: A package is missing, a number is not positive, or a client cannot
            become a broadcast.
        RequestError: There is no such task, or the name is none.
    """
    check(concurrency=concurrency, attempts=attempts, tasks_at_once=tasks_at_once)
    check_rate(rate)
    for task in (tasks or {}).values():
        task_named(task)
    functions = spark_functions(_column_type())
    settings = Settings(
        id=uuid.uuid4().hex,
        client=_maker(spark, client),
        catalogue=spec.models,
        concurrency=concurrency,
        attempts=attempts,
        rate=None if rate is None else rate / (tasks_at_once or _cores(spark)),
        tasks=dict(tasks or {}),
    )
    _REGISTERED[:] = [Registration(spark, functions, settings, name)]


def ai_query(
    endpoint: str,
    request: Column | str,
    return_type: str | None = None,
    *,
    fail_on_error: bool = True,
    model_parameters: Mapping[str, object] | None = None,
    response_format: str | None = None,
    files: Column | str | None = None,
) -> Column:
    """Return the column of the answers to a column of requests, with their types.

    It works with the session that `register` was last called for. What the endpoint does is looked
    up when this is called, once.

    Args:
        endpoint: The endpoint or model.
        request: A column, or its name: texts, or structs of the inputs of a custom model.
        return_type: DDL, such as `ARRAY<FLOAT>`; by default STRING for chats and completions, what
            the response format describes, ARRAY<FLOAT> for embeddings; required of custom models.
        fail_on_error: Whether a row's error fails the task. If not, results are structs of `result`
            and `errorMessage`.
        model_parameters: Parameters of the request, such as `{"max_tokens": 100}`.
        response_format: DDL of a STRUCT with one field, itself a STRUCT, whose value is returned;
            or a JSON schema, as in `response_format` of chats.
        files: A column of images, or its name.

    Raises:
        ConfigurationError: `register` was not called.
        RequestError: The arguments contradict each other.
        InvocantError: What the endpoint does cannot be looked up.
    """
    if not _REGISTERED:
        raise ConfigurationError("ai_query: call invocant.spark.register first")
    return _REGISTERED[0].column(
        endpoint,
        request,
        return_type=return_type,
        fail_on_error=fail_on_error,
        parameters=model_parameters,
        response_format=response_format,
        files=files,
    )


def _maker(
    spark: SparkSession, client: _AnyClient | Callable[[], _AnyClient] | None
) -> MakesClient:
    if client is None:
        from ._client import Client

        return Client
    if callable(client):
        return client
    try:
        held = spark.sparkContext.broadcast(client)
    except Exception as error:
        told = f"client: cannot become a broadcast ({type(error).__name__})"
        raise ConfigurationError(f"{told}; give a function that makes one") from None
    return Broadcasted(held=cast("Held", held))


def _cores(spark: SparkSession) -> int:
    cores: int = spark.sparkContext.defaultParallelism
    return cores


def _column_type() -> type[Column]:
    try:
        from pyspark.sql import Column
    except ImportError:
        raise ConfigurationError("pyspark is missing: install invocant[spark]") from None
    return Column
