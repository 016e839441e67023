"""Queries to route-optimized endpoints, at their own addresses and with their own tokens."""

import asyncio
import pickle
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from invocant import AsyncClient, AuthenticationError, Client, NotFoundError, RequestError

from .oauth_server import (
    OPTIMIZED,
    PLAIN,
    SECRET,
    TOKEN_PATH,
    OAuthServer,
    create_endpoints,
    oauth_server,
)

ROWS = [{"amount": 1}, {"amount": 2}]
QUERY = f"/1234567890123456/serving-endpoints/{OPTIMIZED}/invocations"
READ = f"/api/2.0/serving-endpoints/{OPTIMIZED}"


@pytest.fixture
def server() -> Iterator[OAuthServer]:
    with oauth_server() as running:
        with Client(host=running.url, token="dapi-admin") as admin:
            create_endpoints(admin)
        running.seen.clear()
        yield running


def test_a_query_goes_to_the_endpoints_own_address_with_its_own_token(
    server: OAuthServer,
) -> None:
    with server.client() as client:
        answer = client.data_plane.dataframe_records(OPTIMIZED, dataframe_records=ROWS)
    assert len(answer.predictions or []) == 2
    assert [each.path for each in server.seen] == [TOKEN_PATH, READ, TOKEN_PATH, QUERY]
    first, read, exchange, query = server.seen
    assert first.authorization.startswith("Basic ")
    assert exchange.authorization == ""
    assert {each.authorization for each in (read, query)} > {query.authorization}


def test_address_and_token_are_kept(server: OAuthServer) -> None:
    with server.client() as client:

        def query(_: int) -> None:
            client.data_plane.instances(OPTIMIZED, instances=[[1.0]])

        with ThreadPoolExecutor(10) as pool:
            list(pool.map(query, range(30)))
    assert len(server.at(QUERY)) == 30
    assert (len(server.at(READ)), len(server.at(TOKEN_PATH))) == (1, 2)


def test_asynchronous_clients_do_the_same(server: OAuthServer) -> None:
    async def run() -> None:
        async with AsyncClient(host=server.url, client_id="a", client_secret=SECRET) as client:
            query = client.data_plane.dataframe_records
            await asyncio.gather(*(query(OPTIMIZED, dataframe_records=ROWS) for _ in range(20)))

    asyncio.run(run())
    assert [each.status for each in server.at(QUERY)] == [200] * 20
    assert (len(server.at(READ)), len(server.at(TOKEN_PATH))) == (1, 2)


def test_a_token_that_the_endpoint_refuses_is_exchanged_anew(server: OAuthServer) -> None:
    with server.client() as client:
        client.data_plane.dataframe_records(OPTIMIZED, dataframe_records=ROWS)
        server.ahead += 3600
        client.data_plane.dataframe_records(OPTIMIZED, dataframe_records=ROWS)
    assert [each.status for each in server.at(QUERY)] == [200, 401, 200]
    # The workspace's token has expired, too: its exchange is refused before both are renewed.
    assert [each.status for each in server.at(TOKEN_PATH)] == [200, 200, 400, 200, 200]


def test_an_endpoint_without_an_address_of_its_own_is_refused(server: OAuthServer) -> None:
    with server.client() as client:
        with pytest.raises(RequestError, match="route-optimized endpoint") as caught:
            client.data_plane.dataframe_records(PLAIN, dataframe_records=ROWS)
        with pytest.raises(RequestError, match="No part of an endpoint's own address"):
            client.data_plane.dataframe_records(OPTIMIZED, dataframe_records=ROWS, served_model="m")
        with pytest.raises(NotFoundError):
            client.data_plane.dataframe_records("none", dataframe_records=ROWS)
    assert caught.value.field == "name"
    assert server.at("/invocations") == []


def test_an_endpoint_that_is_gone_is_looked_up_again(server: OAuthServer) -> None:
    with server.client() as client:
        query = client.data_plane.dataframe_records
        query(OPTIMIZED, dataframe_records=ROWS)
        client.serving_endpoints.delete(OPTIMIZED)
        with pytest.raises(NotFoundError):
            query(OPTIMIZED, dataframe_records=ROWS)
        client.serving_endpoints.delete(PLAIN)
        create_endpoints(client)
        query(OPTIMIZED, dataframe_records=ROWS)
    assert [each.status for each in server.at(QUERY)] == [200, 404, 200]


def test_a_personal_access_token_is_not_exchanged(server: OAuthServer) -> None:
    with (
        Client(host=server.url, token="dapi-1") as client,
        pytest.raises(AuthenticationError, match="invalid_grant") as caught,
    ):
        client.data_plane.dataframe_records(OPTIMIZED, dataframe_records=ROWS)
    assert "dapi-1" not in str(caught.value)
    assert server.at(QUERY) == []


def test_a_client_pickles_after_it_was_used(server: OAuthServer) -> None:
    with server.client() as client:
        client.data_plane.dataframe_records(OPTIMIZED, dataframe_records=ROWS)
        copy: Client = pickle.loads(pickle.dumps(client))
    with copy:
        copy.data_plane.dataframe_records(OPTIMIZED, dataframe_records=ROWS)
    assert len(server.at(QUERY)) == 2
