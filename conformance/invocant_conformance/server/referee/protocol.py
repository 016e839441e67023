"""Connections that a referee watches."""

import asyncio
import time

from ..faults.connection import PeerProtocol
from .arrivals import ARRIVAL, Arrival, Connection
from .referee import Referee


class RefereedProtocol(PeerProtocol):
    """Tells a referee what an application does not see. Made by `refereed_by`."""

    referee: Referee

    _connection: Connection
    _arrival: Arrival | None = None
    _peer_left = False
    _stalled_since: float | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to watch a connection."""
        super().connection_made(transport)
        self._connection = Connection(self.client[0] if self.client else "")

    def eof_received(self) -> None:
        """Note that the client ended the connection."""
        self._peer_left = True
        super().eof_received()

    def send_400_response(self, msg: str) -> None:
        """Refuse what cannot be parsed."""
        self.referee.malformed(self._connection)
        super().send_400_response(msg)

    def on_message_begin(self) -> None:
        """Begin a request."""
        crowded = self._arrival is not None and not self.cycle.response_complete
        self._arrival = Arrival(self._connection, crowded=crowded)
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Hand on what is known of the request."""
        super().on_headers_complete()
        offered = self.scope.get("extensions") or {}
        self.scope["extensions"] = {**offered, ARRIVAL: {"arrival": self._arrival}}

    def on_body(self, body: bytes) -> None:
        """Keep a piece of the body for the referee, also one that no application reads."""
        if self._arrival is not None:
            self._arrival.add(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        """End the request."""
        super().on_message_complete()
        if self._arrival is not None:
            self._arrival.complete()

    def pause_writing(self) -> None:
        """Note that nothing is read."""
        self._stalled_since = time.monotonic()
        super().pause_writing()

    def resume_writing(self) -> None:
        """Note how long nothing was read."""
        self._note_stall()
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell the referee whether it was the client."""
        self._note_stall()
        super().connection_lost(exc)
        self.referee.lost(self._connection)
        if self._arrival is not None:
            self._arrival.lose(by_peer=self._peer_left or exc is not None)

    def _note_stall(self) -> None:
        if self._stalled_since is not None and self._arrival is not None:
            seconds = time.monotonic() - self._stalled_since
            self._arrival.stalled = max(self._arrival.stalled, seconds)
        self._stalled_since = None


def refereed_by(referee: Referee) -> type[RefereedProtocol]:
    """Return the protocol whose connections a referee watches."""

    class Watched(RefereedProtocol):
        pass

    Watched.referee = referee
    return Watched
