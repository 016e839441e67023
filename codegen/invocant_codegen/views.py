"""The specification as the code generator needs it, open where the specification is closed.

The specification says exactly what a server may send and accept. A client must take more: values,
tags and fields that a later server knows. A view is a pure function from schemas to schemas.
"""

from collections.abc import Callable, Iterable, Mapping, Set
from enum import StrEnum

from .json_values import JsonObject, JsonValue, as_list, as_object, as_text
from .schemas import (
    PREFIX,
    Schemas,
    members,
    resolved,
    rewritten,
    says_only_presence,
    target,
    targets,
    types,
    without,
)

# A client does not judge what it reads, and leaves what it sends to the server; formats would turn
# text into other Python types, defaults would invent values that nobody sent, and titles would turn
# into arguments of every field.
_LIMITS = (
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minLength", "maxLength", "pattern", "format", "default", "example", "examples", "title"),
    *("minItems", "maxItems", "uniqueItems", "contains", "minContains", "maxContains"),
    *("minProperties", "maxProperties", "propertyNames", "dependentRequired", "dependentSchemas"),
    *("if", "then", "else", "not", "unevaluatedItems", "unevaluatedProperties", "x-accepts"),
    *("x-open", "deprecated", "contentEncoding", "contentMediaType", "contentSchema"),
    *("x-structured", "x-tools"),
)


class Direction(StrEnum):
    """Which way a schema's values travel."""

    REQUEST = "request"
    RESPONSE = "response"

    @property
    def hidden(self) -> str:
        """The keyword of properties that do not travel this way."""
        return "readOnly" if self is Direction.REQUEST else "writeOnly"

    @property
    def free(self) -> str:
        """The Python type of a value that the specification says nothing about."""
        return "builtins.object" if self is Direction.REQUEST else "pydantic.JsonValue"


def view(schemas: Schemas, roots: Iterable[str], direction: Direction) -> Schemas:
    """Return the schemas that the roots reach, as the values of one direction are to be typed."""
    steps: list[Callable[[JsonObject], JsonObject]] = [
        lambda schema: _without_hidden(schema, direction, schemas),
        _without_limits,
        _with_open_enum,
        _with_open_union,
        lambda schema: _with_free_values(schema, direction),
        _with_null_apart,
    ]
    opened = {name: flat(schema, schemas) for name, schema in schemas.items()}
    if direction is Direction.RESPONSE:
        tags = _tags(opened)
        opened = {
            name: _with_open_constants(opened[name], tags.get(name, set())) for name in opened
        }
    for step in steps:
        opened = {name: rewritten(schema, step) for name, schema in opened.items()}
    return reachable(opened, roots)


def reachable(schemas: Schemas, roots: Iterable[str]) -> Schemas:
    """Keep the roots and what they refer to, in the order of the input."""
    found: set[str] = set()
    waiting = [*roots]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += targets(schemas[name])
    return {name: schema for name, schema in schemas.items() if name in found}


def flat(schema: JsonObject, schemas: Schemas) -> JsonObject:
    """Merge every `allOf` into one object schema."""

    def merge(part: JsonObject) -> JsonObject:
        if says_only_presence(part):
            return part
        parts = [as_object(item) for item in as_list(part.get("allOf"))]
        parts = [item for item in parts if not says_only_presence(item)]
        rest = without(part, "allOf")
        if len(parts) == 1 and target(parts[0]) and "properties" not in rest:
            return {**rest, **parts[0]}
        merged: JsonObject = {}
        for item in parts:
            merged = _joined(merged, flat(resolved(item, schemas), schemas))
        return _joined(merged, rest)

    return rewritten(schema, merge)


def _joined(first: JsonObject, second: JsonObject) -> JsonObject:
    names = [*as_list(first.get("required")), *as_list(second.get("required"))]
    properties = {**as_object(first.get("properties")), **as_object(second.get("properties"))}
    joined = {**first, **second}
    if properties:
        joined["properties"] = properties
    if names:
        joined["required"] = [*dict.fromkeys(map(as_text, names))]
    return joined


def _tags(schemas: Schemas) -> Mapping[str, set[str]]:
    """Return, by component, the properties that tell which member of a union it is."""
    tags: dict[str, set[str]] = {}
    for schema in schemas.values():
        union = as_object(_with_open_union(schema).get("x-open-union"))
        for name in as_object(union.get("tags")):
            tags.setdefault(name, set()).add(as_text(union.get("key")))
    return tags


def _with_open_constants(schema: JsonObject, tags: Set[str]) -> JsonObject:
    """Let constants that are no tags be any text: some servers send another chunk's constant."""
    properties = {
        name: item if name in tags else _with_open_constant(as_object(item))
        for name, item in as_object(schema.get("properties")).items()
    }
    return {**schema, "properties": properties} if properties else schema


def _with_open_constant(schema: JsonObject) -> JsonObject:
    known = [schema["const"]] if "const" in schema else as_list(schema.get("enum"))
    if len(known) != 1 or not isinstance(known[0], str):
        return schema
    constant: JsonValue = {"type": "string", "const": known[0]}
    union: JsonValue = [constant, {"type": "string"}]
    return {**without(schema, "type", "const", "enum"), "anyOf": union}


def _without_hidden(schema: JsonObject, direction: Direction, schemas: Schemas) -> JsonObject:
    properties = {
        name: item
        for name, item in as_object(schema.get("properties")).items()
        if direction.hidden not in {**resolved(as_object(item), schemas), **as_object(item)}
    }
    if len(properties) == len(as_object(schema.get("properties"))):
        return schema
    required = [name for name in as_list(schema.get("required")) if name in properties]
    return {**schema, "properties": properties, "required": required}


def _without_limits(schema: JsonObject) -> JsonObject:
    schema = without(schema, *_LIMITS)
    if isinstance(schema.get("additionalProperties"), bool):
        schema = without(schema, "additionalProperties")
    for group in ("anyOf", "oneOf"):
        if group in schema and all(map(says_only_presence, members({group: schema[group]}))):
            schema = without(schema, group)
    return schema


def _with_open_enum(schema: JsonObject) -> JsonObject:
    values = as_list(schema.get("enum"))
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) < 2 or len(texts) < len([*filter(None, values)]) or "x-open-enum" in schema:
        return schema
    known: JsonValue = {"type": "string", "enum": texts, "x-open-enum": True}
    null: list[JsonValue] = [{"type": "null"}] if "null" in types(schema) or None in values else []
    return {**without(schema, "type", "enum"), "anyOf": [known, {"type": "string"}, *null]}


def _with_open_union(schema: JsonObject) -> JsonObject:
    """Note which tags each member has, in the words of the template that writes the union.

    A member for all other tags is left out: every union is open.
    """
    discriminator = as_object(schema.get("discriminator"))
    if not discriminator:
        return schema
    tags: dict[str, list[str]] = {}
    for tag, ref in as_object(discriminator.get("mapping")).items():
        tags.setdefault(as_text(ref).removeprefix(PREFIX), []).append(tag)
    union: JsonValue = {"key": discriminator.get("propertyName"), "tags": tags}
    default = as_text(discriminator.get("defaultMapping")).removeprefix(PREFIX)
    known = {
        group: [
            part for part in as_list(schema[group]) if _is_known(as_object(part), tags, default)
        ]
        for group in ("anyOf", "oneOf")
        if group in schema
    }
    return {**without(schema, "discriminator"), **known, "x-open-union": union}


def _is_known(part: JsonObject, tags: Mapping[str, list[str]], default: str) -> bool:
    return target(part) in tags or target(part) != default


def _with_free_values(schema: JsonObject, direction: Direction) -> JsonObject:
    free: JsonObject = {"customTypePath": direction.free}
    if not schema:
        return free
    if "object" not in types(schema) or {"properties", "additionalProperties"} & schema.keys():
        return schema
    return {**schema, "additionalProperties": free}


def _with_null_apart(schema: JsonObject) -> JsonObject:
    """Split a nullable container in two: the generator forgets its content otherwise."""
    kinds = types(schema)
    if len(kinds) != 2 or "null" not in kinds or not {"object", "array"} & set(kinds):
        return schema
    kind = next(item for item in kinds if item != "null")
    container: JsonValue = {**without(schema, "description"), "type": kind}
    union: JsonValue = [container, {"type": "null"}]
    text = schema.get("description")
    return {"anyOf": union} if text is None else {"description": text, "anyOf": union}
