"""JSON values as types, and the narrowings that reading them needs."""

import json
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias, TypeGuard

import pydantic

JsonValue: TypeAlias = (
    Mapping[str, "JsonValue"] | Sequence["JsonValue"] | str | int | float | bool | None
)
JsonObject: TypeAlias = Mapping[str, JsonValue]

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
    return value if isinstance(value, Mapping) else {}


def as_list(value: JsonValue) -> Sequence[JsonValue]:
    """Return the value if it is an array, else an empty array."""
    return value if isinstance(value, Sequence) and not isinstance(value, str) else ()


def as_text(value: JsonValue) -> str:
    """Return the value if it is a string, else an empty string."""
    return value if isinstance(value, str) else ""


def as_integer(value: JsonValue) -> int | None:
    """Return the value if it is an integer, else None; a boolean is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def dump(value: JsonValue) -> str:
    """Write compact JSON, with letters beyond ASCII as they are.

    Raises ValueError for NaN and the infinities, which JSON does not have.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def canonical(value: JsonValue) -> str:
    """Write JSON that is the same for equal values, in whatever order their members are."""
    return json.dumps(value, allow_nan=False, sort_keys=True)
