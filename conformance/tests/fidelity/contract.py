"""What the bundled specification says of operations, read for the recordings alone.

This is a reading of its own, so that a fault of the suite's does not hide one of the specification.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from invocant import spec
from invocant_conformance.json_values import JsonObject, JsonValue, as_list, as_object, as_text
from invocant_conformance.specification import document

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """What a request and its answers look like, for one task or for all; None for no JSON body."""

    task: str
    request: JsonObject | None
    response: JsonObject | None
    event: JsonObject | None
    end: JsonObject


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """One method of one path. `answers` are schemas by status and media type.

    `parameters` are the schemas of parameters, by place and name; header names are in lower case.
    """

    id: str
    profile: str
    method: str
    path: re.Pattern[str]
    fixed: int
    forms: Sequence[Form]
    request_types: Sequence[str]
    answers: Mapping[int, Mapping[str, JsonObject | None]]
    parameters: Mapping[tuple[str, str], JsonObject]


@functools.cache
def operations() -> Sequence[Operation]:
    """Return every operation, aliases and webhooks among them; more exact paths come first."""
    nodes = {as_text(node.get("operationId")): node for *_, node, _ in _nodes()}
    found = [_operation(*entry, nodes) for entry in _nodes()]
    return sorted(found, key=lambda operation: -operation.fixed)


def resolved(schema: JsonValue) -> JsonObject:
    """Return what a schema or a reference to one says."""
    return document.resolve(schema)


def error_schemas(profile: str) -> Sequence[JsonObject]:
    """Return the different JSON bodies that a profile documents for refusals."""
    found: dict[str, JsonObject] = {}
    for operation in operations():
        for status, content in operation.answers.items():
            schema = content.get("application/json")
            if operation.profile == profile and status >= 400 and schema is not None:
                found[str(schema)] = schema
    return list(found.values())


def error_types(profile: str) -> set[str]:
    """Return the media types that a profile documents for refusals."""
    return {
        media_type
        for operation in operations()
        if operation.profile == profile
        for status, content in operation.answers.items()
        if status >= 400
        for media_type in content
    }


def _nodes() -> Iterator[tuple[str, str, tuple[str, ...], JsonObject, JsonObject]]:
    """Yield method, path, bases, operation and the item that holds it."""
    for path, value in document.paths().items():
        item = as_object(value)
        urls = [as_text(as_object(server).get("url")) for server in as_list(item.get("servers"))]
        bases = tuple(url.rstrip("/") for url in urls if url.startswith("/")) or ("",)
        for method in METHODS:
            if method in item:
                yield method.upper(), path, bases, as_object(item[method]), item
    for value in as_object(spec.openapi().get("webhooks")).values():
        item = as_object(value)
        for method in METHODS:
            if method in item:
                node = as_object(item[method])
                yield method.upper(), as_text(node.get("x-path")), ("",), node, item


def _operation(
    method: str,
    path: str,
    bases: tuple[str, ...],
    node: JsonObject,
    item: JsonObject,
    nodes: Mapping[str, JsonObject],
) -> Operation:
    original = nodes.get(as_text(as_object(node.get("x-alias")).get("of")), node)
    request = as_object(document.resolve(node.get("requestBody")).get("content"))
    answers = {
        int(status): {
            name: _schema(as_object(media))
            for name, media in as_object(document.resolve(answer).get("content")).items()
        }
        for status, answer in as_object(node.get("responses")).items()
    }
    return Operation(
        id=as_text(node.get("operationId")),
        profile=as_text(node.get("x-profile")),
        method=method,
        path=re.compile(f"({'|'.join(map(re.escape, bases))}){_pattern(path)}"),
        fixed=len(re.sub(r"\{[^{}]*\}", "", path)),
        forms=list(_forms(node, original, answers)),
        request_types=[*request],
        answers=answers,
        parameters=dict(_parameters([*as_list(item.get("parameters")), *_own(node)])),
    )


def _own(node: JsonObject) -> Sequence[JsonValue]:
    return as_list(node.get("parameters"))


def _pattern(path: str) -> str:
    """Turn a template into a pattern; a name in it may hold slashes where it stands last."""
    steps = re.split(r"(\{[^{}]+\})", path)
    return "".join("[^/?]+" if step.startswith("{") else re.escape(step) for step in steps)


def _forms(
    node: JsonObject, original: JsonObject, answers: Mapping[int, Mapping[str, JsonObject | None]]
) -> Iterator[Form]:
    stream = _stream(node) or _stream(original)
    tasks = [] if "x-task" in node else as_list(original.get("x-tasks"))
    for entry in map(as_object, tasks):
        said = as_object(entry.get("stream"))
        yield Form(
            task=as_text(entry.get("task")),
            request=as_object(entry.get("request")) or None,
            response=as_object(entry.get("response")) or None,
            event=_event(node, original, said.get("event") or entry.get("event")),
            end=as_object(said.get("end") or as_object(stream.get("end"))),
        )
    if not tasks:
        body = as_object(document.resolve(node.get("requestBody")).get("content"))
        yield Form(
            task=as_text(node.get("x-task") or original.get("x-task")),
            request=_schema(as_object(body.get("application/json"))),
            response=answers.get(200, {}).get("application/json"),
            event=_event(node, original, stream.get("event")),
            end=as_object(stream.get("end")),
        )


def _event(node: JsonObject, original: JsonObject, said: JsonValue) -> JsonObject | None:
    """Return what the data of an event may be: a piece of the answer, or a failure under way."""
    if not said:
        return None
    item = _media(node) or _media(original)
    return {"anyOf": [said, *_contents(item.get("itemSchema"))]}


def _contents(schema: JsonValue) -> Iterator[JsonValue]:
    """Yield the schemas of what stands in the texts of a server-sent event."""
    said = document.resolve(schema)
    data = as_object(said.get("properties")).get("data")
    for part in [said, *as_list(said.get("oneOf")), *as_list(said.get("anyOf"))]:
        content = as_object(part).get("contentSchema")
        if content is not None:
            yield content
    if data is not None:
        yield from _contents(data)


def _stream(node: JsonObject) -> JsonObject:
    return as_object(_media(node).get("x-stream"))


def _media(node: JsonObject) -> JsonObject:
    answer = document.resolve(as_object(node.get("responses")).get("200"))
    return as_object(as_object(answer.get("content")).get("text/event-stream"))


def _schema(media: JsonObject) -> JsonObject | None:
    return as_object(media["schema"]) if "schema" in media else None


def _parameters(
    entries: Sequence[JsonValue],
) -> Iterator[tuple[tuple[str, str], JsonObject]]:
    for entry in entries:
        parameter = document.resolve(entry)
        place, name = as_text(parameter.get("in")), as_text(parameter.get("name"))
        yield (
            (place, name.lower() if place == "header" else name),
            as_object(parameter.get("schema")),
        )
