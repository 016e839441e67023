"""Chunks that come together are one to the libraries, over real connections that are kept."""

import asyncio
import ssl

import aiohttp
import pytest

from runtime._async.openers import async_opener
from runtime.aiohttp_connector import Connector, opened
from runtime.opening import ConnectionSettings, TransportName
from runtime.options import Timeout
from runtime.request import PreparedRequest

from .raw_server import Connection, serving

ANSWER = (
    b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n1\r\nb\r\n1\r\nc\r\n0\r\n\r\n"
)


def answer_twice(connection: Connection) -> None:
    for _ in range(2):
        connection.read_request()
        connection.send(ANSWER)
    connection.await_departure()


async def pieces(name: TransportName, url: str) -> list[list[bytes]]:
    transport = async_opener(ConnectionSettings(transport=name), url).open()
    request = PreparedRequest(
        method="POST",
        path="/",
        url=f"{url}/",
        headers={},
        query={},
        content=b"{}",
        secrets=frozenset(),
        asked=1,
        origin=url,
    )
    found: list[list[bytes]] = []
    for _ in range(2):
        answer = await transport.send(request, Timeout())
        found.append([piece async for piece in answer.pieces()])
        await answer.close()
    await transport.aclose()
    return found


@pytest.mark.parametrize("name", ["httpx", "httpx2"])
def test_httpcore_gets_one_chunk_for_each_read(name: TransportName) -> None:
    with serving(answer_twice) as server:
        assert asyncio.run(pieces(name, server.url)) == [[b"abc"]] * 2
    assert server.connections == 1


async def chunks(url: str) -> list[list[bytes]]:
    connector = Connector(ssl=ssl.create_default_context(), socket_factory=opened)
    found: list[list[bytes]] = []
    async with aiohttp.ClientSession(connector=connector) as session:
        for _ in range(2):
            async with session.post(url, data=b"{}") as answer:
                found.append([data async for data, end in answer.content.iter_chunks() if end])
    return found


def test_aiohttp_gets_one_chunk_for_each_read() -> None:
    with serving(answer_twice) as server:
        assert asyncio.run(chunks(server.url)) == [[b"abc"]] * 2
    assert server.connections == 1
