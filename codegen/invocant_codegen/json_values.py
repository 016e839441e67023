"""JSON values as types, and the few narrowings that reading a specification needs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

JsonValue: TypeAlias = (
    "Mapping[str, JsonValue] | Sequence[JsonValue] | str | int | float | bool | None"
)
JsonObject: TypeAlias = Mapping[str, JsonValue]


def as_object(value: JsonValue) -> JsonObject:
    """Return the value if it is an object, else an empty object."""
    return value if isinstance(value, Mapping) else {}


def as_list(value: JsonValue) -> Sequence[JsonValue]:
    """Return the value if it is an array, else an empty array."""
    return value if isinstance(value, list) else []


def as_text(value: JsonValue) -> str:
    """Return the value if it is a string, else an empty string."""
    return value if isinstance(value, str) else ""


def child(pointer: str, key: str | int) -> str:
    """Append one step to a JSON pointer (RFC 6901)."""
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"


def lookup(value: JsonValue, pointer: str) -> JsonValue:
    """Return what a JSON pointer names.

    Raises LookupError when nothing is there.
    """
    for step in pointer.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        if isinstance(value, list) and key.isdecimal():
            value = as_list(value)[int(key)]
        else:
            value = as_object(value)[key]
    return value


def walk(value: JsonValue, pointer: str = "") -> Iterator[tuple[str, JsonObject]]:
    """Yield every object inside a value with its pointer, outermost first, in document order."""
    if isinstance(value, Mapping):
        yield pointer, value
        for key, item in value.items():
            yield from walk(item, child(pointer, key))
    elif isinstance(value, list):
        for index, item in enumerate(as_list(value)):
            yield from walk(item, child(pointer, index))
