"""One run: a fixed number of tasks that take rows, and one that gives back what is done."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Iterable
from typing import Generic, TypeVar

from .attempts import Desk, attempted
from .intake import Intake
from .results import Done
from .window import Window

__all__ = ["Run"]

C = TypeVar("C")
R = TypeVar("R")
T = TypeVar("T")


class Run(Generic[C, R, T]):
    """Rows on their way; `results` may be iterated once.

    ``workers``: tasks at most; they are made as rows come. ``window``: as for `Window`.
    """

    def __init__(
        self,
        desk: Desk[C],
        rows: Iterable[R] | AsyncIterable[R],
        work: Callable[[C, R], Awaitable[T]],
        *,
        workers: int,
        window: Window[Done[R, T]],
    ) -> None:
        self._desk: Desk[C] = desk
        self._work: Callable[[C, R], Awaitable[T]] = work
        self._window: Window[Done[R, T]] = window
        self._intake: Intake[R, T] = Intake(rows, window)
        self._most: int = workers
        self._workers: list[asyncio.Task[None]] = []
        self._active: int = 0
        self._failure: BaseException | None = None
        self._listener: asyncio.Future[None] | None = None

    async def results(self) -> AsyncGenerator[Done[R, T], None]:
        """What became of each row. Raises what rows or work raise; no task is left behind."""
        self._desk.tally.begin(self._desk.clock())
        self._hire()
        try:
            while self._window.is_ready or await self._more():
                yield self._intake.give()
        finally:
            await self._dismiss()
            self._desk.tally.end(self._desk.clock())

    async def _more(self) -> bool:
        """Wait for a result; whether there is one. Raises what stopped the run."""
        while not self._window.is_ready and self._failure is None and self._active:
            self._listener = asyncio.get_running_loop().create_future()
            await self._listener
        if self._failure is not None and not self._window.is_ready:
            raise self._failure
        return self._window.is_ready

    def _hire(self) -> None:
        self._active += 1
        self._workers.append(asyncio.create_task(self._serve()))

    async def _dismiss(self) -> None:
        for worker in self._workers:
            worker.cancel()
        if self._active:
            await asyncio.wait(self._workers)

    async def _serve(self) -> None:
        try:
            while (taken := await self._intake.take()) is not None:
                if len(self._workers) < self._most:
                    self._hire()
                index, row = taken
                self._window.done(index, await attempted(self._desk, self._work, index, row))
                if self._window.is_ready:
                    self._tell()
        except BaseException as error:  # of a task that is let go nobody asks for it
            self._failure = self._failure or error
        finally:
            self._active -= 1
            self._tell()

    def _tell(self) -> None:
        if self._listener is not None and not self._listener.done():
            self._listener.set_result(None)
