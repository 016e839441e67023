"""Connections of our own to one origin, used without the layers of a whole HTTP client."""

import threading
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, cast

from .._http import HTTPLibrary, build
from ..headers import Headers
from ..leftovers import has_leftover
from ..opening import Opener
from ..options import Timeout
from ..request import PreparedRequest
from .answer import AsyncAnswer

if TYPE_CHECKING:
    import httpx

__all__ = ["AsyncPools"]


class AsyncPool:
    """A transport and how many requests it has at the moment."""

    __slots__: tuple[str, ...] = ("busy", "transport")

    def __init__(self, transport: "httpx.AsyncBaseTransport") -> None:
        self.transport: httpx.AsyncBaseTransport = transport
        self.busy: int = 0


class AsyncPoolBody:
    """A body whose connection is closed rather than kept when more came than the body."""

    __slots__: tuple[str, ...] = ("_response", "_stream")

    def __init__(self, response: "httpx.Response") -> None:
        self._response: httpx.Response = response
        self._stream: httpx.AsyncByteStream = cast("httpx.AsyncByteStream", response.stream)

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._stream.__aiter__()

    async def aclose(self) -> None:
        """Give the connection back."""
        if has_leftover(self._response):
            await self._response.extensions["network_stream"].aclose()
        await self._stream.aclose()


class AsyncPools:
    """Pools of connections, each filled before the next one is opened.

    httpx looks for a connection among all that a pool has, which is slow where they are many; few
    requests at once need one pool only and find its connections open.
    """

    def __init__(self, opener: "Opener[httpx.AsyncBaseTransport]") -> None:
        self.library: HTTPLibrary = opener.library
        self._opener: Opener[httpx.AsyncBaseTransport] = opener
        self._pools: list[AsyncPool] = [AsyncPool(opener.open())]
        self._lock: threading.Lock = threading.Lock()
        self._answers: set[AsyncAnswer] = set()

    async def send(self, request: PreparedRequest, timeout: Timeout) -> AsyncAnswer:
        """Send a request and return the answer when it begins. Raises the library's HTTPError."""
        sent = build(self.library, request, timeout)
        pool = self._take()
        try:
            response = await pool.transport.handle_async_request(sent)
        except BaseException:
            self._give_back(pool)
            raise
        answer = AsyncAnswer(
            library=self.library,
            status=response.status_code,
            reason=response.reason_phrase,
            headers=Headers.from_raw(response.headers.raw),
            body=AsyncPoolBody(response),
            response=response,
            release=lambda: self._give_back(pool, answer),
        )
        self._answers.add(answer)
        return answer

    async def send_bare(self, request: PreparedRequest, timeout: Timeout) -> AsyncAnswer:
        """The same: there is nothing that would be added to a request."""
        return await self.send(request, timeout)

    async def close(self) -> None:
        """Close all connections; who reads an answer from one of them gets an error."""
        for answer in [*self._answers]:
            await answer.abort()
        for pool in self._pools:
            await pool.transport.aclose()

    def _take(self) -> AsyncPool:
        with self._lock:
            pool = self._free() or self._another()
            pool.busy += 1
            return pool

    def _free(self) -> AsyncPool | None:
        width = self._opener.width
        return next((pool for pool in self._pools if pool.busy < width), None)

    def _another(self) -> AsyncPool:
        if len(self._pools) >= self._opener.most:
            return min(self._pools, key=lambda pool: pool.busy)
        self._pools.append(AsyncPool(self._opener.open()))
        return self._pools[-1]

    def _give_back(self, pool: AsyncPool, answer: AsyncAnswer | None = None) -> None:
        with self._lock:
            pool.busy -= 1
            if answer is not None:
                self._answers.discard(answer)
