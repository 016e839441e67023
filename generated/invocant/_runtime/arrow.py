# Copied from codegen/runtime/; do not edit.
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


class Arrays(Protocol):
    """The class ``pyarrow.Array``."""

    def from_buffers(self, type: object, length: int, buffers: Sequence[object]) -> Column:
        """Values that lie in memory: buffers of which are null, and of what they are."""
        ...


class ListArrays(Protocol):
    """The class ``pyarrow.ListArray``."""

    def from_arrays(self, offsets: Column, values: Column, *, mask: Column) -> Column:
        """Lists, by where each begins and ends among the values; true in the mask is null."""
        ...


class StructArrays(Protocol):
    """The class ``pyarrow.StructArray``."""

    def from_arrays(self, arrays: Sequence[Column], names: Sequence[str]) -> Column:
        """Structs, by the values of each of their fields."""
        ...


class Arrow(Protocol):
    """The module ``pyarrow``."""

    @property
    def Array(self) -> Arrays:
        """Arrays of any type."""
        ...

    @property
    def ListArray(self) -> ListArrays:
        """Arrays of lists."""
        ...

    @property
    def StructArray(self) -> StructArrays:
        """Arrays of structs."""
        ...

    def array(self, values: Sequence[object], type: object) -> Column:
        """Values of one type."""
        ...

    def py_buffer(self, data: bytes) -> object:
        """Memory of Python's, which is not copied."""
        ...

    def string(self) -> object:
        """The type of texts."""
        ...

    def bool_(self) -> object:
        """The type of true and false."""
        ...

    def int32(self) -> object:
        """The type of integers of 32 bits."""
        ...

    def float32(self) -> object:
        """The type of floating-point numbers of 32 bits."""
        ...

    def float64(self) -> object:
        """The type of floating-point numbers of 64 bits."""
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
