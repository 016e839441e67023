"""Writing raw answers to connections."""

import asyncio
import socket
import struct
from typing import Final, Protocol

from .answer import Answer

__all__ = ["DELIVERY_SECONDS", "Connection", "pause", "play", "reset_on_close"]

DELIVERY_SECONDS: Final = 0.02
"""In which what was written reaches a peer on the same machine; a reset may overtake it."""

# Closing a socket with a linger time of zero sends a reset instead of an orderly end.
_LINGER_NOT: Final = struct.pack("ii", 1, 0)


class Connection(Protocol):
    """A connection to somebody who waits for an answer."""

    @property
    def ended(self) -> asyncio.Event:
        """Set once the connection is no more."""
        ...

    def write(self, data: bytes) -> None:
        """Write bytes as they are."""
        ...

    def close(self) -> None:
        """End the connection in order, after what was written."""
        ...

    def reset(self) -> None:
        """Break the connection off with a TCP reset."""
        ...


async def play(answer: Answer, connection: Connection) -> None:
    """Write an answer and end the connection as it says; nothing more once the peer has left.

    A connection that the answer keeps is left as it is.
    """
    for seconds, data in answer.writes():
        if seconds:
            await pause(seconds, connection)
        if connection.ended.is_set():
            return
        connection.write(data)
    if answer.end == "hang":
        await connection.ended.wait()
    elif answer.end == "reset":
        await pause(DELIVERY_SECONDS, connection)
        connection.reset()
    elif answer.end == "close":
        connection.close()


async def pause(seconds: float, connection: Connection) -> None:
    """Wait so many seconds, or until the connection has ended."""
    try:
        await asyncio.wait_for(connection.ended.wait(), seconds)
    except TimeoutError:
        return


def reset_on_close(transport: asyncio.BaseTransport) -> None:
    """Let the end of a transport be a reset; of one that is no TCP socket it stays as it is."""
    connection = transport.get_extra_info("socket")
    if connection is not None and connection.family in (socket.AF_INET, socket.AF_INET6):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NOT)
