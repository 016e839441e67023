"""Schemas of the specification, rewritten for the generator of examples.

References stay references, so a rewritten schema comes with all of the document's components.
Whatever :func:`closed_request` and :func:`closed_answer` allow fits the original schema as well.
"""

import itertools
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from invocant import spec
from pydantic import JsonValue, TypeAdapter

__all__ = [
    "JsonObject",
    "closed_answer",
    "closed_request",
    "flatten",
    "members",
    "resolve",
    "tolerant",
]

JsonObject: TypeAlias = dict[str, JsonValue]
Rule: TypeAlias = Callable[[JsonObject], JsonObject]

_OBJECTS: Final[TypeAdapter[list[JsonObject]]] = TypeAdapter(list[dict[str, JsonValue]])

NESTED: Final = ("items", "additionalProperties")
BRANCHES: Final = ("anyOf", "oneOf")
KEYWORDS: Final = frozenset(
    {"$ref", "type", "enum", "const", "properties", "required", "not", *NESTED, *BRANCHES}
)
LIMITS: Final = frozenset(
    {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "pattern"}
    | {"minLength", "maxLength", "minItems", "maxItems", "maxProperties"}
)

# Names that a careless model class would confuse with its own attributes.
UNKNOWN_MEMBERS: Final[JsonObject] = {
    "x-unknown": {"enum": [{"deep": [1, {"ä": None}]}, [], "text", None, 2**60, 0.5]},
    "model_config": {"enum": [{}, "€", False]},
    "__class__": {"enum": [None, "str"]},
}
FREE_VALUE: Final[JsonObject] = {
    "anyOf": [
        {"type": ["string", "integer", "number", "boolean", "null"]},
        {"type": "array", "items": {"type": ["string", "integer", "null"]}, "maxItems": 2},
        {"enum": [{}, {"a": {"b": [None]}}]},
    ]
}


def members(value: JsonValue | None) -> JsonObject:
    """``value`` as an object; empty when it is none."""
    return value if isinstance(value, dict) else {}


def resolve(schema: JsonObject) -> JsonObject:
    """What a local reference points to; anything else as it is."""
    reference = schema.get("$ref")
    if not isinstance(reference, str):
        return schema
    found: JsonValue = spec.openapi()
    for part in reference.removeprefix("#/").split("/"):
        found = members(found)[part.replace("~1", "/").replace("~0", "~")]
    return resolve(members(found))


def closed_request(schema: JsonObject) -> JsonObject:
    """Requests without members that the schema does not name."""
    return _document(schema, lambda node: _closed(_strip(node, "readOnly")))


def closed_answer(schema: JsonObject) -> JsonObject:
    """Answers that carry the same unknown members in every object that may have any."""

    def rule(node: JsonObject) -> JsonObject:
        node = _strip(node, "writeOnly")
        if "properties" in node:
            node["properties"] = members(node["properties"]) | UNKNOWN_MEMBERS
            node["required"] = [*_names(node), *UNKNOWN_MEMBERS]
        return _closed(node)

    return _document(schema, rule)


def tolerant(schema: JsonObject) -> JsonObject:
    """Types and required members only: what even a reader that expects the future insists on.

    Values of enumerations, tags of unions, limits of values and further members are free, and a
    member that may be missing may be null.
    """
    return _document(schema, _tolerant, _open_union)


def flatten(schema: JsonObject) -> JsonObject:
    """The schema with ``allOf`` merged into it; a choice of required members becomes ``oneOf``."""
    schema = resolve(schema) if "$ref" in schema else schema
    if "allOf" not in schema:
        return schema
    merged: JsonObject = {name: item for name, item in schema.items() if name != "allOf"}
    choices: list[list[JsonObject]] = []
    for part in map(flatten, _OBJECTS.validate_python(schema["allOf"])):
        if "oneOf" in part and "properties" not in part:
            choices.append(_OBJECTS.validate_python(part["oneOf"]))
        else:
            merged = _merge(merged, part)
    if not choices:
        return merged
    return {"oneOf": [_choose(merged, chosen, choices) for chosen in itertools.product(*choices)]}


def _merge(left: JsonObject, right: JsonObject) -> JsonObject:
    properties = members(left.get("properties")) | members(right.get("properties"))
    both = {**left, **right, "required": sorted({*_names(left), *_names(right)})}
    return {**both, "properties": properties} if properties else both


def _choose(
    schema: JsonObject, chosen: tuple[JsonObject, ...], choices: list[list[JsonObject]]
) -> JsonObject:
    """The schema with the chosen members required and those of the other choices left out."""
    wanted = {name for choice in chosen for name in _names(choice)}
    offered = {name for choice in itertools.chain(*choices) for name in _names(choice)}
    properties = {
        name: item
        for name, item in members(schema.get("properties")).items()
        if name in wanted or name not in offered
    }
    return {**schema, "properties": properties, "required": [*_names(schema), *sorted(wanted)]}


def _document(schema: JsonObject, rule: Rule, tag_rule: Rule | None = None) -> JsonObject:
    """``schema`` and the components it may refer to, every node of them rewritten."""
    components = members(members(spec.openapi()["components"])["schemas"])
    rewritten: JsonObject = {
        name: _rewrite(members(component), rule, tag_rule) for name, component in components.items()
    }
    return {**_rewrite(schema, rule, tag_rule), "components": {"schemas": rewritten}}


def _rewrite(schema: JsonObject, rule: Rule, tag_rule: Rule | None) -> JsonObject:
    schema = flatten(schema) if "allOf" in schema else schema
    if tag_rule is not None and "discriminator" in schema:
        return tag_rule(members(schema["discriminator"]))
    return dict(_rewrite_members(rule(schema), rule, tag_rule))


def _rewrite_members(
    schema: JsonObject, rule: Rule, tag_rule: Rule | None
) -> Iterator[tuple[str, JsonValue]]:
    for name, item in schema.items():
        if name == "properties":
            yield name, {
                key: _rewrite(members(each), rule, tag_rule) for key, each in members(item).items()
            }
        elif name in BRANCHES:
            branches = _OBJECTS.validate_python(item)
            yield name, [_rewrite(each, rule, tag_rule) for each in branches]
        elif name in NESTED and isinstance(item, dict):
            yield name, _rewrite(item, rule, tag_rule)
        elif name in KEYWORDS or name in LIMITS:
            yield name, item


def _tolerant(node: JsonObject) -> JsonObject:
    if "enum" in node or "const" in node:
        return {"type": node.get("type", "string")}
    node = {name: item for name, item in node.items() if name not in {*LIMITS, "not"}}
    if "properties" in node:
        required = _names(node)
        node["properties"] = {
            name: item if name in required else {"anyOf": [item, {"type": "null"}]}
            for name, item in members(node["properties"]).items()
        }
    return node


def _closed(node: JsonObject) -> JsonObject:
    if "properties" in node:
        return {**node, "additionalProperties": False}
    if node.get("type") in ("object", ["object", "null"]) and not members(
        node.get("additionalProperties")
    ):
        return {**node, "additionalProperties": FREE_VALUE, "maxProperties": 3}
    return dict(node)


def _strip(node: JsonObject, mark: str) -> JsonObject:
    """The node without the properties whose schema carries ``mark``."""
    if "properties" not in node:
        return node
    left_out = {*_texts(node.get("x-without"))} | {
        name
        for name, item in members(node["properties"]).items()
        if resolve(members(item)).get(mark)
    }
    return _drop(node, left_out)


def _drop(node: JsonObject, names: set[str]) -> JsonObject:
    properties = members(node["properties"])
    kept = {name: item for name, item in properties.items() if name not in names}
    return {**node, "properties": kept, "required": [n for n in _names(node) if n not in names]}


def _open_union(discriminator: JsonObject) -> JsonObject:
    """A tagged union with one more member: objects with any other tag, or without one."""
    tag, mapping = str(discriminator["propertyName"]), members(discriminator["mapping"])
    known: list[JsonValue] = [
        {"$ref": reference, "properties": {tag: {"const": value}}, "required": [tag]}
        for value, reference in mapping.items()
    ]
    other: JsonObject = {
        "type": "object",
        "properties": {tag: {"not": {"enum": [*mapping]}}},
    }
    return {"anyOf": [*known, other]}


def _names(node: JsonObject) -> list[str]:
    return _texts(node.get("required"))


def _texts(value: JsonValue | None) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
