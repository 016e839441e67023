"""Checks of credentials neither misjudge a server that takes every token nor give one away."""

import asyncio
from collections.abc import Awaitable, Callable

import httpx
import pytest

from invocant_conformance.checks.auth import (
    a_similar_token_is_refused,
    a_token_in_the_query_is_no_credential,
)
from invocant_conformance.credentials import Credentials
from invocant_conformance.ledger import Ledger
from invocant_conformance.outcomes import Failed, Skipped
from invocant_conformance.probes.operation import Operation
from invocant_conformance.server.app import create_app
from invocant_conformance.server.settings import ServerSettings
from invocant_conformance.session import Session
from invocant_conformance.target import Surface

TOKEN = "dapi-right"
SURFACE = Surface(
    profile="gateway",
    operation="GET /models",
    operation_id="listGatewayModels",
    method="GET",
    path="/models",
)


def _operation(
    transport: httpx.AsyncBaseTransport, *, url: str = "http://testserver", token: str = TOKEN
) -> Operation:
    client = httpx.AsyncClient(transport=transport)
    session = Session(
        client=client, url=url, ledger=Ledger(seed="auth"), credentials=Credentials(bearer=token)
    )
    return Operation(session, SURFACE)


def _reference(token: str | None) -> httpx.AsyncBaseTransport:
    return httpx.ASGITransport(create_app(ServerSettings(token=token)))


def _run(check: Awaitable[None]) -> None:
    async def finished() -> None:
        await check

    asyncio.run(finished())


def _recording(seen: list[str]) -> Callable[[httpx.Request], httpx.Response]:
    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        return httpx.Response(401)

    return answer


def test_a_server_that_takes_every_token_of_a_known_form_is_not_judged() -> None:
    with pytest.raises(Skipped):
        _run(a_similar_token_is_refused(_operation(_reference(None))))


def test_a_server_of_one_token_passes() -> None:
    _run(a_similar_token_is_refused(_operation(_reference(TOKEN))))


def test_a_server_that_looks_at_the_beginning_only_fails() -> None:
    lax = httpx.MockTransport(lambda request: httpx.Response(200, json={}))
    with pytest.raises(Failed):
        _run(a_similar_token_is_refused(_operation(lax)))


@pytest.mark.parametrize(
    ("url", "given"),
    [
        ("http://127.0.0.1:4010", True),
        ("http://localhost", True),
        ("https://gw.example.com", False),
    ],
)
def test_the_token_stands_in_no_address_of_another_machine(url: str, given: bool) -> None:
    seen: list[str] = []
    operation = _operation(httpx.MockTransport(_recording(seen)), url=url)
    _run(a_token_in_the_query_is_no_credential(operation))
    assert any(TOKEN in address for address in seen) is given
