"""Where a store keeps what it remembers, as the store sees it."""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

T = TypeVar("T")


class Rows(Protocol[T]):
    """Values by key that outlive the process, or do not."""

    def load(self) -> Iterable[tuple[str, T]]:
        """Return what is kept, in the order in which the keys came."""
        ...

    def keep(self, changes: Mapping[str, T | None]) -> None:
        """Keep values, and forget those of keys with None, all or none of them.

        Returns once that is final. Raises Refused where it cannot be done.
        """
        ...

    def clear(self) -> None:
        """Forget all values. Raises Refused where that cannot be done."""
        ...


class Unkept(Rows[T]):
    """Keeps nothing: for a server whose state ends with the process."""

    def load(self) -> Iterable[tuple[str, T]]:
        """Return nothing."""
        return ()

    def keep(self, changes: Mapping[str, T | None]) -> None:
        """Do nothing."""

    def clear(self) -> None:
        """Do nothing."""
