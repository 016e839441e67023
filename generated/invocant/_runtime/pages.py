# Copied from codegen/runtime/; do not edit.
"""What a list operation returns."""

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from .models import Model

__all__ = ["AsyncPager", "Page"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The entries of one list answer: iterable, with a length and indexable through ``items``.

    ``answer`` is the whole answer, for members of it other than the entries.
    """

    items: Sequence[T]
    answer: Model | None = None

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


class AsyncPager(Generic[T]):
    """A list that is still to be asked for: ``await`` gives its page, ``async for`` its entries.

    Each of them sends a request; nothing is sent before.
    """

    def __init__(self, fetch: Callable[[], Awaitable[Page[T]]]) -> None:
        self._fetch: Callable[[], Awaitable[Page[T]]] = fetch

    def __await__(self) -> Generator[object, object, Page[T]]:
        return self._fetch().__await__()

    async def __aiter__(self) -> AsyncIterator[T]:
        for item in await self._fetch():
            yield item
