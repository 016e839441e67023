"""The operations that the specification describes, as the suite needs them."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from invocant import spec

from .json_values import JsonObject, JsonValue, as_list, as_object, as_text, lookup
from .requirements import Requirement
from .target import TASKS, Task

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """One method of one path. `bases` are the base paths at which its profile may be served.

    `schemas` are the names of the component schemas that the operation uses.
    """

    profile: str
    id: str
    method: str
    path: str
    tasks: tuple[Task, ...]
    bases: tuple[str, ...]
    schemas: frozenset[str]

    @property
    def label(self) -> str:
        """Method and path, such as POST /chat/completions."""
        return f"{self.method} {self.path}"


@functools.cache
def load() -> tuple[Operation, ...]:
    """Return every operation of the bundled specification, in its order."""
    return tuple(_operations(spec.openapi()))


def profiles() -> tuple[str, ...]:
    """Return the profiles that the specification describes, in its order."""
    return tuple(dict.fromkeys(operation.profile for operation in load()))


def of_profile(profile: str) -> tuple[Operation, ...]:
    """Return the operations of one profile."""
    return tuple(operation for operation in load() if operation.profile == profile)


def governed_by(row: Requirement, profile: str) -> Operation:
    """Return the profile's operation that a row is about.

    That is the one its pointer names, else the first that uses the schema it points to, else the
    first of all; operations that create come before the others.
    """
    steps = [step.replace("~1", "/") for step in row.spec.partition("#")[2].split("/")[1:]]
    creating_first = sorted(of_profile(profile), key=lambda operation: operation.method != "POST")
    for operation in creating_first:
        if steps[:3] == ["paths", operation.path, operation.method.lower()]:
            return operation
    using = [operation for operation in creating_first if steps[-1] in operation.schemas]
    return [*using, *creating_first][0]


def _operations(document: JsonObject) -> Iterator[Operation]:
    for path, item in as_object(document["paths"]).items():
        servers = as_list(as_object(item).get("servers"))
        bases = tuple(as_text(as_object(server).get("url")).rstrip("/") for server in servers)
        for method in _METHODS:
            node = as_object(as_object(item).get(method))
            if node:
                yield Operation(
                    profile=as_text(node.get("x-profile")),
                    id=as_text(node.get("operationId")),
                    method=method.upper(),
                    path=path,
                    tasks=_tasks(node),
                    bases=bases or ("",),
                    schemas=_schemas(document, node),
                )


def _tasks(node: JsonObject) -> tuple[Task, ...]:
    entries = [as_object(entry) for entry in as_list(node.get("x-tasks"))]
    named = {as_text(entry.get("task")) for entry in entries} | {as_text(node.get("x-task"))}
    return tuple(task for task in TASKS if task in named)


def _schemas(document: JsonObject, node: JsonValue) -> frozenset[str]:
    """Return the names of the component schemas that a node reaches through its references."""
    seen: set[str] = set()
    open_nodes: list[JsonValue] = [node]
    while open_nodes:
        found = {ref for ref in _references(open_nodes.pop()) if ref not in seen}
        seen |= found
        open_nodes += [lookup(document, ref) for ref in found]
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
