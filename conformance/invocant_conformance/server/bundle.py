"""What the server takes from the bundled specification: operations, schemas, profiles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text

MANAGEMENT = "management"
INVOCATIONS = "invocations"
GATEWAY = "gateway"

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """One operation at all its addresses.

    requests: schema of the body by task, or under "" where the operation has no task; empty for
    an operation without a body.
    end_marker: data of the event that ends its streams; empty where it does not stream.
    """

    id: str
    profile: str
    method: str
    paths: tuple[str, ...]
    requests: Mapping[str, JsonObject]
    end_marker: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Bundle:
    """The bundled document and the operations in it."""

    document: JsonObject
    operations: tuple[Operation, ...]

    @property
    def components(self) -> JsonObject:
        """Return the document's components."""
        return as_object(self.document.get("components"))

    def resolved(self, schema: JsonValue) -> JsonObject:
        """Follow local references until a schema says something itself."""
        found = as_object(schema)
        while reference := as_text(found.get("$ref")):
            found = as_object(self.at(reference.removeprefix("#/").split("/")))
        return found

    def at(self, steps: Sequence[str | int]) -> JsonValue:
        """Return what stands at a path of the document, null where nothing does."""
        value: JsonValue = self.document
        for step in steps:
            if isinstance(step, int):
                members = as_list(value)
                value = members[step] if step < len(members) else None
            else:
                value = as_object(value).get(step)
        return value

    def profile_of(self, path: str) -> str:
        """Return the profile to which an unknown path belongs, judged by its first segment.

        A gateway lives at the root, so whatever no other profile claims is its.
        """
        first = path.split("/")[1:2]
        claims = {
            operation.paths[0].split("/")[1]: operation.profile
            for operation in self.operations
            if operation.profile != GATEWAY
        }
        return claims.get(first[0], GATEWAY) if first else GATEWAY


def read(document: JsonObject) -> Bundle:
    """Find the operations of a bundled OpenAPI document."""
    return Bundle(document=document, operations=tuple(_operations(document)))


def _operations(document: JsonObject) -> Iterator[Operation]:
    for path, item in as_object(document.get("paths")).items():
        members = as_object(item)
        for method in _METHODS:
            if method in members:
                yield _operation(path, method, members)


def _operation(path: str, method: str, item: JsonObject) -> Operation:
    content = as_object(item[method])
    servers = [as_text(as_object(server).get("url")) for server in as_list(item.get("servers"))]
    return Operation(
        id=as_text(content.get("operationId")),
        profile=as_text(content.get("x-profile")),
        method=method.upper(),
        paths=tuple(server.rstrip("/") + path for server in servers or ["/"]),
        requests=_requests(content),
        end_marker=_end_marker(content),
    )


def _requests(operation: JsonObject) -> Mapping[str, JsonObject]:
    tasks = [as_object(task) for task in as_list(operation.get("x-tasks"))]
    if tasks:
        return {as_text(task.get("task")): as_object(task.get("request")) for task in tasks}
    body = as_object(as_object(operation.get("requestBody")).get("content"))
    schema = as_object(as_object(body.get("application/json")).get("schema"))
    return {as_text(operation.get("x-task")): schema} if schema else {}


def _end_marker(operation: JsonObject) -> str:
    found: JsonValue = operation
    for step in ("responses", "200", "content", "text/event-stream", "x-stream", "end", "marker"):
        found = as_object(found).get(step)
    return as_text(found)
