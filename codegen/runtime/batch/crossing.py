"""Rows on their way into an event loop, and results on their way out of it."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterable, Iterator
from contextlib import aclosing
from queue import SimpleQueue
from typing import Final, Generic, TypeAlias, TypeVar

from .asynchronous import AsyncBatch, HasOptions
from .results import Done
from .session import Session

__all__ = ["crossed"]

C = TypeVar("C", bound=HasOptions)
R = TypeVar("R")
T = TypeVar("T")


class Inlet(Generic[R]):
    """Rows that one thread puts in and one task of a loop takes out."""

    def __init__(self, session: Session) -> None:
        self._session: Session = session
        self._rows: deque[R] = deque()
        self._ended: bool = False
        self._listener: asyncio.Future[None] | None = None

    def put(self, row: R) -> None:
        """Add a row."""
        self._rows.append(row)
        self._tell()

    def end(self) -> None:
        """There are no more rows."""
        self._ended = True
        self._tell()

    def __aiter__(self) -> AsyncIterator[R]:
        return self

    async def __anext__(self) -> R:
        while not self._rows:
            if self._ended and not self._rows:
                raise StopAsyncIteration
            self._listener = asyncio.get_running_loop().create_future()
            if not self._rows and not self._ended:  # what came before is not told
                await self._listener
            self._listener = None
        return self._rows.popleft()

    def _tell(self) -> None:
        if self._listener is not None:
            self._session.call_soon(self._wake)

    def _wake(self) -> None:
        if self._listener is not None and not self._listener.done():
            self._listener.set_result(None)


class Ended:
    """Stands after the last result; ``error``: what stopped the run."""

    def __init__(self, error: BaseException | None) -> None:
        self.error: Final[BaseException | None] = error


Outlet: TypeAlias = SimpleQueue[Done[R, T] | Ended]


def crossed(
    batch: AsyncBatch[C],
    session: Session,
    rows: Iterable[R],
    work: Callable[[C, R], Awaitable[T]],
    *,
    ordered: bool,
) -> Generator[Done[R, T], None, None]:
    """What a run in the loop of a session gives, with rows that are taken in this thread."""
    inlet, outlet = Inlet[R](session), Outlet[R, T]()

    async def pump() -> None:
        try:
            async with aclosing(batch.run(inlet, work, ordered=ordered)) as results:
                async for done in results:
                    outlet.put(done)
        except (KeyboardInterrupt, SystemExit) as error:  # would end the loop
            outlet.put(Ended(error))

    cancel = session.start(pump(), lambda error: outlet.put(Ended(error)))
    ended = False
    try:
        for arrived in _arriving(rows, inlet, outlet, batch.window):
            if isinstance(arrived, Ended):
                ended = True
                if arrived.error is not None:
                    raise arrived.error
                return
            yield arrived
    finally:
        if not ended and not session.is_foreign:
            cancel()
            while not session.is_here and not isinstance(outlet.get(), Ended):
                pass


def _arriving(
    rows: Iterable[R], inlet: Inlet[R], outlet: Outlet[R, T], window: int
) -> Iterator[Done[R, T] | Ended]:
    """What comes out, while rows go in; no more of them than the window allows."""
    source: Iterator[R] | None = iter(rows)
    on_the_way = 0
    while True:
        if outlet.empty() and source is not None and on_the_way < window:
            try:
                inlet.put(next(source))
            except StopIteration:
                source = None
                inlet.end()
            else:
                on_the_way += 1
        else:
            yield outlet.get()
            on_the_way -= 1
