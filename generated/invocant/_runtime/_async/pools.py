# Copied from codegen/runtime/; do not edit.
"""Connections of our own to one origin, used without the layers of a whole HTTP client."""

import threading
from typing import Protocol

from ..engines import Engine
from ..opening import Opener
from ..options import Timeout
from ..request import PreparedRequest
from .answer import AsyncAnswer

__all__ = ["AsyncPools"]


class AsyncPoolTransport(Protocol):
    """Connections that are shared by requests."""

    async def send(self, request: PreparedRequest, timeout: Timeout) -> AsyncAnswer:
        """Send a request and return the answer when it begins. Raises the engine's errors."""
        ...

    async def aclose(self) -> None:
        """Close all connections."""
        ...


class AsyncPool:
    """A transport and how many requests it has at the moment."""

    __slots__: tuple[str, ...] = ("busy", "transport")

    def __init__(self, transport: AsyncPoolTransport) -> None:
        self.transport: AsyncPoolTransport = transport
        self.busy: int = 0


class AsyncPools:
    """Pools of connections, each filled before the next one is opened.

    httpx looks for a connection among all that a pool has, which is slow where they are many; few
    requests at once need one pool only and find its connections open.
    """

    def __init__(self, opener: Opener[AsyncPoolTransport]) -> None:
        self.engine: Engine = opener.engine
        self._opener: Opener[AsyncPoolTransport] = opener
        self._pools: list[AsyncPool] = [AsyncPool(opener.open())]
        self._lock: threading.Lock = threading.Lock()

    async def send(self, request: PreparedRequest, timeout: Timeout) -> AsyncAnswer:
        """Send a request and return the answer when it begins. Raises the engine's errors."""
        pool = self._take()
        try:
            answer = await pool.transport.send(request, timeout)
        except BaseException:
            self._give_back(pool)
            raise
        answer.release = lambda: self._give_back(pool)
        return answer

    async def send_bare(self, request: PreparedRequest, timeout: Timeout) -> AsyncAnswer:
        """The same: there is nothing that would be added to a request."""
        return await self.send(request, timeout)

    async def close(self) -> None:
        """Close all connections; who reads an answer from one of them gets an error."""
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

    def _give_back(self, pool: AsyncPool) -> None:
        with self._lock:
            pool.busy -= 1
