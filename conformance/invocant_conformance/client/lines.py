"""JSON objects, one a line, in UTF-8: how an adapter and its runner speak; pure."""

import json

from ..json_values import JsonObject, JsonValue, is_object

__all__ = ["read", "write"]


def write(value: JsonValue) -> bytes:
    """A value as a line of ASCII, which holds whatever a JSON text can say."""
    return json.dumps(value, separators=(",", ":")).encode() + b"\n"


def read(line: bytes) -> JsonObject:
    """The object that a line holds. Raises ValueError for anything else."""
    try:
        value: JsonValue = json.loads(line.decode("utf-8"))
    except RecursionError:
        raise ValueError("nested too deep") from None
    if not is_object(value):
        raise ValueError("is no object")
    return value
