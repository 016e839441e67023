"""Rule about what is shown: every operation has an example of its request and of its answer."""

from collections.abc import Iterator

from ..bundle import METHODS
from ..json_values import JsonObject, JsonValue, as_object, child
from ..load import Document, Spec
from ..problems import Problem
from ..refs import find, resolve_text

_SECTIONS = ("paths", "webhooks")


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that every body and every successful answer of an operation has an example."""
    for document in spec.openapi():
        for pointer, operation in _operations(document):
            responses = as_object(operation.get("responses"))
            for step, holder in (
                ("/requestBody", operation.get("requestBody")),
                ("/responses/200", responses.get("200")),
            ):
                yield from _shown(spec, document, pointer + step, holder)


def _operations(document: Document) -> Iterator[tuple[str, JsonObject]]:
    for section in _SECTIONS:
        for path, item in as_object(document.content.get(section)).items():
            for method in METHODS:
                if method in as_object(item):
                    pointer = child(child(f"/{section}", path), method)
                    yield pointer, as_object(as_object(item)[method])


def _shown(spec: Spec, document: Document, pointer: str, holder: JsonValue) -> Iterator[Problem]:
    for kind, media in as_object(_resolved(spec, document, holder).get("content")).items():
        if not as_object(as_object(media).get("examples")):
            message = f"{kind} needs an example: readers copy it, and the suite sends it"
            yield document.problem(pointer, "example-missing", message)


def _resolved(spec: Spec, document: Document, value: JsonValue) -> JsonObject:
    found = as_object(value)
    file = document.path
    while isinstance(ref := found.get("$ref"), str):
        file, target = resolve_text(file, ref)
        found = as_object(find(spec, file, target))
    return found
