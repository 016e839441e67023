"""The client methods that the specification promises, one for each operation and task."""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from invocant import spec

from .. import operations
from ..json_values import JsonObject, JsonValue, as_object, as_text
from ..operations import Operation
from .json_schema import Schema, objects, resolve

__all__ = ["Method", "load"]

PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Method:
    """One method of a client class, and the schemas of what it sends and gets.

    ``name`` is the attribute path, ``parameters`` are the names in the operation's path.
    ``answer`` is ``None`` where the answer says nothing beyond success. ``event`` and ``marker``:
    of a streamed answer. ``items``: the member that holds a list's entries. ``example``: a
    documented body, empty where there is none. Schemas refer to the document's components.
    """

    operation: Operation
    client: str
    name: str
    parameters: tuple[str, ...]
    request: Schema | None
    answer: Schema | None
    event: Schema | None
    marker: str | None
    items: str | None
    example: JsonObject

    @property
    def full_name(self) -> str:
        """Class and attribute path, such as ``Client.chat.completions.create``."""
        return f"{self.client}.{self.name}"

    def fill(self, values: Mapping[str, str]) -> str:
        """The path as it has to be sent, each value as one percent-encoded segment."""
        return PLACEHOLDER.sub(lambda match: quote(values[match[1]], safe=""), self.operation.path)

    def example_body(self, *, stream: bool) -> JsonObject:
        """The documented body, asking for a stream or not."""
        return {**self.example, "stream": True} if stream else self.example


@functools.cache
def load() -> tuple[Method, ...]:
    """Every method of the bundled specification, in its order."""
    return tuple(method for operation in operations.load() for method in _methods(operation))


def _methods(operation: Operation) -> Iterator[Method]:
    item = as_object(as_object(spec.openapi()["paths"])[operation.path])
    node = as_object(item[operation.method.lower()])
    content = as_object(resolve(as_object(node["responses"])["200"]).get("content"))
    stream = as_object(as_object(content.get("text/event-stream")).get("x-stream"))
    parameters = tuple(PLACEHOLDER.findall(operation.path))
    for task in objects(node.get("x-tasks")) or [_only_task(node, content, stream)]:
        event = as_object(task.get("event"))
        yield Method(
            operation=operation,
            client=as_text(node["x-client"]),
            name=as_text(task["method"]),
            parameters=parameters,
            request=_request(task.get("request"), parameters),
            answer=_meaningful(task.get("response")),
            event=event or None,
            marker=as_text(as_object(stream["end"])["marker"]) if event else None,
            items=as_text(as_object(node.get("x-pagination")).get("items")) or None,
            example=_example(node, as_text(task.get("task"))),
        )


def _only_task(node: JsonObject, content: JsonObject, stream: JsonObject) -> Schema:
    """An operation with one task, written as operations with several write each of theirs."""
    return {
        "method": node["x-method"],
        "request": _json_body(node).get("schema"),
        "response": as_object(content.get("application/json")).get("schema"),
        "event": stream.get("event"),
    }


def _json_body(node: JsonObject) -> JsonObject:
    content = as_object(resolve(node.get("requestBody")).get("content"))
    return as_object(content.get("application/json"))


def _request(schema: JsonValue, parameters: tuple[str, ...]) -> Schema | None:
    """The request schema without the members that the path says already."""
    return None if schema is None else {"allOf": [schema], "x-without": [*parameters]}


def _meaningful(schema: JsonValue) -> Schema | None:
    found = resolve(schema)
    says_something = "properties" in found or "type" not in found
    return as_object(schema) if found and says_something else None


def _example(node: JsonObject, task: str) -> JsonObject:
    """The first documented request body; with several tasks, the one named after the task."""
    for name, example in as_object(_json_body(node).get("examples")).items():
        if task in ("", name):
            return as_object(resolve(example)["value"])
    return {}
