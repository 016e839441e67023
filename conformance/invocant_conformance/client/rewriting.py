"""Schemas rewritten for the generator of examples, and for the judge of faulty ones.

References stay references, so a rewritten schema comes with the components that it refers to.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

from ..json_values import JsonValue, as_object
from ..specification import document
from .json_schema import Schema, flatten, names, objects

__all__ = ["closed_answer", "closed_request", "tolerant", "without_unknown_members"]

Rule: TypeAlias = Callable[[Schema], Schema]

BRANCHES: Final = ("anyOf", "oneOf")
NESTED: Final = ("items", "additionalProperties")
PLAIN: Final = frozenset({"$ref", "type", "enum", "const", "required", "not", *NESTED})
LIMITS: Final = frozenset(
    {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "pattern"}
    | {"minLength", "maxLength", "minItems", "maxItems", "maxProperties"}
)

# Names that a careless model class would confuse with its own attributes.
UNKNOWN_MEMBERS: Final[Schema] = {
    "x-unknown": {"enum": [{"deep": [1, {"ä": None}]}, [], "text", None, 2**60, 0.5]},
    "model_config": {"enum": [{}, "€", False]},
    "__class__": {"enum": [None, "str"]},
}

FREE_VALUE: Final[Schema] = {
    "anyOf": [
        {"type": ["string", "integer", "number", "boolean", "null"]},
        {"type": "array", "items": {"type": ["string", "integer", "null"]}, "maxItems": 2},
        {"enum": [{}, {"a": {"b": [None]}}]},
    ]
}


def closed_request(schema: Schema) -> Schema:
    """Requests without members that the schema does not name; all of them fit the schema."""
    return Rewriting(node=lambda node: _close(_strip(node, "readOnly"))).document(schema)


def closed_answer(schema: Schema) -> Schema:
    """Answers with some unknown members in every object; all of them fit the schema."""

    def rule(node: Schema) -> Schema:
        node = _strip(node, "writeOnly")
        if "properties" in node:
            required = [*names(node.get("required")), *UNKNOWN_MEMBERS]
            properties = {**as_object(node["properties"]), **UNKNOWN_MEMBERS}
            node = {**node, "properties": properties, "required": [*required]}
        return _close(node)

    return Rewriting(node=rule).document(schema)


def without_unknown_members(value: JsonValue) -> JsonValue:
    """A generated answer as it is without the members that no schema names."""
    if isinstance(value, list):
        return [*map(without_unknown_members, value)]
    if not isinstance(value, dict):
        return value
    known = {name: each for name, each in value.items() if name not in UNKNOWN_MEMBERS}
    return {name: without_unknown_members(each) for name, each in known.items()}


def tolerant(schema: Schema) -> Schema:
    """Types and required members only: what even a reader that expects the future insists on.

    Values of enumerations, tags of unions, limits of values, choices between members and further
    members are free, and a member that may be missing may be null.
    """
    return Rewriting(node=_tolerate, union=_open_union, choices=False).document(schema)


@dataclass(frozen=True, kw_only=True, slots=True)
class Rewriting:
    """Applies ``node`` to every schema, outermost first, or ``union`` to a discriminator."""

    node: Rule
    union: Rule | None = None
    choices: bool = True

    def document(self, schema: Schema) -> Schema:
        """``schema`` and the components that it refers to, itself or through others."""
        root = self.rewrite(schema)
        found: dict[str, JsonValue] = {}
        waiting = [*_referred(root)]
        while waiting:
            name = waiting.pop()
            if name not in found:
                component = self.rewrite(as_object(document.schemas()[name]))
                found[name] = component
                waiting += _referred(component)
        return {**root, "components": {"schemas": dict(sorted(found.items()))}}

    def rewrite(self, schema: Schema) -> Schema:
        """One schema and everything within it."""
        schema = flatten(schema, choices=self.choices) if "allOf" in schema else schema
        if self.union is not None and "discriminator" in schema:
            return self.union(as_object(schema["discriminator"]))
        return dict(self._members(self.node(schema)))

    def _members(self, schema: Schema) -> Iterator[tuple[str, JsonValue]]:
        for name, item in schema.items():
            if name == "properties":
                properties = as_object(item).items()
                yield name, {key: self.rewrite(as_object(each)) for key, each in properties}
            elif name in BRANCHES:
                yield name, [self.rewrite(each) for each in objects(item)]
            elif name in NESTED and isinstance(item, dict):
                yield name, self.rewrite(item)
            elif name in PLAIN or name in LIMITS:
                yield name, item


def _referred(value: JsonValue) -> Iterator[str]:
    """The names of the components that a rewritten schema refers to."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "$ref" and isinstance(item, str):
                yield item.rpartition("/")[2]
            yield from _referred(item)
    elif isinstance(value, list):
        for item in value:
            yield from _referred(item)


def _close(node: Schema) -> Schema:
    if "properties" in node:
        return {**node, "additionalProperties": False}
    free = not as_object(node.get("additionalProperties"))
    if free and node.get("type") in ("object", ["object", "null"]):
        return {**node, "additionalProperties": FREE_VALUE, "maxProperties": 3}
    return node


def _strip(node: Schema, mark: str) -> Schema:
    """The node without the properties that it excludes or whose schema carries ``mark``."""
    if "properties" not in node:
        return node
    excluded = names(node.get("x-without"))
    kept = {
        name: item
        for name, item in as_object(node["properties"]).items()
        if name not in excluded and not document.resolve(item).get(mark)
    }
    required = [name for name in names(node.get("required")) if name in kept]
    return {**node, "properties": kept, "required": [*required]}


def _tolerate(node: Schema) -> Schema:
    if "enum" in node or "const" in node:
        return {"type": node.get("type", "string")}
    dropped = {*LIMITS, "not", *filter(partial(_says_only_presence, node), BRANCHES)}
    kept = {name: item for name, item in node.items() if name not in dropped}
    if "properties" not in kept:
        return kept
    required = names(node.get("required"))
    properties: Schema = {
        name: item if name in required else {"anyOf": [item, {"type": "null"}]}
        for name, item in as_object(node["properties"]).items()
    }
    return {**kept, "properties": properties}


def _says_only_presence(node: Schema, name: str) -> bool:
    """Whether a choice is only about which members there are."""
    choices = objects(node.get(name))
    return bool(choices) and all(choice.keys() <= {"required", "not"} for choice in choices)


def _open_union(discriminator: Schema) -> Schema:
    """A tagged union with one more member: objects with any other tag, or without one."""
    tag, mapping = str(discriminator["propertyName"]), as_object(discriminator["mapping"])
    known: list[JsonValue] = [
        {"$ref": reference, "properties": {tag: {"const": value}}, "required": [tag]}
        for value, reference in mapping.items()
    ]
    other: Schema = {
        "type": "object",
        "properties": {tag: {"not": {"enum": [*mapping]}}},
    }
    return {"anyOf": [*known, other]}
