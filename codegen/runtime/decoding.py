"""From the bytes of an answer to a model, or to an error that says what is wrong with them."""

import json
from typing import Final, NoReturn, TypeVar

from pydantic import ValidationError

from .models import Model
from .reply import Reply, response_error
from .violations import describe

__all__ = ["check_nothing", "decode", "decode_event"]

M = TypeVar("M", bound=Model)

# Beyond it, doubles skip integers.
LARGEST_EXACT: Final = 2**53


def decode(answer: type[M], reply: Reply) -> M:
    """The model in the body of a 2xx reply.

    Raises APIResponseError for a body that is no JSON, says it is none, or violates the model.
    """
    fault = _not_json(reply)
    if fault is not None:
        raise response_error(reply, fault)
    return decode_event(answer, reply.body, reply)


def decode_event(event: type[M], data: bytes, reply: Reply) -> M:
    """The model in ``data``, which is one event of a stream or a whole body.

    Types are checked strictly, so that what is accepted is also given back unchanged.
    Raises APIResponseError, with ``data`` as its body.
    """
    result = _validate(event, data, reply)
    if isinstance(result, str):
        raise response_error(reply.with_body(data), result)
    return result


def check_nothing(reply: Reply) -> None:
    """Accept a 2xx reply whose content does not matter: nothing, or any JSON.

    Raises APIResponseError for anything else, such as the login page of a proxy.
    """
    if reply.body.strip():
        fault = _not_json(reply) or _malformed(reply.body)
        if fault is not None:
            raise response_error(reply, fault)


def _validate(kind: type[M], data: bytes, reply: Reply) -> M | str:
    fault = _malformed(data) if b"NaN" in data or b"Infinity" in data else None
    if fault is not None:
        return fault
    try:
        return kind.model_validate_json(data, strict=True)
    except ValidationError as error:
        violation = error
    fault = _malformed(data)
    if fault is not None:
        return fault
    try:
        return kind.model_validate(json.loads(data, parse_float=_number), strict=True)
    except ValidationError:
        return describe(violation, json.loads(data), values=reply.secrets).text


def _number(text: str) -> float:
    """A number written with a fraction or an exponent; JSON Schema calls ``1.0`` an integer."""
    number = float(text)
    return int(number) if number.is_integer() and abs(number) < LARGEST_EXACT else number


def _not_json(reply: Reply) -> str | None:
    if not reply.body.strip():
        return "its body is empty"
    kind = reply.content_type
    if kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json")):
        return None
    return f"its content type is {kind or 'missing'}, expected application/json"


def _malformed(data: bytes) -> str | None:
    try:
        json.loads(data, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        return f"its body is not JSON: {error}"
    return None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a JSON value")
