"""JSON values as types, and the narrowings that reading them needs."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, TypeAlias, TypeGuard

import pydantic
import pydantic_core

JsonValue: TypeAlias = (
    Mapping[str, "JsonValue"] | Sequence["JsonValue"] | str | int | float | bool | None
)
JsonObject: TypeAlias = Mapping[str, JsonValue]

# The concrete types first, None before: asking an abstract one costs a hundred times as much.
_OBJECTS: Final = (dict, Mapping)
_LISTS: Final = (list, tuple, Sequence)

_WRITER: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_SORTING_WRITER: Final = json.JSONEncoder(allow_nan=False, sort_keys=True)

_CHECKED: Final[pydantic.TypeAdapter[pydantic.JsonValue]] = pydantic.TypeAdapter(pydantic.JsonValue)


def checked(value: object) -> JsonValue:
    """Return a value that consists of JSON values. Raises ValueError for any other one."""
    return _CHECKED.validate_python(value)


def body_object(body: object) -> JsonObject:
    """Return a request's body if it is a JSON object, else an empty object."""
    return body if is_object(body) else {}


def is_object(body: object) -> TypeGuard[JsonObject]:
    """Whether a request's body is a JSON object."""
    return isinstance(body, dict)


def as_object(value: JsonValue) -> JsonObject:
    """Return the value if it is an object, else an empty object."""
    return value if value is not None and isinstance(value, _OBJECTS) else {}


def as_list(value: JsonValue) -> Sequence[JsonValue]:
    """Return the value if it is an array, else an empty array."""
    if value is None or isinstance(value, str):
        return ()
    return value if isinstance(value, _LISTS) else ()


def as_text(value: JsonValue) -> str:
    """Return the value if it is a string, else an empty string."""
    return value if isinstance(value, str) else ""


def as_integer(value: JsonValue) -> int | None:
    """Return the value if it is an integer, else None; a boolean is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def texts_within(value: JsonValue, *, without: Collection[str] = ()) -> Iterator[str]:
    """Yield every text within a value but those of members with certain names."""
    if isinstance(value, str):
        yield value
    members = (each for name, each in as_object(value).items() if name not in without)
    for child in [*members, *as_list(value)]:
        yield from texts_within(child, without=without)


def dump(value: JsonValue) -> str:
    """Write compact JSON, with letters beyond ASCII as they are.

    Raises ValueError for NaN and the infinities, which JSON does not have.
    """
    return _WRITER.encode(value)


def dump_bytes(value: JsonValue) -> bytes:
    """Write compact JSON in UTF-8, for the wire; several times as fast as `dump`.

    The value has no NaN and no infinity. Raises ValueError for half a surrogate pair.
    """
    return pydantic_core.to_json(value)


def canonical(value: JsonValue) -> str:
    """Write JSON that is the same for equal values, in whatever order their members are."""
    return _SORTING_WRITER.encode(value)
