"""A reference server, and a connection of DuckDB that has `ai_query`."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import httpx
import pytest

import invocant
import invocant.duckdb
from invocant_conformance.testing import InvocantServer, ServerSettings, running

ADMIN = "admin"


@dataclass(frozen=True, kw_only=True)
class Counter:
    """Tells how many requests a server got."""

    server: InvocantServer

    def __call__(self) -> int:
        headers = {"authorization": f"Bearer {ADMIN}"}
        answer = httpx.get(f"{self.server.url}/.invocant/requests", headers=headers)
        count: int = answer.raise_for_status().json()["count"]
        return count


@pytest.fixture(scope="session")
def running_server() -> Iterator[InvocantServer]:
    settings = ServerSettings(
        token="dapi-secret", token_delay=0, deploy_seconds=0, admin_token=ADMIN
    )
    with running(settings) as server:
        yield server


@pytest.fixture
def server(running_server: InvocantServer) -> InvocantServer:
    running_server.reset()
    return running_server


@pytest.fixture
def count(server: InvocantServer) -> Counter:
    return Counter(server=server)


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute("SET threads = 2")
        yield connection


@pytest.fixture
def registration(
    connection: duckdb.DuckDBPyConnection, server: InvocantServer
) -> Iterator[invocant.duckdb.Registration]:
    # It stays without connections of its own: what asks is a client like it.
    client = invocant.AsyncClient(host=server.url, token=server.token, transport="aiohttp")
    with invocant.duckdb.register(connection, client) as registration:
        yield registration
