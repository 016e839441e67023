"""Answers of models as values of SQL types.

Values are those of Python: str, bool, int, float, Decimal, date, datetime, list, dict, and None.
Numbers out of the range of their type, and what is none of the type, are faults: an `ai_query` does
not turn them into nulls as ``from_json`` would. Members of a struct that the type does not have are
left out, members that are missing are null.
"""

import json
import math
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import Final

import pydantic_core as core

from ..json_data import is_array, is_object, is_text
from .datatypes import (
    ArrayType,
    AtomicType,
    DataType,
    DecimalType,
    Field,
    MapType,
    StructType,
    holds_decimal,
)

__all__ = ["from_json", "from_text", "from_vector", "to_json"]

_BITS: Final = {
    AtomicType.TINYINT: 8,
    AtomicType.SMALLINT: 16,
    AtomicType.INT: 32,
    AtomicType.BIGINT: 64,
}
_FLOATS: Final = frozenset({AtomicType.FLOAT, AtomicType.DOUBLE})
_LARGEST_FLOAT: Final = 3.4028234663852886e38


def from_text(kind: DataType, text: str) -> object:
    """The value that a model wrote: text of a STRING, JSON of every other type.

    Raises ValueError for what is none of the type.
    """
    if kind is AtomicType.STRING:
        return text
    if kind in {AtomicType.DATE, AtomicType.TIMESTAMP} and not text.lstrip().startswith('"'):
        return from_json(kind, text.strip())
    return from_json(kind, _decoded(text, exact=holds_decimal(kind)))


def from_json(kind: DataType, value: object) -> object:
    """The value that JSON data is, null included. Raises ValueError for what is none of the type.

    A STRING of what is no string is its JSON text.
    """
    if value is None:
        return None
    match kind:
        case AtomicType():
            return _atomic(kind, value)
        case DecimalType():
            return _decimal(kind, value)
        case ArrayType(element=element):
            return _array(element, value)
        case MapType(value=inner):
            return {name: from_json(inner, each) for name, each in _items(value)}
        case StructType(fields=fields):
            return _struct(fields, dict(_items(value)))


def from_vector(kind: DataType, vector: list[float]) -> object:
    """As :func:`from_json`, without looking at each number where none need be changed."""
    match kind:
        case ArrayType(element=AtomicType.DOUBLE):
            return vector
        case ArrayType(element=AtomicType.FLOAT) if _fits(vector):
            return vector
        case _:
            return from_json(kind, vector)


def to_json(value: object) -> str:
    """A value as JSON text; decimals, dates and what JSON has no number for as text."""
    return core.to_json(value, inf_nan_mode="strings").decode()


def _atomic(kind: AtomicType, value: object) -> object:
    if kind is AtomicType.STRING:
        return value if is_text(value) else to_json(value)
    if kind is AtomicType.BOOLEAN and isinstance(value, bool):
        return value
    if kind in _BITS:
        return _integer(kind, value)
    if kind in _FLOATS:
        return _float(kind, value)
    if is_text(value) and kind is AtomicType.DATE:
        return _moment(kind, value, date.fromisoformat)
    if is_text(value) and kind is AtomicType.TIMESTAMP:
        return _moment(kind, value, datetime.fromisoformat)
    raise _fault(kind.value, value)


def _integer(kind: AtomicType, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise _fault(kind.value, value)
    limit = 1 << (_BITS[kind] - 1)
    if not -limit <= value < limit or value != int(value):
        raise _fault(kind.value, value)
    return int(value)


def _float(kind: AtomicType, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise _fault(kind.value, value)
    try:
        number = float(value)
    except OverflowError:
        raise _fault(kind.value, value) from None
    if kind is AtomicType.FLOAT and _LARGEST_FLOAT < abs(number) < float("inf"):
        raise _fault(kind.value, value)
    return number


def _decimal(kind: DecimalType, value: object) -> Decimal:
    name = f"DECIMAL({kind.precision},{kind.scale})"
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | str):
        raise _fault(name, value)
    context = Context(prec=kind.precision, rounding=ROUND_HALF_UP)
    try:
        exact = Decimal(repr(value) if isinstance(value, float) else value)
        rounded = exact.quantize(Decimal(1).scaleb(-kind.scale), context=context)
    except InvalidOperation:
        raise _fault(name, value) from None
    if not rounded.is_finite():
        raise _fault(name, value)
    return rounded


def _array(element: DataType, value: object) -> list[object]:
    if not is_array(value):
        raise _fault("ARRAY", value)
    return [from_json(element, each) for each in value]


def _struct(fields: tuple[Field, ...], found: Mapping[str, object]) -> dict[str, object]:
    struct = {field.name: from_json(field.type, found.get(field.name)) for field in fields}
    for field in fields:
        if not field.nullable and struct[field.name] is None:
            raise ValueError(f"{field.name} is null, and is NOT NULL")
    return struct


def _items(value: object) -> list[tuple[str, object]]:
    if not is_object(value):
        raise _fault("object", value)
    return [*value.items()]


def _moment(kind: AtomicType, text: str, read: Callable[[str], object]) -> object:
    try:
        return read(text)
    except ValueError:
        raise _fault(kind.value, text) from None


def _decoded(text: str, *, exact: bool) -> object:
    try:
        return json.loads(text, parse_float=Decimal if exact else None)
    except ValueError as fault:
        raise ValueError(f"it is no JSON: {fault}") from None


def _fault(name: str, value: object) -> ValueError:
    shown = value if isinstance(value, int | float | Decimal) else type(value).__name__
    return ValueError(f"{shown} is no {name}")


def _fits(vector: list[float]) -> bool:
    # The length of a vector is no less than any of its numbers, and quicker to have than these.
    return math.hypot(*vector) <= _LARGEST_FLOAT
