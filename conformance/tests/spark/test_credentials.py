"""Where credentials are, and where they are not; and clients that cannot go to workers."""

from pathlib import Path
from typing import TypedDict

import httpx
import pytest
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

import invocant.spark
from invocant import Client, ConfigurationError, RequestError
from invocant.spark import ai_query

from .conftest import Running
from .statements import EMBEDDER, MODEL, SECRET, rows, texts
from .watching import WatchedServer


class Numbers(TypedDict, total=False):
    """Those that `register` takes."""

    concurrency: int
    attempts: int
    tasks_at_once: int
    rate: float


def written(home: Path) -> dict[str, bytes]:
    """What the driver, the executors and the event log have written, by file."""
    found = [home / "driver.log", *(home / "events").rglob("*"), *(home / "work").rglob("std*")]
    return {str(path): path.read_bytes() for path in found if path.is_file()}


def test_no_credential_stands_in_plans_logs_or_the_event_log(
    running: Running,
    spark: SparkSession,
    server: WatchedServer,
    capsys: pytest.CaptureFixture[str],
) -> None:
    texts(spark, 40)
    statement = f"SELECT ai_query('{MODEL}', text) AS a FROM texts"
    table = texts(spark, 40).select(ai_query(EMBEDDER, "text"))
    plans = [str(row) for row in rows(spark, f"EXPLAIN EXTENDED {statement}")]
    table.explain(extended=True)
    plans.append(capsys.readouterr().out)
    table.collect()
    with server.fault("403;task=chat;every=20"), pytest.raises(PySparkException) as caught:
        rows(spark, statement)
    logs = written(running.logs)
    assert all("ai_query" in plan for plan in plans)
    assert any(b"ai_query" in log for log in logs.values())
    assert SECRET not in str(caught.value)
    assert [plan for plan in plans if SECRET in plan] == []
    assert [path for path, log in logs.items() if SECRET.encode() in log] == []
    settings = dict(spark.sparkContext.getConf().getAll())
    assert SECRET not in str(settings)


def test_a_client_that_cannot_be_pickled_is_refused(
    running: Running, server: WatchedServer
) -> None:
    with (
        httpx.Client() as http,
        Client(host=server.url, token=SECRET, http_client=http) as client,
        pytest.raises(ConfigurationError, match="client: cannot become a broadcast") as caught,
    ):
        invocant.spark.register(running.session, client)
    assert SECRET not in str(caught.value)


def test_a_function_makes_the_client_where_it_is_called(
    running: Running, server: WatchedServer
) -> None:
    url = server.url
    invocant.spark.register(
        running.session, lambda: Client(host=url, token="dapi-8f1c2-secret"), name="made"
    )
    assert rows(running.session, f"SELECT made('{MODEL}', 'Hello')")
    assert server.texts == ["Hello"]


def test_without_a_client_workers_read_their_environment(
    running: Running, server: WatchedServer
) -> None:
    invocant.spark.register(running.session, name="unset")
    with pytest.raises(PySparkException, match="DATABRICKS_HOST"):
        rows(running.session, f"SELECT unset('{MODEL}', 'Hello')")
    assert server.texts == []


@pytest.mark.parametrize(
    ("options", "rule"),
    [
        ({"concurrency": 0}, "concurrency: Must be 1 or more"),
        ({"attempts": 0}, "attempts: Must be 1 or more"),
        ({"tasks_at_once": 0}, "tasks_at_once: Must be 1 or more"),
        ({"rate": 0.0}, "rate: Must be more than 0"),
    ],
)
def test_numbers_that_mean_nothing_are_refused(
    options: Numbers, rule: str, running: Running, client: Client
) -> None:
    with pytest.raises(ConfigurationError, match=rule):
        invocant.spark.register(running.session, client, **options)


def test_names_and_tasks_that_are_none_are_refused(running: Running, client: Client) -> None:
    with pytest.raises(RequestError, match="name: is an identifier"):
        invocant.spark.register(running.session, client, name="a; b")
    with pytest.raises(RequestError, match="llm/v1/nothing"):
        invocant.spark.register(running.session, client, tasks={"m": "llm/v1/nothing"})
