"""Reads the bundled OpenAPI document into records."""

from collections.abc import Iterator

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text
from ..target import task_named
from . import document
from .records import EVENT_STREAM, JSON, Operation, Signature, Stream

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def operations() -> Iterator[Operation]:
    """Yield every operation, in the order of the document."""
    for path, value in document.paths().items():
        item = as_object(value)
        servers = [as_text(as_object(server).get("url")) for server in as_list(item.get("servers"))]
        bases = tuple(url.rstrip("/") for url in servers) or ("",)
        for method in _METHODS:
            if method in item:
                yield _operation(method.upper(), path, bases, as_object(item[method]))


def _operation(method: str, path: str, bases: tuple[str, ...], node: JsonObject) -> Operation:
    answers = {
        int(status): _schema(_media(answer, JSON))
        for status, answer in as_object(node.get("responses")).items()
    }
    stream = _stream(node)
    return Operation(
        id=as_text(node.get("operationId")),
        profile=as_text(node.get("x-profile")),
        client=as_text(node.get("x-client")),
        method=method,
        path=path,
        bases=bases,
        signatures=tuple(_signatures(node, answers.get(200), stream)),
        answers=answers,
        stream=stream,
        items=as_text(as_object(node.get("x-pagination")).get("items")),
        schemas=_schemas(node),
    )


def _signatures(
    node: JsonObject, response: JsonObject | None, stream: Stream | None
) -> Iterator[Signature]:
    body = _media(node.get("requestBody"), JSON)
    examples = as_object(body.get("examples"))
    tasks = [as_object(entry) for entry in as_list(node.get("x-tasks"))]
    for entry in tasks:
        request = as_object(entry.get("request"))
        yield Signature(
            task=task_named(entry.get("task")),
            method=as_text(entry.get("method")),
            request=request,
            response=as_object(entry.get("response")),
            event=as_object(as_object(entry.get("stream")).get("event")) or None,
            required=frozenset(_required(request)),
            example=_example(examples.get(as_text(entry.get("task")))),
        )
    if not tasks:
        yield Signature(
            task=task_named(node.get("x-task")),
            method=as_text(node.get("x-method")),
            request=_schema(body),
            response=response,
            event=stream.event if stream else None,
            required=frozenset(_required(body.get("schema"))),
            example=_example(next(iter(examples.values()), None)),
        )


def _stream(node: JsonObject) -> Stream | None:
    answer = as_object(node.get("responses")).get("200")
    of_tasks = [as_object(task).get("stream") for task in as_list(node.get("x-tasks"))]
    said = as_object(_media(answer, EVENT_STREAM).get("x-stream", next(iter(of_tasks), None)))
    if not said:
        return None
    marker = as_text(as_object(said.get("end")).get("marker"))
    return Stream(event=as_object(said.get("event")), marker=marker)


def _media(body: JsonValue, media_type: str) -> JsonObject:
    """Return what a request's or an answer's body is in one media type, empty if it is not."""
    return as_object(as_object(document.resolve(body).get("content")).get(media_type))


def _schema(media: JsonObject) -> JsonObject | None:
    return as_object(media["schema"]) if "schema" in media else None


def _example(example: JsonValue) -> JsonObject:
    return as_object(document.resolve(example).get("value"))


def _required(schema: JsonValue) -> Iterator[str]:
    """Yield the members that a schema requires, itself or by what it is composed of."""
    said = document.resolve(schema)
    yield from map(as_text, as_list(said.get("required")))
    for part in as_list(said.get("allOf")):
        yield from _required(part)


def _schemas(node: JsonObject) -> frozenset[str]:
    """Return the names of the component schemas that a node reaches through its references."""
    seen: set[str] = set()
    open_nodes: list[JsonValue] = [node]
    while open_nodes:
        found = {ref for ref in _references(open_nodes.pop()) if ref not in seen}
        seen |= found
        open_nodes += [document.target(ref) for ref in found]
    return frozenset(ref.rpartition("/")[2] for ref in seen if "/schemas/" in ref)


def _references(value: JsonValue) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _references(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "$ref" and isinstance(item, str):
                yield item
            else:
                yield from _references(item)
