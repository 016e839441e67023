"""Rules about operations and about the names of the methods that they become."""

import re
from collections.abc import Iterator

from ..clients import CLIENTS
from ..json_values import JsonObject, as_list, as_object, as_text
from ..load import Document, Spec
from ..problems import Problem
from .operation import SECTIONS, Operation, operations

_TEXTS = ("operationId", "summary", "description")
_METHOD = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
_MEANS = ("x-method", "x-tasks", "x-alias")


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that operations are named and described, and become methods of their own.

    Webhooks, which others answer, become none.
    """
    ids: dict[str, str] = {}
    methods: dict[tuple[str, str], str] = {}
    for document in spec.openapi():
        if set(SECTIONS) & document.content.keys():
            yield from _marks(document)
    for operation in operations(spec):
        yield from _texts(operation, ids)
        if operation.webhook:
            yield from _webhook(operation)
        else:
            yield from _methods(operation, methods)


def _marks(document: Document) -> Iterator[Problem]:
    if not as_text(document.content.get("x-profile")):
        yield document.problem("", "x-profile", "a document with operations needs x-profile")
    client = document.content.get("x-client")
    if "webhooks" not in document.content:
        if client not in CLIENTS:
            message = f"x-client is {client!r}, expected one of {', '.join(CLIENTS)}"
            yield document.problem("/x-client" if client else "", "x-client", message)
        return
    if "paths" in document.content:
        message = "a document has either paths, for clients, or webhooks, which others answer"
        yield document.problem("/webhooks", "webhook-paths", message)
    elif client is not None:
        message = "no client calls webhooks, so their document has no x-client"
        yield document.problem("/x-client", "x-client", message)


def _texts(operation: Operation, ids: dict[str, str]) -> Iterator[Problem]:
    for key in _TEXTS:
        if not as_text(operation.content.get(key)):
            rule = f"operation-{key.lower()}"
            yield operation.problem("", rule, f"the operation needs {key}")
    other = ids.setdefault(operation.id, operation.pointer)
    if operation.id and other != operation.pointer:
        message = f"operationId {operation.id!r} is also at #{other}"
        yield operation.problem("/operationId", "operation-duplicate", message)


def _webhook(operation: Operation) -> Iterator[Problem]:
    if not operation.path.startswith("/"):
        message = "a webhook needs x-path, its path below the base URL, such as /chat/completions"
        yield operation.problem("", "webhook-path", message)
    if "requestBody" in operation.content:
        yield from _one_of(operation, ("x-task", "x-tasks"), "webhook-task")


def _methods(operation: Operation, seen: dict[tuple[str, str], str]) -> Iterator[Problem]:
    """Method names are unique within a client, and none is a resource of another."""
    yield from _one_of(operation, _MEANS, "operation-method")
    for step, name in _method_names(operation.content):
        if not _METHOD.fullmatch(name):
            message = f"{name!r} is not an attribute path such as chat.completions.create"
            yield operation.problem(step, "method-name", message)
        for (owner, other), place in seen.items():
            clash = f"{other}.".startswith(f"{name}.") or f"{name}.".startswith(f"{other}.")
            if owner == operation.client and clash:
                message = f"method {name!r} clashes with {other!r} at #{place}"
                yield operation.problem(step, "method-duplicate", message)
        seen[operation.client, name] = operation.pointer + step


def _one_of(operation: Operation, keys: tuple[str, ...], rule: str) -> Iterator[Problem]:
    if len(set(keys) & operation.content.keys()) != 1:
        yield operation.problem("", rule, f"the operation needs exactly one of {', '.join(keys)}")


def _method_names(content: JsonObject) -> Iterator[tuple[str, str]]:
    if "x-method" in content:
        yield "/x-method", as_text(content["x-method"])
    if "x-wait" in content:
        yield "/x-wait/method", as_text(as_object(content["x-wait"]).get("method"))
    for index, task in enumerate(as_list(content.get("x-tasks"))):
        yield f"/x-tasks/{index}", as_text(as_object(task).get("method"))
