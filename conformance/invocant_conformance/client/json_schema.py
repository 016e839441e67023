"""Reading the schemas of the bundled specification."""

import itertools
from typing import Final, TypeAlias

from invocant import spec
from pydantic import JsonValue, TypeAdapter

__all__ = ["JsonObject", "flatten", "members", "names", "objects", "resolve"]

JsonObject: TypeAlias = dict[str, JsonValue]

_OBJECTS: Final[TypeAdapter[list[JsonObject]]] = TypeAdapter(list[dict[str, JsonValue]])


def members(value: JsonValue | None) -> JsonObject:
    """``value`` as an object; empty when it is none."""
    return value if isinstance(value, dict) else {}


def objects(value: JsonValue) -> list[JsonObject]:
    """``value`` as a list of objects. Raises ValueError when it is none."""
    return _OBJECTS.validate_python(value)


def names(value: JsonValue | None) -> list[str]:
    """The strings of a list, such as ``required``; empty when it is none."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def resolve(schema: JsonObject) -> JsonObject:
    """What a local reference points to; anything else as it is."""
    reference = schema.get("$ref")
    if not isinstance(reference, str):
        return schema
    found: JsonValue = spec.openapi()
    for part in reference.removeprefix("#/").split("/"):
        found = members(found)[part.replace("~1", "/").replace("~0", "~")]
    return resolve(members(found))


def flatten(schema: JsonObject, *, choices: bool = True) -> JsonObject:
    """The schema with ``allOf`` merged into it.

    A choice of required members becomes ``oneOf``, or is left out.
    """
    schema = resolve(schema)
    if "allOf" not in schema:
        return schema
    merged: JsonObject = {name: item for name, item in schema.items() if name != "allOf"}
    offered: list[list[JsonObject]] = []
    for part in objects(schema["allOf"]):
        flat = flatten(part, choices=choices)
        if "oneOf" in flat and "properties" not in flat:
            offered.append(objects(flat["oneOf"]))
        else:
            merged = _merge(merged, flat)
    if not offered or not choices:
        return merged
    return {"oneOf": [_choose(merged, chosen, offered) for chosen in itertools.product(*offered)]}


def _merge(left: JsonObject, right: JsonObject) -> JsonObject:
    properties = members(left.get("properties")) | members(right.get("properties"))
    required = sorted({*names(left.get("required")), *names(right.get("required"))})
    both: JsonObject = {**left, **right, "required": [*required]}
    return {**both, "properties": properties} if properties else both


def _choose(
    schema: JsonObject, chosen: tuple[JsonObject, ...], offered: list[list[JsonObject]]
) -> JsonObject:
    """The schema with the chosen members required and those of the other choices left out."""
    wanted = {name for choice in chosen for name in names(choice.get("required"))}
    others = {
        name for choice in itertools.chain(*offered) for name in names(choice.get("required"))
    } - wanted
    properties = {
        name: item
        for name, item in members(schema.get("properties")).items()
        if name not in others
    }
    required = [*names(schema.get("required")), *sorted(wanted)]
    return {**schema, "properties": properties, "required": [*required]}
