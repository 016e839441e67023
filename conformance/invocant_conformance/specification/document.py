"""The bundled OpenAPI document: what its references lead to, and schemas that stand alone."""

import functools
from collections.abc import Iterator, Sequence

from invocant import spec

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text


def paths() -> JsonObject:
    """Return the path items by path."""
    return as_object(spec.openapi().get("paths"))


def webhooks() -> JsonObject:
    """Return the path items of requests that others answer, by name."""
    return as_object(spec.openapi().get("webhooks"))


def schemas() -> JsonObject:
    """Return the named schemas."""
    return as_object(as_object(spec.openapi().get("components")).get("schemas"))


def component(name: str) -> JsonObject:
    """Return a reference to a named schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def standalone(schema: JsonObject) -> dict[str, JsonValue]:
    """Return a schema together with the named ones to which its references lead."""
    named, found = schemas(), reached(schema)
    kept = {name: named[name] for name in sorted(found) if name in named}
    return {**schema, "components": {"schemas": kept}}


def reached(schema: JsonObject) -> frozenset[str]:
    """Return the names of the schemas to which the references of a schema lead, one by one."""
    found: set[str] = set()
    waiting = [*_names(schema)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _references_of(name)
    return frozenset(found)


@functools.cache
def _references_of(name: str) -> tuple[str, ...]:
    return tuple(_names(schemas().get(name)))


def _names(value: JsonValue) -> Iterator[str]:
    """Yield the names of the schemas to which references within a value point."""
    return (each.removeprefix("#/components/schemas/") for each in references(value))


def references(value: JsonValue) -> Iterator[str]:
    """Yield every reference within a value."""
    if isinstance(value, list):
        for item in value:
            yield from references(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "$ref" and isinstance(item, str):
                yield item
            else:
                yield from references(item)


def resolve(value: JsonValue) -> JsonObject:
    """Follow local references until an object says something itself; a non-object is empty."""
    found = as_object(value)
    while reference := as_text(found.get("$ref")):
        found = as_object(target(reference))
    return found


def target(reference: str) -> JsonValue:
    """Return what a local reference names: a JSON pointer (RFC 6901) in a URI fragment."""
    steps = reference.removeprefix("#").split("/")[1:]
    return at([step.replace("~1", "/").replace("~0", "~") for step in steps])


def at(steps: Sequence[str | int]) -> JsonValue:
    """Return what stands at a path of the document, None where nothing does."""
    value: JsonValue = spec.openapi()
    for step in steps:
        if isinstance(step, int):
            members = as_list(value)
            value = members[step] if step < len(members) else None
        else:
            value = as_object(value).get(step)
    return value


def properties(schema: JsonValue) -> dict[str, JsonValue]:
    """Return the properties that a schema describes, itself or by what it is composed of."""
    said = resolve(schema)
    found = dict(as_object(said.get("properties")))
    for part in as_list(said.get("allOf")):
        found |= properties(part)
    return found


def required(schema: JsonValue) -> frozenset[str]:
    """Return the members that a schema requires, itself or by what it is composed of."""
    said = resolve(schema)
    own = frozenset(map(as_text, as_list(said.get("required"))))
    return own.union(*map(required, as_list(said.get("allOf"))))


def is_about_objects(schema: JsonValue) -> bool:
    """Whether nothing but objects fits a schema of the specification, as far as it says so."""
    said = resolve(schema)
    parts = [*as_list(said.get("allOf"))]
    branches = [*as_list(said.get("anyOf")), *as_list(said.get("oneOf"))]
    if said.get("type") == "object" or any(map(is_about_objects, parts)):
        return True
    return bool(branches) and all(map(is_about_objects, branches))
