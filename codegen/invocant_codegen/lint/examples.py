"""Rule about examples: a reader copies them, so they have to be right."""

import json
from collections.abc import Iterator, Mapping

from jsonschema_rs import Draft202012Validator, ValidationError

from ..bundle import bundle
from ..json_values import JsonObject, JsonValue, as_object, as_text, child, lookup, walk
from ..load import Document, Spec
from ..problems import Problem
from ..refs import find, localised, resolve_text
from ..schemas import members


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that every example of a body, an event, a header or a parameter fits its schema."""
    components = bundle(spec)["components"]
    for document in spec.openapi():
        for pointer, media in walk(document.content):
            said = media.get("schema", media.get("itemSchema"))
            if isinstance(said, Mapping):
                schema = {**as_object(localised(said)), "components": components}
                for place, value in _examples(spec, document, pointer, media):
                    yield from _judged(document, place, schema, value)
                    yield from _content(document, place, schema, value)


def _examples(
    spec: Spec, document: Document, pointer: str, media: JsonObject
) -> Iterator[tuple[str, JsonValue]]:
    """Yield pointer and value of every example, also of those that are components."""
    if "example" in media:
        yield child(pointer, "example"), media["example"]
    for name, example in as_object(media.get("examples")).items():
        content, place = as_object(example), child(child(pointer, "examples"), name)
        if "$ref" in content:
            target = resolve_text(document.path, as_text(content["$ref"]))
            content = as_object(find(spec, *target))
        yield place, content.get("value")


def _content(
    document: Document, pointer: str, schema: JsonObject, value: JsonValue
) -> Iterator[Problem]:
    """Judge the JSON text that an event carries, which JSON Schema's own validation passes over."""
    data = as_object(value).get("data")
    found = [*_content_schemas(schema, schema)] if isinstance(data, str) else []
    if found and as_text(data).startswith("{"):
        carried: JsonObject = {"anyOf": found, "components": schema["components"]}
        yield from _judged(document, f"{pointer}/data", carried, json.loads(as_text(data)))


def _content_schemas(schema: JsonObject, root: JsonObject) -> Iterator[JsonObject]:
    """Yield what the text of a server-sent event's data may hold."""
    if "contentSchema" in schema:
        yield as_object(schema["contentSchema"])
    parts = [*members(schema), as_object(as_object(schema.get("properties")).get("data"))]
    if "$ref" in schema:
        parts.append(as_object(lookup(root, as_text(schema["$ref"])[1:])))
    for part in parts:
        yield from _content_schemas(part, root) if part else ()


def _judged(
    document: Document, pointer: str, schema: JsonObject, value: JsonValue
) -> Iterator[Problem]:
    fault = next(Draft202012Validator({**schema}).iter_errors(value), None)
    if fault is not None:
        yield document.problem(pointer, "example-invalid", _text(fault))


def _text(fault: ValidationError) -> str:
    place = "".join(f"/{step}" for step in fault.instance_path)
    return f"the example does not fit its schema: {place or 'value'}: {fault.message}"
