"""Reading a request's JSON body within stated limits."""

import functools
import json
import math
import re
from collections.abc import Mapping
from email.message import Message
from typing import NamedTuple

import pydantic_core
from starlette.requests import Request

from ..json_values import JsonObject, JsonValue, as_list, as_object, dump
from .errors import Kind, Refused

FOUNDATION_BYTES = 4 * 1024 * 1024
"""Payload limit of foundation and external models (LIM-PAYLOAD-001)."""

MAX_BYTES = 16 * 1024 * 1024
"""Payload limit of custom models, which nothing else exceeds (LIM-PAYLOAD-002)."""

MAX_DEPTH = 100
"""Deepest nesting of arrays and objects that is read."""

_CHANGED = re.compile(rb"[0-9]\.0*(?![0-9])|[0-9][eE]")
"""Finds every number that is not taken as it is written, such as 3.0, and some texts."""

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class Body(NamedTuple):
    """A body's value, and its length in bytes."""

    value: JsonValue
    size: int


async def read_json(
    request: Request, headers: Mapping[str, str], *, required: bool, most: int, other_type: Kind
) -> Body:
    """Read the body as JSON, in UTF-8; an empty one that is not required is an empty object.

    Numbers such as 3.0 become integers, which they are to JSON Schema.

    most: bytes that are read. other_type: what a body of another media type is. Raises Refused for
    one, for more bytes, and for what `parse_json` refuses.
    """
    raw = await read_bytes(request, most)
    if not raw and not required:
        return Body(value={}, size=0)
    if not _is_json(headers.get("content-type", "application/json")):
        raise Refused(
            other_type, "The content type of the request is not application/json in UTF-8."
        )
    return Body(value=parse_json(raw), size=len(raw))


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
    if not _CHANGED.search(raw) and raw.count(b"{") + raw.count(b"[") <= MAX_DEPTH:
        try:
            value: JsonValue = pydantic_core.from_json(raw, allow_inf_nan=False)
        except ValueError:
            return _parsed(raw)
        return value
    return _parsed(raw)


def _parsed(raw: bytes) -> JsonValue:
    """Parse a JSON text as `parse_json` does, at twice the cost."""
    try:
        text = raw.decode("utf-8")
        value: JsonValue = _READER.decode(text)
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


async def read_bytes(request: Request, most: int) -> bytes:
    """Read the body. Raises Refused for more bytes, and for one that was cut off."""
    chunks: list[bytes] = []
    size, more = 0, True
    while more:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise _malformed("was cut off")
        chunk: bytes = message.get("body", b"")
        size += len(chunk)
        if size > most:
            raise too_large(most)
        chunks.append(chunk)
        more = message.get("more_body", False)
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


@functools.lru_cache(maxsize=256)
def _is_json(content_type: str) -> bool:
    """Whether a content type is JSON; it has no other charset than UTF-8."""
    message = Message()
    message["content-type"] = content_type
    charset = message.get_content_charset("utf-8")
    return message.get_content_type() == "application/json" and charset in ("utf-8", "utf8")


def too_large(most: int) -> Refused:
    """Return the refusal of a body that is larger than so many bytes."""
    return Refused(Kind.TOO_LARGE, f"The body is larger than {most} bytes.", param="body")


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


_READER = json.JSONDecoder(parse_constant=_no_constant, parse_float=_number)
