"""Waking a thread that waits for bytes from a connection that another one closes."""

import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress

__all__ = ["async_shielded", "no_wake", "shielded", "wake"]


def wake(found: object) -> None:
    """End the connection of a socket: closing it alone leaves its readers asleep."""
    if isinstance(found, socket.socket):
        with suppress(OSError):
            found.shutdown(socket.SHUT_RDWR)


def no_wake(found: object) -> None:
    """The asynchronous twin of :func:`wake`: an event loop tells readers by itself."""


async def async_shielded(close: Callable[[], Awaitable[None]]) -> None:
    """Close something although the task is cancelled."""
    import anyio  # costs as much as a client to make

    with anyio.CancelScope(shield=True):
        await close()


def shielded(close: Callable[[], None]) -> None:
    """The synchronous twin of :func:`async_shielded`."""
    close()
