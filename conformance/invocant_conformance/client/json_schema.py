"""Reading the schemas of the bundled specification."""

import itertools
from typing import TypeAlias

from ..json_values import JsonObject, JsonValue, as_list, as_object
from ..specification.document import resolve

__all__ = ["Schema", "flatten", "names", "objects"]

Schema: TypeAlias = JsonObject


def objects(value: JsonValue) -> list[Schema]:
    """The objects of a list."""
    return [as_object(item) for item in as_list(value)]


def names(value: JsonValue) -> list[str]:
    """The strings of a list, such as ``required``."""
    return [item for item in as_list(value) if isinstance(item, str)]


def flatten(schema: Schema, *, choices: bool = True) -> Schema:
    """The schema with ``allOf`` merged into it.

    A choice of required members becomes ``oneOf``, or is left out.
    """
    schema = resolve(schema)
    if "allOf" not in schema:
        return schema
    merged: Schema = {name: item for name, item in schema.items() if name != "allOf"}
    offered: list[list[Schema]] = []
    for part in objects(schema["allOf"]):
        flat = flatten(part, choices=choices)
        if "oneOf" in flat and "properties" not in flat:
            offered.append(objects(flat["oneOf"]))
        else:
            merged = _merge(merged, flat)
    if not offered or not choices:
        return merged
    return {"oneOf": [_choose(merged, chosen, offered) for chosen in itertools.product(*offered)]}


def _merge(left: Schema, right: Schema) -> Schema:
    properties = {**as_object(left.get("properties")), **as_object(right.get("properties"))}
    required = sorted({*names(left.get("required")), *names(right.get("required"))})
    both: Schema = {**left, **right, "required": [*required]}
    return {**both, "properties": properties} if properties else both


def _choose(schema: Schema, chosen: tuple[Schema, ...], offered: list[list[Schema]]) -> Schema:
    """The schema with the chosen members required and those of the other choices left out."""
    wanted = {name for choice in chosen for name in names(choice.get("required"))}
    every = {name for choice in itertools.chain(*offered) for name in names(choice.get("required"))}
    properties: Schema = {
        name: item
        for name, item in as_object(schema.get("properties")).items()
        if name in wanted or name not in every
    }
    required = [*names(schema.get("required")), *sorted(wanted)]
    return {**schema, "properties": properties, "required": [*required]}
