"""A reference server, and sessions of Spark that have `ai_query`.

Tests run in one process with two threads that run tasks, and on two executors in processes of
their own. Each has an event log, and logs, in a directory of its own.
"""

import logging
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyspark
import pytest
from pyspark.sql import SparkSession

import invocant.spark
from invocant import Client
from invocant_conformance.embedded import served
from invocant_conformance.server.settings import ServerSettings
from invocant_conformance.testing.state import Fresh

from .statements import SECRET
from .watching import WatchedServer, Watching

LOCAL = "local[2,4]"
CLUSTER = "local-cluster[2,1,1024]"


@dataclass(frozen=True, kw_only=True)
class Running:
    """A session of Spark, and the directory in which it writes its logs."""

    session: SparkSession
    logs: Path


@pytest.fixture(scope="session")
def running_server() -> Iterator[WatchedServer]:
    fresh = Fresh(ServerSettings(token=SECRET, token_delay=0, deploy_seconds=0))
    watching = Watching(fresh)
    with served(watching) as url:
        yield WatchedServer(fresh, watching, url)
    fresh.services.close()


@pytest.fixture(scope="session")
def spark_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An installation of Spark whose executors write in a directory of the tests' own."""
    home = tmp_path_factory.mktemp("spark")
    for each in Path(pyspark.__file__).parent.iterdir():
        home.joinpath(each.name).symlink_to(each)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_HOME", str(home))
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        yield home


@pytest.fixture(scope="session", params=[LOCAL, CLUSTER])
def running(request: pytest.FixtureRequest, spark_home: Path) -> Iterator[Running]:
    events = spark_home / "events"
    events.mkdir(exist_ok=True)
    options: dict[str, bool | float | int | str | None] = {
        "spark.ui.enabled": "false",
        "spark.eventLog.enabled": "true",
        "spark.eventLog.dir": events.as_uri(),
        "spark.local.dir": str(spark_home / "local"),
        "spark.log.level": "INFO",
        "spark.driver.host": "127.0.0.1",
        "spark.executor.memory": "1g",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "500",
        "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={_logging(spark_home)}",
    }
    session = SparkSession.builder.master(str(request.param)).config(map=options).getOrCreate()
    # py4j tells every answer of the JVM.
    logging.getLogger("py4j").setLevel(logging.WARNING)
    yield Running(session=session, logs=spark_home)
    session.stop()


@pytest.fixture
def server(running_server: WatchedServer) -> WatchedServer:
    running_server.forget()
    return running_server


@pytest.fixture
def client(server: WatchedServer) -> Iterator[Client]:
    with Client(host=server.url, token=SECRET) as client:
        yield client


@pytest.fixture
def spark(running: Running, client: Client) -> SparkSession:
    """A session with `ai_query`, whose workers ask the server."""
    invocant.spark.register(running.session, client)
    return running.session


def _logging(home: Path) -> Path:
    path = home / "log4j2.properties"
    path.write_text(
        "rootLogger.level = info\n"
        "rootLogger.appenderRef.file.ref = file\n"
        "appender.file.type = File\n"
        "appender.file.name = file\n"
        f"appender.file.fileName = {home / 'driver.log'}\n"
        "appender.file.layout.type = PatternLayout\n"
        "appender.file.layout.pattern = %d %p %c: %m%n%ex\n"
    )
    return path
