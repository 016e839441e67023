"""Schemas as one: what several say together, and the numbers in them; pure."""

from collections.abc import Callable, Mapping, Sequence

from ..json_values import JsonObject, JsonValue, as_integer, as_list, as_object

_LARGEST = 1e15
MAX_LENGTH = 1000
"""Most members, items or characters that a value is made with."""

_STRICTER: Mapping[str, Callable[[Sequence[float]], float]] = {
    **dict.fromkeys(("minimum", "exclusiveMinimum", "minLength", "minItems"), max),
    **dict.fromkeys(("maximum", "exclusiveMaximum", "maxLength", "maxItems"), min),
}


def merge(base: JsonObject, over: JsonObject) -> dict[str, JsonValue]:
    """Return a schema with what another one adds to it or says instead; of bounds the stricter."""
    together = {**base, **over}
    for key in ("properties", "required"):
        if key in base and key in over:
            both = as_object(base[key]), as_object(over[key])
            lists = [*as_list(base[key]), *as_list(over[key])]
            together[key] = {**both[0], **both[1]} if key == "properties" else lists
    for key, stricter in _STRICTER.items():
        bounds = [each for each in (number_at(base, key), number_at(over, key)) if each is not None]
        if len(bounds) == 2:
            strictest = stricter(bounds)
            together[key] = int(strictest) if strictest.is_integer() else strictest
    return together


def limit(schema: JsonObject, key: str, default: int) -> int:
    """Return a count that a schema names, from 0 to MAX_LENGTH."""
    return min(max(as_integer(schema.get(key, default)) or 0, 0), MAX_LENGTH)


def number_at(schema: JsonObject, key: str) -> float | None:
    """Return a number that a float can count with, None for any other value."""
    value = schema.get(key)
    if not isinstance(value, int | float) or abs(value) >= _LARGEST:
        return None
    return float(value)
