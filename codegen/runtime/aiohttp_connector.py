"""Connections of aiohttp: which of them are used, and what their bytes pass through."""

import asyncio
import socket
from functools import cached_property
from typing import Final, cast

import aiohttp

from . import sockets
from .chunked import ChunkJoiner

__all__ = ["Connector", "opened"]

# asyncio would make 256 kB ready for every read, which the system gives out page by page, anew
# every time, and so would everything that copies as much.
ROOM: Final = 65_536


class Connector(aiohttp.TCPConnector):
    """Opens connections that join the chunks which come together.

    It passes over idle ones on which something has come that nobody asked for.
    """

    @cached_property
    def _room(self) -> memoryview:
        """What all connections read into: an event loop fills it and tells so in one step."""
        return memoryview(bytearray(ROOM))

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
                _join(connection, self._room)
                return connection
            connection.close()


class _Joining(asyncio.BufferedProtocol):
    """Stands between a transport and the protocol that was its own."""

    def __init__(self, protocol: asyncio.Protocol, room: memoryview) -> None:
        self._protocol: asyncio.Protocol = protocol
        self._room: memoryview = room
        self.chunks: ChunkJoiner = ChunkJoiner()

    def get_buffer(self, sizehint: int) -> memoryview:
        return self._room

    def buffer_updated(self, nbytes: int) -> None:
        self._protocol.data_received(self.chunks.feed(bytes(self._room[:nbytes])))

    def eof_received(self) -> bool | None:
        return self._protocol.eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        self._protocol.connection_lost(exc)

    def pause_writing(self) -> None:
        self._protocol.pause_writing()

    def resume_writing(self) -> None:
        self._protocol.resume_writing()


def _join(connection: aiohttp.connector.Connection, room: memoryview) -> None:
    """Join the chunks of the answer that comes next."""
    transport = connection.transport
    if transport is None:
        return
    protocol = transport.get_protocol()
    if not isinstance(protocol, _Joining):
        protocol = _Joining(cast("asyncio.Protocol", protocol), room)
        transport.set_protocol(protocol)
    protocol.chunks.expect()


def opened(address: tuple[int, int, int, str, tuple[object, ...]]) -> socket.socket:
    """A socket for an address as aiohttp gives it. Raises OSError."""
    family, kind, protocol, _, _ = address
    return sockets.opened(family, kind, protocol)
