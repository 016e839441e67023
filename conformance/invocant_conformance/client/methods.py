"""The client methods that the specification promises, one for each operation and task."""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from invocant import spec
from pydantic import JsonValue

from .json_schema import JsonObject, members, objects, resolve

__all__ = ["Method", "load"]

VERBS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")

@dataclass(frozen=True, kw_only=True, slots=True)
class Method:
    """One method of a client class, and the schemas of what it sends and gets.

    ``name`` is the attribute path, ``path`` the template of the request's path. ``bases`` are the
    base paths that serve it. ``answer`` is ``None`` where the answer says nothing beyond success.
    ``event`` and ``marker``: of a streamed answer. ``items``: the member that holds a list's
    entries. ``example``: a documented body, empty where there is none. Schemas refer to the document's components.
    """

    id: str
    client: str
    name: str
    verb: str
    path: str
    bases: tuple[str, ...]
    parameters: Mapping[str, JsonObject]
    request: JsonObject | None
    answer: JsonObject | None
    event: JsonObject | None
    marker: str | None
    items: str | None
    example: JsonObject

    @property
    def operation(self) -> str:
        """Verb and path, as results name the operation."""
        return f"{self.verb} {self.path}"

    def fill(self, values: Mapping[str, str]) -> str:
        """The path as it has to be sent, each value as one percent-encoded segment."""
        return PLACEHOLDER.sub(lambda match: quote(values[match[1]], safe=""), self.path)


@functools.cache
def load() -> tuple[Method, ...]:
    """Every method of the bundled specification, sorted by operation id and name."""
    paths = members(spec.openapi()["paths"])
    found = [
        method
        for path, item in paths.items()
        for verb in VERBS
        if verb in members(item)
        for method in _of_operation(path, verb, members(item))
    ]
    return tuple(sorted(found, key=lambda method: (method.id, method.name)))


def _of_operation(path: str, verb: str, item: JsonObject) -> Iterator[Method]:
    operation = members(item[verb])
    parameters = _parameters(item) | _parameters(operation)
    servers = objects(item.get("servers", [{"url": "/"}]))
    content = members(resolve(members(operation["responses"])["200"]).get("content"))
    stream = members(content.get("text/event-stream"))
    for task in _tasks(operation, content):
        event = task.get("event")
        yield Method(
            id=str(operation["operationId"]),
            client=str(operation["x-client"]),
            name=str(task["method"]),
            verb=verb.upper(),
            path=path,
            bases=tuple(str(server["url"]).rstrip("/") for server in servers),
            parameters=parameters,
            request=_without(task.get("request"), parameters),
            answer=_meaningful(task.get("response")),
            event=members(event) if event else None,
            marker=_marker(stream) if event else None,
            items=_items(operation),
            example=_example(operation, task),
        )


def _tasks(operation: JsonObject, content: JsonObject) -> list[JsonObject]:
    """The operation's tasks; one that has only one is written as its own task."""
    if "x-tasks" in operation:
        return objects(operation["x-tasks"])
    stream = members(content.get("text/event-stream")).get("x-stream")
    return [
        {
            "method": operation["x-method"],
            "request": _body(operation).get("schema"),
            "response": members(content.get("application/json")).get("schema"),
            "event": members(stream).get("event"),
        }
    ]


def _body(operation: JsonObject) -> JsonObject:
    content = members(resolve(members(operation.get("requestBody"))).get("content"))
    return members(content.get("application/json"))


def _parameters(item: JsonObject) -> dict[str, JsonObject]:
    listed = [resolve(each) for each in objects(item.get("parameters", []))]
    return {str(each["name"]): members(each["schema"]) for each in listed if each["in"] == "path"}


def _without(schema: JsonValue, parameters: Mapping[str, JsonObject]) -> JsonObject | None:
    """The request schema; members that a parameter of the path names are not sent twice."""
    if schema is None:
        return None
    return {"allOf": [schema], "x-without": sorted(parameters)}


def _meaningful(schema: JsonValue) -> JsonObject | None:
    answer = members(schema)
    return answer if resolve(answer).get("properties") or "type" not in resolve(answer) else None


def _marker(stream: JsonObject) -> str:
    return str(members(members(stream["x-stream"])["end"])["marker"])


def _items(operation: JsonObject) -> str | None:
    pagination = members(operation.get("x-pagination"))
    return str(pagination["items"]) if pagination else None


def _example(operation: JsonObject, task: JsonObject) -> JsonObject:
    """The first documented request body; with several tasks, the one named after the task."""
    for name, example in members(_body(operation).get("examples")).items():
        if task.get("task", name) == name:
            return members(resolve(members(example))["value"])
    return {}
