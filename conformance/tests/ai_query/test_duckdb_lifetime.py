"""How long `ai_query` is a function of DuckDB, and how statements with it are interrupted."""

import gc
import signal
import subprocess
import sys
import threading
from pathlib import Path

import duckdb
import pytest

import invocant.duckdb
from invocant.duckdb import Registration
from invocant_conformance.testing import InvocantServer

from .conftest import Counter
from .tables import MODEL, rows, table

SEED = f"SELECT ai_query('{MODEL}', 'Can you explain AI in ten words?')"


def test_without_closing_it_lasts_as_long_as_the_connection(server: InvocantServer) -> None:
    before = threading.active_count()
    with server.client() as client:
        connection = duckdb.connect()
        invocant.duckdb.register(connection, client)
        gc.collect()
        assert rows(connection, SEED)
        connection.close()
        del connection
    gc.collect()
    for thread in threading.enumerate():
        if thread.name == "invocant-batch":
            thread.join(timeout=10)
    assert threading.active_count() == before


def test_registering_again_replaces_the_function(
    connection: duckdb.DuckDBPyConnection, registration: Registration, server: InvocantServer
) -> None:
    with server.client() as client, invocant.duckdb.register(connection, client) as later:
        assert rows(connection, SEED)
        assert (registration.statistics.rows, later.statistics.rows) == (0, 2)


def test_a_database_keeps_nothing_of_it(tmp_path: Path, server: InvocantServer) -> None:
    path = tmp_path / "texts.db"
    with server.client() as client, duckdb.connect(path) as connection:
        invocant.duckdb.register(connection, client)
        assert rows(connection, SEED)
        with pytest.raises(duckdb.CatalogException):
            connection.cursor().sql(SEED)
    with duckdb.connect(path) as connection, pytest.raises(duckdb.CatalogException):
        connection.sql(SEED)


def test_interrupting_cancels_the_requests_and_leaves_the_function(
    connection: duckdb.DuckDBPyConnection,
    registration: Registration,
    server: InvocantServer,
    count: Counter,
) -> None:
    def interrupt() -> None:
        while count() < 20:
            pass
        registration.interrupt()

    table(connection, 2000)
    with server.fault("latency;seconds=0.3;path=/serving-endpoints/chat/completions"):
        later = threading.Thread(target=interrupt)
        later.start()
        with pytest.raises(duckdb.Error, match=r"(?i)interrupted"):
            rows(connection, f"SELECT ai_query('{MODEL}', text) FROM texts")
        later.join()
    asked = count()
    assert asked < 1000
    assert rows(connection, SEED)
    assert count() == asked + 1


def test_nothing_is_interrupted_where_nothing_runs(
    connection: duckdb.DuckDBPyConnection, registration: Registration
) -> None:
    registration.interrupt()
    assert rows(connection, SEED)
    assert registration.statistics.rows == 2


def test_closing_takes_the_function_out_and_leaves_others(
    connection: duckdb.DuckDBPyConnection, server: InvocantServer, registration: Registration
) -> None:
    with server.client() as client:
        with invocant.duckdb.register(connection, client, name="ask"):
            assert rows(connection, f"SELECT ask('{MODEL}', 'Hello')")
        assert rows(connection, SEED)
        registration.close()
        registration.close()
        with pytest.raises(duckdb.CatalogException, match="ai_query does not exist"):
            connection.sql(SEED)
    left = "SELECT count(*) FROM duckdb_functions() WHERE function_name LIKE '%ai_query%'"
    assert rows(connection, left) == [(0,)]


SCRIPT = f"""
import os, sys, threading, time
import duckdb, invocant.duckdb
from invocant import AsyncClient

connection = duckdb.connect()
connection.execute("SET threads = 2; SET enable_progress_bar = false")
client = AsyncClient(host=sys.argv[1], token="dapi-secret", transport="aiohttp")
registration = invocant.duckdb.register(connection, client)
connection.execute("CREATE TABLE texts AS SELECT 'text ' || i AS text FROM range(5000) t(i)")
print("ready", flush=True)
try:
    connection.execute("SELECT ai_query('{MODEL}', text) FROM texts").fetchall()
except BaseException as error:
    print(type(error).__name__, flush=True)
"""


def test_ctrl_c_cancels_the_requests_and_python_ends_cleanly(
    server: InvocantServer, count: Counter
) -> None:
    with server.fault("latency;seconds=0.3"):
        script = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, server.url],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert script.stdout is not None
        assert script.stdout.readline() == "ready\n"
        while count() < 20:
            pass
        script.send_signal(signal.SIGINT)
        said, complaints = script.communicate(timeout=10)
    assert said in {"RuntimeError\n", "InvalidInputException\n", "KeyboardInterrupt\n"}
    assert complaints == ""
    assert count() < 2000
