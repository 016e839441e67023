# Copied from codegen/runtime/; do not edit.
"""Connections of our own to one origin, used without the layers of a whole HTTP client."""

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from .._http import HTTPLibrary, build
from ..headers import Headers
from ..leftovers import has_leftover
from ..opening import Opener
from ..options import Timeout
from ..request import PreparedRequest
from .answer import Answer

if TYPE_CHECKING:
    import httpx

__all__ = ["Pools"]


class Pool:
    """A transport and how many requests it has at the moment."""

    __slots__: tuple[str, ...] = ("busy", "transport")

    def __init__(self, transport: "httpx.BaseTransport") -> None:
        self.transport: httpx.BaseTransport = transport
        self.busy: int = 0


class PoolBody:
    """A body whose connection is closed rather than kept when more came than the body."""

    __slots__: tuple[str, ...] = ("_response", "_stream")

    def __init__(self, response: "httpx.Response") -> None:
        self._response: httpx.Response = response
        self._stream: httpx.SyncByteStream = cast("httpx.SyncByteStream", response.stream)

    def __iter__(self) -> Iterator[bytes]:
        return self._stream.__iter__()

    def close(self) -> None:
        """Give the connection back."""
        if has_leftover(self._response):
            self._response.extensions["network_stream"].close()
        self._stream.close()


class Pools:
    """Pools of connections, each filled before the next one is opened.

    httpx looks for a connection among all that a pool has, which is slow where they are many; few
    requests at once need one pool only and find its connections open.
    """

    def __init__(self, opener: "Opener[httpx.BaseTransport]") -> None:
        self.library: HTTPLibrary = opener.library
        self._opener: Opener[httpx.BaseTransport] = opener
        self._pools: list[Pool] = [Pool(opener.open())]
        self._lock: threading.Lock = threading.Lock()
        self._answers: set[Answer] = set()

    def send(self, request: PreparedRequest, timeout: Timeout) -> Answer:
        """Send a request and return the answer when it begins. Raises the library's HTTPError."""
        sent = build(self.library, request, timeout)
        pool = self._take()
        try:
            response = pool.transport.handle_request(sent)
        except BaseException:
            self._give_back(pool)
            raise
        answer = Answer(
            library=self.library,
            status=response.status_code,
            reason=response.reason_phrase,
            headers=Headers.from_raw(response.headers.raw),
            body=PoolBody(response),
            response=response,
            release=lambda: self._give_back(pool, answer),
        )
        self._answers.add(answer)
        return answer

    def send_bare(self, request: PreparedRequest, timeout: Timeout) -> Answer:
        """The same: there is nothing that would be added to a request."""
        return self.send(request, timeout)

    def close(self) -> None:
        """Close all connections; who reads an answer from one of them gets an error."""
        for answer in [*self._answers]:
            answer.abort()
        for pool in self._pools:
            pool.transport.close()

    def _take(self) -> Pool:
        with self._lock:
            pool = self._free() or self._another()
            pool.busy += 1
            return pool

    def _free(self) -> Pool | None:
        width = self._opener.width
        return next((pool for pool in self._pools if pool.busy < width), None)

    def _another(self) -> Pool:
        if len(self._pools) >= self._opener.most:
            return min(self._pools, key=lambda pool: pool.busy)
        self._pools.append(Pool(self._opener.open()))
        return self._pools[-1]

    def _give_back(self, pool: Pool, answer: Answer | None = None) -> None:
        with self._lock:
            pool.busy -= 1
            if answer is not None:
                self._answers.discard(answer)
