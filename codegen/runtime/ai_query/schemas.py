"""SQL types as JSON Schemas, which models are told, and JSON Schemas as SQL types.

No schema tells the width of a number, and models take no ``format`` but a few, so of a type only
this comes back: integers as BIGINT, other numbers as DOUBLE. What SQL has no type for, such as a
union, is a STRING, whose values are the JSON text.
"""

from collections.abc import Mapping
from typing import Final

from ..json_data import is_array, is_object, is_text
from .datatypes import ArrayType, AtomicType, DataType, DecimalType, Field, MapType, StructType

__all__ = ["json_schema", "sql_type"]

_SCHEMAS: Final[Mapping[AtomicType, Mapping[str, object]]] = {
    AtomicType.STRING: {"type": "string"},
    AtomicType.BOOLEAN: {"type": "boolean"},
    AtomicType.TINYINT: {"type": "integer"},
    AtomicType.SMALLINT: {"type": "integer"},
    AtomicType.INT: {"type": "integer"},
    AtomicType.BIGINT: {"type": "integer"},
    AtomicType.FLOAT: {"type": "number"},
    AtomicType.DOUBLE: {"type": "number"},
    AtomicType.DATE: {"type": "string", "format": "date"},
    AtomicType.TIMESTAMP: {"type": "string", "format": "date-time"},
}
_ATOMIC: Final[Mapping[object, AtomicType]] = {
    "boolean": AtomicType.BOOLEAN,
    "integer": AtomicType.BIGINT,
    "number": AtomicType.DOUBLE,
}
_FORMATS: Final[Mapping[object, AtomicType]] = {
    "date": AtomicType.DATE,
    "date-time": AtomicType.TIMESTAMP,
}


def json_schema(kind: DataType) -> dict[str, object]:
    """The schema of a type's values: structs have all their members, and no others."""
    match kind:
        case AtomicType():
            return {**_SCHEMAS[kind]}
        case DecimalType():
            return {"type": "number"}
        case ArrayType(element=element):
            return {"type": "array", "items": json_schema(element)}
        case MapType(value=value):
            return {"type": "object", "additionalProperties": json_schema(value)}
        case StructType(fields=fields):
            return _closed({field.name: _described(field) for field in fields})


def sql_type(schema: object) -> DataType:
    """The type of what a schema describes. Members that need not be there are nullable."""
    if not is_object(schema):
        return AtomicType.STRING
    name = _only(schema.get("type"))
    if name == "array" and is_object(schema.get("items")):
        return ArrayType(element=sql_type(schema["items"]))
    if name == "object":
        return _object_type(schema)
    if name == "string":
        return _FORMATS.get(schema.get("format"), AtomicType.STRING)
    return _ATOMIC.get(name, AtomicType.STRING)


def _closed(members: Mapping[str, object]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": {**members},
        "required": [*members],
        "additionalProperties": False,
    }


def _described(field: Field) -> dict[str, object]:
    said = {} if field.comment is None else {"description": field.comment}
    return {**json_schema(field.type), **said}


def _object_type(schema: Mapping[str, object]) -> DataType:
    members, others = schema.get("properties"), schema.get("additionalProperties")
    if is_object(members) and members:
        return StructType(fields=tuple(_field(*each) for each in members.items()))
    if is_object(others) and others:
        return MapType(value=sql_type(others))
    return AtomicType.STRING


def _field(name: str, schema: object) -> Field:
    told = schema.get("description") if is_object(schema) else None
    return Field(name=name, type=sql_type(schema), comment=told if is_text(told) else None)


def _only(name: object) -> object:
    """The one type of a schema that may also be null; None where there are several."""
    if not is_array(name):
        return name if is_text(name) else None
    others = [each for each in name if each != "null"]
    return others[0] if len(others) == 1 else None
