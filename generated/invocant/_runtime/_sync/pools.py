# Copied from codegen/runtime/; do not edit.
"""Connections of our own to one origin, used without the layers of a whole HTTP client."""

import threading
from typing import Protocol

from ..engines import Engine
from ..opening import Opener
from ..options import Timeout
from ..request import PreparedRequest
from .answer import Answer

__all__ = ["Pools"]


class PoolTransport(Protocol):
    """Connections that are shared by requests."""

    def send(self, request: PreparedRequest, timeout: Timeout) -> Answer:
        """Send a request and return the answer when it begins. Raises the engine's errors."""
        ...

    def close(self) -> None:
        """Close all connections."""
        ...


class Pool:
    """A transport and how many requests it has at the moment."""

    __slots__: tuple[str, ...] = ("busy", "transport")

    def __init__(self, transport: PoolTransport) -> None:
        self.transport: PoolTransport = transport
        self.busy: int = 0


class Pools:
    """Pools of connections, each filled before the next one is opened.

    httpx looks for a connection among all that a pool has, which is slow where they are many; few
    requests at once need one pool only and find its connections open.
    """

    def __init__(self, opener: Opener[PoolTransport]) -> None:
        self.engine: Engine = opener.engine
        self._opener: Opener[PoolTransport] = opener
        self._pools: list[Pool] = [Pool(opener.open())]
        self._lock: threading.Lock = threading.Lock()

    def send(self, request: PreparedRequest, timeout: Timeout) -> Answer:
        """Send a request and return the answer when it begins. Raises the engine's errors."""
        pool = self._take()
        try:
            answer = pool.transport.send(request, timeout)
        except BaseException:
            self._give_back(pool)
            raise
        answer.release = lambda: self._give_back(pool)
        return answer

    def send_bare(self, request: PreparedRequest, timeout: Timeout) -> Answer:
        """The same: there is nothing that would be added to a request."""
        return self.send(request, timeout)

    def close(self) -> None:
        """Close all connections; who reads an answer from one of them gets an error."""
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

    def _give_back(self, pool: Pool) -> None:
        with self._lock:
            pool.busy -= 1
