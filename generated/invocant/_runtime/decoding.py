# Copied from codegen/runtime/; do not edit.
"""From the bytes of an answer to a value, or to an error that says what is wrong with them."""

import json
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Generic, NoReturn, TypeVar, cast, get_args, overload

from pydantic import TypeAdapter, ValidationError

from .models import Model
from .operation import JSON
from .reply import Reply, response_error
from .typed import Typed
from .violations import describe

if TYPE_CHECKING:
    from pydantic.plugin._schema_validator import PluggableSchemaValidator
    from pydantic_core import SchemaValidator

__all__ = [
    "Decoder",
    "check_nothing",
    "decode",
    "decode_event",
    "decode_text",
    "decoder",
]

M = TypeVar("M", bound=Model)
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

# Beyond it, doubles skip integers.
LARGEST_EXACT: Final = 2**53

LETTER_N: Final = ord(b"N")
LETTER_I: Final = ord(b"I")


@dataclass(frozen=True, kw_only=True, slots=True)
class Decoder(Generic[T_co]):
    """Makes values of one type, from JSON text or from what Python's parser makes of it.

    Types are checked strictly, so that what is accepted is also given back unchanged. Members go by
    their names on the wire alone. Both raise pydantic's ValidationError, and ``from_json`` another
    ValueError for what pydantic takes for a number and JSON does not know.
    """

    from_json: Callable[[bytes], T_co]
    from_python: Callable[[object], T_co]


@overload
def decoder(kind: type[M]) -> Decoder[M]: ...


@overload
def decoder(kind: type[Typed[T]]) -> Decoder[T]: ...


def decoder(kind: type[Model] | type[Typed[object]]) -> Decoder[object]:
    """The decoder of a model, or of the type that a ``Typed`` stands for."""
    return _decoder(cast("Hashable", kind))


@cache
def _decoder(kind: Hashable) -> Decoder[object]:
    kinds = get_args(kind)
    if kinds:
        return _adapted(kinds[0])
    return _modelled(cast("type[Model]", kind))


def _modelled(kind: type[Model]) -> Decoder[object]:
    kind.model_rebuild()  # Building was put off until now.
    return _strict(kind.__pydantic_validator__)


def _adapted(kind: object) -> Decoder[object]:
    # What `kind` really is, "a type form", has no name in typing yet.
    return _strict(TypeAdapter(cast("type[object]", kind)).validator)


def _strict(validator: "SchemaValidator | PluggableSchemaValidator") -> Decoder[object]:
    # Functions of our own: partial() takes a fifth of the time that an event of a stream takes.
    json_validator, python_validator = validator.validate_json, validator.validate_python

    def from_json(data: bytes) -> object:
        # One letter, as a number, is found much faster than a word, and rarely there.
        if (LETTER_N in data and b"NaN" in data) or (LETTER_I in data and b"Infinity" in data):
            json.loads(data, parse_constant=_refuse)
        return json_validator(data, strict=True, by_alias=True, by_name=False)

    def from_python(data: object) -> object:
        return python_validator(data, strict=True, by_alias=True, by_name=False)

    return Decoder(from_json=from_json, from_python=from_python)


def decode(answer: Decoder[T], reply: Reply, accepted: str = JSON) -> T:
    """The value in the body of a 2xx reply; ``accepted`` lists the media types it may come as.

    Raises APIResponseError for a body that is no JSON, says it is none, or violates the type.
    """
    fault = _not_json(reply, accepted)
    if fault is not None:
        raise response_error(reply, fault)
    return decode_event(answer, reply.body, reply)


def decode_event(event: Decoder[T], data: bytes, reply: Reply) -> T:
    """The value in ``data``, which is one event of a stream or a whole body.

    Raises APIResponseError, with ``data`` as its body.
    """
    result = _validate(event, data, reply)
    if isinstance(result, _Fault):
        raise response_error(reply.with_body(data), result)
    return result


def decode_text(reply: Reply, accepted: str) -> str:
    """The text of a 2xx reply in the charset that it names, UTF-8 without one.

    Raises APIResponseError for another media type than those ``accepted``, for an unknown charset,
    and for bytes that are no text in it.
    """
    fault = _other_type(reply, accepted)
    if fault is not None:
        raise response_error(reply, fault)
    charset = reply.charset or "utf-8"
    try:
        return reply.body.decode(charset)
    except (LookupError, ValueError):
        fault = f"its body is no text in {charset!r}"
    raise response_error(reply, fault)


def check_nothing(reply: Reply) -> None:
    """Accept a 2xx reply whose content does not matter: nothing, or any JSON.

    Raises APIResponseError for anything else, such as the login page of a proxy.
    """
    if reply.body.strip():
        fault = _not_json(reply, JSON) or _malformed(reply.body)
        if fault is not None:
            raise response_error(reply, fault)


class _Fault(str):
    """What is wrong with a value: a text that is told from values that are texts."""

    __slots__: tuple[str, ...] = ()


def _validate(kind: Decoder[T], data: bytes, reply: Reply) -> T | _Fault:
    try:
        return kind.from_json(data)
    except ValueError as error:
        violation = error
    fault = _malformed(data)
    if fault is not None or not isinstance(violation, ValidationError):
        return fault or _Fault(f"its body is not JSON: {violation}")
    try:
        return kind.from_python(json.loads(data, parse_float=_number))
    except ValidationError:
        return _Fault(describe(violation, json.loads(data), values=reply.secrets).text)


def _number(text: str) -> float:
    """A number written with a fraction or an exponent; JSON Schema calls ``1.0`` an integer."""
    number = float(text)
    return int(number) if number.is_integer() and abs(number) < LARGEST_EXACT else number


def _not_json(reply: Reply, accepted: str) -> str | None:
    if not reply.body.strip():
        return "its body is empty"
    fault = _other_type(reply, accepted)
    if fault is None:
        return None
    kind = reply.content_type
    named_so = kind.startswith("application/") and kind.endswith("+json")
    return None if named_so else fault


def _other_type(reply: Reply, accepted: str) -> str | None:
    kind = reply.content_type
    if kind == accepted or kind in accepted.split(", "):
        return None
    return f"its content type is {kind or 'missing'}, expected {accepted}"


def _malformed(data: bytes) -> _Fault | None:
    try:
        json.loads(data, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        return _Fault(f"its body is not JSON: {error}")
    return None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a JSON value")
