"""Rows that were taken and not given back yet: how many there may be, and in which order."""

from collections import deque
from typing import Generic, TypeVar

__all__ = ["Window"]

D = TypeVar("D")


class Window(Generic[D]):
    """Holds what is done until its turn has come.

    ``size``: rows that may be taken and not given back. ``ordered``: whether they are given back
    in the order in which they were taken, or as they are done.
    """

    def __init__(self, size: int, *, ordered: bool) -> None:
        self._size: int = size
        self._ordered: bool = ordered
        self._taken: int = 0
        self._given: int = 0
        self._early: dict[int, D] = {}
        self._ready: deque[D] = deque()
        self._due: int = 0

    @property
    def has_room(self) -> bool:
        """Whether another row may be taken."""
        return self._taken - self._given < self._size

    @property
    def is_ready(self) -> bool:
        """Whether there is something to give back."""
        return bool(self._ready)

    def take(self) -> int:
        """The index of the next row, counted from 0."""
        self._taken += 1
        return self._taken - 1

    def done(self, index: int, result: D) -> None:
        """Note what became of a row that was taken; once for each."""
        if not self._ordered:
            self._ready.append(result)
            return
        self._early[index] = result
        while self._due in self._early:
            self._ready.append(self._early.pop(self._due))
            self._due += 1

    def give(self) -> D:
        """The next result. Raises IndexError where none is ready."""
        result = self._ready.popleft()
        self._given += 1
        return result
