"""Embeddings: repeatable unit vectors that are near each other for texts that are."""

import base64
import functools
import math
import struct
from collections.abc import Sequence
from hashlib import shake_128

from ..json_values import JsonObject, JsonValue, as_list
from .tokenizer import count

WIDTH = 1024
"""Numbers in a vector unless the catalogue says otherwise; the hosted models' pages say 1,024."""

MAX_INPUTS = 2048
"""Most inputs of one request, as in OpenAI's API."""

_MAX_UNITS = 4096
_PLACES = 16

Input = str | tuple[int, ...]


def inputs(request: JsonObject) -> tuple[Input, ...]:
    """Return the inputs of a valid embeddings request, each a text or token ids."""
    given = request.get("input")
    if isinstance(given, str):
        return (given,)
    items = as_list(given)
    if items and all(isinstance(item, int) for item in items):
        return (_ids(items),)
    return tuple(item if isinstance(item, str) else _ids(as_list(item)) for item in items)


def tokens(item: Input) -> int:
    """Return the number of tokens of an input."""
    return count(item) if isinstance(item, str) else len(item)


def vector(item: Input, *, model: str, width: int = WIDTH) -> tuple[float, ...]:
    """Return the unit vector of an input, numbers that float32 holds exactly.

    Every three neighbouring letters or ids push some numbers up or down, so inputs that share
    most of them are near each other. Only the first thousands of letters or ids count.
    """
    numbers = [0.0] * width
    for feature in _features(item):
        for push in _pushes(model, feature):
            numbers[(push >> 1) % width] += 1.0 if push & 1 else -1.0
    length = math.sqrt(math.fsum(number * number for number in numbers))
    unit = [number / length for number in numbers] if length else [1.0, *numbers[1:]]
    return struct.unpack(f"<{width}f", struct.pack(f"<{width}f", *unit))


@functools.lru_cache(maxsize=16384)
def _pushes(model: str, feature: str) -> tuple[int, ...]:
    """Return the places, twice as large, that a feature pushes: up where the number is odd."""
    drawn = shake_128(f"{model}\n{feature}".encode()).digest(2 * _PLACES)
    return struct.unpack(f"<{_PLACES}H", drawn)


def encode(numbers: Sequence[float]) -> str:
    """Write a vector as base64 of little-endian float32."""
    return base64.b64encode(struct.pack(f"<{len(numbers)}f", *numbers)).decode("ascii")


def _features(item: Input) -> Sequence[str]:
    units = item if isinstance(item, str) else [f"{number} " for number in item]
    padded = ["^", *units[:_MAX_UNITS], "$"]
    return sorted({"".join(padded[i : i + 3]) for i in range(len(padded) - 1)})


def _ids(items: Sequence[JsonValue]) -> tuple[int, ...]:
    return tuple(item for item in items if isinstance(item, int))
