"""How values become JSON documents, and values again."""

from typing import TypeVar

from pydantic import JsonValue, TypeAdapter

T = TypeVar("T")


def codec(kind: type[T]) -> TypeAdapter[T]:
    """Return what writes and reads values of a dataclass, its members and theirs.

    Fields that hold JSON may be typed by the recursive alias of `json_values`.
    """
    made = TypeAdapter(kind)
    # The alias names itself, which Pydantic cannot look up; what it calls so is the same.
    made.rebuild(_types_namespace={"JsonValue": JsonValue})
    return made
