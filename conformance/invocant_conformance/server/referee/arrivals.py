"""What connections tell of requests: when they came whole, and who ended them."""

from collections.abc import Callable, Mapping
from typing import Final

from starlette.types import Scope

from ..body import MAX_BYTES
from .clients import Client

ARRIVAL: Final = "invocant.arrival"
"""The key under which the `Arrival` of a request stands in the extensions of an ASGI scope."""


class Connection:
    """One connection. client: whose it is, None before its first request."""

    __slots__ = ("client", "host", "is_open")

    def __init__(self, host: str = "") -> None:
        self.host = host
        self.client: Client | None = None
        self.is_open = True


class Arrival:
    """One request as it arrives.

    crowded: another request on the connection was unanswered when it came.
    whole: all of it came. over: no more of it will come. stalled: the longest time, in seconds,
    that nothing of its answer was read. changed: called when it is whole. left: called when the
    connection has ended, with whether the client ended it.
    """

    __slots__ = (
        *("body", "changed", "connection", "crowded"),
        *("left", "stalled", "too_large", "whole"),
    )

    def __init__(self, connection: Connection, *, crowded: bool = False) -> None:
        self.connection = connection
        self.crowded = crowded
        self.body = bytearray()
        self.too_large = False
        self.whole = False
        self.stalled = 0.0
        self.changed: Callable[[], None] | None = None
        self.left: Callable[[bool], None] | None = None

    def add(self, data: bytes) -> None:
        """Add bytes of the body."""
        if len(self.body) + len(data) > MAX_BYTES:
            self.too_large = True
            self.body.clear()
        if not self.too_large:
            self.body += data

    def complete(self) -> None:
        """Note that all of the request came."""
        self.whole = True
        if self.changed is not None:
            self.changed()

    def lose(self, *, by_peer: bool) -> None:
        """Note that the connection has ended."""
        if self.left is not None:
            self.left(by_peer)

    @property
    def content(self) -> bytes | None:
        """The body, None where it is not known whole."""
        return bytes(self.body) if self.whole and not self.too_large else None


def arrival_of(scope: Scope) -> Arrival | None:
    """Return the arrival of a request, None where the server does not tell."""
    extensions: Mapping[str, Mapping[str, object]] = scope.get("extensions") or {}
    found = extensions.get(ARRIVAL, {}).get("arrival")
    return found if isinstance(found, Arrival) else None
