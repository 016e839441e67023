"""Calls that find every connection busy."""

import asyncio
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from typing import Final

import aiohttp
import httpx
import httpx2
import pytest
from httpx_aiohttp import AiohttpTransport

import invocant
from invocant import APITimeoutError, Timeout

from .conversation import End
from .faults import EVENT, FINE, VALUE, chunk, stream
from .lanes import ASYNC_LANES, MESSAGES, MODEL, SYNC_LANES, TOKEN, Lane
from .results import plain
from .server import FaultServer

BUSY: Final = (stream() + chunk(EVENT), End.HANG)
QUICK: Final = Timeout(connect=5, read=5, write=5, pool=0.05)
RETRIES: Final = 2


@pytest.mark.parametrize("lane", SYNC_LANES, ids=str)
def test_no_connection_is_free(lane: Lane, waits: list[float]) -> None:
    with FaultServer(BUSY, FINE) as server, narrow(lane, server.url) as client:
        create = client.chat.completions.create
        with create(messages=MESSAGES, model=MODEL, stream=True) as busy:
            next(busy)
            with pytest.raises(APITimeoutError) as caught:
                create(messages=MESSAGES, model=MODEL, timeout=QUICK)
            assert len(server.requests) == 1
        assert plain(create(messages=MESSAGES, model=MODEL)) == VALUE
    assert not caught.value.sent
    assert len(waits) == RETRIES


@pytest.mark.parametrize("lane", ASYNC_LANES, ids=str)
def test_no_connection_is_free_for_a_task(lane: Lane, waits: list[float]) -> None:
    async def scene() -> None:
        async with async_narrow(lane, server.url) as client:
            create = client.chat.completions.create
            async with await create(messages=MESSAGES, model=MODEL, stream=True) as busy:
                await anext(busy)
                with pytest.raises(APITimeoutError) as caught:
                    await create(messages=MESSAGES, model=MODEL, timeout=QUICK)
                assert len(server.requests) == 1
            assert plain(await create(messages=MESSAGES, model=MODEL)) == VALUE
        assert not caught.value.sent

    with FaultServer(BUSY, FINE) as server:
        asyncio.run(scene())
    assert len(waits) == RETRIES


@contextmanager
def narrow(lane: Lane, url: str) -> Generator[invocant.Client]:
    """A client with one connection."""
    if lane.transport == "httpx2":
        with httpx2.Client(limits=httpx2.Limits(max_connections=1)) as http2:
            yield invocant.Client(host=url, token=TOKEN, http_client=http2)
    else:
        with httpx.Client(limits=httpx.Limits(max_connections=1)) as http:
            yield invocant.Client(host=url, token=TOKEN, http_client=http)


@asynccontextmanager
async def async_narrow(lane: Lane, url: str) -> AsyncGenerator[invocant.AsyncClient]:
    """The asynchronous twin of ``narrow``."""
    if lane.transport == "httpx2":
        limits = httpx2.Limits(max_connections=1)
        async with httpx2.AsyncClient(limits=limits) as http2:
            yield invocant.AsyncClient(host=url, token=TOKEN, http_client=http2)
        return
    if lane.transport == "aiohttp":
        session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1))
        transport: httpx.AsyncBaseTransport = AiohttpTransport(client=session)
    else:
        transport = httpx.AsyncHTTPTransport(limits=httpx.Limits(max_connections=1))
    async with httpx.AsyncClient(transport=transport) as http:
        yield invocant.AsyncClient(host=url, token=TOKEN, http_client=http)
