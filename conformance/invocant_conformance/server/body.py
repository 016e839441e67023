"""Reading a request's JSON body within stated limits."""

import json
import math
import re

from starlette.requests import ClientDisconnect, Request

from ..json_values import JsonObject, JsonValue, as_list, as_object, dump
from .errors import Kind, Refused

MAX_BYTES = 4 * 1024 * 1024
"""Payload limit of foundation and external models (Databricks, Model Serving limits)."""

MAX_DEPTH = 100
"""Deepest nesting of arrays and objects that is read."""

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


async def read_json(request: Request, *, required: bool) -> JsonValue:
    """Read the body as JSON, in UTF-8; an empty one that is not required is an empty object.

    Numbers such as 3.0 become integers, which they are to JSON Schema.

    Raises Refused for a wrong content type, too many bytes, and what `parse_json` refuses.
    """
    raw = await _read(request)
    if not raw and not required:
        return {}
    media_type = request.headers.get("content-type", "application/json").partition(";")[0]
    if media_type.strip().lower() != "application/json":
        raise Refused(Kind.MALFORMED, "The content type of the request is not application/json.")
    return parse_json(raw)


def parse(raw: bytes) -> JsonObject:
    """Parse a JSON object. Raises Refused for what is none, and for what `parse_json` refuses."""
    return only_object(parse_json(raw))


def only_object(value: JsonValue) -> JsonObject:
    """Return a value if it is an object. Raises Refused for any other one."""
    if not isinstance(value, dict):
        raise _malformed("is not a JSON object")
    return value


def parse_json(raw: bytes) -> JsonValue:
    """Parse a JSON text.

    Raises Refused for what is not UTF-8, not JSON (NaN and the infinities included), nested
    deeper than MAX_DEPTH, or holds half a surrogate pair.
    """
    try:
        text = raw.decode("utf-8")
        value: JsonValue = json.loads(text, parse_constant=_no_constant, parse_float=_number)
    except UnicodeDecodeError as error:
        raise _malformed(f"is not UTF-8: byte {error.start} cannot be decoded") from None
    except json.JSONDecodeError as error:
        raise _malformed(f"is not JSON: line {error.lineno}, column {error.colno}") from None
    except ValueError:
        raise _malformed("is not JSON: it holds NaN or a number out of range") from None
    except RecursionError:
        raise _malformed(f"is nested deeper than {MAX_DEPTH} levels") from None
    if text.count("{") + text.count("[") > MAX_DEPTH and _too_deep(value):
        raise _malformed(f"is nested deeper than {MAX_DEPTH} levels")
    if _SURROGATE.search(text) and not _encodable(dump(value)):
        raise _malformed("holds half a surrogate pair, which is no text")
    return value


async def _read(request: Request) -> bytes:
    chunks = bytearray()
    try:
        async for chunk in request.stream():
            chunks += chunk
            if len(chunks) > MAX_BYTES:
                message = f"The body is larger than {MAX_BYTES} bytes."
                raise Refused(Kind.TOO_LARGE, message, param="body")
    except ClientDisconnect:
        raise _malformed("was cut off") from None
    return bytes(chunks)


def _malformed(what: str) -> Refused:
    return Refused(Kind.MALFORMED, f"The body {what}.", param="body")


def _no_constant(name: str) -> JsonValue:
    raise ValueError(name)


def _number(text: str) -> int | float:
    number = float(text)
    if math.isinf(number):
        raise ValueError(text)
    return int(number) if number.is_integer() else number


def _too_deep(value: JsonValue) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [child for parent in level for child in _children(parent)]
        if not level:
            return False
    return any(isinstance(node, dict | list) for node in level)


def _children(value: JsonValue) -> list[JsonValue]:
    return [*as_object(value).values(), *as_list(value)]


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
