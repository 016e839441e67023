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
    """Return a schema with what another one adds to it or says instead.

    Members that both describe have to fit both; of bounds the stricter counts.
    """
    together = {**base, **over}
    if "properties" in base and "properties" in over:
        together["properties"] = _members(
            as_object(base["properties"]), as_object(over["properties"])
        )
    if "required" in base and "required" in over:
        together["required"] = [*as_list(base["required"]), *as_list(over["required"])]
    if "enum" in base and "enum" in over:
        known = as_list(base["enum"])
        together["enum"] = [value for value in as_list(over["enum"]) if value in known]
    for key, stricter in _STRICTER.items():
        bounds = [each for each in (number_at(base, key), number_at(over, key)) if each is not None]
        if len(bounds) == 2:
            strictest = stricter(bounds)
            together[key] = int(strictest) if strictest.is_integer() else strictest
    return together


def _members(base: JsonObject, over: JsonObject) -> JsonObject:
    shared = {
        name: merge(as_object(base[name]), as_object(over[name]))
        for name in base.keys() & over.keys()
        if isinstance(base[name], Mapping) and isinstance(over[name], Mapping)
    }
    return {**base, **over, **shared}


def limit(schema: JsonObject, key: str, default: int) -> int:
    """Return a count that a schema names, from 0 to MAX_LENGTH."""
    return min(max(as_integer(schema.get(key, default)) or 0, 0), MAX_LENGTH)


def number_at(schema: JsonObject, key: str) -> float | None:
    """Return a number that a float can count with, None for any other value."""
    value = schema.get(key)
    if not isinstance(value, int | float) or abs(value) >= _LARGEST:
        return None
    return float(value)
