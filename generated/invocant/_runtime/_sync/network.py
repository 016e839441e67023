# Copied from codegen/runtime/; do not edit.
"""Connections as httpcore wants them, with what it leaves undone.

A request goes out in one piece: head and body written apart are two system calls, and two packets.
Chunks that come in one piece are joined, for each of them would cost as much as the event in it.
A handshake that is cancelled closes its connection. Closing one wakes the thread that reads it.
"""

import ssl
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Final, cast

from ..chunked import ChunkJoiner
from ..engines import CoreLibrary
from ..waking import shielded, wake

if TYPE_CHECKING:
    import httpcore

__all__ = ["JoiningBackend"]

# What is longer goes out in several pieces, for copying it would cost more.
LONGEST_JOINED: Final = 65_536


class JoiningBackend:
    """Opens connections that join what is written. A ``network_backend`` of httpcore."""

    def __init__(self, core: CoreLibrary) -> None:
        self._core: CoreLibrary = core
        self._backend: httpcore.NetworkBackend = core.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: "Iterable[httpcore.SOCKET_OPTION] | None" = None,
    ) -> "httpcore.NetworkStream":
        """Open a connection. Raises httpcore's ConnectError or ConnectTimeout."""
        stream = self._backend.connect_tcp(host, port, timeout, local_address, socket_options)
        return cast("httpcore.NetworkStream", JoinedStream(self._core, stream))

    def sleep(self, seconds: float) -> None:
        """Pause."""
        self._backend.sleep(seconds)


class JoinedStream:
    """One connection; what is written leaves with the next read, or when it is much."""

    def __init__(self, core: CoreLibrary, stream: "httpcore.NetworkStream") -> None:
        self._core: CoreLibrary = core
        self._stream: httpcore.NetworkStream = stream
        self._chunks: ChunkJoiner = ChunkJoiner()
        self._pending: bytes = b""
        self._limit: float | None = None

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes, none at the end."""
        if self._pending:
            self._send_before_reading()
        return self._chunks.feed(self._stream.read(max_bytes, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Take bytes to be sent."""
        self._pending += buffer
        self._limit = timeout
        if len(self._pending) > LONGEST_JOINED:
            self._flush()

    def close(self) -> None:
        """Close the connection."""
        wake(self._stream.get_extra_info("socket"))
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> "httpcore.NetworkStream":
        """The connection after a handshake; closed if that fails or is cancelled."""
        self._flush()
        try:
            secure = self._stream.start_tls(ssl_context, server_hostname, timeout)
        except BaseException:
            shielded(self._stream.close)
            raise
        return cast("httpcore.NetworkStream", JoinedStream(self._core, secure))

    def get_extra_info(self, info: str) -> object:
        """What the connection beneath tells of itself."""
        return self._stream.get_extra_info(info)

    def _send_before_reading(self) -> None:
        # A server may answer and close before it has read all; then there is an answer to read.
        with suppress(self._core.WriteError):
            self._flush()

    def _flush(self) -> None:
        data, self._pending = self._pending, b""
        if data:
            self._chunks.expect()
            self._stream.write(data, self._limit)
