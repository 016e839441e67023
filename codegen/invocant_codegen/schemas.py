"""Rewriting of JSON Schemas: which children are schemas, and which are names or values."""

from collections.abc import Callable, Iterator, Mapping

from .json_values import JsonObject, JsonValue, as_list, as_object, as_text, child

PREFIX = "#/components/schemas/"

Schemas = Mapping[str, JsonObject]

_MAPS = ("properties", "patternProperties", "$defs")
_LISTS = ("anyOf", "oneOf", "allOf", "prefixItems")
_SINGLE = ("items", "additionalProperties", "contentSchema", "propertyNames")

# What a schema may hold and still say nothing but which properties have to be there.
_PRESENCE = {"required", "not", "anyOf", "oneOf", "allOf"}


def rewritten(schema: JsonObject, change: Callable[[JsonObject], JsonObject]) -> JsonObject:
    """Return a copy with `change` applied to every schema inside, innermost first."""

    def visit(value: JsonValue) -> JsonValue:
        return rewritten(value, change) if isinstance(value, Mapping) else value

    copy: dict[str, JsonValue] = {}
    for key, value in schema.items():
        if key in _MAPS:
            copy[key] = {name: visit(item) for name, item in as_object(value).items()}
        elif key in _LISTS:
            copy[key] = [visit(item) for item in as_list(value)]
        else:
            copy[key] = visit(value) if key in _SINGLE else value
    return change(copy)


def children(schema: JsonObject) -> Iterator[tuple[str, JsonObject]]:
    """Yield the schemas written directly inside a schema, with the steps that lead there."""
    for key, value in schema.items():
        if key in _MAPS:
            for name, item in as_object(value).items():
                yield child(f"/{key}", name), as_object(item)
        elif key in _LISTS:
            for index, item in enumerate(as_list(value)):
                yield child(f"/{key}", index), as_object(item)
        elif key in _SINGLE and isinstance(value, Mapping):
            yield f"/{key}", value


def inside(schema: JsonObject) -> Iterator[JsonObject]:
    """Yield a schema and every schema written inside it; references are not followed."""
    yield schema
    for _, item in children(schema):
        yield from inside(item)


def target(schema: JsonObject) -> str | None:
    """Return the component's name where a schema is a reference."""
    ref = schema.get("$ref")
    return ref.removeprefix(PREFIX) if isinstance(ref, str) else None


def targets(schema: JsonObject) -> Iterator[str]:
    """Yield the names of all components that a schema refers to."""
    for part in inside(schema):
        name = target(part)
        if name is not None:
            yield name


def resolved(schema: JsonObject, schemas: Schemas) -> JsonObject:
    """Follow references until a schema that is none."""
    while (name := target(schema)) is not None:
        schema = schemas[name]
    return schema


def types(schema: JsonObject) -> list[str]:
    """Return the JSON types that `type` allows; none where there is no `type`."""
    kind = schema.get("type")
    return [kind] if isinstance(kind, str) else [as_text(item) for item in as_list(kind)]


def members(schema: JsonObject) -> list[JsonObject]:
    """Return the alternatives of a union; none where the schema is no union."""
    return [as_object(item) for key in ("anyOf", "oneOf") for item in as_list(schema.get(key))]


def says_only_presence(schema: JsonObject) -> bool:
    """Tell whether a schema says nothing but which properties have to be present."""
    parts = [*members(schema), *map(as_object, as_list(schema.get("allOf")))]
    return bool(schema) and schema.keys() <= _PRESENCE and all(map(says_only_presence, parts))


def without(schema: JsonObject, *keys: str) -> JsonObject:
    """Return a copy that lacks some keywords."""
    return {key: value for key, value in schema.items() if key not in keys}
