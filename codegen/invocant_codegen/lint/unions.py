"""Rules about unions: code generation opens those that are named and tagged."""

from collections.abc import Iterator, Sequence, Set

from ..bundle import bundle
from ..calls import calls, component, component_schemas
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
from ..views import flat, reachable
from .places import SchemaPlace, schema_places


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that unions of objects are components, and that a value tells which member it is.

    Of components that no method speaks, such as refusals, which clients read without types, only
    discriminators are checked. Needs a specification without dangling references.
    """
    whole = bundle(spec)
    schemas, tasks = component_schemas(whole), {*_bodies_of_tasks(whole)}
    typed = {*_typed(whole, schemas), *(task.rpartition("/")[2] for task in tasks)}
    for document in spec.openapi():
        for place in schema_places(document):
            if _is_typed(place, typed) or "discriminator" in place.schema:
                yield from _union(document, place, schemas, tasks)


def _is_typed(place: SchemaPlace, typed: Set[str]) -> bool:
    _, section, *steps = place.pointer.split("/")
    return section != "components" or steps[:1] != ["schemas"] or steps[1] in typed


def _typed(document: JsonObject, schemas: Schemas) -> Iterator[str]:
    """Yield the names of components that become types, since a method sends or answers them."""
    for call in calls(document):
        roots = (call.request, *call.answers)
        yield from reachable(schemas, [root for root in roots if root])


def _bodies_of_tasks(document: JsonObject) -> Iterator[str]:
    """Yield the pointers of schemas whose members `x-tasks` tells apart."""
    for _, operation in walk(document):
        if "x-tasks" in operation:
            answer = as_object(operation.get("responses")).get("200")
            for holder in (operation.get("requestBody"), answer):
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
        (place.pointer in tasks and "anyOf" in schema) or _tagged_by_keys(objects, schemas)
    ):
        message = "a union of objects needs a discriminator with a mapping, or members without a "
        message += "common tag that require a property that no other has; anyOf of others is for "
        message += "the body of an operation with x-tasks, where the task tells"
        yield document.problem(place.pointer, "union-untagged", message)


def _is_object(schema: JsonObject, schemas: Schemas) -> bool:
    content = flat(resolved(schema, schemas), schemas)
    inner = any(_is_object(part, schemas) for part in members(content))
    return "properties" in content or types(content) == ["object"] or inner


def _tagged_by_keys(objects: Sequence[JsonObject], schemas: Schemas) -> bool:
    contents = [flat(resolved(part, schemas), schemas) for part in objects]
    first, *rest = map(_tags, contents)
    if first.intersection(*rest):
        return False
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


def _tags(content: JsonObject) -> set[str]:
    """Return the properties of an object that have one value only."""
    properties = as_object(content.get("properties"))
    return {name for name, item in properties.items() if "const" in as_object(item)}


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
    default = as_text(discriminator.get("defaultMapping")).removeprefix(PREFIX)
    named = {as_text(ref).removeprefix(PREFIX) for ref in mapping.values()}
    if named | ({default} - {""}) != {target(part) for part in parts}:
        message = "mapping has to name every member of the union, and nothing else"
        yield document.problem(place, "union-mapping", message)
        return
    for tag, ref in mapping.items():
        name = as_text(ref).removeprefix(PREFIX)
        if not _has_tag(flat(schemas[name], schemas), key, tag, needed=name != default):
            message = f"the member for {tag!r} has to require {key!r} with const: {tag}"
            yield document.problem(place, "union-tag", message)
    if default and default not in named and not _excludes(schemas[default], schemas, key, mapping):
        message = f"the member for all other tags has to refuse those of the mapping in {key!r}"
        yield document.problem(place, "union-default", message)


def _has_tag(content: JsonObject, key: str, tag: str, *, needed: bool) -> bool:
    """Tell whether a member has a tag; the default member, and no other, may leave it out."""
    schema = as_object(as_object(content.get("properties")).get(key))
    known = schema.get("const") == tag or schema.get("enum") == [tag]
    return known and (not needed or key in as_list(content.get("required")))


def _excludes(schema: JsonObject, schemas: Schemas, key: str, mapping: JsonObject) -> bool:
    content = flat(schema, schemas)
    tag = as_object(as_object(content.get("properties")).get(key))
    refused = as_list(as_object(tag.get("not")).get("enum"))
    return {*map(as_text, refused)} == {*mapping} and key in as_list(content.get("required"))
