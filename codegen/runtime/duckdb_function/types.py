"""SQL types as DuckDB writes them."""

from collections.abc import Mapping
from typing import Final

from ..ai_query.datatypes import (
    ArrayType,
    AtomicType,
    DataType,
    DecimalType,
    MapType,
    StructType,
)

__all__ = ["duckdb_type", "structure_of"]

_NAMES: Final[Mapping[AtomicType, str]] = {
    AtomicType.STRING: "VARCHAR",
    AtomicType.BOOLEAN: "BOOLEAN",
    AtomicType.TINYINT: "TINYINT",
    AtomicType.SMALLINT: "SMALLINT",
    AtomicType.INT: "INTEGER",
    AtomicType.BIGINT: "BIGINT",
    AtomicType.FLOAT: "FLOAT",
    AtomicType.DOUBLE: "DOUBLE",
    AtomicType.DATE: "DATE",
    AtomicType.TIMESTAMP: "TIMESTAMP WITH TIME ZONE",
}


def structure_of(kind: DataType) -> object:
    """A type as ``from_json`` takes it: arrays and structs by what they hold, others by name.

    Of these it knows the values as it reads them; what it is told by name it makes of texts, which
    takes many times as long for vectors. Raises ValueError for a STRUCT without fields, which
    DuckDB lacks.
    """
    match kind:
        case ArrayType(element=element):
            return [structure_of(element)]
        case StructType(fields=fields) if fields:
            return {field.name: structure_of(field.type) for field in fields}
        case _:
            return duckdb_type(kind)


def duckdb_type(kind: DataType) -> str:
    """The name of a type. Raises ValueError for a STRUCT without fields, which DuckDB lacks."""
    match kind:
        case AtomicType():
            return _NAMES[kind]
        case DecimalType(precision=precision, scale=scale):
            return f"DECIMAL({precision},{scale})"
        case ArrayType(element=element):
            return f"{duckdb_type(element)}[]"
        case MapType(value=value):
            return f"MAP(VARCHAR, {duckdb_type(value)})"
        case StructType(fields=()):
            raise ValueError("a STRUCT of DuckDB has fields")
        case StructType(fields=fields):
            named = (f"{_quoted(field.name)} {duckdb_type(field.type)}" for field in fields)
            return f"STRUCT({', '.join(named)})"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
