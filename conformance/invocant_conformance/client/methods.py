"""The client methods that the specification promises, one for each operation and task."""

import functools
from collections.abc import Iterator, Sequence

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text
from ..specification import document, operations
from ..specification.document import resolve
from ..specification.records import Operation
from . import parameters, stream_end
from .json_schema import Schema, names, objects
from .method import EVENT_STREAM, JSON, PLACEHOLDER, Method

__all__ = ["Method", "load"]

# What an object schema has to hold for its values to say something.
SAYING = {"properties", "additionalProperties", "patternProperties", "allOf", "anyOf", "oneOf"}


@functools.cache
def load() -> tuple[Method, ...]:
    """Every method of the bundled specification, in its order.

    An alias is a further path of the methods of another operation.

    Raises ValueError for an operation of which there is nothing to try.
    """
    return tuple(_methods([*_aliases()]))


def _methods(aliases: Sequence[tuple[str, str]]) -> Iterator[Method]:
    for operation in operations.load():
        item = as_object(document.paths()[operation.path])
        node = as_object(item[operation.method.lower()])
        if "x-alias" not in node and operation.client:
            paths = tuple(path for of, path in aliases if of == operation.id)
            for task in objects(node.get("x-tasks")) or [_single(node)]:
                yield _method(operation, item, node, task, paths)


def _single(node: JsonObject) -> JsonObject:
    """An operation without tasks as a task of itself."""
    content = _content(_success(node)[1])
    return {
        "method": node.get("x-method"),
        "request": _media(node.get("requestBody"), JSON).get("schema"),
        "response": as_object(content.get(JSON)).get("schema"),
        "stream": as_object(content.get(EVENT_STREAM)).get("x-stream"),
    }


def _method(
    operation: Operation,
    item: JsonObject,
    node: JsonObject,
    task: JsonObject,
    paths: tuple[str, ...],
) -> Method:
    status, answer = _success(node)
    content = _content(answer)
    stream = as_object(task.get("stream"))
    event = as_object(content.get(EVENT_STREAM))
    places = tuple(PLACEHOLDER.findall(operation.path))
    request = as_object(task.get("request")) or None
    return Method(
        operation=operation,
        client=operation.client,
        name=as_text(task.get("method")),
        bases=tuple(base for base in operation.bases if "://" not in base) or ("",),
        parameters=places,
        aliases=paths,
        given=tuple(parameters.read(item, node)),
        request=_request(request, [*places, *(["stream"] if [*content] == [EVENT_STREAM] else [])]),
        status=status,
        media=tuple(kind for kind in content if kind != EVENT_STREAM),
        answer=_meaningful(as_object(task.get("response")) or None),
        event=as_object(stream.get("event")) or None,
        end=stream_end.read(as_object(stream.get("end"))) if stream else None,
        event_line="event" in names(resolve(event.get("itemSchema")).get("required")),
        items=operation.items or None,
        example=_example(node, task),
    )


def _aliases() -> Iterator[tuple[str, str]]:
    """The id of the operation and the path of every alias that arguments select.

    Placeholders that the operation lacks are called as the argument is.
    """
    for path, value in document.paths().items():
        for node in as_object(value).values():
            alias = as_object(as_object(node).get("x-alias"))
            arguments = as_object(alias.get("arguments"))
            if arguments:
                yield as_text(alias.get("of")), _renamed(path, arguments)


def _renamed(path: str, names: JsonObject) -> str:
    for placeholder, name in names.items():
        path = path.replace(f"{{{placeholder}}}", f"{{{as_text(name)}}}")
    return path


def _success(node: JsonObject) -> tuple[int, JsonValue]:
    """Status and description of the answer of success: the lowest of 2xx."""
    responses = as_object(node.get("responses"))
    statuses = sorted(status for status in responses if status.startswith("2"))
    if not statuses:
        raise ValueError(f"{node.get('operationId')}: no answer of success, cannot be tried")
    return int(statuses[0]), responses[statuses[0]]


def _content(body: JsonValue) -> JsonObject:
    return as_object(resolve(body).get("content"))


def _media(body: JsonValue, kind: str) -> JsonObject:
    return as_object(_content(body).get(kind))


def _example(node: JsonObject, task: JsonObject) -> JsonObject:
    """A documented body: the one that is named like the task, or the first."""
    media = _media(node.get("requestBody"), JSON)
    examples = as_object(media.get("examples"))
    first = next(iter(examples.values()), {"value": media.get("example")})
    found = resolve(examples.get(as_text(task.get("task")), first)).get("value")
    if media and found is None:
        raise ValueError(f"{node.get('operationId')}: no example of a request, cannot be tried")
    return as_object(found)


def _request(schema: JsonObject | None, said: Sequence[str]) -> Schema | None:
    """The request schema without the members that path or operation say already."""
    return None if schema is None else {"allOf": [schema], "x-without": [*said]}


def _meaningful(schema: JsonObject | None) -> Schema | None:
    found = resolve(schema)
    empty = as_list(found.get("type")) or found.get("type")
    nothing = empty in ("object", ["object"]) and not SAYING & found.keys()
    return None if not found or nothing else schema
