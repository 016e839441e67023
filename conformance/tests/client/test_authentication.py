"""Clients that are service principals, over real sockets."""

import asyncio
import pickle
import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import httpx
import pytest

from invocant import (
    AsyncClient,
    AsyncGateway,
    AuthenticationError,
    Client,
    Gateway,
    InternalServerError,
)
from invocant._runtime.opening import TransportName

from .oauth_server import SECRET, TOKEN_PATH, OAuthServer, oauth_server

CALLERS = 50


@pytest.fixture(scope="module")
def running() -> Iterator[OAuthServer]:
    with oauth_server() as server:
        yield server


@pytest.fixture
def server(running: OAuthServer) -> OAuthServer:
    running.seen.clear()
    running.hold, running.broken = 0.0, False
    return running


def in_threads(call: Callable[[], object]) -> None:
    """Let many threads call at once."""
    together = Barrier(CALLERS)

    def ask(_: int) -> None:
        together.wait(10)
        call()

    with ThreadPoolExecutor(CALLERS) as pool:
        list(pool.map(ask, range(CALLERS)))


def test_many_threads_share_one_token(server: OAuthServer) -> None:
    server.hold = 0.05
    with server.client() as client:
        in_threads(client.serving_endpoints.list)
    assert len(server.at(TOKEN_PATH)) == 1
    listed = server.at("/serving-endpoints")
    assert [each.status for each in listed] == [200] * CALLERS
    assert len({each.authorization for each in listed}) == 1


def test_many_tasks_share_one_token(server: OAuthServer) -> None:
    async def run() -> None:
        async with AsyncClient(host=server.url, client_id="a", client_secret=SECRET) as client:
            await asyncio.gather(*(client.serving_endpoints.list() for _ in range(CALLERS)))

    server.hold = 0.05
    asyncio.run(run())
    assert len(server.at(TOKEN_PATH)) == 1
    assert len(server.at("/serving-endpoints")) == CALLERS


def test_a_token_that_the_server_forgot_is_renewed_once_for_all(server: OAuthServer) -> None:
    with server.client() as client:
        client.serving_endpoints.list()
        server.ahead += 3600
        server.hold = 0.05
        in_threads(client.serving_endpoints.list)
    assert len(server.at(TOKEN_PATH)) == 2
    statuses = [each.status for each in server.at("/serving-endpoints")]
    assert statuses.count(200) == CALLERS + 1


def test_a_token_that_is_about_to_expire_is_renewed_before_it_is_used() -> None:
    with oauth_server(lifetime=1.0) as server, server.client() as client:
        for _ in range(2):
            client.serving_endpoints.list()
            time.sleep(0.6)
    assert len(server.at(TOKEN_PATH)) == 2
    assert [each.status for each in server.at("/serving-endpoints")] == [200, 200]


def test_a_cancelled_call_leaves_the_token_to_the_others(server: OAuthServer) -> None:
    async def run() -> None:
        async with AsyncClient(host=server.url, client_id="a", client_secret=SECRET) as client:
            first = asyncio.ensure_future(client.serving_endpoints.list())
            others = [asyncio.ensure_future(client.serving_endpoints.list()) for _ in range(5)]
            await asyncio.sleep(0.1)
            first.cancel()
            await asyncio.gather(*others)
            with pytest.raises(asyncio.CancelledError):
                await first

    server.hold = 0.2
    asyncio.run(run())
    assert len(server.at("/serving-endpoints")) == 5


def test_a_token_endpoint_that_is_down_fails_all_that_wait_for_it(server: OAuthServer) -> None:
    server.hold, server.broken = 0.2, True
    with server.client(max_retries=0) as client:

        def fail() -> None:
            with pytest.raises(InternalServerError, match="POST /oidc/v1/token"):
                client.serving_endpoints.list()

        in_threads(fail)
        # Those that come after it failed try anew.
        assert len(server.at(TOKEN_PATH)) < CALLERS / 5
        server.broken = False
        client.serving_endpoints.list()


def test_a_wrong_secret_is_refused_in_the_servers_words(server: OAuthServer) -> None:
    with (
        Client(host=server.url, client_id="robot", client_secret="wrong-secret") as client,
        pytest.raises(AuthenticationError, match="invalid_client: Client authentication") as caught,
    ):
        client.serving_endpoints.list()
    assert "wrong-secret" not in str(caught.value)


def test_a_function_gives_a_gateway_its_key(server: OAuthServer) -> None:
    keys = iter(["sk-1", "sk-2"])
    with Gateway(base_url=server.url, api_key=keys.__next__) as gateway:
        gateway.models.list()
        gateway.models.list()
    assert [each.authorization for each in server.at("/models")] == ["Bearer sk-1", "Bearer sk-2"]


class Challenged(httpx.Auth):
    """Reads the refusal, as Digest does its challenge, and authenticates then."""

    requires_response_body = True

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        response = yield request
        assert response.json()["error_code"] == "UNAUTHENTICATED"
        request.headers["authorization"] = "Bearer dapi-flow"
        answer = yield request
        assert "endpoints" in answer.json()


@pytest.mark.parametrize("transport", ["httpx", "httpx2", "aiohttp"])
def test_a_flow_is_run_on_every_transport(server: OAuthServer, transport: TransportName) -> None:
    async def run() -> None:
        async with AsyncClient(host=server.url, auth=Challenged(), transport=transport) as client:
            assert len(await client.serving_endpoints.list()) > 0

    asyncio.run(run())
    if transport != "aiohttp":
        with Client(host=server.url, auth=Challenged(), transport=transport) as client:
            assert len(client.serving_endpoints.list()) > 0
    statuses = [each.status for each in server.at("/serving-endpoints")]
    assert statuses == [401, 200] * (len(statuses) // 2)


def test_a_client_pickles_and_gets_tokens_of_its_own(server: OAuthServer) -> None:
    with server.client() as client:
        client.serving_endpoints.list()
        copy: Client = pickle.loads(pickle.dumps(client))
    with copy:
        copy.serving_endpoints.list()
    assert len(server.at(TOKEN_PATH)) == 2


def test_clients_show_where_they_go_and_how_and_no_secret(server: OAuthServer) -> None:
    assert repr(server.client()) == f"Client(host={server.url!r}, auth='oauth-m2m')"
    asynchronous = AsyncClient(host="x.test", token="dapi-secret")
    assert repr(asynchronous) == "AsyncClient(host='https://x.test', auth='pat')"
    gateway = AsyncGateway(base_url="https://x.test/v1", auth=str)
    assert repr(gateway) == "AsyncGateway(base_url='https://x.test/v1', auth='custom')"
