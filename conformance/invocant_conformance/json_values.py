"""The few narrowings that reading JSON needs."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias, TypeGuard

from pydantic import JsonValue

JsonObject: TypeAlias = Mapping[str, JsonValue]


def body_object(body: object) -> JsonObject:
    """Return a request's body if it is a JSON object, else an empty object."""
    return body if is_object(body) else {}


def is_object(body: object) -> TypeGuard[JsonObject]:
    """Whether a request's body is a JSON object."""
    return isinstance(body, dict)


def as_object(value: JsonValue) -> JsonObject:
    """Return the value if it is an object, else an empty object."""
    return value if isinstance(value, dict) else {}


def as_list(value: JsonValue) -> Sequence[JsonValue]:
    """Return the value if it is an array, else an empty array."""
    return value if isinstance(value, list) else []


def as_text(value: JsonValue) -> str:
    """Return the value if it is a string, else an empty string."""
    return value if isinstance(value, str) else ""


def lookup(document: JsonObject, pointer: str) -> JsonValue:
    """Return what a JSON pointer (RFC 6901) names, None where nothing is there."""
    value: JsonValue = dict(document)
    for step in pointer.lstrip("#").split("/")[1:]:
        value = as_object(value).get(step.replace("~1", "/").replace("~0", "~"))
    return value
