"""The client's methods as the specification marks them, before anything is typed.

An operation is one method (`x-method`) or one method a task (`x-tasks`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .bundle import METHODS
from .json_values import JsonObject, as_list, as_object, as_text, lookup
from .schemas import Schemas, resolved, target, types

JSON = "application/json"
EVENTS = "text/event-stream"


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One method: where it hangs, what it sends, and the names of the schemas it speaks."""

    client: str
    attributes: tuple[str, ...]
    operation_id: str
    http_method: str
    path: str
    summary: str
    description: str
    parameters: Sequence[JsonObject]
    request: str | None
    response: str | None
    event: str | None
    end: JsonObject
    items: str | None


def calls(bundle: JsonObject) -> list[Call]:
    """Return all methods of a bundled specification, in the order of its paths."""
    return [
        call
        for path, item in as_object(bundle.get("paths")).items()
        for method in METHODS
        if method in as_object(item)
        for call in _calls(bundle, path, method, as_object(item))
    ]


def component_schemas(bundle: JsonObject) -> Schemas:
    """Return the component schemas of a bundled specification by name."""
    schemas = as_object(as_object(bundle.get("components")).get("schemas"))
    return {name: as_object(schema) for name, schema in schemas.items()}


def _calls(bundle: JsonObject, path: str, method: str, item: JsonObject) -> Iterator[Call]:
    operation = as_object(item[method])
    answer = _body(as_object(as_object(operation.get("responses")).get("200")), bundle)
    stream = as_object(as_object(answer.get(EVENTS)).get("x-stream"))
    parameters = [*as_list(item.get("parameters")), *as_list(operation.get("parameters"))]
    for task in _tasks(bundle, operation, answer, stream):
        yield Call(
            client=as_text(operation.get("x-client")),
            attributes=tuple(as_text(task.get("method")).split(".")),
            operation_id=as_text(operation.get("operationId")),
            http_method=method.upper(),
            path=path,
            summary=as_text(task.get("summary") or operation.get("summary")),
            description=as_text(task.get("description") or operation.get("description")),
            parameters=[_component(as_object(entry), bundle) for entry in parameters],
            request=target(as_object(task.get("request"))),
            response=_answer(task, component_schemas(bundle)),
            event=target(as_object(task.get("event"))),
            end=as_object(stream.get("end")),
            items=as_text(as_object(operation.get("x-pagination")).get("items")) or None,
        )


def _tasks(
    bundle: JsonObject, operation: JsonObject, answer: JsonObject, stream: JsonObject
) -> list[JsonObject]:
    """Return the tasks of an operation; one without `x-tasks` is a task itself."""
    body = _body(as_object(operation.get("requestBody")), bundle)
    single: JsonObject = {
        "method": operation.get("x-method"),
        "request": as_object(body.get(JSON)).get("schema"),
        "response": as_object(answer.get(JSON)).get("schema"),
        "event": stream.get("event"),
    }
    return [as_object(task) for task in as_list(operation.get("x-tasks"))] or [single]


def _answer(task: JsonObject, schemas: Schemas) -> str | None:
    """Return the name of the answer's schema; none where the answer is an empty object."""
    schema = as_object(task.get("response"))
    content = resolved(schema, schemas)
    empty = types(content) == ["object"] and not {"properties", "additionalProperties"} & {*content}
    return None if empty else target(schema)


def _body(holder: JsonObject, bundle: JsonObject) -> JsonObject:
    return as_object(_component(holder, bundle).get("content"))


def _component(value: JsonObject, bundle: JsonObject) -> JsonObject:
    ref = value.get("$ref")
    return as_object(lookup(bundle, ref[1:])) if isinstance(ref, str) else value
