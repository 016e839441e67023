# Copied from codegen/runtime/; do not edit.
"""Takes rows from an iterable, no further ahead than the window allows."""

import asyncio
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import Final, Generic, TypeVar

from .results import Done
from .window import Window

__all__ = ["Intake"]

R = TypeVar("R")
T = TypeVar("T")


class End:
    """Stands for the row after the last one."""


END: Final = End()


class Intake(Generic[R, T]):
    """What several tasks take rows from."""

    def __init__(self, rows: Iterable[R] | AsyncIterable[R], window: Window[Done[R, T]]) -> None:
        self._window: Window[Done[R, T]] = window
        self._iterator: Iterator[R] | None = None
        self._async_iterator: AsyncIterator[R] | None = None
        if isinstance(rows, AsyncIterable):
            self._async_iterator = aiter(rows)
        else:
            self._iterator = iter(rows)
        self._lock: asyncio.Lock = asyncio.Lock()
        self._stalled: deque[asyncio.Future[None]] = deque()
        self.ended: bool = False

    async def take(self) -> tuple[int, R] | None:
        """The next row and its index, once there is room for it; ``None`` after the last one."""
        if self._iterator is None:
            return await self._take_async()
        await self._room()
        row = END if self.ended else next(self._iterator, END)
        return self._taken(row)

    def give(self) -> Done[R, T]:
        """The next result, which makes room for another row."""
        done = self._window.give()
        self._wake(1)
        return done

    async def _take_async(self) -> tuple[int, R] | None:
        """Asynchronous iterators give one row at a time."""
        async with self._lock:
            if self.ended or self._async_iterator is None:
                return None
            await self._room()
            return self._taken(await anext(self._async_iterator, END))

    def _taken(self, row: R | End) -> tuple[int, R] | None:
        if isinstance(row, End):
            self.ended = True
            self._wake(len(self._stalled))
            return None
        return self._window.take(), row

    async def _room(self) -> None:
        while not self._window.has_room and not self.ended:
            stalled = asyncio.get_running_loop().create_future()
            self._stalled.append(stalled)
            await stalled

    def _wake(self, number: int) -> None:
        for _ in range(min(number, len(self._stalled))):
            stalled = self._stalled.popleft()
            if not stalled.done():
                stalled.set_result(None)
