"""Waking a thread that waits for bytes from a connection that another one closes."""

import socket
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

__all__ = ["no_wake", "wake"]


def wake(response: "httpx.Response | None") -> None:
    """End the connection of a response: closing a socket alone leaves its readers asleep."""
    stream = None if response is None else response.extensions.get("network_stream")
    found = None if stream is None else stream.get_extra_info("socket")
    if isinstance(found, socket.socket):
        with suppress(OSError):
            found.shutdown(socket.SHUT_RDWR)


def no_wake(response: "httpx.Response | None") -> None:
    """The asynchronous twin of :func:`wake`: an event loop tells readers by itself."""
