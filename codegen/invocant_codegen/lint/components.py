"""Rules about named components and about the keywords of their schemas."""

from collections.abc import Iterator

from ..json_values import JsonValue, as_list, as_object, child
from ..load import Document, Spec
from ..problems import Problem
from .places import schema_places

_TYPES = {"array", "boolean", "integer", "null", "number", "object", "string"}

Seen = dict[tuple[str, str], tuple[str, JsonValue]]


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that component names are unique and that schemas are described."""
    seen: Seen = {}
    for document in spec.openapi():
        yield from _unique(document, seen)
        yield from _described(document)
        yield from _keywords(document)


def _unique(document: Document, seen: Seen) -> Iterator[Problem]:
    """Names are one namespace over all files; equal content may repeat, but for schemas."""
    for section, named in as_object(document.content.get("components")).items():
        for name, content in as_object(named).items():
            file, other = seen.setdefault((section, name), (document.path, content))
            same = section != "schemas" and content == other
            if file != document.path and not same:
                pointer = child(child("/components", section), name)
                message = f"component name {name!r} is also in {file}"
                yield document.problem(pointer, "component-duplicate", message)


def _described(document: Document) -> Iterator[Problem]:
    for place in schema_places(document):
        merged = place.pointer.rpartition("/")[0].endswith("/allOf")
        if place.named and not place.schema.get("description"):
            message = "a component needs a description"
            yield document.problem(place.pointer, "schema-description", message)
        for name, item in as_object(place.schema.get("properties")).items():
            if not {"description", "$ref"} & as_object(item).keys():
                pointer = child(f"{place.pointer}/properties", name)
                message = f"property {name!r} needs a description"
                yield document.problem(pointer, "property-description", message)
        if "properties" in place.schema and not place.named and not merged:
            message = "an object with properties has to be a component, so that it gets a name"
            yield document.problem(place.pointer, "object-inline", message)


def _keywords(document: Document) -> Iterator[Problem]:
    for place in schema_places(document):
        named = place.schema.get("type", [])
        for name in [named] if isinstance(named, str) else as_list(named):
            if name not in _TYPES:
                message = f"{name!r} is no type of JSON; there are {', '.join(sorted(_TYPES))}"
                yield document.problem(child(place.pointer, "type"), "schema-type", message)
        if "nullable" in place.schema:
            message = "nullable: is not in OpenAPI 3.1; write type: [string, 'null']"
            yield document.problem(child(place.pointer, "nullable"), "nullable", message)
        if place.schema.get("format") == "password" and place.schema.get("writeOnly") is not True:
            message = "a secret (format: password) needs writeOnly: true"
            yield document.problem(place.pointer, "secret", message)
