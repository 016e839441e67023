"""Leaving an argument out, as opposed to sending JSON ``null``."""

from typing import Final, final

__all__ = ["OMIT", "Omit"]


@final
class Omit:
    """The type of :data:`OMIT`, for annotations such as ``temperature: float | None | Omit``."""

    __slots__: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "OMIT"

    def __bool__(self) -> bool:
        return False

    def __reduce__(self) -> str:
        return "OMIT"


OMIT: Final = Omit()
"""The default of every optional argument: the field is not sent. ``None`` is sent as ``null``."""
