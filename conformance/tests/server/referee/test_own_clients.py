"""Our clients keep every rule that a server can see, in both flavours, over every HTTP library."""

from collections.abc import Iterator
from typing import Any, Final
from uuid import uuid4

import pytest

from invocant import AsyncClient, AsyncGateway, Client, Gateway, InvocantError

from ..examples import CHAT_MODEL, EMBEDDING_MODEL, MESSAGES
from .watching import Watched, broken, watched

CASE: Final = "/.invocant/case"
CASES: Final = (
    "CLI-CLOSE-001/marker-without-end",
    "CLI-RETRY-001/milliseconds",
    "CLI-SECRET-002/redirect-307",
)
EXTRA: Final = {"max_tokens": 4}


@pytest.fixture(scope="module")
def server() -> Iterator[Watched]:
    with watched() as server:
        yield server


@pytest.fixture
def token() -> str:
    """A token of its own for each test, by which the referee tells its clients from others."""
    return f"dapi{uuid4().hex}"


def case(server: Watched, name: str) -> str:
    return f"{server.url}{CASE}/{name}"


def fault(text: str) -> dict[str, Any]:
    return {"extra_headers": {"x-invocant-fault": text}}


def ask(transport: Any, server: Watched, token: str) -> None:
    """Make the calls that all rules are about."""
    with Client(host=server.url, token=token, transport=transport) as client:
        create: Any = client.chat.completions.create
        for number in range(12):
            create(model=CHAT_MODEL, messages=MESSAGES, max_tokens=number + 1)
        client.embeddings.create(model=EMBEDDING_MODEL, input=["a"])
        client.serving_endpoints.list()
        with create(model=CHAT_MODEL, messages=MESSAGES, stream=True) as stream:
            assert len(list(stream)) > 1
        for text in ("500", "400", "reset"):
            with pytest.raises(InvocantError):
                create(model=CHAT_MODEL, messages=MESSAGES, **EXTRA, **fault(text))
        with pytest.raises(InvocantError):
            client.serving_endpoints.get("ä/b c%")
    for name in CASES:
        with Client(host=case(server, name), token=token, transport=transport) as client:
            create = client.chat.completions.create
            if "CLOSE" in name:
                with create(model=CHAT_MODEL, messages=MESSAGES, stream=True) as stream:
                    assert len(list(stream)) == 1
            elif "RETRY" in name:
                create(model=CHAT_MODEL, messages=MESSAGES)
            else:
                with pytest.raises(InvocantError):
                    create(model=CHAT_MODEL, messages=MESSAGES)
    with Gateway(base_url=server.url, api_key=token, transport=transport) as gateway:
        gateway.models.list(include_metadata=True)


async def ask_async(transport: Any, server: Watched, token: str) -> None:
    """Make the calls that all rules are about."""
    async with AsyncClient(host=server.url, token=token, transport=transport) as client:
        create: Any = client.chat.completions.create
        for number in range(12):
            await create(model=CHAT_MODEL, messages=MESSAGES, max_tokens=number + 1)
        await client.embeddings.create(model=EMBEDDING_MODEL, input=["a"])
        await client.serving_endpoints.list()
        async with await create(model=CHAT_MODEL, messages=MESSAGES, stream=True) as stream:
            assert len([event async for event in stream]) > 1
        for text in ("500", "400", "reset"):
            with pytest.raises(InvocantError):
                await create(model=CHAT_MODEL, messages=MESSAGES, **EXTRA, **fault(text))
        with pytest.raises(InvocantError):
            await client.serving_endpoints.get("ä/b c%")
    for name in CASES:
        async with AsyncClient(host=case(server, name), token=token, transport=transport) as client:
            create = client.chat.completions.create
            if "CLOSE" in name:
                async with await create(model=CHAT_MODEL, messages=MESSAGES, stream=True) as stream:
                    assert len([event async for event in stream]) == 1
            elif "RETRY" in name:
                await create(model=CHAT_MODEL, messages=MESSAGES)
            else:
                with pytest.raises(InvocantError):
                    await create(model=CHAT_MODEL, messages=MESSAGES)
    async with AsyncGateway(base_url=server.url, api_key=token, transport=transport) as gateway:
        await gateway.models.list(include_metadata=True)


NEVER_SEEN: Final = {"WIRE-AUTH-002", "WIRE-CONN-001"}
"""Our clients send one header with credentials; the other rule has a test of its own."""


def judge(server: Watched) -> None:
    """Nothing is broken, and every rule was tried."""
    client = server.referee.clients[-1]
    server.clock.ahead += 60
    server.referee.close()
    found = server.rows(client.label)
    assert {rule: broken(row) for rule, row in found.items() if broken(row)} == {}
    rules = {row.key.id for row in server.referee.results().rows}
    assert rules - found.keys() - NEVER_SEEN == set()


@pytest.mark.parametrize("transport", ["httpx", "httpx2"])
def test_the_sync_client_breaks_no_rule(server: Watched, token: str, transport: str) -> None:
    ask(transport, server, token)
    judge(server)


@pytest.mark.anyio
@pytest.mark.parametrize("transport", ["httpx", "httpx2", "aiohttp"])
async def test_the_async_client_breaks_no_rule(server: Watched, token: str, transport: str) -> None:
    await ask_async(transport, server, token)
    judge(server)


def test_connections_are_used_again(server: Watched, token: str) -> None:
    with Client(host=server.url, token=token) as client:
        create: Any = client.chat.completions.create
        for number in range(12):
            create(model=CHAT_MODEL, messages=MESSAGES, max_tokens=number + 1)
    seen = server.referee.clients[-1]
    assert not server.row(seen.label, "WIRE-CONN-001").failures
