# Copied from codegen/runtime/; do not edit.
"""The body of a request: JSON data out of what the caller gave, checked against the schema."""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError, to_json

from .json_data import is_array, is_object, is_text
from .models import Model
from .omit import OMIT
from .operation import Operation
from .redact import secret_values
from .violations import Location, describe, refuse

__all__ = ["build_body", "encode"]


def build_body(
    operation: Operation,
    fields: Mapping[str, object] | None,
    extra: Mapping[str, object] | None,
) -> dict[str, object] | None:
    """The body as JSON data; ``None`` when there is none.

    Raises RequestError for what is no JSON, and for what breaks the schema in ``fields``;
    ``extra`` is taken as it is.
    """
    if fields is None and extra is None:
        return None
    try:
        body = _object(fields or {}, ())
        if operation.body is not None:
            _validate(operation.body(), body, operation.secrets)
        return body | _object(extra or {}, ())
    except RecursionError:
        raise refuse((), "The body is nested too deeply") from None


def _object(value: Mapping[str, object], at: Location) -> dict[str, object]:
    plain: dict[str, object] = {}
    for name, item in value.items():
        if item is OMIT:
            continue
        if not is_text(name):
            raise refuse(at, "Keys must be strings", f"an instance of {type(name).__name__}")
        # Most values are texts; the others are looked at one by one.
        plain[name] = item if type(item) is str else _plain(item, (*at, name))
    return plain


def _plain(value: object, at: Location) -> object:
    """``value`` as JSON data: models dumped as they came, mappings and sequences copied."""
    # The two that most values are, told without asking abstract classes.
    if type(value) is dict:
        return _object(cast("Mapping[str, object]", value), at)
    if type(value) is list:
        return _array(cast("Sequence[object]", value), at)
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise refuse(at, "JSON has no such number", repr(value))
        return value
    if isinstance(value, Model):
        return _plain(value.model_dump(by_alias=True, exclude_unset=True), at)
    if is_object(value):
        return _object(value, at)
    if is_array(value):
        return _array(value, at)
    raise refuse(at, "Not JSON data", f"an instance of {type(value).__name__}")


def _array(value: Sequence[object], at: Location) -> list[object]:
    return [_plain(item, (*at, position)) for position, item in enumerate(value)]


@cache
def _adapter(kind: object) -> TypeAdapter[object]:
    # What `kind` really is, "a type form", has no name in typing yet.
    return TypeAdapter(cast("type[object]", kind))


def _validate(kind: object, body: Mapping[str, object], secrets: frozenset[str]) -> None:
    try:
        _adapter(kind).validate_python(body, strict=True)
    except ValidationError as error:
        hidden = frozenset(secret_values(body, secrets))
        violation = describe(error, body, names=secrets, values=hidden)
    else:
        return
    raise violation.as_request_error()


def encode(body: Mapping[str, object]) -> bytes:
    """JSON as it is sent, in UTF-8."""
    try:
        return to_json(body)
    except PydanticSerializationError:
        # Lone surrogates cannot be UTF-8; as escapes they leave the judgement to the server.
        return json.dumps(body, separators=(",", ":")).encode()
