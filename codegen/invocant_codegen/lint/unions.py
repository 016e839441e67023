"""Rules about unions: code generation opens those that are named and tagged."""

from collections.abc import Iterator, Sequence, Set

from ..bundle import bundle
from ..calls import component, component_schemas
from ..json_values import JsonObject, as_list, as_object, as_text, child, walk
from ..load import Document, Spec
from ..problems import Problem
from ..refs import localised
from ..schemas import (
    PREFIX,
    Schemas,
    members,
    resolved,
    says_only_presence,
    target,
    types,
)
from ..views import flat
from .places import SchemaPlace, schema_places


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that unions of objects are components, and that a value tells which member it is.

    Needs a specification without dangling references.
    """
    whole = bundle(spec)
    schemas, tasks = component_schemas(whole), {*_bodies_of_tasks(whole)}
    for document in spec.openapi():
        for place in schema_places(document):
            yield from _union(document, place, schemas, tasks)


def _bodies_of_tasks(document: JsonObject) -> Iterator[str]:
    """Yield the pointers of schemas whose members `x-tasks` tells apart."""
    for _, operation in walk(document):
        if "x-tasks" in operation:
            responses = as_object(operation.get("responses")).values()
            for holder in (operation.get("requestBody"), *responses):
                for _, media in walk(component(as_object(holder), document)):
                    yield as_text(as_object(media.get("schema")).get("$ref")).removeprefix("#")


def _union(
    document: Document, place: SchemaPlace, schemas: Schemas, tasks: Set[str]
) -> Iterator[Problem]:
    schema = as_object(localised(place.schema))
    parts = [part for part in members(schema) if types(part) != ["null"]]
    objects = [part for part in parts if _is_object(part, schemas)]
    if not objects or all(map(says_only_presence, parts)):
        return
    if not place.named and len(parts) > 1:
        message = "a union with objects has to be a component, so that it gets a name"
        yield document.problem(place.pointer, "union-inline", message)
    if "discriminator" in schema:
        yield from _mapped(document, place.pointer, schema, parts, schemas)
    elif len(objects) > 1 and not (
        place.pointer in tasks and _told_apart(schema, objects, schemas)
    ):
        message = "a union of objects needs a discriminator with a mapping; as the body of an "
        message += "operation with x-tasks, anyOf (the task tells), or with oneOf members that "
        message += "require a property that no other has"
        yield document.problem(place.pointer, "union-untagged", message)


def _is_object(schema: JsonObject, schemas: Schemas) -> bool:
    content = flat(resolved(schema, schemas), schemas)
    inner = any(_is_object(part, schemas) for part in members(content))
    return "properties" in content or types(content) == ["object"] or inner


def _told_apart(schema: JsonObject, objects: Sequence[JsonObject], schemas: Schemas) -> bool:
    return "anyOf" in schema or _tagged_by_keys(objects, schemas)


def _tagged_by_keys(objects: Sequence[JsonObject], schemas: Schemas) -> bool:
    contents = [flat(resolved(part, schemas), schemas) for part in objects]
    for content in contents:
        others = {
            name
            for other in contents
            if other is not content
            for name in as_object(other.get("properties"))
        }
        if not {as_text(name) for name in as_list(content.get("required"))} - others:
            return False
    return True


def _mapped(
    document: Document,
    pointer: str,
    schema: JsonObject,
    parts: Sequence[JsonObject],
    schemas: Schemas,
) -> Iterator[Problem]:
    discriminator = as_object(schema["discriminator"])
    key = as_text(discriminator.get("propertyName"))
    mapping = as_object(discriminator.get("mapping"))
    place = child(pointer, "discriminator")
    named = {as_text(ref).removeprefix(PREFIX) for ref in mapping.values()}
    if named != {target(part) for part in parts}:
        message = "mapping has to name every member of the union, and nothing else"
        yield document.problem(place, "union-mapping", message)
        return
    for tag, ref in mapping.items():
        content = flat(schemas[as_text(ref).removeprefix(PREFIX)], schemas)
        if not _has_tag(content, key, tag):
            message = f"the member for {tag!r} has to require {key!r} with const: {tag}"
            yield document.problem(place, "union-tag", message)


def _has_tag(content: JsonObject, key: str, tag: str) -> bool:
    schema = as_object(as_object(content.get("properties")).get(key))
    known = schema.get("const") == tag or schema.get("enum") == [tag]
    return known and key in as_list(content.get("required"))
