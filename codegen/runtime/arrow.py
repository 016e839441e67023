"""As much of pyarrow as is used here, with the types that it does not state itself."""

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from .errors import ConfigurationError

__all__ = ["Arrow", "Column", "arrow"]


class Column(Protocol):
    """An array, or several of them in a row."""

    def to_pylist(self) -> list[object]:
        """The values as Python has them; ``None`` for null."""
        ...


class Arrow(Protocol):
    """The module ``pyarrow``."""

    def array(self, values: Sequence[object], type: object) -> Column:
        """Values of one type."""
        ...

    def string(self) -> object:
        """The type of texts."""
        ...

    def timestamp(self, unit: str, tz: str) -> object:
        """The type of moments."""
        ...

    def decimal128(self, precision: int, scale: int) -> object:
        """The type of decimal numbers."""
        ...

    def list_(self, element: object) -> object:
        """The type of lists."""
        ...

    def map_(self, key: object, value: object) -> object:
        """The type of values by key."""
        ...

    def struct(self, fields: Sequence[tuple[str, object]]) -> object:
        """The type of values by name."""
        ...


def arrow(extra: str) -> Arrow:
    """The module. Raises ConfigurationError that names the extra which brings it."""
    try:
        return cast("Arrow", import_module("pyarrow"))
    except ImportError:
        raise ConfigurationError(f"pyarrow is missing: install invocant[{extra}]") from None
