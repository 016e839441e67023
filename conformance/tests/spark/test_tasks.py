"""Tasks that run again, are lost, run twice, or are cancelled; and how they share what there is."""

import os
import signal
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

import invocant.spark
from invocant import Client
from invocant.spark import ai_query

from .conftest import CLUSTER, Running
from .statements import EMBEDDER, MODEL, Row, collected, rows, texts
from .watching import WatchedServer

on_executors = pytest.mark.parametrize("running", [CLUSTER], indirect=True)


def answered(table: DataFrame) -> DataFrame:
    return table.select("id", "text", ai_query(MODEL, "text").alias("answer"))


def struck(table: DataFrame, marker: Path, *, killing: bool) -> DataFrame:
    """The table, whose task fails at the last row, or kills its executor there, but once."""

    def parent(process: int) -> int:
        return int(Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1])

    def strike(number: int) -> int:
        if number == 0 and not marker.exists():
            marker.touch()
            if killing:
                os.kill(parent(os.getppid()), signal.SIGKILL)
                time.sleep(60)
            raise RuntimeError("struck")
        return number

    again = F.udf(strike, "long", useArrow=False).asNondeterministic()
    return table.select(again("id").alias("id"), "text", "answer")


def check(found: list[Row], spark: SparkSession) -> None:
    """Every row is there once, in its place, with its own answer."""
    expected = collected(answered(texts(spark, len(found))))
    assert found == expected


def test_a_task_that_runs_again_asks_its_rows_again_and_gives_each_once(
    spark: SparkSession, server: WatchedServer, tmp_path: Path
) -> None:
    table = struck(answered(texts(spark, 60)), tmp_path / "struck", killing=False)
    found = collected(table)
    sent = Counter(server.texts)
    assert [row[0] for row in found] == [*range(60)]
    assert sent == {f"text {i}": 2 if i < 30 else 1 for i in range(60)}
    check(found, spark)


@on_executors
def test_the_rows_of_an_executor_that_is_killed_are_answered_by_another(
    spark: SparkSession, server: WatchedServer, tmp_path: Path
) -> None:
    table = struck(answered(texts(spark, 60)), tmp_path / "killed", killing=True)
    found = collected(table)
    assert (tmp_path / "killed").exists()
    sent = Counter(server.texts)
    assert sent.keys() == {f"text {i}" for i in range(60)}
    assert max(sent.values()) == 2
    check(found, spark)


def test_a_process_keeps_its_client_from_one_statement_to_the_next(
    spark: SparkSession, server: WatchedServer
) -> None:
    texts(spark, 40)
    for _ in range(5):
        rows(spark, f"SELECT ai_query('{MODEL}', text) FROM texts")
    connections = {each.connection for each in server.asked}
    assert len(server.texts) == 200
    # Two processes, each with no more connections than it had requests in flight.
    assert len(connections) <= 2 * 20


@on_executors
def test_the_rate_holds_for_all_executors_together(
    running: Running, server: WatchedServer, client: Client
) -> None:
    invocant.spark.register(running.session, client, name="rated", rate=60.0, tasks_at_once=2)
    texts(running.session, 180)
    rows(running.session, f"SELECT rated('{EMBEDDER}', text) FROM texts")
    times = sorted(each.seconds for each in server.asked)
    assert len(times) == 180
    # What came within any second; requests take some milliseconds to come.
    most = max(sum(first <= each < first + 1 for each in times) for first in times)
    assert most <= 60 * 1.15 + 4
    assert 180 / (times[-1] - times[0]) > 30


def test_the_cores_that_there_are_share_the_rate(
    running: Running, server: WatchedServer, client: Client
) -> None:
    invocant.spark.register(running.session, client, name="rated", rate=40.0)
    texts(running.session, 60)
    began = time.monotonic()
    rows(running.session, f"SELECT rated('{EMBEDDER}', text) FROM texts")
    assert len(server.texts) == 60
    assert time.monotonic() - began >= 60 / 40 - 0.2


def test_cancelling_a_job_stops_its_requests(spark: SparkSession, server: WatchedServer) -> None:
    def run() -> list[Row]:
        spark.sparkContext.setJobGroup("cancelled", "many rows")
        return rows(spark, f"SELECT ai_query('{MODEL}', text) FROM texts")

    texts(spark, 2000)
    with (
        server.fault("latency;seconds=2;path=/serving-endpoints/chat/completions"),
        ThreadPoolExecutor(1) as pool,
    ):
        running = pool.submit(run)
        while len(server.texts) < 20:
            time.sleep(0.01)
        spark.sparkContext.cancelJobGroup("cancelled")
        assert "cancelled" in str(running.exception(timeout=30))
        # Spark looks every 2 seconds for what is cancelled, and kills its process 2 seconds later.
        time.sleep(5)
        asked = len(server.texts)
        time.sleep(2)
    assert len(server.texts) == asked < 1000
