"""The results of the rows that DuckDB hands over together, on their way into a column.

Each result is made small as soon as it comes: as Python has them, the vectors of 2,048 rows take
many times the memory of their numbers.
"""

import struct
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, Protocol, cast

from ..ai_query.queries import ERROR_FIELD, RESULT_FIELD
from ..ai_query.values import to_json
from ..arrow import Arrow, Column
from ..json_data import is_text, member

__all__ = ["DOUBLE", "FLOAT", "Results", "Texts", "Vectors", "VectorsOrErrors"]

FLOAT: Final = "f"
DOUBLE: Final = "d"
"""Kinds of numbers, as `struct` calls them."""


class Results(Protocol):
    """The results of some rows."""

    def put(self, place: int, result: object) -> None:
        """Set the result of a row."""
        ...

    def column(self) -> Column:
        """All of them."""
        ...


class Texts:
    """Results as JSON."""

    def __init__(self, arrow: Arrow, length: int) -> None:
        self._arrow: Arrow = arrow
        self._texts: list[str | None] = [None] * length

    def put(self, place: int, result: object) -> None:
        """Set the result of a row."""
        self._texts[place] = to_json(result)

    def column(self) -> Column:
        """All of them."""
        return self._arrow.array(self._texts, self._arrow.string())


class Vectors:
    """Results that are lists of numbers, none of which is null. ``number``: FLOAT or DOUBLE."""

    def __init__(self, arrow: Arrow, length: int, number: str) -> None:
        self._arrow: Arrow = arrow
        self._number: str = number
        self._vectors: list[bytes | None] = [None] * length

    def put(self, place: int, result: object) -> None:
        """Set the result of a row."""
        numbers = cast("Sequence[float]", result)
        self._vectors[place] = struct.pack(f"{len(numbers)}{self._number}", *numbers)

    def column(self) -> Column:
        """All of them; null where none was set."""
        arrow, size = self._arrow, struct.calcsize(self._number)
        ends = accumulate((len(vector or b"") // size for vector in self._vectors), initial=0)
        offsets = [*ends]
        data = arrow.py_buffer(b"".join(vector or b"" for vector in self._vectors))
        kind = arrow.float32() if self._number == FLOAT else arrow.float64()
        return arrow.ListArray.from_arrays(
            arrow.array(offsets, arrow.int32()),
            arrow.Array.from_buffers(kind, offsets[-1], [None, data]),
            mask=arrow.array([vector is None for vector in self._vectors], arrow.bool_()),
        )


class VectorsOrErrors:
    """Results that are structs of a list, as in `Vectors`, and an error; one of both is null."""

    def __init__(self, arrow: Arrow, length: int, number: str) -> None:
        self._arrow: Arrow = arrow
        self._vectors: Vectors = Vectors(arrow, length, number)
        self._errors: list[str | None] = [None] * length

    def put(self, place: int, result: object) -> None:
        """Set the result of a row."""
        error = member(result, ERROR_FIELD)
        if is_text(error):
            self._errors[place] = error
        else:
            self._vectors.put(place, member(result, RESULT_FIELD))

    def column(self) -> Column:
        """All of them."""
        errors = self._arrow.array(self._errors, self._arrow.string())
        fields = [self._vectors.column(), errors]
        return self._arrow.StructArray.from_arrays(fields, [RESULT_FIELD, ERROR_FIELD])
