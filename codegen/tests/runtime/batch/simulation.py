"""A clock that jumps to whatever is due next, and a client that does nothing."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Self, TypeVar, Unpack

from runtime.batch.asynchronous import AsyncBatch
from runtime.errors import APIConnectionError, InvocantError, status_class
from runtime.options import RequestOptions

__all__ = ["NoClient", "broken", "refusal", "simulated", "timed"]

T = TypeVar("T")


class JumpingSelector(selectors.DefaultSelector):
    """Waits for nothing; `now` is the time that would have passed."""

    now: float = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """What is ready at once."""
        ready = super().select(0)
        if not ready:
            assert timeout is not None, "nobody can go on"
            self.now += timeout
        return ready


class JumpingLoop(asyncio.SelectorEventLoop):
    """An event loop whose time is that of its selector."""

    def __init__(self) -> None:
        self._jumping: JumpingSelector = JumpingSelector()
        super().__init__(self._jumping)

    def time(self) -> float:
        """Seconds since the loop was made."""
        return self._jumping.now


class NoClient:
    """Knows how many tasks there are of it, and what it was told."""

    def __init__(self) -> None:
        self.options: RequestOptions = {}
        self.closed: int = 0

    def with_options(self, **options: Unpack[RequestOptions]) -> Self:
        """The client itself."""
        self.options = options
        return self

    def asynchronous(self) -> Self:
        """The client itself."""
        return self

    async def close(self) -> None:
        """Count."""
        self.closed += 1


def simulated(coroutine: Coroutine[object, object, T]) -> T:
    """What it returns, without waiting. Fails where a task is left behind."""

    async def checked() -> T:
        result = await coroutine
        await asyncio.sleep(0)
        left = asyncio.all_tasks() - {asyncio.current_task()}
        assert not left, left
        return result

    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        return runner.run(checked())


def timed(
    *,
    concurrency: int = 8,
    attempts: int = 6,
    rate: float | None = None,
    window: int | None = None,
) -> AsyncBatch[NoClient]:
    """A batch whose clock is that of the running loop."""
    return AsyncBatch(
        NoClient(),
        concurrency=concurrency,
        attempts=attempts,
        rate=rate,
        window=window,
        clock=asyncio.get_running_loop().time,
        sleep=asyncio.sleep,
        random=lambda: 0.0,
    )


def refusal(retry_after: float | None = None, *, status: int = 429) -> InvocantError:
    """What a server says that bears no more."""
    return status_class(status)("no more", status=status, retry_after=retry_after)


def broken(*, sent: bool) -> APIConnectionError:
    """A connection that broke, or was not made."""
    error = APIConnectionError("broken")
    error.sent = sent
    return error
