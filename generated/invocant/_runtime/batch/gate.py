# Copied from codegen/runtime/; do not edit.
"""Lets requests pass one by one, as many as the server bears."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from ..errors import InvocantError
from .limits import Limits

__all__ = ["Gate"]


class Gate:
    """One limit for all that passes, in one event loop at a time.

    Who enters has to leave by one of `answered`, `refused` and `left`.
    """

    def __init__(
        self,
        limits: Limits,
        *,
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
        random: Callable[[], float],
    ) -> None:
        self._limits: Limits = limits
        self._clock: Callable[[], float] = clock
        self._sleep: Callable[[float], Awaitable[None]] = sleep
        self._random: Callable[[], float] = random
        self._in_flight: int = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._called: int = 0
        self._kept: bool = False

    @property
    def concurrency(self) -> int:
        """How many requests may be in flight at the moment."""
        return int(self._limits.allowed)

    async def enter(self, *, again: bool) -> float:
        """The time at which a request may be sent; those that are sent again come first."""
        while not self._is_open:
            try:
                await (self._turn(first=again) if self._kept or not self._pause else self._keep())
            except BaseException:
                self._call()  # somebody else, in the place of a task that goes away
                raise
            again = True
        self._in_flight += 1
        sent = self._clock()
        self._limits = self._limits.on_sent(sent)
        self._call()
        return sent

    def answered(self, sent: float) -> None:
        """A request that was sent at that time got an answer."""
        self._limits = self._limits.on_success(sent=sent)
        self.left()

    def refused(self, sent: float, error: InvocantError) -> None:
        """A request that was sent at that time was refused."""
        self._limits = self._limits.on_refused(
            sent=sent, now=self._clock(), retry_after=error.retry_after, random=self._random()
        )
        self.left()

    def left(self) -> None:
        """A request is over, which says nothing of the limit."""
        self._in_flight -= 1
        self._call()

    @property
    def _pause(self) -> float:
        return max(0.0, self._limits.not_before - self._clock())

    @property
    def _is_open(self) -> bool:
        return self._limits.free(self._in_flight + self._called) and not self._pause

    async def _keep(self) -> None:
        """Sleep through a pause, for all that wait."""
        self._kept = True
        try:
            await self._sleep(self._pause)
        finally:
            self._kept = False

    async def _turn(self, *, first: bool) -> None:
        turn = asyncio.get_running_loop().create_future()
        (self._waiting.appendleft if first else self._waiting.append)(turn)
        try:
            await turn
        finally:
            if turn.done() and not turn.cancelled():
                self._called -= 1
            elif turn in self._waiting:
                self._waiting.remove(turn)

    def _call(self) -> None:
        """Call those that may enter; in a pause one that keeps it, where nobody does."""
        while self._waiting and (self._is_open or self._is_unkept):
            turn = self._waiting.popleft()
            if not turn.cancelled():
                self._called += 1
                turn.set_result(None)

    @property
    def _is_unkept(self) -> bool:
        return not self._kept and not self._called and bool(self._pause)
