"""SQL types as those of Arrow, as Spark takes them."""

from collections.abc import Mapping, Sequence
from typing import Final

from ..ai_query.datatypes import (
    ArrayType,
    AtomicType,
    DataType,
    DecimalType,
    MapType,
    StructType,
)
from ..arrow import Arrow, Column
from ..json_data import is_array, is_object

__all__ = ["column"]

_MAKERS: Final[Mapping[AtomicType, str]] = {
    AtomicType.STRING: "string",
    AtomicType.BOOLEAN: "bool_",
    AtomicType.TINYINT: "int8",
    AtomicType.SMALLINT: "int16",
    AtomicType.INT: "int32",
    AtomicType.BIGINT: "int64",
    AtomicType.FLOAT: "float32",
    AtomicType.DOUBLE: "float64",
    AtomicType.DATE: "date32",
}


def column(arrow: Arrow, kind: DataType, values: Sequence[object]) -> Column:
    """Values of a type as Arrow data; times without a zone are those of UTC."""
    return arrow.array([_stored(kind, value) for value in values], _type(arrow, kind))


def _type(arrow: Arrow, kind: DataType) -> object:
    match kind:
        case AtomicType.TIMESTAMP:
            return arrow.timestamp("us", "UTC")
        case AtomicType():
            make = getattr(arrow, _MAKERS[kind])
            return make()
        case DecimalType(precision=precision, scale=scale):
            return arrow.decimal128(precision, scale)
        case ArrayType(element=element):
            return arrow.list_(_type(arrow, element))
        case MapType(value=value):
            return arrow.map_(arrow.string(), _type(arrow, value))
        case StructType(fields=fields):
            return arrow.struct([(field.name, _type(arrow, field.type)) for field in fields])


def _stored(kind: DataType, value: object) -> object:
    """A value as Arrow reads it: maps as pairs."""
    match kind:
        case MapType(value=inner) if is_object(value):
            return [(name, _stored(inner, each)) for name, each in value.items()]
        case ArrayType(element=element) if is_array(value) and not isinstance(element, AtomicType):
            return [_stored(element, each) for each in value]
        case StructType(fields=fields) if is_object(value):
            return {field.name: _stored(field.type, value[field.name]) for field in fields}
        case _:
            return value
