"""Puts load on a server over several connections, at little cost of its own."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Sequence
from itertools import count
from typing import cast
from urllib.parse import urlsplit

import uvloop

__all__ = ["Unexpected", "load"]

_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
_END_OF_CHUNKS = b"0\r\n\r\n"


class Unexpected(Exception):
    """An answer that is not the one that was asked for."""


def load(url: str, requests: Sequence[bytes], *, connections: int) -> float:
    """Send the requests, each when the one before is answered; returns seconds.

    Raises Unexpected for an answer other than 200, OSError for a connection that breaks.
    """
    parts = urlsplit(url)
    # Quicker than what is measured, which would be limited by it otherwise.
    return uvloop.run(_load(str(parts.hostname), parts.port or 80, requests, connections))


async def _load(host: str, port: int, requests: Sequence[bytes], connections: int) -> float:
    loop, numbers = asyncio.get_running_loop(), count()

    def next_request() -> bytes | None:
        number = next(numbers)
        return requests[number] if number < len(requests) else None

    clients = [_Connection(next_request, loop.create_future()) for _ in range(connections)]
    for place in range(0, connections, 100):
        some = clients[place : place + 100]
        await asyncio.gather(*(loop.create_connection(_same(each), host, port) for each in some))
    began = time.perf_counter()
    for client in clients:
        client.ask()
    await asyncio.gather(*(client.done for client in clients))
    return time.perf_counter() - began


def _same(client: _Connection) -> Callable[[], _Connection]:
    return lambda: client


class _Connection(asyncio.Protocol):
    """One connection: a request, its whole answer, the next request."""

    def __init__(self, source: Callable[[], bytes | None], done: asyncio.Future[None]) -> None:
        self.done = done
        self._source = source
        self._received = bytearray()
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # No isinstance: uvloop's transports are not registered as what they are.
        self._transport = cast("asyncio.Transport", transport)

    def ask(self) -> None:
        """Send the next request, or end."""
        assert self._transport is not None
        request = self._source()
        if request is None:
            self._transport.close()
            self.done.set_result(None)
        else:
            self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._received += data
        if _is_complete(self._received):
            if not self._received.startswith(b"HTTP/1.1 200"):
                self._fail(Unexpected(bytes(self._received[:300]).decode("latin-1")))
                return
            self._received.clear()
            self.ask()

    def connection_lost(self, exc: Exception | None) -> None:
        self._fail(exc or OSError("the server closed a connection"))

    def _fail(self, error: Exception) -> None:
        if not self.done.done():
            self.done.set_exception(error)


def _is_complete(received: bytearray) -> bool:
    head = received.find(b"\r\n\r\n")
    if head < 0:
        return False
    length = _LENGTH.search(received, 0, head)
    if length is None:
        return len(received) > head + 4 and received.endswith(_END_OF_CHUNKS)
    return len(received) >= head + 4 + int(length[1])
