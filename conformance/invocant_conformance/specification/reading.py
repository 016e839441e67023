"""Reads the bundled OpenAPI document into records."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text
from ..target import task_named
from . import document
from .records import (
    EVENT_STREAM,
    JSON,
    Finished,
    Operation,
    Parameter,
    Resource,
    Signature,
    Stream,
)

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_LOCATIONS: tuple[Literal["path", "query", "header"], ...] = ("path", "query", "header")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Place:
    """Where an operation stands: its path and the addresses and parameters of its path item."""

    method: str
    path: str
    item: JsonObject
    node: JsonObject
    webhook: bool


def operations() -> Iterator[Operation]:
    """Yield every operation at a path, in the order of the document."""
    found = [*_places(document.paths(), webhook=False)]
    originals = {as_text(place.node.get("operationId")): place.node for place in found}
    for place in found:
        yield _operation(place, originals)


def webhooks() -> Iterator[Operation]:
    """Yield every operation that others answer, in the order of the document."""
    for place in _places(document.webhooks(), webhook=True):
        yield _operation(place, {})


def _places(items: JsonObject, *, webhook: bool) -> Iterator[_Place]:
    for name, value in items.items():
        item = as_object(value)
        for method in _METHODS:
            if method in item:
                node = as_object(item[method])
                path = as_text(node.get("x-path")) if webhook else name
                yield _Place(
                    method=method.upper(), path=path, item=item, node=node, webhook=webhook
                )


def _operation(place: _Place, originals: Mapping[str, JsonObject]) -> Operation:
    node = place.node
    alias_of = as_text(as_object(node.get("x-alias")).get("of")) or None
    servers = _servers(place)
    answers = {
        int(status): document.resolve(answer)
        for status, answer in as_object(node.get("responses")).items()
        if status.isdecimal()
    }
    schemas = {status: _schema(_media(answer, JSON)) for status, answer in answers.items()}
    described = node if alias_of is None else _like(originals[alias_of], node)
    return Operation(
        id=as_text(node.get("operationId")),
        profile=as_text(node.get("x-profile")),
        client=as_text(node.get("x-client")),
        method=place.method,
        path=place.path,
        bases=tuple(url.rstrip("/") for url in servers if "://" not in url) or ("",),
        signatures=tuple(_signatures(described, schemas.get(200))),
        answers=schemas,
        media={
            status: tuple(as_object(answer.get("content"))) for status, answer in answers.items()
        },
        items=as_text(as_object(node.get("x-pagination")).get("items")),
        schemas=_schemas(node),
        parameters=tuple(_parameters(place)),
        body_required=document.resolve(node.get("requestBody")).get("required") is True,
        alias_of=alias_of,
        open=node.get("security") == [],
        optional=node.get("x-optional") is True,
        webhook=place.webhook,
        elsewhere=bool(servers) and all("://" in url for url in servers),
    )


def _servers(place: _Place) -> list[str]:
    said = place.node.get("servers") or place.item.get("servers")
    return [] if place.webhook else [as_text(as_object(each).get("url")) for each in as_list(said)]


def _like(original: JsonObject, alias: JsonObject) -> JsonObject:
    """Return an alias with the methods of the operation that it repeats, and its tasks.

    An alias may take one of several tasks, with a request of its own.
    """
    shared = ("x-method",) if "x-task" in alias else ("x-tasks", "x-task", "x-method")
    return {**{key: original[key] for key in shared if key in original}, **alias}


def _signatures(node: JsonObject, response: JsonObject | None) -> Iterator[Signature]:
    body = _media(node.get("requestBody"), JSON)
    examples = as_object(body.get("examples"))
    tasks = [as_object(entry) for entry in as_list(node.get("x-tasks"))]
    for entry in tasks:
        request = as_object(entry.get("request"))
        yield Signature(
            task=task_named(entry.get("task")),
            method=as_text(entry.get("method")),
            request=request,
            response=as_object(entry.get("response")) or None,
            stream=_stream(entry.get("stream")),
            required=document.required(request),
            sample=_sample(examples.get(as_text(entry.get("task")))),
        )
    if not tasks:
        streamed = _media(as_object(node.get("responses")).get("200"), EVENT_STREAM)
        yield Signature(
            task=task_named(node.get("x-task")),
            method=as_text(node.get("x-method")),
            request=_schema(body),
            response=response,
            stream=_stream(streamed.get("x-stream")),
            required=document.required(body.get("schema")),
            sample=_sample(next(iter(examples.values()), {"value": body.get("example")})),
        )


def _stream(value: JsonValue) -> Stream | None:
    said = as_object(value)
    if not said:
        return None
    end = as_object(said.get("end"))
    finished = as_object(end.get("finished"))
    return Stream(
        event=as_object(said.get("event")),
        marker=as_text(end.get("marker")),
        types=tuple(map(as_text, as_list(end.get("types")))),
        finished=Finished(
            list=as_text(finished.get("list")),
            key=as_text(finished.get("key")),
            field=as_text(finished.get("field")),
            count=as_text(finished.get("count")),
        )
        if finished
        else None,
    )


def _parameters(place: _Place) -> Iterator[Parameter]:
    """Yield the parameters of an operation; its own come in the place of its path item's."""
    said: dict[tuple[str, str], JsonObject] = {}
    for owner in (place.item, place.node):
        for value in as_list(owner.get("parameters")):
            node = document.resolve(value)
            said[as_text(node.get("name")), as_text(node.get("in"))] = node
    for (name, where), node in said.items():
        for location in _LOCATIONS:
            if where == location:
                yield Parameter(
                    name=name,
                    location=location,
                    schema=as_object(node.get("schema")),
                    required=node.get("required") is True,
                    resource=_resource(node.get("x-resource")),
                    example=_text(_example_of(node)),
                )


def _resource(value: JsonValue) -> Resource | None:
    return next((each for each in get_args(Resource) if each == value), None)


def _example_of(node: JsonObject) -> JsonValue:
    """Return a documented value: an example, or the first member of an enum."""
    schema = document.resolve(node.get("schema"))
    first = next(iter(as_object(node.get("examples")).values()), None)
    enum = next(iter(as_list(schema.get("enum"))), None)
    known = (node.get("example"), as_object(first).get("value"), schema.get("example"), enum)
    return next((value for value in known if value is not None), None)


def _text(value: JsonValue) -> str:
    """Return a parameter's value as it is sent."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def _media(body: JsonValue, media_type: str) -> JsonObject:
    """Return what a request's or an answer's body is in one media type, empty if it is not."""
    return as_object(as_object(document.resolve(body).get("content")).get(media_type))


def _schema(media: JsonObject) -> JsonObject | None:
    return as_object(media["schema"]) if "schema" in media else None


def _sample(example: JsonValue) -> JsonValue:
    return document.resolve(example).get("value")


def _schemas(node: JsonObject) -> frozenset[str]:
    """Return the names of the component schemas that a node reaches through its references."""
    seen: set[str] = set()
    open_nodes: list[JsonValue] = [node]
    while open_nodes:
        found = {ref for ref in document.references(open_nodes.pop()) if ref not in seen}
        seen |= found
        open_nodes += [document.target(ref) for ref in found]
    return frozenset(ref.rpartition("/")[2] for ref in seen if "/schemas/" in ref)
