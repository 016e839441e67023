"""What waiting means to threads and to tasks: pairs with one interface, one for each flavour."""

import threading
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, TypeGuard, TypeVar

from .errors import ConfigurationError
from .opening import running_loop

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    import anyio

__all__ = ["AsyncLock", "Lock", "async_offloaded", "async_settled", "offloaded", "settled"]

T = TypeVar("T")


class Lock:
    """Held by one thread at a time."""

    def __init__(self) -> None:
        self._lock: threading.Lock = threading.Lock()

    def take(self) -> None:
        """Take it, once it is free."""
        self._lock.acquire()

    def take_if_free(self) -> bool:
        """Take it unless it is held; whether it was taken."""
        return self._lock.acquire(blocking=False)

    def give(self) -> None:
        """Let others have it."""
        self._lock.release()


class AsyncLock:
    """Held by one task at a time, in each event loop: tasks of several cannot wait for each other.

    A task that is cancelled while it waits does not get it.
    """

    def __init__(self) -> None:
        self._locks: dict[AbstractEventLoop | None, anyio.Lock] = {}

    async def take(self) -> None:
        """Take it, once it is free."""
        await self._own().acquire()

    def take_if_free(self) -> bool:
        """Take it unless it is held; whether it was taken."""
        import anyio

        try:
            self._own().acquire_nowait()
        except anyio.WouldBlock:
            return False
        return True

    def give(self) -> None:
        """Let others have it."""
        self._own().release()

    def _own(self) -> "anyio.Lock":
        import anyio

        loop = running_loop()
        if loop not in self._locks:
            for each in [each for each in self._locks if each is not None and each.is_closed()]:
                self._locks.pop(each, None)
        return self._locks.setdefault(loop, anyio.Lock())


def settled(value: object) -> object:
    """The value, which must not be one to wait for. Raises ConfigurationError."""
    if not _is_awaitable(value):
        return value
    if isinstance(value, Coroutine):
        value.close()
    raise ConfigurationError("auth: only asynchronous clients can wait for what it returns")


async def async_settled(value: object) -> object:
    """The value, waited for where that is necessary."""
    return await value if _is_awaitable(value) else value


def _is_awaitable(value: object) -> TypeGuard[Awaitable[object]]:
    return isinstance(value, Awaitable)


def offloaded(work: Callable[[], T]) -> T:
    """The result of work that blocks."""
    return work()


async def async_offloaded(work: Callable[[], T]) -> T:
    """The result of work that blocks, done in a thread while the event loop goes on."""
    import anyio.to_thread

    return await anyio.to_thread.run_sync(work)
