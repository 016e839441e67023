"""Reads vectors from embeddings answers and compares them."""

import base64
import binascii
import json
import math
import struct
from collections.abc import Sequence
from typing import TypeAlias

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Failed, Untestable
from .answers import body, objects

Vector: TypeAlias = Sequence[float]
_FLOAT32 = 4


def vectors(exchange: Exchange) -> list[Vector]:
    """Return the vectors in the order in which they came. Raises Untestable for other forms."""
    entries = objects(body(exchange), "data", exchange)
    found = [_numbers(entry.get("embedding"), exchange) for entry in entries]
    if not found:
        raise Untestable("the answer has no vectors", exchange)
    return found


def vector_of(exchange: Exchange, position: int) -> Vector:
    """Return the vector whose index is the position. Raises Untestable where there is none."""
    for entry in objects(body(exchange), "data", exchange):
        if entry.get("index") == position:
            return _numbers(entry.get("embedding"), exchange)
    raise Untestable(f"no vector has the index {position}", exchange)


def decode_base64(embedding: JsonValue, exchange: Exchange) -> Vector:
    """Decode little-endian float32 in base64. Raises Failed for anything else."""
    if not isinstance(embedding, str):
        kind = type(embedding).__name__
        raise Failed(f"base64 was asked for, a JSON {kind} came", exchange)
    try:
        data = base64.b64decode(embedding, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Failed(f"the vector is not base64: {error}", exchange) from None
    if len(data) % _FLOAT32:
        raise Failed(f"base64 holds {len(data)} bytes, not a multiple of {_FLOAT32}", exchange)
    return struct.unpack(f"<{len(data) // _FLOAT32}f", data)


def cosine(one: Vector, other: Vector) -> float:
    """Return the cosine similarity, 0 where a vector is zero or the widths differ."""
    size = math.hypot(*one) * math.hypot(*other)
    if len(one) != len(other) or size == 0 or not math.isfinite(size):
        return 0.0
    return math.fsum(a * b for a, b in zip(one, other, strict=True)) / size


def not_finite(exchange: Exchange) -> str | None:
    """Return the first NaN or Infinity of an answer, which JSON does not have, None for none."""
    found = list[str]()
    try:
        json.loads(exchange.body, parse_constant=found.append)
    except (ValueError, RecursionError):
        return None
    return next(iter(found), None)


def is_number(value: JsonValue) -> bool:
    """Whether a value is a JSON number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _numbers(value: JsonValue, exchange: Exchange) -> Vector:
    if not isinstance(value, list):
        raise Untestable("a vector is not a list of numbers", exchange)
    found = [each for each in value if isinstance(each, int | float) and type(each) is not bool]
    if len(found) != len(value):
        raise Untestable("a vector holds something else than numbers", exchange)
    return found
