"""The connection beneath an answer: what ASGI has no words for.

Servers that offer it put `{"peer": function}` under `EXTENSION` into the extensions of a scope;
the function takes nothing and returns a `Peer`.
"""

import asyncio
import weakref
from collections.abc import Mapping
from typing import Final, Protocol, runtime_checkable

import httpx
from starlette.types import Scope
from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from ...raw import playing
from ..bounded import BoundedProtocol

EXTENSION: Final = "invocant.connection"
"""The key of the extension."""


@runtime_checkable
class Peer(playing.Connection, Protocol):
    """The connection of one request, for an answer that is written past ASGI.

    After `close`, `reset` and `finish` nothing more is sent for the request, by whatever way.
    """

    def finish(self) -> None:
        """Take the answer as complete; the connection serves the next request."""
        ...


def peer_of(scope: Scope) -> Peer | None:
    """Return the connection of a request, None where the server offers none."""
    extensions: Mapping[str, Mapping[str, object]] = scope.get("extensions") or {}
    offer = extensions.get(EXTENSION, {}).get("peer")
    peer = offer() if callable(offer) else None
    return peer if isinstance(peer, Peer) else None


class ConnectionBroken(httpx.ReadError):
    """Stands for the end of a connection where there is none: in process.

    httpx.ASGITransport hands it on, to whom it is what httpx raises for a connection that broke.
    """


class PeerProtocol(BoundedProtocol):
    """Offers the connection to the application.

    Holds for uvicorn 0.50 and later 0.x: `on_headers_complete` makes `cycle`, and starts the task
    of the application without running it.
    """

    _ended: asyncio.Event | None = None

    @property
    def ended(self) -> asyncio.Event:
        """Set once the connection is no more."""
        if self._ended is None:
            self._ended = asyncio.Event()
            if self.transport.is_closing():
                self._ended.set()
        return self._ended

    def on_headers_complete(self) -> None:
        """Begin a request."""
        super().on_headers_complete()
        self.scope["extensions"] = {EXTENSION: {"peer": _Offer(self, self.cycle)}}

    def shutdown(self) -> None:
        """End with the server; what a fault makes wait or be silent is not waited for."""
        super().shutdown()
        if self._ended is not None:
            self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        super().connection_lost(exc)
        if self._ended is not None:
            self._ended.set()


class _Offer:
    """Makes the peer of a request, which few requests need.

    The request's cycle is held weakly: it holds the scope, which holds the offer, and what holds
    itself waits for the garbage collector.
    """

    __slots__ = ("_cycle", "_protocol")

    def __init__(self, protocol: PeerProtocol, cycle: RequestResponseCycle) -> None:
        self._protocol = protocol
        self._cycle = weakref.ref(cycle)

    def __call__(self) -> Peer | None:
        cycle = self._cycle()
        return _UvicornPeer(self._protocol, cycle) if cycle else None


class _UvicornPeer:
    """One request on a connection of uvicorn's."""

    def __init__(self, protocol: PeerProtocol, cycle: RequestResponseCycle) -> None:
        self._protocol = protocol
        self._cycle = cycle

    @property
    def ended(self) -> asyncio.Event:
        """Set once the connection is no more."""
        return self._protocol.ended

    def write(self, data: bytes) -> None:
        """Write bytes as they are."""
        self._cycle.response_started = True
        self._cycle.transport.write(data)

    def close(self) -> None:
        """End the connection in order, after what was written."""
        self._complete()
        self._cycle.transport.close()

    def reset(self) -> None:
        """Break the connection off with a TCP reset."""
        self._complete()
        if not self.ended.is_set():
            playing.reset_on_close(self._cycle.transport)
            self._cycle.transport.close()

    def finish(self) -> None:
        """Take the answer as complete; the connection serves the next request."""
        self._complete()
        if not self._cycle.keep_alive:
            self._cycle.transport.close()
        self._cycle.on_response()

    def _complete(self) -> None:
        """Let uvicorn take the answer as complete, so that it neither adds to it nor complains."""
        self._cycle.response_started = self._cycle.response_complete = True
        self._cycle.message_event.set()
