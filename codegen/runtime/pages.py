"""What a list operation returns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from .models import Model

__all__ = ["Page"]

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
