"""The client methods that the specification promises, one for each operation and task."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from ..json_values import JsonObject
from ..specification import operations
from ..specification.document import resolve
from ..specification.records import Operation, Signature
from .json_schema import Schema

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
    return tuple(
        _method(operation, signature)
        for operation in operations.load()
        for signature in operation.signatures
    )


def _method(operation: Operation, signature: Signature) -> Method:
    parameters = tuple(PLACEHOLDER.findall(operation.path))
    stream = operation.stream if signature.event else None
    return Method(
        operation=operation,
        client=operation.client,
        name=signature.method,
        parameters=parameters,
        request=_request(signature.request, parameters),
        answer=_meaningful(signature.response),
        event=signature.event,
        marker=stream.marker if stream else None,
        items=operation.items or None,
        example=signature.example,
    )


def _request(schema: JsonObject | None, parameters: tuple[str, ...]) -> Schema | None:
    """The request schema without the members that the path says already."""
    return None if schema is None else {"allOf": [schema], "x-without": [*parameters]}


def _meaningful(schema: JsonObject | None) -> Schema | None:
    found = resolve(schema)
    says_something = "properties" in found or "type" not in found
    return schema if found and says_something else None
