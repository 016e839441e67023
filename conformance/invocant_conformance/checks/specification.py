"""The bundled specification as the checks use it: operations, and the schemas of their bodies."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from invocant import spec

from ..json_values import JsonValue
from ..probes.probe import Object
from ..target import Surface, Task

JSON = "application/json"
EVENT_STREAM = "text/event-stream"
_METHODS = ("put", "get", "delete", "patch", "post")


@dataclass(frozen=True, kw_only=True, slots=True)
class DescribedOperation:
    """An operation of the specification; `path` is the template, `document` its object."""

    id: str
    method: str
    path: str
    document: Mapping[str, JsonValue]

    @property
    def responses(self) -> Object:
        """The documented answers by status."""
        return as_object(self.document["responses"])

    def request_schema(self, task: Task | None) -> Object | None:
        """Return the schema of the body for a task, None where the operation takes no body."""
        if branch := self._branch(task):
            return as_object(branch["request"])
        body = self.document.get("requestBody")
        return _media_schema(body, "schema") if body else None

    def answer_schema(self, status: int, task: Task | None) -> Object | None:
        """Return the schema of the JSON answer with a status, None where there is none."""
        if status < 300 and (branch := self._branch(task)):
            return as_object(branch["response"])
        return _media_schema(self.responses[str(status)], "schema")

    def refusal_schema(self) -> Object:
        """Return the schema of the answer to a refused request, which all refusals share."""
        status = min(status for status in self.responses if status >= "400")
        schema = _media_schema(self.responses[status], "schema")
        if schema is None:
            raise LookupError(f"{self.id}: answer {status} has no schema")
        return schema

    @property
    def stream(self) -> Object:
        """The declaration of the operation's event stream: schema of its events, and its end."""
        media = as_object(resolve(self.responses["200"])["content"])[EVENT_STREAM]
        return as_object(as_object(media)["x-stream"])

    def _branch(self, task: Task | None) -> Object | None:
        """Return what the operation declares for one of its tasks."""
        branches = self.document.get("x-tasks", [])
        assert isinstance(branches, list)
        found = (branch for branch in map(as_object, branches) if branch["task"] == task)
        return next(found, None)


@functools.cache
def operations() -> Mapping[str, DescribedOperation]:
    """Return every operation of the specification by id."""
    return {operation.id: operation for operation in _operations()}


def operation_of(surface: Surface) -> DescribedOperation:
    """Return the operation that a surface reaches."""
    return operations()[surface.operation_id]


def undeclared_methods(path: str) -> tuple[str, ...]:
    """Return the usual methods that the specification does not declare for a path template."""
    declared = {operation.method for operation in operations().values() if operation.path == path}
    return tuple(name for name in map(str.upper, _METHODS) if name not in declared)


def component(name: str) -> Object:
    """Return a reference to a named schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def resolve(value: JsonValue) -> Object:
    """Follow references within the specification."""
    node = as_object(value)
    while isinstance(reference := node.get("$ref"), str):
        found: JsonValue = spec.openapi()
        for step in reference.removeprefix("#/").split("/"):
            found = as_object(found)[step.replace("~1", "/").replace("~0", "~")]
        node = as_object(found)
    return node


def as_object(value: JsonValue) -> Object:
    """Return a value that the specification has as an object. Raises TypeError otherwise."""
    if not isinstance(value, dict):
        raise TypeError(f"specification: expected an object, not {type(value).__name__}")
    return value


def _operations() -> Iterator[DescribedOperation]:
    for path, item in as_object(spec.openapi()["paths"]).items():
        for method, value in as_object(item).items():
            if method in _METHODS:
                document = as_object(value)
                operation_id = str(document["operationId"])
                yield DescribedOperation(
                    id=operation_id, method=method.upper(), path=path, document=document
                )


def _media_schema(body_or_answer: JsonValue, key: str) -> Object | None:
    content = as_object(resolve(body_or_answer).get("content", {}))
    media = as_object(content.get(JSON, {}))
    return as_object(media[key]) if key in media else None
