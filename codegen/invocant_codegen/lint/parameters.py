"""Rules about parameters: where they may stand, and what their values may be."""

import re
from collections.abc import Iterator

from ..json_values import JsonObject, as_object, as_text, child, lookup
from ..load import Document, Spec
from ..methods import PLACEHOLDER, TYPES
from ..problems import Problem
from .operation import Operation, operations

_PLACES = ("path", "query", "header")
_HEADER = re.compile(r"[A-Za-z0-9-]+")

# Headers that the client sends of itself, of which OpenAPI allows no parameters.
_OWN_HEADERS = ("accept", "authorization", "content-type")


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that parameters can become arguments, and that paths have a place for theirs."""
    for document in spec.openapi():
        parameters = as_object(as_object(document.content.get("components")).get("parameters"))
        for name, parameter in parameters.items():
            yield from _parameter(
                document, child("/components/parameters", name), as_object(parameter)
            )
    for operation in operations(spec):
        for pointer, parameter in operation.parameters():
            if "$ref" not in as_object(lookup(operation.document.content, pointer)):
                yield from _parameter(operation.document, pointer, parameter)
        yield from _path(operation)


def _path(operation: Operation) -> Iterator[Problem]:
    found = {
        as_text(parameter.get("name"))
        for _, parameter in operation.parameters()
        if parameter.get("in") == "path"
    }
    for name in sorted(found ^ set(PLACEHOLDER.findall(operation.path))):
        message = f"{name!r} is not both in the path and a parameter"
        yield operation.problem("", "parameter-path", message)


def _parameter(document: Document, pointer: str, parameter: JsonObject) -> Iterator[Problem]:
    place = parameter.get("in")
    if place not in _PLACES:
        message = f"a parameter is in {', '.join(_PLACES)}, not in {place!r}"
        yield document.problem(pointer, "parameter-in", message)
        return
    if not as_text(parameter.get("description")):
        yield document.problem(pointer, "parameter-description", "a parameter needs a description")
    schema = as_object(parameter.get("schema"))
    if "enum" not in schema and not {"example", "examples"} & parameter.keys():
        message = "a parameter needs an example, unless its schema has an enum"
        yield document.problem(pointer, "parameter-example", message)
    if place == "path":
        if parameter.get("required") is not True:
            message = "a parameter in the path has to be required: true"
            yield document.problem(pointer, "parameter-required", message)
        return
    if schema.get("type") not in TYPES:
        message = f"the schema has to be written here, with one type of {', '.join(TYPES)}"
        yield document.problem(pointer, "parameter-type", message)
    if place == "header":
        yield from _header(document, pointer, as_text(parameter.get("name")))


def _header(document: Document, pointer: str, name: str) -> Iterator[Problem]:
    if not _HEADER.fullmatch(name):
        message = f"{name!r} is no name of a header of letters, digits and hyphens"
        yield document.problem(pointer, "parameter-header", message)
    elif name.lower() in _OWN_HEADERS:
        message = f"clients send {name!r} of themselves; it is no parameter"
        yield document.problem(pointer, "parameter-header", message)
