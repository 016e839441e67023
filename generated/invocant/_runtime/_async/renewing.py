# Copied from codegen/runtime/; do not edit.
"""One value for many callers, renewed by one of them."""

import copy
import threading
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from ..concurrency import AsyncLock
from ..errors import InvocantError
from ..leases import Lease, LeaseState, Need

__all__ = ["AsyncRenewing"]

T = TypeVar("T")


class AsyncRenewing(Generic[T]):
    """Holds a value that ``renew`` gets, and renews it as ``leases`` decides, which it is told.

    All callers that find no valid value wait for one renewal, and get its value or its error; a
    caller that is cancelled meanwhile leaves the renewal to the next. ``clock``: the seconds that
    the leases are in.
    """

    def __init__(
        self, renew: Callable[[Need], Awaitable[Lease[T]]], clock: Callable[[], float]
    ) -> None:
        self._renew: Callable[[Need], Awaitable[Lease[T]]] = renew
        self._clock: Callable[[], float] = clock
        self._state: LeaseState[T] = LeaseState()
        self._changing: threading.Lock = threading.Lock()
        self._lock: AsyncLock = AsyncLock()
        self._outcomes: int = 0
        self._outcome: Lease[T] | InvocantError | None = None

    async def get(self) -> T:
        """The value. Raises what ``renew`` raises, where there is no valid value without it."""
        state = self._state
        need = state.need(self._clock())
        if state.lease is None or need is Need.NOW:
            return await self._wait()
        return state.lease.value if need is Need.NOTHING else await self._early(state.lease.value)

    def reject(self, value: T) -> bool:
        """Tell that a server refused ``value``; whether :meth:`get` has another one to give."""
        with self._changing:
            self._state = self._state.rejected(value, self._clock())
            lease = self._state.lease
        return lease is None or lease.value != value

    async def _wait(self) -> T:
        seen = self._outcomes
        await self._lock.take()
        try:
            lease = self._state.lease
            if lease is not None and self._state.need(self._clock()) is not Need.NOW:
                return lease.value
            if self._outcome is None or self._outcomes == seen:
                return await self._renewed(Need.NOW)
            if isinstance(self._outcome, InvocantError):
                raise copy.copy(self._outcome)
            return self._outcome.value
        finally:
            self._lock.give()

    async def _early(self, value: T) -> T:
        if not self._lock.take_if_free():
            return value
        try:
            lease = self._state.lease
            if lease is not None and self._state.need(self._clock()) is Need.NOTHING:
                return lease.value
            return await self._renewed(Need.EARLY)
        except InvocantError:
            if self._state.need(self._clock()) is Need.NOW:
                raise
            return value
        finally:
            self._lock.give()

    async def _renewed(self, need: Need) -> T:
        try:
            lease = await self._renew(need)
        except InvocantError as error:
            with self._changing:
                self._state = self._state.failed(self._clock())
            self._settle(error)
            raise
        with self._changing:
            self._state = self._state.renewed(lease)
        self._settle(lease)
        return lease.value

    def _settle(self, outcome: Lease[T] | InvocantError) -> None:
        self._outcome = outcome
        self._outcomes += 1
