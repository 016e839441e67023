"""Rules about operations and about the methods that they become."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..bundle import METHODS
from ..clients import CLIENTS
from ..json_values import JsonObject, as_list, as_object, as_text, child
from ..load import Document, Spec
from ..problems import Problem
from ..refs import find, resolve_text

_TEXTS = ("operationId", "summary", "description")
_METHOD = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Operation:
    """One operation and where it stands."""

    document: Document
    pointer: str
    path: str
    item: JsonObject
    content: JsonObject

    def problem(self, step: str, rule: str, message: str) -> Problem:
        return self.document.problem(self.pointer + step, rule, message)


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that every operation is named, described, and becomes a method of its own."""
    ids: dict[str, str] = {}
    methods: dict[tuple[str, str], str] = {}
    for document in spec.openapi():
        if "paths" in document.content:
            yield from _marks(document)
        for operation in _operations(document):
            yield from _texts(operation, ids)
            yield from _methods(operation, methods)
            yield from _bodies(operation)
            yield from _parameters(operation, spec)


def _operations(document: Document) -> Iterator[_Operation]:
    for path, item in as_object(document.content.get("paths")).items():
        for method in METHODS:
            if method in as_object(item):
                yield _Operation(
                    document=document,
                    pointer=child(child("/paths", path), method),
                    path=path,
                    item=as_object(item),
                    content=as_object(as_object(item)[method]),
                )


def _marks(document: Document) -> Iterator[Problem]:
    if not as_text(document.content.get("x-profile")):
        yield document.problem("", "x-profile", "a document with paths needs x-profile")
    client = document.content.get("x-client")
    if client not in CLIENTS:
        message = f"x-client is {client!r}, expected one of {', '.join(CLIENTS)}"
        yield document.problem("/x-client" if client else "", "x-client", message)


def _texts(operation: _Operation, ids: dict[str, str]) -> Iterator[Problem]:
    for key in _TEXTS:
        if not as_text(operation.content.get(key)):
            rule = f"operation-{key.lower()}"
            yield operation.problem("", rule, f"the operation needs {key}")
    name = as_text(operation.content.get("operationId"))
    other = ids.setdefault(name, operation.pointer)
    if name and other != operation.pointer:
        message = f"operationId {name!r} is also at #{other}"
        yield operation.problem("/operationId", "operation-duplicate", message)


def _methods(operation: _Operation, seen: dict[tuple[str, str], str]) -> Iterator[Problem]:
    """Method names are unique within a client, and none is a resource of another."""
    names = dict(_method_names(operation.content))
    if len({"x-method", "x-tasks"} & operation.content.keys()) != 1:
        message = "the operation needs either x-method or x-tasks"
        yield operation.problem("", "operation-method", message)
    client = as_text(operation.document.content.get("x-client"))
    for step, name in names.items():
        if not _METHOD.fullmatch(name):
            message = f"{name!r} is not an attribute path such as chat.completions.create"
            yield operation.problem(step, "method-name", message)
        for (owner, other), place in seen.items():
            clash = f"{other}.".startswith(f"{name}.") or f"{name}.".startswith(f"{other}.")
            if owner == client and clash:
                message = f"method {name!r} clashes with {other!r} at #{place}"
                yield operation.problem(step, "method-duplicate", message)
        seen[client, name] = operation.pointer + step


def _method_names(content: JsonObject) -> Iterator[tuple[str, str]]:
    if "x-method" in content:
        yield "/x-method", as_text(content["x-method"])
    for index, task in enumerate(as_list(content.get("x-tasks"))):
        yield f"/x-tasks/{index}", as_text(as_object(task).get("method"))


def _bodies(operation: _Operation) -> Iterator[Problem]:
    """Bodies have names, since they become types."""
    bodies = {"/requestBody": as_object(operation.content.get("requestBody"))}
    for status, response in as_object(operation.content.get("responses")).items():
        bodies[child("/responses", status)] = as_object(response)
    for step, body in bodies.items():
        for kind, media in as_object(body.get("content")).items():
            for key in ("schema", "itemSchema"):
                schema = as_object(media).get(key)
                if schema is not None and "$ref" not in as_object(schema):
                    place = child(f"{step}/content", kind) + f"/{key}"
                    yield operation.problem(place, "body-inline", "a body has to be a component")


def _parameters(operation: _Operation, spec: Spec) -> Iterator[Problem]:
    """Only parameters in the path become arguments, and the path has a place for each."""
    path_item = operation.pointer.rpartition("/")[0]
    places = {path_item: operation.item, operation.pointer: operation.content}
    found: set[str] = set()
    for place, holder in places.items():
        for index, entry in enumerate(as_list(holder.get("parameters"))):
            parameter = _parameter(as_object(entry), operation.document, spec)
            found.add(as_text(parameter.get("name")))
            if parameter.get("in") != "path":
                message = f"parameters in {parameter.get('in')!r} are not generated; only in path"
                pointer = f"{place}/parameters/{index}"
                yield operation.document.problem(pointer, "parameter-in", message)
    for name in sorted(found ^ set(re.findall(r"\{([^{}]+)\}", operation.path))):
        message = f"{name!r} is not both in the path and a parameter"
        yield operation.problem("", "parameter-path", message)


def _parameter(entry: JsonObject, document: Document, spec: Spec) -> JsonObject:
    ref = entry.get("$ref")
    if not isinstance(ref, str):
        return entry
    try:
        return as_object(find(spec, *resolve_text(document.path, ref)))
    except LookupError:
        return {"in": "path"}
