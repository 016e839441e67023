"""Rules about bodies: which media types there are, and that their schemas have names."""

import re
from collections.abc import Iterator

from ..calls import EVENTS, JSON, success
from ..json_values import JsonObject, as_list, as_object, child, walk
from ..load import Document, Spec
from ..problems import Problem
from .operation import Operation, operations

_BODY = re.compile(
    r"/(paths|webhooks)/[^/]+/[a-z]+/(requestBody|responses/[^/]+)/content/([^/]+)"
    r"|/components/(requestBodies|responses)/[^/]+/content/([^/]+)"
)


def rules(spec: Spec) -> Iterator[Problem]:
    """Check bodies wherever they are written, and what operations make of them."""
    for document in spec.openapi():
        for pointer, media in walk(document.content):
            if _BODY.fullmatch(pointer):
                yield from _named(document, pointer, media)
    for operation in operations(spec):
        yield from _request(operation)
        yield from _answer(operation)


def _named(document: Document, pointer: str, media: JsonObject) -> Iterator[Problem]:
    """Bodies are components, since they become types; only plain text may be written inline."""
    text = "/content/text~1" in pointer
    for key in ("schema", "itemSchema"):
        schema = as_object(media.get(key))
        plain = text and key == "schema" and schema.get("type") == "string"
        if key in media and "$ref" not in schema and not plain:
            message = "a body has to be a component"
            yield document.problem(child(pointer, key), "body-inline", message)


def _request(operation: Operation) -> Iterator[Problem]:
    body = operation.resolved(operation.content.get("requestBody"))
    if body and JSON not in as_object(body.get("content")):
        yield operation.problem("/requestBody", "body-type", f"a request needs {JSON}")


def _answer(operation: Operation) -> Iterator[Problem]:
    """An answer is JSON, text or a stream of events, and a stream is described once."""
    content = as_object(operation.resolved(success(operation.content)).get("content"))
    for kind in content:
        if kind != JSON and not kind.startswith("text/"):
            message = f"{kind!r}: answers are {JSON}, text/…, or {EVENTS}"
            yield operation.problem("/responses", "answer-type", message)
    if "x-alias" in operation.content:
        return
    described = "x-stream" in as_object(content.get(EVENTS))
    tasks = [as_object(task) for task in as_list(operation.content.get("x-tasks"))]
    if not tasks and EVENTS in content and not described:
        message = f"{EVENTS} needs x-stream beside its itemSchema"
        yield operation.problem("/responses", "stream-missing", message)
    if described:
        yield from _merged(operation, content)
    if tasks and described:
        message = "with x-tasks, each task that streams has its own stream: in place of x-stream"
        yield operation.problem("/responses", "stream-tasks", message)
    streaming = [task for task in tasks if "stream" in task]
    if tasks and bool(streaming) != (EVENTS in content):
        message = f"tasks stream if and only if the answer has {EVENTS}"
        yield operation.problem("/x-tasks", "stream-missing", message)


def _merged(operation: Operation, content: JsonObject) -> Iterator[Problem]:
    """What the events of a stream make up is the operation's answer; without one, the stream's."""
    stated = "answer" in as_object(as_object(content[EVENTS]).get("x-stream"))
    if stated == (JSON in content):
        message = f"x-stream has an answer if and only if there is none of {JSON}"
        yield operation.problem("/responses", "stream-answer", message)
