"""Types that are no classes, such as unions and lists, in places where a class can be given."""

from typing import Generic, TypeVar, final

__all__ = ["Typed"]

T_co = TypeVar("T_co", covariant=True)


@final
class Typed(Generic[T_co]):
    """``Typed[list[int]]`` is a class for type checkers where ``list[int]`` is none."""
