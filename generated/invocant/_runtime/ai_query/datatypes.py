# Copied from codegen/runtime/; do not edit.
"""Types of SQL values, as far as answers of models have them."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

__all__ = [
    "ArrayType",
    "AtomicType",
    "DataType",
    "DecimalType",
    "Field",
    "MapType",
    "StructType",
    "holds_decimal",
]


class AtomicType(Enum):
    """Types without parameters; the value is the name that is written."""

    STRING = "STRING"
    BOOLEAN = "BOOLEAN"
    TINYINT = "TINYINT"
    SMALLINT = "SMALLINT"
    INT = "INT"
    BIGINT = "BIGINT"
    FLOAT = "FLOAT"
    DOUBLE = "DOUBLE"
    DATE = "DATE"
    TIMESTAMP = "TIMESTAMP"


@dataclass(frozen=True, kw_only=True, slots=True)
class DecimalType:
    """Numbers of ``precision`` digits, 1 to 38, of which ``scale`` stand behind the point."""

    precision: int = 10
    scale: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class ArrayType:
    """Lists of any length."""

    element: "DataType"


@dataclass(frozen=True, kw_only=True, slots=True)
class MapType:
    """Values by key; keys are strings, as those of JSON objects are."""

    value: "DataType"


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """A member of a struct. ``nullable`` is False for those written NOT NULL."""

    name: str
    type: "DataType"
    nullable: bool = True
    comment: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StructType:
    """Values by name, in this order."""

    fields: tuple[Field, ...]


DataType: TypeAlias = AtomicType | DecimalType | ArrayType | MapType | StructType


def holds_decimal(kind: DataType) -> bool:
    """Whether values of a type hold decimals, which binary floating point does not keep."""
    match kind:
        case DecimalType():
            return True
        case ArrayType(element=element):
            return holds_decimal(element)
        case MapType(value=value):
            return holds_decimal(value)
        case StructType(fields=fields):
            return any(holds_decimal(field.type) for field in fields)
        case AtomicType():
            return False
