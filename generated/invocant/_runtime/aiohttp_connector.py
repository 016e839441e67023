# Copied from codegen/runtime/; do not edit.
"""Connections of aiohttp: which of them are used, and what their bytes pass through."""

import asyncio
import socket
from typing import cast

import aiohttp

from . import sockets
from .chunked import ChunkJoiner

__all__ = ["Connector", "opened"]


class Connector(aiohttp.TCPConnector):
    """Opens connections that join the chunks which come together.

    It passes over idle ones on which something has come that nobody asked for.
    """

    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: "list[aiohttp.tracing.Trace]",
        timeout: aiohttp.ClientTimeout,
    ) -> aiohttp.connector.Connection:
        """A connection for a request. Raises the errors of aiohttp."""
        while True:
            connection = await super().connect(req, traces, timeout)
            if connection.protocol is None or not connection.protocol.should_close:
                _join(connection)
                return connection
            connection.close()


class _Joining(asyncio.Protocol):
    """Stands between a transport and the protocol that was its own."""

    def __init__(self, protocol: asyncio.Protocol) -> None:
        self._protocol: asyncio.Protocol = protocol
        self.chunks: ChunkJoiner = ChunkJoiner()

    def data_received(self, data: bytes) -> None:
        self._protocol.data_received(self.chunks.feed(data))

    def eof_received(self) -> bool | None:
        return self._protocol.eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        self._protocol.connection_lost(exc)

    def pause_writing(self) -> None:
        self._protocol.pause_writing()

    def resume_writing(self) -> None:
        self._protocol.resume_writing()


def _join(connection: aiohttp.connector.Connection) -> None:
    """Join the chunks of the answer that comes next."""
    transport = connection.transport
    if transport is None:
        return
    protocol = transport.get_protocol()
    if not isinstance(protocol, _Joining):
        protocol = _Joining(cast("asyncio.Protocol", protocol))
        transport.set_protocol(protocol)
    protocol.chunks.expect()


def opened(address: tuple[int, int, int, str, tuple[object, ...]]) -> socket.socket:
    """A socket for an address as aiohttp gives it. Raises OSError."""
    family, kind, protocol, _, _ = address
    return sockets.opened(family, kind, protocol)
