"""Connections that are patient and roomy only within bounds."""

import asyncio
from typing import Final, cast

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

HEAD_BYTES: Final = 64 * 1024
"""Longest head of a request, its first line included."""

REQUEST_SECONDS: Final = 60.0
"""Longest time that a request may take to arrive, from its first byte to its last."""

_TOO_LARGE: Final = (431, "The head of the request is longer than 64 KiB.")
_TOO_SLOW: Final = (408, "The request took too long to arrive.")


class BoundedProtocol(HttpToolsProtocol):
    """uvicorn's protocol over httptools, for which a head may be endless, and arrive for ever.

    Holds for uvicorn 0.50 and later 0.x: the parser's callbacks are methods of the protocol.
    request_seconds: see REQUEST_SECONDS; a connection that says nothing at all gets as long.
    """

    request_seconds: float = REQUEST_SECONDS

    _began: float | None = None
    _head_bytes = 0
    _in_head = False
    _watch: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for a request."""
        # No isinstance: uvloop's transports are not registered as what they are.
        super().connection_made(cast("asyncio.Transport", transport))
        self._began = self.loop.time()
        self._watch = self.loop.call_later(self.request_seconds, self._look)

    def data_received(self, data: bytes) -> None:
        """Take what arrived, unless the head becomes too long."""
        super().data_received(data)
        if self._in_head:
            self._head_bytes += len(data)
            if self._head_bytes > HEAD_BYTES:
                self._refuse(*_TOO_LARGE)

    def on_message_begin(self) -> None:
        """Begin a request."""
        super().on_message_begin()
        self._began, self._in_head, self._head_bytes = self.loop.time(), True, 0

    def on_headers_complete(self) -> None:
        """Begin its body."""
        self._in_head = False
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """End the request."""
        self._began = None
        super().on_message_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop to watch."""
        if self._watch is not None:
            self._watch.cancel()
        super().connection_lost(exc)

    def _look(self) -> None:
        """Refuse a request that takes too long, and look again when the present one would."""
        left = self.request_seconds
        if self._began is not None:
            left -= self.loop.time() - self._began
            if left <= 0:
                self._refuse(*_TOO_SLOW)
                return
        self._watch = self.loop.call_later(max(left, 0.01), self._look)

    def _refuse(self, status: int, message: str) -> None:
        """Answer, unless an answer has begun, and close."""
        if self.transport.is_closing():
            return
        cycle = self.cycle
        answering = bool(cycle) and cycle.response_started and not cycle.response_complete
        if not answering:
            self.transport.write(_answer(status, message))
        self.transport.close()


def _answer(status: int, message: str) -> bytes:
    content = message.encode()
    head = (
        b"content-type: text/plain; charset=utf-8\r\n"
        b"content-length: %d\r\nconnection: close\r\n\r\n" % len(content)
    )
    return STATUS_LINE[status] + head + content
